//! The guard of a bare year: four digits are a year only where something says so.

use dateline_timex::{Found, Tokens, listed};

use super::{PREPOSITIONS, TIME_PREPOSITIONS};
use crate::en::time::counts::{COUNTED, LABELS, MEASURED, MEASURES};

/// A year is introduced, enclosed or qualifies a noun; it counts and labels nothing.
pub(in crate::en::time) fn year(tokens: &Tokens<'_>, found: &Found) -> bool {
    let (at, before, next) = (found.end - 1, tokens.before(found.end - 1), tokens.get(found.end));
    // Years of the Hijra and of the Solar Hijri and Nepalese calendars.
    if matches!(next, "AH" | "A.H." | "AP" | "BS" | "B.S." | "SH" | "S.H.") {
        return false;
    }
    let ranged = tokens.dash(found.end) && tokens.number(found.end + 1, 4).is_some();
    if listed(&COUNTED, next) || !ranged && is_label(tokens, at) || is_measured(tokens, found) {
        return false;
    }
    if matches!(before, "$" | "\u{20AC}" | "\u{A3}" | "#" | "\u{2116}" | "+" | "=" | "/" | ":")
        || matches!(next, "%" | "\u{20AC}" | "$" | "/" | "=" | "+")
        || next == ":" && tokens.touches(found.end + 1)
        || tokens.touches(at) && before.chars().all(char::is_alphabetic) && before != "'s"
        || tokens.touches(found.end)
            && next.starts_with(|c: char| c.is_alphabetic())
            && !matches!(next, "s")
    {
        return false;
    }
    let modified = found.end - found.start > 1;
    // A number beside a number belongs to a longer one.
    let is_number = |at: usize| tokens.is_number(at);
    if !modified && at > 0 && is_number(at - 1) || is_number(found.end) {
        return false;
    }
    // Telephone numbers and codes: digits, dash, digits that make no range.
    let dashed = tokens.touches(at) && tokens.dash(at.wrapping_sub(1));
    if dashed && at >= 2 && tokens.is_number(at - 2) {
        let other = tokens.get(at - 2);
        if other.len() != 4 && !(tokens.is_any(at.wrapping_sub(3), &["-"]) && other.len() == 2) {
            return false;
        }
        if other.len() != 4 {
            return false;
        }
    }
    if tokens.touches(found.end) && tokens.dash(found.end) && tokens.touches(found.end + 1) {
        let tail = tokens.get(found.end + 1);
        let digits = tail.chars().all(|c| c.is_ascii_digit());
        if digits && !matches!(tail.len(), 2 | 4) {
            return false;
        }
    }
    let heading = tokens.begins_line(at) || tokens.begins_line(found.end);
    let introduced = ranged
        || heading
        || listed(&TIME_PREPOSITIONS, before)
        || listed(&PREPOSITIONS, before)
        || matches!(
            before,
            "(" | "["
                | "and"
                | "or"
                | "the"
                | "'s"
                | "\u{2019}s"
                | "a"
                | "as"
                | "than"
                | "The"
                | "In"
                | "'"
        )
        || tokens.dash(at.wrapping_sub(1));
    let plural = next.ends_with('s')
        && next.starts_with(|c: char| c.is_ascii_lowercase())
        && !matches!(next, "was" | "is" | "has" | "as" | "its" | "his");
    let modern = found.parts.year.is_some_and(|y| (1900..2100).contains(&y));
    // "A survey of 1709 children" counts, "the revolts of 1848" does not.
    let counting = !modern && (plural || next.ends_with("children")) && before != "the";
    // "Room for 1000 orphaned children".
    let room = !modern && before == "for" && next.starts_with(|c: char| c.is_ascii_lowercase());
    // "It closed at 1850", "a shock at 1100"; "at 1990 prices" are of that year.
    let sum =
        before == "at" && !matches!(next, "levels" | "prices" | "rates" | "standards" | "values");
    (modified || introduced || modern && !plural) && !counting && !room && !sum
}

/// "Flight 1549", "flight BA 2026", "flights 1549 and 1812".
fn is_label(tokens: &Tokens<'_>, at: usize) -> bool {
    let label = |back: usize| at >= back && listed(&LABELS, tokens.get(at - back));
    let code = tokens.before(at);
    let code = code.len() <= 3 && code.chars().all(|c| c.is_ascii_uppercase());
    let listed = at >= 2 && tokens.is_any(at - 1, &["and", "or", ","]) && tokens.is_number(at - 2);
    label(1) || label(2) && code || label(3) && listed
}

/// "A 1850-metre peak", "an altitude of 1850".
fn is_measured(tokens: &Tokens<'_>, found: &Found) -> bool {
    let (start, end) = (found.start, found.end);
    let joined = tokens.touches(end) && tokens.dash(end) && tokens.touches(end + 1);
    let of = start >= 2 && tokens.is(start - 1, "of") && listed(&MEASURED, tokens.get(start - 2));
    joined && listed(&MEASURES, tokens.get(end + 1)) || of
}
