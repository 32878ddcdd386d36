//! Tokens: words, numbers and marks of a text.

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
    #[inline]
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        self.span.of(text)
    }
}

/// Cuts a text into tokens. Linear in its length.
///
/// ```
/// # use dateline_text::tokens;
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
#[inline]
pub(crate) fn is_letter(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphabetic();
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hostile_word_is_one_token() {
        assert_eq!(tokens(&"a'".repeat(50_000)).len(), 2);
    }
}
