//! What to offer for words that occur nowhere.

use dateline_model::Span;
use dateline_sort::sort_keys;

use crate::tokens::Tokens;

use super::index::Index;
use super::line::{Texts, each_text};
use super::query;
use super::reading::Searched;
use super::typos::within;

/// How many words are suggested for one.
const SUGGESTIONS: usize = 3;
/// In how many places the usual spelling of a word is looked for.
const SAMPLE: usize = 32;

/// For each word of `q` that occurs nowhere: a few that are most like it, as
/// the sources spell them.
pub(crate) fn suggest(searched: &Searched<'_>, q: &str) -> Vec<String> {
    let Searched { texts, index } = searched;
    let mut out = Vec::new();
    let clauses = query::parse(q, true);
    for slot in clauses.iter().filter_map(|ways| ways.first()).flatten() {
        if !index.range(&slot.word, slot.prefix).is_empty() {
            continue;
        }
        let bound = match slot.word.chars().count() {
            0..2 => continue,
            2..4 => 1,
            4..8 => 2,
            _ => 3,
        };
        // Nearest first, then most used, then by alphabet.
        let mut keys: Vec<u64> = within(index, &slot.word, bound)
            .iter()
            .map(|&(term, distance)| {
                let uses = index.postings(term).len().min(0xFF_FFFF) as u64;
                u64::from(distance) << 56 | (0xFF_FFFF - uses) << 32 | u64::from(term)
            })
            .collect();
        sort_keys(&mut keys);
        for &key in keys.iter().take(SUGGESTIONS) {
            let spelling = spelling(texts, index, key as u32);
            if !out.contains(&spelling) {
                out.push(spelling);
            }
        }
    }
    out
}

/// A term as the sources spell it most often.
fn spelling(texts: &Texts<'_>, index: &Index, term: u32) -> String {
    let mut seen: Vec<(String, u32)> = Vec::new();
    for &position in index.postings(term).iter().take(SAMPLE) {
        let document = index.document(position) as usize;
        let mut at = index.extent(document).start;
        each_text(texts, document, &mut |text, _| {
            let mut tokens = Tokens::of(text);
            // A term may be made of several words from there on.
            let (mut start, mut word) = (0, String::new());
            while let Some(span) = tokens.next() {
                if at == position {
                    start = span.start;
                }
                if at >= position && word.len() < index.term(term).len() {
                    word.push_str(&tokens.word);
                    if word == index.term(term) {
                        let found = Span { start, end: span.end }.of(text);
                        match seen.iter_mut().find(|(other, _)| other == found) {
                            Some((_, uses)) => *uses += 1,
                            None => seen.push((found.into(), 1)),
                        }
                    }
                }
                at += 1;
            }
            at += 1;
        });
    }
    let most = seen.iter().map(|&(_, uses)| uses).max();
    let best = seen.into_iter().find(|&(_, uses)| Some(uses) == most);
    best.map_or_else(|| index.term(term).into(), |(text, _)| text)
}
