//! English hours: with "a.m." and "p.m.", with a colon, and in four digits before a zone.

use dateline_timex::{Tokens, digits, listed, look};

use super::words::{CARDINALS, ZONE_NAMES, ZONES};

/// "14:30", "2:30 p.m.", "5pm", "11 a.m.", "1600 GMT"; with the same hour of another zone in
/// brackets behind it, "7 p.m. local time (1600 GMT)".
pub(super) fn clock(tokens: &Tokens<'_>, at: usize) -> Option<(usize, (u8, u8))> {
    let (length, clock) = one_clock(tokens, at)?;
    let other = at + length + 1;
    let again = tokens.is(other - 1, "(").then(|| one_clock(tokens, other)).flatten();
    let closed = again.map(|(more, _)| other + more).filter(|end| tokens.is(*end, ")"));
    Some((closed.map_or(length, |end| end + 1 - at), clock))
}

fn one_clock(tokens: &Tokens<'_>, at: usize) -> Option<(usize, (u8, u8))> {
    if tokens.is_any(at + 1, &["o'clock", "o\u{2019}clock"]) {
        let hour = tokens.number(at, 2).or_else(|| look(&CARDINALS, tokens.get(at)));
        return hour.filter(|h| (1..=12).contains(h)).map(|hour| (2, (hour as u8, 0)));
    }
    if let Some(said) = in_part(tokens, at) {
        return Some(said);
    }
    if tokens.get(at).len() == 4 {
        return four_digits(tokens, at);
    }
    let hour = tokens.number(at, 2).filter(|h| *h < 25)?;
    if hour == 12 && tokens.is_any(at + 1, &["noon", "midnight"]) {
        return Some((2, (if tokens.is(at + 1, "noon") { 12 } else { 24 }, 0)));
    }
    if digits::clock_came_before(tokens, at) {
        return None;
    }
    let minute = digits::minute(tokens, at);
    let after = if minute.is_some() { at + 3 } else { at + 1 };
    let half =
        half_of_day(tokens, after).or_else(|| minute.and_then(|_| part_of_day(tokens, after)));
    let (length, hour) = match half {
        Some((length, afternoon)) if (1..=12).contains(&hour) => {
            (after + length - at, hour % 12 + if afternoon { 12 } else { 0 })
        }
        _ if minute.is_some()
            && hour < 24
            && (tokens.is(at + 1, ":") || sure_zone(tokens, after).is_some()) =>
        {
            // "9:30 last night", "4:00 this afternoon".
            let part = after
                + usize::from(tokens.is_any(after, &["last", "this", "tomorrow", "yesterday"]));
            let night = tokens.is(after, "tonight")
                || tokens.is_any(part, &["evening", "night"]) && part > after;
            let noon = tokens.is(part, "afternoon") && part > after;
            let late = night && (4..12).contains(&hour) || noon && (1..8).contains(&hour);
            (after - at, if late { hour + 12 } else { hour })
        }
        _ => return None,
    };
    if digits::clock_goes_on(tokens, at + length) {
        return None;
    }
    let end = at + length;
    let zone =
        named_zone(tokens, end).unwrap_or_else(|| usize::from(listed(&ZONES, tokens.get(end))));
    Some((length + zone, (hour as u8, minute.unwrap_or(0))))
}

/// "At seven in the morning": an hour whose part of the day follows, behind a word of time.
fn in_part(tokens: &Tokens<'_>, at: usize) -> Option<(usize, (u8, u8))> {
    let (length, afternoon) = part_of_day(tokens, at + 1)?;
    let hour = tokens.number(at, 2).or_else(|| look(&CARDINALS, tokens.get(at)))?;
    let before = ["about", "after", "around", "at", "before", "by", "past", "until"];
    let opened = listed(&before, tokens.before(at).to_lowercase().as_str());
    let sure = opened && (1..=12).contains(&hour) && !digits::clock_came_before(tokens, at);
    sure.then(|| (1 + length, (hour as u8 % 12 + if afternoon { 12 } else { 0 }, 0)))
}

/// "1600 GMT", "2015 local time", "at 1945 hours": four digits are an hour where a zone says so.
fn four_digits(tokens: &Tokens<'_>, at: usize) -> Option<(usize, (u8, u8))> {
    let number = tokens.number(at, 4).filter(|n| *n < 2400 && n % 100 < 60)?;
    if tokens.number_came_before(at) {
        return None;
    }
    // "1209 a.m.".
    if let Some((length, afternoon)) = half_of_day(tokens, at + 1)
        && (100..1300).contains(&number)
    {
        let hour = (number / 100) as u8 % 12 + if afternoon { 12 } else { 0 };
        return Some((1 + length, (hour, (number % 100) as u8)));
    }
    let before = ["about", "after", "around", "at", "before", "by", "from", "till", "to", "until"];
    let hours = tokens.is_any(at + 1, &["hours", "hrs"])
        && listed(&before, tokens.before(at).to_lowercase().as_str());
    let said = if hours { Some(1) } else { None };
    // "1653 (2153 GMT)": the same hour of a zone behind it.
    let again = || {
        let inside = tokens.is(at + 1, "(") && tokens.get(at + 2).len() == 4;
        inside.then(|| sure_zone(tokens, at + 3)).flatten().map(|_| 0)
    };
    // "1410 to 1430 GMT": the zone of the last hour is that of the first.
    let last = || {
        let linked = tokens.is_any(at + 1, &["and", "to", "until"]) || tokens.dash(at + 1);
        let hour = tokens.get(at + 2).len() == 4 && tokens.is_number(at + 2);
        (linked && hour).then(|| sure_zone(tokens, at + 3)).flatten().map(|_| 0)
    };
    let zone = said.or_else(|| sure_zone(tokens, at + 1)).or_else(again).or_else(last)?;
    // "1945 hours GMT".
    let more = if hours { sure_zone(tokens, at + 2).unwrap_or(0) } else { 0 };
    Some((1 + zone + more, ((number / 100) as u8, (number % 100) as u8)))
}

/// A zone that nothing else is written like: in capitals, or by its full name.
fn sure_zone(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let word = tokens.get(at);
    let capitals = word.len() > 1 && word.chars().all(|c| c.is_ascii_uppercase());
    let zulu = word == "Z" && tokens.touches(at);
    named_zone(tokens, at).or_else(|| (zulu || capitals && listed(&ZONES, word)).then_some(1))
}

/// "Local time", "Greenwich Mean Time".
fn named_zone(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    if !tokens.is_any(at, &ZONE_NAMES) {
        return None;
    }
    let kind = usize::from(tokens.is_any(at + 1, &["daylight", "mean", "standard", "summer"]));
    tokens.is(at + 1 + kind, "time").then_some(2 + kind)
}

/// "In the morning", "in the evening": how many tokens, and whether it is p.m.
fn part_of_day(tokens: &Tokens<'_>, at: usize) -> Option<(usize, bool)> {
    let inside = tokens.is(at, "in") && tokens.is(at + 1, "the");
    match tokens.get(at + 2) {
        "morning" if inside => Some((3, false)),
        "afternoon" | "evening" if inside => Some((3, true)),
        _ => None,
    }
}

/// "a.m." and "p.m." in their spellings: how many tokens, and whether it is p.m.
fn half_of_day(tokens: &Tokens<'_>, at: usize) -> Option<(usize, bool)> {
    let word = tokens.get(at);
    for (names, afternoon) in [(["am", "a.m.", "a.m"], false), (["pm", "p.m.", "p.m"], true)] {
        if names.iter().any(|name| word.eq_ignore_ascii_case(name)) {
            return Some((1, afternoon));
        }
    }
    None
}
