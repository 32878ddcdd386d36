//! Which lines are the article's, by what speaks for each of them.

use core::ops::Range;

use crate::trees::UNIT;

/// What it costs to change between lines of the article and others, so that no line is judged alone:
/// in plain text, and in a saved page, whose elements part the lines already.
const CHANGE: i32 = UNIT;
const CHANGE_SAVED: i32 = UNIT / 4;

/// What is added for each line: a paragraph that is lost is worse than a line too many.
const LEAN: i32 = UNIT / 2;

/// The lines of the article: those of the likeliest sequence (Viterbi). `scores` are log odds.
pub(crate) fn decide(scores: &[i32]) -> Vec<bool> {
    likeliest(scores, CHANGE)
}

/// The same for lines of a saved page.
pub(crate) fn decide_saved(scores: &[i32]) -> Vec<bool> {
    likeliest(scores, CHANGE_SAVED)
}

fn likeliest(scores: &[i32], change: i32) -> Vec<bool> {
    // What the best sequence is worth that ends in a line left out, and in one kept.
    let (mut out, mut kept) = (0, -change);
    let mut steps = Vec::with_capacity(scores.len());
    for score in scores {
        let (from_kept, from_out) = (kept - change > out, out - change > kept);
        let next_out = out.max(kept - change);
        let next_kept = kept.max(out - change) + score + LEAN;
        steps.push((from_kept, from_out));
        (out, kept) = (next_out, next_kept);
    }
    let mut verdict = vec![false; scores.len()];
    let mut keeps = kept - change > out;
    for index in (0..scores.len()).rev() {
        verdict[index] = keeps;
        let (from_kept, from_out) = steps[index];
        keeps = if keeps { !from_out } else { from_kept };
    }
    verdict
}

/// From the first line of the article to its last.
pub(crate) fn run_of(verdict: &[bool]) -> Option<Range<usize>> {
    let first = verdict.iter().position(|&kept| kept)?;
    let last = verdict.iter().rposition(|&kept| kept)?;
    Some(first..last + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(scores: &[i32], expected: &str) {
        let scores: Vec<i32> = scores.iter().map(|score| score * UNIT / 2).collect();
        let told: String =
            decide(&scores).into_iter().map(|kept| if kept { '#' } else { '.' }).collect();
        assert_eq!(told, expected, "{scores:?}");
    }

    #[test]
    fn a_line_goes_with_its_neighbours_unless_it_is_sure() {
        check(&[-4, 6, -1, 6, -4], ".###.");
        check(&[-4, 6, -6, 6, -4], ".#.#.");
        check(&[-4, 3, -4], "...");
        check(&[9], "#");
        check(&[], "");
    }

    #[test]
    fn the_run_spans_all_that_is_kept() {
        assert_eq!(run_of(&[false, true, false, true, false]), Some(1..4));
        assert_eq!(run_of(&[false]), None);
    }
}
