//! Cuts a line into letters, digits and marks, also where a page glued a time or
//! a name to a date.

use dateline_text::{digit, is_invisible, is_mark};

/// Letters, digits or one mark. Letters break where a capital follows a small
/// letter; digits break where a glued time or date would.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: TokenKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    Letters,
    Digits,
    Mark,
}

impl Token {
    pub(crate) fn of<'t>(&self, line: &'t str) -> &'t str {
        &line[self.start..self.end]
    }

    pub(crate) fn number(&self, line: &str) -> Option<i32> {
        let add = |sum: i32, c| Some(sum * 10 + digit(c)? as i32);
        (self.kind == TokenKind::Digits && self.long(line) <= 4)
            .then(|| self.of(line).chars().try_fold(0, add))
            .flatten()
    }

    /// Of how many characters it is.
    pub(crate) fn long(&self, line: &str) -> usize {
        self.of(line).chars().count()
    }

    pub(crate) fn is(&self, line: &str, mark: &str) -> bool {
        self.of(line) == mark
    }

    pub(crate) fn word(&self, line: &str) -> Option<String> {
        // No month or weekday is longer than this many bytes.
        (self.kind == TokenKind::Letters && self.end - self.start <= 40)
            .then(|| self.of(line).to_lowercase())
    }
}

pub(crate) fn tokens(line: &str) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    let mut previous: Option<char> = None;
    for (at, c) in line.char_indices() {
        let end = at + c.len_utf8();
        let sits =
            || out.last().is_some_and(|last| last.end == at && last.kind == TokenKind::Letters);
        let kind = if digit(c).is_some() {
            TokenKind::Digits
        } else if c.is_alphabetic() || (is_sign(c) && sits()) {
            TokenKind::Letters
        } else {
            TokenKind::Mark
        };
        let joins = previous.is_some_and(|before| !(c.is_uppercase() && before.is_lowercase()));
        match out.last_mut() {
            Some(last)
                if kind == last.kind && kind != TokenKind::Mark && joins && last.end == at =>
            {
                last.end = end
            }
            _ if c.is_whitespace() || is_invisible(c) => {}
            _ => out.push(Token { start: at, end, kind }),
        }
        previous = Some(c);
    }
    unglue(line, out)
}

/// Signs on letters that count as none: accents, and the tone marks of Thai.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{0E47}'..='\u{0E4E}') || (is_mark(c) && !is_invisible(c))
}

/// "12:1327/05/2025" has a time before its day, "202519:20" after its year.
fn unglue(line: &str, tokens: Vec<Token>) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    for (index, token) in tokens.iter().enumerate() {
        let length = if token.of(line).is_ascii() { token.end - token.start } else { 0 };
        // A colon between touching digits is one of a time; "Date: 2025" is not.
        let touches = |one: Option<&Token>, two: Option<&Token>| match (one, two) {
            (Some(one), Some(two)) => {
                one.kind == TokenKind::Digits
                    && two.kind == TokenKind::Digits
                    && one.end + 1 == two.start
            }
            _ => false,
        };
        let colon_before = index > 1
            && tokens[index - 1].is(line, ":")
            && touches(tokens.get(index - 2), Some(token));
        let colon_after = tokens.get(index + 1).is_some_and(|next| next.is(line, ":"))
            && touches(Some(token), tokens.get(index + 2));
        let cut = match (token.kind, length) {
            (TokenKind::Digits, 3 | 4) if colon_before => Some(2),
            (TokenKind::Digits, 5 | 6) if colon_before || colon_after => {
                Some(if colon_before { 2 } else { 4 })
            }
            (TokenKind::Digits, 4) if colon_after => Some(2),
            _ => None,
        };
        match cut {
            Some(cut) => {
                out.push(Token { end: token.start + cut, ..*token });
                out.push(Token { start: token.start + cut, ..*token });
            }
            None => out.push(*token),
        }
    }
    out
}
