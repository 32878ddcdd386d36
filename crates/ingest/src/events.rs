//! Sentences that date something become events, and sentences of several
//! articles that date the same happening become one.

mod gather;
mod group;
mod label;
mod status;
mod stems;

use std::collections::{BTreeMap, BTreeSet};

use dateline_model::{
    Article, Basis, DayRange, Entity, EntityIndex, Event, Evidence, Granularity, Span, Telling,
};

use dateline_lang::Language;
use dateline_lang::reasons::events as reasons;

use crate::dates::Edges;
use dateline_text::Ids;
use dateline_workers::Workers;
use gather::{Candidate, gather};
use group::group;
pub(crate) use label::label;

/// The events of a corpus: by first day, then coarser first, then by id.
pub(crate) fn find(
    workers: &Workers,
    articles: &[Article],
    languages: &[&'static Language],
    edges: &[Edges],
    entities: &[Entity],
) -> Vec<Event> {
    let rows = articles.iter().zip(languages).zip(edges).enumerate();
    let candidates = workers.map(rows, |(index, ((article, language), edges))| {
        gather(index as u32, article, language, edges, entities)
    });
    let groups = group(workers, candidates.into_iter().flatten());
    let mut events = workers.map(groups.into_iter(), |members| event(articles, languages, members));
    events.sort_by(|a, b| {
        (a.days.start, a.granularity, &a.id).cmp(&(b.days.start, b.granularity, &b.id))
    });
    let mut ids = Ids::default();
    for event in &mut events {
        event.id = ids.unique(&event.id);
    }
    events
}

fn event(articles: &[Article], languages: &[&'static Language], members: Vec<Candidate>) -> Event {
    let mut members: Vec<&Candidate> = members.iter().collect();
    members.sort_by_key(|member| {
        let published = articles[member.telling.article as usize].published.date;
        (published.is_none(), published, member.telling)
    });
    let first = members[0];
    let title = label(articles, languages, members.iter().map(|member| &member.telling));
    let status = status::of_all(articles, &members);
    let bounds = members.iter().map(|member| member.bounds).reduce(narrower);
    Event {
        id: id(first.days, first.granularity, &title),
        days: first.days,
        granularity: first.granularity,
        basis: basis(&members),
        bounds: bounds.filter(|bounds| *bounds != first.days),
        status,
        title,
        tellings: tellings(&members),
        entities: entities(articles, &members),
        evidence: evidence(articles, &members),
    }
}

/// One source that prints the day is enough to call it stated.
fn basis(members: &[&Candidate]) -> Basis {
    let stated = members.iter().any(|member| member.basis != Basis::Inferred);
    if stated { Basis::Stated } else { Basis::Inferred }
}

fn narrower(one: DayRange, other: DayRange) -> DayRange {
    if other.days() < one.days() { other } else { one }
}

/// A sentence that names the day twice tells once.
fn tellings(members: &[&Candidate]) -> Vec<Telling> {
    let mut known = BTreeSet::new();
    let tellings = members.iter().map(|member| member.telling);
    tellings.filter(|telling| known.insert((telling.article, telling.span))).collect()
}

/// Whom and what the tellings name, most often first.
fn entities(articles: &[Article], members: &[&Candidate]) -> Vec<EntityIndex> {
    let mut counts: BTreeMap<EntityIndex, u32> = BTreeMap::new();
    for telling in tellings(members) {
        for mention in mentions_in(&articles[telling.article as usize], telling.span) {
            *counts.entry(mention).or_default() += 1;
        }
    }
    let mut out: Vec<(EntityIndex, u32)> = counts.into_iter().collect();
    out.sort_by_key(|(entity, count)| (core::cmp::Reverse(*count), *entity));
    out.into_iter().map(|(entity, _)| entity).collect()
}

/// The entities that an article names inside `span`, each as often as it does.
fn mentions_in(article: &Article, span: Span) -> impl Iterator<Item = EntityIndex> {
    let from = article.mentions.partition_point(|mention| mention.span.end <= span.start);
    article.mentions[from..]
        .iter()
        .take_while(move |mention| mention.span.start < span.end)
        .filter(move |mention| span.contains(mention.span))
        .map(|mention| mention.entity)
}

/// Why this date, by article; and why the tellings were taken for one.
fn evidence(articles: &[Article], members: &[&Candidate]) -> Vec<Evidence> {
    let mut known = BTreeSet::new();
    let reasons = members
        .iter()
        .map(|member| dating(&articles[member.telling.article as usize], member))
        .filter(|reason| known.insert(reason.clone()));
    let mut out: Vec<Evidence> = reasons.collect();
    out.extend(members[1..].iter().filter_map(|member| member.joined.clone()).take(8));
    out
}

fn dating(article: &Article, member: &Candidate) -> Evidence {
    let why =
        reasons::dating(article, &member.phrase, member.days, member.granularity, member.anchor);
    Evidence::new(member.rule.clone(), member.phrase.clone(), why)
}

/// The start and the first words of the title: stable while the sources are.
pub(crate) fn id(days: DayRange, granularity: Granularity, title: &str) -> String {
    let date = match granularity {
        Granularity::Year => days.start.year().to_string(),
        Granularity::Month => days.start.to_string()[..7].to_owned(),
        _ => days.start.to_string(),
    };
    let slug = dateline_text::slug(&title.split_whitespace().take(5).collect::<Vec<_>>().join(" "));
    if slug.is_empty() { date } else { format!("{date}-{slug}") }
}

#[cfg(test)]
mod tests;
