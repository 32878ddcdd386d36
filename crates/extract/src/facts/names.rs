//! Reads outlets, agencies and authors out of single lines.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::printed;
use dateline_lang::page::{
    ANDS, AUTHOR_LABELS, AUTHOR_VERBS, BY, BY_TITLES, BYLINES, DESKS, LOOSE_BYLINES, NAME_ENDS,
    NAME_SUFFIXES, NO_NAMES, OUTLET_JOINTS, has,
};
use dateline_lang::shared::gazetteer::given_names::GIVEN_NAMES;
use dateline_lang::shared::languages::LANGUAGES;
use dateline_lang::shared::names::PARTICLES;
use dateline_lang::shared::outlets::{EDITIONS, OUTLET_WORDS, agency, outlet};

/// The outlet that a whole text names: one of the list, with the words of its
/// language edition cut, or a name that sounds like a newspaper's.
pub(crate) fn outlet_name(text: &str) -> Option<String> {
    known_outlet(text).map(str::to_owned).or_else(|| sounding(text))
}

/// The outlet of the list that a whole text names.
pub(crate) fn known_outlet(text: &str) -> Option<&'static str> {
    if text.len() > 80 {
        return None;
    }
    let mut words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    loop {
        let found = outlet(&words.join(" "));
        if found.is_some()
            || words.len() < 2
            || EDITIONS.binary_search(&words.last()?.as_str()).is_err()
        {
            return found;
        }
        words.pop();
    }
}

/// "The Harbour Gazette": capitalised words of which the first or last is one
/// that newspapers use, or a domain name.
fn sounding(text: &str) -> Option<String> {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    if words.len() > 1
        && words
            .last()
            .is_some_and(|last| EDITIONS.binary_search(&last.to_lowercase().as_str()).is_ok())
    {
        words.pop();
    }
    if words.len() == 1 && is_domain(words[0]) {
        return Some(words[0].to_owned());
    }
    let known = |word: &&str| OUTLET_WORDS.binary_search(&word.to_lowercase().as_str()).is_ok();
    let fits = (2..=5).contains(&words.len())
        && words.iter().all(|word| capitalised(word) || *word == "&" || has(&OUTLET_JOINTS, word))
        && (words.last().is_some_and(known) || words.first().is_some_and(known));
    fits.then(|| words.join(" "))
}

/// "example.org": letters, a dot, and two to four small letters.
pub(crate) fn is_domain(word: &str) -> bool {
    word.rsplit_once('.').is_some_and(|(name, end)| {
        name.chars().count() >= 3
            && name.len() <= 60
            && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '.'))
            && (2..=4).contains(&end.len())
            && end.bytes().all(|byte| byte.is_ascii_lowercase())
    })
}

fn capitalised(word: &str) -> bool {
    let bare = word.trim_start_matches(['(', '"', '\'']);
    bare.starts_with(char::is_uppercase)
}

/// The author of a byline such as "By Ada Lind, Staff Writer • 3 May 2024".
pub(crate) fn byline(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    // A label needs no space behind its colon.
    let bare = |words: &'static str| words.strip_suffix(' ').filter(|words| words.ends_with(':'));
    let skip = BYLINES
        .iter()
        .chain(&*LOOSE_BYLINES)
        .map(|words| bare(words).unwrap_or(words))
        .find(|words| lower.starts_with(words))
        .map_or(0, str::len);
    let rest = text.get(skip..).unwrap_or(text).trim();
    let rest = BY_TITLES.iter().find_map(|by| rest.strip_prefix(*by)).unwrap_or(rest);
    name_before(rest, skip > 0)
        .or_else(|| (skip > 0 && names_nobody(rest)).then(|| rest.to_owned()))
}

/// "Staff and news service reports", "Our foreign desk": nobody in particular.
fn names_nobody(text: &str) -> bool {
    let mut words = text.split_whitespace();
    words.clone().count() <= 6
        && words.any(|word| has(&DESKS, &word.to_lowercase()))
        && !text.contains(|c: char| c.is_ascii_digit())
}

/// The name at the head of a text, up to a date, a mark or a word that names
/// carry no longer. `sure` where "by" announced it: then one word is enough.
pub(crate) fn name_before(text: &str, sure: bool) -> Option<String> {
    let end = printed::find(text).first().map_or(text.len(), |date| date.start);
    let head = text[..end]
        .split(['|', '•', '·', '—', '–', '@', '(', '/', ';', ':', '<', '['])
        .next()
        .unwrap_or("");
    let mut parts = head.split(',').map(str::trim);
    let first = parts.next().unwrap_or("");
    let mut words = Vec::new();
    for word in first.split_whitespace() {
        let lower = word.to_lowercase();
        let particle = is_small(&lower) || word == "&";
        let job = has(&NO_NAMES, &lower);
        if word.contains(|c: char| c.is_ascii_digit())
            || lower == "-"
            || NAME_ENDS.contains(&lower.as_str())
        {
            break;
        }
        if !(capitalised(word) || particle) || (job && !sure) {
            return None;
        }
        // "Ada Lind. Photographs by Tom Ek": a full stop that abbreviates nothing ends the name.
        let bare = word.strip_suffix('.').filter(|bare| bare.chars().count() > ABBREVIATED);
        let ends = bare.is_some()
            && !words.is_empty()
            && NAME_SUFFIXES.iter().all(|end| !lower.ends_with(end.trim_start()));
        words.push(bare.filter(|_| ends).unwrap_or(word));
        if ends {
            break;
        }
    }
    while words.last().is_some_and(|word| is_small(&word.to_lowercase())) {
        words.pop();
    }
    let fits = words.len() <= 8 && words.len() >= if sure { 1 } else { 2 };
    let small = LANGUAGES.iter().any(|language| {
        words.first().is_some_and(|word| {
            !sure && language.words.binary_search(&word.to_lowercase().as_str()).is_ok()
        })
    });
    (fits && !small)
        .then(|| words.join(" "))
        .filter(|name| name.chars().count() >= 2 && name.contains(char::is_alphabetic))
}

/// Letters of the longest word that a name abbreviates.
const ABBREVIATED: usize = 3;

/// Names that a byline shouts as they are written elsewhere, so that an author is one: "ADA O'LIND" is
/// "Ada O'Lind".
pub(crate) fn in_usual_case(names: &str) -> String {
    let words: Vec<&str> = names.split(' ').collect();
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let shouts = |(word, lower): (&&str, &String)| {
        has(&ANDS, lower) || **word != **lower && word.to_uppercase() == **word
    };
    // Without a given name it may be a firm's or an agency's.
    let person = words.iter().any(|word| capital(word).split('-').any(is_given));
    if !person || words.len() < 2 || !words.iter().zip(&lower).all(shouts) {
        return names.to_owned();
    }
    words.into_iter().map(usual).collect::<Vec<String>>().join(" ")
}

fn usual(word: &str) -> String {
    let lower = word.to_lowercase();
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    // Initials, and numbers of kings and sons.
    let initials =
        letters <= 2 && !is_given(&capital(word)) || word.contains(|c: char| c.is_ascii_digit());
    if is_small(&lower) || initials && PARTICLES.binary_search(&&*lower).is_err() {
        return if is_small(&lower) { lower } else { word.to_owned() };
    }
    if word.chars().filter(|c| c.is_alphabetic()).all(|c| matches!(c, 'I' | 'V' | 'X')) {
        return word.to_owned();
    }
    capital(word)
}

/// Each part of a word with one capital: "Anna-Maria", "O'Lind".
fn capital(word: &str) -> String {
    let mut starts = true;
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        if starts {
            out.push(c)
        } else {
            out.extend(c.to_lowercase())
        }
        starts = !c.is_alphabetic();
    }
    out
}

/// Words that a byline may hold in small letters.
fn is_small(lower: &str) -> bool {
    PARTICLES.binary_search(&lower).is_ok() || has(&ANDS, lower)
}

/// Whether a line says no more than "by". `key` is in lower case.
pub(crate) fn is_by(key: &str) -> bool {
    BY.iter().any(|by| key == by.trim_end())
}

/// "Author: …"; `key` is in lower case.
pub(crate) fn labels_author(key: &str) -> bool {
    let label = |label: &&str| key.strip_prefix(*label).is_some_and(|after| after.starts_with(' '));
    AUTHOR_LABELS.iter().any(label)
}

/// The agency that a text names at its end: "Ada Lind, The Associated Press".
pub(crate) fn agency_of(text: &str) -> Option<&'static str> {
    if text.len() > 200 {
        return None;
    }
    let parts = text
        .split([',', '|', '•', '/', '(', ')', '-', '–', '—'])
        .map(|part| part.trim().to_lowercase());
    parts.filter(|part| !part.is_empty()).find_map(|part| agency(without_by(&part)))
}

fn without_by(text: &str) -> &str {
    BY.iter().fold(text, |text, by| text.trim_start_matches(by))
}

/// The dateline at the head of a paragraph: its length in bytes and the agency, or the outlet, that it names.
/// "(Reuters) - ", "OSLO, 3 May (AFP) — ", "Oslo (AFP) – ", "Oslo | AFP | ".
pub(crate) fn dateline(paragraph: &str) -> Option<(usize, &'static str)> {
    let head = &paragraph[..paragraph.char_indices().nth(90).map_or(paragraph.len(), |row| row.0)];
    bracketed(head).or_else(|| between_bars(head))
}

fn bracketed(head: &str) -> Option<(usize, &'static str)> {
    let open = head.find('(')?;
    let close = open + head[open..].find(')')?;
    let name = filed_by(&head[open + 1..close])?;
    let place = head[..open].trim_end_matches([' ', ',']);
    let after = head[close + 1..].trim_start();
    let dash = ["--", "-", "–", "—", ":"].iter().find(|dash| after.starts_with(**dash));
    if !is_filing(place) || (dash.is_none() && !place.is_empty()) {
        return None;
    }
    let rest = dash.map_or(after, |dash| &after[dash.len()..]).trim_start();
    Some((head.len() - rest.len(), name))
}

/// The agency or outlet of a dateline within a paragraph, behind a summary that stands on the same line:
/// "Salt is dear. Oslo, Norway (AFP) -- The boat …".
pub(crate) fn filed_within(paragraph: &str) -> Option<&'static str> {
    /// A summary is shorter, in bytes.
    const SUMMARY: usize = 1_500;
    let head = &paragraph[..dateline_text::floor(paragraph, SUMMARY)];
    head.match_indices('(').find_map(|(open, _)| {
        let (name, after) = head[open + 1..].split_once(')')?;
        let after = after.trim_start();
        let dash = ["--", "–", "—"].iter().find(|dash| after.starts_with(**dash))?;
        let begins = after[dash.len()..].trim_start().chars().next()?;
        let last = head[..open].split_whitespace().next_back()?;
        let filed = begins.is_uppercase() || matches!(begins, '"' | '“' | '‘');
        let placed = capitalised(last) || last.ends_with(['.', '!', '?', '"', '”', '’', ')']);
        // A report that is cited in a bracket goes on in the middle of its sentence.
        (filed && placed).then(|| filed_by(name)).flatten()
    })
}

fn between_bars(head: &str) -> Option<(usize, &'static str)> {
    let (place, after) = head.split_once(" | ")?;
    let (name, rest) = after.split_once(" | ")?;
    let name = filed_by(name).filter(|_| is_filing(place))?;
    Some((head.len() - rest.trim_start().len(), name))
}

/// The agency, or the outlet that writes itself where agencies stand: "(CNN)".
fn filed_by(name: &str) -> Option<&'static str> {
    let lower = name.to_lowercase();
    let first = || agency(lower.split([' ', '/']).next()?);
    agency(&lower).or_else(first).or_else(|| known_outlet(name))
}

/// Whether a text is where and when something was filed: a place in capitals, or short and without a word in
/// small letters.
fn is_filing(place: &str) -> bool {
    let mut words = place.split([' ', ',']).filter(|word| !word.is_empty());
    let shouted =
        place.split([' ', ',']).next().is_some_and(|word| !word.contains(char::is_lowercase));
    let named = |word: &str| capitalised(word) || word.starts_with(|c: char| c.is_ascii_digit());
    shouted || (words.clone().count() <= FILING && words.all(named))
}

/// Words of a place and a day: "Oslo, 3 May 2024", "New York City, March 5".
const FILING: usize = 5;

/// A folder or file that bears an outlet's name.
pub(crate) fn from_file(file: &str) -> Option<String> {
    // The innermost name is the most specific one.
    file.rsplit(['/', '\\'])
        .map(|part| match part.rsplit_once('.') {
            Some((name, end)) if end.len() <= 8 => name,
            _ => part,
        })
        .map(|part| part.replace(['_', '-'], " "))
        .find_map(|part| known_outlet(&part).map(str::to_owned))
}

/// Whether a word is a given name.
pub(crate) fn is_given(word: &str) -> bool {
    static NAMES: LazyLock<HashSet<&str>> =
        LazyLock::new(|| GIVEN_NAMES.split_whitespace().collect());
    NAMES.contains(word)
}

/// Whether what follows a name tells of an author: " is a reporter".
pub(crate) fn introduces(after: &str) -> bool {
    AUTHOR_VERBS.iter().any(|verb| after.starts_with(verb))
}

/// Whether a whole text reads as a person's name: two to four capitalised words
/// that begin with a given name.
pub(crate) fn person(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let given = words
        .first()
        .is_some_and(|word| word.ends_with('.') && word.chars().count() == 2 || is_given(word));
    (2..=4).contains(&words.len()) && given && name_before(text, false).as_deref() == Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn authors_are_read_from_bylines() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(byline(text).as_deref(), expected, "{text}")
        };
        check("By Ada Lind • 11/08/23 5:19pm", Some("Ada Lind"));
        check("BY ADA LIND, Staff Writer", Some("ADA LIND"));
        check("Ada LindWednesday, 28 May 2025, 19:20", Some("Ada Lind"));
        check(
            "By Jan van den Berg and Ada Lind Published 3 May 2024",
            Some("Jan van den Berg and Ada Lind"),
        );
        check("Published 3 May 2024", None);
        check("World News", None);
        check("By Staff and news service reports", Some("Staff and news service reports"));
        check("By Perry Lind Jr.", Some("Perry Lind Jr."));
        check("By Ada Lind. Photographs by Tom Ek", Some("Ada Lind"));
    }

    #[test]
    fn a_shouted_author_is_the_one_who_is_named_elsewhere() {
        let check = |text: &str, expected: &str| assert_eq!(in_usual_case(text), expected);
        check("ADA O'LIND", "Ada O'Lind");
        check(
            "JAN VAN DEN BERG, ADA LIND and T.J. SALT",
            "Jan van den Berg, Ada Lind and T.J. Salt",
        );
        check("ANNA-MARIA LIND III", "Anna-Maria Lind III");
        check("TJ EK", "TJ EK");
        check("Ada LIND", "Ada LIND");
        check("Ada Lind and Tom Ek", "Ada Lind and Tom Ek");
    }

    #[test]
    fn outlets_are_known_or_sound_like_one() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(outlet_name(text).as_deref(), expected, "{text}")
        };
        check("Daily Sabah English", Some("Daily Sabah"));
        check("Oakdale Courier", Some("Oakdale Courier"));
        check("nytimes", Some("The New York Times"));
        check("harbour.example.org", Some("harbour.example.org"));
        check("Ada Lind", None);
        check("English", None);
    }

    #[test]
    fn a_dateline_may_stand_behind_a_summary() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(filed_within(text), expected, "{text}");
        };
        check("Salt is dear, boats are rare Oslo, Norway (AFP) -- The boat came.", Some("AFP"));
        check("Salt is dear, says the “guild.” (CNN) — “It is,” said the mayor.", Some("CNN"));
        check("The boats of the town (AFP) -- all of salt -- came.", None);
        check("The Guild of Salt (GOS) -- The boat came.", None);
        check("Salt is dear in Oslo (Reuters). The boat came -- late.", None);
    }

    #[test]
    fn datelines_name_the_agency_and_end_at_the_dash() {
        let check = |text: &str, expected: Option<(&str, &str)>| {
            assert_eq!(
                dateline(text).map(|(end, agency)| (&text[..end], agency)),
                expected,
                "{text}"
            );
        };
        check("(Reuters) - The boat", Some(("(Reuters) - ", "Reuters")));
        check("OSLO, May 3 (AFP) — The boat", Some(("OSLO, May 3 (AFP) — ", "AFP")));
        check("Oslo (AFP) – The boat", Some(("Oslo (AFP) – ", "AFP")));
        check("Oslo, 3 May 2024 (dpa) - The boat", Some(("Oslo, 3 May 2024 (dpa) - ", "DPA")));
        check("Oslo | AFP | The boat", Some(("Oslo | AFP | ", "AFP")));
        check("(CNN) — The boat", Some(("(CNN) — ", "CNN")));
        check("The company (AP) - so it says", None);
        check("Oslo (Norway) - The boat", None);
        check("Prices | Boats | Salt", None);
        check("The boat (Reuters) came", None);
    }
}
