//! Lengths and days in the words that stand on the axis.

use dateline_model::{Day, DayRange, Granularity, MONTH_NAMES};

/// Month names as they stand under a tick: short ones in full.
const SHORT_MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];

/// The time from `start` to `end` in one word and a number, rounded: "4 months".
pub fn length_words(start: Day, end: Day) -> String {
    let days = end - start;
    let (number, word) = match days {
        730.. => ((days * 4 + 730) / 1461, " year"),
        30.. => ((days * 100 + 1522) / 3044, " month"),
        14.. => ((days + 3) / 7, " week"),
        _ => (days, " day"),
    };
    let mut out = number.to_string();
    out.push_str(word);
    if number != 1 {
        out.push('s');
    }
    out
}

/// A day under a tick, as fine as asked: "1991", "May 2025", "19 May",
/// and with the year "19 May 2025".
pub(super) fn tick_name(day: Day, granularity: Granularity, year: bool) -> String {
    let date = day.date();
    let mut out = String::new();
    if granularity >= Granularity::Week {
        out.push_str(&date.day().to_string());
        out.push(' ');
    }
    if granularity >= Granularity::Month {
        out.push_str(SHORT_MONTHS[date.month() as usize - 1]);
    }
    if granularity <= Granularity::Month || year {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&date.year().to_string());
    }
    out
}

/// A date as fine as it is known, in full: "1991", "May 2025",
/// "Monday 19 May 2025".
pub fn day_name(day: Day, granularity: Granularity) -> String {
    match granularity {
        Granularity::Year => day.year().to_string(),
        Granularity::Month => {
            let mut out = String::from(MONTH_NAMES[day.month() as usize - 1]);
            out.push(' ');
            out.push_str(&day.year().to_string());
            out
        }
        _ => day.full(),
    }
}

/// Several days in words: "16 May 2025 to 2 June 2025", or the one day in full.
pub fn days_name(days: DayRange) -> String {
    if days.start == days.end {
        return days.start.full();
    }
    let mut out = days.start.short();
    if days.start.year() != days.end.year() {
        out.push(' ');
        out.push_str(&days.start.year().to_string());
    }
    out.push_str(" to ");
    out.push_str(&days.end.short());
    out.push(' ');
    out.push_str(&days.end.year().to_string());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn a_length_is_said_in_its_largest_fitting_unit() {
        for (start, end, words) in [
            ("1991-01-01", "2022-01-01", "31 years"),
            ("2022-01-01", "2025-05-16", "3 years"),
            ("2025-06-02", "2025-10-16", "4 months"),
            ("2024-01-31", "2025-06-30", "17 months"),
            ("2025-06-02", "2025-07-02", "1 month"),
            ("2025-06-02", "2025-07-01", "4 weeks"),
            ("2025-06-02", "2025-06-12", "10 days"),
            ("2025-06-02", "2025-06-03", "1 day"),
        ] {
            assert_eq!(length_words(day(start), day(end)), words, "{start} {end}");
        }
    }

    #[test]
    fn ticks_are_named_by_their_fineness() {
        let check = |text, granularity, expected: &str| {
            assert_eq!(tick_name(day(text), granularity, false), expected);
        };
        check("1991-01-01", Granularity::Year, "1991");
        check("2025-05-01", Granularity::Month, "May 2025");
        check("2025-05-19", Granularity::Day, "19 May");
        check("2025-06-02", Granularity::Week, "2 June");
        assert_eq!(tick_name(day("2025-06-02"), Granularity::Day, true), "2 June 2025");
    }

    #[test]
    fn dates_are_said_as_finely_as_they_are_known() {
        assert_eq!(day_name(day("1991-01-01"), Granularity::Year), "1991");
        assert_eq!(day_name(day("2025-05-01"), Granularity::Month), "May 2025");
        assert_eq!(day_name(day("2025-05-16"), Granularity::Day), "Friday 16 May 2025");
    }

    #[test]
    fn ranges_name_the_year_once_unless_it_changes() {
        let range = |start, end| days_name(DayRange { start: day(start), end: day(end) });
        assert_eq!(range("2025-05-16", "2025-06-02"), "16 May to 2 June 2025");
        assert_eq!(range("2024-12-30", "2025-01-02"), "30 December 2024 to 2 January 2025");
        assert_eq!(range("2025-05-16", "2025-05-16"), "Friday 16 May 2025");
    }
}
