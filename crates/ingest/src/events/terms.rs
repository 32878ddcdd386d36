//! What the words of a sentence are, to one that compares sentences: stems, names, numbers and the kinds
//! of acts, each weighed by how rare it is in the corpus.

use dateline_lang::events::Events;
use dateline_model::EntityIndex;
use dateline_text::{QuickMap, hash_seeded};

/// A stem, a name, a number or a kind of act, by the upper half of its hash: a corpus has some hundred
/// thousand, of which a handful share one.
pub(super) type Term = u32;

/// What kind of term it is tells how much it weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Name,
    Number,
    Act,
}

/// Seeds of the hashes, so that no name meets a word.
const WORD: u64 = 0;
const NAME: u64 = 1;
const ACT: u64 = 2;

fn term(text: &str, seed: u64) -> Term {
    (hash_seeded(text, seed) >> 32) as Term
}

/// The term of a stem or a number.
pub(super) fn of_word(word: &str) -> Term {
    term(word, WORD)
}

/// The term of a kind of act.
pub(super) fn of_act(kind: &str) -> Term {
    term(kind, ACT)
}

/// The term of a name.
pub(super) fn of_name(name: EntityIndex) -> Term {
    term(&name.to_string(), NAME)
}

/// Whether a word may stand in any sentence.
pub(super) fn is_empty(words: &Events, word: &str) -> bool {
    word.chars().count() < 3 || words.empty.binary_search(&word).is_ok()
}

/// Sentences of other news, which have none of the corpus's terms: in a corpus of a few sentences no word is
/// common because it stands in two of them.
const BACKGROUND: f32 = 200.0;

/// Weights of so many counts are kept.
const RARE: u32 = 256;

/// In how many sentences of the corpus a term stands.
#[derive(PartialEq)]
pub(super) struct Rarity {
    counts: QuickMap<Term, u32>,
    sentences: f32,
    /// What the first counts weigh: most terms are rare.
    rare: Vec<f32>,
}

impl Rarity {
    pub(super) fn new<'t>(sentences: impl Iterator<Item = &'t [(Term, Kind)]>) -> Self {
        let mut counts: QuickMap<Term, u32> = QuickMap::default();
        let mut all = 0u32;
        for terms in sentences {
            all += 1;
            for (term, _) in terms {
                *counts.entry(*term).or_default() += 1;
            }
        }
        let mut rarity = Self { counts, sentences: all as f32, rare: Vec::new() };
        rarity.rare = (0..RARE).map(|count| rarity.weighed(count)).collect();
        rarity
    }

    /// What a term weighs that stands in `count` sentences.
    fn weighed(&self, count: u32) -> f32 {
        libm::logf((self.sentences + BACKGROUND) / (count as f32 + 2.0)).max(0.0)
    }

    fn weight(&self, term: Term, kind: Kind) -> f32 {
        let count = self.counts.get(&term).copied().unwrap_or(0);
        let idf = self.rare.get(count as usize).copied().unwrap_or_else(|| self.weighed(count));
        idf * match kind {
            Kind::Word => 1.0,
            Kind::Name => 1.2,
            Kind::Number => 1.3,
            Kind::Act => 1.3,
        }
    }

    /// The sentence as a vector of length one, by term.
    pub(super) fn vector(&self, terms: &[(Term, Kind)]) -> Vector {
        let mut vector = self.weights(terms);
        vector.unit();
        vector
    }

    /// Its terms by their weight.
    pub(super) fn weights(&self, terms: &[(Term, Kind)]) -> Vector {
        let weights = terms.iter().map(|(term, kind)| (*term, self.weight(*term, *kind)));
        Vector(weights.filter(|it| it.1 > 0.0).collect())
    }
}

/// A sentence's vector has so many terms at most: the lightest ones say nothing and cost as much.
const LONGEST: usize = 48;

/// A sparse vector, sorted by term.
#[derive(Clone, Debug, Default)]
pub(super) struct Vector(Vec<(Term, f32)>);

impl Vector {
    pub(super) fn norm(&self) -> f32 {
        self.0.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt()
    }

    /// Brings it to length one; how long it was.
    pub(super) fn unit(&mut self) -> f32 {
        let norm = self.norm();
        if norm > 0.0 {
            self.0.iter_mut().for_each(|(_, weight)| *weight /= norm);
        }
        norm
    }

    pub(super) fn dot(&self, other: &Self) -> f32 {
        let (mut a, mut b) = (self.0.iter().peekable(), other.0.iter().peekable());
        let mut sum = 0.0;
        while let (Some(one), Some(two)) = (a.peek(), b.peek()) {
            match one.0.cmp(&two.0) {
                core::cmp::Ordering::Less => {
                    a.next();
                }
                core::cmp::Ordering::Greater => {
                    b.next();
                }
                core::cmp::Ordering::Equal => {
                    sum += one.1 * two.1;
                    a.next();
                    b.next();
                }
            }
        }
        sum
    }

    /// Its `count` heaviest terms, the heaviest first.
    pub(super) fn heaviest(&self, count: usize) -> Vec<(Term, f32)> {
        let mut out = self.0.clone();
        if out.len() > count {
            out.select_nth_unstable_by(count, |a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            out.truncate(count);
        }
        out.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        out
    }

    /// The sum of many.
    pub(super) fn sum<'v>(vectors: impl Iterator<Item = &'v Self>) -> Self {
        let mut all: Vec<(Term, f32)> =
            vectors.flat_map(|vector| vector.0.iter().copied()).collect();
        // Stable, so that weights are added in the order they came in.
        all.sort_by_key(|it| it.0);
        all.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 += next.1;
            }
            same
        });
        Self(all)
    }

    /// The sum of both, the other taken `times`.
    pub(super) fn add(&mut self, other: &Self, times: f32) {
        let mut out = Vec::with_capacity(self.0.len() + other.0.len());
        let (mut a, mut b) = (self.0.iter().peekable(), other.0.iter().peekable());
        loop {
            match (a.peek(), b.peek()) {
                (Some(one), Some(two)) if one.0 == two.0 => {
                    out.push((one.0, one.1 + two.1 * times));
                    a.next();
                    b.next();
                }
                (Some(one), Some(two)) if one.0 < two.0 => {
                    out.push(**one);
                    a.next();
                }
                (_, Some(two)) => {
                    out.push((two.0, two.1 * times));
                    b.next();
                }
                (Some(one), None) => {
                    out.push(**one);
                    a.next();
                }
                (None, None) => break,
            }
        }
        self.0 = out;
    }

    /// [`Self::add`], then of length one.
    pub(super) fn leaning(mut self, other: &Self, times: f32) -> Self {
        self.add(other, times);
        self.0 = self.heaviest(LONGEST);
        self.0.sort_unstable_by_key(|it| it.0);
        self.unit();
        self
    }
}
