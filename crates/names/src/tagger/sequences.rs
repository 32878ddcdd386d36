//! Cuts a text into the sequences that the tagger labels: stretches that may hold
//! names. What lies between is never looked at: most of a text is small words.

use std::ops::Range;

use dateline_text::TokenKind;

use super::document::Document;
use crate::tokenized::Tokenized;

/// Small words, numbers and marks between two capitals that may belong to one name.
const BRIDGE: usize = 3;

/// The sequences of tokens, in order, never touching.
pub(super) fn sequences(text: &Tokenized, document: &Document) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for at in 0..text.tokens.len() {
        if !core(text, document, at) {
            continue;
        }
        let first = before(text, document, at);
        let after = after(text, document, at);
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
fn core(text: &Tokenized, document: &Document, at: usize) -> bool {
    let facts = document.at(at);
    facts.large()
        || (text.is_word(at) && text.of(at).len() > 2 && document.listed_small(at))
        || document.settled[at].kind != 0 && text.is_word(at)
}

/// Where a name around `at` may begin: "al-Assad", "6PR".
fn before(text: &Tokenized, document: &Document, at: usize) -> usize {
    let Some(one) = at.checked_sub(1) else { return at };
    if document.breaks[at] {
        return at;
    }
    let number = text.tokens[one].kind == TokenKind::Number && text.touches(at);
    if number {
        return one;
    }
    let Some(two) = one.checked_sub(1) else { return at };
    if text.hyphen(one) && text.is_word(two) { two } else { at }
}

/// Where a name around `at` may end: "Inc.", "Apollo 11", "Jung-ho".
fn after(text: &Tokenized, document: &Document, at: usize) -> usize {
    let mut after = at + 1;
    let here = |token: usize| token < text.tokens.len() && !document.breaks[token];
    if text.hyphen(after) && here(after + 1) {
        after += 2;
    } else if here(after) {
        let small = !document.at(at).large() && text.is_word(after);
        let number = text.tokens[after].kind == TokenKind::Number;
        let stop = matches!(text.of(after), "." | "!") && text.touches(after);
        after += usize::from(small || number || stop);
    }
    after
}
