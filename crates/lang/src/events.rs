//! What events need of a language: the words that tell a plan from a fact, that say nothing of what
//! happened, and at which a label is cut.

mod labels;

use std::sync::LazyLock;

use dateline_model::Status;
use dateline_text::QuickMap;
use rust_stemmers::{Algorithm, Stemmer};

pub use labels::Labels;

/// A word that tells an event's status, or with `*` the beginning of one.
#[derive(Debug)]
pub struct Cue {
    /// In lower case.
    pub word: &'static str,
    /// What it makes of a day to come.
    pub status: Status,
    /// A sentence that it decides.
    pub example: &'static str,
}

impl Cue {
    /// Whether a word in lower case is one.
    pub fn is(&self, word: &str) -> bool {
        match self.word.strip_suffix('*') {
            Some(beginning) => word.starts_with(beginning),
            None => word == self.word,
        }
    }
}

/// The words of one language. [`Events::NONE`] has none: days and names are then all there is to go by.
#[derive(Debug)]
pub struct Events {
    /// By strength: the first that is found decides.
    pub cues: &'static [Cue],
    /// Words that begin like a cue and mean something else. Sorted.
    pub not_cues: &'static [&'static str],
    /// Cues that are other words where they stand capitalised: "May".
    pub not_capitalised: &'static [&'static str],
    /// What stands in no sentence that reports, in lower case: a page's words about itself, stage
    /// directions of a transcript, the head of a reader's comment.
    pub furniture: &'static [&'static str],
    /// Phrases of what was called off, in lower case.
    pub called_off: &'static [&'static str],
    /// Phrases of calling something off that was still to come, in lower case. Who calls off has no other
    /// day in the sentence than the plan's, or names both.
    pub calls_off: &'static [&'static str],
    /// Words that any news sentence may have: saying, being, time. Sorted.
    pub empty: &'static [&'static str],
    /// Words of a sentence that waits for something.
    pub waiting: &'static [&'static str],
    /// Small words inside an office: "Secretary of State".
    pub office_joints: &'static [&'static str],
    /// The weekdays' names as a text gives its own day, Monday first.
    pub weekdays: &'static [&'static str],
    /// How its words are brought to their stems.
    pub stemmer: Option<Algorithm>,
    /// Verbs that tell of what was, beside those that end in [`Self::past_ending`], in lower case. Sorted.
    pub past: &'static [&'static str],
    /// Words beside a verb of what was or is done, which tell nothing alone: "was", "has".
    pub auxiliaries: &'static [&'static str],
    /// How most verbs end that tell of what was: "ed".
    pub past_ending: Option<&'static str>,
    /// What people do and what happens to them, by kind.
    pub acts: Option<&'static LazyLock<Acts>>,
    /// How labels are cut.
    pub labels: Labels,
}

/// Kinds of acts: words that tell of one kind of happening, by their stems.
#[derive(Debug)]
pub struct Acts(QuickMap<String, &'static str>);

impl Acts {
    /// From rows of a kind and its words, with the forms that stemming does not bring together.
    pub fn new(algorithm: Algorithm, rows: &[(&'static str, &str)]) -> Self {
        let stemmer = Stemmer::create(algorithm);
        let words = rows.iter().flat_map(|(kind, words)| {
            words.split_whitespace().map(|word| (stemmer.stem(word).into_owned(), *kind))
        });
        Self(words.collect())
    }
}

impl Events {
    /// The stem of a folded word; the word itself where nothing is known of the language's forms.
    pub fn stem(&self, word: &str) -> String {
        match self.stemmer {
            Some(algorithm) => Stemmer::create(algorithm).stem(word).into_owned(),
            None => word.to_owned(),
        }
    }

    /// Whether the language's verbs are known.
    pub fn knows_verbs(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether a folded word is a verb that tells of what was.
    pub fn is_past(&self, word: &str) -> bool {
        let regular =
            self.past_ending.is_some_and(|end| word.len() > end.len() + 2 && word.ends_with(end));
        regular || self.past.binary_search(&word).is_ok()
    }

    /// Whether a sentence is what a page says about itself.
    pub fn is_furniture(&self, sentence: &str) -> bool {
        let lower = sentence.to_lowercase();
        self.furniture.iter().any(|words| lower.contains(words))
    }

    /// Whether a folded word is of an opinion or a guess.
    pub fn is_opinion(&self, word: &str) -> bool {
        self.labels.opinion.binary_search(&word).is_ok()
    }

    /// Whether a folded word stands beside a verb of what was or is done: "was", "has".
    pub fn is_auxiliary(&self, word: &str) -> bool {
        self.auxiliaries.contains(&word)
    }

    /// Whether a folded word is a cue of what is still to come.
    pub fn is_cue(&self, word: &str) -> bool {
        self.not_cues.binary_search(&word).is_err() && self.cues.iter().any(|cue| cue.is(word))
    }

    /// Whether a folded word is said by somebody of himself, or to somebody.
    pub fn is_person(&self, word: &str) -> bool {
        self.labels.own.binary_search(&word).is_ok()
    }

    /// The kind of act that a stem tells of.
    pub fn act(&self, stem: &str) -> Option<&'static str> {
        self.acts?.0.get(stem).copied()
    }

    /// No words.
    pub const NONE: Self = Self {
        cues: &[],
        not_cues: &[],
        not_capitalised: &[],
        furniture: &[],
        called_off: &[],
        calls_off: &[],
        empty: &[],
        waiting: &[],
        office_joints: &[],
        weekdays: &[],
        stemmer: None,
        past: &[],
        auxiliaries: &[],
        past_ending: None,
        acts: None,
        labels: Labels::NONE,
    };
}
