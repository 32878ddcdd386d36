//! What a word says whatever text it stands in, noted once for all texts that a thread reads.

use dateline_text::TokenKind;

use super::facts::Facts;
use super::hash::HashKeyed;
use super::lookup::Lookup;
use crate::fold::fold;
use crate::vocabulary::Vocabulary;

/// One word of a language.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    pub(super) facts: Facts,
    /// Whether the corpus writes it small.
    pub(super) ordinary: bool,
    /// Whether a listed phrase begins with it.
    pub(super) begins: bool,
    /// What it is listed as where it stands exactly so, by bits.
    pub(super) capitals: u8,
}

impl Known {
    /// What stands beyond the ends of a line.
    pub(super) fn edge() -> Self {
        Self { facts: Facts::edge(), ordinary: false, begins: false, capitals: 0 }
    }

    fn of(lookup: &Lookup, vocabulary: &Vocabulary, form: &str, kind: TokenKind) -> Self {
        let facts = Facts::of(lookup, form, kind);
        Self {
            facts,
            ordinary: kind == TokenKind::Word && vocabulary.ordinary(&fold(form)),
            begins: lookup.begins(facts.low),
            capitals: lookup.of_capitals(facts.form),
        }
    }
}

/// The words of one corpus that a thread has met, by language and by the hash of their form.
#[derive(Default)]
pub(crate) struct Words {
    languages: Vec<(&'static Lookup, HashKeyed<Known>)>,
}

/// More words of a language than this are forgotten at once: a corpus of nothing but rare words takes no
/// more memory than another.
const MOST: usize = 1 << 16;

impl Words {
    pub(super) fn get(
        &mut self,
        lookup: &'static Lookup,
        vocabulary: &Vocabulary,
        hash: u64,
        form: &str,
        kind: TokenKind,
    ) -> Known {
        let language = self.languages.iter().position(|one| core::ptr::eq(one.0, lookup));
        let language = language.unwrap_or_else(|| {
            self.languages.push((lookup, HashKeyed::default()));
            self.languages.len() - 1
        });
        let known = &mut self.languages[language].1;
        if known.len() > MOST {
            *known = HashKeyed::default();
        }
        *known.entry(hash).or_insert_with(|| Known::of(lookup, vocabulary, form, kind))
    }
}
