//! What is a time in any language: whole dates in digits whose order is sure,
//! and years that their marks make sure.

use crate::grammar::Grammar;
use crate::language::Language;
use crate::row::{Found, Reading, Row, row, whole_number};
use crate::tokens::Tokens;

/// Reads where no language is known: only what is made of digits and marks.
pub static NEUTRAL: Language = Language::new(Grammar { rows: &ROWS, ..Grammar::EMPTY });

#[rustfmt::skip]
static ROWS: [Row; 9] = [
    row("date/iso-clock", "YYYY ~DASH ~MM ~DASH ~DD [t] CLOCK", Reading::Date, alone, "[2025-05-16T14:30]", "2025-05-16T14:30", "2025-05-16, 14:30"),
    row("date/iso", "YYYY ~DASH ~MM ~DASH ~DD", Reading::Date, alone, "([2025-05-16])", "2025-05-16", "2025-05-16-7"),
    row("date/year-slashes", "YYYY ~/ ~MM ~/ ~DD", Reading::Date, alone, "([2025/05/16])", "2025-05-16", "/2025/05/16/"),
    row("date/slashes", "DD ~/ ~MM ~/ ~YYYY", Reading::Date, day_is_sure, "([27/05/2025])", "2025-05-27", "03/05/2025"),
    row("date/slashes-month-first", "MM ~/ ~DD ~/ ~YYYY", Reading::Date, day_is_sure, "([05/27/2025])", "2025-05-27", "05/03/2025"),
    row("date/dots-clock", "DD ~. ~MM ~. ~YYYY [,] CLOCK", Reading::Date, alone, "([16.05.2025, 14:30])", "2025-05-16T14:30", "16.05.2025, 14:75"),
    row("date/dots", "DD ~. ~MM ~. ~YYYY", Reading::Date, alone, "([16.05.2025])", "2025-05-16", "5.16.05.2025"),
    row("year/range-in-brackets", "YEAR > ~DASH ~YEAR ~)", Reading::Date, lifetime, "([1914]\u{2013}1918)", "1914", "(1000\u{2013}2000)"),
    row("year/in-brackets", "YEAR > ~)", Reading::Date, in_brackets, "([1998])", "1998", "(1998, 2)"),
];

/// No piece of a longer number, code or path, at either end.
fn alone(tokens: &Tokens<'_>, found: &Found) -> bool {
    whole_number(tokens, found) && !tokens.number_goes_on(found.end - 1)
}

/// Day and month cannot be taken for each other.
fn day_is_sure(tokens: &Tokens<'_>, found: &Found) -> bool {
    let (day, month) = (found.parts.day.unwrap_or(0), found.parts.month.unwrap_or(0));
    (day > 12 || day == month) && alone(tokens, found)
}

/// A year of a modern text, alone in brackets or at the end of a range in them.
/// Older ones are as often a count.
fn in_brackets(tokens: &Tokens<'_>, found: &Found) -> bool {
    let modern = found.parts.year.is_some_and(|year| (1800..2100).contains(&year));
    let at = found.start;
    let opened = |at: usize| tokens.touches(at) && tokens.before(at) == "(";
    let ranged = at >= 2
        && tokens.touches(at)
        && tokens.dash(at - 1)
        && tokens.number(at - 2, 4).is_some_and(|first| spans(first, tokens.number(at, 4)))
        && opened(at - 2);
    modern && opened(at) || ranged
}

/// The first year of a range in brackets that is no longer than a life.
fn lifetime(tokens: &Tokens<'_>, found: &Found) -> bool {
    let last = tokens.number(found.end + 1, 4);
    tokens.touches(found.start)
        && tokens.before(found.start) == "("
        && tokens.number(found.start, 4).is_some_and(|first| spans(first, last))
}

fn spans(first: u32, last: Option<u32>) -> bool {
    last.is_some_and(|last| first >= 1500 && first < last && last - first <= 120)
}
