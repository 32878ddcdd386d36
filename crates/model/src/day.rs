//! Civil days, counted so that an axis can do arithmetic with them.

use core::fmt;

use jiff::SignedDuration;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

const EPOCH: Date = Date::constant(1970, 1, 1);

/// A day of the proleptic Gregorian calendar, as the number of days since
/// 1970-01-01. Years run from −9999 to 9999, as in [`jiff`], which does the
/// calendar arithmetic.
///
/// ```
/// use dateline_model::Day;
/// let day = Day::new(2025, 5, 26).unwrap();
/// assert_eq!(day.weekday(), 0); // a Monday
/// assert_eq!((day + 7).to_string(), "2025-06-02");
/// assert_eq!(Day::parse("2025-06-31"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "i32")]
pub struct Day(i32);

/// As [`Day::from_number`]: what was written down elsewhere may be no day of the calendar.
impl From<i32> for Day {
    fn from(number: i32) -> Self {
        Self::from_number(number)
    }
}

impl Day {
    /// The day `year`-`month`-`day`, if the calendar has it.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        Date::new(year, month, day).ok().map(Self::from_date)
    }

    /// The same day as a `jiff` date.
    pub fn date(self) -> Date {
        EPOCH
            .checked_add(SignedDuration::from_hours(24 * i64::from(self.0)))
            .unwrap_or(if self.0 < 0 { Date::MIN } else { Date::MAX })
    }

    /// From a `jiff` date.
    pub fn from_date(date: Date) -> Self {
        Self((date.duration_since(EPOCH).as_secs() / 86_400) as i32)
    }

    /// From `YYYY-MM-DD`, or `-YYYYYY-MM-DD` for a year before 0, nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let (before, text) = match text.strip_prefix("-00") {
            Some(text) => (true, text),
            None => (false, text),
        };
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let number = |range: core::ops::Range<usize>| {
            bytes[range]
                .iter()
                .try_fold(0i16, |n, b| b.is_ascii_digit().then(|| n * 10 + i16::from(b - b'0')))
        };
        let year = number(0..4)?;
        let year = if before { -year } else { year };
        Self::new(year, number(5..7)? as i8, number(8..10)? as i8)
    }

    /// Days since 1970-01-01; negative before.
    pub fn number(self) -> i32 {
        self.0
    }

    /// The day with that [`number`](Self::number), held inside the calendar.
    pub fn from_number(number: i32) -> Self {
        Self(number.clamp(-4_371_587, 2_932_896))
    }

    /// The calendar year.
    pub fn year(self) -> i16 {
        self.date().year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> i8 {
        self.date().month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> i8 {
        self.date().day()
    }

    /// The weekday, Monday is 0 and Sunday 6.
    pub fn weekday(self) -> usize {
        // 1970-01-01 was a Thursday.
        (self.0 + 3).rem_euclid(7) as usize
    }
}

impl core::ops::Add<i32> for Day {
    type Output = Self;
    fn add(self, days: i32) -> Self {
        Self::from_number(self.0.saturating_add(days))
    }
}

impl core::ops::Sub<i32> for Day {
    type Output = Self;
    fn sub(self, days: i32) -> Self {
        Self::from_number(self.0.saturating_sub(days))
    }
}

impl core::ops::Sub<Day> for Day {
    type Output = i32;
    fn sub(self, other: Day) -> i32 {
        self.0 - other.0
    }
}

/// `YYYY-MM-DD`. A year before 0 is ISO 8601's expanded one with six digits, as ECMAScript reads
/// it: `-000043-03-15` is in 44 BC.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.date();
        let year = date.year();
        if year < 0 {
            f.write_str("-00")?;
        }
        write!(f, "{:04}-{:02}-{:02}", year.unsigned_abs(), date.month(), date.day())
    }
}

/// Days from `start` to `end`, both included. Valid when `start <= end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DayRange {
    /// First day.
    pub start: Day,
    /// Last day, included.
    pub end: Day,
}

impl DayRange {
    /// A range of one day.
    pub fn single(day: Day) -> Self {
        Self { start: day, end: day }
    }

    /// The range between two days in either order.
    pub fn between(one: Day, other: Day) -> Self {
        Self { start: one.min(other), end: one.max(other) }
    }

    /// Whether `day` lies in it.
    pub fn contains(self, day: Day) -> bool {
        self.start <= day && day <= self.end
    }

    /// Whether the two share a day.
    pub fn overlaps(self, other: DayRange) -> bool {
        self.start <= other.end && other.start <= self.end
    }

    /// How many days it has, at least 1.
    pub fn days(self) -> i32 {
        self.end - self.start + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_from_1970_and_come_back() {
        for (text, number) in [("1970-01-01", 0), ("1969-12-31", -1), ("2025-05-16", 20224)] {
            let day = Day::parse(text).unwrap();
            assert_eq!(day.number(), number);
            assert_eq!(Day::from_number(number).to_string(), text);
        }
    }

    #[test]
    fn weekdays_are_those_of_the_calendar() {
        assert_eq!(Day::parse("2025-05-28").unwrap().weekday(), 2);
        assert_eq!(Day::parse("1900-01-01").unwrap().weekday(), 0);
    }

    #[test]
    fn a_day_before_the_year_0_has_an_expanded_year() {
        let ides = Day::new(-43, 3, 15).unwrap();
        assert_eq!(ides.to_string(), "-000043-03-15");
        assert_eq!(Day::parse("-000043-03-15"), Some(ides));
        assert_eq!(Day::new(0, 1, 1).unwrap().to_string(), "0000-01-01");
        assert_eq!(Day::parse("-043-03-15"), None);
        assert_eq!(Day::parse("-0043-03-15"), None);
    }

    #[test]
    fn arithmetic_stops_at_the_ends_of_the_calendar() {
        let last = Day::new(9999, 12, 31).unwrap();
        assert_eq!(last + 1, last);
        assert_eq!(Day::from_number(i32::MIN).year(), -9999);
    }
}
