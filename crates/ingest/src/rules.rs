//! Rules and word lists as data: one file a language of text.
pub(crate) mod time_en;
