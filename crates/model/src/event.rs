//! What the articles say happened on a date.

use serde::{Deserialize, Serialize};

use crate::day::DayRange;
use crate::index::{ArticleIndex, EntityIndex};
use crate::span::Span;
use crate::when::{Basis, Evidence, Granularity};

/// One happening, told by one or many outlets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Unique in the corpus and stable while the telling sentences stay the
    /// same: the start date and a slug of the title.
    pub id: String,
    /// The days it took.
    pub days: DayRange,
    /// How fine `days` is.
    pub granularity: Granularity,
    /// Whether a source prints the whole date or it had to be worked out from
    /// an inferred publication date.
    pub basis: Basis,
    /// The days that the evidence allows, where that is more than `days`.
    pub bounds: Option<DayRange>,
    /// Whether it happened.
    pub status: Status,
    /// A label cut from the sources' own words.
    pub title: String,
    /// Who tells it: articles in order of publication, sentences in order.
    pub tellings: Vec<Telling>,
    /// Who and what the tellings name, most often first.
    pub entities: Vec<EntityIndex>,
    /// Why this date, and why the tellings were taken for one happening.
    pub evidence: Vec<Evidence>,
}

/// One article's sentence that tells an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Telling {
    /// Whose.
    pub article: ArticleIndex,
    /// The sentence, in the article's body.
    pub span: Span,
    /// Which of the article's time expressions dates it, by position.
    pub timex: Option<u32>,
}

/// Whether an event came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Status {
    /// Told as past.
    Happened,
    /// Told as settled and still to come.
    Planned,
    /// Told as an offer or an intention.
    Proposed,
    /// Told as cancelled or postponed.
    CalledOff,
}

impl Status {
    /// The word the outward formats use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Happened => "happened",
            Self::Planned => "planned",
            Self::Proposed => "proposed",
            Self::CalledOff => "called-off",
        }
    }
}
