//! Rules and word lists as data: one file a language of text.

pub(crate) mod gazetteer;
pub(crate) mod names_en;
