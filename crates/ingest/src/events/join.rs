//! Which sentences tell of one happening: those nearest in meaning are joined first, as far as their
//! days allow (agglomerative clustering over the nearest neighbours of each).

use core::cmp::Ordering;
use std::borrow::Cow;
use std::collections::BinaryHeap;

use dateline_workers::Workers;

use super::neighbours::{Map, neighbours};
use super::node::{Node, Time, wanted};
use crate::union_find::UnionFind;

/// The group of each node; a group is called by one of its nodes.
pub(super) fn join(workers: &Workers, nodes: &[Cow<'_, Node>]) -> Vec<u32> {
    let mut groups = Groups::new(nodes);
    for (at, near) in neighbours(workers, nodes).into_iter().enumerate() {
        for (other, dot) in near {
            groups.rows[at].insert(other, dot);
            groups.rows[other as usize].insert(at as u32, dot);
        }
    }
    (0..nodes.len() as u32).for_each(|at| groups.push_row(at, true));
    groups.run();
    (0..nodes.len() as u32).map(|at| groups.homes.first(at)).collect()
}

/// Nodes on their way to groups. What a group is to another is summed over their nodes, so that no vector
/// is needed any more.
struct Groups {
    /// Products with other groups.
    rows: Vec<Map<f32>>,
    /// The squared length of the sum of all vectors.
    squares: Vec<f32>,
    sizes: Vec<f32>,
    times: Vec<Time>,
    /// What a group was joined to.
    homes: UnionFind,
    heap: BinaryHeap<Edge>,
}

/// Two groups that could be joined, and by how much they are more alike than needed. Lengths grow, so what
/// stands here may be too much when its turn comes; it is never too little.
struct Edge {
    value: f32,
    groups: (u32, u32),
}

/// Between the cosine of two sums (0) and the mean likeness of their sentences (1): large groups that only
/// share their subject are less alike than small ones.
const LINKAGE: f32 = 0.2;

impl Groups {
    fn new(nodes: &[Cow<'_, Node>]) -> Self {
        Self {
            rows: vec![Map::default(); nodes.len()],
            squares: nodes.iter().map(|node| node.vector.norm().powi(2)).collect(),
            sizes: nodes.iter().map(|node| node.size).collect(),
            times: nodes.iter().map(|node| node.time).collect(),
            homes: UnionFind::new(nodes.len()),
            heap: BinaryHeap::new(),
        }
    }

    fn edge(&self, a: u32, b: u32, dot: f32) -> Option<Edge> {
        let (i, j) = (a as usize, b as usize);
        let wanted = wanted(self.times[i], self.times[j])?;
        let lengths = (self.squares[i] * self.squares[j]).sqrt();
        let sizes = self.sizes[i] * self.sizes[j];
        let alike = dot / (libm::powf(lengths, 1.0 - LINKAGE) * libm::powf(sizes, LINKAGE));
        (alike >= wanted).then(|| Edge { value: alike - wanted, groups: (a.min(b), a.max(b)) })
    }

    // The heap orders them.
    #[expect(clippy::disallowed_methods)]
    fn push_row(&mut self, at: u32, once: bool) {
        let row = &self.rows[at as usize];
        let edges = row.iter().filter(|row| !once || *row.0 > at);
        let edges: Vec<Edge> =
            edges.filter_map(|(other, dot)| self.edge(at, *other, *dot)).collect();
        self.heap.extend(edges);
    }

    fn run(&mut self) {
        while let Some(Edge { value, groups: (a, b) }) = self.heap.pop() {
            let stand = self.homes.is_first(a) && self.homes.is_first(b);
            let Some(dot) = self.rows[a as usize].get(&b).copied().filter(|_| stand) else {
                continue;
            };
            match self.edge(a, b, dot) {
                Some(now) if now.value + 1e-6 < value => self.heap.push(now),
                Some(_) => self.join(a, b, dot),
                None => {}
            }
        }
    }

    /// The one with fewer neighbours goes over to the other, so that all joins together stay near linear.
    fn join(&mut self, a: u32, b: u32, dot: f32) {
        let fewer = self.rows[a as usize].len() < self.rows[b as usize].len();
        let (kept, gone) = if fewer { (b, a) } else { (a, b) };
        let (i, j) = (kept as usize, gone as usize);
        self.squares[i] += self.squares[j] + 2.0 * dot;
        self.sizes[i] += self.sizes[j];
        let time = self.times[i].and(self.times[j]);
        let moved = time != self.times[i];
        self.times[i] = time;
        self.homes.put(gone, kept);
        self.rows[i].remove(&gone);
        let mut row: Vec<(u32, f32)> = core::mem::take(&mut self.rows[j]).into_iter().collect();
        row.retain(|(other, _)| *other != kept);
        for (other, dot) in &row {
            let both = self.rows[i].entry(*other).or_default();
            *both += dot;
            let both = *both;
            let theirs = &mut self.rows[*other as usize];
            theirs.remove(&gone);
            theirs.insert(kept, both);
        }
        if moved {
            self.push_row(kept, false);
        } else {
            let edges: Vec<Edge> = row
                .iter()
                .filter_map(|(other, _)| self.edge(kept, *other, self.rows[i][other]))
                .collect();
            self.heap.extend(edges);
        }
    }
}

impl PartialEq for Edge {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Edge {}

impl PartialOrd for Edge {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Edge {
    fn cmp(&self, other: &Self) -> Ordering {
        self.value.total_cmp(&other.value).then_with(|| other.groups.cmp(&self.groups))
    }
}
