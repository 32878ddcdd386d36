//! A date as data files write it: ISO 8601, RFC 2822, compact digits, seconds or
//! milliseconds since 1970, or any form that pages print.

use dateline_model::{Clock, Day};

use crate::separate::dates;

/// A day with what is known of its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Moment {
    pub day: Day,
    pub time: Option<Clock>,
    /// Whether day and time are counted in UTC, wherever the outlet is.
    pub utc: bool,
    /// Whether day and month could be exchanged.
    pub open: bool,
}

impl Moment {
    /// What a reader should know of it, as sentences that follow another.
    pub fn note(&self) -> String {
        let mut note = String::new();
        if self.utc {
            note.push_str(
                " It is counted in UTC; the outlet's own day may be one earlier or later.",
            );
        }
        if self.open {
            note.push_str(" Day and month could be exchanged; the day is read first.");
        }
        note
    }
}

/// Reads a date. A month or a year alone is none.
pub(crate) fn read(text: &str) -> Option<Moment> {
    let text = text.trim();
    if let Some(moment) = digits(text) {
        return Some(moment);
    }
    let head = text.get(..200).unwrap_or(text);
    let date = match dates::find(head).into_iter().next() {
        Some(date) => date,
        None => dates::find(&year_last(head)?).into_iter().next()?,
    };
    let utc = text.ends_with('Z')
        || ["UTC", "GMT", "+00:00", "+0000", "+00"].iter().any(|zone| text.ends_with(zone));
    // Midnight to the second is how programs write a day without a time.
    let midnight =
        text.contains("00:00:00") || text.ends_with("T00:00") || text.ends_with(" 00:00");
    let time = date.time.filter(|_| !midnight);
    Some(Moment { day: date.day, time, utc: utc && time.is_some(), open: date.other.is_some() })
}

/// "Wed May 28 19:20:05 +0000 2025", with the year where other forms have it.
fn year_last(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let [_, month, day, clock, .., year] = words[..] else { return None };
    (clock.contains(':') && year.len() == 4).then(|| format!("{month} {day}, {year} {clock}"))
}

/// "20250528", "20250528T192000Z", "1748452800", "1748452800000".
fn digits(text: &str) -> Option<Moment> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (head, rest) = text.split_at(end);
    let clock = rest.strip_prefix('T').unwrap_or(rest);
    let plain =
        rest.is_empty() || (rest.starts_with('.') && rest[1..].bytes().all(|b| b.is_ascii_digit()));
    match head.len() {
        8 if rest.is_empty() => compact(head, None),
        8 if rest.starts_with('T') => compact(head, clock.get(..4).and_then(short_clock)),
        12 | 14 if plain && matches!(&head[..2], "19" | "20") => {
            compact(&head[..8], short_clock(&head[8..12]))
        }
        9 | 10 if plain => epoch(head.parse().ok()?),
        12 | 13 if plain => epoch(head.parse::<i64>().ok()? / 1_000),
        16 if plain => epoch(head.parse::<i64>().ok()? / 1_000_000),
        _ => None,
    }
}

fn compact(digits: &str, time: Option<Clock>) -> Option<Moment> {
    let (year, month, day) = (&digits[..4], &digits[4..6], &digits[6..8]);
    let year: i16 = year.parse().ok().filter(|year| (1800..=2199).contains(year))?;
    let day = Day::new(year, month.parse().ok()?, day.parse().ok()?)?;
    let time = time.filter(|time| (time.hour, time.minute) != (0, 0));
    Some(Moment { day, time, utc: time.is_some(), open: false })
}

fn short_clock(digits: &str) -> Option<Clock> {
    let (hour, minute) = (digits.get(..2)?, digits.get(2..4)?);
    Clock::parse(&format!("{hour}:{minute}"))
}

/// Seconds since 1970: a machine's count, so only its day is taken over.
fn epoch(seconds: i64) -> Option<Moment> {
    let day = Day::from_number(i32::try_from(seconds.div_euclid(86_400)).ok()?);
    Some(Moment { day, time: None, utc: true, open: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(&str, &str)>) {
        let found = read(text).map(|moment| {
            (moment.day.to_string(), moment.time.map_or(String::new(), |time| time.to_string()))
        });
        let found = found.as_ref().map(|(day, time)| (day.as_str(), time.as_str()));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn every_shape_of_a_stated_date_is_read() {
        for (text, day, time) in [
            ("2025-05-28", "2025-05-28", ""),
            ("2025-05-28T19:20:00+02:00", "2025-05-28", "19:20"),
            ("2025-05-28T19:20:00.123Z", "2025-05-28", "19:20"),
            ("2025-05-28 00:00:00", "2025-05-28", ""),
            ("Wed, 28 May 2025 19:20:05 +0300", "2025-05-28", "19:20"),
            ("Wed May 28 19:20:05 2025", "2025-05-28", "19:20"),
            ("May 28, 2025", "2025-05-28", ""),
            ("28.05.2025", "2025-05-28", ""),
            ("28 mai 2025", "2025-05-28", ""),
            ("20250528", "2025-05-28", ""),
            ("20250528T192000Z", "2025-05-28", "19:20"),
            ("20250528192000", "2025-05-28", "19:20"),
            ("1748460000", "2025-05-28", ""),
            ("1748460000.25", "2025-05-28", ""),
            ("1748460000000", "2025-05-28", ""),
            ("1748460000000000", "2025-05-28", ""),
        ] {
            check(text, Some((day, time)));
        }
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in ["", "soon", "2025", "2025-05", "20259999", "12345", "99999999999999999999"] {
            check(text, None);
        }
    }

    #[test]
    fn a_count_in_utc_and_an_open_order_are_said() {
        assert!(read("1748460000").is_some_and(|moment| moment.note().contains("UTC")));
        assert!(read("03/04/2025").is_some_and(|moment| moment.note().contains("exchanged")));
        assert_eq!(read("2025-05-28").map(|moment| moment.note()), Some(String::new()));
    }
}
