//! Pairs of texts of which one is a version of the other, without comparing all with all.

use dateline_text::QuickMap;

use super::shingles::{Overlap, Shingles};
use crate::union_find::UnionFind;

/// A pair, the earlier first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link {
    pub(super) texts: (u32, u32),
    pub(super) overlap: Overlap,
}

/// A mark that so many unlike texts have finds no more of them: it is boilerplate or a stock phrase, and
/// without an end a mark that half the corpus has would compare half the corpus with itself. Copies do not
/// use it up, since a copy's marks are its original's.
const HOLDERS: usize = 16;

/// With so many others, those with most common marks, a text is compared. One is enough where it is the
/// same text; a page that is saved again and again has its neighbours in time among them.
const COMPARED: usize = 8;

/// Of the shorter text's marks one in so many must be common before the shingles are counted. Where half
/// of the shingles are, half of the marks are too, by and large.
const COMMON_MARKS: usize = 5;

/// A passage of so many groups of texts, none a version of the others, is background of all of them. At
/// two, five right ones of 57 versions in 1,197 real articles were lost: a third report may quote both.
const BACKGROUND: u8 = 3;

/// All links that stand without background.
pub(super) fn links(texts: &mut [Option<Shingles>], steps: &mut usize) -> Vec<Link> {
    let links = candidates(texts, steps);
    leave_background_out(texts, &links);
    let still = links.into_iter().filter_map(|link| {
        let (one, other) = link.texts;
        let overlap = texts[one as usize].as_ref()?.version(texts[other as usize].as_ref()?)?;
        Some(Link { overlap, ..link })
    });
    still.collect()
}

/// Each text with the earlier ones that it shares marks and, on a closer look, enough shingles with.
/// `steps` grows by every entry that is looked at and every pair that is compared.
fn candidates(texts: &[Option<Shingles>], steps: &mut usize) -> Vec<Link> {
    let mut holders: QuickMap<u64, Vec<u32>> = QuickMap::default();
    let mut out = Vec::new();
    for (at, text) in (0u32..).zip(texts) {
        let Some(text) = text else { continue };
        let mut is_known = false;
        for earlier in most_common(&holders, texts, text, steps) {
            *steps += 1;
            let Some(overlap) = texts[earlier as usize].as_ref().and_then(|it| it.version(text))
            else {
                continue;
            };
            is_known |= overlap.is_same();
            out.push(Link { texts: (earlier, at), overlap });
        }
        if is_known {
            continue;
        }
        for mark in text.marks() {
            let holders = holders.entry(*mark).or_default();
            if holders.len() < HOLDERS {
                holders.push(at);
            }
        }
    }
    out
}

/// The earlier texts with most marks in common, most first, then the earlier.
fn most_common(
    holders: &QuickMap<u64, Vec<u32>>,
    texts: &[Option<Shingles>],
    text: &Shingles,
    steps: &mut usize,
) -> Vec<u32> {
    let known = text.marks().iter().filter_map(|mark| holders.get(mark));
    let mut found: Vec<u32> = known.flatten().copied().collect();
    *steps += found.len();
    found.sort_unstable();
    let marks = |at: u32| texts[at as usize].as_ref().map_or(0, |text| text.marks().len());
    let mut counts: Vec<(usize, u32)> = found
        .chunk_by(|one, next| one == next)
        .map(|same| (same.len(), same[0]))
        .filter(|(count, at)| count * COMMON_MARKS >= marks(*at).min(text.marks().len()))
        .collect();
    counts.sort_unstable_by_key(|(count, at)| (core::cmp::Reverse(*count), *at));
    counts.truncate(COMPARED);
    counts.into_iter().map(|(_, at)| at).collect()
}

/// Finds the passages that unlike texts share, and takes them out of what linked texts are judged by. Two
/// short texts under one long notice are no versions of each other; the third text with the notice shows it.
fn leave_background_out(texts: &mut [Option<Shingles>], links: &[Link]) {
    if links.is_empty() {
        return;
    }
    let mut groups = UnionFind::new(texts.len());
    links.iter().for_each(|link| groups.join(link.texts.0, link.texts.1));
    // The group that had a shingle last, and how many groups have had it.
    let mut had: QuickMap<u64, (u32, u8)> = QuickMap::default();
    let mut linked: Vec<u32> = links.iter().flat_map(|link| [link.texts.0, link.texts.1]).collect();
    linked.sort_unstable();
    linked.dedup();
    for text in linked.iter().filter_map(|at| texts[*at as usize].as_ref()) {
        had.extend(text.all().iter().map(|shingle| (*shingle, (u32::MAX, 0))));
    }
    let mut by_group: Vec<(u32, &Shingles)> = (0u32..)
        .zip(&*texts)
        .filter_map(|(at, text)| Some((groups.first(at), text.as_ref()?)))
        .collect();
    by_group.sort_by_key(|(group, _)| *group);
    for (group, text) in by_group {
        for shingle in text.all() {
            if let Some((last, count)) = had.get_mut(shingle)
                && *last != group
            {
                (*last, *count) = (group, count.saturating_add(1));
            }
        }
    }
    let is_background = |shingle: u64| had.get(&shingle).is_some_and(|row| row.1 >= BACKGROUND);
    for at in linked {
        if let Some(text) = &mut texts[at as usize] {
            text.set_background(is_background);
        }
    }
}
