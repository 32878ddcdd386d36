//! Compares the events of a corpus with what an editor read in it.

use std::collections::{BTreeMap, BTreeSet};

use dateline_model::{DayRange, Event, Span};

use crate::gold::{Corpus, Happening, Mark, Stretch};
use crate::totals::{Half, Totals, half};

/// One corpus's result.
#[derive(Default)]
pub struct Scored {
    pub totals: BTreeMap<Half, Totals>,
    /// A line for each happening.
    pub rows: Vec<(Half, String)>,
    /// In words.
    pub failures: Vec<(Half, String)>,
}

/// A stretch, where it stands, and which events tell it.
struct Read<'a> {
    stretch: &'a Stretch,
    place: String,
    article: usize,
    events: BTreeSet<usize>,
}

/// Scores the events that were found in `gold`'s articles.
pub fn score(gold: &Corpus, found: &dateline_model::Corpus) -> Scored {
    let reads = reads(gold, found);
    let mut scored = Scored::default();
    let happenings = 0..gold.happenings.len();
    let homes: BTreeSet<usize> = happenings
        .filter_map(|happening| of_happening(&mut scored, gold, &found.events, &reads, happening))
        .collect();
    for (number, event) in found.events.iter().enumerate() {
        let held: Vec<&Read<'_>> =
            reads.iter().filter(|read| read.events.contains(&number)).collect();
        if !homes.contains(&number) {
            surplus(&mut scored, gold, event, &held);
        }
        merged(&mut scored, gold, event, held);
    }
    for read in reads.iter().filter(|read| read.stretch.mark == Mark::Nothing) {
        let half = half(&read.stretch.text);
        let totals = scored.totals.entry(half).or_default();
        totals.nothing += 1;
        if let Some(first) = read.events.first() {
            totals.told_nothing += 1;
            let event = named(&found.events[*first]);
            scored
                .failures
                .push((half, format!("tells nothing, but is in {event}: {}", said(read))));
        }
    }
    scored
}

/// The stretches with the events that tell them.
fn reads<'a>(gold: &'a Corpus, found: &dateline_model::Corpus) -> Vec<Read<'a>> {
    let mut out = Vec::new();
    for Place { article, at, span, stretch } in places(gold, found) {
        let tells = |event: &Event| {
            let mut here = event.tellings.iter().filter(|told| told.article as usize == at);
            here.any(|told| covers(told.span, span, &stretch.mark))
        };
        let events = (0..found.events.len()).filter(|&event| tells(&found.events[event])).collect();
        let place = format!("{} of {}", gold.articles[article].outlet, gold.articles[article].date);
        out.push(Read { stretch, place, article, events });
    }
    out
}

/// Where a stretch stands: its article by position in the gold and in what was read, and its place
/// in the body that was read.
pub struct Place<'a> {
    article: usize,
    pub at: usize,
    pub span: Span,
    pub stretch: &'a Stretch,
}

/// Finds each stretch in the body as it was read.
pub fn places<'a>(gold: &'a Corpus, found: &dateline_model::Corpus) -> Vec<Place<'a>> {
    let mut out = Vec::new();
    for (number, article) in gold.articles.iter().enumerate() {
        let file = crate::file(number);
        let at = found.articles.iter().position(|known| known.file == file);
        let at = at.unwrap_or_else(|| panic!("{}: {:?} was not read", gold.name, article.title));
        let body = &found.articles[at].body;
        let mut cursor = 0;
        for stretch in &article.stretches {
            let start = body[cursor..].find(&stretch.text);
            let start = start.unwrap_or_else(|| panic!("not in the body: {:?}", stretch.text));
            let span = Span::new(cursor + start, cursor + start + stretch.text.len());
            cursor = span.range().end;
            out.push(Place { article: number, at, span, stretch });
        }
    }
    out
}

/// A stretch is told by what shares half of either; but one that tells nothing only by what is
/// mostly in it, since a sentence may begin before.
fn covers(told: Span, stretch: Span, mark: &Mark) -> bool {
    let (told, stretch) = (told.range(), stretch.range());
    let shared = told.end.min(stretch.end).saturating_sub(told.start.max(stretch.start));
    let whole = if *mark == Mark::Nothing { told.len() } else { told.len().min(stretch.len()) };
    shared > 0 && 2 * shared >= whole
}

fn of_happening(
    scored: &mut Scored,
    gold: &Corpus,
    events: &[Event],
    reads: &[Read<'_>],
    number: usize,
) -> Option<usize> {
    let happening = &gold.happenings[number];
    let name = format!("{}/{}", gold.name, happening.name);
    let half = half(&name);
    let must = |read: &&Read<'_>| read.stretch.tells(number) && !read.stretch.detail;
    let all: Vec<&Read<'_>> = reads.iter().filter(must).collect();
    let told: Vec<&Read<'_>> = all.iter().copied().filter(|read| !read.events.is_empty()).collect();
    let several = articles(&all) > 1;
    let home = home(&told, number, |event| {
        (happening.days.contains(&events[event].days), happening.status == events[event].status)
    });
    let together =
        told.iter().filter(|read| home.is_some_and(|home| read.events.contains(&home))).count();
    let gathered = several && articles(&told) > 1 && together == told.len();
    for read in all.iter().filter(|read| read.events.is_empty()) {
        scored.failures.push((half, format!("{name}: lost {}", said(read))));
    }
    if several && !gathered && told.len() > together {
        scored.failures.push((half, format!("{name}: split: {}", split(events, &told))));
    } else if several && !gathered {
        scored.failures.push((half, format!("{name}: fewer than two articles tell it")));
    }
    let totals = scored.totals.entry(half).or_default();
    totals.happenings += 1;
    totals.several += usize::from(several);
    totals.gathered += usize::from(gathered);
    totals.tellings += all.len();
    totals.lost += all.len() - told.len();
    let verdict = match home {
        Some(home) => dated(scored, half, &name, happening, &events[home]),
        None => "told by no event".into(),
    };
    let mark = if gathered || !several { ' ' } else { '!' };
    let (name, all, told) = (&happening.name, all.len(), told.len());
    let counts = format!("{all:>2} tellings, {told:>2} told, {together:>2} in one event{mark}");
    scored.rows.push((half, format!("{name:<24} {counts} {verdict}")));
    home
}

/// Whether a happening's event has its day and its status.
fn dated(
    scored: &mut Scored,
    half: Half,
    name: &str,
    happening: &Happening,
    event: &Event,
) -> String {
    let (day, status) = (days(event.days), event.status.name());
    let right_day = happening.days.contains(&event.days);
    let right_status = happening.status == event.status;
    if !right_day {
        let wanted: Vec<String> = happening.days.iter().map(|range| days(*range)).collect();
        let line = format!("{name}: is on {day}, not on {}: {}", wanted.join(" or "), named(event));
        scored.failures.push((half, line));
    }
    if !right_status {
        let wanted = happening.status.name();
        scored
            .failures
            .push((half, format!("{name}: is {status}, not {wanted}: {}", named(event))));
    }
    let totals = scored.totals.entry(half).or_default();
    totals.told += 1;
    totals.wrong_day += usize::from(!right_day);
    totals.wrong_status += usize::from(!right_status);
    let wrong = |right| if right { ' ' } else { '!' };
    format!("{day}{} {status}{}", wrong(right_day), wrong(right_status))
}

fn articles(reads: &[&Read<'_>]) -> usize {
    reads.iter().map(|read| read.article).collect::<BTreeSet<_>>().len()
}

/// The event with most of a happening's tellings; of equals the one with more that tell nothing
/// else, then one that `right` prefers, then the first.
fn home(told: &[&Read<'_>], number: usize, right: impl Fn(usize) -> (bool, bool)) -> Option<usize> {
    let mut counts: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for read in told {
        let alone = read.stretch.mark == Mark::Tells(vec![number]);
        for event in &read.events {
            let count = counts.entry(*event).or_default();
            count.0 += 1;
            count.1 += usize::from(alone);
        }
    }
    counts
        .into_iter()
        .max_by_key(|(event, count)| (*count, right(*event), core::cmp::Reverse(*event)))
        .map(|row| row.0)
}

/// Counts an event that is no happening's own, where all that it holds tells happenings.
fn surplus(scored: &mut Scored, gold: &Corpus, event: &Event, held: &[&Read<'_>]) {
    let mut happenings = held.iter().map(|read| match &read.stretch.mark {
        Mark::Tells(told) => told.first(),
        _ => None,
    });
    if let Some(Some(first)) = happenings.next()
        && happenings.all(|told| told.is_some())
    {
        let happening = &gold.happenings[*first];
        let name = format!("{}/{}", gold.name, happening.name);
        let half = half(&name);
        scored.totals.entry(half).or_default().surplus += 1;
        if !happening.days.iter().any(|days| days.overlaps(event.days)) {
            let line = format!(
                "{name}: surplus event on another day: {}: {}",
                named(event),
                said(held[0])
            );
            scored.failures.push((half, line));
        }
    }
}

/// How many happenings an event holds beyond the one that it tells most.
fn merged(scored: &mut Scored, gold: &Corpus, event: &Event, held: Vec<&Read<'_>>) {
    let mut left = held;
    left.retain(|read| matches!(read.stretch.mark, Mark::Tells(_) | Mark::Other));
    let mut first: Option<String> = None;
    while let Some((name, one)) = most(gold, &left) {
        match &first {
            None => first = Some(format!("{name}, as in {}", said(one[0]))),
            Some(first) => {
                let half = half(&format!("{}/{name}", gold.name));
                scored.totals.entry(half).or_default().merged += 1;
                let line =
                    format!("{} holds {first}; and {name}, as in {}", named(event), said(one[0]));
                scored.failures.push((half, format!("{}: merged: {line}", gold.name)));
            }
        }
        let gone: BTreeSet<&str> = one.iter().map(|read| &*read.stretch.text).collect();
        left.retain(|read| !gone.contains(&*read.stretch.text));
    }
}

/// The happening that most of the sentences tell, with those that do. When all that is left tells
/// something that no row of the head names, it is one thing: an event of such sentences only is
/// not judged.
fn most<'a>(gold: &Corpus, left: &[&'a Read<'a>]) -> Option<(String, Vec<&'a Read<'a>>)> {
    let of = |number: usize| -> Vec<&'a Read<'a>> {
        left.iter().filter(|read| read.stretch.tells(number)).copied().collect()
    };
    let best = (0..gold.happenings.len())
        .max_by_key(|&number| (of(number).len(), core::cmp::Reverse(number)));
    match best.map(|number| (gold.happenings[number].name.clone(), of(number))) {
        Some((name, one)) if !one.is_empty() => Some((name, one)),
        _ if left.is_empty() => None,
        _ => Some(("something else".into(), left.to_vec())),
    }
}

fn split(events: &[Event], told: &[&Read<'_>]) -> String {
    let mut by_events: BTreeMap<&BTreeSet<usize>, Vec<String>> = BTreeMap::new();
    for read in told {
        by_events.entry(&read.events).or_default().push(said(read));
    }
    let part = |(numbers, said): (&BTreeSet<usize>, Vec<String>)| {
        let names: Vec<String> = numbers.iter().map(|number| named(&events[*number])).collect();
        format!("\n        {}\n            {}", names.join(" and "), said.join("\n            "))
    };
    by_events.into_iter().map(part).collect()
}

fn named(event: &Event) -> String {
    format!("[{} {}]", event.id, event.status.name())
}

fn said(read: &Read<'_>) -> String {
    let mut text: String = read.stretch.text.chars().take(110).collect();
    if text.len() < read.stretch.text.len() {
        text.push('…');
    }
    format!("{}: “{text}”", read.place)
}

fn days(range: DayRange) -> String {
    if range.start == range.end {
        range.start.to_string()
    } else {
        format!("{}..{}", range.start, range.end)
    }
}
