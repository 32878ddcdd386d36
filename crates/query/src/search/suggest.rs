//! What to offer for words that occur nowhere.

use dateline_sort::sort_keys;

use super::index::Index;
use super::query;
use super::typos::within;

/// How many words are suggested for one.
const SUGGESTIONS: usize = 3;

/// For each word of `q` that occurs nowhere: a few that are most like it, as
/// the sources spell them.
pub(crate) fn suggest(index: &Index, q: &str) -> Vec<String> {
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
                let uses = u64::from(index.uses(term).min(0xFF_FFFF));
                u64::from(distance) << 56 | (0xFF_FFFF - uses) << 32 | u64::from(term)
            })
            .collect();
        sort_keys(&mut keys);
        for &key in keys.iter().take(SUGGESTIONS) {
            let spelling = index.spelling(key as u32);
            if !out.iter().any(|other| other == spelling) {
                out.push(spelling.to_owned());
            }
        }
    }
    out
}
