//! What words may be of which neither the gazetteer nor a head word tells: by
//! their form and by the words beside them.

use dateline_model::EntityKind;

use crate::candidate::Strength;
use crate::chunks::Word;
use crate::lexicon::{Lexicon, List, opened};
use crate::tokenized::Tokenized;
use crate::vocabulary::Vocabulary;

/// A kind, if there is one, and how much speaks for it.
pub(crate) type Guess = (Option<EntityKind>, Strength);

/// Where words stand, and what is known of their language.
pub(crate) struct Context<'a, 't> {
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) vocabulary: &'a Vocabulary,
    pub(crate) text: &'a Tokenized<'t>,
}

/// Lists whose words are in no person's name.
const ORDINARY: [List; 8] = [
    List::Directions,
    List::NotNames,
    List::OrganisationHeads,
    List::OtherHeads,
    List::PlaceHeads,
    List::RoleModifiers,
    List::StopWords,
    List::Topics,
];

impl Context<'_, '_> {
    /// What words may be; `None` when they are no name. `titled` is whether a
    /// role stands before them.
    pub(crate) fn guess(&self, words: &[Word], titled: bool) -> Option<Guess> {
        if let [word] = words { self.single(word, titled) } else { self.several(words) }
    }

    pub(crate) fn has(&self, list: List, word: &Word) -> bool {
        self.lexicon.has(list, &word.low)
    }

    pub(crate) fn plural(&self, word: &Word) -> bool {
        ends_in(self.lexicon.grammar().plurals, &word.low)
    }

    /// Whether a word is in no person's name.
    pub(crate) fn in_no_person(&self, word: &Word) -> bool {
        ORDINARY.iter().any(|&list| self.has(list, word))
    }

    fn several(&self, words: &[Word]) -> Option<Guess> {
        let (first, last) = (&words[0], &words[words.len() - 1]);
        if words.len() == 2
            && self.has(List::Directions, first)
            && !first.opens
            && !self.vocabulary.ordinary(&last.low)
            && !self.in_no_person(last)
        {
            return Some((Some(EntityKind::Place), Strength::Likely));
        }
        let initial = words.iter().any(|word| {
            word.capital && word.low.chars().count() == 1 && self.text.of(word.last) == "."
        });
        let ordinary = words.iter().any(|word| {
            self.in_no_person(word)
                || is_acronym(self.text.slice(word.span))
                || (!initial && self.vocabulary.ordinary(&word.low))
        });
        let other = self.has(List::OtherStarts, first) || last.low.chars().count() == 1;
        if words.len() > 4 || ordinary || other || self.text.shouted(first.first) {
            return None;
        }
        let strength = if initial
            || self.text.speaks(self.lexicon, first.first, last.last)
            || self.text.person_follows(self.lexicon, last.last)
        {
            Strength::Likely
        } else {
            Strength::Bare
        };
        let kind = if strength == Strength::Bare
            && self.text.located(self.lexicon, first.first)
            && words.len() == 2
        {
            EntityKind::Place
        } else {
            EntityKind::Person
        };
        Some((Some(kind), strength))
    }

    fn single(&self, word: &Word, titled: bool) -> Option<Guess> {
        if self.has(List::StopWords, word)
            || self.lexicon.has(List::NotNames, without_number(&word.low))
            || self.has(List::OtherHeads, word)
            || self.has(List::OrganisationHeads, word)
            || self.has(List::PlaceHeads, word)
            || self.has(List::RoleModifiers, word)
            || self.has(List::Directions, word)
            || self.has(List::DateWords, word)
            || word.low.chars().count() == 1
            || ends_in(self.lexicon.grammar().abstract_endings, &word.low)
            || self.text.shouted(word.first) && !titled
        {
            return None;
        }
        let text = self.text.slice(word.span);
        if is_acronym(text) {
            let letters = text.chars().filter(|c| c.is_alphabetic()).count();
            // Two letters are as often a thing or a state as an organisation.
            let strength = if letters > 2 { Strength::Likely } else { Strength::Unsupported };
            return Some((Some(EntityKind::Organisation), strength));
        }
        let seen_small = self.vocabulary.ordinary(&word.low);
        let speaks = self.text.speaks(self.lexicon, word.first, word.last);
        Some(if word.opens && seen_small {
            (None, Strength::Unsupported)
        } else if self.lexicon.given(&word.low)
            || (!seen_small && speaks && !(word.opens && self.plural(word)))
        {
            // "The Beacon reported": a paper or a company, not a person.
            let article = word.first.checked_sub(1).is_some_and(|before| {
                opened(self.lexicon.grammar().articles, self.text.of(before))
            });
            let kind = if article { EntityKind::Organisation } else { EntityKind::Person };
            (Some(kind), Strength::Likely)
        } else if word.opens {
            (None, Strength::Unsupported)
        } else if self.text.located(self.lexicon, word.first) && !seen_small {
            (Some(EntityKind::Place), Strength::Likely)
        } else {
            (None, Strength::Bare)
        })
    }
}

fn ends_in(endings: &[&str], low: &str) -> bool {
    endings.iter().any(|ending| low.ends_with(ending))
}

/// "covid" for "covid-19".
fn without_number(low: &str) -> &str {
    low.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('-')
}

fn is_acronym(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    text.chars().all(|c| !c.is_lowercase()) && (2..=6).contains(&letters)
}
