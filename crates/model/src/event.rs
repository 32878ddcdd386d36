//! What the articles say happened on a date.

use serde::{Deserialize, Serialize};

use crate::article::Article;
use crate::day::DayRange;
use crate::index::{ArticleIndex, EntityIndex, EventIndex};
use crate::span::Span;
use crate::when::{Basis, Clock, Evidence, Granularity};

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
    /// The hour at which sources put it. See [`clock_told`](Self::clock_told).
    pub clock: Option<Clock>,
    /// Whether it happened.
    pub status: Status,
    /// A label cut from the sources' own words.
    pub title: String,
    /// Who tells it: articles in order of publication, sentences in order.
    pub tellings: Vec<Telling>,
    /// Who and what the tellings name, most often first.
    pub entities: Vec<EntityIndex>,
    /// How much the corpus makes of it: more is more. Comparable within one corpus only.
    pub weight: u32,
    /// Whether it belongs to the story that the corpus tells, rather than to its background.
    pub key: bool,
    /// Events that a sentence ties to this one: who announced it, what called it off.
    pub links: Vec<Link>,
    /// Why this date, why the tellings were taken for one happening, and why it weighs what it does.
    pub evidence: Vec<Evidence>,
}

/// Another event, told in one sentence with this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Link {
    /// The other.
    pub event: EventIndex,
    /// What it is to this one.
    pub tie: Tie,
    /// The sentence that tells both.
    pub telling: Telling,
}

impl Event {
    /// Whether it is dated to a day. A week, a month or a year is on no one day.
    pub fn is_of_a_day(&self) -> bool {
        self.granularity >= Granularity::Day
    }

    /// What [`clock`](Self::clock) is by the articles that tell it: the hour that most of its tellings give,
    /// of equals the first, where two articles give it or a third of the tellings. One of many that gives
    /// an hour tells of a moment of its own.
    pub fn clock_told(&self, articles: &[Article]) -> Option<Clock> {
        let given = |telling: &Telling| {
            let article = articles.get(telling.article as usize)?;
            let timex = article.timexes.get(telling.timex? as usize)?;
            Clock::parse(timex.value.split_once('T')?.1.get(..5)?)
        };
        // In order of publication, so those of one article stand together.
        let mut clocks: Vec<(Clock, usize, usize, u32)> = Vec::new();
        for telling in &self.tellings {
            let Some(clock) = given(telling) else { continue };
            match clocks.iter_mut().find(|one| one.0 == clock) {
                None => clocks.push((clock, 1, 1, telling.article)),
                Some((_, tellings, articles, last)) => {
                    *tellings += 1;
                    *articles += usize::from(*last != telling.article);
                    *last = telling.article;
                }
            }
        }
        let (clock, tellings, articles, _) = clocks.into_iter().rev().max_by_key(|one| one.1)?;
        (articles > 1 || 3 * tellings >= self.tellings.len()).then_some(clock)
    }
}

/// What one event is to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Tie {
    /// The other announced this one.
    AnnouncedBy,
    /// This one announced the other.
    Announces,
    /// The other called this one off.
    CalledOffBy,
    /// This one called the other off.
    CallsOff,
}

impl Tie {
    /// The word the outward formats use.
    pub fn name(self) -> &'static str {
        match self {
            Self::AnnouncedBy => "announced-by",
            Self::Announces => "announces",
            Self::CalledOffBy => "called-off-by",
            Self::CallsOff => "calls-off",
        }
    }
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
