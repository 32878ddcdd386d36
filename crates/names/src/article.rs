//! The candidates of one article, with its language.

use crate::candidate::Candidate;
use crate::language::Language;

/// The candidates of one article: in its body, and in the texts around it.
#[derive(Clone)]
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
