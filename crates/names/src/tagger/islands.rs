//! Cuts a text into the stretches that may hold names, and what lies between
//! is never looked at: most of a text is small words.

use std::ops::Range;

use super::document::Document;
use crate::reading::Reading;
use dateline_text::TokenKind;

/// Small words, numbers and marks between two capitals that may belong to one name.
const BRIDGE: usize = 3;

/// The stretches of tokens, in order, never touching.
pub(super) fn islands(reading: &Reading, document: &Document) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for at in 0..reading.tokens.len() {
        if !core(reading, document, at) {
            continue;
        }
        let first = before(reading, document, at);
        let after = after(reading, document, at);
        match out.last_mut() {
            Some(last)
                if last.end + BRIDGE >= first
                    && (last.end..=at).all(|token| !document.breaks[token]) =>
            {
                last.end = last.end.max(after);
            }
            Some(last) if last.end > first => last.end = last.end.max(after),
            _ => out.push(first..after),
        }
    }
    out
}

/// Whether a token alone may be a name, or the middle of one.
fn core(reading: &Reading, document: &Document, at: usize) -> bool {
    let facts = document.at(at);
    facts.large()
        || (reading.is_word(at) && reading.of(at).len() > 2 && document.listed_small(at))
        || document.settled[at].kind != 0 && reading.is_word(at)
}

/// Where a name around `at` may begin: "al-Assad", "6PR".
fn before(reading: &Reading, document: &Document, at: usize) -> usize {
    let Some(one) = at.checked_sub(1) else { return at };
    if document.breaks[at] {
        return at;
    }
    let number = reading.tokens[one].kind == TokenKind::Number && reading.touches(at);
    if number {
        return one;
    }
    let Some(two) = one.checked_sub(1) else { return at };
    if reading.hyphen(one) && reading.is_word(two) { two } else { at }
}

/// Where a name around `at` may end: "Inc.", "Apollo 11", "Jung-ho".
fn after(reading: &Reading, document: &Document, at: usize) -> usize {
    let mut after = at + 1;
    let here = |token: usize| token < reading.tokens.len() && !document.breaks[token];
    if reading.hyphen(after) && here(after + 1) {
        after += 2;
    } else if here(after) {
        let small = !document.at(at).large() && reading.is_word(after);
        let number = reading.tokens[after].kind == TokenKind::Number;
        let stop = matches!(reading.of(after), "." | "!") && reading.touches(after);
        after += usize::from(small || number || stop);
    }
    after
}
