//! Gradient boosting of small trees (Friedman 2001) with Newton steps, on one thread and in a fixed order,
//! so that the same cases give the same bytes on every machine.

use dateline_extract::trees::{Node, Trees, UNIT, leaf};

use crate::exp::exp;
use crate::shuffle;

/// Cases to learn from.
#[derive(Default)]
pub(crate) struct Cases {
    /// Features of a case.
    pub(crate) width: usize,
    /// By case, `width` each.
    pub(crate) features: Vec<u8>,
    /// Whether each case is one.
    pub(crate) labels: Vec<bool>,
    /// How much each counts.
    pub(crate) weights: Vec<f64>,
}

/// How trees are grown.
#[derive(Clone, Copy)]
pub(crate) struct Growth {
    pub(crate) trees: usize,
    pub(crate) depth: usize,
    /// The length of a step.
    pub(crate) rate: f64,
    /// The least sum of curvature in a leaf.
    pub(crate) least: f64,
    /// How strongly leaves are pulled to nought.
    pub(crate) pull: f64,
    /// Of a hundred cases, and of a hundred features, how many a tree sees.
    pub(crate) cases: usize,
    pub(crate) features: usize,
}

impl Cases {
    pub(crate) fn push(&mut self, features: &[u8], label: bool, weight: f64) {
        self.width = features.len();
        self.features.extend(features);
        self.labels.push(label);
        self.weights.push(weight);
    }

    pub(crate) fn len(&self) -> usize {
        self.labels.len()
    }
}

/// Gradient and curvature of the loss, summed.
#[derive(Clone, Copy, Default)]
struct Sums {
    gradient: f64,
    curvature: f64,
}

impl Sums {
    fn add(&mut self, other: Sums) {
        self.gradient += other.gradient;
        self.curvature += other.curvature;
    }

    fn less(self, other: Sums) -> Sums {
        Sums {
            gradient: self.gradient - other.gradient,
            curvature: self.curvature - other.curvature,
        }
    }

    fn gain(self, pull: f64) -> f64 {
        self.gradient * self.gradient / (self.curvature + pull)
    }

    fn worth(self, growth: &Growth) -> f64 {
        -self.gradient / (self.curvature + growth.pull) * growth.rate
    }
}

/// Learns trees that tell cases from no cases.
pub(crate) fn learn(cases: &Cases, growth: &Growth) -> Trees {
    if cases.len() == 0 {
        return Trees::default();
    }
    let (mut yes, mut all) = (1.0, 2.0);
    for (label, weight) in cases.labels.iter().zip(&cases.weights) {
        yes += if *label { *weight } else { 0.0 };
        all += weight;
    }
    let base = whole(logarithm(yes / (all - yes)));
    let mut scores = vec![f64::from(base) / f64::from(UNIT); cases.len()];
    let mut sums = vec![Sums::default(); cases.len()];
    let mut trees = Vec::new();
    for round in 0..growth.trees {
        for (case, sum) in sums.iter_mut().enumerate() {
            let chance = 1.0 / (1.0 + exp(-scores[case]));
            let (label, weight) = (f64::from(u8::from(cases.labels[case])), cases.weights[case]);
            *sum = Sums {
                gradient: (chance - label) * weight,
                curvature: (chance * (1.0 - chance)).max(1e-6) * weight,
            };
        }
        let seen = some(cases.len(), growth.cases, 2 * round as u64 + 1);
        let features = some(cases.width, growth.features, 2 * round as u64 + 2);
        let mut grower =
            Grower { cases, growth, sums: &sums, features: &features, nodes: Vec::new() };
        let (total, sheet) = (grower.total(&seen), grower.sheet(&seen));
        grower.grow(seen, sheet, total, 0);
        let tree = grower.nodes;
        for (case, score) in scores.iter_mut().enumerate() {
            let features = &cases.features[case * cases.width..][..cases.width];
            *score += f64::from(leaf(&tree, features)) / f64::from(UNIT);
        }
        trees.push(tree);
    }
    Trees::new(base, trees)
}

struct Grower<'c> {
    cases: &'c Cases,
    growth: &'c Growth,
    sums: &'c [Sums],
    features: &'c [usize],
    nodes: Vec<Node>,
}

/// What cases add up to, by feature and value.
type Sheet = Vec<[Sums; 256]>;

impl Grower<'_> {
    fn total(&self, seen: &[usize]) -> Sums {
        let mut total = Sums::default();
        seen.iter().for_each(|&case| total.add(self.sums[case]));
        total
    }

    fn sheet(&self, seen: &[usize]) -> Sheet {
        let width = self.cases.width;
        let mut sheet = vec![[Sums::default(); 256]; self.features.len()];
        for &case in seen {
            let (row, sum) = (&self.cases.features[case * width..][..width], self.sums[case]);
            for (values, &feature) in sheet.iter_mut().zip(self.features) {
                values[usize::from(row[feature])].add(sum);
            }
        }
        sheet
    }

    fn grow(&mut self, seen: Vec<usize>, sheet: Sheet, total: Sums, depth: usize) {
        let at = self.nodes.len();
        let worth = whole(total.worth(self.growth));
        self.nodes.push(Node { feature: None, threshold: 0, right: 0, worth });
        if depth == self.growth.depth {
            return;
        }
        let Some((feature, threshold, left_sums)) = self.split(&sheet, total) else { return };
        let width = self.cases.width;
        let (left, right): (Vec<usize>, Vec<usize>) = seen
            .into_iter()
            .partition(|&case| self.cases.features[case * width + feature] <= threshold);
        // The smaller side is added up, the other is what remains. Leaves ask nothing.
        let (mut left_sheet, mut right_sheet) = (Sheet::new(), Sheet::new());
        if depth + 1 < self.growth.depth {
            let less = left.len() < right.len();
            let small = self.sheet(if less { &left } else { &right });
            let rest = without(sheet, &small);
            (left_sheet, right_sheet) = if less { (small, rest) } else { (rest, small) };
        }
        self.nodes[at] = Node { feature: Some(feature as u8), threshold, right: 0, worth };
        self.grow(left, left_sheet, left_sums, depth + 1);
        self.nodes[at].right = self.nodes.len() as u8;
        self.grow(right, right_sheet, total.less(left_sums), depth + 1);
    }

    /// The question that tells most.
    fn split(&self, sheet: &Sheet, total: Sums) -> Option<(usize, u8, Sums)> {
        let growth = self.growth;
        let before = total.gain(growth.pull);
        let mut best: Option<(f64, usize, u8, Sums)> = None;
        for (values, &feature) in sheet.iter().zip(self.features) {
            let mut left = Sums::default();
            for (value, sum) in values.iter().enumerate().take(255) {
                // What is left of a subtraction may be a trace of nothing.
                if sum.curvature < 1e-7 {
                    continue;
                }
                left.add(*sum);
                let right = total.less(left);
                if left.curvature < growth.least || right.curvature < growth.least {
                    continue;
                }
                let gain = left.gain(growth.pull) + right.gain(growth.pull) - before;
                if gain > best.map_or(1e-6, |best| best.0) {
                    best = Some((gain, feature, value as u8, left));
                }
            }
        }
        best.map(|(_, feature, threshold, left)| (feature, threshold, left))
    }
}

fn without(mut sheet: Sheet, part: &Sheet) -> Sheet {
    for (values, part) in sheet.iter_mut().zip(part) {
        for (value, part) in values.iter_mut().zip(part) {
            *value = value.less(*part);
        }
    }
    sheet
}

/// Of a hundred numbers below `count` so many, sorted.
fn some(count: usize, of_hundred: usize, seed: u64) -> Vec<usize> {
    let mut out = shuffle::order(count, seed);
    out.truncate((count * of_hundred).div_ceil(100));
    out.sort_unstable();
    out
}

/// In the units of a score.
fn whole(value: f64) -> i16 {
    (value * f64::from(UNIT)).round().clamp(-30_000.0, 30_000.0) as i16
}

/// The natural logarithm by Newton's method: the standard library's is the platform's.
fn logarithm(x: f64) -> f64 {
    let mut y = 0.0;
    for _ in 0..60 {
        let power = exp(y);
        y += 2.0 * (x - power) / (x + power);
    }
    y
}

#[cfg(test)]
mod tests {
    use super::*;

    const GROWTH: Growth =
        Growth { trees: 40, depth: 3, rate: 0.3, least: 1.0, pull: 1.0, cases: 80, features: 100 };

    /// Two features decide together, as an exclusive or; the third says nothing.
    fn sample() -> Cases {
        let mut cases = Cases::default();
        for number in 0..400_u32 {
            let (one, two) = ((number % 20) as u8, (number / 20) as u8);
            let three = (number.wrapping_mul(2_654_435_761) >> 24) as u8;
            cases.push(&[one, two, three], (one < 10) != (two < 10), 1.0);
        }
        cases
    }

    #[test]
    fn what_features_tell_together_is_learned() {
        let cases = sample();
        let trees = learn(&cases, &GROWTH);
        let wrong = (0..cases.len()).filter(|&case| {
            (trees.score(&cases.features[case * 3..][..3]) > 0) != cases.labels[case]
        });
        assert_eq!(wrong.count(), 0);
    }

    #[test]
    fn the_same_cases_give_the_same_bytes() {
        let bytes = || {
            let mut out = Vec::new();
            learn(&sample(), &GROWTH).encode(&mut out);
            out
        };
        assert_eq!(bytes(), bytes());
    }

    #[test]
    fn logarithms_are_right() {
        for x in [1e-4, 0.1, 1.0, 7.0, 1e4] {
            assert!((logarithm(x) - f64::ln(x)).abs() < 1e-9, "{x}");
        }
    }
}
