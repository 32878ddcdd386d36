//! Reads a date as the marks of a page state it.

use crate::facts::moment::{self, Moment, WEB};

/// A date of the years that have news on the web.
pub(crate) fn stamp(text: &str) -> Option<Moment> {
    let mut moment = moment::read(text)?;
    // Of "04/03/2024" in marks nothing tells the order; programs that write slashes are mostly set up
    // in the country that has the month first.
    if let Some(other) = moment.other
        && text.as_bytes().windows(3).any(slashed)
    {
        (moment.day, moment.other) = (other, Some(moment.day));
    }
    WEB.contains(&moment.day.year()).then_some(moment)
}

fn slashed(window: &[u8]) -> bool {
    matches!(window, [low, b'/', high] if low.is_ascii_digit() && high.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(&str, Option<&str>, bool)>) {
        let found =
            stamp(text).map(|s| (s.day.to_string(), s.time().map(|t| t.to_string()), s.utc));
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
}
