//! An event's label: the sources' own words, cut.

use dateline_model::{Article, Span};

use super::gather::Candidate;

/// Shorter sentences say too little to stand alone.
const LEAST: usize = 28;

/// Longer labels are cut at a clause or a word; a label fills two lines of the
/// list at most.
const MOST: usize = 96;

/// The label of an event: the main clause of its shortest telling sentence,
/// without the date phrase that opens it, with an ellipsis where it was cut.
pub(super) fn label(articles: &[Article], members: &[&Candidate]) -> String {
    let mut labels: Vec<(usize, String)> = members
        .iter()
        .map(|member| {
            let article = &articles[member.telling.article as usize];
            let timex = member.telling.timex.map(|at| article.timexes[at as usize].span);
            cut(&article.body, member.telling.span, timex)
        })
        .map(|label| (label.chars().count(), label))
        .collect();
    // The first of the shortest that say enough; else the longest there is.
    labels.sort_by_key(
        |(length, _)| if *length < LEAST { (1, usize::MAX - length) } else { (0, *length) },
    );
    labels.into_iter().next().map(|(_, label)| label).unwrap_or_default()
}

fn cut(body: &str, sentence: Span, timex: Option<Span>) -> String {
    let text = sentence.of(body);
    let text = without_opening_date(body, sentence, timex).unwrap_or(text);
    let text = text.trim_end_matches('.');
    let (clause, shortened) = main_clause(text);
    let mut out = String::new();
    let mut chars = clause.chars();
    if let Some(first) = chars.next() {
        out.extend(first.to_uppercase());
        out.push_str(chars.as_str());
    }
    if shortened {
        out.push('…');
    }
    balance(out)
}

/// "On 16 May, direct talks were held" is dated by its heading already.
fn without_opening_date(body: &str, sentence: Span, timex: Option<Span>) -> Option<&str> {
    let timex = timex?;
    let before = body.get(sentence.start as usize..timex.start as usize)?;
    let opens = matches!(
        before.trim().to_lowercase().as_str(),
        "" | "on" | "in" | "at" | "late on" | "early on"
    );
    let after = body.get(timex.end as usize..sentence.end as usize)?;
    let rest = after.strip_prefix(',')?.trim_start();
    (opens && rest.chars().count() >= LEAST).then_some(rest)
}

/// Cuts a sentence to its main clause. The second value says whether anything
/// of the end is missing.
fn main_clause(text: &str) -> (&str, bool) {
    if text.chars().count() <= MOST {
        return (text, false);
    }
    let enough =
        |at: &usize| text[..*at].chars().count() >= LEAST && text[..*at].chars().count() <= MOST;
    let breaks = [
        ", which ", ", where ", ", who ", ", with ", ", while ", ", but ", ", and ", " – ", " — ",
        "; ", ", ",
    ];
    for mark in breaks {
        let at = text
            .match_indices(mark)
            .map(|(at, _)| at)
            .filter(enough)
            .filter(|at| outside_quotes(text, *at))
            .last();
        if let Some(at) = at {
            return (&text[..at], true);
        }
    }
    let limit = text.char_indices().nth(MOST).map_or(text.len(), |(at, _)| at);
    let at = text[..limit].rfind(' ').unwrap_or(limit);
    (text[..at].trim_end_matches([',', ';', ' ', '–', '—']), true)
}

fn outside_quotes(text: &str, at: usize) -> bool {
    let before = &text[..at];
    before.matches('"').count().is_multiple_of(2)
        && before.matches('“').count() <= before.matches('”').count()
}

/// A quotation that the cut left open is closed after the ellipsis.
fn balance(mut label: String) -> String {
    if label.matches('“').count() > label.matches('”').count() {
        label.push('”');
    } else if label.matches('"').count() % 2 == 1 {
        label.push('"');
    }
    label
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(sentence: &str, timex: &str, expected: &str) {
        let start = sentence.find(timex).expect("the phrase");
        let span = Span::new(start, start + timex.len());
        assert_eq!(cut(sentence, Span::new(0, sentence.len()), Some(span)), expected);
    }

    #[test]
    fn a_label_is_the_sentence_without_its_opening_date() {
        check(
            "On 16 May, direct talks were held in the harbour town.",
            "16 May",
            "Direct talks were held in the harbour town",
        );
        check("The bridge was closed in 1998.", "1998", "The bridge was closed in 1998");
    }

    #[test]
    fn a_long_sentence_ends_at_a_clause_with_an_ellipsis() {
        check(
            "The union proposed a strike on 15 March over the tolls in the town, which the board had raised twice in a year without any warning to drivers.",
            "15 March",
            "The union proposed a strike on 15 March over the tolls in the town…",
        );
    }

    #[test]
    fn a_quotation_is_never_left_open() {
        check(
            "He told the council on Monday that “the bridge and the harbour and the ferry and the road and the railway are all one and the same thing”.",
            "Monday",
            "He told the council on Monday that “the bridge and the harbour and the ferry and the road and…”",
        );
    }
}
