//! Which articles and events have all words of a query.

use core::ops::Range;

use dateline_model::Corpus;

use super::index::Index;
use super::query::{self, Clause};

/// By article and by event: whether all words occur.
pub(crate) struct Matched {
    pub articles: Vec<bool>,
    pub events: Vec<bool>,
}

/// Where one clause of a query stands.
pub(crate) struct Found {
    /// The positions of its first word, ascending.
    pub starts: Vec<u32>,
    /// How many words it has.
    pub words: u32,
    /// For a single word: the term that it is, as against one that it begins.
    pub exact: Option<u32>,
}

/// What the words of `q` hit, as [`run`](crate::EngineOn::run) reads them.
pub(crate) fn matched(corpus: &Corpus, index: &Index, q: &str) -> Matched {
    let found: Vec<Found> =
        query::parse(q, true).iter().map(|clause| find(index, clause, true)).collect();
    let mut articles = all(index, &found);
    let mut events = articles.split_off(index.articles());
    let mut told = index.told.as_slice();
    for (event, tellings) in events.iter_mut().zip(corpus.events.iter().map(|e| &e.tellings)) {
        for one in tellings.chunk_by(|one, other| one.article == other.article) {
            let (sentences, rest) = told.split_at(one.len());
            told = rest;
            let whole = articles.get(one[0].article as usize).is_some_and(|&whole| whole);
            *event = *event
                || whole && found.iter().all(|found| sentences.iter().any(|s| found.lies_in(s)));
        }
    }
    Matched { articles, events }
}

impl Found {
    /// Whether it stands between two positions.
    fn lies_in(&self, range: &Range<u32>) -> bool {
        let first = self.starts.partition_point(|&start| start < range.start);
        self.starts.get(first).is_some_and(|start| start + self.words <= range.end)
    }
}

/// By document: whether every clause stands in it.
pub(crate) fn all(index: &Index, found: &[Found]) -> Vec<bool> {
    let mut held = vec![0u32; index.documents()];
    for (round, found) in (0u32..).zip(found) {
        for &start in &found.starts {
            let held = &mut held[index.document(start) as usize];
            if *held == round {
                *held = round + 1;
            }
        }
    }
    held.iter().map(|&held| held == found.len() as u32).collect()
}

/// Where a clause stands.
pub(crate) fn find(index: &Index, clause: &Clause, typos: bool) -> Found {
    let terms: Vec<Vec<u32>> = clause.iter().map(|slot| query::terms(index, slot, typos)).collect();
    let words = clause.len() as u32;
    let exact = match clause.as_slice() {
        [slot] => index.range(&slot.word, false).next(),
        _ => None,
    };
    if terms.iter().any(Vec::is_empty) {
        return Found { starts: Vec::new(), words, exact };
    }
    let mut starts = merged(index, &terms[0]);
    for (offset, terms) in (0u32..).zip(&terms).skip(1) {
        match terms.as_slice() {
            [term] => keep(&mut starts, index.postings(*term), offset),
            several => keep(&mut starts, &merged(index, several), offset),
        }
    }
    Found { starts, words, exact }
}

/// Keeps the positions after which, at `offset`, one of `others` stands.
fn keep(starts: &mut Vec<u32>, others: &[u32], offset: u32) {
    let mut rest = others.iter().peekable();
    starts.retain(|&start| {
        while rest.next_if(|&&other| other < start + offset).is_some() {}
        rest.peek().is_some_and(|&&other| other == start + offset)
    });
}

/// The positions of several terms together, ascending.
fn merged(index: &Index, terms: &[u32]) -> Vec<u32> {
    if let [term] = terms {
        return index.postings(*term).to_vec();
    }
    // One bit for each position costs less than sorting what may be most of
    // the corpus.
    let mut bits = vec![0u64; (index.positions() as usize >> 6) + 1];
    let mut count = 0;
    for &term in terms {
        for &position in index.postings(term) {
            bits[position as usize >> 6] |= 1 << (position & 63);
            count += 1;
        }
    }
    let mut out = Vec::with_capacity(count);
    for (at, &word) in (0u32..).zip(&bits) {
        let mut word = word;
        while word != 0 {
            out.push(at << 6 | word.trailing_zeros());
            word &= word - 1;
        }
    }
    out
}
