//! The reasons of an event: why it has this date, and why its tellings were taken for one.

use std::collections::BTreeSet;

use dateline_lang::reasons::events as reasons;
use dateline_model::{Article, DayRange, Evidence};

use super::gather::Candidate;
use super::vocabulary::{Vocabulary, meanings};

/// By article why this date, and why the tellings were taken for one.
pub(super) fn evidence(
    vocabulary: &mut Vocabulary,
    articles: &[Article],
    days: DayRange,
    members: &[Candidate],
) -> Vec<Evidence> {
    let mut known = BTreeSet::new();
    let reasons = members
        .iter()
        .map(|member| dating(articles, days, member))
        .filter(|reason| known.insert(reason.clone()));
    let mut out: Vec<Evidence> = reasons.take(MOST_REASONS).collect();
    out.extend(joined(vocabulary, articles, members));
    out
}

/// More reasons of one kind nobody reads.
const MOST_REASONS: usize = 24;

/// Why the first tellings of some articles were taken for what the most central one tells.
fn joined(
    vocabulary: &mut Vocabulary,
    articles: &[Article],
    members: &[Candidate],
) -> Vec<Evidence> {
    let Some(central) = members.iter().max_by(|a, b| a.centrality.total_cmp(&b.centrality)) else {
        return Vec::new();
    };
    let sentence = |member: &Candidate| {
        member.telling.span.of(&articles[member.telling.article as usize].body)
    };
    let known = meanings(vocabulary, central.language.events, sentence(central));
    let mut seen = BTreeSet::from([central.telling.article]);
    members
        .iter()
        .filter(|member| seen.insert(member.telling.article))
        .take(MOST_JOINED)
        .map(|member| {
            let text = sentence(member);
            let mut shared: Vec<&str> = meanings(vocabulary, member.language.events, text)
                .into_iter()
                .filter(|(number, _)| known.iter().any(|known| known.0 == *number))
                .map(|(_, span)| span.of(text))
                .collect();
            shared.dedup();
            shared.truncate(8);
            let days = match (central.lead || member.lead, central.days == member.days) {
                (true, _) => reasons::Days::Undated,
                (false, true) => reasons::Days::Same,
                _ if central.granularity == member.granularity => reasons::Days::Close,
                _ => reasons::Days::Within,
            };
            let why = reasons::same_words(days, &shared);
            Evidence::new(reasons::SAME_WORDS, shared.join(" "), why)
        })
        .collect()
}

/// So many show how it was done.
const MOST_JOINED: usize = 8;

fn dating(articles: &[Article], days: DayRange, member: &Candidate) -> Evidence {
    let article = &articles[member.telling.article as usize];
    if let Some(first) = member.repeats {
        let why = reasons::repeated(article, &articles[first as usize]);
        return Evidence::new(reasons::REPEATED, String::new(), why);
    }
    if let (true, Some(entry)) = (member.lead, member.entry) {
        return Evidence::new(reasons::ENTRY, String::new(), reasons::entry(article, entry));
    }
    if member.lead {
        return Evidence::new(reasons::LEAD, String::new(), reasons::lead(article, days));
    }
    let why =
        reasons::dating(article, &member.phrase, member.days, member.granularity, member.anchor);
    Evidence::new(member.rule.clone(), member.phrase.clone(), why)
}
