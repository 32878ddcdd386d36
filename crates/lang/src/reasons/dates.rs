//! Why an article has its publication date.

use core::borrow::Borrow;

use dateline_model::{Day, DayRange};
use dateline_words::{all_of, day_and_month, full_day, range, weekday};

/// Given for all files.
pub const GIVEN: &str = "Given with the file.";

/// Given beside the article.
pub const BESIDE: &str = "Given in the file beside the article (meta.json).";

/// No neighbour and no phrase.
pub const NOTHING_NEAR: &str = "No publication date is printed, and no dated article of the corpus names the same people and things.";

/// Neighbours, and no phrase.
pub const NOTHING_TOLD: &str =
    "No publication date is printed, and the text tells of no day that could bound it.";

/// The newest day told is the lower bound.
pub fn newest_day(day: Day) -> String {
    format!(
        "The newest day that the text tells of as past is {}; news appears on that day or just after.",
        full_day(day)
    )
}

/// A weekday told as the article's own.
pub fn own_weekday(phrase: &str, day: Day) -> String {
    format!(
        "The text tells of “{phrase}” as its own day, so it appeared on a {}, {}.",
        weekday(day),
        full_day(day)
    )
}

/// The first day of that weekday after the newest day told.
pub fn after_newest_day(newest: Day, first: Day) -> String {
    format!(
        "It looks back on {}, so it is later; the first {} after that is {}.",
        day_and_month(newest),
        weekday(first),
        day_and_month(first)
    )
}

/// A neighbour of `day` knows the date that this one waits for.
pub fn before_date_was_known(title: &str, day: Day, phrase: &str) -> String {
    format!(
        "It still waits for a date that “{title}” ({}) names: “{phrase}”. So it is not later than {}.",
        day_and_month(day),
        full_day(day)
    )
}

/// The day nearest to its neighbours, and what else would fit.
pub fn nearest_to_neighbours(neighbours: &str, best: Day, others: &[Day]) -> String {
    let name = weekday(best);
    let also = if others.is_empty() {
        format!("No other {name} fits.")
    } else {
        let others: Vec<String> = others.iter().map(|day| day_and_month(*day)).collect();
        format!("Also possible: {}.", others.join(", "))
    };
    format!(
        "The articles that name the same people and things are of {neighbours}; {} is the nearest {name} to them. {also}",
        day_and_month(best)
    )
}

/// The year comes from the neighbours; `other` is the same day of the second-best year.
pub fn year_from_corpus(
    names: &[&str],
    neighbours: &str,
    day: Day,
    other: Day,
    centre: Day,
) -> String {
    format!(
        "The page prints no year. The year {} is taken from the corpus: its articles that name {} too are of {neighbours}, and {} lies nearest to them ({} days off; {} would be {} days off).",
        day.year(),
        listed(names),
        one(day),
        (day - centre).abs(),
        one(other),
        (other - centre).abs(),
    )
}

/// Two articles give a person the same office.
pub fn same_office(name: &str, office: &str, title: &str, day: Day) -> String {
    format!(
        "The page calls {name} “{office}”, as “{title}” of {} does; both fall in one term of office.",
        one(day)
    )
}

/// How far the inference reaches.
pub fn nothing_printed(phrase: &str, neighbours: usize) -> String {
    let articles = if neighbours == 1 {
        "article about the same names"
    } else {
        "articles about the same names"
    };
    format!(
        "No publication date is printed on the page. Weighed: the day “{phrase}” in the text and {neighbours} {articles} in the corpus."
    )
}

/// Days in order, as a sentence lists them.
pub fn days(days: &[Day]) -> String {
    let words: Vec<String> = days.iter().map(|day| one(*day)).collect();
    listed(&words)
}

fn one(day: Day) -> String {
    range(DayRange::single(day))
}

fn listed(words: &[impl Borrow<str>]) -> String {
    if words.is_empty() { "nothing".into() } else { all_of(words) }
}
