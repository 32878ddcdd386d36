//! What an editor put right, over what, and when: as the page tells it.

mod fact;

pub use fact::Fact;

use dateline_model::{Day, DayRange, Granularity, Status};
use dateline_words::{all_of, full_day, range};

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

/// The editor's own note and its day: on some of what was put right, or, where nothing is named, on all of it.
pub fn noted(on: &[Fact], when: Option<Day>) -> String {
    let nouns: Vec<&str> = on.iter().map(|fact| fact.noun()).collect();
    let on = if nouns.is_empty() { String::new() } else { [" on ", &all_of(&nouns)].concat() };
    match when {
        Some(day) => format!("The editor's note{on}, of {}.", full_day(day)),
        None => format!("The editor's note{on}."),
    }
}

/// The day of corrections without a note: of some, or of all.
pub fn put_right(what: &[Fact], day: Day) -> String {
    let done: Vec<&str> = what.iter().map(|fact| fact.did()).collect();
    let done = if done.is_empty() { "put it right".to_owned() } else { all_of(&done) };
    format!("The editor {done} on {}.", full_day(day))
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

/// The editor's word for a fact in place of what was read.
pub fn changed(fact: Fact, before: Option<&str>) -> String {
    let what = fact.noun();
    match before {
        Some(before) => {
            format!("The editor's overlay gives {what}; the page gives “{before}”.")
        }
        None => format!("The editor's overlay gives {what}; the page gives none."),
    }
}

/// The editor says that there is no such fact.
pub fn taken(fact: Fact, before: &str) -> String {
    let what = fact.noun();
    format!("The editor's overlay takes {what} away; the page gives “{before}”.")
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
