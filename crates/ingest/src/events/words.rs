//! The words of a sentence that tell one happening from another.

use dateline_model::Span;

use dateline_text::{TokenKind, tokens};

/// Words that any news sentence may have: saying, being, time. Sorted, lower
/// case. Add a word when it joined two happenings that are not one.
const EMPTY: [&str; 119] = [
    "about",
    "according",
    "added",
    "after",
    "again",
    "ahead",
    "all",
    "also",
    "among",
    "and",
    "another",
    "any",
    "are",
    "around",
    "been",
    "before",
    "being",
    "between",
    "both",
    "but",
    "can",
    "could",
    "date",
    "days",
    "described",
    "did",
    "does",
    "during",
    "each",
    "earlier",
    "first",
    "following",
    "for",
    "from",
    "had",
    "has",
    "have",
    "held",
    "here",
    "him",
    "his",
    "how",
    "into",
    "its",
    "last",
    "later",
    "made",
    "many",
    "may",
    "month",
    "more",
    "most",
    "much",
    "need",
    "news",
    "next",
    "nor",
    "not",
    "noted",
    "now",
    "off",
    "one",
    "only",
    "other",
    "our",
    "out",
    "over",
    "own",
    "part",
    "per",
    "previous",
    "reported",
    "said",
    "same",
    "say",
    "says",
    "second",
    "she",
    "should",
    "since",
    "some",
    "spoke",
    "stated",
    "such",
    "than",
    "that",
    "the",
    "their",
    "them",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "time",
    "told",
    "too",
    "two",
    "under",
    "until",
    "upon",
    "very",
    "via",
    "was",
    "week",
    "were",
    "what",
    "when",
    "where",
    "which",
    "while",
    "who",
    "will",
    "with",
    "would",
    "year",
    "yet",
    "you",
];

/// How many letters of a word count: enough to tell words apart, few enough
/// that "Russia" and "Russian", "negotiate" and "negotiations" meet.
const STEM: usize = 5;

/// The sentence's content words, folded and cut, sorted and without repeats.
/// Numbers count as they stand. What lies in `dates`, which are in order, does
/// not count: sentences that are compared name the same day anyway.
pub(super) fn content_stems(sentence: &str, dates: &[Span]) -> Vec<String> {
    let dated = |token: Span| {
        let next = dates.partition_point(|date| date.end <= token.start);
        dates.get(next).is_some_and(|date| date.overlaps(token))
    };
    let mut out: Vec<String> = tokens(sentence)
        .iter()
        .filter(|token| token.kind != TokenKind::Mark)
        .filter(|token| !dated(token.span))
        .map(|token| dateline_text::fold(token.of(sentence)))
        .filter(|word| word.chars().count() > 2 && EMPTY.binary_search(&word.as_str()).is_err())
        .map(|word| {
            if word.as_bytes()[0].is_ascii_digit() {
                word
            } else {
                word.chars().take(STEM).collect()
            }
        })
        .collect();
    out.sort_unstable();
    out.dedup();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted() {
        assert!(EMPTY.is_sorted());
    }

    #[test]
    fn forms_of_one_word_meet() {
        assert_eq!(
            content_stems("Russian negotiators", &[]),
            content_stems("Russia negotiates", &[])
        );
        assert_eq!(content_stems("They said it was on the same day", &[]), ["day"]);
    }
}
