//! How a corpus writes the words of a language.

use dateline_text::{QuickMap, TokenKind};

use crate::fold::fold_into;
use crate::tokenized::Tokenized;

/// How often the words of all texts of one language stand with and without a capital, where
/// the sentence asks for none.
#[derive(Default)]
pub(crate) struct Vocabulary {
    counts: QuickMap<String, (u32, u32)>,
}

impl Vocabulary {
    pub(crate) fn read(&mut self, text: &Tokenized) {
        let mut word = String::new();
        for (at, token) in text.tokens.iter().enumerate() {
            if token.kind != TokenKind::Word || text.opens(at) || text.shouted(at) {
                continue;
            }
            let capital = text.capital(at);
            if capital || !text.touches(at) {
                fold_into(token.of(text.text), &mut word);
                let (small, large) = match self.counts.get_mut(&word) {
                    Some(counts) => counts,
                    None => self.counts.entry(word.clone()).or_default(),
                };
                *if capital { large } else { small } += 1;
            }
        }
    }

    /// Adds what another has counted.
    pub(crate) fn join(&mut self, other: Self) {
        if self.counts.is_empty() {
            self.counts = other.counts;
            return;
        }
        // Sums are the same in any order.
        for (word, (small, large)) in other.counts {
            let counts = self.counts.entry(word).or_default();
            *counts = (counts.0 + small, counts.1 + large);
        }
    }

    /// Whether a folded word is mostly written small: "brown" is in the news
    /// more often as a name, "rib" is not.
    pub(crate) fn ordinary(&self, folded: &str) -> bool {
        self.counts.get(folded).is_some_and(|&(small, large)| small > 0 && small >= large)
    }
}
