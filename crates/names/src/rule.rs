//! By which rules two spellings are one entity's, as codes; the page words them.

use dateline_model::EntityKind;

/// Why two spellings are one. Its name reaches the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The surname of the one such person of the article.
    SurnameOfFullName,
    /// The surname of the one such person of the corpus.
    SurnameInCorpus,
    /// The given name of the one such person of the article.
    GivenNameOfFullName,
    /// One name in several languages or transcriptions.
    Transliteration,
    /// With and without a middle name.
    MiddleName,
    /// With the everyday form of a given name.
    ShortGivenName,
    /// The end of a longer name.
    PartOfFullName,
    /// One has only the given name's first letter.
    Initial,
    /// The one of several with the name whom far more articles name.
    MostNamed,
    /// With and without a legal form.
    CompanySuffix,
    /// With and without the word for what a firm does.
    Trade,
    /// With and without the country.
    Country,
    /// One is short for the other.
    Acronym,
    /// The first word of the one such organisation of the article.
    FirstWord,
    /// The first words of a place whose last word tells what it is.
    PlaceHead,
    /// What the corpus takes the name for nearly everywhere.
    OneKind,
    /// The gazetteer lists both.
    AlternativeNameList,
    /// A ministry that the article names with its country elsewhere.
    MinistryOfArticle,
    /// They differ by capital letters.
    CaseOnly,
    /// They differ by accents or marks.
    SpellingOnly,
    /// The editor says so.
    Overlay,
    /// The editor says what it names.
    OverlayKind {
        /// What it was read as.
        before: EntityKind,
        /// What it is.
        now: EntityKind,
    },
}

impl Rule {
    /// As the output names it.
    pub fn name(self) -> &'static str {
        match self {
            Self::SurnameOfFullName => "surname-of-full-name",
            Self::SurnameInCorpus => "surname-in-corpus",
            Self::GivenNameOfFullName => "given-name-of-full-name",
            Self::Transliteration => "transliteration",
            Self::MiddleName => "middle-name",
            Self::ShortGivenName => "short-given-name",
            Self::PartOfFullName => "part-of-full-name",
            Self::Initial => "initial",
            Self::MostNamed => "most-named",
            Self::CompanySuffix => "company-suffix",
            Self::Trade => "trade",
            Self::Country => "country",
            Self::Acronym => "acronym",
            Self::FirstWord => "first-word",
            Self::PlaceHead => "place-head",
            Self::OneKind => "one-kind",
            Self::AlternativeNameList => "alternative-name-list",
            Self::MinistryOfArticle => "ministry-of-article",
            Self::CaseOnly => "case-only",
            Self::SpellingOnly => "spelling-only",
            Self::Overlay | Self::OverlayKind { .. } => "overlay",
        }
    }
}

/// What a reader is told of a spelling: the rule, and between which two it speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason<'r> {
    /// Why.
    pub rule: Rule,
    /// The spelling.
    pub text: &'r str,
    /// The entity's name.
    pub name: &'r str,
}
