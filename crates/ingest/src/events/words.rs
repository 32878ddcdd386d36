//! The words of a sentence that tell one happening from another.

use crate::text::{TokenKind, tokens};

/// Words that any news sentence may have: saying, being, time. Sorted, lower
/// case. Add a word when it joined two happenings that are not one.
const EMPTY: [&str; 96] = [
    "about",
    "according",
    "added",
    "after",
    "again",
    "ahead",
    "also",
    "among",
    "announced",
    "another",
    "around",
    "been",
    "before",
    "being",
    "between",
    "both",
    "could",
    "date",
    "days",
    "described",
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
    "not",
    "noted",
    "now",
    "off",
    "on",
    "only",
    "other",
    "our",
    "out",
    "over",
    "own",
    "part",
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
    "so",
    "some",
    "spoke",
    "stated",
    "such",
    "than",
    "that",
    "the",
    "their",
    "them",
    "there",
    "these",
    "they",
    "this",
    "those",
    "time",
    "told",
    "under",
    "until",
    "was",
    "week",
    "were",
    "which",
    "while",
    "will",
    "year",
];

/// How many letters of a word count: enough to tell words apart, few enough
/// that "Russia" and "Russian", "negotiate" and "negotiations" meet.
const STEM: usize = 5;

/// The sentence's content words, folded and cut, sorted and without repeats.
/// Numbers count as they stand.
pub(super) fn content_stems(sentence: &str) -> Vec<String> {
    let mut out: Vec<String> = tokens(sentence)
        .iter()
        .filter(|token| token.kind != TokenKind::Mark)
        .map(|token| crate::slug::fold(token.of(sentence)))
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
        assert_eq!(content_stems("Russian negotiators"), content_stems("Russia negotiates"));
        assert_eq!(content_stems("They said it was on the same day"), ["day"]);
    }
}
