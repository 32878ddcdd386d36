//! How a corpus writes its words, in each of its languages by itself.

use crate::language::Language;
use crate::tokenized::Tokenized;
use crate::vocabulary::Vocabulary;

/// The vocabulary of each language of a corpus.
#[derive(Default)]
pub(crate) struct Vocabularies {
    of: Vec<(&'static Language, Vocabulary)>,
}

impl Vocabularies {
    /// Notes the words of a text.
    pub(crate) fn read(&mut self, language: &'static Language, text: &Tokenized) {
        self.entry(language).read(text);
    }

    /// Adds what others have noted.
    pub(crate) fn join(&mut self, others: Self) {
        for (language, words) in others.of {
            self.entry(language).join(words);
        }
    }

    fn entry(&mut self, language: &'static Language) -> &mut Vocabulary {
        let at = self.of.iter().position(|(one, _)| *one == language).unwrap_or_else(|| {
            self.of.push((language, Vocabulary::default()));
            self.of.len() - 1
        });
        &mut self.of[at].1
    }

    /// The vocabulary of a language of which texts were read.
    pub(crate) fn of(&self, language: &'static Language) -> Option<&Vocabulary> {
        self.of.iter().find(|(one, _)| *one == language).map(|(_, vocabulary)| vocabulary)
    }
}
