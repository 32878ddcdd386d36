//! Which articles are one text: an agency's report in several outlets, a live page that was saved
//! again and again, an article with a line changed. They are versions, and what they tell is told once.
//!
//! Texts are compared by the runs of words in them (Broder 1997). Each text has a few marks among its
//! runs, and only texts that share marks are compared, so that the work grows with the corpus and not
//! with its square. What three unlike texts share is background and counts for nothing.

mod carriers;
mod groups;
mod links;
mod shingles;
#[cfg(test)]
mod tests;

use dateline_model::ArticleIndex;
use dateline_workers::Workers;

pub(crate) use carriers::{Carriers, carried};
use groups::groups;
use links::links;
use shingles::Shingles;
pub(crate) use shingles::runs;

/// What an article has in common with the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Version {
    /// The first article with this text; `None` for that one, and for those that are on their own.
    pub(crate) of: Option<ArticleIndex>,
    /// How much of the text stands in another version too, in percent of the shorter of the two.
    pub(crate) shared: u8,
}

/// For each body of which earlier one it is a version. The same for any number of threads. `same` has
/// for each body the first one that is known to be the same text to the letter.
pub(crate) fn find(
    workers: &Workers,
    bodies: &[&str],
    same: &[Option<ArticleIndex>],
) -> Vec<Version> {
    counted(workers, bodies, same, &mut 0)
}

/// [`find`], and how many steps it took beside reading the bodies.
fn counted(
    workers: &Workers,
    bodies: &[&str],
    same: &[Option<ArticleIndex>],
    steps: &mut usize,
) -> Vec<Version> {
    // A text that is there already is compared with nothing: it goes where the first one goes.
    let rows = bodies.iter().zip(same);
    let mut texts =
        workers.map(rows, |(body, same)| if same.is_some() { None } else { Shingles::of(body) });
    let links = links(&mut texts, steps);
    let mut groups = groups(&texts, &links, steps);
    let mut shared = vec![0; texts.len()];
    for (at, first) in (0u32..).zip(same).filter_map(|(at, first)| Some((at, (*first)?))) {
        groups.join(first, at);
        shared[at as usize] = 100;
        shared[first as usize] = 100;
    }
    for link in &links {
        let (one, other) = link.texts;
        if groups.first(one) == groups.first(other) {
            for text in [one, other] {
                let most = &mut shared[text as usize];
                *most = link.overlap.percent().max(*most);
            }
        }
    }
    let version = |(text, shared): (u32, u8)| {
        let first = groups.first(text);
        Version { of: (first != text).then_some(first), shared }
    };
    (0u32..).zip(shared).map(version).collect()
}
