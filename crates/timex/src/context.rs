//! What expressions are read against: the publication day and the story so far.

use dateline_model::{Anchor, Day};

use crate::calendar::civil;
use crate::parts::Unit;
use crate::story::Story;
use crate::valued::Valued;

/// What expressions are read against.
pub(crate) struct Context {
    /// The publication day.
    pub(crate) published: Option<Day>,
    /// Whether the text tells a history.
    pub(crate) history: bool,
    /// The dates named so far.
    pub(crate) story: Story,
}

impl Context {
    /// The day that "here and now" is: publication, or where a history stands.
    pub(crate) fn here(&self) -> Option<Day> {
        if self.history {
            self.story_base(Some(Unit::Year)).or(self.published)
        } else {
            self.published
        }
    }

    /// The date named last; without one TimeML's word for the past.
    pub(crate) fn that_time(&self) -> Valued {
        match self.story.latest() {
            Some(stretch) => Valued::date(stretch.clone(), Anchor::Text),
            None => Valued::placeholder("PAST_REF", Anchor::Text),
        }
    }

    pub(crate) fn story_year(&self) -> Option<i32> {
        self.story.year.or_else(|| self.published.map(|day| day.year().into()))
    }

    pub(crate) fn context_month(&self) -> Option<(i32, u8)> {
        self.story
            .month
            .or_else(|| self.published.map(|day| (day.year().into(), day.month() as u8)))
    }

    /// A day that stands for the date last named, if it is fine enough for `unit`.
    pub(crate) fn story_base(&self, unit: Option<Unit>) -> Option<Day> {
        let story = &self.story;
        match unit {
            Some(Unit::Year | Unit::Decade | Unit::Century) => civil(story.year?, 1, 1),
            Some(Unit::Month | Unit::Quarter) => {
                let (year, month) = story.month?;
                civil(year, month, 1)
            }
            _ => story.recent_day(),
        }
    }
}
