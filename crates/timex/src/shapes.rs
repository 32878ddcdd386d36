//! The shapes of numbers, years, hours and set phrases: how many tokens each
//! takes and what it says.

use super::lexicon::{Amount, Parts, Said};
use super::words::Words;
use dateline_lang::en::time::words::{
    CARDINALS, DAY_PARTS, DECADES, Feast, HOLIDAYS, MONTHS, ORDINALS, SEASONS, UNITS, WEEKDAYS,
    ZONES, holds, look,
};

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

/// All words at which a class may begin, in lower case. A holiday begins with
/// the first word of its name.
pub(super) fn opening_words() -> impl Iterator<Item = &'static str> {
    const OTHERS: [&str; 29] = [
        "a",
        "an",
        "at",
        "couple",
        "earlier",
        "early",
        "few",
        "fewer",
        "final",
        "first",
        "fridays",
        "last",
        "late",
        "later",
        "latter",
        "less",
        "many",
        "mid",
        "mondays",
        "more",
        "saturdays",
        "several",
        "sundays",
        "the",
        "thursdays",
        "tuesdays",
        "up",
        "very",
        "wednesdays",
    ];
    (MONTHS.iter().map(|row| row.0))
        .chain(WEEKDAYS.iter().map(|row| row.0))
        .chain(CARDINALS.iter().map(|row| row.0))
        .chain(ORDINALS.iter().map(|row| row.0))
        .chain(DECADES.iter().map(|row| row.0))
        .chain(UNITS.iter().map(|row| row.0))
        .chain(SEASONS.iter().map(|row| row.0))
        .chain(DAY_PARTS.iter().map(|row| row.0))
        .chain(HOLIDAYS.iter().filter_map(|row| row.0.split(' ').next()))
        .chain(STRETCH_ENDS)
        .chain(APPROXIMATE)
        .chain(OTHERS)
}

pub(super) fn day(words: &Words<'_>, at: usize) -> Option<(usize, u8)> {
    let day = words.number(at, 2).filter(|d| (1..=31).contains(d))? as u8;
    if words.number_goes_on(at) || words.number_came_before(at) {
        return None;
    }
    let suffix = words.touches(at + 1) && words.is_any(at + 1, &["st", "nd", "rd", "th"]);
    Some((1 + usize::from(suffix), day))
}

pub(super) fn ordinal(words: &Words<'_>, at: usize) -> Option<(usize, u32)> {
    if let Some(n) = words.number(at, 3) {
        let suffix = words.touches(at + 1) && words.is_any(at + 1, &["st", "nd", "rd", "th"]);
        return suffix.then_some((2, n));
    }
    if let Some(n) = look(&ORDINALS, words.get(at)) {
        return Some((1, n));
    }
    let tens = look(&CARDINALS, words.get(at)).filter(|n| *n >= 20)?;
    let next = at + 1 + usize::from(words.dash(at + 1));
    let ones = look(&ORDINALS, words.get(next)).filter(|n| *n < 10)?;
    Some((next + 1 - at, tens + ones))
}

/// Four digits from 1000 to 2199 that stand alone.
pub(super) fn year(words: &Words<'_>, at: usize) -> Option<i32> {
    let year = words.number(at, 4).filter(|y| (1000..2200).contains(y))?;
    let alone = !words.number_goes_on(at) && !words.number_came_before(at);
    alone.then_some(year as i32)
}

pub(super) fn year_before(words: &Words<'_>, at: usize) -> Option<(usize, i32)> {
    let year = words.number(at, 4).filter(|y| *y > 0)?;
    let mark = words.get(at + 1);
    if matches!(mark, "BC" | "BCE" | "B.C." | "B.C" | "B.C.E." | "bc") {
        Some((2, 1 - year as i32))
    } else if mark == "B" && words.is(at + 2, ".") && words.is(at + 3, "C") {
        Some((4, 1 - year as i32))
    } else if matches!(mark, "AD" | "CE" | "A.D.") {
        Some((2, year as i32))
    } else {
        None
    }
}

pub(super) fn decade(words: &Words<'_>, at: usize) -> Option<(usize, i32)> {
    if let Some(year) = look(&DECADES, words.get(at)) {
        return words
            .is_any(at.wrapping_sub(1), &["the", "early", "mid", "late", "-"])
            .then_some((1, year));
    }
    let plural = words.touches(at + 1) && words.is_any(at + 1, &["s", "'s"]);
    if !plural {
        return None;
    }
    // "The 1990's" are ten years, "1990's budget" is of one.
    let owns = words.get(at + 1).len() > 1
        && !matches!(words.before(at), "the" | "The" | "early" | "late" | "mid" | "-" | "and");
    if owns && words.number(at, 4).is_some() {
        return None;
    }
    if let Some(year) = words.number(at, 4).filter(|y| (1000..2200).contains(y) && y % 10 == 0) {
        return Some((2, year as i32));
    }
    let short = words.number(at, 2).filter(|y| (20..100).contains(y) && y % 10 == 0)?;
    matches!(words.before(at), "the" | "'" | "\u{2019}" | "early" | "late" | "mid")
        .then_some((2, 1900 + short as i32))
}

/// A cardinal in digits or words, "several", "a few", and "a" where asked.
pub(super) fn amount(words: &Words<'_>, at: usize, article: bool) -> Said {
    let said = |length, amount| Some((length, Parts { amount: Some(amount), ..Parts::default() }));
    if words.is_any(at, &["several", "many", "few"]) {
        return said(1, Amount::Vague);
    }
    if words.is(at, "couple") && words.is(at + 1, "of") {
        return said(2, Amount::Exact(2, false));
    }
    if words.is_any(at, &["a", "an"]) {
        if words.is_any(at + 1, &["few", "number"]) {
            return said(2 + usize::from(words.is(at + 2, "of")), Amount::Vague);
        }
        if words.is(at + 1, "couple") {
            return said(2 + usize::from(words.is(at + 2, "of")), Amount::Exact(2, false));
        }
        if words.is(at + 1, "dozen") {
            return said(2, Amount::Exact(12, false));
        }
        return if article { said(1, Amount::Exact(1, false)) } else { None };
    }
    let (length, n) = cardinal(words, at)?;
    let half = words.is(at + length, "and")
        && (words.is(at + length + 1, "half")
            || words.is(at + length + 1, "a") && words.is(at + length + 2, "half"));
    let tail = if half { 2 + usize::from(words.is(at + length + 1, "a")) } else { 0 };
    // "2 1/2 years".
    let next = at + length;
    let fraction = !half
        && words.is(next, "1")
        && words.is(next + 1, "/")
        && words.is(next + 2, "2")
        && words.touches(next + 1)
        && words.touches(next + 2);
    let tail = if fraction { 3 } else { tail };
    said(length + tail, Amount::Exact(n, half || fraction))
}

fn cardinal(words: &Words<'_>, at: usize) -> Option<(usize, u32)> {
    if let Some(n) = words.number(at, 6) {
        if words.number_came_before(at) {
            return None;
        }
        if !words.number_goes_on(at) {
            return Some((1, n));
        }
        let thousands = words.is(at + 1, ",") && words.get(at + 2).len() == 3 && n < 1000;
        let tail =
            words.number(at + 2, 3).filter(|_| thousands && !words.number_goes_on(at + 2))?;
        return Some((3, n * 1000 + tail));
    }
    let n = look(&CARDINALS, words.get(at))?;
    let (mut length, mut n) = (1, n);
    if n >= 20 {
        let next = at + 1 + usize::from(words.dash(at + 1));
        if let Some(ones) = look(&CARDINALS, words.get(next)).filter(|o| (1..10).contains(o)) {
            (length, n) = (next + 1 - at, n + ones);
        }
    }
    if words.is(at + length, "hundred") {
        (length, n) = (length + 1, n * 100);
    }
    Some((length, n))
}

/// "14:30", "2:30 p.m.", "5pm", "11 a.m.".
pub(super) fn clock(words: &Words<'_>, at: usize) -> Option<(usize, (u8, u8))> {
    if words.is_any(at + 1, &["o'clock", "o\u{2019}clock"]) {
        let hour = words.number(at, 2).or_else(|| look(&CARDINALS, words.get(at)));
        return hour.filter(|h| (1..=12).contains(h)).map(|hour| (2, (hour as u8, 0)));
    }
    let hour = words.number(at, 2).filter(|h| *h < 25)?;
    if hour == 12 && words.is_any(at + 1, &["noon", "midnight"]) {
        return Some((2, (if words.is(at + 1, "noon") { 12 } else { 24 }, 0)));
    }
    if words.number_came_before(at) || (words.touches(at) && words.is(at - 1, ":")) {
        return None;
    }
    let colon = words.is_any(at + 1, &[":", "."]) && words.touches(at + 1) && words.touches(at + 2);
    let minute = colon
        .then(|| words.number(at + 2, 2))
        .flatten()
        .filter(|m| *m < 60 && words.get(at + 2).len() == 2);
    let after = if minute.is_some() { at + 3 } else { at + 1 };
    let half = half_of_day(words, after);
    let (length, hour) = match half {
        Some((length, afternoon)) if (1..=12).contains(&hour) => {
            (after + length - at, hour % 12 + if afternoon { 12 } else { 0 })
        }
        _ if minute.is_some() && words.is(at + 1, ":") && hour < 24 => (after - at, hour),
        _ => return None,
    };
    // "3:2" is a score, "12:30:15" goes on.
    if words.is(at + length, ":") && words.touches(at + length) {
        return None;
    }
    let zone = match words.get(at + length) {
        "local" | "Eastern" | "Pacific" | "Central" | "Mountain" | "Greenwich"
            if words.is(at + length + 1, "time") =>
        {
            2
        }
        word => usize::from(holds(&ZONES, word)),
    };
    Some((length + zone, (hour as u8, minute.unwrap_or(0) as u8)))
}

/// "a.m." and "p.m." in their spellings: how many tokens, and whether it is p.m.
fn half_of_day(words: &Words<'_>, at: usize) -> Option<(usize, bool)> {
    let word = words.get(at);
    for (names, afternoon) in [(["am", "a.m.", "a.m"], false), (["pm", "p.m.", "p.m"], true)] {
        if names.iter().any(|name| word.eq_ignore_ascii_case(name)) {
            return Some((1, afternoon));
        }
    }
    None
}

pub(super) fn holiday(words: &Words<'_>, at: usize) -> Said {
    if !words.capital(at) {
        return None;
    }
    let mut name = String::new();
    let mut best = None;
    for length in 1..=4 {
        let word = words.get(at + length - 1);
        if word.is_empty() || word.len() > 20 {
            break;
        }
        if length > 1 {
            name.push(' ');
        }
        name.push_str(&word.to_lowercase().replace('\u{2019}', "'"));
        if let Some(named) = look(&HOLIDAYS, &name) {
            let (month, day, feast) = match named {
                Feast::On(month, day) => (month, day, None),
                Feast::Nth(month, _, n) => (month, (n * 7 - 3).min(28), Some(named)),
            };
            let parts = Parts { month: Some(month), day: Some(day), feast, ..Parts::default() };
            best = Some((length, parts));
        }
    }
    best
}

/// "early", "late in", "mid-", "the end of", "the beginning of the".
pub(super) fn modifier(words: &Words<'_>, at: usize) -> Option<usize> {
    if words.is_any(at, &["early", "late", "earlier", "later"]) {
        let linked = words.is(at + 1, "in");
        let dash = words.dash(at + 1) && words.touches(at + 1);
        return Some(1 + usize::from(linked || dash));
    }
    if words.is_any(at, &["mid", "middle"]) {
        return Some(1 + usize::from(words.dash(at + 1)));
    }
    let the = usize::from(words.is(at, "the"));
    let adjective = usize::from(words.is_any(at + the, &["very", "first", "second", "latter"]));
    let noun = at + the + adjective;
    let named = words.is_any(noun, &STRETCH_ENDS)
        || (adjective == 1 && words.is_any(noun, &["half", "part"]));
    if named && words.is(noun + 1, "of") {
        return Some(noun + 2 - at);
    }
    None
}

pub(super) fn about(words: &Words<'_>, at: usize) -> Option<usize> {
    if words.is_any(at, &["just", "only"]) && words.is_any(at + 1, &["over", "under", "about"]) {
        return Some(2);
    }
    if words.is_any(at, &APPROXIMATE) {
        return Some(1);
    }
    let two =
        [("more", "than"), ("less", "than"), ("fewer", "than"), ("at", "least"), ("up", "to")];
    two.iter().any(|(a, b)| words.is(at, a) && words.is(at + 1, b)).then_some(2)
}
