//! The value of an expression.

use dateline_model::{Anchor, Day, DayRange, Granularity, TimexKind};

use crate::calendar::{self, Stretch};

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Valued {
    /// TimeML's type.
    pub(crate) kind: TimexKind,
    /// TimeML's value.
    pub(crate) value: String,
    /// The days it covers.
    pub(crate) days: Option<DayRange>,
    /// How fine these are.
    pub(crate) granularity: Granularity,
    /// What it was read against.
    pub(crate) anchor: Anchor,
}

impl Valued {
    /// The day, where it is one.
    pub(crate) fn day(&self) -> Option<Day> {
        self.days.filter(|days| days.days() == 1).map(|days| days.start)
    }

    pub(crate) fn date(stretch: Stretch, anchor: Anchor) -> Self {
        let Stretch { value, days, granularity } = stretch;
        Self { kind: TimexKind::Date, value, days, granularity, anchor }
    }

    pub(crate) fn bare(kind: TimexKind, value: String, anchor: Anchor) -> Self {
        Self { kind, value, days: None, granularity: Granularity::Day, anchor }
    }

    pub(crate) fn placeholder(value: &str, anchor: Anchor) -> Self {
        Self::bare(TimexKind::Date, value.to_owned(), anchor)
    }

    /// The same at an hour of that day.
    pub(crate) fn with_clock(self, clock: Option<(u8, u8)>) -> Self {
        let (Some((hour, minute)), Some(day)) = (clock, self.day()) else { return self };
        let value = format!("{}T{hour:02}:{minute:02}", calendar::day(day).value);
        Self { kind: TimexKind::Time, value, granularity: Granularity::Minute, ..self }
    }

    pub(crate) fn with_part(self, part: Option<&str>) -> Self {
        let Some(part) = part else { return self };
        if self.granularity != Granularity::Day {
            return self;
        }
        Self { kind: TimexKind::Time, value: format!("{}T{part}", self.value), ..self }
    }
}
