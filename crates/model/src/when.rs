//! When something was, how sure that is, and why.

use serde::{Deserialize, Serialize};

use crate::day::{Day, DayRange};

/// A calendar date with bounds, basis and evidence. Never an instant with an
/// invented time of day.
///
/// Valid when `earliest <= date <= latest` wherever these are present.
/// With no date at all, `date`, `earliest` and `latest` are `None` and the
/// evidence says what was looked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// The best single day.
    pub date: Option<Day>,
    /// The printed time of day, local to the outlet.
    pub time: Option<Clock>,
    /// First day that the evidence allows.
    pub earliest: Option<Day>,
    /// Last day that the evidence allows.
    pub latest: Option<Day>,
    /// How fine the date is.
    pub granularity: Granularity,
    /// Where it comes from.
    pub basis: Basis,
    /// What speaks for it, strongest first. Never empty.
    pub evidence: Vec<Evidence>,
}

impl When {
    /// A date that is known to the day.
    pub fn on(date: Day, basis: Basis, evidence: Vec<Evidence>) -> Self {
        Self {
            date: Some(date),
            time: None,
            earliest: Some(date),
            latest: Some(date),
            granularity: Granularity::Day,
            basis,
            evidence,
        }
    }

    /// No date at all; `evidence` says what was looked for.
    pub fn unknown(evidence: Vec<Evidence>) -> Self {
        Self {
            date: None,
            time: None,
            earliest: None,
            latest: None,
            granularity: Granularity::Day,
            basis: Basis::Inferred,
            evidence,
        }
    }

    /// Its bounds, where both are known.
    pub fn bounds(&self) -> Option<DayRange> {
        Some(DayRange { start: self.earliest?, end: self.latest? })
    }
}

/// A printed time of day; no zone is invented.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Clock {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
}

impl Clock {
    /// From `HH:MM`, nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let (hour, minute) = text.split_once(':')?;
        let (hour, minute) = (hour.parse().ok()?, minute.parse().ok()?);
        (hour < 24 && minute < 60).then_some(Self { hour, minute })
    }
}

impl core::fmt::Display for Clock {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

/// How fine a date is. Coarser comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Granularity {
    /// A year, or several.
    Year,
    /// A month, a quarter or a season.
    Month,
    /// A week or a weekend.
    Week,
    /// A day.
    Day,
    /// A minute of a day.
    Minute,
}

impl Granularity {
    /// The word the outward formats use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Month => "month",
            Self::Week => "week",
            Self::Day => "day",
            Self::Minute => "minute",
        }
    }
}

impl Day {
    /// ISO 8601 as fine as asked: `2025`, `2025-05`, or the day.
    pub fn iso(self, granularity: Granularity) -> String {
        let mut text = self.to_string();
        let cut = match granularity {
            Granularity::Year => 6,
            Granularity::Month => 3,
            _ => 0,
        };
        text.truncate(text.len() - cut);
        text
    }
}

/// Where a date comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// Printed in the source.
    Stated,
    /// Worked out from the text and its neighbours.
    Inferred,
    /// Set by the editor's overlay.
    Corrected,
}

impl Basis {
    /// The word the outward formats use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Inferred => "inferred",
            Self::Corrected => "corrected",
        }
    }
}

/// One reason: which rule spoke, what it saw, and what that means to a reader.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Evidence {
    /// The rule's name, such as `printed-date/weekday-day-month-year`.
    pub rule: String,
    /// The source's words that the rule saw; empty where it saw an absence.
    pub text: String,
    /// A sentence that a reader understands.
    pub why: String,
}

impl Evidence {
    /// The rule of what an editor says in the overlay.
    pub const EDITOR: &str = "overlay";
    /// The rule of what an editor says to have looked at.
    pub const CHECKED: &str = "overlay/checked";

    /// Whether these say that an editor has looked at what they are of, and found it right.
    pub fn say_checked(all: &[Self]) -> bool {
        all.iter().any(|reason| reason.rule == Self::CHECKED)
    }

    /// From its three parts.
    pub fn new(rule: impl Into<String>, text: impl Into<String>, why: impl Into<String>) -> Self {
        Self { rule: rule.into(), text: text.into(), why: why.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_as_fine_as_asked() {
        let check = |(year, month, day), granularity, expected: &str| {
            assert_eq!(Day::new(year, month, day).unwrap().iso(granularity), expected);
        };
        check((2025, 5, 16), Granularity::Day, "2025-05-16");
        check((2025, 5, 16), Granularity::Month, "2025-05");
        check((-43, 3, 15), Granularity::Month, "-000043-03");
        check((-43, 3, 15), Granularity::Year, "-000043");
    }
}
