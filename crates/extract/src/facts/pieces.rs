//! Cuts a line into letters, digits and marks, also where a page glued a time or
//! a name to a date.

use dateline_text::is_invisible;

/// Letters, digits or one mark. Letters break where a capital follows a small
/// letter; digits break where a glued time or date would.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Letters,
    Digits,
    Mark,
}

impl Piece {
    pub(crate) fn of<'t>(&self, line: &'t str) -> &'t str {
        &line[self.start..self.end]
    }

    pub(crate) fn number(&self, line: &str) -> Option<i32> {
        (self.kind == Kind::Digits && self.end - self.start <= 4)
            .then(|| self.of(line).parse().ok())
            .flatten()
    }

    pub(crate) fn is(&self, line: &str, mark: &str) -> bool {
        self.of(line) == mark
    }

    pub(crate) fn word(&self, line: &str) -> Option<String> {
        // No month or weekday is longer than this many bytes.
        (self.kind == Kind::Letters && self.end - self.start <= 40)
            .then(|| self.of(line).to_lowercase())
    }
}

pub(crate) fn pieces(line: &str) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    let mut previous: Option<char> = None;
    for (at, c) in line.char_indices() {
        let end = at + c.len_utf8();
        let kind = if c.is_ascii_digit() {
            Kind::Digits
        } else if c.is_alphabetic() {
            Kind::Letters
        } else {
            Kind::Mark
        };
        let joins = previous.is_some_and(|before| !(c.is_uppercase() && before.is_lowercase()));
        match out.last_mut() {
            Some(last) if kind == last.kind && kind != Kind::Mark && joins && last.end == at => {
                last.end = end
            }
            _ if c.is_whitespace() || is_invisible(c) => {}
            _ => out.push(Piece { start: at, end, kind }),
        }
        previous = Some(c);
    }
    unglue(line, out)
}

/// "12:1327/05/2025" has a time before its day, "202519:20" after its year.
fn unglue(line: &str, pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    for (index, piece) in pieces.iter().enumerate() {
        let length = piece.end - piece.start;
        // A colon between touching digits is one of a time; "Date: 2025" is not.
        let touches = |one: Option<&Piece>, two: Option<&Piece>| match (one, two) {
            (Some(one), Some(two)) => {
                one.kind == Kind::Digits && two.kind == Kind::Digits && one.end + 1 == two.start
            }
            _ => false,
        };
        let colon_before = index > 1
            && pieces[index - 1].is(line, ":")
            && touches(pieces.get(index - 2), Some(piece));
        let colon_after = pieces.get(index + 1).is_some_and(|next| next.is(line, ":"))
            && touches(Some(piece), pieces.get(index + 2));
        let cut = match (piece.kind, length) {
            (Kind::Digits, 3 | 4) if colon_before => Some(2),
            (Kind::Digits, 5 | 6) if colon_before || colon_after => {
                Some(if colon_before { 2 } else { 4 })
            }
            (Kind::Digits, 4) if colon_after => Some(2),
            _ => None,
        };
        match cut {
            Some(cut) => {
                out.push(Piece { end: piece.start + cut, ..*piece });
                out.push(Piece { start: piece.start + cut, ..*piece });
            }
            None => out.push(*piece),
        }
    }
    out
}
