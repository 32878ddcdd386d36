//! What the editor's overlay says of events, in place of what was read.

use std::collections::{BTreeMap, BTreeSet};

use dateline_lang::reasons::editor as reasons;
use dateline_model::{Article, Basis, DayRange, Event, EventIndex, Evidence, Granularity, Warning};

use super::{Read, idle, own, remark};
use crate::overlay::{EventOverlay, Fact};

/// The events as the editor wants them, by first day again.
pub(crate) fn edit(
    read: Read<'_>,
    mut events: Vec<Event>,
    rows: &[EventOverlay],
    warnings: &mut Vec<Warning>,
) -> Vec<Event> {
    if rows.is_empty() {
        return events;
    }
    let mut places: BTreeMap<String, usize> =
        events.iter().enumerate().map(|(at, event)| (event.id.clone(), at)).collect();
    let owned = own::add(read, &mut events, &places, rows, warnings);
    // Of two of one id the one that was found keeps it, and the other is called as it is shown.
    for (id, at) in &owned {
        places.entry((*id).to_owned()).or_insert(*at);
        places.entry(events[*at].id.clone()).or_insert(*at);
    }
    // Where each event is told now: in its own place, in another's, or nowhere.
    let mut told: Vec<Option<usize>> = (0..events.len()).map(Some).collect();
    for (at, event) in events.iter().enumerate() {
        if event.tellings.is_empty() && !owned.iter().any(|row| row.1 == at) {
            // All of it is told apart.
            told[at] = None;
        }
    }
    let mut left = Vec::new();
    for row in rows {
        let own = owned.iter().find(|(id, _)| *id == row.id).map(|row| row.1);
        let found = if row.own.is_some() { own } else { places.get(&row.id).copied() };
        let Some(at) = found else {
            if row.own.is_none() {
                warnings.push(idle("events", &row.id, MISSING));
            }
            continue;
        };
        correct(&mut events[at], row);
        let without = row.remarks.idle(&row.facts());
        warnings.extend(without.iter().map(|what| idle("events", &row.id, what)));
        if row.leave_out {
            left.push((row, at));
        }
        for other in &row.merge {
            let Some(place) = places.get(other).copied() else {
                warnings.push(idle("events", other, MISSING));
                continue;
            };
            let is_elsewhere = |into: usize| into != place && into != at;
            if let Some(into) = told[place].filter(|into| is_elsewhere(*into)) {
                let into = &events[into].id;
                let what = format!(
                    "takes {other:?} for this one, which is told with {into:?}; one of them was expected"
                );
                warnings.push(idle("events", &row.id, &what));
            } else if place != at {
                told[place] = Some(at);
            }
        }
    }
    // What is left out is nowhere, whatever else it is said to be.
    for (row, at) in left {
        if let Some(into) = told[at].filter(|into| *into != at) {
            let into = &events[into].id;
            let what = format!("is left out and told with {into:?}; one of them was expected");
            warnings.push(idle("events", &row.id, &what));
        }
        told[at] = None;
    }
    // An editor may merge into what is merged itself; of a circle the first one tells it.
    let ends: Vec<Option<usize>> = (0..events.len()).map(|at| end(&told, at)).collect();
    for (at, end) in ends.iter().enumerate() {
        if let Some(into) = end.filter(|into| *into != at) {
            let other = events[at].clone();
            join(read.articles, &mut events[into], other);
        }
    }
    kept(events, &ends)
}

const MISSING: &str =
    "names no event of the folder; an id as `dateline inspect` lists them was expected";

/// Where an event is told in the end.
fn end(told: &[Option<usize>], from: usize) -> Option<usize> {
    let (mut at, mut seen) = (from, BTreeSet::new());
    while seen.insert(at) {
        let next = told[at]?;
        if next == at {
            return Some(at);
        }
        at = next;
    }
    let (mut first, mut next) = (at, told[at]?);
    while next != at {
        first = first.min(next);
        next = told[next]?;
    }
    Some(first)
}

fn correct(event: &mut Event, row: &EventOverlay) {
    let mut said = Vec::new();
    // An event of the editor's own was made of these.
    let is_own = row.own.is_some();
    let noted = |fact| remark::own(&row.remarks, fact);
    said.extend([Fact::Own, Fact::From, Fact::Told].map(noted).into_iter().flatten());
    if let Some(label) = &row.label {
        if !is_own {
            let why = reasons::labelled(&event.title);
            said.push(Evidence::new(Evidence::EDITOR, label.as_str(), why));
            event.title.clone_from(label);
        }
        said.extend(noted(Fact::Label));
    }
    if let Some(day) = row.date {
        if !is_own {
            let why = reasons::redated(event.days, event.granularity);
            said.push(Evidence::new(Evidence::EDITOR, day.to_string(), why));
            (event.days, event.granularity) = (DayRange::single(day), Granularity::Day);
            (event.basis, event.bounds, event.clock) = (Basis::Corrected, None, None);
        }
        said.extend(noted(Fact::Date));
    }
    if let Some(status) = row.status {
        if !is_own && status != event.status {
            let why = reasons::restated(event.status);
            said.push(Evidence::new(Evidence::EDITOR, status.name(), why));
            event.status = status;
        }
        said.extend(noted(Fact::Status));
    }
    if let Some(key) = row.key {
        if key != event.key {
            said.push(Evidence::new(Evidence::EDITOR, "", reasons::pinned(key)));
            event.key = key;
        }
        said.extend(noted(Fact::Story));
    }
    if !row.merge.is_empty() {
        said.extend(noted(Fact::Merged));
    }
    if row.checked {
        said.push(Evidence::new(Evidence::CHECKED, "", reasons::CHECKED));
        said.extend(noted(Fact::Checked));
    }
    said.extend(remark::rest(&row.remarks, &row.facts()));
    event.evidence.splice(0..0, said);
}

fn join(articles: &[Article], event: &mut Event, other: Event) {
    event.tellings.extend(other.tellings);
    let published = |article: u32| articles.get(article as usize).and_then(|it| it.published.date);
    event.tellings.sort_by_key(|it| (published(it.article), it.article, it.span.start));
    event.tellings.dedup_by_key(|it| (it.article, it.span));
    for entity in other.entities {
        if !event.entities.contains(&entity) {
            event.entities.push(entity);
        }
    }
    event.weight = event.weight.saturating_add(other.weight);
    event.key |= other.key;
    event.links.extend(other.links);
    event.evidence.insert(0, Evidence::new(Evidence::EDITOR, other.title, reasons::MERGED));
}

/// The events that are told in their own place, in their order, with their links led to where the others are.
fn kept(events: Vec<Event>, ends: &[Option<usize>]) -> Vec<Event> {
    let mut order: Vec<usize> = (0..events.len()).filter(|at| ends[*at] == Some(*at)).collect();
    order.sort_by(|one, other| {
        let key = |at: usize| (events[at].days.start, events[at].granularity, &events[at].id);
        key(*one).cmp(&key(*other))
    });
    let now: BTreeMap<usize, usize> =
        order.iter().enumerate().map(|(new, old)| (*old, new)).collect();
    let led = |event: EventIndex| {
        let end = (*ends.get(event as usize)?)?;
        now.get(&end).map(|at| *at as EventIndex)
    };
    let mut all: Vec<Option<Event>> = events.into_iter().map(Some).collect();
    let taken = order.iter().filter_map(|at| all[*at].take());
    let mut kept: Vec<Event> = taken.collect();
    for (at, event) in kept.iter_mut().enumerate() {
        let links = core::mem::take(&mut event.links).into_iter();
        let links = links.filter_map(|mut link| {
            link.event = led(link.event)?;
            (link.event as usize != at).then_some(link)
        });
        event.links = links.collect();
        event.links.sort();
        event.links.dedup();
    }
    kept
}
