//! Tokens and sentences, shared by every stage that reads a body.

use std::borrow::Cow;

use dateline_model::Span;

/// A piece of text that is not white space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
}

/// What a [`Token`] is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with apostrophes and full stops inside as in "O'Brien" and
    /// "U.S."; the possessive "'s" is a word of its own.
    Word,
    /// Decimal digits only.
    Number,
    /// One character of anything else.
    Mark,
}

impl Token {
    /// Its text.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        self.span.of(text)
    }
}

/// Cuts a text into tokens. Linear in its length.
///
/// ```
/// # use dateline_ingest::text::tokens;
/// let text = "Russia's U.S.-led talks, 12:30";
/// let words: Vec<&str> = tokens(text).iter().map(|token| token.of(text)).collect();
/// assert_eq!(words, ["Russia", "'s", "U.S.", "-", "led", "talks", ",", "12", ":", "30"]);
/// ```
pub fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((start, first)) = rest.next() {
        if first.is_whitespace() {
            continue;
        }
        let mut end = start + first.len_utf8();
        let kind = if first.is_ascii_digit() {
            while let Some(&(at, c)) = rest.peek() {
                if !c.is_ascii_digit() {
                    break;
                }
                end = at + 1;
                rest.next();
            }
            TokenKind::Number
        } else if is_letter(first) || (is_apostrophe(first) && possessive(&text[end..])) {
            while let Some(&(at, c)) = rest.peek() {
                let after = &text[at + c.len_utf8()..];
                let inside = is_letter(c)
                    || (is_apostrophe(c)
                        && after.chars().next().is_some_and(is_letter)
                        && !possessive(after))
                    || (c == '.' && abbreviates(&text[start..at], after));
                if !inside {
                    break;
                }
                end = at + c.len_utf8();
                rest.next();
            }
            TokenKind::Word
        } else {
            TokenKind::Mark
        };
        out.push(Token { span: Span::new(start, end), kind });
    }
    out
}

/// Letters and the marks that sit on them.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{0300}'..='\u{036F}' | '\u{00AD}' | '\u{200D}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{02BC}')
}

/// Whether what follows an apostrophe is a lone "s".
fn possessive(after: &str) -> bool {
    let mut chars = after.chars();
    matches!(chars.next(), Some('s' | 'S')) && !chars.next().is_some_and(is_letter)
}

/// Whether a full stop belongs to the word before it: "U.S.", "e.g.".
fn abbreviates(before: &str, after: &str) -> bool {
    let last = before.rsplit('.').next().unwrap_or("");
    let single = last.chars().count() == 1;
    let next_single = {
        let mut chars = after.chars();
        chars.next().is_some_and(char::is_alphabetic) && chars.next() == Some('.')
    };
    single && (before.contains('.') || next_single)
}

/// Words after which a full stop ends no sentence. Sorted; lower case;
/// without the stop. Add only words that are rare as the last of a sentence.
const ABBREVIATIONS: [&str; 48] = [
    "adm", "apr", "art", "aug", "ave", "brig", "capt", "cf", "co", "col", "corp", "dec", "dept",
    "dr", "eg", "etc", "feb", "fig", "gen", "gov", "hon", "ie", "inc", "jan", "jr", "jul", "jun",
    "lt", "ltd", "maj", "mar", "messrs", "mr", "mrs", "ms", "mt", "no", "nov", "oct", "prof",
    "rep", "rev", "sen", "sept", "sgt", "sr", "st", "vs",
];

/// The sentences of a text, without the white space around them. An empty line
/// always ends one.
///
/// ```
/// # use dateline_ingest::text::sentences;
/// let text = "The U.S. envoy met Mr. Weiss. \u{201c}Good.\u{201d} They parted.\n\nThe end";
/// let cut: Vec<&str> = sentences(text).iter().map(|span| span.of(text)).collect();
/// assert_eq!(cut, ["The U.S. envoy met Mr. Weiss.", "\u{201c}Good.\u{201d}", "They parted.", "The end"]);
/// ```
pub fn sentences(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let mut end = at + c.len_utf8();
        if c == '\n' {
            let breaks = text[end..].trim_start_matches([' ', '\t', '\r']).starts_with('\n');
            if breaks {
                push_trimmed(&mut out, text, start, at);
                start = end;
            }
            continue;
        }
        if !matches!(c, '.' | '!' | '?' | '\u{2026}') {
            continue;
        }
        while let Some(&(next, closing)) = chars.peek() {
            if !matches!(
                closing,
                '.' | '!' | '?' | '\'' | '"' | ')' | ']' | '\u{2019}' | '\u{201D}' | '\u{00BB}'
            ) {
                break;
            }
            end = next + closing.len_utf8();
            chars.next();
        }
        if ends_sentence(&text[start..at], c, &text[end..]) {
            push_trimmed(&mut out, text, start, end);
            start = end;
        }
    }
    push_trimmed(&mut out, text, start, text.len());
    out
}

/// A word in lower case; most words are so already.
pub(crate) fn lower(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase())
    }
}

/// The letters and digits of a text, in lower case: what stays the same when
/// spacing, punctuation and capitals differ.
pub(crate) fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// The nearest character boundary at or before byte `at`.
pub(crate) fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// Whether the stop `mark` between `before` and `after` ends a sentence.
fn ends_sentence(before: &str, mark: char, after: &str) -> bool {
    if !after.is_empty() && !after.starts_with(char::is_whitespace) {
        return false;
    }
    let next = after.trim_start().chars().next();
    let opens = next.is_none_or(|c| !c.is_lowercase());
    if mark != '.' {
        return opens;
    }
    let word = before.rsplit(|c: char| !(is_letter(c) || c == '.')).next().unwrap_or("");
    let initials = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let dotted = word.contains('.');
    let short = word.len() <= 8
        && ABBREVIATIONS.binary_search(&word.to_lowercase().replace('.', "").as_str()).is_ok();
    // "U.S." ends a sentence only where a clear opening word follows.
    let opening = after.trim_start().split(|c: char| !is_letter(c)).next().unwrap_or("");
    let clear = matches!(
        opening,
        "The"
            | "A"
            | "An"
            | "He"
            | "She"
            | "It"
            | "They"
            | "In"
            | "On"
            | "But"
            | "And"
            | "This"
            | "That"
            | "We"
            | "I"
            | "His"
            | "Her"
            | "Their"
            | "At"
            | "After"
            | "Before"
            | "For"
    );
    opens && !short && (!(initials || dotted) || clear || next.is_none())
}

fn push_trimmed(out: &mut Vec<Span>, text: &str, start: usize, end: usize) {
    let piece = &text[start..end];
    let trimmed = piece.trim();
    if !trimmed.is_empty() {
        let start = start + (piece.len() - piece.trim_start().len());
        out.push(Span::new(start, start + trimmed.len()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_sorted() {
        assert!(ABBREVIATIONS.is_sorted());
    }

    fn check(text: &str, expected: &[&str]) {
        let cut: Vec<&str> = sentences(text).iter().map(|span| span.of(text)).collect();
        assert_eq!(cut, expected, "{text}");
    }

    #[test]
    fn a_stop_inside_a_number_or_name_ends_nothing() {
        check("It fell 3.5 points. J. Smith left.", &["It fell 3.5 points.", "J. Smith left."]);
        check("He moved to the U.S. He stayed.", &["He moved to the U.S.", "He stayed."]);
        check("Zamin.uz reported it.", &["Zamin.uz reported it."]);
    }

    #[test]
    fn a_bullet_is_a_paragraph_of_its_own() {
        check("One line\n\n\u{2022} Two. Three", &["One line", "\u{2022} Two.", "Three"]);
    }

    #[test]
    fn hostile_text_is_cut_in_one_pass() {
        let text = ". ".repeat(100_000);
        assert!(sentences(&text).len() <= 100_000);
        assert_eq!(tokens(&"a'".repeat(50_000)).len(), 2);
    }
}
