//! How much a corpus makes of an event, and which events are its story.

use std::collections::BTreeSet;

use dateline_lang::reasons::events as reasons;
use dateline_model::{Article, Day, Entity, Event, Evidence, Granularity};

/// What an event's weight is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Told {
    /// Articles that tell it; versions of one text count once.
    articles: usize,
    /// Outlets that are named.
    outlets: usize,
    /// Of the articles those that open with it.
    leads: usize,
    /// Days from the first publication that tells it to the last.
    days: i32,
}

/// Weighs all events and says which are the story's. `places` has the place of each telling in its
/// article, in the order of the tellings.
pub(crate) fn weigh(
    articles: &[Article],
    entities: &[Entity],
    events: &mut [Event],
    places: &[Vec<u32>],
) {
    let prominence = prominence(articles, entities);
    let period = period(articles);
    for (event, places) in events.iter_mut().zip(places) {
        let told = told(articles, event, places);
        let named = event.entities.iter().take(5).map(|entity| prominence[*entity as usize]);
        let named = named.fold(0.0, f32::max);
        event.weight = weight(&told, named, event.granularity);
        event.key = belongs(&told, event, period, articles.len());
        event.evidence.push(Evidence::new(
            reasons::WEIGHT,
            String::new(),
            reasons::weight(told.articles, told.outlets, told.leads, told.days),
        ));
    }
}

fn told(articles: &[Article], event: &Event, places: &[u32]) -> Told {
    let mut texts: BTreeSet<u32> = BTreeSet::new();
    let mut leads: BTreeSet<u32> = BTreeSet::new();
    let mut outlets: BTreeSet<&str> = BTreeSet::new();
    let mut days: BTreeSet<Day> = BTreeSet::new();
    for (telling, place) in event.tellings.iter().zip(places) {
        let article = &articles[telling.article as usize];
        let text = article.first_version(telling.article);
        texts.insert(text);
        if *place < LEADING {
            leads.insert(text);
        }
        outlets.extend(article.outlet.as_deref());
        days.extend(article.published.date);
    }
    Told {
        articles: texts.len(),
        outlets: outlets.len(),
        leads: leads.len(),
        days: days.first().zip(days.last()).map_or(0, |(first, last)| *last - *first),
    }
}

/// An article's first sentences are what it is about.
const LEADING: u32 = 2;

/// In hundredths. Logarithms, since the tenth teller says less than the second.
fn weight(told: &Told, named: f32, granularity: Granularity) -> u32 {
    let ln = |count: usize| libm::log1pf(count as f32);
    let days = if told.articles > 1 { told.days.clamp(0, 365) as usize } else { 0 };
    let sum = 1.0 * ln(told.articles)
        + 0.4 * ln(told.outlets)
        + 0.8 * ln(told.leads)
        + 0.1 * ln(days)
        + 0.5 * named;
    // A year or a month is where the story stands, not what happens in it.
    let fine = if granularity < Granularity::Week { 0.5 } else { 1.0 };
    (100.0 * sum * fine).round() as u32
}

/// For each name, in which part of the articles it stands.
fn prominence(articles: &[Article], entities: &[Entity]) -> Vec<f32> {
    let all = articles.len().max(1) as f32;
    entities.iter().map(|entity| entity.articles.len() as f32 / all).collect()
}

/// The days that the corpus covers: from its first publication to its last.
fn period(articles: &[Article]) -> Option<(Day, Day)> {
    let days = articles.iter().filter_map(|article| article.published.date);
    days.clone().min().zip(days.max())
}

/// The story is what independent articles tell, or one opens with, in the days that the corpus covers and
/// shortly around.
fn belongs(told: &Told, event: &Event, period: Option<(Day, Day)>, articles: usize) -> bool {
    let near = period.is_none_or(|(first, last)| {
        event.days.end - first >= -AROUND && event.days.start - last <= AROUND
    });
    let wanted = if articles < 30 { 1 } else { 2 };
    near && event.granularity >= Granularity::Day
        && (told.articles >= 2 && told.leads >= 1 || told.leads >= wanted || told.articles >= 3)
}

/// Days.
const AROUND: i32 = 60;
