//! What stands word for word in the articles of several days: a page's header, its credits, what it teases
//! everywhere, or background that is written once.

use dateline_model::Day;
use dateline_text::QuickMap;

/// Articles of so many days have what is no article's own.
const DAYS: usize = 3;

/// The days on which each text was published, by its fingerprint.
#[derive(Default)]
pub(crate) struct Recurring(QuickMap<u64, Vec<Option<Day>>>);

impl Recurring {
    /// Notes that an article of a day has a text.
    pub(crate) fn see(&mut self, text: u64, day: Option<Day>) {
        let days = self.0.entry(text).or_default();
        if days.len() < DAYS && !days.contains(&day) {
            days.push(day);
        }
    }

    /// Whether a text is no article's own.
    pub(crate) fn has(&self, text: u64) -> bool {
        self.0.get(&text).is_some_and(|days| days.len() == DAYS)
    }
}
