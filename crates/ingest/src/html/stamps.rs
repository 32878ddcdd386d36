//! Reads one statement of a date: `2024-03-05T23:10:00Z`, `5 March 2024`, a count
//! of seconds, the day in an address.

use dateline_model::{Clock, Day};

use crate::separate::dates;

/// A day with what was said of the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    pub day: Day,
    pub time: Option<Clock>,
    /// Whether the time is Greenwich's, so that the day at the outlet's place
    /// may be the one before or after.
    pub universal: bool,
}

/// News was not published on the web before, and is not dated far ahead.
const YEARS: core::ops::RangeInclusive<i16> = 1990..=2100;

/// Reads a date as metadata state it.
pub(crate) fn stamp(text: &str) -> Option<Stamp> {
    let text = text.trim();
    let head: String = text.chars().take(80).collect();
    let read = counted(&head).or_else(|| compact(&head)).or_else(|| {
        let date = dates::find(&head).into_iter().next()?;
        // Of "04/03/2024" in metadata nothing tells the order; programs that
        // write slashes are mostly set up in the country that has the month first.
        let day =
            date.other.filter(|_| head[date.start..date.end].contains('/')).unwrap_or(date.day);
        Some(Stamp { day, time: date.time, universal: false })
    })?;
    let tail = head.trim_end();
    let universal = tail.ends_with('Z')
        || tail.ends_with("+00:00")
        || tail.ends_with("+0000")
        || tail.ends_with("GMT")
        || tail.ends_with("UTC");
    let universal = read.universal || universal && (read.time.is_some() || head.contains('T'));
    YEARS.contains(&read.day.year()).then_some(Stamp { universal, ..read })
}

/// Seconds or milliseconds since 1970.
fn counted(text: &str) -> Option<Stamp> {
    let whole = text.split('.').next()?;
    if !whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let seconds: i64 = match whole.len() {
        9 | 10 => whole.parse().ok()?,
        12 | 13 => whole.parse::<i64>().ok()? / 1000,
        _ => return None,
    };
    let (days, rest) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let day = Day::from_number(Day::new(1970, 1, 1)?.number() + i32::try_from(days).ok()?);
    let time = Clock { hour: (rest / 3600) as u8, minute: (rest % 3600 / 60) as u8 };
    Some(Stamp { day, time: Some(time), universal: true })
}

/// `20240305`, alone or before a time.
fn compact(text: &str) -> Option<Stamp> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if !matches!(digits, 8 | 12 | 14) {
        return None;
    }
    let number = |low: usize, high: usize| text.get(low..high)?.parse::<i16>().ok();
    let month = i8::try_from(number(4, 6)?).ok()?;
    let day = Day::new(number(0, 4)?, month, i8::try_from(number(6, 8)?).ok()?)?;
    Some(Stamp { day, time: None, universal: false })
}

/// The day that an address names: `/2024/03/05/`, `/2024-03-05-`, `/20240305/`,
/// `/2024/mar/05/`.
pub(crate) fn in_address(address: &str) -> Option<(Day, String)> {
    let path = address.split_once("//").map_or(address, |row| row.1);
    let path = path.split(['?', '#']).next().unwrap_or("");
    let path: String = path.chars().take(400).collect();
    let parts: Vec<&str> = path.split(['/', '-', '_', '.']).collect();
    for window in parts.windows(3) {
        let (Some(year), Some(day)) = (number(window[0], 4), number(window[2], 2)) else {
            continue;
        };
        let month = number(window[1], 2).or_else(|| {
            crate::rules::calendar::month(&window[1].to_ascii_lowercase()).map(i16::from)
        });
        let found = month.and_then(|month| made(year, month, day));
        if let Some(day) = found {
            return Some((day, window.join("/")));
        }
    }
    parts.iter().filter(|part| part.len() == 8).find_map(|part| {
        let day = compact(part)?.day;
        (YEARS.contains(&day.year())).then(|| (day, (*part).to_owned()))
    })
}

fn number(text: &str, longest: usize) -> Option<i16> {
    let sized = if longest == 4 { text.len() == 4 } else { matches!(text.len(), 1 | 2) };
    (sized && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

fn made(year: i16, month: i16, day: i16) -> Option<Day> {
    let day = Day::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?)?;
    YEARS.contains(&year).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(&str, Option<&str>, bool)>) {
        let found =
            stamp(text).map(|s| (s.day.to_string(), s.time.map(|t| t.to_string()), s.universal));
        let found = found.as_ref().map(|(day, time, zone)| (day.as_str(), time.as_deref(), *zone));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn metadata_state_dates_in_many_forms() {
        check("2024-03-05T23:10:00Z", Some(("2024-03-05", Some("23:10"), true)));
        check("2024-03-05T23:10:00+02:00", Some(("2024-03-05", Some("23:10"), false)));
        check("2024-03-05", Some(("2024-03-05", None, false)));
        check("20240305", Some(("2024-03-05", None, false)));
        check("1709680200", Some(("2024-03-05", Some("23:10"), true)));
        check("1709680200000", Some(("2024-03-05", Some("23:10"), true)));
        check("Tue, 05 Mar 2024 23:10:00 GMT", Some(("2024-03-05", Some("23:10"), true)));
        check("March 5, 2024", Some(("2024-03-05", None, false)));
        check("03/05/2024 10:00", Some(("2024-03-05", Some("10:00"), false)));
        check("25/03/2024", Some(("2024-03-25", None, false)));
    }

    #[test]
    fn what_states_no_day_is_none() {
        for text in ["", "0001-01-01T00:00:00", "12345", "yesterday", "2024", "99999999999"] {
            check(text, None);
        }
    }

    #[test]
    fn addresses_name_days() {
        let check = |address: &str, expected: Option<&str>| {
            assert_eq!(
                in_address(address).map(|row| row.0.to_string()).as_deref(),
                expected,
                "{address}"
            );
        };
        check("https://port.example/2024/03/05/salt", Some("2024-03-05"));
        check("https://port.example/news/2024-3-5-salt.html", Some("2024-03-05"));
        check("https://port.example/news/2024/mar/05/salt", Some("2024-03-05"));
        check("https://port.example/20240305/salt", Some("2024-03-05"));
        check("https://port.example/2024/03/salt-5", None);
        check("https://port.example/a/12345678/salt?d=2024-03-05", None);
    }
}
