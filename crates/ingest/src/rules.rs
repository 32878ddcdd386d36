//! Rules and word lists as data: one file a language of text.

pub(crate) mod calendar;
pub(crate) mod gazetteer;
pub(crate) mod languages;
pub(crate) mod names_en;
pub(crate) mod outlets;
pub(crate) mod page;
pub(crate) mod time_en;
