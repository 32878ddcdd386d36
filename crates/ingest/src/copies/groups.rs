//! Which texts are one, once it is known which pairs are.

use std::collections::BTreeMap;

use super::links::Link;
use super::shingles::Shingles;
use crate::union_find::UnionFind;

/// So many texts of a group are asked whether another group may join: enough that one roundup among them
/// does not decide, few enough that the work stays linear.
const ASKED: usize = 8;

/// The groups that `links` make.
///
/// Near texts join without a question: two unlike texts cannot both make up two thirds of a third, so
/// such a chain is one text that changes. Otherwise a roundup that holds two reports would make the two
/// one. So of what remains, the pairs that share most first, two groups join only where in three of four
/// pairs of their texts, one of each, the texts are like each other too. A chain of near texts is asked by
/// its longest, and a large group by the eight that it had first.
pub(super) fn groups(texts: &[Option<Shingles>], links: &[Link], steps: &mut usize) -> UnionFind {
    let mut groups = UnionFind::new(texts.len());
    for link in links.iter().filter(|link| link.overlap.is_near()) {
        groups.join(link.texts.0, link.texts.1);
    }
    let mut asked = longest(texts, links, &mut groups);
    for (one, other) in between(links, &mut groups) {
        let (one, other) = (groups.first(one), groups.first(other));
        if one == other {
            continue;
        }
        let (mine, others) = (&asked[&one], &asked[&other]);
        let (mine, others) = (&mine[..mine.len().min(ASKED)], &others[..others.len().min(ASKED)]);
        *steps += mine.len() * others.len();
        let pairs = mine.iter().flat_map(|one| others.iter().map(move |other| (*one, *other)));
        let agree = pairs.filter(|(one, other)| are_like(texts, *one, *other)).count();
        if agree * 4 >= mine.len() * others.len() * 3 {
            groups.join(one, other);
            let joined = asked.remove(&one.max(other)).unwrap_or_default();
            asked.entry(one.min(other)).or_default().extend(joined);
        }
    }
    groups
}

fn are_like(texts: &[Option<Shingles>], one: u32, other: u32) -> bool {
    let text = |at: u32| texts[at as usize].as_ref();
    text(one).zip(text(other)).is_some_and(|(one, other)| one.is_like(other))
}

/// For each group of near texts, by its first, the longest of them.
fn longest(
    texts: &[Option<Shingles>],
    links: &[Link],
    groups: &mut UnionFind,
) -> BTreeMap<u32, Vec<u32>> {
    let length = |at: u32| texts[at as usize].as_ref().map_or(0, Shingles::len);
    let mut out: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for text in links.iter().flat_map(|link| [link.texts.0, link.texts.1]) {
        let known = out.entry(groups.first(text)).or_insert_with(|| vec![text]);
        let key = |at: u32| (length(at), core::cmp::Reverse(at));
        if key(text) > key(known[0]) {
            known[0] = text;
        }
    }
    out
}

/// The best link between each two groups, best first.
fn between(links: &[Link], groups: &mut UnionFind) -> Vec<(u32, u32)> {
    let mut best: BTreeMap<(u32, u32), usize> = BTreeMap::new();
    for link in links {
        let (one, other) = (groups.first(link.texts.0), groups.first(link.texts.1));
        let share = best.entry((one.min(other), one.max(other))).or_default();
        *share = link.overlap.shared().max(*share);
    }
    let mut all: Vec<((u32, u32), usize)> = best.into_iter().collect();
    all.sort_by_key(|(pair, share)| (core::cmp::Reverse(*share), *pair));
    all.into_iter().map(|(pair, _)| pair).collect()
}
