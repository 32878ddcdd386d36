//! The address's hash and the state it stands for, both ways.
//!
//! `#/?q=…&with=ID,ID&without=ID&outlet=…&from=2025-05-01&to=2025-06-30&event=ID&article=ID&view=list&years=all`
//!
//! Reading never fails: what the corpus lacks is left out, and a sentence says
//! so. Everything but letters, digits and `-._~/` is percent-encoded, so a
//! comma always parts two values and never belongs to one.

use dateline_model::{Day, Parts};
use dateline_sort::sort_by;

use super::command::{State, View};

/// The keys of an address, in the order they are written.
pub const KEYS: [&str; 10] =
    ["q", "with", "without", "outlet", "from", "to", "event", "article", "view", "years"];

/// The one value of `years`.
const ALL: &str = "all";

/// Of a longer address only the beginning is read: no choice that a reader makes comes near.
const LONGEST: usize = 8_000;

/// So many sentences at most about what an address asks for in vain.
const SAID: usize = 12;

/// The values of one key: several where the key takes a list, none where it is absent.
pub type Fields = Vec<(String, Vec<String>)>;

/// The hash that stands for `state`; `#/` for everything.
pub fn format(state: &State, parts: &Parts<'_>) -> String {
    let mut out = String::from("#/");
    for (key, values) in fields(state, parts) {
        if values.is_empty() {
            continue;
        }
        out.push(if out.len() == 2 { '?' } else { '&' });
        out.push_str(&key);
        for (number, value) in values.iter().enumerate() {
            out.push(if number == 0 { '=' } else { ',' });
            encode(&mut out, value);
        }
    }
    out
}

/// The state that a hash stands for, and what of it could not be followed: an event or an article whose head
/// is not here cannot yet.
pub fn parse(hash: &str, parts: &Parts<'_>) -> (State, Vec<String>) {
    let mut end = hash.len().min(LONGEST);
    while !hash.is_char_boundary(end) {
        end -= 1;
    }
    let hash = &hash[..end];
    let hash = hash.strip_prefix('#').unwrap_or(hash);
    let hash = hash.strip_prefix('/').unwrap_or(hash);
    let query = hash.strip_prefix('?').unwrap_or(hash);
    let fields = query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(key), value.split(',').map(decode).collect())
        })
        .collect();
    read(fields, &State::default(), parts)
}

/// What `state` holds, by key: every key, with no value where it holds none.
pub fn fields(state: &State, parts: &Parts<'_>) -> Fields {
    let corpus = parts.corpus();
    let selection = &state.selection;
    let entities = |chosen: &[u32]| {
        chosen
            .iter()
            .filter_map(|index| parts.entities().get(*index as usize))
            .map(|entity| entity.id.clone())
            .collect()
    };
    // Sorting all outlets' names is worth it only where one is chosen.
    let outlets = if selection.outlets.is_empty() { Vec::new() } else { corpus.outlets() };
    let values = |key: &str| -> Vec<String> {
        match key {
            "q" => (!selection.q.is_empty()).then(|| selection.q.clone()).into_iter().collect(),
            "with" => entities(&selection.with),
            "without" => entities(&selection.without),
            "outlet" => selection
                .outlets
                .iter()
                .filter_map(|index| outlets.get(usize::from(*index)))
                .map(|name| (*name).to_owned())
                .collect(),
            "from" => selection.from.iter().map(Day::to_string).collect(),
            "to" => selection.to.iter().map(Day::to_string).collect(),
            "event" => state
                .event
                .and_then(|index| parts.event_head(index))
                .map(|event| event.id.clone())
                .into_iter()
                .collect(),
            "article" => state
                .article
                .and_then(|index| parts.article_head(index))
                .map(|article| article.id.clone())
                .into_iter()
                .collect(),
            "years" => state.all_years.then(|| ALL.to_owned()).into_iter().collect(),
            _ => (state.view != View::default())
                .then(|| state.view.name().to_owned())
                .into_iter()
                .collect(),
        }
    };
    KEYS.iter().map(|key| ((*key).to_owned(), values(key))).collect()
}

/// `base` with `fields` laid over it, and what of them could not be followed.
/// A key without a value takes back what `base` has for it.
pub fn read(fields: Fields, base: &State, parts: &Parts<'_>) -> (State, Vec<String>) {
    let corpus = parts.corpus();
    let (mut state, mut notices) = (base.clone(), Vec::new());
    for (key, mut values) in fields {
        values.retain(|value| !value.is_empty());
        let first = values.first().map(String::as_str);
        let mut lacks = |value: &str| notices.push(lack(&key, value));
        let selection = &mut state.selection;
        match key.as_str() {
            // A comma that the writer left bare belongs to the words.
            "q" => selection.q = values.join(","),
            "with" => selection.with = entities(&values, parts, &mut lacks),
            "without" => selection.without = entities(&values, parts, &mut lacks),
            "outlet" => {
                let names = corpus.outlets();
                selection.outlets = positions(&values, &mut lacks, |value| {
                    names.binary_search(&value).ok().map(|at| at as u16)
                });
            }
            "from" => selection.from = one(first, &mut lacks, Day::parse),
            "to" => selection.to = one(first, &mut lacks, Day::parse),
            "event" => {
                state.event = one(first, &mut lacks, |id| parts.event_at(id));
            }
            "article" => {
                state.article = one(first, &mut lacks, |id| parts.article_at(id));
            }
            "view" => {
                state.view = one(first, &mut lacks, |name| {
                    View::ALL.into_iter().find(|view| view.name() == name)
                })
                .unwrap_or_default();
            }
            "years" => {
                state.all_years =
                    one(first, &mut lacks, |word| (word == ALL).then_some(())).is_some();
            }
            _ => notices.push(
                ["The address holds \u{201c}", &key, "\u{201d}, which this page does not know."]
                    .concat(),
            ),
        }
    }
    notices.truncate(SAID);
    // A range given backwards is still a range.
    let selection = &mut state.selection;
    if let (Some(from), Some(to)) = (selection.from, selection.to) {
        (selection.from, selection.to) = (Some(from.min(to)), Some(from.max(to)));
    }
    // Days that are chosen are the days in view.
    state.all_years &= selection.from.is_none() && selection.to.is_none();
    // What is both wanted and unwanted would show nothing.
    selection.without.retain(|entity| !selection.with.contains(entity));
    (state, notices)
}

fn lack(key: &str, value: &str) -> String {
    let what = match key {
        "with" | "without" => "name",
        "from" | "to" => "day",
        other => other,
    };
    [
        "The address asks for the ",
        what,
        " \u{201c}",
        value,
        "\u{201d}, which was not found in this corpus.",
    ]
    .concat()
}

fn one<T>(
    value: Option<&str>,
    lacks: &mut dyn FnMut(&str),
    find: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    let value = value?;
    let found = sought(value, find);
    if found.is_none() {
        lacks(value);
    }
    found
}

/// What `find` knows by a value, or by what is left of it without its end.
fn sought<T>(value: &str, find: impl Fn(&str) -> Option<T>) -> Option<T> {
    find(value).or_else(|| find(without_end(value)))
}

/// A value without what mail and chat programs take into a link from the sentence around it. Never
/// inlined: the page has it once and not for each kind of value.
#[inline(never)]
fn without_end(value: &str) -> &str {
    value.trim_end_matches(|c: char| {
        c.is_whitespace()
            || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '>' | '*')
            || matches!(c, '\'' | '"' | '\u{bb}' | '\u{2019}' | '\u{201d}')
    })
}

fn entities(values: &[String], parts: &Parts<'_>, lacks: &mut dyn FnMut(&str)) -> Vec<u32> {
    positions(values, lacks, |id| {
        parts.entities().iter().position(|entity| entity.id == id).map(|at| at as u32)
    })
}

/// The positions of `values`, sorted and once each. A value that is unknown as
/// a whole may be a list whose commas some mail program has encoded.
fn positions<T: Ord>(
    values: &[String],
    lacks: &mut dyn FnMut(&str),
    find: impl Fn(&str) -> Option<T>,
) -> Vec<T> {
    let mut found = Vec::new();
    for value in values {
        if let Some(position) = sought(value, &find) {
            found.push(position);
            continue;
        }
        for part in value.split(',') {
            match sought(part, &find) {
                Some(position) => found.push(position),
                None => lacks(part),
            }
        }
    }
    sort_by(&mut found, &mut |one, other| one < other);
    found.dedup();
    found
}

fn encode(out: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(byte.into());
        } else {
            out.push('%');
            for half in [byte >> 4, byte & 15] {
                out.push(char::from(b"0123456789ABCDEF"[usize::from(half)]));
            }
        }
    }
}

/// Undoes percent-encoding; a `%` without two hexadecimal digits stays as it is.
fn decode(text: &str) -> String {
    let (bytes, mut out, mut at) = (text.as_bytes(), Vec::with_capacity(text.len()), 0);
    let half = |at: usize| bytes.get(at).and_then(|byte| char::from(*byte).to_digit(16));
    while at < bytes.len() {
        match (bytes[at], half(at + 1), half(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                at += 2;
            }
            (b'+', ..) => out.push(b' '),
            (byte, ..) => out.push(byte),
        }
        at += 1;
    }
    String::from_utf8(out).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into())
}

#[cfg(test)]
mod tests {
    use dateline_model::sample;
    use dateline_query::Selection;

    use super::*;

    /// Parses `hash`, expects so many notices and this hash when written again.
    fn check(hash: &str, notices: usize, again: &str) {
        let corpus = sample::corpus();
        let parts = Parts::new(&corpus, Vec::new());
        let (state, said) = parse(hash, &parts);
        assert_eq!(
            (said.len(), format(&state, &parts)),
            (notices, again.to_owned()),
            "{hash}: {said:?}"
        );
    }

    #[test]
    fn a_full_address_comes_back_as_it_was() {
        let hash = "#/?q=toll%20%22new%20bridge%22&with=marta-quell,port-alder&without=anton-weiss\
                    &outlet=Alder%20Times&from=2024-03-01&to=2024-03-31&event=1998-the-old-bridge\
                    &article=a-opening&view=compare";
        check(hash, 0, hash);
    }

    #[test]
    fn what_the_sentence_around_a_link_adds_to_its_end_is_not_asked_for() {
        let event = "#/?event=1998-the-old-bridge";
        for end in [".", ")", ").", "%20", ",", "!", "%22", "%E2%80%9D"] {
            check(&[event, end].concat(), 0, event);
            check(
                &["#/?with=marta-quell,port-alder", end].concat(),
                0,
                "#/?with=marta-quell,port-alder",
            );
            check(
                &["#/?from=2024-03-01&to=2024-03-31", end].concat(),
                0,
                "#/?from=2024-03-01&to=2024-03-31",
            );
        }
        check("#/?event=1998.-the-old-bridge", 1, "#/");
    }

    #[test]
    fn nothing_chosen_is_the_shortest_address() {
        for hash in ["", "#", "#/", "#/?", "#?", "#/?q=&with=&view=story&years="] {
            check(hash, 0, "#/");
        }
    }

    #[test]
    fn all_years_are_in_view_where_no_days_are_chosen() {
        check("#/?view=timeline&years=all", 0, "#/?view=timeline&years=all");
        check("#/?from=2024-03-01&years=all", 0, "#/?from=2024-03-01");
    }

    #[test]
    fn what_the_corpus_lacks_is_left_out_and_said() {
        check("#/?with=nobody,marta-quell&colour=red", 2, "#/?with=marta-quell");
        check("#/?event=none&article=none&outlet=none&view=none&years=none", 5, "#/");
        check("#/?from=2024-13-01&to=yesterday", 2, "#/");
    }

    #[test]
    fn a_comma_that_was_encoded_on_the_way_still_parts_two_names() {
        check("#/?with=marta-quell%2Cport-alder", 0, "#/?with=marta-quell,port-alder");
    }

    #[test]
    fn a_comma_and_a_plus_in_the_words_survive() {
        let corpus = sample::corpus();
        let parts = Parts::new(&corpus, Vec::new());
        let selection = Selection { q: "1,000 + ß & =#%".into(), ..Selection::default() };
        let state = State { selection, ..State::default() };
        assert_eq!(parse(&format(&state, &parts), &parts), (state, vec![]));
    }

    #[test]
    fn a_range_that_is_given_backwards_is_turned() {
        check("#/?from=2024-03-31&to=2024-03-01", 0, "#/?from=2024-03-01&to=2024-03-31");
    }

    #[test]
    fn a_name_cannot_be_wanted_and_unwanted() {
        check("#/?with=marta-quell&without=marta-quell", 0, "#/?with=marta-quell");
    }

    #[test]
    fn of_a_huge_address_the_beginning_is_read_and_little_is_said_about_it() {
        let corpus = sample::corpus();
        let parts = Parts::new(&corpus, Vec::new());
        for huge in [
            format!("#/?with=marta-quell,{}", "nobody,".repeat(300_000)),
            format!("#/?with=marta-quell&{}", "colour=red&".repeat(200_000)),
            format!("#/?with=marta-quell&q={}", "\u{1f310}".repeat(500_000)),
            format!("#/?with=marta-quell&outlet={}", "%2C".repeat(700_000)),
        ] {
            let (state, said) = parse(&huge, &parts);
            assert_eq!(state.selection.with.len(), 1);
            assert!(said.len() <= SAID && format(&state, &parts).len() <= 4 * LONGEST);
        }
    }

    #[test]
    fn random_input_never_panics_and_settles_after_one_reading() {
        let corpus = sample::corpus();
        let parts = Parts::new(&corpus, Vec::new());
        let pieces = [
            "#",
            "/",
            "?",
            "&",
            "=",
            ",",
            "%",
            "%2",
            "%zz",
            "%ff",
            "+",
            "q",
            "with",
            "to",
            "2024-03-04",
            "marta-quell",
            "\u{0}",
            "\u{1f310}",
            "view",
            "list",
            "years",
            "all",
            "article",
            "event",
        ];
        let mut seed = 7u32;
        for _ in 0..5_000 {
            let mut hash = String::new();
            for _ in 0..12 {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                hash.push_str(pieces[(seed >> 16) as usize % pieces.len()]);
            }
            let (state, _) = parse(&hash, &parts);
            assert_eq!(parse(&format(&state, &parts), &parts), (state, vec![]), "{hash}");
        }
    }
}
