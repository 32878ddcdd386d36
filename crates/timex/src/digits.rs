//! What digits and marks say in any language. Packs build their own shapes on these.

use crate::parts::{Amount, Parts, Said};
use crate::tokens::Tokens;

/// A day of the month in digits that is no piece of a larger number.
pub fn day(tokens: &Tokens<'_>, at: usize) -> Option<u8> {
    let day = tokens.number(at, 2).filter(|d| (1..=31).contains(d))? as u8;
    let alone = !tokens.number_goes_on(at) && !tokens.number_came_before(at);
    alone.then_some(day)
}

/// Four digits from 1000 to 2199 that stand alone.
pub fn year(tokens: &Tokens<'_>, at: usize) -> Option<i32> {
    let year = tokens.number(at, 4).filter(|y| (1000..2200).contains(y))?;
    let alone = !tokens.number_goes_on(at) && !tokens.number_came_before(at);
    alone.then_some(year as i32)
}

/// Three digits that a mark closes: "24 August 410,".
pub(crate) fn old_year(tokens: &Tokens<'_>, at: usize) -> Option<i32> {
    let year = tokens.number(at, 3).filter(|year| *year >= 100)?;
    let alone = !tokens.number_goes_on(at) && !tokens.number_came_before(at);
    (alone && tokens.touches(at + 1) && closes(tokens, at + 1)).then_some(year as i32)
}

/// Whether token `at` is a mark that ends a phrase.
pub(crate) fn closes(tokens: &Tokens<'_>, at: usize) -> bool {
    let mark = tokens.get(at);
    let glued = tokens.touches(at) && tokens.touches(at + 1) && tokens.dash(at);
    !glued
        && (tokens.dash(at)
            || mark.chars().all(|c| ".,;:)]!?\"\u{2019}\u{201D}\u{2026}".contains(c)))
}

/// A number in digits, below a million, and how many tokens it takes.
pub fn cardinal(tokens: &Tokens<'_>, at: usize) -> Option<(usize, u32)> {
    let n = tokens.number(at, 6).filter(|_| !tokens.number_came_before(at))?;
    if !tokens.number_goes_on(at) {
        return Some((1, n));
    }
    let thousands = tokens.is(at + 1, ",") && tokens.get(at + 2).len() == 3 && n < 1000;
    let tail = tokens.number(at + 2, 3).filter(|_| thousands && !tokens.number_goes_on(at + 2))?;
    Some((3, n * 1000 + tail))
}

/// The same as an amount.
pub fn amount(tokens: &Tokens<'_>, at: usize) -> Said {
    let (length, n) = cardinal(tokens, at)?;
    Some((length, Parts { amount: Some(Amount::Exact(n, false)), ..Parts::default() }))
}

/// "14:30".
pub fn clock(tokens: &Tokens<'_>, at: usize) -> Option<(usize, (u8, u8))> {
    let hour = tokens.number(at, 2).filter(|hour| *hour < 24)?;
    if clock_came_before(tokens, at) || !tokens.is(at + 1, ":") {
        return None;
    }
    let minute = minute(tokens, at)?;
    (!clock_goes_on(tokens, at + 3)).then_some((3, (hour as u8, minute)))
}

/// The minute in "14:30" or "14.30", whose hour is token `at`.
pub fn minute(tokens: &Tokens<'_>, at: usize) -> Option<u8> {
    let marked =
        tokens.is_any(at + 1, &[":", "."]) && tokens.touches(at + 1) && tokens.touches(at + 2);
    let minute = tokens.number(at + 2, 2).filter(|_| marked)?;
    (minute < 60 && tokens.get(at + 2).len() == 2).then_some(minute as u8)
}

/// Whether token `at` stands inside a larger number or behind an hour's colon.
pub fn clock_came_before(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.number_came_before(at) || tokens.touches(at) && tokens.is(at - 1, ":")
}

/// Whether what ends before token `at` goes on: "3:2" is a score, "12:30:15" has seconds.
pub fn clock_goes_on(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is(at, ":") && tokens.touches(at)
}
