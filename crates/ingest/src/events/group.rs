//! Which dated sentences tell of one happening.

use core::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use dateline_lang::reasons::events as reasons;
use dateline_model::{DayRange, Evidence, Granularity};

use super::gather::Candidate;
use dateline_workers::Workers;

/// Two sentences on one day are one happening when they share this many
/// content words …
const SHARED_WORDS: usize = 4;

/// … and at least this part (in tenths) of the shorter one's words, or …
const SHARED_TENTHS: usize = 3;

/// … this part when one article tells both: the same writer who starts a new
/// sentence with a new actor on the same day means a new happening.
const SHARED_TENTHS_SAME_ARTICLE: usize = 5;

/// Of the sentences of one day that have a word, only so many are compared by
/// it; it bounds the work on a corpus that is all about one day.
const COMMON: usize = 400;

/// Groups the candidates; members in the order given, each after the first
/// with the reason why it joined.
pub(super) fn group(
    workers: &Workers,
    candidates: impl Iterator<Item = Candidate>,
) -> Vec<Vec<Candidate>> {
    let mut by_day: BTreeMap<(DayRange, Granularity), Vec<Candidate>> = BTreeMap::new();
    for candidate in candidates {
        by_day.entry((candidate.days, candidate.granularity)).or_default().push(candidate);
    }
    let days: Vec<Vec<Candidate>> = by_day.into_values().collect();
    workers.map(days.into_iter(), group_day).into_iter().flatten().collect()
}

fn group_day(mut same_day: Vec<Candidate>) -> Vec<Vec<Candidate>> {
    let homes = homes(&mut same_day);
    let count = homes.iter().map(|home| home + 1).max().unwrap_or(0);
    let mut groups: Vec<Vec<Candidate>> = vec![Vec::new(); count];
    for (candidate, home) in same_day.into_iter().zip(homes) {
        groups[home].push(candidate);
    }
    groups
}

/// The group of each candidate; notes the reason in those that join one.
fn homes(same_day: &mut [Candidate]) -> Vec<usize> {
    let mut homes: Vec<usize> = Vec::with_capacity(same_day.len());
    let mut groups = 0;
    let mut reasons: Vec<Option<Evidence>> = Vec::with_capacity(same_day.len());
    // Which candidates have a word, and how many words each shares with the one at hand.
    let mut having: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut shared: Vec<usize> = vec![0; same_day.len()];
    for (at, candidate) in same_day.iter().enumerate() {
        let mut touched: Vec<usize> = Vec::new();
        for stem in &candidate.stems {
            for &other in having.get(stem.as_str()).map_or(&[][..], Vec::as_slice) {
                if shared[other] == 0 {
                    touched.push(other);
                }
                shared[other] += 1;
            }
        }
        let best = touched
            .iter()
            .filter(|&&other| same(candidate, &same_day[other], shared[other]))
            .max_by_key(|&&other| (shared[other], Reverse((homes[other], other))));
        reasons.push(best.map(|&other| reason(candidate, &same_day[other])));
        homes.push(best.map_or(groups, |&other| homes[other]));
        groups = groups.max(homes[at] + 1);
        for other in touched {
            shared[other] = 0;
        }
        for stem in &candidate.stems {
            let known = having.entry(stem).or_default();
            if known.len() < COMMON {
                known.push(at);
            }
        }
    }
    for (candidate, reason) in same_day.iter_mut().zip(reasons) {
        candidate.joined = reason;
    }
    homes
}

fn same(one: &Candidate, other: &Candidate, shared: usize) -> bool {
    let shorter = one.stems.len().min(other.stems.len()).max(1);
    let same_article = one.telling.article == other.telling.article;
    let same_actor = one.actor.is_some() && one.actor == other.actor;
    let tenths =
        if same_article && !same_actor { SHARED_TENTHS_SAME_ARTICLE } else { SHARED_TENTHS };
    shared >= SHARED_WORDS && shared * 10 >= shorter * tenths
}

fn reason(one: &Candidate, other: &Candidate) -> Evidence {
    let shared: Vec<&str> = one
        .stems
        .iter()
        .filter(|stem| other.stems.binary_search(stem).is_ok())
        .map(String::as_str)
        .take(8)
        .collect();
    Evidence::new(reasons::SAME_WORDS, shared.join(" "), reasons::same_words(&shared))
}
