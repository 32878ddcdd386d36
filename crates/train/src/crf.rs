//! A linear-chain conditional random field, learned example by example:
//! AdaGrad with dual averaging, which keeps most weights at nought (Duchi and
//! others 2011; Xiao 2010).

use std::collections::{BTreeMap, HashMap};

use dateline_ingest::names::{FEATURE_BITS, LABELS, UNIT, Weights, follows};

use crate::examples::Example;
use crate::exp::exp;
use crate::shuffle;

/// How often all examples are gone through.
const EPOCHS: u64 = 12;
/// The length of a step.
const RATE_D: f32 = 0.2;
/// How strongly weights are pulled to nought, for a whole epoch.
const SPARSE_D: f32 = 0.25;
const SMALL_D: f32 = 0.3;
/// A feature that comes more rarely teaches nothing.
const LEAST: u32 = 2;
/// How much less "no name" is worth than it was learned to be: a missed name costs as much as a
/// wrong one, while a likelihood rates them by their number.
const OUTSIDE_D: f32 = 0.0;

fn t(n: &str, d: f32) -> f32 {
    use std::collections::HashMap as H;
    use std::sync::OnceLock;
    static M: OnceLock<H<String, f32>> = OnceLock::new();
    *M.get_or_init(|| std::env::vars().filter_map(|(k, v)| Some((k, v.parse().ok()?))).collect())
        .get(n)
        .unwrap_or(&d)
}
type Row = [f32; LABELS];

/// Learns weights; the bytes that ingest reads.
pub(crate) fn learn(examples: &[&Example]) -> Vec<u8> {
    let numbers = numbered(examples);
    let mut model = Model::new(numbers.len() + LABELS + 1);
    let mut scratch = Scratch::default();
    let sets: Vec<Vec<Vec<u32>>> = examples
        .iter()
        .map(|example| {
            let known = |list: &Vec<u64>| {
                list.iter().filter_map(|feature| numbers.get(feature).copied()).collect()
            };
            example.features.iter().map(known).collect()
        })
        .collect();
    let per_epoch = examples.len() as f32;
    for epoch in 0..(t("EPOCHS", EPOCHS as f32) as u64) {
        for at in shuffle::order(examples.len(), epoch + 1) {
            model.seen += 1.0 / per_epoch;
            model.step(&sets[at], examples[at], &mut scratch);
        }
    }
    encode(&numbers, &mut model)
}

/// A number for each feature that comes often enough; the first are the steps'.
fn numbered(examples: &[&Example]) -> BTreeMap<u64, u32> {
    let mut counts: HashMap<u64, u32> = HashMap::new();
    for feature in examples.iter().flat_map(|example| example.features.iter().flatten()) {
        *counts.entry(*feature).or_default() += 1;
    }
    let mut often: Vec<u64> = Vec::new();
    for feature in examples.iter().flat_map(|example| example.features.iter().flatten()) {
        if counts.get(feature).is_some_and(|&count| count >= LEAST) {
            counts.remove(feature);
            often.push(*feature);
        }
    }
    often.sort_unstable();
    let first = LABELS as u32 + 1;
    often.into_iter().zip(first..).collect()
}

/// Weights with what their updates need. Row `l` below [`LABELS`] weighs the
/// labels after label `l`; row [`LABELS`] is not used.
struct Model {
    /// The weights as of their last change.
    rows: Vec<Row>,
    /// Sums of gradients, and of their squares.
    sums: Vec<Row>,
    squares: Vec<Row>,
    /// Epochs gone through.
    seen: f32,
    k: (f32, f32, f32),
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
        Self {
            rows: vec![[0.0; LABELS]; rows],
            sums: vec![[0.0; LABELS]; rows],
            squares: vec![[0.0; LABELS]; rows],
            seen: 0.0,
            k: (t("RATE", RATE_D), t("SPARSE", SPARSE_D), t("SMALL", SMALL_D)),
        }
    }

    /// The weight of each label, from all that was learned.
    fn row(&self, row: usize) -> Row {
        let (sums, squares) = (&self.sums[row], &self.squares[row]);
        let (rate, sparse, small) = self.k;
        let (sparse, small) = (sparse * self.seen, small * self.seen);
        let mut out = [0.0; LABELS];
        for label in 0..LABELS {
            let size = (sums[label].abs() - sparse).max(0.0);
            let weight = size / ((1.0 + squares[label].sqrt()) / rate + small);
            out[label] = if sums[label] > 0.0 { -weight } else { weight };
        }
        out
    }

    fn add(&mut self, row: usize, gradient: &Row) {
        let (sums, squares) = (&mut self.sums[row], &mut self.squares[row]);
        for label in 0..LABELS {
            sums[label] += gradient[label];
            squares[label] += gradient[label] * gradient[label];
        }
        self.rows[row] = self.row(row);
    }

    /// Learns from one example.
    fn step(&mut self, features: &[Vec<u32>], example: &Example, scratch: &mut Scratch) {
        let mut steps = [[0.0; LABELS]; LABELS];
        for (before, step) in steps.iter_mut().enumerate() {
            let row = self.row(before);
            for (next, weight) in step.iter_mut().enumerate() {
                *weight = if follows(before, next) { exp(f64::from(row[next])) } else { 0.0 };
            }
        }
        scratch.scores.clear();
        for list in features {
            let mut sums = [0.0_f32; LABELS];
            for &feature in list {
                let row = &self.rows[feature as usize];
                for label in 0..LABELS {
                    sums[label] += row[label];
                }
            }
            let most = sums.iter().copied().fold(f32::MIN, f32::max);
            scratch.scores.push(sums.map(|sum| exp(f64::from(sum - most))));
        }
        scratch.chances(&steps);
        let count = features.len();
        let mut wrong_steps = [[0.0_f32; LABELS]; LABELS];
        for at in 0..count {
            let chance = scratch.at(at);
            let right = usize::from(example.labels[at]);
            let mut gradient: Row = chance.map(|chance| chance as f32 * example.weight);
            gradient[right] -= example.weight;
            for &feature in &features[at] {
                self.add(feature as usize, &gradient);
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
                for next in 0..LABELS {
                    *sum += steps[label][next] * self.scores[at][next] * self.backward[at][next];
                }
            }
            after = before;
        }
    }

    /// The chance of each label of a token.
    fn at(&self, at: usize) -> [f64; LABELS] {
        let mut out = [0.0; LABELS];
        for label in 0..LABELS {
            out[label] = self.forward[at][label] * self.backward[at][label];
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
            for label in 0..LABELS {
                next[label] = self.scores[at][label] * self.backward[at][label];
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
fn encode(numbers: &BTreeMap<u64, u32>, model: &mut Model) -> Vec<u8> {
    let unit = UNIT as f32;
    let mut steps = [[0_i16; LABELS]; LABELS];
    for (before, step) in steps.iter_mut().enumerate() {
        for (weight, float) in step.iter_mut().zip(model.row(before)) {
            *weight = (float * unit).round().clamp(-3000.0, 3000.0) as i16;
        }
    }
    for step in &mut steps {
        step[0] -= (t("OUTSIDE", OUTSIDE_D) * unit) as i16;
    }
    let mut rows = BTreeMap::new();
    for (&feature, &number) in
        numbers.iter().take_while(|(feature, _)| **feature >> FEATURE_BITS == 0)
    {
        let row = model.row(number as usize);
        let row = row.map(|weight| (weight * unit).round().clamp(-127.0, 127.0) as i8);
        if row.iter().any(|weight| *weight != 0) {
            rows.insert(feature as u32, row);
        }
    }
    Weights::encode(&steps, &rows)
}
