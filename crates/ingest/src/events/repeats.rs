//! Sentences that an earlier article has word for word: a live page keeps yesterday's entries.
//!
//! What they tell was told then, so they are dated as they were dated there.

use dateline_model::Day;
use dateline_text::QuickMap;

use super::gather::{Candidate, Read};

/// A shorter sentence, in bytes, may be written twice.
const LEAST: u32 = 40;

/// Days; what comes again later than this is written anew, or always there.
const KEPT: i32 = 7;

/// Where a sentence first stood.
#[derive(Clone, Copy, Debug)]
struct First {
    published: Day,
    article: usize,
    place: u32,
}

/// Dates what is repeated by what it repeats.
pub(super) fn settle(read: &mut [Read]) {
    let mut firsts: QuickMap<u64, First> = QuickMap::default();
    for (article, one) in read.iter().enumerate() {
        let Some(published) = one.published else { continue };
        for place in places(one) {
            let first = First { published, article, place };
            let known = firsts.entry(one.sentences[place as usize].letters).or_insert(first);
            if published < known.published {
                *known = first;
            }
        }
    }
    let mut changes: Vec<(usize, usize, Candidate)> = Vec::new();
    for (article, one) in read.iter().enumerate() {
        let Some(published) = one.published else { continue };
        for (number, candidate) in one.candidates.iter().enumerate() {
            let first = firsts.get(&one.sentences[candidate.sentence as usize].letters);
            let first = first.filter(|it| (1..=KEPT).contains(&(published - it.published)));
            let told = first.and_then(|it| told(&read[it.article], it.place, candidate));
            if let Some(told) = told.filter(|told| told.days != candidate.days) {
                changes.push((article, number, as_told(candidate, told)));
            }
        }
    }
    for (article, number, candidate) in changes {
        read[article].candidates[number] = candidate;
    }
}

/// The sentences of an article that tell something, and are long enough to be known again.
fn places(read: &Read) -> impl Iterator<Item = u32> + '_ {
    let is_long = |place: &u32| {
        let span = read.sentences[*place as usize].span;
        span.end - span.start >= LEAST
    };
    read.candidates.iter().map(|candidate| candidate.sentence).filter(is_long)
}

/// What an article told by the same words of the same sentence.
fn told<'r>(read: &'r Read, place: u32, candidate: &Candidate) -> Option<&'r Candidate> {
    read.candidates.iter().find(|one| {
        one.sentence == place && one.lead == candidate.lead && one.phrase == candidate.phrase
    })
}

fn as_told(candidate: &Candidate, told: &Candidate) -> Candidate {
    Candidate {
        days: told.days,
        bounds: told.bounds,
        basis: told.basis,
        published: told.published,
        entry: told.entry,
        repeats: Some(told.telling.article),
        ..candidate.clone()
    }
}
