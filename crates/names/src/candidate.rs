//! What may be a name, and how much speaks for it.

use dateline_model::{EntityKind, Span};

use crate::language::Language;

/// How much speaks for a candidate. Later is more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Strength {
    /// A capital where every word has one: needs to be known from elsewhere.
    Unsupported,
    /// A capital in the middle of a sentence and nothing else.
    Bare,
    /// The form or one word beside it.
    Likely,
    /// A title, a head word, the gazetteer.
    Sure,
}

/// Something that may be a name.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    pub(crate) span: Span,
    /// As it stands, with single blanks.
    pub(crate) text: String,
    /// `text`, folded.
    pub(crate) key: String,
    pub(crate) kind: Option<EntityKind>,
    pub(crate) strength: Strength,
    /// The row in its language's gazetteer.
    pub(crate) row: Option<usize>,
    /// Whether a role stands before it.
    pub(crate) titled: bool,
    /// How many words it has, small ones included.
    pub(crate) words: usize,
    /// Whether it is a ministry spelled in small letters, and of which country.
    pub(crate) country: Option<usize>,
}

/// The candidates of one article: in its body, and in the texts around it.
pub(crate) struct Candidates {
    /// The article's place in the corpus.
    pub(crate) article: usize,
    pub(crate) language: &'static Language,
    pub(crate) body: Vec<Candidate>,
    pub(crate) around: Vec<Candidate>,
}

impl Candidates {
    pub(crate) fn all(&self) -> impl Iterator<Item = &Candidate> {
        self.body.iter().chain(&self.around)
    }
}
