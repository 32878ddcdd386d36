//! Calendar values: a TimeML string, the days that it covers, how fine it is.

use dateline_model::{Day, DayRange, Granularity};

use crate::parts::{Feast, Unit};

/// A stretch of the calendar and its TimeML value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stretch {
    /// TimeML's value.
    pub(crate) value: String,
    /// The days, where the calendar has them.
    pub(crate) days: Option<DayRange>,
    /// How fine it is.
    pub(crate) granularity: Granularity,
}

fn stretch(
    value: String,
    first: Option<Day>,
    last: Option<Day>,
    granularity: Granularity,
) -> Stretch {
    let days = first.zip(last).map(|(start, end)| DayRange { start, end });
    Stretch { value, days, granularity }
}

/// The day, if the calendar has it.
pub(crate) fn civil(year: i32, month: u8, day: u8) -> Option<Day> {
    Day::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?)
}

/// A year in four digits; years before Christ as `BC0480`.
pub(crate) fn year_text(year: i32) -> String {
    if year > 0 { format!("{year:04}") } else { format!("BC{:04}", 1 - i64::from(year)) }
}

/// One day.
pub(crate) fn day(day: Day) -> Stretch {
    let value = format!("{}-{:02}-{:02}", year_text(day.year().into()), day.month(), day.day());
    stretch(value, Some(day), Some(day), Granularity::Day)
}

/// A month.
pub(crate) fn month(year: i32, month: u8) -> Stretch {
    let (next_year, next) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    let last = civil(next_year, next, 1).map(|day| day - 1);
    stretch(
        format!("{}-{month:02}", year_text(year)),
        civil(year, month, 1),
        last,
        Granularity::Month,
    )
}

/// A year.
pub(crate) fn year(year: i32) -> Stretch {
    stretch(year_text(year), civil(year, 1, 1), civil(year, 12, 31), Granularity::Year)
}

/// The ten years that begin with `first`, which ends in 0.
pub(crate) fn decade(first: i32) -> Stretch {
    let value = if first >= 0 { format!("{:03}", first / 10) } else { year_text(first) };
    stretch(value, civil(first, 1, 1), civil(first + 9, 12, 31), Granularity::Year)
}

/// The century that is the `ordinal`-th: the 19th is `18`.
pub(crate) fn century(ordinal: u32) -> Option<Stretch> {
    let hundreds = i32::try_from(ordinal).ok()?.checked_sub(1).filter(|h| (0..100).contains(h))?;
    let first = hundreds * 100;
    Some(stretch(
        format!("{hundreds:02}"),
        civil(first, 1, 1),
        civil(first + 99, 12, 31),
        Granularity::Year,
    ))
}

/// The century before Christ that is the `ordinal`-th: the 5th is `BC04`, 500 to 401 BC.
pub(crate) fn century_before(ordinal: u32) -> Option<Stretch> {
    let hundreds = i32::try_from(ordinal).ok()?.checked_sub(1).filter(|h| (0..99).contains(h))?;
    // The year 0 is 1 BC.
    let last = -hundreds * 100;
    Some(stretch(
        format!("BC{hundreds:02}"),
        civil(last - 99, 1, 1),
        civil(last, 12, 31),
        Granularity::Year,
    ))
}

/// The week, Monday to Sunday, that holds `inside`.
pub(crate) fn week(inside: Day) -> Stretch {
    let monday = inside - inside.weekday() as i32;
    let (year, week) = iso_week(inside);
    stretch(
        format!("{}-W{week:02}", year_text(year)),
        Some(monday),
        Some(monday + 6),
        Granularity::Week,
    )
}

/// The weekend of the week that holds `inside`.
pub(crate) fn weekend(inside: Day) -> Stretch {
    let monday = inside - inside.weekday() as i32;
    let (year, week) = iso_week(inside);
    stretch(
        format!("{}-W{week:02}-WE", year_text(year)),
        Some(monday + 5),
        Some(monday + 6),
        Granularity::Week,
    )
}

fn iso_week(inside: Day) -> (i32, i32) {
    let thursday = inside - inside.weekday() as i32 + 3;
    let year = i32::from(thursday.year());
    let first = civil(year, 1, 1).unwrap_or(thursday);
    (year, (thursday - first) / 7 + 1)
}

/// A quarter, 1 to 4.
pub(crate) fn quarter(year: i32, quarter: u8) -> Stretch {
    months(format!("{}-Q{quarter}", year_text(year)), year, quarter * 3 - 2, 3)
}

/// A half, 1 or 2.
pub(crate) fn half(year: i32, half: u8) -> Stretch {
    months(format!("{}-H{half}", year_text(year)), year, half * 6 - 5, 6)
}

/// A season by TimeML's code, by the northern hemisphere's months; winter
/// begins in December of its year.
pub(crate) fn season(year: i32, code: &str) -> Stretch {
    let first = match code {
        "SP" => 3,
        "SU" => 6,
        "FA" => 9,
        _ => 12,
    };
    months(format!("{}-{code}", year_text(year)), year, first, 3)
}

fn months(value: String, year: i32, first: u8, count: u8) -> Stretch {
    let after = first + count;
    let (next_year, next) = if after > 12 { (year + 1, after - 12) } else { (year, after) };
    stretch(
        value,
        civil(year, first, 1),
        civil(next_year, next, 1).map(|day| day - 1),
        Granularity::Month,
    )
}

/// The stretch of `unit` that lies `steps` units from the one that holds `from`.
pub(crate) fn shifted(from: Day, unit: Unit, steps: i32) -> Option<Stretch> {
    let (own_year, own_month) = (i32::from(from.year()), i32::from(from.month()));
    // Beyond what any text means; keeps the arithmetic small.
    let steps = Some(steps).filter(|n| n.abs() <= 1_000_000)?;
    Some(match unit {
        Unit::Second | Unit::Minute | Unit::Hour => day(from),
        Unit::Day => day(from + steps),
        Unit::Week => week(from + steps * 7),
        Unit::Weekend => weekend(from + steps * 7),
        Unit::Month => {
            let months = own_year * 12 + own_month - 1 + steps;
            month(in_calendar(months.div_euclid(12))?, months.rem_euclid(12) as u8 + 1)
        }
        Unit::Quarter => {
            let quarters = own_year * 4 + (own_month - 1) / 3 + steps;
            quarter(in_calendar(quarters.div_euclid(4))?, quarters.rem_euclid(4) as u8 + 1)
        }
        Unit::Year => year(in_calendar(own_year + steps)?),
        Unit::Decade => decade(in_calendar(own_year.div_euclid(10) * 10 + steps * 10)?),
        Unit::Century => century(u32::try_from(own_year.div_euclid(100) + 1 + steps).ok()?)?,
    })
}

/// The day of a holiday that follows the weekday or the moon, in `year`.
pub(crate) fn feast_day(feast: Option<Feast>, year: i32) -> Option<Day> {
    let (month, weekday, n) = match feast? {
        Feast::On(..) => return None,
        Feast::Easter(after) => return easter(year).map(|day| day + i32::from(after)),
        Feast::Nth(month, weekday, n) => (month, weekday, n),
    };
    let first = civil(year, month, 1)?;
    let ahead = (i32::from(weekday) - first.weekday() as i32).rem_euclid(7);
    let day = first + ahead + 7 * (i32::from(n) - 1);
    Some(if day.month() == first.month() { day } else { day - 7 })
}

/// Easter Sunday of the Gregorian calendar: the Sunday after the first full moon of spring, both
/// by the church's reckoning (J. Meeus, Astronomical Algorithms, chapter 8).
fn easter(year: i32) -> Option<Day> {
    if year < 1583 {
        return None;
    }
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let leaps = century - century / 4 - (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + leaps + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * weekday) / 451;
    let days = moon + weekday - 7 * late + 114;
    civil(year, u8::try_from(days / 31).ok()?, u8::try_from(days % 31 + 1).ok()?)
}

fn in_calendar(year: i32) -> Option<i32> {
    (-9_000..=9_000).contains(&year).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(stretch: Stretch, value: &str, first: &str, last: &str) {
        assert_eq!(stretch.value, value);
        let days = stretch.days.unwrap();
        assert_eq!((days.start.to_string(), days.end.to_string()), (first.into(), last.into()));
    }

    #[test]
    fn every_stretch_covers_its_days() {
        check(month(2024, 2), "2024-02", "2024-02-01", "2024-02-29");
        check(season(2024, "WI"), "2024-WI", "2024-12-01", "2025-02-28");
        check(quarter(2013, 4), "2013-Q4", "2013-10-01", "2013-12-31");
        check(half(2008, 2), "2008-H2", "2008-07-01", "2008-12-31");
        check(decade(1990), "199", "1990-01-01", "1999-12-31");
        check(century(19).unwrap(), "18", "1800-01-01", "1899-12-31");
        check(century_before(5).unwrap(), "BC04", "-000499-01-01", "-000400-12-31");
        check(year(-479), "BC0480", "-000479-01-01", "-000479-12-31");
    }

    #[test]
    fn easter_follows_the_church() {
        for (year, day) in [
            (1818, "1818-03-22"),
            (1954, "1954-04-18"),
            (2000, "2000-04-23"),
            (2024, "2024-03-31"),
            (2025, "2025-04-20"),
            (2038, "2038-04-25"),
        ] {
            assert_eq!(easter(year).unwrap().to_string(), day);
        }
        assert_eq!(easter(1582), None);
    }

    #[test]
    fn weeks_follow_the_iso_calendar_across_years() {
        for (inside, value) in
            [("2025-05-22", "2025-W21"), ("2024-12-30", "2025-W01"), ("2021-01-03", "2020-W53")]
        {
            assert_eq!(week(Day::parse(inside).unwrap()).value, value);
        }
    }
}
