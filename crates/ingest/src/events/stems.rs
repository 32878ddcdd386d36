//! The words of a sentence that tell one happening from another.

use dateline_lang::events::Events;
use dateline_model::Span;
use dateline_text::{TokenKind, tokens};

/// How many letters of a word count: enough to tell words apart, few enough
/// that "Russia" and "Russian", "negotiate" and "negotiations" meet.
const STEM: usize = 5;

/// The sentence's content words, folded and cut, sorted and without repeats.
/// Numbers count as they stand. What lies in `dates`, which are in order, does
/// not count: sentences that are compared name the same day anyway.
pub(super) fn content_stems(words: &Events, sentence: &str, dates: &[Span]) -> Vec<String> {
    let dated = |token: Span| {
        let next = dates.partition_point(|date| date.end <= token.start);
        dates.get(next).is_some_and(|date| date.overlaps(token))
    };
    let mut out: Vec<String> = tokens(sentence)
        .iter()
        .filter(|token| token.kind != TokenKind::Mark)
        .filter(|token| !dated(token.span))
        .map(|token| dateline_text::fold(token.of(sentence)))
        .filter(|word| {
            word.chars().count() > 2 && words.empty.binary_search(&word.as_str()).is_err()
        })
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
    use dateline_lang::en::events::EVENTS;

    use super::*;

    #[test]
    fn forms_of_one_word_meet() {
        assert_eq!(
            content_stems(&EVENTS, "Russian negotiators", &[]),
            content_stems(&EVENTS, "Russia negotiates", &[])
        );
        assert_eq!(content_stems(&EVENTS, "They said it was on the same day", &[]), ["day"]);
    }
}
