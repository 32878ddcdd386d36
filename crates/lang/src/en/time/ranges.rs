//! What English words make two times the ends of one stretch: "from 3 to 5 May".

use dateline_timex::{Found, Tokens, listed};

/// Words between the ends that need no "from" before them.
const THROUGH: [&str; 2] = ["through", "thru"];
/// Words between the ends that need it, unless both ends are numbers.
const TO: [&str; 3] = ["till", "to", "until"];
/// What may stand besides before either end.
const FILLERS: [&str; 7] = ["about", "around", "at", "least", "on", "roughly", "the"];

/// Words before "from" that take something from one time to another: it lasts between neither.
/// Sorted.
const MOVED: [&str; 22] = [
    "brought",
    "change",
    "changed",
    "changing",
    "deferred",
    "delayed",
    "forward",
    "move",
    "moved",
    "moving",
    "postpone",
    "postponed",
    "prefer",
    "preferred",
    "push",
    "pushed",
    "reschedule",
    "rescheduled",
    "shift",
    "shifted",
    "switch",
    "switched",
];

/// Words before "between" that hold two times against each other. Sorted.
const APART: [&str; 10] = [
    "choice",
    "choose",
    "chose",
    "comparison",
    "contrast",
    "decide",
    "difference",
    "differences",
    "distinguish",
    "gap",
];

/// How far back such a word is looked for.
const REACH: usize = 8;

/// Whether `first` and `last` are the ends of one stretch.
pub(super) fn ends(tokens: &Tokens<'_>, first: &Found, last: &Found) -> bool {
    let link = first.end;
    if !(link + 1..last.start).all(|at| tokens.is_any(at, &FILLERS)) {
        return false;
    }
    let opening = opening(tokens, first.start);
    if tokens.is(link, "and") {
        return opening.is_some_and(|at| tokens.is(at, "between") && !near(tokens, at, &APART));
    }
    let from = opening.filter(|at| tokens.is(*at, "from"));
    let kept = !near(tokens, from.unwrap_or(first.start), &MOVED);
    let numbers = |one: &Found| (one.start..one.end).any(|at| tokens.is_number(at));
    kept && (tokens.is_any(link, &THROUGH)
        || tokens.is_any(link, &TO) && (from.is_some() || numbers(first) && numbers(last)))
}

/// The token that opens a stretch before `at`, with at most two fillers between.
fn opening(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let mut before = (at.saturating_sub(3)..at).rev();
    before.find(|at| !tokens.is_any(*at, &FILLERS))
}

/// Whether one of `words` stands shortly before `at` in its clause.
fn near(tokens: &Tokens<'_>, at: usize, words: &[&str]) -> bool {
    (at.saturating_sub(REACH)..at)
        .rev()
        .take_while(|at| !matches!(tokens.get(*at), "," | "." | ";" | ":"))
        .any(|at| listed(words, tokens.get(at)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_sorted() {
        for list in [&THROUGH[..], &TO[..], &FILLERS[..], &MOVED[..], &APART[..]] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }
}
