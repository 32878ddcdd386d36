//! A query as typed becomes clauses, all of which must hold.
//!
//! A clause is one word, or several that must stand next to each other: words
//! in quotation marks, and words that the reader wrote without a space
//! ("Covid-19", "O'Brien", "12:30").

use crate::fold::Words;

use super::index::Index;
use super::typos;

/// One word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Slot {
    /// Folded.
    pub word: String,
    /// Whether longer words that begin with it will do.
    pub prefix: bool,
    /// Whether it stands in quotation marks and so means itself only.
    pub literal: bool,
}

/// Words that must stand in this order, one after the other.
pub(crate) type Clause = Vec<Slot>;

/// Reads a query. With `prefix`, its last word may be a beginning, unless a
/// quotation mark closes it.
pub(crate) fn parse(q: &str, prefix: bool) -> Vec<Clause> {
    let mut clauses: Vec<Clause> = Vec::new();
    let (mut quoted, mut at) = (false, 0);
    let mut words = Words::of(q);
    loop {
        let span = words.next();
        let gap = &q[at..span.map_or(q.len(), |span| span.start as usize)];
        let mut parted = clauses.is_empty();
        for c in gap.chars() {
            if is_quotation(c) {
                quoted = !quoted;
                parted = true;
                if let Some(last) = clauses.last_mut().and_then(|clause| clause.last_mut()) {
                    last.prefix = false;
                }
            } else if !quoted && (c.is_whitespace() || matches!(c, ',' | ';')) {
                parted = true;
            }
        }
        let Some(span) = span else { return clauses };
        at = span.end as usize;
        for slot in clauses.iter_mut().flatten() {
            slot.prefix = false;
        }
        let slot = Slot { word: words.word.clone(), prefix, literal: quoted };
        match clauses.last_mut() {
            Some(clause) if !parted => clause.push(slot),
            _ => clauses.push(vec![slot]),
        }
    }
}

fn is_quotation(c: char) -> bool {
    matches!(c, '"' | '\u{AB}' | '\u{BB}' | '\u{201C}'..='\u{201F}' | '\u{FF02}')
}

/// The terms that a word of a query stands for: itself, or those that begin
/// with it, or, where the corpus has neither, those most like it.
pub(crate) fn terms(index: &Index, slot: &Slot, typos: bool) -> Vec<u32> {
    let range = index.range(&slot.word, slot.prefix);
    if range.is_empty() && typos && !slot.literal {
        return typos::nearest(index, &slot.word);
    }
    range.collect()
}
