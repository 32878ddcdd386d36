//! What an editor put right, over what, and when: as the page tells it.

use dateline_model::{Day, DayRange, Granularity, Status};
use dateline_words::{full_day, range};

/// The editor took another event for this one.
pub const MERGED: &str =
    "The editor's overlay says that this happening was also told as another, which is joined here.";

/// The editor has looked at it.
pub const CHECKED: &str = "The editor has checked it.";

/// The editor says that a line is none of the article.
pub const LINE_OUT: &str = "The editor's overlay takes it out of the text.";

/// The editor says that a line that was left out is the article's.
pub const LINE_IN: &str =
    "The editor's overlay takes this line of the page, which was left out, into the text.";

/// A happening that no rule found.
pub const OWN: &str = "This happening is the editor's own; no rule found it.";

/// The editor's own note, and the day on which it was put right.
pub fn noted(when: Option<Day>) -> String {
    match when {
        Some(day) => format!("The editor's note, of {}.", full_day(day)),
        None => "The editor's note.".into(),
    }
}

/// The day of corrections without a note.
pub fn put_right(day: Day) -> String {
    format!("The editor put it right on {}.", full_day(day))
}

/// The editor's day in place of what the page prints.
pub fn dated(found: Option<Day>) -> String {
    match found {
        Some(found) => {
            format!("The editor's overlay sets it; the page says {}.", full_day(found))
        }
        None => "The editor's overlay sets it; the page prints no date.".into(),
    }
}

/// A fact of an article that the editor changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// Its headline.
    Title,
    /// Who published it.
    Outlet,
    /// Who wrote it.
    Author,
    /// Which agency did.
    Agency,
    /// What it is written in.
    Language,
    /// Where the original is.
    Address,
}

/// The editor's word for a fact in place of what was read.
pub fn changed(fact: Fact, before: Option<&str>) -> String {
    let what = match fact {
        Fact::Title => "title",
        Fact::Outlet => "outlet",
        Fact::Author => "author",
        Fact::Agency => "agency",
        Fact::Language => "language",
        Fact::Address => "address",
    };
    match before {
        Some(before) => {
            format!("The editor's overlay gives the {what}; the page gives “{before}”.")
        }
        None => format!("The editor's overlay gives the {what}; the page gives none."),
    }
}

/// The editor's own words in place of a label from the tellings.
pub fn labelled(before: &str) -> String {
    format!("The title is worded by the editor; the tellings gave “{before}”.")
}

/// The editor's day in place of the tellings'.
pub fn redated(before: DayRange, granularity: Granularity) -> String {
    let before = match granularity {
        Granularity::Year => before.start.year().to_string(),
        Granularity::Day | Granularity::Minute => full_day(before.start),
        _ => range(before),
    };
    format!("The editor's overlay dates it; the tellings say {before}.")
}

/// The editor's status in place of what the tellings' tense says.
pub fn restated(before: Status) -> String {
    format!("The editor's overlay says so; it was read as {}.", before.name())
}

/// The editor put it into the story, or took it out.
pub fn pinned(key: bool) -> String {
    let what = if key { "puts it into" } else { "takes it out of" };
    format!("The editor's overlay {what} the story.")
}

/// Tellings of another happening that are one of their own.
pub fn split_from(before: &str) -> String {
    format!("The editor's overlay tells it apart from “{before}”.")
}

/// What became of tellings that were this happening's.
pub fn split_off(tellings: usize, into: &str) -> String {
    let tellings = dateline_words::count(tellings, "sentence");
    format!("The editor's overlay tells {tellings} of it apart, as “{into}”.")
}
