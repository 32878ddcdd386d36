//! A date as metadata state it, in data files and in saved pages: ISO 8601, RFC 2822, compact digits,
//! a count of seconds since 1970, any form that pages print, and the day in an address.

use core::ops::RangeInclusive;

use dateline_model::{Clock, Day};

use super::printed;
use dateline_lang::calendar::{self, Month, UTC_MARKS};
use dateline_lang::page::why;

/// A day with what is known of its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Moment {
    pub day: Day,
    /// The day if day and month are exchanged, where both are possible.
    pub other: Option<Day>,
    /// As it is written; see [`Moment::time`].
    pub clock: Option<Clock>,
    /// Whether day and time are counted in UTC, wherever the outlet is.
    pub utc: bool,
}

/// News was not published on the web before, and is not dated far ahead.
pub(crate) const WEB: RangeInclusive<i16> = 1990..=2100;

impl Moment {
    /// The time of day. Midnight is how programs write a day without a time.
    pub fn time(&self) -> Option<Clock> {
        self.clock.filter(|clock| (clock.hour, clock.minute) != (0, 0))
    }

    /// What a reader should know of it, as sentences that follow another.
    pub fn note(&self) -> String {
        let mut note = String::new();
        let zoned = self.utc && self.time().is_some();
        let rules = [(zoned, "stated-date/utc"), (self.other.is_some(), "stated-date/open-order")];
        for (_, rule) in rules.into_iter().filter(|row| row.0) {
            note.push(' ');
            note.push_str(why(rule));
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
    let date = match printed::find(head).into_iter().next() {
        Some(date) => date,
        None => {
            let usual = year_last(head).or_else(|| year_first(head))?;
            printed::find(&usual).into_iter().next()?
        }
    };
    let utc = text.ends_with('Z') || UTC_MARKS.iter().any(|zone| text.ends_with(zone));
    let utc = utc && (date.time.is_some() || text.contains('T'));
    Some(Moment { day: date.day, other: date.other, clock: date.time, utc })
}

/// "Wed May 28 19:20:05 +0000 2025", with the year where other forms have it.
fn year_last(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let [_, month, day, clock, .., year] = words[..] else { return None };
    (clock.contains(':') && year.len() == 4).then(|| format!("{month} {day}, {year} {clock}"))
}

/// "2025 May 28", as journals are cited, in the order that other forms have.
fn year_first(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let [year, month, day] = words[..] else { return None };
    calendar::month(&month.to_lowercase()).and_then(common)?;
    (year.len() == 4).then(|| format!("{day} {month} {year}"))
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

fn compact(digits: &str, clock: Option<Clock>) -> Option<Moment> {
    let (year, month, day) = (&digits[..4], &digits[4..6], &digits[6..8]);
    let year: i16 = year.parse().ok().filter(|year| (1800..=2199).contains(year))?;
    let day = Day::new(year, month.parse().ok()?, day.parse().ok()?)?;
    Some(Moment { day, other: None, clock, utc: clock.is_some() })
}

fn short_clock(digits: &str) -> Option<Clock> {
    let (hour, minute) = (digits.get(..2)?, digits.get(2..4)?);
    Clock::parse(&format!("{hour}:{minute}"))
}

/// Seconds since 1970.
fn epoch(seconds: i64) -> Option<Moment> {
    let day = Day::from_number(i32::try_from(seconds.div_euclid(86_400)).ok()?);
    let rest = seconds.rem_euclid(86_400);
    let clock = Clock { hour: (rest / 3600) as u8, minute: (rest % 3600 / 60) as u8 };
    Some(Moment { day, other: None, clock: Some(clock), utc: true })
}

/// The day that an address names, and what names it there: `/2024/03/05/`, `/2024-03-05-`,
/// `/20240305/`, `/2024/mar/05/`.
pub(crate) fn in_address(address: &str) -> Option<(Day, &str)> {
    let path = address.split_once("//").map_or(address, |row| row.1);
    let path = path.split(['?', '#']).next().unwrap_or("");
    let end = path.char_indices().nth(400).map_or(path.len(), |(end, _)| end);
    let path = &path[..end];
    let mut at = 0;
    let parts: Vec<(usize, &str)> = path
        .split(['/', '-', '_', '.'])
        .map(|part| {
            let start = at;
            at += part.len() + 1;
            (start, part)
        })
        .collect();
    for window in parts.windows(3) {
        let [(start, year), (_, month), (last, day)] = *window else { continue };
        let (Some(year), Some(date)) = (number(year, 4..=4), number(day, 1..=2)) else { continue };
        let month = number(month, 1..=2)
            .or_else(|| calendar::month(&month.to_ascii_lowercase()).and_then(common));
        if let Some(found) = month.and_then(|month| made(year, month, date)) {
            return Some((found, &path[start..last + day.len()]));
        }
    }
    let written = |part: &&str| part.len() == 8 && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.iter().map(|(_, part)| *part).filter(written).find_map(|part| {
        let day = compact(part, None)?.day;
        WEB.contains(&day.year()).then_some((day, part))
    })
}

/// A number of so many digits and nothing else.
fn number(text: &str, digits: RangeInclusive<usize>) -> Option<i16> {
    let written = digits.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    written.then(|| text.parse().ok()).flatten()
}

fn common(month: Month) -> Option<i16> {
    if let Month::Common(month) = month { Some(month.into()) } else { None }
}

fn made(year: i16, month: i16, day: i16) -> Option<Day> {
    let day = Day::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?)?;
    WEB.contains(&year).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(&str, &str)>) {
        let found = read(text).map(|moment| {
            (moment.day.to_string(), moment.time().map_or(String::new(), |time| time.to_string()))
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
            ("2025 May 28", "2025-05-28", ""),
            ("20250528", "2025-05-28", ""),
            ("20250528T192000Z", "2025-05-28", "19:20"),
            ("20250528192000", "2025-05-28", "19:20"),
            ("1748460000", "2025-05-28", "19:20"),
            ("1748460000.25", "2025-05-28", "19:20"),
            ("1748460000000", "2025-05-28", "19:20"),
            ("1748460000000000", "2025-05-28", "19:20"),
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

    #[test]
    fn addresses_name_days() {
        let check = |address: &str, expected: Option<&str>| {
            let found = in_address(address);
            assert_eq!(found.map(|row| row.1), expected, "{address}");
            assert!(found.is_none_or(|row| row.0.to_string() == "2024-03-05"), "{found:?}");
        };
        check("https://port.example/2024/03/05/salt", Some("2024/03/05"));
        check("https://port.example/news/2024-3-5-salt.html", Some("2024-3-5"));
        check("https://port.example/news/2024/mar/05/salt", Some("2024/mar/05"));
        check("https://port.example/20240305/salt", Some("20240305"));
        check("https://port.example/2024/03/salt-5", None);
        check("https://port.example/a/12345678/salt?d=2024-03-05", None);
    }
}
