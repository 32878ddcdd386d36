//! What is known of each word, noted once: a corpus has as many words as sentences have places for them
//! divided by a hundred.

use dateline_lang::events::Events;
use dateline_model::{EntityIndex, Span};
use dateline_text::{QuickMap, Token, TokenKind, fold, tokens};

use super::terms::{Kind, Term, is_empty, of_act, of_name, of_word};

/// What one word says to those who compare or judge sentences.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// What it means, as sentences are compared; `None` for a mark, and for what any sentence may have.
    pub meaning: Option<Meaning>,
    /// A verb that tells of what was.
    pub past: bool,
    /// What stands beside a verb, or is a cue of what is to come.
    pub told: bool,
    /// What somebody says of himself, or to somebody.
    pub personal: bool,
    pub opinion: bool,
}

/// A number, the stem of a word, or the kind of an act.
#[derive(Clone, Copy, Debug)]
pub(super) struct Meaning {
    pub term: Term,
    pub kind: Kind,
    /// The number of what `term` is the hash of: two are one where they are spelled alike.
    pub number: u32,
    /// The number of the stem, also where the word tells of an act.
    pub stem: u32,
}

/// The words of all languages, as far as they were met. One thread's own.
#[derive(Default)]
pub(super) struct Vocabulary {
    languages: Vec<(&'static Events, QuickMap<Box<str>, Word>)>,
    spellings: QuickMap<Box<str>, u32>,
    count: usize,
}

/// More words than this are forgotten at once, so that a corpus of nothing but rare words takes no more
/// memory than another …
const MOST: usize = 1 << 17;

/// … and longer ones, in bytes, are worked out anew.
const LONGEST: usize = 48;

impl Vocabulary {
    /// Makes room before a piece of work; the numbers of stems hold within one.
    pub(super) fn begin(&mut self) {
        if self.count > MOST || self.spellings.len() > MOST {
            *self = Self::default();
        }
    }

    /// Each token's word.
    pub(super) fn words(
        &mut self,
        events: &'static Events,
        text: &str,
        tokens: &[Token],
    ) -> Vec<Word> {
        let language = self.languages.iter().position(|one| core::ptr::eq(one.0, events));
        let language = language.unwrap_or_else(|| {
            self.languages.push((events, QuickMap::default()));
            self.languages.len() - 1
        });
        let mut words = Vec::with_capacity(tokens.len());
        for token in tokens {
            let form = token.of(text);
            if let Some(known) = self.languages[language].1.get(form) {
                words.push(*known);
                continue;
            }
            let word = self.read(events, form, token.kind);
            if form.len() <= LONGEST {
                self.languages[language].1.insert(form.into(), word);
                self.count += 1;
            }
            words.push(word);
        }
        words
    }

    /// What a text says of itself decides what it is made of: equal forms are of one kind.
    fn read(&mut self, events: &Events, form: &str, kind: TokenKind) -> Word {
        let folded = fold(form);
        let means = match kind {
            TokenKind::Mark => false,
            TokenKind::Number => true,
            TokenKind::Word => !is_empty(events, &folded),
        };
        let meaning = means.then(|| {
            let stem = events.stem(&folded);
            let number = self.number(&stem);
            match kind {
                TokenKind::Word => match events.act(&stem) {
                    Some(act) => {
                        let (term, kind) = (of_act(act), Kind::Act);
                        Meaning { term, kind, number: self.number(act), stem: number }
                    }
                    None => {
                        Meaning { term: of_word(&stem), kind: Kind::Word, number, stem: number }
                    }
                },
                _ => {
                    let (term, kind) = (of_word(&folded), Kind::Number);
                    Meaning { term, kind, number: self.number(&folded), stem: number }
                }
            }
        });
        Word {
            meaning,
            past: events.is_past(&folded),
            told: events.is_auxiliary(&folded) || events.is_cue(&folded),
            personal: events.is_person(&folded),
            opinion: events.is_opinion(&folded),
        }
    }

    fn number(&mut self, spelling: &str) -> u32 {
        if let Some(number) = self.spellings.get(spelling) {
            return *number;
        }
        let number = self.spellings.len() as u32;
        self.spellings.insert(spelling.into(), number);
        number
    }
}

/// The terms of a sentence, sorted and without repeats; `words` has what its tokens say. What lies in
/// `dates`, which are in order, does not count: sentences that are compared name the same day anyway.
pub(super) fn terms(
    tokens: &[Token],
    words: &[Word],
    dates: &[Span],
    names: &[EntityIndex],
) -> Vec<(Term, Kind)> {
    let dated = |token: Span| {
        let next = dates.partition_point(|date| date.end <= token.start);
        dates.get(next).is_some_and(|date| date.overlaps(token))
    };
    let undated = tokens.iter().zip(words).filter(|(token, _)| !dated(token.span));
    let meant = undated.filter_map(|(_, word)| word.meaning);
    let mut out: Vec<(Term, Kind)> = meant.map(|meaning| (meaning.term, meaning.kind)).collect();
    out.extend(names.iter().map(|name| (of_name(*name), Kind::Name)));
    out.sort_unstable_by_key(|term| term.0);
    out.dedup_by_key(|term| term.0);
    out
}

/// The words of a text that matter, by the numbers of what they mean, each with its place.
pub(super) fn meanings(
    vocabulary: &mut Vocabulary,
    events: &'static Events,
    text: &str,
) -> Vec<(u32, Span)> {
    let tokens = tokens(text);
    let words = vocabulary.words(events, text, &tokens);
    let meant = tokens.iter().zip(words);
    meant.filter_map(|(token, word)| Some((word.meaning?.number, token.span))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_lang::en::events::EVENTS;

    #[test]
    fn forms_of_one_word_have_one_number_and_what_says_nothing_has_none() {
        let mut vocabulary = Vocabulary::default();
        let text = "The boat, boats and Boats of 12 crews, boat";
        let words = vocabulary.words(&EVENTS, text, &tokens(text));
        let numbers: Vec<Option<u32>> =
            words.iter().map(|word| word.meaning.map(|meaning| meaning.number)).collect();
        let (boat, twelve) = (numbers[1], numbers[7]);
        assert!(boat.is_some() && twelve.is_some() && boat != twelve);
        assert_eq!(numbers[..6], [None, boat, None, boat, None, boat]);
        assert_eq!(numbers.last(), Some(&boat));
    }

    #[test]
    fn what_was_forgotten_is_worked_out_anew() {
        let mut vocabulary = Vocabulary { count: MOST + 1, ..Vocabulary::default() };
        vocabulary.begin();
        let text = "Crews walked out";
        let words = vocabulary.words(&EVENTS, text, &tokens(text));
        assert!(words[1].past && !words[0].past);
        assert_eq!(vocabulary.count, 3);
    }
}
