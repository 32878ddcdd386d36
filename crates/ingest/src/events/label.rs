//! An event's label: the sources' own words, cut.

use dateline_lang::Language;
use dateline_lang::events::Labels;
use dateline_model::{Article, Span, Telling};

/// Shorter clauses say too little to stand alone.
const LEAST: usize = 24;

/// Longer labels are cut at a clause or a word; a label fills three lines of the
/// list at most. Shorter limits cut the predicate off too often.
const MOST: usize = 144;

/// A label cut from one sentence, and how much speaks against it.
struct Label {
    text: String,
    fault: usize,
}

/// The label of an event: of all telling sentences the one that needs least
/// cutting and is shortest, without the date phrase that opens it, with an
/// ellipsis where it was cut.
pub(crate) fn label<'t>(
    articles: &[Article],
    languages: &[&Language],
    tellings: impl Iterator<Item = &'t Telling>,
) -> String {
    tellings
        .map(|telling| {
            let article = &articles[telling.article as usize];
            let timex = telling.timex.map(|at| article.timexes[at as usize].span);
            let words = &languages[telling.article as usize].events.labels;
            cut(words, &article.body, telling.span, timex)
        })
        .min_by_key(|label| label.fault)
        .map(|label| label.text)
        .unwrap_or_default()
}

fn cut(words: &Labels, body: &str, sentence: Span, timex: Option<Span>) -> Label {
    let whole = sentence.of(body);
    let (mut text, mut fault) = (whole, 0);
    let mut ellipsis_before = false;
    let date = timex.filter(|timex| sentence.contains(*timex)).map(|timex| {
        (timex.start - sentence.start) as usize..(timex.end - sentence.start) as usize
    });
    if let Some(date) = date {
        if let Some(rest) = after_opening_date(words, whole, &date) {
            text = rest;
        } else if let Some(start) = clause_of(words, whole, date.start)
            && start > 0
        {
            text = clause_to_its_end(whole, start, date.end);
            ellipsis_before = true;
            fault += 150;
        }
    }
    let missing = !whole.ends_with(text);
    let text = text.trim_end_matches('.');
    let (clause, shortened) = shorten(words, text);
    let shortened = shortened || missing;
    if shortened {
        fault += 80;
    }
    if opens_with_pronoun(words, clause) {
        fault += 120;
    }
    let length = clause.chars().count();
    fault += if length < LEAST { 200 } else { length };
    let mut out = String::new();
    if ellipsis_before {
        out.push('…');
        out.push_str(clause);
    } else {
        push_capitalised(&mut out, clause);
    }
    if shortened {
        out.push('…');
    }
    close_quotation(&mut out);
    Label { text: out, fault }
}

fn push_capitalised(out: &mut String, clause: &str) {
    let mut chars = clause.chars();
    if let Some(first) = chars.next() {
        out.extend(first.to_uppercase());
        out.push_str(chars.as_str());
    }
}

/// "On 16 May, direct talks were held" is dated by its heading already, and so
/// is "It is worth recalling that on 16 May, …".
fn after_opening_date<'t>(
    words: &Labels,
    sentence: &'t str,
    date: &core::ops::Range<usize>,
) -> Option<&'t str> {
    let before = sentence[..date.start].trim_end().to_lowercase();
    let introduced = words.before_date.iter().find_map(|word| before.strip_suffix(word));
    let lead = introduced.unwrap_or(&before);
    let says_nothing = words.lead_end.is_some_and(|end| lead.ends_with(end));
    let opens = lead.is_empty()
        || words.leads.contains(&lead)
        || (says_nothing && lead.split(' ').count() <= 6);
    let rest = sentence[date.end..].strip_prefix(',')?.trim_start();
    (opens && rest.chars().count() >= LEAST).then_some(rest)
}

/// Where the clause begins that holds the byte `at`, when the sentence is too
/// long to be its own label or dates something else in its main clause.
fn clause_of(words: &Labels, sentence: &str, at: usize) -> Option<usize> {
    let (main, shortened) = shorten(words, sentence.trim_end_matches('.'));
    if !shortened || at < main.len() {
        return None;
    }
    let opening = |opener: &&str, skipped: usize| Some(sentence[..at].rfind(opener)? + skipped);
    let standing = words.standing.iter().filter_map(|opener| opening(opener, opener.len()));
    let clauses = words.clauses.iter().filter_map(|opener| {
        opening(opener, opener.len() - opener.trim_start_matches([',', ' ']).len())
    });
    standing.chain(clauses).max()
}

/// The clause that begins at `start`, up to the first break after `date_end`.
fn clause_to_its_end(sentence: &str, start: usize, date_end: usize) -> &str {
    let end = [", ", " \"", " “", " – ", " — ", "; "]
        .iter()
        .filter_map(|mark| sentence[date_end..].find(mark))
        .min()
        .map_or(sentence.len(), |at| date_end + at);
    &sentence[start..end]
}

/// Cuts a sentence to its main clause where it is too long for a label, and
/// takes off a closing attribution. The second value says whether anything of
/// the end is missing.
fn shorten<'t>(words: &Labels, text: &'t str) -> (&'t str, bool) {
    let attribution = words
        .attributions
        .iter()
        .filter_map(|mark| text.find(mark))
        .chain(closing_attribution(words, text))
        .find(|at| text[..*at].chars().count() >= LEAST && outside_quotes(text, *at));
    let (text, cut) = attribution.map_or((text, false), |at| (&text[..at], true));
    if text.chars().count() <= MOST {
        return (text, cut);
    }
    let limit = text.char_indices().nth(MOST).map_or(text.len(), |(at, _)| at);
    let kinds: [(&[&str], &[&str]); 3] =
        [(words.breaks, &[" – ", " — ", "; "]), (words.weak_breaks, &[]), (&[], &[", "])];
    for (breaks, marks) in kinds {
        let at = breaks
            .iter()
            .chain(marks)
            .flat_map(|mark| text.match_indices(mark))
            .map(|(at, _)| at)
            .filter(|at| {
                *at <= limit && text[..*at].chars().count() >= LEAST && outside_quotes(text, *at)
            })
            .max();
        if let Some(at) = at {
            return (&text[..at], true);
        }
    }
    (without_dangling_words(words, &text[..text[..limit].rfind(' ').unwrap_or(limit)]), true)
}

/// ", the ministry said" at the end of a sentence.
fn closing_attribution(words: &Labels, text: &str) -> Option<usize> {
    let at = text.rfind(", ")?;
    let tail = &text[at + 2..];
    let says = words.closings.iter().any(|closing| tail.ends_with(closing));
    (says && tail.split(' ').count() <= 8).then_some(at)
}

/// A cut must not end on a word that points at what is gone.
fn without_dangling_words<'t>(words: &Labels, text: &'t str) -> &'t str {
    let mut text = text.trim_end_matches([',', ';', ' ', '–', '—']);
    while let Some((head, last)) = text.rsplit_once(' ') {
        if !words.dangling.contains(&last) {
            break;
        }
        text = head.trim_end_matches([',', ' ']);
    }
    text
}

/// A pronoun points at a sentence that the label does not show.
fn opens_with_pronoun(words: &Labels, text: &str) -> bool {
    let first = text.split([' ', ',']).next().unwrap_or("");
    words.pointing.contains(&first)
}

fn outside_quotes(text: &str, at: usize) -> bool {
    let before = &text[..at];
    before.matches('"').count().is_multiple_of(2) && !is_open(before)
}

/// Whether a quotation is left open. What German opens with a low mark it closes with the one that
/// English opens with.
fn is_open(text: &str) -> bool {
    let count = |mark| text.matches(mark).count();
    count('“').saturating_sub(count('„')) > count('”')
}

/// A quotation that the cut left open is closed after the ellipsis.
fn close_quotation(label: &mut String) {
    if is_open(label) {
        label.push('”');
    } else if !label.matches('"').count().is_multiple_of(2) {
        label.push('"');
    }
}

#[cfg(test)]
mod tests {
    use dateline_lang::en::events::EVENTS;

    use super::*;

    fn check(sentence: &str, timex: &str, expected: &str) {
        let start = sentence.find(timex).expect("the phrase");
        let span = Span::new(start, start + timex.len());
        assert_eq!(
            cut(&EVENTS.labels, sentence, Span::new(0, sentence.len()), Some(span)).text,
            expected
        );
    }

    #[test]
    fn a_label_is_the_sentence_without_its_opening_date() {
        check(
            "On 16 May, direct talks were held in the harbour town.",
            "16 May",
            "Direct talks were held in the harbour town",
        );
        check(
            "It is worth recalling that on 16 May, the mayor and the minister spoke by phone.",
            "16 May",
            "The mayor and the minister spoke by phone",
        );
        check("The bridge was closed in 1998.", "1998", "The bridge was closed in 1998");
    }

    #[test]
    fn a_long_sentence_ends_at_a_clause_with_an_ellipsis() {
        check(
            "The union proposed a strike on 15 March over the tolls in the town, which the board had raised twice in a year without any warning to drivers or to their union.",
            "15 March",
            "The union proposed a strike on 15 March over the tolls in the town…",
        );
        check(
            "The bridge will open on 2 June, the harbour board said.",
            "2 June",
            "The bridge will open on 2 June…",
        );
        check(
            "The bridge will open on 2 June, said the mayor.",
            "2 June",
            "The bridge will open on 2 June…",
        );
    }

    #[test]
    fn a_date_in_a_later_clause_is_labelled_by_that_clause() {
        check(
            "The round of talks held in the harbour town last week marked the very first time that the two boards had met in the same room and at the same table since the collapse of the ferry company in 1998.",
            "1998",
            "…since the collapse of the ferry company in 1998",
        );
    }

    #[test]
    fn a_quotation_is_never_left_open() {
        check(
            "He told the council on Monday that “the bridge and the harbour and the ferry and the road and the railway and the airport are all one and the same thing”.",
            "Monday",
            "He told the council on Monday that “the bridge and the harbour and the ferry and the road and the railway and the airport are all one…”",
        );
    }

    #[test]
    fn a_german_quotation_is_closed_already() {
        let sentence =
            "Am 16. Mai sagte die Bürgermeisterin im Rat: „Die Brücke bleibt geschlossen“.";
        check(sentence, "16. Mai", sentence.trim_end_matches('.'));
    }

    #[test]
    fn a_cut_ends_on_no_word_that_points_at_what_is_gone() {
        assert_eq!(
            without_dangling_words(&EVENTS.labels, "opened by the mayor of the"),
            "opened by the mayor"
        );
        assert_eq!(without_dangling_words(&EVENTS.labels, "the of"), "the");
    }
}
