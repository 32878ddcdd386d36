//! Days, and stretches of days. Says what is known; never invents a precision.

use dateline_model::{Day, DayRange, Granularity};

use crate::numbers::count;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Month names as they stand under a tick: short ones in full.
const SHORT_MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];

/// Monday first, as [`Day::weekday`] counts.
const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// 15 October 1582, the first day of the Gregorian calendar, by [`Day::number`].
const GREGORIAN: i32 = -141_427;

/// "Monday 2 June 2025"; an older day has no weekday: "14 October 1066".
pub fn full_day(day: Day) -> String {
    match weekday(day) {
        "" => day_of_year(day),
        weekday => [weekday, " ", &day_of_year(day)].concat(),
    }
}

/// "Monday". Nothing before 15 October 1582: texts give older days by the Julian calendar, whose
/// weekdays are others.
pub fn weekday(day: Day) -> &'static str {
    if day.number() < GREGORIAN { "" } else { WEEKDAYS[day.weekday()] }
}

/// A year as texts print it: "2025", "AD 79", "44 BC".
pub fn year(day: Day) -> String {
    match day.year() {
        year @ ..1 => [&(1 - i32::from(year)).to_string(), " BC"].concat(),
        year @ 1..1000 => ["AD ", &year.to_string()].concat(),
        year => year.to_string(),
    }
}

/// "2 June", without the year.
pub fn day_and_month(day: Day) -> String {
    [&day.day().to_string(), " ", MONTHS[day.month() as usize - 1]].concat()
}

/// Days in full, as fine as they are known: "Monday 2 June 2025", "June 2025",
/// "1991", "Week of Monday 19 May 2025".
pub fn days(days: DayRange, granularity: Granularity) -> String {
    let (start, end) = (days.start, days.end);
    let month = |day: Day| [MONTHS[day.month() as usize - 1], " ", &year(day)].concat();
    let (from, to) = match granularity {
        Granularity::Year => (year(start), year(end)),
        Granularity::Month => (month(start), month(end)),
        // A weekend, or a week that does not begin on a Monday, is given by its ends.
        Granularity::Week if weekday(start) == WEEKDAYS[0] && days.days() == 7 => {
            return ["Week of ", &full_day(start)].concat();
        }
        _ => (full_day(start), full_day(end)),
    };
    if from == to { from } else { [&from, " to ", &to].concat() }
}

/// A range of days in short, with the year once: "1 March to 2 April 2024".
pub fn range(days: DayRange) -> String {
    let end = day_of_year(days.end);
    if days.start == days.end {
        return end;
    }
    let first = if days.start.year() == days.end.year() {
        day_and_month(days.start)
    } else {
        day_of_year(days.start)
    };
    [&first, " to ", &end].concat()
}

/// One day in full, several in short: "Friday 16 May 2025", "16 May to 2 June 2025".
pub fn extent(days: DayRange) -> String {
    if days.start == days.end { full_day(days.start) } else { range(days) }
}

/// A day for someone who looks at `year`: "2 June", with its own year where that is another, and
/// no finer than it is known.
pub fn day_seen_from(year: i16, day: Day, granularity: Granularity) -> String {
    if granularity < Granularity::Week {
        days(DayRange::single(day), granularity)
    } else if day.year() == year {
        day_and_month(day)
    } else {
        day_of_year(day)
    }
}

/// A day under a tick of the axis, as fine as asked: "1991", "May 2025", "19 May",
/// and with the year "19 May 2025".
pub fn tick(day: Day, granularity: Granularity, with_year: bool) -> String {
    let mut out = String::new();
    if granularity >= Granularity::Week {
        out.push_str(&day.day().to_string());
        out.push(' ');
    }
    if granularity >= Granularity::Month {
        out.push_str(SHORT_MONTHS[day.month() as usize - 1]);
    }
    if granularity <= Granularity::Month || with_year {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&year(day));
    }
    out
}

/// The widest of [`tick`]'s words near `day`, to find out how many fit side by side.
pub fn widest_tick(day: Day, granularity: Granularity) -> String {
    match granularity {
        Granularity::Year => tick(day, granularity, false),
        Granularity::Month => "Sept 2025".to_owned(),
        _ => "28 Sept".to_owned(),
    }
}

/// The time from `start` to a later `end` in one word and a number, rounded: "4 months".
pub fn length(start: Day, end: Day) -> String {
    let days = end - start;
    let (number, unit) = match days {
        730.. => ((days * 4 + 730) / 1461, "year"),
        30.. => ((days * 100 + 1522) / 3044, "month"),
        14.. => ((days + 3) / 7, "week"),
        _ => (days, "day"),
    };
    count(number as usize, unit)
}

/// "2 June 2025".
fn day_of_year(day: Day) -> String {
    [&day_and_month(day), " ", &year(day)].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(said: impl AsRef<str>, expected: &str) {
        assert_eq!(said.as_ref(), expected);
    }

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn between(start: &str, end: &str) -> DayRange {
        DayRange { start: day(start), end: day(end) }
    }

    #[test]
    fn weekdays_are_those_of_the_calendar() {
        check(full_day(day("2025-05-28")), "Wednesday 28 May 2025");
        check(full_day(day("1900-01-01")), "Monday 1 January 1900");
    }

    #[test]
    fn an_old_day_has_no_weekday_and_its_era() {
        check(full_day(day("1582-10-15")), "Friday 15 October 1582");
        check(full_day(day("1582-10-14")), "14 October 1582");
        check(full_day(day("1066-10-14")), "14 October 1066");
        check(full_day(day("0079-08-24")), "24 August AD 79");
        check(full_day(day("-000043-03-15")), "15 March 44 BC");
        check(tick(day("0000-01-01"), Granularity::Year, false), "1 BC");
        check(
            days(between("1066-10-08", "1066-10-14"), Granularity::Week),
            "8 October 1066 to 14 October 1066",
        );
        check(
            days(between("-000499-01-01", "-000400-12-31"), Granularity::Year),
            "500 BC to 401 BC",
        );
        check(range(between("-000043-03-15", "-000043-03-17")), "15 March to 17 March 44 BC");
    }

    #[test]
    fn a_heading_is_as_fine_as_the_date_is_known() {
        check(days(between("2025-05-16", "2025-05-16"), Granularity::Day), "Friday 16 May 2025");
        check(days(between("2025-05-01", "2025-05-31"), Granularity::Month), "May 2025");
        check(days(between("1991-01-01", "1991-12-31"), Granularity::Year), "1991");
        let week = days(between("2025-05-19", "2025-05-25"), Granularity::Week);
        check(week, "Week of Monday 19 May 2025");
        let weekend = days(between("2025-05-24", "2025-05-25"), Granularity::Week);
        check(weekend, "Saturday 24 May 2025 to Sunday 25 May 2025");
    }

    #[test]
    fn a_range_says_its_year_once() {
        check(range(between("2024-03-01", "2024-04-02")), "1 March to 2 April 2024");
        check(range(between("2023-12-30", "2024-01-02")), "30 December 2023 to 2 January 2024");
        check(range(between("2024-03-01", "2024-03-01")), "1 March 2024");
    }

    #[test]
    fn an_extent_of_one_day_is_that_day_in_full() {
        check(extent(between("2025-05-16", "2025-06-02")), "16 May to 2 June 2025");
        check(extent(between("2024-12-30", "2025-01-02")), "30 December 2024 to 2 January 2025");
        check(extent(between("2025-05-16", "2025-05-16")), "Friday 16 May 2025");
    }

    #[test]
    fn a_day_of_another_year_says_its_year() {
        check(day_seen_from(2025, day("2025-06-02"), Granularity::Day), "2 June");
        check(day_seen_from(2024, day("2025-06-02"), Granularity::Day), "2 June 2025");
        check(day_seen_from(2024, day("2025-06-01"), Granularity::Month), "June 2025");
        check(day_seen_from(1991, day("1991-01-01"), Granularity::Year), "1991");
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
            ("0001-01-01", "2025-01-01", "2,024 years"),
        ] {
            check(length(day(start), day(end)), words);
        }
    }

    #[test]
    fn ticks_are_named_by_their_fineness() {
        for (text, granularity, expected) in [
            ("1991-01-01", Granularity::Year, "1991"),
            ("2025-05-01", Granularity::Month, "May 2025"),
            ("2025-05-19", Granularity::Day, "19 May"),
            ("2025-06-02", Granularity::Week, "2 June"),
        ] {
            check(tick(day(text), granularity, false), expected);
        }
        check(tick(day("2025-06-02"), Granularity::Day, true), "2 June 2025");
    }
}
