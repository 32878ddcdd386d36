//! Which sentences tell of one happening.
//!
//! What dates a happening to the day and what opens an article is joined by likeness, as far as days allow.
//! Then what is dated to a week, a month or a year joins what it means, and an article's later sentences
//! join what the article tells. Only what reports a happening makes an event; the rest adds to one.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use dateline_model::Granularity;
use dateline_workers::Workers;

use super::gather::{Candidate, OPENING, Read};
use super::join::join;
use super::neighbours::meant;
use super::node::{Node, Time};
use super::terms::{Kind, Rarity, Term, Vector};
use crate::recurring::Recurring;

/// The candidates of a corpus, by happening.
pub(super) fn group(workers: &Workers, read: &[Read], weighed: &Weighed) -> Vec<Vec<Candidate>> {
    let units = units(workers, read, weighed);
    let kind = |wanted: Part| -> Vec<usize> {
        (0..units.len()).filter(|at| units[*at].part == wanted).collect()
    };
    let mut groups =
        joined(workers, &units, kind(Part::Fine).into_iter().map(|at| vec![at]).collect());
    add_coarse(workers, &units, kind(Part::Coarse), &mut groups);
    add_tails(workers, &units, kind(Part::Tail), &mut groups);
    part_far(&units, &mut groups);
    groups.retain(|members| members.iter().any(|at| makes_an_event(&units[*at])));
    workers.map(groups.iter(), |members| members_of(&units, members))
}

/// An undated sentence is an event by itself only where the article opens with it, and none that has strayed
/// from its article: what a page teases stands in many, and belongs to none.
fn makes_an_event(unit: &Unit<'_>) -> bool {
    let candidate = unit.candidate;
    !candidate.quiet && !unit.stray && (!candidate.lead || candidate.place == 0)
}

/// A candidate, and what it is compared by.
struct Unit<'r> {
    candidate: &'r Candidate,
    article: usize,
    part: Part,
    /// Whether it has nothing to do with what the article opens with: another story's teaser, a comment.
    stray: bool,
    node: Node,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// Dated to the day, or among an article's first sentences.
    Fine,
    /// Dated to a week, a month or a year.
    Coarse,
    /// An undated sentence further down.
    Tail,
}

/// How much of what an article is about goes into each of its sentences, beside the rarity of its own words
/// (an ordinary sentence comes to about 20).
const LEAN: f32 = 3.0;

/// What an article is about stands in so many of its first sentences, and in its title, which counts for …
const OPENING_OF_CONTEXT: usize = 4;

/// … so many.
const TITLE: f32 = 2.0;

/// A sentence with less in common with its article's opening has strayed from it.
const STRAY: f32 = 0.03;

/// A later sentence tells on where it is so much like all that is told.
const TAIL: f32 = 0.25;

/// What the sentences of a corpus are compared by.
pub(super) struct Weighed {
    rarity: Rarity,
    /// By article: its sentences with candidates, by their places.
    articles: Vec<Vec<Said>>,
}

/// A sentence as it is compared.
struct Said {
    place: u32,
    vector: Vector,
    /// See [`Unit::stray`].
    stray: bool,
}

impl Weighed {
    /// Of these articles; those that `stay` as they were the last time are not weighed again, where all terms are
    /// as rare as then.
    pub(super) fn new(workers: &Workers, read: &[Read], last: Option<Self>, stay: &[bool]) -> Self {
        let written = read.iter().filter(|it| !it.again).flat_map(|it| &it.sentences);
        let rarity = Rarity::new(written.map(|it| &*it.terms));
        let mut last = last.filter(|last| last.rarity == rarity).map(|last| last.articles);
        let known = (0..read.len()).map(|at| {
            let last = last.as_mut().filter(|_| stay[at])?;
            Some(core::mem::take(&mut last[at]))
        });
        let known: Vec<Option<Vec<Said>>> = known.collect();
        let articles = workers.map(read.iter().zip(known), |(read, known)| {
            known.unwrap_or_else(|| said(&rarity, read))
        });
        Self { rarity, articles }
    }
}

fn said(rarity: &Rarity, read: &Read) -> Vec<Said> {
    let context = context(rarity, read);
    let places: BTreeSet<u32> = read.candidates.iter().map(|it| it.sentence).collect();
    let of = |place: u32| {
        let mut vector = rarity.weights(&read.sentences[place as usize].terms);
        let weight = vector.unit();
        let later = place as usize >= read.opening as usize + OPENING_OF_CONTEXT;
        let stray = later && vector.dot(&context) < STRAY;
        // A short sentence says the more by where it stands.
        if weight > 0.0 {
            vector = vector.leaning(&context, LEAN / weight);
        }
        Said { place, vector, stray }
    };
    places.into_iter().map(of).collect()
}

fn units<'r>(workers: &Workers, read: &'r [Read], weighed: &Weighed) -> Vec<Unit<'r>> {
    let repeated = repeated(read);
    let of = |(article, read): (usize, &'r Read)| {
        let mut units = Vec::with_capacity(read.candidates.len());
        let known = &weighed.articles[article];
        for candidate in &read.candidates {
            let sentence = &read.sentences[candidate.sentence as usize];
            if candidate.lead && repeated.has(sentence.letters) {
                continue;
            }
            let Ok(place) = known.binary_search_by_key(&candidate.sentence, |it| it.place) else {
                continue;
            };
            let Said { vector, stray, .. } = &known[place];
            let days = (candidate.days.start.number(), candidate.days.end.number());
            let coarse = !candidate.lead && candidate.granularity < Granularity::Day;
            let time = match candidate.lead {
                true => Time { named: None, told: Some(days), coarse },
                false => Time { named: Some(days), told: None, coarse },
            };
            let part = match candidate.lead {
                _ if coarse => Part::Coarse,
                true if candidate.place >= OPENING => Part::Tail,
                _ => Part::Fine,
            };
            let of = |kind| -> Vec<Term> {
                let terms = sentence.terms.iter().filter(|term| term.1 == kind);
                terms.map(|term| term.0).collect()
            };
            let node = Node {
                vector: vector.clone(),
                size: 1.0,
                time,
                acts: of(Kind::Act),
                names: of(Kind::Name),
                actor: sentence.actor,
                sentence: Some((candidate.telling.article, candidate.sentence)),
            };
            units.push(Unit { candidate, article, part, stray: *stray, node });
        }
        units
    };
    workers.map(read.iter().enumerate(), of).into_iter().flatten().collect()
}

/// Sentences that stand in articles of several days. As undated news they would be new every day.
fn repeated(read: &[Read]) -> Recurring {
    let mut repeated = Recurring::default();
    for article in read.iter().filter(|article| !article.again) {
        for sentence in &article.sentences {
            repeated.see(sentence.letters, article.published);
        }
    }
    repeated
}

/// What an article is about: its title and its first sentences.
fn context(rarity: &Rarity, read: &Read) -> Vector {
    let mut context = Vector::default();
    let own = read.sentences.iter().skip(read.opening as usize);
    for sentence in own.take(OPENING_OF_CONTEXT) {
        context.add(&rarity.vector(&sentence.terms), 1.0);
    }
    context.add(&rarity.vector(&read.title), TITLE);
    context.unit();
    context
}

fn joined(workers: &Workers, units: &[Unit<'_>], groups: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
    let sums = workers.map(groups.iter(), |members| sum(units, members));
    let mut out: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (members, home) in groups.into_iter().zip(join(workers, &sums)) {
        out.entry(home).or_default().extend(members);
    }
    out.into_values().collect()
}

/// "Last week", "in January": joins the day that it means, or makes a group with its like.
fn add_coarse(
    workers: &Workers,
    units: &[Unit<'_>],
    coarse: Vec<usize>,
    groups: &mut Vec<Vec<usize>>,
) {
    let sums = workers.map(groups.iter(), |members| sum(units, members));
    let nodes: Vec<&Node> = coarse.iter().map(|at| &units[*at].node).collect();
    let homes = meant(workers, &sums, &nodes);
    let mut rest = Vec::new();
    for (at, home) in coarse.into_iter().zip(homes) {
        match home {
            Some(home) => groups[home].push(at),
            None => rest.push(vec![at]),
        }
    }
    groups.extend(joined(workers, units, rest));
}

/// An article's later sentences that name no day tell on what it told just before or opened with.
fn add_tails(workers: &Workers, units: &[Unit<'_>], tails: Vec<usize>, groups: &mut [Vec<usize>]) {
    let mut told: BTreeMap<usize, Vec<(u32, usize)>> = BTreeMap::new();
    let sums = workers.map(groups.iter(), |members| middle(units, members));
    for (group, members) in groups.iter().enumerate() {
        for &at in members {
            let place = units[at].candidate.sentence;
            told.entry(units[at].article).or_default().push((place, group));
        }
    }
    told.values_mut().for_each(|told| told.sort_unstable());
    let homes = workers.map(tails.iter(), |&at| {
        let tail = &units[at];
        let told = told.get(&tail.article).map_or(&[][..], Vec::as_slice);
        let here = told.partition_point(|it| it.0 < tail.candidate.sentence);
        let opening = &told[..here.min(LOOKED_BACK)];
        let before = &told[here.saturating_sub(LOOKED_BACK)..here];
        let alike = |group: usize| (group, sums[group].dot(&tail.node.vector));
        let near = opening.iter().chain(before).map(|it| alike(it.1));
        let best = near.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        best.filter(|(_, alike)| *alike >= TAIL).map(|(group, _)| group)
    });
    for (at, home) in tails.into_iter().zip(homes) {
        if let Some(home) = home {
            groups[home].push(at);
        }
    }
}

/// Parts from a group the few who name a day long before the news of all others: at that time nobody told
/// of it, so what the others tell is another thing.
fn part_far(units: &[Unit<'_>], groups: &mut Vec<Vec<usize>>) {
    let fine = |at: &usize| units[*at].part == Part::Fine;
    let is_news = |at: &usize| fine(at) && units[*at].candidate.lead;
    let names = |at: &usize| fine(at) && !units[*at].candidate.lead;
    let mut parted = Vec::new();
    for members in groups.iter_mut() {
        let days = |at: &usize| units[*at].candidate.days;
        let news = members.iter().filter(|at| is_news(at));
        let Some(first) = news.map(|at| days(at).start).min() else { continue };
        let is_far = |at: &usize| names(at) && first - days(at).end > 1;
        let articles = |wanted: &dyn Fn(&usize) -> bool| {
            let wanted = members.iter().filter(|at| wanted(at));
            wanted.map(|at| units[*at].article).collect::<BTreeSet<_>>().len()
        };
        let far = articles(&is_far);
        let others_name_a_day = members.iter().any(|at| names(at) && !is_far(at));
        if far > 0 && (others_name_a_day || FEW * far <= articles(&is_news)) {
            let (gone, kept) = members.iter().partition(|at| is_far(at));
            *members = kept;
            parted.push(gone);
        }
    }
    groups.extend(parted);
}

/// Few are those beside whom so many times as many tell the news.
const FEW: usize = 3;

/// At so many tellings before it, and as many that the article opens with, a sentence looks for what it
/// tells on.
const LOOKED_BACK: usize = 8;

fn sum<'u>(units: &'u [Unit<'_>], members: &[usize]) -> Cow<'u, Node> {
    if let [only] = members {
        return Cow::Borrowed(&units[*only].node);
    }
    let nodes = || members.iter().map(|at| &units[*at].node);
    Cow::Owned(Node {
        vector: Vector::sum(nodes().map(|node| &node.vector)),
        size: members.len() as f32,
        time: nodes().map(|node| node.time).reduce(Time::and).unwrap_or_default(),
        acts: Vec::new(),
        names: Vec::new(),
        actor: None,
        sentence: None,
    })
}

/// What the members say together, of length one.
fn middle(units: &[Unit<'_>], members: &[usize]) -> Vector {
    let mut all = sum(units, members).into_owned().vector;
    all.unit();
    all
}

/// The members with their likeness to all of them together.
fn members_of(units: &[Unit<'_>], members: &[usize]) -> Vec<Candidate> {
    let middle = middle(units, members);
    let member = |&at: &usize| Candidate {
        centrality: units[at].node.vector.dot(&middle),
        ..units[at].candidate.clone()
    };
    members.iter().map(member).collect()
}
