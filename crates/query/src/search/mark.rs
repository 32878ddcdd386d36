//! What to mark in a text that a reader sees.

use dateline_model::Span;

use crate::tokens::Tokens;

use super::hits;
use super::index::Index;
use super::joined::{Joined, Joiner};
use super::query::{self, Slot};

/// The spans of `text` that the query `q` means, ascending, without overlap.
pub(crate) fn highlights(index: &Index, q: &str, text: &str) -> Vec<Span> {
    let clauses = query::parse(q, true);
    let words = Words::of(text);
    // By word of the text: where the mark that starts with it ends.
    let mut ends = vec![0; words.folded.len()];
    for clause in &clauses {
        let typos = hits::may_be_mistyped(index, clause);
        for (at, way) in clause.iter().enumerate() {
            let tests: Vec<Test> =
                way.iter().map(|slot| Test::new(index, slot, typos && at == 0)).collect();
            for (start, end) in ends.iter_mut().enumerate() {
                *end = words.end(start, &tests).unwrap_or(0).max(*end);
            }
        }
    }
    let mut out: Vec<Span> = Vec::new();
    for ((_, span), end) in words.folded.iter().zip(ends) {
        match out.last_mut() {
            _ if end == 0 => {}
            Some(last) if last.end > span.start => last.end = last.end.max(end),
            _ => out.push(Span { start: span.start, end }),
        }
    }
    out
}

/// The words of a text, and what they are when they are written as one.
struct Words {
    folded: Vec<(String, Span)>,
    joined: Vec<Joined>,
}

impl Words {
    fn of(text: &str) -> Self {
        let (mut tokens, mut joiner) = (Tokens::of(text), Joiner::default());
        let mut folded = Vec::new();
        while let Some(span) = tokens.next() {
            joiner.take(text, &tokens.word, span.start as usize, span.end as usize);
            folded.push((tokens.word.clone(), span));
        }
        joiner.end();
        Self { folded, joined: joiner.found }
    }

    /// Where what the tests mean ends, if it begins with word `start`.
    fn end(&self, start: usize, tests: &[Test<'_>]) -> Option<u32> {
        let mut end = None;
        for (at, test) in (start..).zip(tests) {
            let (word, span) = self.folded.get(at)?;
            let joined = || {
                let first = self.joined.partition_point(|one| (one.first as usize) < at);
                let here = self.joined[first..].iter().take_while(|one| one.first as usize == at);
                let one = here.filter(|one| test.fits(&one.word)).min_by_key(|one| one.count)?;
                self.folded.get(at + one.count as usize - 1).map(|(_, last)| last.end)
            };
            end = Some(if test.fits(word) { span.end } else { joined()? });
        }
        end
    }
}

/// Whether a word of a text is what a word of the query stands for.
struct Test<'a> {
    index: &'a Index,
    slot: &'a Slot,
    /// The terms that stand in for a word that occurs nowhere.
    typos: Vec<u32>,
}

impl<'a> Test<'a> {
    fn new(index: &'a Index, slot: &'a Slot, typos: bool) -> Self {
        let known = !typos || !index.range(&slot.word, slot.prefix).is_empty();
        let typos = if known { Vec::new() } else { query::terms(index, slot, true) };
        Self { index, slot, typos }
    }

    fn fits(&self, word: &str) -> bool {
        word == self.slot.word
            || (self.slot.prefix && word.starts_with(self.slot.word.as_str()))
            || self.typos.iter().any(|&term| self.index.term(term) == word)
    }
}
