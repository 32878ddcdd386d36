//! Which nodes are most like one, found by the rarest terms that they share: no two are compared that share
//! none, and each looks at a bounded number of others.

use core::hash::{BuildHasherDefault, Hasher};
use core::ops::Range;
use std::borrow::Cow;
use std::collections::HashMap;

use dateline_workers::Workers;

use super::node::{Node, Time, against, lies_in, wanted};
use super::terms::Term;

/// By terms or nodes. They are spread well by one multiplication, and looked up a million times.
pub(super) type Map<T> = HashMap<u32, T, BuildHasherDefault<Spread>>;

#[derive(Clone, Copy, Default)]
pub(super) struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u32(u32::from(*byte)));
    }

    fn write_u32(&mut self, value: u32) {
        // Fibonacci hashing: 2^64 divided by the golden ratio.
        self.0 = (self.0 ^ u64::from(value)).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29);
    }
}

/// Days. Further apart no two sentences are compared.
const WINDOW: i32 = 15;

/// A sentence is looked up by so many of its rarest terms; more find the same others again.
const LOOKED_UP: usize = 18;

/// So many others are looked at by each of these terms, the latest ones: a day with thousands of tellings
/// costs each of them no more …
const POSTINGS: usize = 160;

/// … by so many in all, for the heaviest terms first …
const LOOKED_AT: usize = 640;

/// … and so many of those found, the most alike, are kept.
const NEIGHBOURS: usize = 28;

/// Below this two sentences have nothing in common.
const LEAST: f32 = 0.04;

/// For each node the earlier ones that are most like it, with the product of their vectors.
pub(super) fn neighbours(workers: &Workers, nodes: &[Cow<'_, Node>]) -> Vec<Vec<(u32, f32)>> {
    let index = Index::new(workers, nodes);
    let found = index.map(workers, nodes.len(), |place, found| {
        let at = index.order[place];
        let (node, time) = (&nodes[at as usize], index.times[place]);
        let from = index.first_from(time.first() - WINDOW);
        let near = found.look_up(&index, &index.heads[at as usize], from..place);
        let mut near: Vec<(u32, f32)> = near
            .filter(|(other, _)| wanted(time, index.times[*other as usize]).is_some())
            .map(|(other, sum)| (index.order[other as usize], sum))
            .collect();
        most(&mut near, NEIGHBOURS + NEIGHBOURS / 4);
        for (other, dot) in &mut near {
            let far = &nodes[*other as usize];
            *dot = node.vector.dot(&far.vector) - against(node, far);
        }
        near.retain(|(_, dot)| *dot > LEAST);
        most(&mut near, NEIGHBOURS);
        near
    });
    let mut out = vec![Vec::new(); nodes.len()];
    for (at, near) in index.order.iter().zip(found) {
        out[*at as usize] = near;
    }
    out
}

/// For each coarse node the group that it means: the most alike of those that lie in its days.
pub(super) fn meant(
    workers: &Workers,
    groups: &[Cow<'_, Node>],
    coarse: &[&Node],
) -> Vec<Option<usize>> {
    let index = Index::new(workers, groups);
    index.map(workers, coarse.len(), |at, found| {
        let node = coarse[at];
        let days = node.time.named?;
        let places = index.first_from(days.0)..index.first_from(days.1 + 2);
        let near = found.look_up(&index, &node.vector.heaviest(LOOKED_UP), places);
        let inside = near.filter(|(at, _)| lies_in(index.times[*at as usize], days));
        let mut inside: Vec<(u32, f32)> =
            inside.map(|(at, sum)| (index.order[at as usize], sum)).collect();
        most(&mut inside, 16);
        let best = inside.into_iter().map(|(at, _)| {
            let group = &groups[at as usize].vector;
            (at, node.vector.dot(group) / group.norm())
        });
        let best = best.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))?;
        // The longer the stretch, the more happened in it.
        let wanted = match days.1 - days.0 {
            ..8 => 0.25,
            8..32 => 0.3,
            _ => 0.35,
        };
        (best.1 >= wanted * node.vector.norm()).then_some(best.0 as usize)
    })
}

/// Which nodes have a term.
struct Index {
    /// The nodes in the order of their first days; a place is one in this order.
    order: Vec<u32>,
    /// By place.
    times: Vec<Time>,
    /// By node: its heaviest terms, the heaviest first.
    heads: Vec<Vec<(Term, f32)>>,
    /// By term: places, ascending, with the weight there in a vector of length one.
    having: Map<Vec<(u32, f32)>>,
}

impl Index {
    fn new(workers: &Workers, nodes: &[Cow<'_, Node>]) -> Self {
        let mut order: Vec<u32> = (0..nodes.len() as u32).collect();
        order.sort_by_key(|at| nodes[*at as usize].time.first());
        let heads = workers.map(nodes.iter(), |node| node.vector.heaviest(LOOKED_UP));
        let mut having: Map<Vec<(u32, f32)>> = Map::default();
        for (place, at) in order.iter().enumerate() {
            let norm = nodes[*at as usize].vector.norm().max(f32::MIN_POSITIVE);
            for (term, weight) in &heads[*at as usize] {
                having.entry(*term).or_default().push((place as u32, weight / norm));
            }
        }
        let times = order.iter().map(|at| nodes[*at as usize].time).collect();
        Self { order, times, heads, having }
    }

    /// The first place of a node that begins on `day` or after it.
    fn first_from(&self, day: i32) -> usize {
        self.times.partition_point(|time| time.first() < day)
    }

    /// What `work` gives for each number below `count`, with a table that it may use.
    fn map<R: Send>(
        &self,
        workers: &Workers,
        count: usize,
        work: impl Fn(usize, &mut Found) -> R + Sync,
    ) -> Vec<R> {
        let starts: Vec<usize> = (0..count).step_by(CHUNK).collect();
        let parts = workers.map(starts.iter(), |&start| {
            let mut found = Found { sums: vec![0.0; self.order.len()], touched: Vec::new() };
            let each = start..count.min(start + CHUNK);
            each.map(|number| work(number, &mut found)).collect::<Vec<_>>()
        });
        parts.into_iter().flatten().collect()
    }
}

/// So many nodes share a table.
const CHUNK: usize = 512;

/// A table of what was found, by place: zeros but for what is touched.
struct Found {
    sums: Vec<f32>,
    touched: Vec<u32>,
}

impl Found {
    /// The places among `places` that have some of `terms`, with the sum of the products of their weights.
    fn look_up<'f>(
        &'f mut self,
        index: &Index,
        terms: &[(Term, f32)],
        places: Range<usize>,
    ) -> impl Iterator<Item = (u32, f32)> + use<'f> {
        let (from, to) = (places.start as u32, places.end as u32);
        let mut left = LOOKED_AT;
        for (term, weight) in terms {
            let known = index.having.get(term).map_or(&[][..], Vec::as_slice);
            let known = &known[..known.partition_point(|it| it.0 < to)];
            for (place, theirs) in known.iter().rev().take(POSTINGS.min(left)) {
                if *place < from {
                    break;
                }
                left -= 1;
                let sum = &mut self.sums[*place as usize];
                if *sum == 0.0 {
                    self.touched.push(*place);
                }
                *sum += weight * theirs;
            }
        }
        let sums = &mut self.sums;
        self.touched.drain(..).map(|place| (place, core::mem::take(&mut sums[place as usize])))
    }
}

fn most(near: &mut Vec<(u32, f32)>, count: usize) {
    if near.len() > count {
        near.select_nth_unstable_by(count, |a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        near.truncate(count);
    }
    near.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
}
