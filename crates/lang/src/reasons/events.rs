//! Why an event has its date, and why its tellings are one.

use dateline_model::{Anchor, Article, DayRange, Granularity};
use dateline_words::{full_day, range};

/// The rule by which tellings are joined; its reason is [`same_words`].
pub const SAME_WORDS: &str = "same-day-same-words";

/// What stands in place of shared words that may not be shown.
pub const SHARED_UNSHOWN: &str = "Sentences of the same day share the words that matter; which ones is not shown, since not all of them are republished here.";

/// What stands in place of a reason that quotes what may not be shown.
pub const UNSHOWN: &str = "The reason quotes words that are not republished here.";

/// The phrase that dates a telling, and what it was read against.
pub fn dating(
    article: &Article,
    phrase: &str,
    days: DayRange,
    granularity: Granularity,
    anchor: Anchor,
) -> String {
    let outlet = article.outlet.as_deref().unwrap_or(&article.title);
    let value = match granularity {
        Granularity::Year => days.start.year().to_string(),
        Granularity::Day | Granularity::Minute => full_day(days.start),
        _ => range(days),
    };
    let against = match (anchor, article.published.date) {
        (Anchor::Itself, _) => "the phrase says it all".to_owned(),
        (Anchor::Text, _) => "read against a date named earlier in the text".to_owned(),
        (Anchor::Published, Some(day)) => format!(
            "read against the {} publication date, {}",
            article.published.basis.name(),
            full_day(day)
        ),
        (Anchor::Published, None) => "read against the other articles".to_owned(),
    };
    format!("{outlet} writes “{phrase}”: {value}, {against}.")
}

/// Two sentences of a day share words, given by their beginnings.
pub fn same_words(beginnings: &[&str]) -> String {
    format!(
        "Two sentences name the same day and share {} of the words that matter: {}.",
        beginnings.len(),
        beginnings.iter().map(|word| format!("{word}…")).collect::<Vec<_>>().join(", ")
    )
}
