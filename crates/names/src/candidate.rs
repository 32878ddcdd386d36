//! What may be a name, and how much speaks for it.

use dateline_model::{EntityKind, Span};

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
    /// Whether the corpus takes the name for another kind than this text does.
    pub(crate) overruled: bool,
    /// The kind that it was read as, where an editor says another.
    pub(crate) before: Option<EntityKind>,
    /// Whether it is a ministry spelled in small letters, and of which country.
    pub(crate) country: Option<usize>,
}
