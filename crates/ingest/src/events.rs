//! Sentences that date something become events, and sentences of several
//! articles that date the same happening become one.

mod evidence;
mod gather;
mod group;
mod join;
mod known;
mod label;
mod links;
mod neighbours;
mod node;
mod repeats;
mod reprints;
mod status;
mod terms;
mod vocabulary;
mod weight;

use std::collections::{BTreeMap, BTreeSet};

use dateline_model::{
    Article, Basis, Day, DayRange, Entity, EntityIndex, Event, Granularity, Span, Telling,
};

use dateline_lang::Language;

use crate::copies::runs;
use crate::dates::Edges;
use dateline_text::{Ids, QuickSet};
use dateline_workers::Workers;
use evidence::evidence;
use gather::{Candidate, OPENING, Read, gather};
use group::{Weighed, group};
pub(crate) use known::Known;
use known::Last;
use label::{Label, labels};
pub(crate) use label::{Teller, headlines, label, place};
use reprints::reprints;
use vocabulary::Vocabulary;
pub(crate) use weight::weigh;

/// The events of a corpus: by first day, then coarser first, then by id.
pub(crate) fn find(
    workers: &Workers,
    articles: &[Article],
    languages: &[&'static Language],
    edges: &[Edges],
    entities: &[Entity],
    mut known: Option<&mut Known>,
) -> Vec<Event> {
    let keeps = known.is_some();
    let mut last = known.as_deref_mut().and_then(|known| known.0.take());
    let same = match &last {
        Some(last) => last.same(articles, languages, edges, entities),
        None => vec![false; articles.len()],
    };
    if let Some(known) = &mut known
        && last.as_ref().is_some_and(|it| it.articles.len() == articles.len())
        && !same.contains(&false)
    {
        known.0 = last;
        return known.0.iter().flat_map(|last| last.events.clone()).collect();
    }
    let reprints = reprints(articles);
    // Also in what they are copies of.
    let stays = |last: &Last, at: usize| same[at] && last.reprints[at] == reprints[at];
    let stay: Vec<bool> =
        (0..articles.len()).map(|at| last.as_ref().is_some_and(|last| stays(last, at))).collect();
    let rows = articles.iter().zip(languages).zip(edges).zip(&reprints).enumerate();
    let mut read: Vec<Read> = workers.map_with(
        rows,
        Vocabulary::default,
        |vocabulary, (index, (((article, language), edges), reprint))| match last
            .as_ref()
            .filter(|_| stay[index])
        {
            Some(last) => last.read[index].clone(),
            None => gather(vocabulary, index as u32, article, language, edges, entities, *reprint),
        },
    );
    let gathered = keeps.then(|| read.clone());
    let weighed = last.as_mut().and_then(|last| last.weighed.take());
    let (groups, weighed) = match last.as_ref().filter(|last| last.read == read) {
        Some(last) => (last.groups.clone(), weighed),
        None => {
            repeats::settle(&mut read);
            let weighed = Weighed::new(workers, &read, weighed, &stay);
            (group(workers, &read, &weighed), Some(weighed))
        }
    };
    drop(read);
    let headlines = headlines(articles);
    let places = last.as_ref().map(Last::places).unwrap_or_default();
    let grouped = keeps.then(|| groups.clone());
    let made: Vec<Made> =
        workers.map_with(groups.into_iter(), Vocabulary::default, |vocabulary, members| {
            let last = last.as_ref();
            let known = last.and_then(|it| it.made(&places, &members, &same, &headlines));
            known.unwrap_or_else(|| event(vocabulary, articles, languages, &headlines, members))
        });
    let kept = keeps.then(|| made.clone());
    let events = settled(articles, languages, entities, made);
    if let (Some(known), Some(read), Some(groups), Some(made)) = (known, gathered, grouped, kept) {
        known.0 = Some(Last {
            articles: articles.to_vec(),
            languages: languages.to_vec(),
            edges: edges.to_vec(),
            entities: entities.to_vec(),
            reprints,
            headlines,
            read,
            weighed,
            groups,
            made,
            events: events.clone(),
        });
    }
    events
}

/// The events of what groups of sentences made: named, in their order, weighed and tied.
fn settled(
    articles: &[Article],
    languages: &[&'static Language],
    entities: &[Entity],
    made: Vec<Made>,
) -> Vec<Event> {
    let mut made = told_apart(made);
    made.sort_by(|(a, ..), (b, ..)| {
        (a.days.start, a.granularity, &a.id).cmp(&(b.days.start, b.granularity, &b.id))
    });
    let stand: Vec<bool> = made.iter().map(|it| it.2).collect();
    let (mut events, places): (Vec<Event>, Vec<Vec<u32>>) =
        made.into_iter().map(|(event, places, _)| (event, places)).unzip();
    let mut ids = Ids::default();
    for event in &mut events {
        event.id = ids.unique(&event.id);
    }
    weigh(articles, entities, &mut events, &places);
    // A story is told in sentences that say by themselves what happened; the others stand behind them.
    events.iter_mut().zip(stand).for_each(|(event, stands)| event.key &= stands);
    links::tie(&mut events, |telling| {
        let article = telling.article as usize;
        status::calls_off(languages[article].events, telling.span.of(&articles[article].body))
    });
    events
}

/// The day that most of its tellings name; the day of the first that tells it undated, where none names a
/// day, or only the week.
fn dated(members: &[Candidate]) -> (DayRange, Granularity) {
    let mut counts: BTreeMap<(core::cmp::Reverse<Granularity>, DayRange), usize> = BTreeMap::new();
    for member in members.iter().filter(|member| !member.lead) {
        *counts.entry((core::cmp::Reverse(member.granularity), member.days)).or_default() += 1;
    }
    let finest = counts.keys().next().map(|it| it.0);
    let best = counts
        .iter()
        .filter(|it| Some(it.0.0) == finest)
        .max_by_key(|it| (*it.1, core::cmp::Reverse(it.0.1.start)));
    let leads = || members.iter().filter(|member| member.lead);
    let Some(((granularity, days), _)) = best else {
        let first = leads().map(|member| member.days).min_by_key(|days| days.start);
        return (first.unwrap_or(members[0].days), Granularity::Day);
    };
    // News of the week that others look back to as "last week" dates it better.
    let others: BTreeSet<u32> =
        members.iter().filter(|it| !it.lead).map(|it| it.telling.article).collect();
    let is_news = |it: &&Candidate| !it.quiet && !others.contains(&it.telling.article);
    let within = |day: &DayRange| days.start <= day.start && day.end <= days.end;
    let news = leads().filter(is_news).map(|member| member.days).filter(within);
    match news.min_by_key(|day| day.start) {
        Some(day) if granularity.0 < Granularity::Day => (day, Granularity::Day),
        _ => (*days, granularity.0),
    }
}

/// An event without its name, what it may be called, and the place of each telling's sentence in its
/// article.
#[derive(Clone)]
struct Made {
    event: Event,
    labels: Vec<Label>,
    places: Vec<u32>,
}

/// Names the events. A sentence that names two days tells two events; where both would be called by it, or
/// by nearly the same words, the one that has another label is called by that, and of two which have one,
/// the one that fewer tell.
fn told_apart(mut made: Vec<Made>) -> Vec<(Event, Vec<u32>, bool)> {
    let mut order: Vec<usize> = (0..made.len()).collect();
    let rank = |at: usize| {
        let Made { event, labels, .. } = &made[at];
        let tellers = core::cmp::Reverse(event.tellings.len());
        (labels.len() > 1, tellers, event.days.start, labels.first().map(|label| &label.text))
    };
    order.sort_by(|one, other| rank(*one).cmp(&rank(*other)));
    let mut taken = Taken::default();
    let mut stand = vec![false; made.len()];
    for at in order {
        let Made { event, labels, .. } = &mut made[at];
        let own = labels.iter().find(|label| !taken.has(&label.text)).or(labels.first());
        let own = own.cloned().unwrap_or_default();
        stand[at] = own.stands;
        taken.put(&own.text);
        event.title = own.text;
    }
    let named = |(Made { mut event, places, .. }, stands): (Made, bool)| {
        event.id = id(event.days, event.granularity, &event.title);
        (event, places, stands)
    };
    made.into_iter().zip(stand).map(named).collect()
}

/// What events are called, by runs of words: a sentence stands in many articles with a word more or less.
#[derive(Default)]
struct Taken(QuickSet<u64>);

impl Taken {
    /// Whether most of a label is known.
    fn has(&self, label: &str) -> bool {
        let runs = runs(label, RUN);
        2 * runs.iter().filter(|run| self.0.contains(run)).count() > runs.len()
    }

    fn put(&mut self, label: &str) {
        self.0.extend(runs(label, RUN));
    }
}

/// So many words in a row.
const RUN: usize = 4;

/// An event of its members.
fn event(
    vocabulary: &mut Vocabulary,
    articles: &[Article],
    languages: &[&'static Language],
    headlines: &[bool],
    mut members: Vec<Candidate>,
) -> Made {
    let (days, granularity) = dated(&members);
    members.sort_by_key(|member| {
        (member.published.is_none(), member.published, member.telling, member.days != days)
    });
    // A sentence that names two days of an event tells it once, by the better one.
    members.dedup_by_key(|member| (member.telling.article, member.telling.span));
    vocabulary.begin();
    let status = status::of_all(articles, days, &members);
    let tellers = tellers(articles, languages, headlines, days, &members);
    let labels = labels(vocabulary, status, &tellers);
    let bounds = bounds(&members, days);
    let mut event = Event {
        id: String::new(),
        days,
        granularity,
        basis: basis(&members),
        bounds: bounds.filter(|bounds| *bounds != days),
        clock: None,
        status,
        title: String::new(),
        tellings: members.iter().map(|member| member.telling).collect(),
        entities: named(articles, members.iter().map(|member| member.telling)),
        weight: 0,
        key: false,
        links: Vec::new(),
        evidence: evidence(vocabulary, articles, days, &members),
    };
    event.clock = event.clock_told(articles);
    Made { event, labels, places: members.iter().map(|member| member.place).collect() }
}

/// Who may name the event: who dates it as it is dated, or opens with it; all, where nobody does.
fn tellers<'a>(
    articles: &'a [Article],
    languages: &[&'static Language],
    headlines: &[bool],
    days: DayRange,
    members: &[Candidate],
) -> Vec<Teller<'a>> {
    let teller = |member: &Candidate| {
        let at = member.telling.article as usize;
        // A headline names the news, which is not what the article looks back to.
        let news = member.published.is_some_and(|day| (-7..=2).contains(&(day - days.end)));
        Teller {
            article: &articles[at],
            language: languages[at],
            telling: member.telling,
            centrality: member.centrality,
            place: member.place,
            headline: headlines[at] && news && member.granularity >= Granularity::Week,
        }
    };
    let first = |member: &&Candidate| match member.lead {
        _ if member.quiet => false,
        true => {
            let late = if member.sentence < OPENING { 3 } else { 1 };
            member.published.is_none_or(|day| day - days.end <= late)
        }
        false => member.days == days,
    };
    match members.iter().filter(first).map(teller).collect::<Vec<_>>() {
        none if none.is_empty() => members.iter().map(teller).collect(),
        some => some,
    }
}

/// The days that the evidence allows: what the one that knows best allows, of those that name its days;
/// where nobody names any, the day before the first publication too, since a morning's paper tells of it.
fn bounds(members: &[Candidate], days: DayRange) -> Option<DayRange> {
    let known = members.iter().filter(|member| member.days == days && !member.lead);
    let narrowest = known.map(|member| member.bounds).min_by_key(|bounds| bounds.days());
    narrowest.or_else(|| {
        let first = members.iter().filter(|member| member.lead).map(|member| member.bounds);
        let first = first.min_by_key(|bounds| bounds.start)?;
        Some(DayRange { start: Day::from_number(first.start.number() - 1), end: first.end })
    })
}

/// One source that prints the day is enough to call it stated.
fn basis(members: &[Candidate]) -> Basis {
    let stated = members.iter().any(|member| member.basis != Basis::Inferred);
    if stated { Basis::Stated } else { Basis::Inferred }
}

/// Whom and what the tellings name, most often first.
pub(crate) fn named(
    articles: &[Article],
    tellings: impl Iterator<Item = Telling>,
) -> Vec<EntityIndex> {
    let mut counts: BTreeMap<EntityIndex, u32> = BTreeMap::new();
    for Telling { article, span, .. } in tellings {
        for mention in mentions_in(&articles[article as usize], span) {
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

/// The start and the first words of the title: stable while the sources are.
pub(crate) fn id(days: DayRange, granularity: Granularity, title: &str) -> String {
    let date = days.start.iso(granularity);
    let slug = dateline_text::slug(&title.split_whitespace().take(5).collect::<Vec<_>>().join(" "));
    if slug.is_empty() { date } else { format!("{date}-{slug}") }
}

#[cfg(test)]
mod tests;
