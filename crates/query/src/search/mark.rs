//! What to mark in a text that a reader sees.

use dateline_model::Span;

use crate::tokens::Tokens;

use super::index::Index;
use super::query::{self, Slot};

/// The spans of `text` that the query `q` means, ascending, without overlap.
pub(crate) fn highlights(index: &Index, q: &str, text: &str) -> Vec<Span> {
    let clauses = query::parse(q, true);
    let mut folded: Vec<(String, Span)> = Vec::new();
    let mut tokens = Tokens::of(text);
    while let Some(span) = tokens.next() {
        folded.push((tokens.word.clone(), span));
    }
    // By word of the text: where the mark that starts with it ends.
    let mut ends = vec![0; folded.len()];
    for clause in &clauses {
        let tests: Vec<Test> = clause.iter().map(|slot| Test::new(index, slot)).collect();
        for (at, run) in folded.windows(tests.len()).enumerate() {
            if tests.iter().zip(run).all(|(test, (word, _))| test.fits(word)) {
                ends[at] = run[run.len() - 1].1.end.max(ends[at]);
            }
        }
    }
    let mut out: Vec<Span> = Vec::new();
    for ((_, span), end) in folded.iter().zip(ends) {
        match out.last_mut() {
            _ if end == 0 => {}
            Some(last) if last.end > span.start => last.end = last.end.max(end),
            _ => out.push(Span { start: span.start, end }),
        }
    }
    out
}

/// Whether a word of a text is what a word of the query stands for.
struct Test<'a> {
    index: &'a Index,
    slot: &'a Slot,
    /// The terms that stand in for a word that occurs nowhere.
    typos: Vec<u32>,
}

impl<'a> Test<'a> {
    fn new(index: &'a Index, slot: &'a Slot) -> Self {
        let known = !index.range(&slot.word, slot.prefix).is_empty();
        let typos = if known { Vec::new() } else { query::terms(index, slot, true) };
        Self { index, slot, typos }
    }

    fn fits(&self, word: &str) -> bool {
        word == self.slot.word
            || (self.slot.prefix && word.starts_with(self.slot.word.as_str()))
            || self.typos.iter().any(|&term| self.index.term(term) == word)
    }
}
