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
mod labels;
mod lookup;
mod opinions;
mod sequences;
mod titles;
mod weights;
mod words;

use dateline_model::Span;

pub(crate) use self::decode::Tagged;
use self::document::Document;
pub(crate) use self::document::Read;
pub use self::hash::FEATURE_BITS;
pub use self::labels::{LABELS, Label, follows};
pub(crate) use self::lookup::Lookup;
pub(crate) use self::opinions::Ruled;
use self::sequences::sequences;
pub(crate) use self::titles::after_title;
pub use self::weights::{Broken, UNIT, Weights};
pub(crate) use self::words::Words;

/// The names of a text, in order; `met` are words of other texts.
pub(crate) fn tag(weights: &Weights, read: Read<'_, '_>, met: &mut Words) -> Vec<Tagged> {
    let document = Document::new(read, met);
    let mut out = Vec::new();
    let mut features = Vec::new();
    let mut decoder = decode::Decoder::default();
    for sequence in sequences(read.text, &document) {
        decoder.clear();
        for token in sequence.clone() {
            features.clear();
            document.features(token, &mut features);
            decoder.push(weights, &features);
        }
        decoder.names(weights, sequence.start, &mut out);
    }
    out
}

/// A stretch of a text that may hold names, for learning: its tokens, and for
/// each the numbers of its features.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sequence {
    /// Where the tokens stand.
    pub spans: Vec<Span>,
    /// Sorted, without doubles, below two to the power of [`FEATURE_BITS`].
    pub features: Vec<Vec<u32>>,
}

/// What a text gives to learn from.
pub(crate) fn observed(read: Read<'_, '_>) -> Vec<Sequence> {
    let document = Document::new(read, &mut Words::default());
    let mut out = Vec::new();
    for sequence in sequences(read.text, &document) {
        let features = sequence.clone().map(|token| {
            let mut features = Vec::new();
            document.features(token, &mut features);
            features.sort_unstable();
            features.dedup();
            features
        });
        out.push(Sequence {
            features: features.collect(),
            spans: read.text.tokens[sequence].iter().map(|token| token.span).collect(),
        });
    }
    out
}
