//! The word lists as the tagger asks for them: one look for all lists.

use dateline_text::tokens;

use super::hash::{HashKeyed, join, low, phrase, word};
use crate::data::Data;
use crate::lexicon::List;

/// The lists after those of the rules, each a bit.
pub(super) const GIVEN_BIT: u32 = 32;
const SURNAME_BIT: u32 = 33;
const COMMON_BITS: [(usize, u32); 3] = [(1_500, 34), (5_000, 35), (12_000, 36)];
const DEMONYM_BIT: u32 = 37;
/// In how many bits words are described; phrases have the rest.
pub(super) const WORD_BITS: u32 = 38;

/// What a phrase may be listed as.
pub(super) const PHRASE_KINDS: usize = 4;
const COUNTRY: u8 = 1;
const LAND: u8 = 2;
const ORGANISATION: u8 = 4;
const CITY: u8 = 8;

/// The longest phrase that is looked up, in tokens.
pub(super) const LONGEST: usize = 5;

/// Every list of a language, made ready for looking up.
pub(crate) struct Lookup {
    words: HashKeyed<u64>,
    phrases: HashKeyed<u8>,
    /// Whether any phrase begins with a word.
    begins: HashKeyed<()>,
    pub(super) cues: Cues,
}

/// The hashes of the few words that the tagger knows by their task.
pub(super) struct Cues {
    pub(super) selves: Vec<u64>,
    pub(super) possessives: Vec<u64>,
    pub(super) kept_titles: Vec<u64>,
    pub(super) article: u64,
    pub(super) inside: u64,
    pub(super) relative: u64,
    pub(super) agent: u64,
    pub(super) recipient: u64,
}

impl Cues {
    fn new(data: &Data) -> Self {
        let all = |words: &[&str]| words.iter().map(|word| low(word)).collect();
        let tagger = &data.tagger;
        Self {
            selves: all(tagger.selves),
            possessives: all(tagger.possessives),
            kept_titles: all(data.grammar.kept_titles),
            article: low(tagger.article),
            inside: low(tagger.inside),
            relative: low(tagger.relative),
            agent: low(tagger.agent),
            recipient: low(tagger.recipient),
        }
    }
}

impl Lookup {
    pub(crate) fn new(data: &Data) -> Self {
        let mut lookup = Self {
            words: HashKeyed::default(),
            phrases: HashKeyed::default(),
            begins: HashKeyed::default(),
            cues: Cues::new(data),
        };
        for (bit, words) in data.lists.in_order().iter().enumerate() {
            words.split_whitespace().for_each(|word| lookup.word(word, bit as u32));
        }
        let (gazetteer, tagger) = (&data.gazetteer, &data.tagger);
        gazetteer.given_names.split_whitespace().for_each(|word| lookup.word(word, GIVEN_BIT));
        tagger.given_names.lines().for_each(|word| lookup.word(word, GIVEN_BIT));
        tagger.surnames.lines().for_each(|word| lookup.word(word, SURNAME_BIT));
        for (rank, word) in tagger.common.lines().enumerate() {
            if let Some((_, bit)) = COMMON_BITS.iter().find(|(end, _)| rank < *end) {
                lookup.word(word, *bit);
            }
        }
        for row in gazetteer.countries {
            lookup.row(row.split(';').next().unwrap_or(""), COUNTRY);
        }
        for row in gazetteer.demonyms {
            let words = row.split_once(';').map_or("", |(_, words)| words);
            words.split(',').for_each(|word| lookup.word(word.trim(), DEMONYM_BIT));
        }
        // Signs that fold to nothing (joiners, marks of direction) carry this bit
        // too: the weights that there are were learned so.
        lookup.word("", DEMONYM_BIT);
        let lands = gazetteer.cities.iter().chain(gazetteer.regions);
        lands.for_each(|row| lookup.row(row, LAND));
        gazetteer.organisations.iter().for_each(|row| lookup.row(row, ORGANISATION));
        tagger.cities.lines().for_each(|row| lookup.phrase(row, CITY));
        lookup
    }

    fn word(&mut self, text: &str, bit: u32) {
        *self.words.entry(low(text)).or_default() |= 1 << bit;
    }

    fn row(&mut self, spellings: &str, kind: u8) {
        for spelling in spellings.split(',').map(str::trim) {
            if spelling.chars().any(char::is_lowercase) {
                self.phrase(spelling, kind);
            } else {
                *self.phrases.entry(exact(word(spelling))).or_default() |= kind;
            }
        }
    }

    fn phrase(&mut self, text: &str, kind: u8) {
        let words: Vec<u64> = tokens(text).iter().map(|token| low(token.of(text))).collect();
        let Some(&first) = words.first().filter(|_| words.len() <= LONGEST) else { return };
        self.begins.insert(first, ());
        *self.phrases.entry(phrase(words.into_iter())).or_default() |= kind;
    }

    /// In which lists a word is, by bits.
    pub(super) fn of_word(&self, low: u64) -> u64 {
        self.words.get(&low).copied().unwrap_or(0)
    }

    /// Whether a phrase may begin with a word.
    pub(super) fn begins(&self, low: u64) -> bool {
        self.begins.contains_key(&low)
    }

    /// What a phrase is listed as, by bits.
    pub(super) fn of_phrase(&self, words: u64) -> u8 {
        self.phrases.get(&words).copied().unwrap_or(0)
    }

    /// What a word in capitals is listed as ("US" is not "us").
    pub(super) fn of_capitals(&self, form: u64) -> u8 {
        self.of_phrase(exact(form))
    }
}

fn exact(form: u64) -> u64 {
    join(word("exact"), form)
}

/// The bit of one of the rules' lists.
pub(super) fn bit(list: List) -> u64 {
    1 << list as u64
}

/// The bit of words for a country's people and things.
pub(super) fn demonym() -> u64 {
    1 << DEMONYM_BIT
}

/// The bits of the most common words.
pub(super) fn frequent() -> u64 {
    COMMON_BITS.iter().take(2).fold(0, |bits, (_, bit)| bits | 1 << bit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::SAMPLE;

    #[test]
    fn words_are_known_by_their_lists_and_signs_that_fold_to_nothing_as_the_weights_learned_them() {
        let check = |word: &str, expected: u64| {
            assert_eq!(SAMPLE.lookup().of_word(low(word)), expected, "{word:?}");
        };
        check("Norwegian", demonym());
        check("mayor", bit(List::Roles));
        check("the", bit(List::FunctionWords) | bit(List::StopWords));
        check("\u{200D}", demonym());
        check("Vindrell", 0);
    }
}
