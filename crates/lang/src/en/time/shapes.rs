//! English shapes of eras, decades and set phrases: how many tokens each
//! takes and what it says.

use dateline_timex::{BUDDHIST, Tokens, look};

use super::words::{CARDINALS, DECADES};

/// Nouns that name an end or the middle of a stretch of time.
const STRETCH_ENDS: [&str; 9] =
    ["beginning", "start", "end", "middle", "close", "onset", "turn", "rest", "outset"];

/// Words before a number that is not exact.
const APPROXIMATE: [&str; 12] = [
    "about",
    "almost",
    "approximately",
    "around",
    "barely",
    "just",
    "nearly",
    "only",
    "over",
    "roughly",
    "some",
    "under",
];

/// Words at which one of these shapes may begin. Sorted.
pub(super) const OPENERS: [&str; 70] = [
    "a",
    "a.d.",
    "about",
    "ad",
    "almost",
    "an",
    "approximately",
    "around",
    "at",
    "b.e.",
    "barely",
    "be",
    "beginning",
    "close",
    "couple",
    "dozen",
    "earlier",
    "early",
    "eighteen",
    "eighties",
    "end",
    "few",
    "fewer",
    "fifteen",
    "fifties",
    "final",
    "first",
    "forties",
    "fourteen",
    "half",
    "hundred",
    "just",
    "last",
    "late",
    "later",
    "latter",
    "less",
    "many",
    "mid",
    "middle",
    "million",
    "more",
    "nearly",
    "nineteen",
    "nineties",
    "one",
    "only",
    "onset",
    "outset",
    "over",
    "quarter",
    "rest",
    "roughly",
    "seventeen",
    "seventies",
    "several",
    "sixteen",
    "sixties",
    "some",
    "start",
    "the",
    "thirteen",
    "thirties",
    "thousand",
    "turn",
    "twenties",
    "twenty",
    "under",
    "up",
    "very",
];

/// Words behind a number that it cannot count. Sorted. No verb is among them: "On 14 May 3000 were
/// arrested".
pub(super) const BEHIND_YEAR: [&str; 29] = [
    "a", "after", "an", "and", "as", "at", "before", "but", "by", "for", "from", "he", "her",
    "his", "in", "it", "its", "on", "she", "that", "the", "their", "they", "this", "until", "when",
    "where", "which", "with",
];

/// "480 BC", "79 AD", "AD 79", "2567 BE".
pub(super) fn year_before(tokens: &Tokens<'_>, at: usize) -> Option<(usize, i32)> {
    let number = |at| tokens.number(at, 4).filter(|y| *y > 0 && !tokens.number_came_before(at));
    if matches!(tokens.get(at), "AD" | "A.D.") {
        let year = number(at + 1).filter(|_| !tokens.number_goes_on(at + 1))?;
        return Some((2, year as i32));
    }
    let thai = |year: &u32| (2300..2800).contains(year);
    if matches!(tokens.get(at), "BE" | "B.E.") {
        let year = number(at + 1).filter(thai).filter(|_| !tokens.number_goes_on(at + 1))?;
        return Some((2, year as i32 - BUDDHIST));
    }
    let year = number(at)?;
    let mark = tokens.get(at + 1);
    if matches!(mark, "BE" | "B.E.") && thai(&year) {
        return Some((2, year as i32 - BUDDHIST));
    }
    if matches!(mark, "BC" | "BCE" | "B.C." | "B.C" | "B.C.E." | "bc") {
        Some((2, 1 - year as i32))
    } else if mark == "B" && tokens.is(at + 2, ".") && tokens.is(at + 3, "C") {
        Some((4, 1 - year as i32))
    } else if matches!(mark, "AD" | "CE" | "A.D.") {
        Some((2, year as i32))
    } else {
        None
    }
}

pub(super) fn decade(tokens: &Tokens<'_>, at: usize) -> Option<(usize, i32)> {
    // "Novak's 1930s" are no age.
    let whole = tokens.is_number(at) && tokens.get(at).len() == 4;
    if !whole && is_age(tokens, at) {
        return None;
    }
    // "Early '90s".
    if tokens.apostrophe(at) {
        let behind = tokens.touches(at + 1) && tokens.get(at + 1).len() == 2;
        return decade(tokens, at + 1).filter(|_| behind).map(|(length, year)| (length + 1, year));
    }
    // "The nineteen sixties".
    let century = look(&CARDINALS, tokens.get(at)).filter(|n| (13..=19).contains(n));
    if let (Some(hundreds), Some(year)) = (century, look(&DECADES, tokens.get(at + 1))) {
        return Some((2, hundreds as i32 * 100 + year % 100));
    }
    if let Some(year) = look(&DECADES, tokens.get(at)) {
        return tokens
            .is_any(at.wrapping_sub(1), &["the", "early", "mid", "late", "-"])
            .then_some((1, year));
    }
    let plural = tokens.touches(at + 1) && tokens.is_any(at + 1, &["s", "'s"]);
    if !plural {
        return None;
    }
    // "The 1990's" are ten years, "1990's budget" is of one.
    let owns = tokens.get(at + 1).len() > 1
        && !matches!(tokens.before(at), "the" | "The" | "early" | "late" | "mid" | "-" | "and");
    if owns && tokens.number(at, 4).is_some() {
        return None;
    }
    if let Some(year) = tokens.number(at, 4).filter(|y| (1000..2200).contains(y) && y % 10 == 0) {
        return Some((2, year as i32));
    }
    let short = tokens.number(at, 2).filter(|y| (20..100).contains(y) && y % 10 == 0)?;
    matches!(tokens.before(at), "the" | "'" | "\u{2019}" | "early" | "late" | "mid")
        .then_some((2, 1900 + short as i32))
}

/// "In his late 20s", "in their mid-thirties": years of a life.
fn is_age(tokens: &Tokens<'_>, at: usize) -> bool {
    const WHOSE: [&str; 8] = ["'s", "her", "his", "my", "our", "their", "whose", "your"];
    let mut before = (at.saturating_sub(4)..at).rev();
    let first = before.find(|at| {
        let modifies = tokens.is_any(*at, &["early", "late", "mid", "to", "very"]);
        !modifies && !tokens.dash(*at)
    });
    first.is_some_and(|at| tokens.is_any(at, &WHOSE))
}

/// "early", "late in", "mid-", "the end of", "the beginning of the".
pub(super) fn modifier(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    if tokens.is_any(at, &["early", "late", "earlier", "later"]) {
        let linked = tokens.is(at + 1, "in");
        let dash = tokens.dash(at + 1) && tokens.touches(at + 1);
        return Some(1 + usize::from(linked || dash));
    }
    if tokens.is_any(at, &["mid", "middle"]) {
        return Some(1 + usize::from(tokens.dash(at + 1)));
    }
    let the = usize::from(tokens.is(at, "the"));
    let adjective = usize::from(tokens.is_any(at + the, &["very", "first", "second", "latter"]));
    let noun = at + the + adjective;
    let named = tokens.is_any(noun, &STRETCH_ENDS)
        || (adjective == 1 && tokens.is_any(noun, &["half", "part"]));
    if named && tokens.is(noun + 1, "of") {
        return Some(noun + 2 - at);
    }
    None
}

pub(super) fn about(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    if tokens.is_any(at, &["just", "only"]) && tokens.is_any(at + 1, &["over", "under", "about"]) {
        return Some(2);
    }
    if tokens.is_any(at, &APPROXIMATE) {
        return Some(1);
    }
    let two =
        [("more", "than"), ("less", "than"), ("fewer", "than"), ("at", "least"), ("up", "to")];
    two.iter().any(|(a, b)| tokens.is(at, a) && tokens.is(at + 1, b)).then_some(2)
}
