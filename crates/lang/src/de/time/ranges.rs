//! What German words make two times the ends of one stretch: "vom 3. bis zum 5. Mai".

use super::{Found, Tokens};

/// What may stand besides before either end. Sorted.
const FILLERS: [&str; 9] =
    ["am", "dem", "den", "der", "einschließlich", "etwa", "im", "zum", "zur"];

/// Words before "zwischen" that hold two times against each other.
const APART: [&str; 6] =
    ["abstand", "entscheidung", "unterschied", "unterschiede", "vergleich", "wahl"];

/// Whether `first` and `last` are the ends of one stretch.
pub fn ends(tokens: &Tokens<'_>, first: &Found, last: &Found) -> bool {
    let link = first.end;
    if !(link + 1..last.start).all(|at| tokens.is_any(at, &FILLERS)) {
        return false;
    }
    let mut before = (first.start.saturating_sub(3)..first.start).rev();
    let opening = before.find(|at| !tokens.is_any(*at, &FILLERS));
    let opened = |words: &[&str]| opening.filter(|at| tokens.is_any(*at, words));
    if tokens.is(link, "und") {
        let held = |at: usize| (at.saturating_sub(2)..at).any(|at| tokens.is_any(at, &APART));
        return opened(&["zwischen"]).is_some_and(|at| !held(at));
    }
    // "Die Nacht vom 4. auf den 5. März"; what is put off from one day "auf" another lasts between neither.
    let night = |at: usize| tokens.is(at.wrapping_sub(1), "nacht");
    tokens.is(link, "bis") || tokens.is(link, "auf") && opened(&["vom", "von"]).is_some_and(night)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_sorted() {
        assert!(FILLERS.is_sorted() && APART.is_sorted());
    }
}
