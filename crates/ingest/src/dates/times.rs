//! The time expressions that were read last, by the text that they stand in. See [`crate::known`].

use std::collections::HashMap;

use dateline_extract::Draft;
use dateline_lang::Language;
use dateline_model::{Day, Timex};

use super::Dated;

/// By body.
#[derive(Default)]
pub(crate) struct Times(HashMap<String, Vec<Reading>>);

/// What a body says of time in a language, for a day of publication.
pub(super) struct Reading {
    language: &'static Language,
    published: Option<Day>,
    pub(super) timexes: Vec<Timex>,
    /// Of an article that prints no day: what it says for the date that was inferred.
    pub(super) valued: Option<Dated>,
}

impl Times {
    pub(super) fn of(
        &self,
        language: &'static Language,
        body: &str,
        published: Option<Day>,
    ) -> Option<&Reading> {
        let is_same = |it: &&Reading| it.language == language && it.published == published;
        self.0.get(body)?.iter().find(is_same)
    }

    pub(super) fn add(
        &mut self,
        language: &'static Language,
        draft: &Draft,
        timexes: &[Timex],
        valued: Option<&Dated>,
    ) {
        let published = draft.published.as_ref().and_then(|when| when.date);
        let (timexes, valued) = (timexes.to_vec(), valued.cloned());
        let reading = Reading { language, published, timexes, valued };
        self.0.entry(draft.body.clone()).or_default().push(reading);
    }
}
