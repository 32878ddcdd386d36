//! Why an event has its date, and why its tellings are one.

use dateline_model::{Anchor, Article, Day, DayRange, Granularity};
use dateline_words::{full_day, range};

/// The rule by which tellings are joined; its reason is [`same_words`].
pub const SAME_WORDS: &str = "same-words";

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

/// How the days of two tellings of one event lie to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Days {
    /// Both name them.
    Same,
    /// One names others, close by.
    Close,
    /// One names none.
    Undated,
    /// One names a week, a month or a year that holds the other's.
    Within,
}

/// Two tellings share words, given as the second has them.
pub fn same_words(days: Days, words: &[&str]) -> String {
    let days = match days {
        Days::Same => "name the same day",
        Days::Close => "name days close to each other",
        Days::Undated => "tell it in the same days, one without naming a day",
        Days::Within => "name a day and a time that holds it",
    };
    match words {
        [] => format!("Two sentences {days}, and what stands around them is alike."),
        words => format!("Two sentences {days} and share what matters: {}.", words.join(", ")),
    }
}

/// The rule by which an undated sentence tells of the day it was published.
pub const LEAD: &str = "undated-lead";

/// An undated sentence, told as new on `day`.
pub fn lead(article: &Article, days: DayRange) -> String {
    let outlet = article.outlet.as_deref().unwrap_or(&article.title);
    let basis = article.published.basis.name();
    let told = match article.published.date {
        Some(day) => format!("the {basis} publication date, {}", full_day(day)),
        None => "its publication".to_owned(),
    };
    if article.published.date == Some(days.start) {
        format!("{outlet} names no day and tells it as new: {told}.")
    } else {
        format!(
            "{outlet} names no day; what it tells is as other sentences tell it of {}, before {told}.",
            range(days)
        )
    }
}

/// The rule by which an undated sentence of a live report tells of its entry's day.
pub const ENTRY: &str = "entry-day";

/// An undated sentence of an entry that bears its own `day`.
pub fn entry(article: &Article, day: Day) -> String {
    let outlet = article.outlet.as_deref().unwrap_or(&article.title);
    format!("{outlet} tells it in an entry of {}.", full_day(day))
}

/// The rule by which a sentence is dated as it was where it first stood.
pub const REPEATED: &str = "repeated";

/// A sentence that `first` has word for word.
pub fn repeated(article: &Article, first: &Article) -> String {
    let name = |article: &Article| {
        article.outlet.clone().unwrap_or_else(|| format!("“{}”", article.title))
    };
    let day = first.published.date.map_or_else(String::new, |day| format!(" of {}", full_day(day)));
    format!(
        "{} repeats a sentence of {}{day}, and it is dated as there.",
        name(article),
        name(first)
    )
}

/// The rule of [`weight`].
pub const WEIGHT: &str = "weight";

/// What an event's weight is made of.
pub fn weight(articles: usize, outlets: usize, leads: usize, days: i32) -> String {
    let mut out = format!("Told by {}", dateline_words::count(articles, "independent article"));
    if outlets > 0 {
        out += &format!(" of {}", dateline_words::count(outlets, "outlet"));
    }
    match (leads, articles) {
        (0, _) => {}
        (1, 1) => out += ", which opens with it",
        (1, _) => out += ", of which 1 opens with it",
        (leads, _) if leads == articles => out += ", all of which open with it",
        (leads, _) => out += &format!(", of which {leads} open with it"),
    }
    if articles > 1 && days > 0 {
        out += &format!("; retold over {}", dateline_words::count(days as usize + 1, "day"));
    }
    out + "."
}
