//! Stretches: two expressions that name the first and the last of one range of days, and days that
//! one list names.

use dateline_model::DayRange;

use crate::parts::Class;
use crate::row::{Found, Reading};
use crate::tokens::Tokens;

/// What an expression is of a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// The first end; the next expression is the last.
    First,
    /// The last end; the expression before is the first.
    Last,
}

/// Whether two expressions that follow each other are the ends of a stretch, by the words between
/// and before them. Dashes need no language.
pub type Ends = fn(&Tokens<'_>, &Found, &Found) -> bool;

/// How many tokens may stand between the ends: "until", "to the", "bis zum".
const BETWEEN: usize = 3;

/// Which of the expressions are ends, one entry for each.
pub(crate) fn ends(by_words: Ends, tokens: &Tokens<'_>, found: &[Found]) -> Vec<Option<End>> {
    let mut out = vec![None; found.len()];
    for (at, pair) in found.windows(2).enumerate() {
        let [first, last] = pair else { continue };
        if out[at].is_none() && are_ends(by_words, tokens, first, last) {
            out[at] = Some(End::First);
            out[at + 1] = Some(End::Last);
        }
    }
    out
}

fn are_ends(by_words: Ends, tokens: &Tokens<'_>, first: &Found, last: &Found) -> bool {
    let near = first.end < last.start && last.start <= first.end + BETWEEN;
    near && !turns_back(tokens, first, last)
        && !first.is_time_alone()
        && !last.is_time_alone()
        && !(first.end..=last.start).any(|at| tokens.begins_paragraph(at))
        && (dashed(tokens, first, last) || by_words(tokens, first, last))
}

/// "3–5 May", "1998-2001", "2014/15". A dash with spaces around it may part two clauses, so that it
/// needs numbers on both sides.
fn dashed(tokens: &Tokens<'_>, first: &Found, last: &Found) -> bool {
    let at = first.end;
    if last.start != at + 1 {
        return false;
    }
    let tail = last.reading() == Reading::YearTail && tokens.is(at, "/");
    let touching = tokens.touches(at) && tokens.touches(at + 1);
    let numbers = tokens.is_number(at - 1) && (last.start..last.end).any(|at| tokens.is_number(at));
    tail || tokens.dash(at) && (touching || numbers && tokens.get(at) != "\u{2014}")
}

/// Whether the later of two days of one month comes first: no stretch is meant.
fn turns_back(tokens: &Tokens<'_>, first: &Found, last: &Found) -> bool {
    are_listed(tokens, first, last) && first.parts.day > last.parts.day
}

/// Whether two days are of one list, "3, 4 and 7 May", so that one month and year serves both.
pub(crate) fn are_listed(tokens: &Tokens<'_>, first: &Found, last: &Found) -> bool {
    let day = |one: &Found| {
        one.parts.month.filter(|_| {
            one.reading() == Reading::Date && one.parts.day.is_some() && one.parts.year.is_none()
        })
    };
    let prints = |one: &Found| (one.start..one.end).any(|at| tokens.begins(at, Class::Month));
    let near = first.end < last.start && last.start <= first.end + 2;
    near && day(first).is_some() && day(first) == day(last) && !(prints(first) && prints(last))
}

/// From the first day of the one to the last of the other.
pub(crate) fn stretch(first: DayRange, last: DayRange) -> Option<DayRange> {
    (first.start <= last.end).then_some(DayRange { start: first.start, end: last.end })
}
