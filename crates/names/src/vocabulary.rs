//! How a corpus writes its words, in each of its languages by itself.

use std::collections::HashMap;

use dateline_text::TokenKind;

use crate::fold::fold;
use crate::language::Language;
use crate::tokenized::Tokenized;

/// The vocabulary of each language of a corpus.
#[derive(Default)]
pub(crate) struct Vocabularies {
    of: Vec<(&'static Language, Vocabulary)>,
}

impl Vocabularies {
    /// Notes the words of a text.
    pub(crate) fn read(&mut self, language: &'static Language, text: &Tokenized) {
        let at = self.of.iter().position(|(one, _)| *one == language).unwrap_or_else(|| {
            self.of.push((language, Vocabulary::default()));
            self.of.len() - 1
        });
        self.of[at].1.read(text);
    }

    /// The vocabulary of a language of which texts were read.
    pub(crate) fn of(&self, language: &'static Language) -> Option<&Vocabulary> {
        self.of.iter().find(|(one, _)| *one == language).map(|(_, vocabulary)| vocabulary)
    }
}

/// How often the words of all texts of one language stand with and without a capital, where
/// the sentence asks for none.
#[derive(Default)]
pub(crate) struct Vocabulary {
    counts: HashMap<String, (u32, u32)>,
}

impl Vocabulary {
    pub(crate) fn read(&mut self, text: &Tokenized) {
        for (at, token) in text.tokens.iter().enumerate() {
            if token.kind != TokenKind::Word || text.opens(at) || text.shouted(at) {
                continue;
            }
            let capital = text.capital(at);
            if capital || !text.touches(at) {
                let (small, large) = self.counts.entry(fold(token.of(text.text))).or_default();
                *if capital { large } else { small } += 1;
            }
        }
    }

    /// Whether a folded word is mostly written small: "brown" is in the news
    /// more often as a name, "rib" is not.
    pub(crate) fn ordinary(&self, folded: &str) -> bool {
        self.counts.get(folded).is_some_and(|&(small, large)| small > 0 && small >= large)
    }
}
