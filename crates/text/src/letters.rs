//! Letters of a text, as they are compared.

use std::borrow::Cow;

/// A word in lower case; most words are so already.
pub fn lower(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        Cow::Borrowed(word)
    } else if word.is_ascii() {
        Cow::Owned(word.to_ascii_lowercase())
    } else {
        Cow::Owned(word.to_lowercase())
    }
}

/// The letters and digits of a text, in lower case: what stays the same when
/// spacing, punctuation and capitals differ.
pub fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// The nearest character boundary at or before byte `at`.
pub fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
/// Whether a phrase stands in a text by itself, and not within a longer word.
pub fn stands_in(text: &str, phrase: &str) -> bool {
    let whole = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(phrase).any(|(at, _)| {
        whole(text[..at].chars().next_back())
            && (!phrase.ends_with(char::is_alphanumeric)
                || whole(text[at + phrase.len()..].chars().next()))
    })
}
