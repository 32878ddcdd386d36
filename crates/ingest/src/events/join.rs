//! Which sentences tell of one happening: those nearest in meaning are joined first, as far as their
//! days allow (agglomerative clustering over the nearest neighbours of each).

use core::cmp::Ordering;
use core::hash::{BuildHasherDefault, Hasher};
use std::borrow::Cow;
use std::collections::{BinaryHeap, HashMap};

use dateline_model::EntityIndex;
use dateline_workers::Workers;

use super::terms::{Term, Vector};

/// By terms or nodes. They are spread well by one multiplication, and looked up a million times.
type Map<T> = HashMap<u32, T, BuildHasherDefault<Spread>>;

#[derive(Clone, Copy, Default)]
struct Spread(u64);

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

/// Sentences that may be one happening with others.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// The sum of its sentences' vectors.
    pub vector: Vector,
    /// How many sentences.
    pub size: f32,
    pub time: Time,
    /// The kinds of acts and the names of a single sentence.
    pub acts: Vec<Term>,
    pub names: Vec<Term>,
    /// Who is named first: who acts, in nearly every sentence of news.
    pub actor: Option<EntityIndex>,
    /// The article and the place in it of a single sentence.
    pub sentence: Option<(u32, u32)>,
}

/// When the sentences of a [`Node`] say it was, as numbers of days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Time {
    /// The days that are named, from first to last.
    pub named: Option<(i32, i32)>,
    /// The days on which undated tellings were published.
    pub told: Option<(i32, i32)>,
    /// Named no finer than a week, a month or a year.
    pub coarse: bool,
}

impl Time {
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            named: hull(self.named, other.named),
            told: hull(self.told, other.told),
            coarse: self.coarse && other.coarse,
        }
    }

    fn first(self) -> i32 {
        [self.named, self.told].into_iter().flatten().map(|it| it.0).min().unwrap_or(0)
    }
}

fn hull(one: Option<(i32, i32)>, other: Option<(i32, i32)>) -> Option<(i32, i32)> {
    match (one, other) {
        (Some(a), Some(b)) => Some((a.0.min(b.0), a.1.max(b.1))),
        (a, b) => a.or(b),
    }
}

/// Days between two stretches of days; none where they meet.
fn gap(one: (i32, i32), other: (i32, i32)) -> i32 {
    (other.0 - one.1).max(one.0 - other.1).max(0)
}

/// How alike two nodes must be to be one happening, by what is known of their days; `None` where they
/// cannot be one.
fn wanted(one: Time, other: Time) -> Option<f32> {
    match ((one.named, one.told), (other.named, other.told)) {
        ((Some(a), _), (Some(b), _)) if one.coarse || other.coarse => (a == b).then_some(0.18),
        ((Some(a), _), (Some(b), _)) => match gap(a, b) {
            0 => Some(0.18),
            // Reports differ by a day: midnight, time zones, slips.
            1 => Some(0.75),
            2 => Some(0.9),
            _ => None,
        },
        ((Some(named), _), (None, Some(told))) | ((None, Some(told)), (Some(named), _)) => {
            if one.coarse || other.coarse {
                return None;
            }
            match (told.0 - named.1, named.0 - told.1) {
                // News tells of its day or of the day before …
                (0..=1, _) | (_, i32::MIN..=0) => Some(0.18),
                (2..=3, _) => Some(0.3),
                (4..=7, _) => Some(0.4),
                (8..=14, _) => Some(0.7),
                // … or of what is to come.
                (_, 1..=7) => Some(0.4),
                _ => None,
            }
        }
        ((None, Some(a)), (None, Some(b))) => match gap(a, b) {
            0..=1 => Some(0.22),
            2..=3 => Some(0.3),
            4..=7 => Some(0.4),
            _ => None,
        },
        _ => None,
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
    (0..nodes.len()).map(|at| groups.home(at)).collect()
}

/// For each node the earlier ones that are most like it, with the product of their vectors.
fn neighbours(workers: &Workers, nodes: &[Cow<'_, Node>]) -> Vec<Vec<(u32, f32)>> {
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

fn lies_in(time: Time, days: (i32, i32)) -> bool {
    match (time.named, time.told) {
        (Some(named), _) => days.0 <= named.0 && named.1 <= days.1,
        (None, Some(told)) => days.0 <= told.0 && told.0 <= days.1 + 1,
        _ => false,
    }
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
        places: core::ops::Range<usize>,
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

/// What speaks against one happening: acts of other kinds, and more so on other days; other names.
fn against(one: &Node, other: &Node) -> f32 {
    // Who names two days in one sentence tells two things.
    if one.sentence.is_some() && one.sentence == other.sentence {
        return f32::INFINITY;
    }
    // The same writer who begins again with somebody else means another thing.
    let actors = one.actor.is_some() && other.actor.is_some() && one.actor != other.actor;
    let both = one.time.named.is_some() && other.time.named.is_some();
    let article = |node: &Node| node.sentence.map(|sentence| sentence.0);
    let again = actors && both && article(one).is_some() && article(one) == article(other);
    let same = match (one.time.named, other.time.named) {
        (Some(a), Some(b)) => a == b,
        (None, None) => one.time.told == other.time.told,
        _ => false,
    };
    let acts = match (differ(&one.acts, &other.acts), same) {
        (false, _) => 0.0,
        (true, true) => 0.05,
        (true, false) => 0.06,
    };
    acts + if again { 0.5 } else { 0.0 } + if differ(&one.names, &other.names) { 0.02 } else { 0.0 }
}

fn differ(one: &[Term], other: &[Term]) -> bool {
    !one.is_empty() && !other.is_empty() && !one.iter().any(|term| other.contains(term))
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
    /// What a group was joined to; itself while it stands.
    homes: Vec<u32>,
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
            homes: (0..nodes.len() as u32).collect(),
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
            let stand = self.homes[a as usize] == a && self.homes[b as usize] == b;
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
        self.homes[j] = kept;
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

    fn home(&self, at: usize) -> u32 {
        let mut home = self.homes[at];
        while self.homes[home as usize] != home {
            home = self.homes[home as usize];
        }
        home
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
