//! Which dated sentences tell of one happening.

use std::collections::BTreeMap;

use dateline_model::{DayRange, Evidence, Granularity};

use super::gather::Candidate;

/// Two sentences on one day are one happening when they share this many
/// content words …
const SHARED_WORDS: usize = 4;

/// … and at least this part (in tenths) of the shorter one's words, or …
const SHARED_TENTHS: usize = 3;

/// … this part when one article tells both: the same writer who starts a new
/// sentence with a new actor on the same day means a new happening.
const SHARED_TENTHS_SAME_ARTICLE: usize = 5;

/// A word that more sentences of one day have than this joins nothing by
/// itself; it bounds the work on hostile corpora.
const COMMON: usize = 400;

/// Groups the candidates; members in the order given, each after the first
/// with the reason why it joined.
pub(super) fn group(candidates: &[Candidate]) -> Vec<Vec<Candidate>> {
    let mut by_day: BTreeMap<(DayRange, Granularity), Vec<&Candidate>> = BTreeMap::new();
    for candidate in candidates {
        by_day.entry((candidate.days, candidate.granularity)).or_default().push(candidate);
    }
    by_day.into_values().flat_map(|same_day| group_day(&same_day)).collect()
}

fn group_day(same_day: &[&Candidate]) -> Vec<Vec<Candidate>> {
    let mut groups: Vec<Vec<Candidate>> = Vec::new();
    // Which group members have a word: (group, member) by stem.
    let mut having: BTreeMap<&str, Vec<(usize, usize)>> = BTreeMap::new();
    for candidate in same_day {
        let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for stem in &candidate.stems {
            let members = having.get(stem.as_str()).map_or(&[][..], Vec::as_slice);
            if members.len() <= COMMON {
                for member in members {
                    *shared.entry(*member).or_default() += 1;
                }
            }
        }
        let best = shared
            .into_iter()
            .filter(|((group, member), count)| same(candidate, &groups[*group][*member], *count))
            .max_by_key(|(at, count)| (*count, core::cmp::Reverse(*at)));
        let mut member = (*candidate).clone();
        let place = match best {
            Some(((group, other), _)) => {
                member.joined = Some(reason(candidate, &groups[group][other]));
                groups[group].push(member);
                (group, groups[group].len() - 1)
            }
            None => {
                groups.push(vec![member]);
                (groups.len() - 1, 0)
            }
        };
        for stem in &candidate.stems {
            having.entry(stem).or_default().push(place);
        }
    }
    groups
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
    Evidence::new(
        "same-day-same-words",
        shared.join(" "),
        format!(
            "Two sentences name the same day and share {} of the words that matter: {}.",
            shared.len(),
            shared.iter().map(|stem| format!("{stem}…")).collect::<Vec<_>>().join(", ")
        ),
    )
}
