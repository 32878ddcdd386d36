//! What stands in a cell.

use dateline_model::Day;
use serde::{Serialize, Serializer};

/// What the values of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Yes or no.
    Truth,
    /// A whole number.
    Number,
    /// From 0 to 1.
    Share,
    /// A day of the calendar.
    Day,
    /// A text.
    Text,
    /// Texts, or none.
    Texts,
}

impl Kind {
    /// The word for it in the documentation.
    pub fn name(self) -> &'static str {
        match self {
            Self::Truth => "yes or no",
            Self::Number => "whole number",
            Self::Share => "share",
            Self::Day => "day",
            Self::Text => "text",
            Self::Texts => "texts",
        }
    }
}

/// One value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'c> {
    /// Not known, or there is none.
    Missing,
    /// Yes or no.
    Truth(bool),
    /// A whole number.
    Number(i64),
    /// From 0 to 1.
    Share(f64),
    /// A day of the calendar.
    Day(Day),
    /// A text of the corpus, or a word of ours.
    Text(&'c str),
    /// A text that was made for this cell.
    Written(String),
    /// Texts, or none.
    Texts(Vec<&'c str>),
}

impl Value<'_> {
    /// The text, where it is one.
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Written(text) => Some(text),
            _ => None,
        }
    }
}

impl<'c> From<Option<&'c str>> for Value<'c> {
    fn from(text: Option<&'c str>) -> Self {
        text.map_or(Self::Missing, Self::Text)
    }
}

impl From<Option<Day>> for Value<'_> {
    fn from(day: Option<Day>) -> Self {
        day.map_or(Self::Missing, Self::Day)
    }
}

impl From<Option<usize>> for Value<'_> {
    fn from(number: Option<usize>) -> Self {
        number.map_or(Self::Missing, |number| Self::Number(number as i64))
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Missing => to.serialize_none(),
            Self::Truth(truth) => to.serialize_bool(*truth),
            Self::Number(number) => to.serialize_i64(*number),
            Self::Share(share) => to.serialize_f64(*share),
            Self::Day(day) => to.collect_str(day),
            Self::Text(text) => to.serialize_str(text),
            Self::Written(text) => to.serialize_str(text),
            Self::Texts(texts) => to.collect_seq(texts),
        }
    }
}
