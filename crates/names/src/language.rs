//! One language, ready for use: its data, and what is made of them once.

use std::sync::OnceLock;

use crate::data::Data;
use crate::lexicon::{Lexicon, Row};
use crate::tagger::{Lookup, Weights};

/// What the engine knows of one language. A pack makes one of its data; what
/// takes time to make is made when the first text of the language is read.
///
/// Two languages are equal when they are the same value, not when they say the same.
pub struct Language {
    data: Data,
    lexicon: OnceLock<Lexicon>,
    lookup: OnceLock<Lookup>,
    weights: OnceLock<Option<Weights>>,
}

impl Language {
    /// A language with these words, names and weights.
    ///
    /// ```
    /// use dateline_names::{Data, Gazetteer, Language};
    /// static SMALL: Language = Language::new(Data {
    ///     gazetteer: Gazetteer { cities: &["Oslo, Christiania"], ..Data::EMPTY.gazetteer },
    ///     ..Data::EMPTY
    /// });
    /// let row = SMALL.listed("Christiania").expect("a listed city");
    /// assert_eq!(row.spellings, ["Oslo", "Christiania"]);
    /// ```
    pub const fn new(data: Data) -> Self {
        Self { data, lexicon: OnceLock::new(), lookup: OnceLock::new(), weights: OnceLock::new() }
    }

    /// What the pack says.
    pub fn data(&self) -> &Data {
        &self.data
    }

    /// The row of the gazetteer that has a spelling.
    pub fn listed(&self, spelling: &str) -> Option<&Row> {
        self.lexicon().row(spelling).map(|row| self.lexicon().at(row))
    }

    /// The row of the country whose capital has a spelling.
    pub fn country_of(&self, capital: &str) -> Option<&Row> {
        let lexicon = self.lexicon();
        lexicon.row(capital).and_then(|city| lexicon.country_of(city)).map(|row| lexicon.at(row))
    }

    pub(crate) fn lexicon(&self) -> &Lexicon {
        self.lexicon.get_or_init(|| Lexicon::new(&self.data))
    }

    pub(crate) fn lookup(&self) -> &Lookup {
        self.lookup.get_or_init(|| Lookup::new(&self.data))
    }

    /// The weights of the pack, where it has whole ones.
    pub(crate) fn weights(&self) -> Option<&Weights> {
        let decode = || Weights::decode(self.data.tagger.weights).ok();
        self.weights.get_or_init(decode).as_ref()
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self, other)
    }
}

impl Eq for Language {}

impl core::fmt::Debug for Language {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Language").finish_non_exhaustive()
    }
}
