//! The word lists as the tagger asks for them: one look for all lists.

use std::sync::OnceLock;

use super::facts::{low, phrase};
use super::hash::{HashKeyed, join, word};
use crate::lexicon::LISTS;
use dateline_lang::shared::gazetteer::{countries, given_names, lands, organisations};
use dateline_text::tokens;

/// Given names of the United States' census of 1990. Sorted.
const GIVEN: &str = include_str!("../../../lang/weights/given.txt");
/// The 30,000 most frequent surnames of the same census. Sorted.
const SURNAMES: &str = include_str!("../../../lang/weights/surnames.txt");
/// Cities of 30,000 people and more, of 15,000 where English is spoken. Sorted.
const CITIES: &str = include_str!("../../../lang/weights/cities.txt");
/// The most frequent words of English, the most frequent first.
const COMMON: &str = include_str!("../../../lang/weights/common.txt");

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

/// Every list, made ready for looking up.
pub(super) struct Lists {
    words: HashKeyed<u64>,
    phrases: HashKeyed<u8>,
    /// Whether any phrase begins with a word.
    begins: HashKeyed<()>,
}

impl Lists {
    /// The lists, made on first use.
    pub(super) fn get() -> &'static Self {
        static LISTS: OnceLock<Lists> = OnceLock::new();
        LISTS.get_or_init(Self::new)
    }

    fn new() -> Self {
        let mut lists = Self {
            words: HashKeyed::default(),
            phrases: HashKeyed::default(),
            begins: HashKeyed::default(),
        };
        for (bit, (_, words)) in LISTS.iter().enumerate() {
            words.split_whitespace().for_each(|word| lists.word(word, bit as u32));
        }
        given_names::GIVEN_NAMES.split_whitespace().for_each(|word| lists.word(word, GIVEN_BIT));
        GIVEN.lines().for_each(|word| lists.word(word, GIVEN_BIT));
        SURNAMES.lines().for_each(|word| lists.word(word, SURNAME_BIT));
        for (rank, word) in COMMON.lines().enumerate() {
            if let Some((_, bit)) = COMMON_BITS.iter().find(|(end, _)| rank < *end) {
                lists.word(word, *bit);
            }
        }
        for row in countries::COUNTRIES {
            let mut parts = row.split(';').map(str::trim);
            lists.row(parts.next().unwrap_or(""), COUNTRY);
            for word in parts.next().unwrap_or("").split(',').map(str::trim) {
                lists.word(word, DEMONYM_BIT);
            }
        }
        lands::CITIES.iter().chain(lands::REGIONS).for_each(|row| lists.row(row, LAND));
        organisations::ORGANISATIONS.iter().for_each(|row| lists.row(row, ORGANISATION));
        CITIES.lines().for_each(|row| lists.phrase(row, CITY));
        lists
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
pub(super) fn bit(list: crate::lexicon::List) -> u64 {
    LISTS.iter().position(|(one, _)| *one == list).map_or(0, |at| 1 << at)
}

/// The bit of words for a country's people and things.
pub(super) fn demonym() -> u64 {
    1 << DEMONYM_BIT
}

/// The bits of the most common words.
pub(super) fn frequent() -> u64 {
    COMMON_BITS.iter().take(2).fold(0, |bits, (_, bit)| bits | 1 << bit)
}
