//! Time expressions: a phrase of the body and the calendar value it stands for.

use serde::{Deserialize, Serialize};

use crate::day::DayRange;
use crate::span::Span;
use crate::when::Granularity;

/// A time expression (TIMEX3 in the field).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timex {
    /// Where it stands in the body.
    pub span: Span,
    /// What kind of time it names.
    pub kind: TimexKind,
    /// TimeML's value: `2025-05-16`, `2025-W21`, `P1W`, `PRESENT_REF`.
    pub value: String,
    /// The days it covers, where it names any on the calendar. Durations, sets
    /// and vague references cover none.
    pub days: Option<DayRange>,
    /// How fine `days` is.
    pub granularity: Granularity,
    /// What it was read against.
    pub anchor: Anchor,
    /// Whether the sentence speaks of it as still to come ("will", "propose to … on").
    pub future: bool,
    /// The name of the rule that found it.
    pub rule: String,
    /// The whole days from the first to the last, where it is an end of a stretch ("from 28 April
    /// to 2 May") or names all of it. Both ends carry the same.
    pub stretch: Option<DayRange>,
    /// Whether the sentence only compares with it or counts from it ("the lowest since 2003", "the
    /// 2008 film"): it dates nothing that the sentence tells.
    pub compared: bool,
}

/// TimeML's four types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TimexKind {
    /// A calendar date or a reference to one.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// Something that recurs.
    Set,
}

impl TimexKind {
    /// TimeML's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// What a time expression was read against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Anchor {
    /// It says everything itself ("16 May 2025", "1991").
    Itself,
    /// The publication date ("on Monday", "last week", "June 2").
    Published,
    /// A date named earlier in the text ("the next day", "two weeks later").
    Text,
}
