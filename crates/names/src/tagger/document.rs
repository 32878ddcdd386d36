//! A text as the tagger sees it: the facts of each token, what the rules made
//! of it, and what the same word does elsewhere in the document.

use super::facts::{Facts, Look};
use super::hash::{HashKeyed, phrase, word};
use super::lookup::{Cues, GIVEN_BIT, LONGEST, Lookup, bit, frequent};
use super::opinions::{Opinion, Ruled, opinions};
use super::words::{Known, Words};
use crate::candidate::Candidate;
use crate::lexicon::List;
use crate::tokenized::Tokenized;
use crate::vocabulary::Vocabulary;

/// A text and what was found out about it before the tagger reads it.
#[derive(Clone, Copy)]
pub(crate) struct Read<'a, 't> {
    pub(crate) lookup: &'static Lookup,
    pub(crate) vocabulary: &'a Vocabulary,
    pub(crate) text: &'a Tokenized<'t>,
    /// What the rules took for candidates.
    pub(crate) raw: &'a [Ruled],
    /// What was left after the document and the corpus had decided.
    pub(crate) settled: &'a [Candidate],
}

/// What a word does in the whole document.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Elsewhere {
    /// With a capital where the sentence asks for none.
    pub(super) large: u32,
    /// With a capital where any word has one.
    pub(super) opening: u32,
    pub(super) small: u32,
    /// One bit for each thing that stands beside it or is made of it.
    pub(super) signs: u32,
}

/// The signs: what was seen of a word anywhere in its document.
pub(super) const SIGNS: u32 = 17;
const AFTER_ROLE: u32 = 0;
const BEFORE_SAYING: u32 = 1;
const AFTER_IN: u32 = 2;
const AFTER_GIVEN: u32 = 3;
const BEFORE_HEAD: u32 = 4;
const AFTER_THE: u32 = 5;
const OWNS: u32 = 6;
const BEFORE_WHO: u32 = 7;
/// Last and first of a longer name of a person, part of a longer place or organisation.
const LONG: u32 = 8;
/// A whole name of each kind.
const WHOLE: u32 = 12;
const AFTER_BY: u32 = 15;
const AFTER_FOR: u32 = 16;

/// Words with a capital that follow each other.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Chunk {
    pub(super) first: u32,
    pub(super) after: u32,
}

pub(super) struct Document<'a, 't> {
    pub(super) text: &'a Tokenized<'t>,
    /// The words of the text, each once; before them what stands beyond the ends of a line.
    words: Vec<Known>,
    /// For each token, which of the words it is.
    of: Vec<u32>,
    /// For each token, whether it begins a line.
    pub(super) breaks: Vec<bool>,
    pub(super) raw: Vec<Opinion>,
    pub(super) settled: Vec<Opinion>,
    /// Listed phrases: kinds by bits, place in the phrase above them.
    pub(super) phrases: Vec<(u8, u8)>,
    pub(super) chunks: Vec<Chunk>,
    /// Whether sentences begin with small letters.
    pub(super) careless: bool,
    /// Whether the writer speaks of himself: a review, a letter, an interview.
    pub(super) personal: bool,
    elsewhere: HashKeyed<Elsewhere>,
}

impl<'a, 't> Document<'a, 't> {
    pub(super) fn new(read: Read<'a, 't>, met: &mut Words) -> Self {
        let Read { lookup, vocabulary, text, raw, settled } = read;
        let count = text.tokens.len();
        let mut words = vec![Known::edge()];
        let mut known: HashKeyed<u32> = HashKeyed::default();
        known.reserve(count.min(1 << 12) / 2);
        let mut of = Vec::with_capacity(count);
        for (at, token) in text.tokens.iter().enumerate() {
            let form = text.of(at);
            let next = words.len() as u32;
            let hash = word(form);
            let own = *known.entry(hash).or_insert(next);
            if own == next {
                words.push(met.get(lookup, vocabulary, hash, form, token.kind));
            }
            of.push(own);
        }
        let several = words.len();
        let breaks = (0..count).map(|at| text.breaks(at)).collect();
        let mut document = Self {
            text,
            words,
            of,
            breaks,
            raw: opinions(text, raw.iter().copied()),
            settled: opinions(text, settled.iter().map(Ruled::of)),
            phrases: vec![(0, 0); count],
            chunks: vec![Chunk::default(); count],
            careless: false,
            personal: false,
            elsewhere: HashKeyed::default(),
        };
        document.elsewhere.reserve(several);
        document.careless = document.is_careless();
        document.personal = document.is_personal(&lookup.cues);
        document.find_phrases(lookup);
        document.find_chunks();
        document.look_around(&lookup.cues);
        document
    }

    /// The facts of a token, seen from another of the same line.
    pub(super) fn beside(&self, at: usize, offset: isize) -> &Facts {
        let other = at.wrapping_add_signed(offset);
        let (low, high) = if offset < 0 { (other, at) } else { (at, other) };
        let same = other < self.of.len() && low < high + 1;
        if same && (low + 1..=high).all(|token| !self.breaks[token]) {
            self.at(other)
        } else {
            &self.words[0].facts
        }
    }

    /// The facts of a token.
    pub(super) fn at(&self, at: usize) -> &Facts {
        &self.known(at).facts
    }

    fn known(&self, at: usize) -> &Known {
        &self.words[self.of[at] as usize]
    }

    pub(super) fn ordinary(&self, at: usize) -> bool {
        self.known(at).ordinary
    }

    /// Whether a word in small letters may be a name all the same: a place of
    /// the lists, or a given name that is no common word; in a text that is
    /// careless of capitals, a common one too.
    pub(super) fn listed_small(&self, at: usize) -> bool {
        let lists = self.at(at).lists;
        let common = lists & frequent() != 0;
        let given = lists >> GIVEN_BIT & 1 == 1;
        let place = self.phrases[at].0 != 0;
        (place && !common)
            || (self.careless && (place || given) && lists & bit(List::StopWords) == 0)
    }

    pub(super) fn elsewhere(&self, at: usize) -> Elsewhere {
        self.elsewhere.get(&self.at(at).low).copied().unwrap_or_default()
    }

    /// Whether a third of the words that any writer gives a capital have none.
    fn is_careless(&self) -> bool {
        let opens = (0..self.of.len()).filter(|&at| self.text.opens(at));
        let small = |at: &usize| self.at(*at).look == Look::Small;
        let (all, small) =
            opens.fold((0, 0), |(all, sum), at| (all + 1, sum + usize::from(small(&at))));
        small * 3 >= all && all > 0
    }

    /// Whether one word in sixty is "I", "we" or the like.
    fn is_personal(&self, cues: &Cues) -> bool {
        let said = (0..self.of.len()).filter(|&at| cues.selves.contains(&self.at(at).low)).count();
        said * 60 >= self.of.len()
    }

    fn find_phrases(&mut self, lookup: &Lookup) {
        let mut at = 0;
        while at < self.of.len() {
            let Known { begins, capitals, .. } = *self.known(at);
            let mut taken = 0;
            if begins {
                for length in (1..=LONGEST.min(self.of.len() - at)).rev() {
                    if (at + 1..at + length).any(|token| self.breaks[token]) {
                        continue;
                    }
                    let words = (at..at + length).map(|token| self.at(token).low);
                    let kinds = lookup.of_phrase(phrase(words));
                    if kinds != 0 {
                        for offset in 0..length {
                            let part = match (offset, length) {
                                (0, 1) => 3,
                                (0, _) => 0,
                                (offset, length) if offset + 1 == length => 2,
                                _ => 1,
                            };
                            self.phrases[at + offset] = (kinds, part);
                        }
                        taken = length;
                        break;
                    }
                }
            }
            if taken <= 1 && capitals != 0 {
                self.phrases[at] = (capitals, 3);
            }
            at += taken.max(1);
        }
    }

    fn find_chunks(&mut self) {
        let mut first = 0;
        while first < self.of.len() {
            if !self.at(first).large() {
                first += 1;
                continue;
            }
            let mut after = first + 1;
            while after < self.of.len() && !self.breaks[after] {
                let initial = self.text.of(after) == "."
                    && self.text.touches(after)
                    && self.at(after - 1).look == Look::Initial
                    && after + 1 < self.of.len()
                    && self.at(after + 1).large();
                if !(initial || self.at(after).large()) {
                    break;
                }
                after += 1;
            }
            let chunk = Chunk { first: first as u32, after: after as u32 };
            self.chunks[first..after].fill(chunk);
            first = after;
        }
    }

    /// Notes of every word what stands beside it anywhere in the document.
    fn look_around(&mut self, cues: &Cues) {
        let saying = bit(List::Saying);
        let role = bit(List::Roles) | bit(List::AbbreviatedRoles);
        let head = bit(List::OrganisationHeads) | bit(List::CompanySuffixes);
        for at in 0..self.of.len() {
            let (low, large) = (self.at(at).low, self.at(at).large());
            let mut signs = 0;
            if large {
                let (before, after) = (self.beside(at, -1), self.beside(at, 1));
                let stop = self.text.of(at.wrapping_sub(1)) == ".";
                let title = if stop { self.beside(at, -2).lists } else { before.lists };
                let mut sign = |bit: u32, seen: bool| signs |= u32::from(seen) << bit;
                sign(AFTER_ROLE, title & role != 0);
                sign(BEFORE_SAYING, after.lists & saying != 0 && !after.large());
                sign(AFTER_IN, before.low == cues.inside);
                sign(AFTER_GIVEN, before.lists >> GIVEN_BIT & 1 == 1 && before.large());
                sign(BEFORE_HEAD, after.large() && after.lists & head != 0);
                sign(AFTER_THE, before.low == cues.article);
                sign(OWNS, cues.possessives.contains(&after.low));
                sign(BEFORE_WHO, after.low == cues.relative);
                sign(AFTER_BY, before.low == cues.agent);
                sign(AFTER_FOR, before.low == cues.recipient);
                let opinion = self.settled[at];
                let long = opinion.part != 3;
                match opinion.kind {
                    1 if long && opinion.part == 2 => signs |= 1 << LONG,
                    1 if long => signs |= 1 << (LONG + 1),
                    2 if long => signs |= 1 << (LONG + 2),
                    3 if long => signs |= 1 << (LONG + 3),
                    kind @ 1..=3 => signs |= 1 << (WHOLE + u32::from(kind) - 1),
                    _ => {}
                }
            }
            let opens = self.text.opens(at);
            let word = self.text.is_word(at);
            let one = self.elsewhere.entry(low).or_default();
            one.signs |= signs;
            if large && opens {
                one.opening += 1;
            } else if large {
                one.large += 1;
            } else if word {
                one.small += 1;
            }
        }
    }
}
