//! Events of the editor's own: what no rule found, and tellings of another event that are one of their own.

use std::collections::BTreeMap;

use dateline_lang::reasons::editor as reasons;
use dateline_lang::reasons::events::WEIGHT;
use dateline_model::{
    Basis, DayRange, Event, EventIndex, Evidence, Granularity, Link, Span, Status, Telling, Timex,
    Warning,
};
use dateline_text::Ids;

use super::{Read, idle, short, squeezed};
use crate::events::{self, Teller};
use crate::overlay::{EventOverlay, OwnEvent};

/// Puts the editor's own events behind those that were found, whose places are given. Gives for each row's id
/// the place of its event.
pub(super) fn add<'o>(
    read: Read<'_>,
    events: &mut Vec<Event>,
    places: &BTreeMap<String, usize>,
    rows: &'o [EventOverlay],
    warnings: &mut Vec<Warning>,
) -> Vec<(&'o str, usize)> {
    let found = events.len();
    let mut ids = Ids::default();
    for event in events.iter() {
        ids.unique(&event.id);
    }
    let mut owned = Vec::new();
    for row in rows {
        let Some(own) = &row.own else { continue };
        let from = own.from.as_ref().and_then(|id| source(read, &events[..found], places, id, own));
        let told = tellings(read, from.map(|at| &events[at]), row, own, warnings);
        let before = from.filter(|_| !told.is_empty()).map(|at| events[at].clone());
        if let (Some(id), None) = (&own.from, &before) {
            let what = format!(
                "is told apart from {id:?}, which tells nothing of it; an event of the folder and its sentences were expected"
            );
            warnings.push(idle("events", &row.id, &what));
        }
        let Some(mut event) = made(read, row, before.as_ref(), told) else {
            warnings.push(idle(
                "events",
                &row.id,
                "has no date or no label that it could be told with; both were expected",
            ));
            continue;
        };
        event.id = ids.unique(&row.id);
        let place = events.len();
        if let (Some(from), Some(_)) = (from, &before) {
            part(read, &mut events[from], &event);
        }
        let heaviest = events.iter().map(|event| event.weight).max();
        weigh(read, &mut event);
        if event.tellings.is_empty() {
            // Nobody tells it, so nothing but the editor's word says what it weighs.
            event.weight = heaviest.unwrap_or_default();
        }
        event.key = row.key.unwrap_or(event.key || before.is_none());
        owned.push((row.id.as_str(), place));
        events.push(event);
        if let (Some(from), Some(_)) = (from, &before) {
            lead(events, from, place);
        }
    }
    owned
}

/// The event from which tellings are taken: the one of the id, or where that is no more the one that tells most of
/// them.
fn source(
    read: Read<'_>,
    events: &[Event],
    places: &BTreeMap<String, usize>,
    id: &str,
    own: &OwnEvent,
) -> Option<usize> {
    if let Some(at) = places.get(id) {
        return Some(*at);
    }
    let sentences = || own.told.iter().flat_map(|(id, texts)| texts.iter().map(move |it| (id, it)));
    // Without words any event would fit.
    sentences().next()?;
    let wanted: Vec<(u32, String)> =
        sentences().filter_map(|(id, text)| Some((article(read, id)?, squeezed(text)))).collect();
    let holds = |event: &Event, at: u32, text: &str| {
        event.tellings.iter().any(|it| holds(read, it, at, text))
    };
    events.iter().position(|event| wanted.iter().all(|(at, text)| holds(event, *at, text)))
}

fn article(read: Read<'_>, id: &str) -> Option<u32> {
    read.articles.iter().position(|article| article.id == id).map(|at| at as u32)
}

/// Whether a telling is of an article and its sentence has these words.
fn holds(read: Read<'_>, telling: &Telling, article: u32, text: &str) -> bool {
    telling.article == article
        && squeezed(telling.span.of(&read.articles[article as usize].body)).contains(text)
}

/// Who tells it: of another event's tellings those that are named, else any words of an article.
fn tellings(
    read: Read<'_>,
    from: Option<&Event>,
    row: &EventOverlay,
    own: &OwnEvent,
    warnings: &mut Vec<Warning>,
) -> Vec<Telling> {
    let mut told = Vec::new();
    for (id, texts) in &own.told {
        let Some(at) = article(read, id) else {
            let what = format!(
                "is told by {id:?}, which is no article of the folder; an id as `dateline check` lists them was expected"
            );
            warnings.push(idle("events", &row.id, &what));
            continue;
        };
        let body = &read.articles[at as usize].body;
        if texts.is_empty() {
            match from {
                Some(from) => told.extend(from.tellings.iter().filter(|it| it.article == at)),
                None => told.push(Telling { article: at, span: Span::new(0, 0), timex: None }),
            }
        }
        for text in texts {
            let wanted = squeezed(text);
            let before = told.len();
            match from {
                Some(from) => {
                    let all = from.tellings.iter();
                    told.extend(all.filter(|it| holds(read, it, at, &wanted)));
                }
                None => told.extend(find(body, &wanted).map(|span| telling(read, at, span, row))),
            }
            if told.len() == before {
                let text = short(&wanted);
                let what = format!(
                    "is told by {id:?} with {text:?}, which is not there; words of a sentence were expected"
                );
                warnings.push(idle("events", &row.id, &what));
            }
        }
    }
    let published = |article: u32| read.articles[article as usize].published.date;
    told.sort_by_key(|it| (published(it.article), it.article, it.span.start, it.span.end));
    told.dedup_by_key(|it| (it.article, it.span));
    told
}

/// A sentence, and what in it names the day of the event.
fn telling(read: Read<'_>, article: u32, span: Span, row: &EventOverlay) -> Telling {
    let names = |timex: &Timex| {
        span.contains(timex.span)
            && timex.days.zip(row.date).is_some_and(|(days, day)| days.contains(day))
    };
    let timexes = &read.articles[article as usize].timexes;
    let timex = timexes.iter().position(names).map(|at| at as u32);
    Telling { article, span, timex }
}

/// Where words stand in a text, however they are parted there. `words` have single blanks.
fn find(text: &str, words: &str) -> Option<Span> {
    let mut words = words.split(' ').filter(|word| !word.is_empty());
    let first = words.next()?;
    let rest: Vec<&str> = words.collect();
    text.match_indices(first).find_map(|(start, _)| {
        let mut end = start + first.len();
        for word in &rest {
            let after = text[end..].trim_start();
            let is_parted = after.len() < text.len() - end;
            if !is_parted || !after.starts_with(word) {
                return None;
            }
            end = text.len() - after.len() + word.len();
        }
        Some(Span::new(start, end))
    })
}

/// The event, without its id and its weight. It takes of the other one what the editor does not say.
fn made(
    read: Read<'_>,
    row: &EventOverlay,
    from: Option<&Event>,
    told: Vec<Telling>,
) -> Option<Event> {
    let status = row.status.or(from.map(|from| from.status)).unwrap_or(Status::Happened);
    let title = match &row.label {
        Some(label) => label.clone(),
        None => match label(read, status, &told) {
            none if none.is_empty() => from?.title.clone(),
            label => label,
        },
    };
    let (days, granularity, basis, bounds) = match (row.date, from) {
        (Some(day), _) => (DayRange::single(day), Granularity::Day, Basis::Corrected, None),
        (None, from) => {
            let from = from?;
            (from.days, from.granularity, from.basis, from.bounds)
        }
    };
    let why = match from {
        Some(from) => reasons::split_from(&from.title),
        None => reasons::OWN.into(),
    };
    // Its text is the label where that is the editor's.
    let mut evidence =
        vec![Evidence::new(Evidence::EDITOR, row.label.clone().unwrap_or_default(), why)];
    if let (Some(day), Some(from)) = (row.date, from) {
        let why = reasons::redated(from.days, from.granularity);
        evidence.push(Evidence::new(Evidence::EDITOR, day.to_string(), why));
    }
    let mut event = Event {
        id: String::new(),
        days,
        granularity,
        basis,
        bounds,
        clock: None,
        status,
        title,
        entities: events::named(read.articles, told.iter().copied()),
        tellings: told,
        weight: 0,
        key: false,
        links: Vec::new(),
        evidence,
    };
    // The tellings of another day's event give its hour.
    if row.date.is_none() || from.is_none() {
        event.clock = event.clock_told(read.articles);
    }
    Some(event)
}

fn label(read: Read<'_>, status: Status, told: &[Telling]) -> String {
    let headlines = events::headlines(read.articles);
    let teller = |telling: &Telling| {
        let at = telling.article as usize;
        Teller::alone(&read.articles[at], read.languages[at], *telling, headlines[at])
    };
    let with_words = told.iter().filter(|it| it.span.start < it.span.end);
    events::label(status, &with_words.map(teller).collect::<Vec<_>>())
}

fn weigh(read: Read<'_>, event: &mut Event) {
    event.evidence.retain(|it| it.rule != WEIGHT);
    if event.tellings.is_empty() {
        return;
    }
    let place = |telling: &Telling| {
        let at = telling.article as usize;
        events::place(&read.articles[at], read.languages[at], *telling)
    };
    let places = vec![event.tellings.iter().map(place).collect()];
    events::weigh(read.articles, read.entities, core::slice::from_mut(event), &places);
}

/// Takes what `event` tells now away from where it was told.
fn part(read: Read<'_>, old: &mut Event, event: &Event) {
    old.tellings.retain(|telling| !event.tellings.contains(telling));
    old.entities = events::named(read.articles, old.tellings.iter().copied());
    old.clock = old.clock_told(read.articles);
    let why = reasons::split_off(event.tellings.len(), &event.title);
    old.evidence.insert(0, Evidence::new(Evidence::EDITOR, "", why));
    weigh(read, old);
}

/// Ties by a sentence that was the one event's and is the other's lead to that.
fn lead(events: &mut [Event], from: usize, to: usize) {
    let told = events[to].tellings.clone();
    let is_its = |link: &Link| {
        told.iter().any(|it| (it.article, it.span) == (link.telling.article, link.telling.span))
    };
    let links = core::mem::take(&mut events[from].links);
    let (moved, stay) = links.into_iter().partition(is_its);
    (events[from].links, events[to].links) = (stay, moved);
    let all = events.iter_mut().flat_map(|event| &mut event.links);
    for link in all.filter(|link| link.event as usize == from && is_its(link)) {
        link.event = to as EventIndex;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_however_they_are_parted_and_never_inside_another() {
        let check = |words: &str, expected: Option<&str>| {
            let text = "The talks, the\ntalks  began. Thetalks ended.";
            assert_eq!(find(text, words).map(|span| span.of(text)), expected);
        };
        check("the talks began.", Some("the\ntalks  began."));
        check("talks", Some("talks"));
        check("The talks ended.", None);
        check("", None);
    }
}
