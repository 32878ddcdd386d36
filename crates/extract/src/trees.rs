//! Boosted decision trees over small numbers: how they are stored, how they judge, and why.
//!
//! Each tree asks at most [`DEPTH`] questions of the form "is feature `f` at most `t`?" and adds what its
//! leaf is worth to a sum of log odds. Every node also knows what it is worth itself, so that the
//! difference that a question makes can be told (Saabas 2014). All numbers are whole, so that a verdict
//! is the same on every machine.

use core::mem;

/// One, in the units of a score: log odds of 1/256.
pub const UNIT: i32 = 256;

/// Questions that a tree asks at most.
pub const DEPTH: usize = 6;

/// Stands for the feature of a leaf.
const LEAF: u8 = u8::MAX;

/// One question, or one answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    /// Which feature is asked for; [`None`] in a leaf.
    pub feature: Option<u8>,
    /// The left child, which follows at once, has values up to this.
    pub threshold: u8,
    /// The place of the right child in its tree.
    pub right: u8,
    /// What a case that comes here is worth, all trees before aside.
    pub worth: i16,
}

/// Trees that judge one question together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trees {
    base: i16,
    trees: Vec<Vec<Node>>,
    /// The same, for judging.
    walks: Vec<Walk>,
}

impl Trees {
    /// `base` is what a case is worth before any question; a tree is its nodes, parents first.
    pub fn new(base: i16, trees: Vec<Vec<Node>>) -> Self {
        let walks = trees.iter().map(|tree| Walk::new(tree)).collect();
        Self { base, trees, walks }
    }

    /// What speaks for a case, as log odds in [`UNIT`]s. A feature that is not given counts as 0.
    pub fn score(&self, features: &[u8]) -> i32 {
        let leaves = self.walks.iter().map(|walk| i32::from(walk.leaf(features)));
        i32::from(self.base) + leaves.sum::<i32>()
    }

    /// [`Trees::score`] of each case. Each tree judges all of them while it is at hand.
    pub fn scores<'f>(&self, cases: impl Iterator<Item = &'f [u8]>) -> Vec<i32> {
        let cases: Vec<&[u8]> = cases.collect();
        let mut sums = vec![i32::from(self.base); cases.len()];
        for walk in &self.walks {
            for (sum, case) in sums.iter_mut().zip(&cases) {
                *sum += i32::from(walk.leaf(case));
            }
        }
        sums
    }

    /// What each feature of a case adds to its score.
    pub fn reasons(&self, features: &[u8]) -> Vec<i32> {
        let mut out = vec![0; features.len()];
        for tree in &self.trees {
            let mut at = 0;
            while let Some((feature, next)) = step(tree, at, features) {
                if let Some(sum) = out.get_mut(feature) {
                    *sum += i32::from(tree[next].worth) - i32::from(tree[at].worth);
                }
                at = next;
            }
        }
        out
    }

    /// Appends the bytes that [`Trees::decode`] reads:
    ///
    /// ```text
    /// base i16 | number of trees u16 | depth u8 | the trees' nodes, each before its children, left first
    /// a question:             feature u8 | threshold u8 | worth
    /// a leaf above the depth: 255 u8 | worth
    /// a leaf at the depth:    worth
    /// worth: its sign in the last bit, seven bits a byte, the lowest first, 128 added where more follow
    /// ```
    pub fn encode(&self, out: &mut Vec<u8>) {
        let depth = self.walks.iter().map(|walk| walk.depth).max().unwrap_or(0);
        out.extend(self.base.to_le_bytes());
        out.extend((self.trees.len() as u16).to_le_bytes());
        out.push(depth as u8);
        for tree in &self.trees {
            put(tree, 0, depth, out);
        }
    }

    /// Reads trees off the front of `bytes`; `None` where they are none.
    pub fn decode(bytes: &mut &[u8]) -> Option<Self> {
        let base = i16::from_le_bytes(take(bytes)?);
        let count = u16::from_le_bytes(take(bytes)?);
        let [depth] = take(bytes)?;
        let depth = usize::from(depth);
        if depth > DEPTH {
            return None;
        }
        let tree = |_| {
            let mut nodes = Vec::new();
            get(bytes, depth, &mut nodes)?;
            Some(nodes)
        };
        let trees = (0..count).map(tree).collect::<Option<_>>()?;
        Some(Self::new(base, trees))
    }
}

/// Appends a node and what is below it; `depth` levels are left.
fn put(tree: &[Node], at: usize, depth: usize, out: &mut Vec<u8>) {
    let node = tree[at];
    match node.feature {
        Some(feature) => out.extend([feature, node.threshold]),
        None if depth > 0 => out.push(LEAF),
        None => {}
    }
    let worth = i32::from(node.worth);
    let mut rest = (worth << 1 ^ worth >> 31) as u32;
    while rest >= 128 {
        out.push(rest as u8 | 128);
        rest >>= 7;
    }
    out.push(rest as u8);
    if node.feature.is_some() {
        put(tree, at + 1, depth - 1, out);
        put(tree, node.right.into(), depth - 1, out);
    }
}

/// Reads what [`put`] wrote, behind the nodes that are there.
fn get(bytes: &mut &[u8], depth: usize, nodes: &mut Vec<Node>) -> Option<()> {
    let mut question = None;
    if depth > 0 {
        let [feature] = take(bytes)?;
        if feature != LEAF {
            let [threshold] = take(bytes)?;
            question = Some((feature, threshold));
        }
    }
    let (mut rest, mut shift) = (0_u32, 0);
    loop {
        let [byte] = take(bytes)?;
        rest |= u32::from(byte & 127) << shift;
        shift += 7;
        if byte < 128 {
            break;
        }
        if shift > 14 {
            return None;
        }
    }
    let worth = i16::try_from((rest >> 1) as i32 ^ -((rest & 1) as i32)).ok()?;
    let at = nodes.len();
    nodes.push(Node { feature: None, threshold: 0, right: 0, worth });
    if let Some((feature, threshold)) = question {
        get(bytes, depth - 1, nodes)?;
        let right = nodes.len() as u8;
        nodes[at] = Node { feature: Some(feature), threshold, right, worth };
        get(bytes, depth - 1, nodes)?;
    }
    Some(())
}

/// A tree as cases walk it: as many steps for each as the deepest leaf asks for, and no step depends on a
/// guess of the processor, which would be wrong every second time.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Walk {
    depth: usize,
    steps: Vec<Step>,
}

/// A node; a leaf leads to itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(align(8))]
struct Step {
    feature: u8,
    threshold: u8,
    /// Where values up to the threshold go, and where others do.
    next: [u8; 2],
    worth: i16,
}

impl Walk {
    fn new(tree: &[Node]) -> Self {
        let mut depths = vec![0; tree.len()];
        let step = |(at, node): (usize, &Node)| {
            let next = match node.feature {
                None => [at as u8; 2],
                Some(_) => [at as u8 + 1, node.right],
            };
            for child in next.map(usize::from).into_iter().filter(|child| *child != at) {
                depths[child] = depths[child].max(depths[at] + 1);
            }
            let feature = node.feature.unwrap_or(0);
            Step { feature, threshold: node.threshold, next, worth: node.worth }
        };
        let steps = tree.iter().enumerate().map(step).collect();
        Self { depth: depths.into_iter().max().unwrap_or(0), steps }
    }

    /// What the leaf of a case is worth.
    fn leaf(&self, features: &[u8]) -> i16 {
        let mut step = self.steps[0];
        for _ in 0..self.depth {
            let value = features.get(usize::from(step.feature)).copied().unwrap_or(0);
            step = self.steps[usize::from(step.next[usize::from(value > step.threshold)])];
        }
        step.worth
    }
}

/// The place of the highest score; of equals the first.
pub(crate) fn best(scores: &[i32]) -> Option<usize> {
    (0..scores.len()).max_by_key(|&at| (scores[at], usize::MAX - at))
}

/// Places of the answers where there may be several: the likeliest, and others that much speaks for, less of
/// it where they stand `together` with the likeliest. A little may speak against the likeliest where it has
/// what such answers have.
pub(crate) fn several(
    scores: &[i32],
    has: impl Fn(usize) -> bool,
    together: impl Fn(usize, usize) -> bool,
) -> Vec<usize> {
    /// The likeliest has a higher score than this where it has what such answers have, else than 0; another
    /// that stands with it than 0, any other than the last. Of -128, -256, -384; -256, -128, 0, 128 and 0,
    /// 128, 256, 400 these read most authors of the pages that may be looked at. Of 84 pages whose authors
    /// are not printed, 11 are given one, 9 where the bar is always 0, 17 where it is always this.
    const LIKELIEST: i32 = -UNIT;
    const APART: i32 = UNIT / 2;
    let bar = |first: usize| if has(first) { LIKELIEST } else { 0 };
    let Some(first) = best(scores).filter(|&at| scores[at] > bar(at)) else { return Vec::new() };
    let fits =
        |&at: &usize| at == first || scores[at] > if together(first, at) { 0 } else { APART };
    (0..scores.len()).filter(fits).collect()
}

/// What the leaf of a case is worth.
pub fn leaf(tree: &[Node], features: &[u8]) -> i16 {
    let mut at = 0;
    while let Some((_, next)) = step(tree, at, features) {
        at = next;
    }
    tree[at].worth
}

/// What a node asks for, and the child that a case goes to; `None` in a leaf.
fn step(tree: &[Node], at: usize, features: &[u8]) -> Option<(usize, usize)> {
    let node = tree[at];
    let feature = usize::from(node.feature?);
    let value = features.get(feature).copied().unwrap_or(0);
    Some((feature, if value <= node.threshold { at + 1 } else { usize::from(node.right) }))
}

fn take<const N: usize>(bytes: &mut &[u8]) -> Option<[u8; N]> {
    let (head, rest) = mem::take(bytes).split_first_chunk()?;
    *bytes = rest;
    Some(*head)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Trees {
        let leaf = |worth| Node { feature: None, threshold: 0, right: 0, worth };
        let ask = |feature, threshold, right, worth| Node {
            feature: Some(feature),
            threshold,
            right,
            worth,
        };
        Trees::new(
            -10,
            vec![
                vec![ask(0, 5, 2, 0), leaf(-100), ask(1, 7, 4, 40), leaf(20), leaf(60)],
                vec![leaf(3)],
            ],
        )
    }

    #[test]
    fn a_case_goes_down_every_tree() {
        let trees = sample();
        assert_eq!(trees.score(&[5, 9]), -107);
        assert_eq!(trees.score(&[6, 7]), 13);
        assert_eq!(trees.score(&[6, 8]), 53);
        assert_eq!(trees.score(&[]), -107, "what is not given is 0");
    }

    #[test]
    fn many_cases_are_judged_as_each_is() {
        let trees = sample();
        let cases: [&[u8]; 4] = [&[5, 9], &[6, 7], &[6, 8], &[]];
        let each: Vec<i32> = cases.iter().map(|case| trees.score(case)).collect();
        assert_eq!(trees.scores(cases.into_iter()), each);
        let walked = |case: &&[u8]| {
            let leaves = trees.trees.iter().map(|tree| i32::from(leaf(tree, case)));
            leaves.sum::<i32>() - 10
        };
        assert_eq!(
            cases.iter().map(walked).collect::<Vec<i32>>(),
            each,
            "walks and trees come to the same"
        );
    }

    #[test]
    fn of_several_answers_the_likeliest_is_given_and_what_stands_with_it() {
        let check = |scores: &[i32], expected: &[usize]| {
            let pairs = |one: usize, other: usize| one / 2 == other / 2;
            assert_eq!(several(scores, |at| at != 2, pairs), expected, "{scores:?}");
        };
        check(&[300, 10, 10, 200], &[0, 1, 3]);
        check(&[-300, -100], &[1]);
        check(&[-300, -200, -100], &[]);
        check(&[-300, -200, 1], &[2]);
        check(&[-300, -256], &[]);
        check(&[], &[]);
    }

    #[test]
    fn what_the_questions_add_is_the_score() {
        for case in [[5, 9], [6, 7], [6, 8]] {
            let sum: i32 = sample().reasons(&case).iter().sum();
            assert_eq!(sum - 10 + 3, sample().score(&case), "{case:?}");
        }
    }

    #[test]
    fn bytes_come_back_and_broken_ones_are_refused() {
        let mut bytes = Vec::new();
        sample().encode(&mut bytes);
        assert_eq!(Trees::decode(&mut &bytes[..]), Some(sample()));
        for end in 0..bytes.len() {
            assert_eq!(Trees::decode(&mut &bytes[..end]), None, "{end}");
        }
        // Deeper than any tree that is grown.
        bytes[4] = DEPTH as u8 + 1;
        assert_eq!(Trees::decode(&mut &bytes[..]), None);
    }

    #[test]
    fn every_worth_comes_back() {
        for worth in [i16::MIN, -8_193, -65, -64, -1, 0, 63, 64, 8_191, 8_192, i16::MAX] {
            let trees =
                Trees::new(0, vec![vec![Node { feature: None, threshold: 0, right: 0, worth }]]);
            let mut bytes = Vec::new();
            trees.encode(&mut bytes);
            assert_eq!(Trees::decode(&mut &bytes[..]), Some(trees), "{worth}");
        }
    }
}
