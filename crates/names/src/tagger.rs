//! A learned second opinion: a linear-chain conditional random field that reads
//! the words, the word lists, and what the rules and the document say of them.
//!
//! The rules find what they have words for; the tagger weighs what stands
//! around a name. Its weights are trained by `cargo xtask train names` and are
//! data, not program: a run with other weights is a run of the same code.

mod decode;
mod document;
mod facts;
mod features;
mod hash;
mod islands;
mod labels;
mod lists;
mod titles;
mod weights;

use dateline_model::EntityKind;

use super::candidates::Candidate;
use super::reading::{Reading, Vocabulary};

pub use self::labels::{LABELS, Label, follows};
pub use self::titles::after_title;
pub use self::weights::{Broken, FEATURE_BITS, UNIT, Weights};

/// A name that the tagger found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tagged {
    /// Its first token, and the one after its last.
    pub(super) first: usize,
    pub(super) after: usize,
    pub(super) kind: EntityKind,
    /// By how much it beats being no name, in [`UNIT`]s of log odds.
    pub(super) margin: i32,
}

/// The names of a text, in order. `raw` is what the rules took for candidates,
/// `settled` what was left after the document and the corpus had decided.
pub(super) fn tag(
    weights: &Weights,
    vocabulary: &Vocabulary,
    reading: &Reading,
    raw: &[Candidate],
    settled: &[Candidate],
) -> Vec<Tagged> {
    let document = document::Document::new(vocabulary, reading, raw, settled);
    let mut out = Vec::new();
    let mut features = Vec::new();
    let mut decoder = decode::Decoder::default();
    for island in islands::islands(reading, &document) {
        decoder.clear();
        for token in island.clone() {
            features.clear();
            document.features(token, &mut features);
            decoder.push(weights, &features);
        }
        decoder.names(weights, island.start, &mut out);
    }
    out
}

/// What a text gives to learn from: for each stretch that may hold names, the
/// tokens and the features of each.
pub(super) fn lessons(
    vocabulary: &Vocabulary,
    reading: &Reading,
    raw: &[Candidate],
    settled: &[Candidate],
) -> Vec<super::Lesson> {
    let document = document::Document::new(vocabulary, reading, raw, settled);
    let mut out = Vec::new();
    for island in islands::islands(reading, &document) {
        let features = island.clone().map(|token| {
            let mut features = Vec::new();
            document.features(token, &mut features);
            features.sort_unstable();
            features.dedup();
            features
        });
        out.push(super::Lesson {
            features: features.collect(),
            spans: reading.tokens[island].iter().map(|token| token.span).collect(),
        });
    }
    out
}
