//! The guard of a bare year: four digits are a year only where something says so.

use super::{PREPOSITIONS, TIME_PREPOSITIONS};
use crate::find::Found;
use crate::words::Words;
use dateline_lang::en::time::words::{COUNTED, LABELS, holds as listed};
use dateline_text::TokenKind;

/// A year is introduced, enclosed or qualifies a noun; it counts and labels nothing.
pub(super) fn holds(words: &Words<'_>, found: &Found) -> bool {
    let (at, before, next) = (found.end - 1, words.before(found.end - 1), words.get(found.end));
    let ranged = words.dash(found.end) && words.number(found.end + 1, 4).is_some();
    if listed(&COUNTED, next) || !ranged && listed(&LABELS, before) {
        return false;
    }
    if matches!(before, "$" | "\u{20AC}" | "\u{A3}" | "#" | "\u{2116}" | "+" | "=" | "/" | ":")
        || matches!(next, "%" | "\u{20AC}" | "$" | "/" | "=" | "+")
        || next == ":" && words.touches(found.end + 1)
        || words.touches(at) && before.chars().all(char::is_alphabetic) && before != "'s"
        || words.touches(found.end)
            && next.starts_with(|c: char| c.is_alphabetic())
            && !matches!(next, "s")
    {
        return false;
    }
    let modified = found.end - found.start > 1;
    // A number beside a number belongs to a longer one.
    let is_number = |at: usize| words.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Number);
    if !modified && at > 0 && is_number(at - 1) || is_number(found.end) {
        return false;
    }
    // Telephone numbers and codes: digits, dash, digits that make no range.
    let dashed = words.touches(at) && words.dash(at.wrapping_sub(1));
    if dashed && at >= 2 && words.tokens[at - 2].kind == TokenKind::Number {
        let other = words.get(at - 2);
        if other.len() != 4 && !(words.is_any(at.wrapping_sub(3), &["-"]) && other.len() == 2) {
            return false;
        }
        if other.len() != 4 {
            return false;
        }
    }
    if words.touches(found.end) && words.dash(found.end) && words.touches(found.end + 1) {
        let tail = words.get(found.end + 1);
        let digits = tail.chars().all(|c| c.is_ascii_digit());
        if digits && !matches!(tail.len(), 2 | 4) {
            return false;
        }
    }
    let heading = words.begins_line(at) || words.begins_line(found.end);
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
        || words.dash(at.wrapping_sub(1));
    let plural = next.ends_with('s')
        && next.starts_with(|c: char| c.is_ascii_lowercase())
        && !matches!(next, "was" | "is" | "has" | "as" | "its" | "his");
    let modern = found.parts.year.is_some_and(|y| (1900..2100).contains(&y));
    // "A survey of 1709 children" counts, "the revolts of 1848" does not.
    let counting = !modern && (plural || next.ends_with("children")) && before != "the";
    (modified || introduced || modern && !plural) && !counting
}
