//! A linear-chain conditional random field, learned example by example:
//! AdaGrad with dual averaging, which keeps most weights at nought (Duchi and
//! others 2011; Xiao 2010).

use std::collections::BTreeMap;

use dateline_names::{FEATURE_BITS, LABELS, UNIT, Weights, follows};

use crate::examples::Example;
use crate::exp::exp;
use crate::shuffle;

/// How often all examples are gone through.
const EPOCHS: u64 = 8;
/// The length of a step.
const RATE: f32 = 0.2;
/// How strongly weights are pulled to nought, for a whole epoch.
const SPARSE: f32 = 0.25;
const SMALL: f32 = 0.3;
/// Below this chance of being wrong a token teaches nothing.
const CERTAIN: f32 = 0.01;
/// A feature that comes more rarely teaches nothing.
const LEAST: u32 = 2;

type Row = [f32; LABELS];

/// Learns weights; the bytes that ingest reads. `features` are the ones that
/// the examples name by their places.
pub(crate) fn learn(features: &[u64], examples: &[&Example]) -> Vec<u8> {
    let (rows, count) = rows(features.len(), examples);
    let mut model = Model::new(count);
    let mut scratch = Scratch::default();
    let per_epoch = examples.len() as f32;
    for epoch in 0..EPOCHS {
        for at in shuffle::order(examples.len(), epoch + 1) {
            model.seen += 1.0 / per_epoch;
            model.step(&rows, examples[at], &mut scratch);
        }
    }
    encode(features, &rows, &model)
}

/// The row of a feature that has none.
const NONE: u32 = u32::MAX;

/// A row for each feature that comes often enough, and how many rows there are;
/// the first are the steps'.
fn rows(features: usize, examples: &[&Example]) -> (Vec<u32>, usize) {
    let mut counts = vec![0_u32; features];
    for &place in examples.iter().flat_map(|example| example.features.iter().flatten()) {
        counts[place as usize] += 1;
    }
    let mut next = LABELS as u32;
    let rows = counts.iter().map(|&count| {
        let row = if count < LEAST { NONE } else { next };
        next += u32::from(count >= LEAST);
        row
    });
    let rows = rows.collect();
    (rows, next as usize)
}

/// A row of weights with what their updates need, side by side in memory.
#[derive(Clone, Copy, Default)]
struct Learned {
    /// As of the last change.
    weights: Row,
    /// Sums of gradients, and of their squares.
    sums: Row,
    squares: Row,
}

/// Row `l` below [`LABELS`] weighs the labels after label `l`; the others are the features'.
struct Model {
    rows: Vec<Learned>,
    /// Epochs gone through.
    seen: f32,
}

/// Kept between examples, so that none allocates.
#[derive(Default)]
struct Scratch {
    scores: Vec<[f64; LABELS]>,
    forward: Vec<[f64; LABELS]>,
    backward: Vec<[f64; LABELS]>,
}

impl Model {
    fn new(rows: usize) -> Self {
        let rows = vec![Learned::default(); rows];
        Self { rows, seen: 0.0 }
    }

    fn add(&mut self, row: usize, gradient: &Row) {
        let (sparse, small) = (SPARSE * self.seen, SMALL * self.seen);
        let Learned { weights, sums, squares } = &mut self.rows[row];
        for label in 0..LABELS {
            sums[label] += gradient[label];
            squares[label] += gradient[label] * gradient[label];
            let size = (sums[label].abs() - sparse).max(0.0);
            let weight = size / ((1.0 + squares[label].sqrt()) / RATE + small);
            weights[label] = if sums[label] > 0.0 { -weight } else { weight };
        }
    }

    /// Learns from one example.
    fn step(&mut self, rows: &[u32], example: &Example, scratch: &mut Scratch) {
        let mut steps = [[0.0; LABELS]; LABELS];
        for (before, step) in steps.iter_mut().enumerate() {
            let row = self.rows[before].weights;
            for (next, weight) in step.iter_mut().enumerate() {
                *weight = if follows(before, next) { exp(f64::from(row[next])) } else { 0.0 };
            }
        }
        scratch.scores.clear();
        for list in &example.features {
            let mut sums = [0.0_f32; LABELS];
            for &place in list {
                let Some(row) = self.rows.get(rows[place as usize] as usize) else { continue };
                let row = &row.weights;
                for label in 0..LABELS {
                    sums[label] += row[label];
                }
            }
            let most = sums.iter().copied().fold(f32::MIN, f32::max);
            scratch.scores.push(sums.map(|sum| exp(f64::from(sum - most))));
        }
        scratch.chances(&steps);
        let count = example.labels.len();
        let mut wrong_steps = [[0.0_f32; LABELS]; LABELS];
        for at in 0..count {
            let chance = scratch.at(at);
            let right = usize::from(example.labels[at]);
            let mut gradient: Row = chance.map(|chance| chance as f32 * example.weight);
            gradient[right] -= example.weight;
            // What is all but certain teaches nothing, and is most of what is seen.
            if gradient[right].abs() < CERTAIN * example.weight {
                continue;
            }
            for &place in &example.features[at] {
                if rows[place as usize] != NONE {
                    self.add(rows[place as usize] as usize, &gradient);
                }
            }
        }
        for at in 0..=count {
            let label = |at: usize| usize::from(example.labels[at]);
            let before = at.checked_sub(1).map_or(0, label);
            let next = if at < count { label(at) } else { 0 };
            scratch.pair(&steps, at, |before, next, chance| {
                wrong_steps[before][next] += chance as f32 * example.weight;
            });
            wrong_steps[before][next] -= example.weight;
        }
        for (before, gradient) in wrong_steps.iter().enumerate() {
            self.add(before, gradient);
        }
    }
}

impl Scratch {
    /// Forward and backward sums, each scaled to one at every token.
    fn chances(&mut self, steps: &[[f64; LABELS]; LABELS]) {
        let count = self.scores.len();
        self.forward.clear();
        self.backward.clear();
        self.backward.resize(count, [0.0; LABELS]);
        let mut last = [0.0; LABELS];
        last[0] = 1.0;
        for scores in &self.scores {
            let mut next = [0.0; LABELS];
            for (before, sum) in last.iter().enumerate() {
                for label in 0..LABELS {
                    next[label] += sum * steps[before][label];
                }
            }
            for label in 0..LABELS {
                next[label] *= scores[label];
            }
            last = scaled(next);
            self.forward.push(last);
        }
        let mut after = [0.0; LABELS];
        for (label, sum) in after.iter_mut().enumerate() {
            *sum = steps[label][0];
        }
        for at in (0..count).rev() {
            self.backward[at] = scaled(after);
            let mut before = [0.0; LABELS];
            for (label, sum) in before.iter_mut().enumerate() {
                for (next, step) in steps[label].iter().enumerate() {
                    *sum += step * self.scores[at][next] * self.backward[at][next];
                }
            }
            after = before;
        }
    }

    /// The chance of each label of a token.
    fn at(&self, at: usize) -> [f64; LABELS] {
        let mut out = [0.0; LABELS];
        for (label, chance) in out.iter_mut().enumerate() {
            *chance = self.forward[at][label] * self.backward[at][label];
        }
        scaled(out)
    }

    /// The chance of each pair of labels at a token and the one before.
    fn pair(
        &self,
        steps: &[[f64; LABELS]; LABELS],
        at: usize,
        mut each: impl FnMut(usize, usize, f64),
    ) {
        let count = self.scores.len();
        let mut outside = [0.0; LABELS];
        outside[0] = 1.0;
        let before = if at == 0 { outside } else { self.forward[at - 1] };
        let mut next = outside;
        if at < count {
            for (label, chance) in next.iter_mut().enumerate() {
                *chance = self.scores[at][label] * self.backward[at][label];
            }
        }
        let mut chances = [[0.0; LABELS]; LABELS];
        let mut sum = 0.0;
        for (one, step) in steps.iter().enumerate() {
            for other in 0..LABELS {
                chances[one][other] = before[one] * step[other] * next[other];
                sum += chances[one][other];
            }
        }
        if sum > 0.0 {
            for (one, row) in chances.iter().enumerate() {
                for (other, chance) in row.iter().enumerate() {
                    if *chance > 0.0 {
                        each(one, other, chance / sum);
                    }
                }
            }
        }
    }
}

fn scaled(mut chances: [f64; LABELS]) -> [f64; LABELS] {
    let sum: f64 = chances.iter().sum();
    if sum > 0.0 {
        chances.iter_mut().for_each(|chance| *chance /= sum);
    }
    chances
}

/// In whole numbers, without what rounds to nought and what only one kind of sets knows.
fn encode(features: &[u64], rows: &[u32], model: &Model) -> Vec<u8> {
    let unit = UNIT as f32;
    let mut steps = [[0_i16; LABELS]; LABELS];
    for (before, step) in steps.iter_mut().enumerate() {
        for (weight, float) in step.iter_mut().zip(model.rows[before].weights) {
            *weight = (float * unit).round().clamp(-3000.0, 3000.0) as i16;
        }
    }
    let mut out = BTreeMap::new();
    for (&feature, &row) in features.iter().zip(rows) {
        if let Some(row) = model.rows.get(row as usize).filter(|_| feature >> FEATURE_BITS == 0) {
            let row = row.weights.map(|weight| (weight * unit).round().clamp(-127.0, 127.0) as i8);
            if row.iter().any(|weight| *weight != 0) {
                out.insert(feature as u32, row);
            }
        }
    }
    Weights::encode(&steps, &out)
}

#[cfg(test)]
mod tests {
    use dateline_lang::en::names::ENGLISH;
    use dateline_lang::reasons::names as reasons;
    use dateline_model::EntityKind;
    use dateline_names::{Corrections, Options, Weights, find};
    use dateline_workers::Workers;

    use super::*;
    use crate::examples;
    use crate::sets::{Habit, Name, Set, Text};

    /// One invented set: ships of a harbour, marked as organisations.
    fn sets() -> Vec<Set> {
        let ships = ["Zorvane", "Miluet", "Ostrana", "Pelluin", "Gravonne", "Tessiol"];
        let text = |ship: &&str| {
            let text = format!("The crew of {ship} slept. The mate of {ship} sang.");
            let names = text.match_indices(*ship).map(|(start, ship)| Name {
                start,
                end: start + ship.len(),
                kind: Some(EntityKind::Organisation),
            });
            let names = names.collect();
            Text { id: (*ship).to_owned(), names, text }
        };
        let habit = Habit { kind: 0, weight: 1.0, judged: true, wide: false };
        vec![Set { name: "ships", habit, texts: ships.iter().map(text).collect() }]
    }

    fn learned() -> Vec<u8> {
        let training = examples::training_set(&sets());
        learn(&training.features, &examples::all(&training))
    }

    #[test]
    fn the_same_sets_give_the_same_bytes() {
        assert_eq!(learned(), learned());
    }

    #[test]
    fn what_was_learned_is_found_in_another_text() {
        let weights = Weights::decode(&learned()).expect("weights");
        let body = "The crew of Vindrell slept.";
        let texts = [dateline_names::Text { body, language: Some(&ENGLISH), ..Default::default() }];
        let find = |weights: &Weights| {
            let options = Options { weights: Some(weights), voice: reasons::spelling };
            find(&texts, &Corrections::default(), &options, &Workers::alone()).entities
        };
        let found = find(&weights);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].name, "Vindrell");
        assert_eq!(found[0].kind, EntityKind::Organisation);
        let none = Weights::encode(&[[0; LABELS]; LABELS], &BTreeMap::new());
        assert!(find(&Weights::decode(&none).expect("weights")).is_empty());
    }
}
