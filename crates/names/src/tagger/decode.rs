//! Finds the best labels of a sequence: Viterbi, in whole numbers.

use dateline_model::EntityKind;

use super::labels::{LABELS, Label, follows};
use super::weights::Weights;

/// Below any sum of weights that a sequence can reach.
const NEVER: i32 = i32::MIN / 4;

/// A name that the tagger found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tagged {
    /// Its first token, and the one after its last.
    pub(crate) first: usize,
    pub(crate) after: usize,
    pub(crate) kind: EntityKind,
    /// By how much it beats being no name, in units of log odds (see [`super::weights::UNIT`]).
    pub(crate) margin: i32,
}

/// The scores of a sequence; kept between sequences, so that none allocates.
#[derive(Default)]
pub(super) struct Decoder {
    scores: Vec<[i32; LABELS]>,
    from: Vec<[u8; LABELS]>,
    path: Vec<usize>,
}

impl Decoder {
    pub(super) fn clear(&mut self) {
        self.scores.clear();
    }

    /// Adds a token.
    pub(super) fn push(&mut self, weights: &Weights, features: &[u32]) {
        self.scores.push(weights.scores(features));
    }

    /// Appends the names of the sequence, whose first token is `start`.
    pub(super) fn names(&mut self, weights: &Weights, start: usize, out: &mut Vec<Tagged>) {
        self.best(weights);
        let mut first = 0;
        for (at, &label) in self.path.iter().enumerate() {
            let kind = match Label::of(label) {
                Label::Begin(_) => {
                    first = at;
                    continue;
                }
                Label::Outside | Label::Inside(_) => continue,
                Label::Last(kind) => kind,
                Label::Only(kind) => {
                    first = at;
                    kind
                }
            };
            let margin = (first..=at)
                .map(|token| self.scores[token][self.path[token]] - self.scores[token][0])
                .fold(0_i32, i32::saturating_add);
            out.push(Tagged { first: start + first, after: start + at + 1, kind, margin });
        }
    }

    fn best(&mut self, weights: &Weights) {
        self.from.clear();
        let mut sums = [NEVER; LABELS];
        sums[0] = 0;
        for scores in &self.scores {
            let mut next = [NEVER; LABELS];
            let mut from = [0; LABELS];
            for label in 0..LABELS {
                for (before, sum) in sums.iter().enumerate() {
                    let sum = sum.saturating_add(weights.step(before, label));
                    if follows(before, label) && sum > next[label] {
                        next[label] = sum;
                        from[label] = before as u8;
                    }
                }
                next[label] = next[label].saturating_add(scores[label]);
            }
            // Sums stay small however long the sequence is.
            let most = next.iter().copied().max().unwrap_or(0);
            next.iter_mut().for_each(|sum| *sum = sum.saturating_sub(most).max(NEVER));
            sums = next;
            self.from.push(from);
        }
        let mut label = (0..LABELS)
            .filter(|&label| follows(label, 0))
            .max_by_key(|&label| {
                (sums[label].saturating_add(weights.step(label, 0)), core::cmp::Reverse(label))
            })
            .unwrap_or(0);
        self.path.clear();
        self.path.resize(self.scores.len(), 0);
        for at in (0..self.scores.len()).rev() {
            self.path[at] = label;
            label = usize::from(self.from[at][label]);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// Weights by which feature N speaks for label N alone.
    fn weights() -> Weights {
        let rows: BTreeMap<u32, [i8; LABELS]> = (0..LABELS)
            .map(|label| {
                let mut row = [0; LABELS];
                row[label] = 10;
                (label as u32, row)
            })
            .collect();
        let bytes = Weights::encode(&[[0; LABELS]; LABELS], &rows);
        Weights::decode(&bytes).expect("weights")
    }

    fn check(wanted: &[Label], expected: &[(usize, usize, EntityKind)]) {
        let weights = weights();
        let mut decoder = Decoder::default();
        wanted.iter().for_each(|label| decoder.push(&weights, &[label.number() as u32]));
        let mut names = Vec::new();
        decoder.names(&weights, 5, &mut names);
        let found: Vec<_> = names.iter().map(|one| (one.first, one.after, one.kind)).collect();
        assert_eq!(found, expected, "{wanted:?}");
    }

    #[test]
    fn the_best_labels_that_may_follow_each_other_are_found() {
        use EntityKind::{Organisation, Person, Place};
        use Label::{Begin, Inside, Last, Only, Outside};
        check(&[Outside, Only(Place), Outside], &[(6, 7, Place)]);
        check(&[Begin(Person), Last(Person), Only(Place)], &[(5, 7, Person), (7, 8, Place)]);
        check(
            &[Begin(Organisation), Inside(Organisation), Last(Organisation)],
            &[(5, 8, Organisation)],
        );
        // What cannot stand alone is no name.
        check(&[Outside, Inside(Person), Outside], &[]);
        check(&[], &[]);
    }

    #[test]
    fn a_sequence_without_end_costs_no_more_for_each_token() {
        let weights = weights();
        let mut decoder = Decoder::default();
        let only = Label::Only(EntityKind::Person).number() as u32;
        (0..200_000).for_each(|_| decoder.push(&weights, &[only]));
        let mut names = Vec::new();
        decoder.names(&weights, 0, &mut names);
        assert_eq!(names.len(), 200_000);
    }
}
