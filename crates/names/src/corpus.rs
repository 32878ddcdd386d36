//! What goes into the stage and what comes out of it.

use dateline_model::{Entity, EntityKind, Mention};

use crate::language::Language;
use crate::rule::Reason;
use crate::tagger::Weights;

/// The words of one article that may hold names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text<'t> {
    /// Where mentions are counted.
    pub body: &'t str,
    /// Standfirst and captions: names that stand there help to read the body.
    pub around: Vec<&'t str>,
    /// The article's language. A text without one is not read: it has no
    /// mentions, and its words say nothing about those of other texts.
    pub language: Option<&'static Language>,
}

/// What an editor puts right.
#[derive(Clone, Copy, Debug, Default)]
pub struct Corrections<'o> {
    /// What is no name.
    pub ignore: &'o [String],
    /// Spellings that are nobody else's.
    pub split: &'o [String],
    /// A name, and the spellings that are the same.
    pub merge: &'o [(String, Vec<String>)],
    /// What names name, by a name or one of its spellings.
    pub kinds: &'o [(String, EntityKind)],
    /// What spellings name in one text.
    pub here: &'o [Here<'o>],
}

/// What a spelling names in one text, whatever it names elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Here<'o> {
    /// The text's place.
    pub text: usize,
    /// As it stands there.
    pub spelling: &'o str,
    /// Whom or what it names, as that is called or spelled in any text; nobody where it is empty.
    pub name: &'o str,
}

/// How a corpus is read.
#[derive(Clone, Copy, Debug)]
pub struct Options<'w> {
    /// In place of each language's own weights, for measuring.
    pub weights: Option<&'w Weights>,
    /// Tells readers why a spelling was taken for an entity's: one sentence.
    pub voice: fn(&Reason<'_>) -> String,
}

/// What the stage returns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// By kind, then by number of articles, then by number of mentions, then by name.
    pub entities: Vec<Entity>,
    /// For each text, its mentions in order.
    pub mentions: Vec<Vec<Mention>>,
}
