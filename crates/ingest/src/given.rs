//! Days and times that somebody wrote down for us: in facts beside an article
//! and in the editor's overlay.
//!
//! All of a text is understood or none of it: a date that outranks what the page
//! prints must not be the half of a sentence.

use dateline_model::{Clock, Day};

/// The forms of [`moment`], as a message names them.
pub const MOMENTS: &str = "a day as \"2025-05-28\", or with its time as \"2025-05-28T19:20\",";

/// A day, and a time where one follows: `2025-05-28`, `2025-05-28T9:30`,
/// `2025-05-28 19:20:05.5`, `2025-05-28T19:20+03:00`.
///
/// The time is the one on the outlet's clock, so a zone behind it changes nothing; seconds
/// are more than we tell.
///
/// ```
/// use dateline_ingest::given::moment;
/// let (day, time) = moment("2025-05-28T9:30Z").unwrap();
/// assert_eq!((day.to_string(), time.unwrap().to_string()), ("2025-05-28".into(), "09:30".into()));
/// assert_eq!(moment("2025-05-28 foo"), None);
/// ```
pub fn moment(text: &str) -> Option<(Day, Option<Clock>)> {
    let text = text.trim();
    let (day, rest) = text.split_at_checked(10)?;
    let day = Day::parse(day)?;
    if rest.is_empty() {
        return Some((day, None));
    }
    let spaced = rest.trim_start();
    let rest = if spaced.len() < rest.len() { spaced } else { rest.strip_prefix(['T', 't'])? };
    let end = rest.find(|c: char| !c.is_ascii_digit() && !":.".contains(c)).unwrap_or(rest.len());
    let (time, zone) = rest.split_at(end);
    (is_zone(zone.trim_start())).then_some((day, Some(timed(time)?)))
}

/// `19:20`, `9:30`; nothing else.
pub fn clock(text: &str) -> Option<Clock> {
    let (hour, minute) = text.split_once(':')?;
    let hour = if hour.len() == 1 { number(hour)? } else { two(hour)? };
    let minute = two(minute)?;
    (hour < 24 && minute < 60).then_some(Clock { hour, minute })
}

/// A time of the clock, seconds and their parts with it.
fn timed(text: &str) -> Option<Clock> {
    let Some((at, _)) = text.match_indices(':').nth(1) else { return clock(text) };
    let (minutes, seconds) = (&text[..at], &text[at + 1..]);
    let (whole, parts) = seconds.split_once('.').unwrap_or((seconds, "0"));
    number_of(parts, 1..=9)?;
    // A leap second is the sixtieth.
    two(whole).filter(|seconds| *seconds <= 60)?;
    clock(minutes)
}

/// Nothing, `Z`, `+03:00`, `+0300`, `-03`.
fn is_zone(text: &str) -> bool {
    if matches!(text, "" | "Z" | "z") {
        return true;
    }
    let Some(offset) = text.strip_prefix(['+', '-']) else { return false };
    let (hours, minutes) = match offset.split_once(':') {
        Some(parts) => parts,
        None if offset.len() == 4 && offset.is_ascii() => offset.split_at(2),
        None => (offset, "00"),
    };
    two(hours).is_some_and(|hours| hours < 24) && two(minutes).is_some_and(|minutes| minutes < 60)
}

fn two(text: &str) -> Option<u8> {
    if text.len() == 2 { number(text) } else { None }
}

/// Digits only: the standard library takes a sign too.
fn number(text: &str) -> Option<u8> {
    number_of(text, 1..=2)?.parse().ok()
}

fn number_of(text: &str, lengths: core::ops::RangeInclusive<usize>) -> Option<&str> {
    (lengths.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        let found = moment(text).map(|(day, time)| match time {
            Some(time) => format!("{day} {time}"),
            None => day.to_string(),
        });
        assert_eq!(found.as_deref(), expected, "{text:?}");
    }

    #[test]
    fn a_day_stands_alone_or_with_a_time_that_may_have_seconds_and_a_zone() {
        for text in ["2024-05-28", " 2024-05-28 "] {
            check(text, Some("2024-05-28"));
        }
        for text in [
            "2024-05-28T09:30",
            "2024-05-28t9:30",
            "2024-05-28 9:30",
            "2024-05-28  09:30",
            "2024-05-28T09:30:15",
            "2024-05-28T09:30:60Z",
            "2024-05-28T09:30:15.123456789+03:00",
            "2024-05-28T09:30Z",
            "2024-05-28T9:30-0330",
            "2024-05-28 09:30 +02",
        ] {
            check(text, Some("2024-05-28 09:30"));
        }
    }

    #[test]
    fn what_is_not_understood_to_its_end_is_not_understood() {
        for text in [
            "",
            "2024",
            "2024-05",
            "2024-05-32",
            "2023-02-29",
            "28 May 2024",
            "2024-05-28 foo",
            "2024-05-28T",
            "2024-05-28T9",
            "2024-05-28T930",
            "2024-05-28T9:3",
            "2024-05-28T24:00",
            "2024-05-28T19:60",
            "2024-05-28T+9:30",
            "2024-05-28T009:30",
            "2024-05-28T19:20:",
            "2024-05-28T19:20:61",
            "2024-05-28T19:20:15.",
            "2024-05-28T19:20:15.x",
            "2024-05-28T19:20:15:15",
            "2024-05-28T19:20 foo",
            "2024-05-28T19:20+",
            "2024-05-28T19:20+3",
            "2024-05-28T19:20+24:00",
            "2024-05-28T19:20+03:00 foo",
            "2024-05-28T19:20+€",
            "2024-05-28/29",
            "2024-05-2€",
            "2024-05-28T7:20 pm",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn a_time_is_hours_and_minutes_without_a_sign() {
        for (text, expected) in [
            ("19:20", Some("19:20")),
            ("9:05", Some("09:05")),
            ("+9:05", None),
            ("9:5", None),
            ("19:20:00", None),
            ("25:00", None),
            (":", None),
        ] {
            assert_eq!(clock(text).map(|time| time.to_string()).as_deref(), expected, "{text}");
        }
    }
}
