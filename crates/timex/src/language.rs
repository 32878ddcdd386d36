//! A language ready to read with: its grammar, compiled once.

use std::sync::OnceLock;

use crate::find::Index;
use crate::grammar::Grammar;
use crate::parts::Class;

/// The time expressions of a language. Patterns are compiled when it is first
/// read with, once for a program; so it stands in a `static`.
pub struct Language {
    grammar: Grammar,
    index: OnceLock<Index>,
}

impl Language {
    /// From what the language says.
    pub const fn new(grammar: Grammar) -> Self {
        Self { grammar, index: OnceLock::new() }
    }

    /// What it says.
    pub fn grammar(&'static self) -> &'static Grammar {
        &self.grammar
    }

    pub(crate) fn index(&'static self) -> &'static Index {
        self.index.get_or_init(|| Index::new(&self.grammar))
    }

    /// The first mistake in its tables and patterns, for the tests of a pack:
    /// an unsorted table, a word in a pattern that is neither in small letters
    /// nor a class nor a set, a name that two rows share.
    pub fn fault(&'static self) -> Option<String> {
        let grammar = &self.grammar;
        if let Some(word) = grammar.faulty_table() {
            return Some(format!("{word:?}"));
        }
        for (at, row) in grammar.rows.iter().enumerate() {
            let known = |word: &str| {
                word == word.to_lowercase()
                    || Class::named(word).is_some()
                    || grammar.sets.iter().any(|set| set.0 == word)
            };
            let marks = [' ', '[', ']', '~', '|'];
            if let Some(word) = row.pattern.split(marks).find(|word| !known(word)) {
                return Some(format!("{}: {word:?}", row.name));
            }
            if grammar.rows[..at].iter().any(|other| other.name == row.name) {
                return Some(row.name.to_owned());
            }
        }
        None
    }
}
