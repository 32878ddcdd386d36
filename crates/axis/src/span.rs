//! The days in view, finer than days, so that many small steps of a wheel or two fingers add up.

use dateline_model::{Day, DayRange};

/// So many parts of a day.
const PARTS: i64 = 1024;

/// A span of time in 1024ths of a day. Its length is at least one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    start: i64,
    length: i64,
}

impl From<DayRange> for Span {
    fn from(days: DayRange) -> Self {
        let days_long = i64::from(days.end.number()) - i64::from(days.start.number()) + 1;
        Self { start: i64::from(days.start.number()) * PARTS, length: days_long.max(1) * PARTS }
    }
}

impl Span {
    /// The days it comes nearest to, within `whole`.
    pub fn days(self, whole: DayRange) -> DayRange {
        let start = (self.start + PARTS / 2).div_euclid(PARTS);
        let length = ((self.length + PARTS / 2) / PARTS).max(1);
        let day = |number: i64| {
            let (first, last) = (whole.start.number(), whole.end.number());
            Day::from_number(number.clamp(i64::from(first), i64::from(last)) as i32)
        };
        DayRange { start: day(start), end: day(start + length - 1) }
    }

    /// `times / by` as many details: the middle of `around` stays where it is.
    pub fn zoom(self, around: Day, times: i32, by: i32, whole: DayRange) -> Self {
        let (times, by) = (i64::from(times.max(1)), i64::from(by.max(1)));
        let middle = (i64::from(around.number()) * PARTS + PARTS / 2)
            .clamp(self.start, self.start + self.length);
        let length = (self.length * by / times).max(PARTS);
        // The same part of the span lies before the day, then as now.
        let before = (middle - self.start) * length / self.length.max(1);
        Self { start: middle - before, length }.within(whole)
    }

    /// Moved on by `parts / of` of its length, at least a day.
    pub fn pan(self, parts: i32, of: i32, whole: DayRange) -> Self {
        let by = self.length * i64::from(parts) / i64::from(of.max(1));
        let by = if by.abs() < PARTS { i64::from(parts.signum()) * PARTS } else { by };
        self.shift(by, whole)
    }

    /// Moved on by `pixels` of a view that is `width` pixels wide.
    pub fn drag(self, pixels: i32, width: i32, whole: DayRange) -> Self {
        self.shift(self.length * i64::from(pixels) / i64::from(width.max(1)), whole)
    }

    fn shift(self, by: i64, whole: DayRange) -> Self {
        Self { start: self.start + by, ..self }.within(whole)
    }

    fn within(self, whole: DayRange) -> Self {
        let whole = Self::from(whole);
        let length = self.length.min(whole.length);
        let start = self.start.clamp(whole.start, whole.start + whole.length - length);
        Self { start, length }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(start: &str, end: &str) -> DayRange {
        DayRange { start: Day::parse(start).unwrap(), end: Day::parse(end).unwrap() }
    }

    const WHOLE: (&str, &str) = ("2011-01-01", "2011-03-31");

    #[test]
    fn zooming_in_ends_at_the_day_and_out_at_everything() {
        let whole = days(WHOLE.0, WHOLE.1);
        let story = days("2011-01-25", "2011-02-13");
        let day = Day::parse("2011-01-28").unwrap();
        let mut span = Span::from(story);
        let mut seen = Vec::new();
        for _ in 0..6 {
            span = span.zoom(day, 2, 1, whole);
            assert!(span.days(whole).contains(day));
            seen.push(span.days(whole).days());
        }
        assert_eq!(seen, [10, 5, 3, 1, 1, 1]);
        assert_eq!(span.days(whole), DayRange::single(day));
        for _ in 0..7 {
            span = span.zoom(day, 1, 2, whole);
        }
        assert_eq!(span.days(whole), whole);
    }

    #[test]
    fn small_steps_add_up() {
        let whole = days(WHOLE.0, WHOLE.1);
        let day = Day::parse("2011-02-01").unwrap();
        let mut span = Span::from(days("2011-01-31", "2011-02-02"));
        for _ in 0..30 {
            span = span.zoom(day, 100, 105, whole);
        }
        assert!(span.days(whole).days() > 9, "{:?}", span.days(whole));
        assert!(span.days(whole).contains(day));
    }

    #[test]
    fn panning_keeps_the_length_and_stops_at_the_ends() {
        let whole = days(WHOLE.0, WHOLE.1);
        let span = Span::from(days("2011-01-25", "2011-02-13"));
        assert_eq!(span.pan(1, 2, whole).days(whole), days("2011-02-04", "2011-02-23"));
        assert_eq!(span.pan(-9, 1, whole).days(whole), days("2011-01-01", "2011-01-20"));
        assert_eq!(span.drag(100, 200, whole), span.pan(1, 2, whole));
        let day = Span::from(days("2011-02-01", "2011-02-01"));
        assert_eq!(day.pan(1, 3, whole).days(whole), days("2011-02-02", "2011-02-02"));
    }
}
