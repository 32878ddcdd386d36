//! What is told, by day: the order of the list, in the app and on the pages without scripts.

use dateline_model::{Corpus, Day, DayRange, EventIndex};
use dateline_sort::sort_by;

use crate::story::{Story, ToldEvent};

/// The events of a day, or of days that follow each other without a key event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayGroup {
    /// The days; `None` for what is known to the week, the month or longer, which is on no day.
    pub days: Option<DayRange>,
    /// Whether several days are together, so that each event must say its own.
    pub several: bool,
    /// The key events first, the weightiest of each first.
    pub events: Vec<EventIndex>,
    /// So many of them are key events.
    pub key: usize,
}

/// Events by day; what is on no day comes last. `told` is in the order of the corpus.
pub fn by_day(corpus: &Corpus, told: &[ToldEvent]) -> Vec<DayGroup> {
    let event = |told: &ToldEvent| &corpus.events[told.event as usize];
    let (dated, coarse): (Vec<ToldEvent>, Vec<ToldEvent>) =
        told.iter().copied().partition(|told| event(told).is_of_a_day());
    let mut groups: Vec<DayGroup> = dated
        .chunk_by(|one, other| event(one).days == event(other).days)
        .map(|chunk| group(Some(event(&chunk[0]).days), chunk))
        .collect();
    if !coarse.is_empty() {
        groups.push(group(None, &coarse));
    }
    groups
}

/// The same as a story: days without a key event are together where they follow each other. Where no
/// event is a key event there is nothing to choose from, and all are.
pub fn story_by_day(corpus: &Corpus, told: &[ToldEvent]) -> Vec<DayGroup> {
    let mut groups = by_day(corpus, told);
    if told.iter().all(|told| !told.key) {
        groups.iter_mut().for_each(|group| group.key = group.events.len());
        return groups;
    }
    let mut out: Vec<DayGroup> = Vec::new();
    for group in groups {
        match out.last_mut() {
            Some(last) if last.key == 0 && group.key == 0 && group.days.is_some() => {
                let ends = last.days.zip(group.days);
                last.days = ends.map(|(one, other)| DayRange::between(one.start, other.end));
                last.several = true;
                last.events.extend(group.events);
            }
            _ => out.push(group),
        }
    }
    out
}

fn group(days: Option<DayRange>, told: &[ToldEvent]) -> DayGroup {
    let mut told = told.to_vec();
    sort_by(&mut told, &mut |one, other| {
        (!one.key, other.weight, one.event) < (!other.key, one.weight, other.event)
    });
    DayGroup {
        days,
        several: days.is_none(),
        key: told.iter().filter(|told| told.key).count(),
        events: told.iter().map(|told| told.event).collect(),
    }
}

impl Story {
    /// How many events lie before these days, the first day of them, and how many lie after.
    pub fn outside(&self, corpus: &Corpus, window: DayRange) -> (usize, Option<Day>, usize) {
        let (mut before, mut first, mut after) = (0, None, 0);
        for told in &self.events {
            let days = corpus.events[told.event as usize].days;
            if days.end < window.start {
                before += 1;
                first = Some(first.map_or(days.start, |first: Day| first.min(days.start)));
            } else if days.start > window.end {
                after += 1;
            }
        }
        (before, first, after)
    }

    /// What of it overlaps these days.
    pub fn inside(&self, corpus: &Corpus, window: DayRange) -> Vec<ToldEvent> {
        let inside = |told: &&ToldEvent| corpus.events[told.event as usize].days.overlaps(window);
        self.events.iter().filter(inside).copied().collect()
    }
}

#[cfg(test)]
mod tests {
    use dateline_model::sample;

    use super::*;
    use crate::{EngineOn, Selection};

    #[test]
    fn what_lies_outside_is_counted() {
        let corpus = sample::corpus();
        let story = EngineOn::new(&corpus).story(&Selection::default());
        let whole = story.whole.unwrap();
        assert_eq!(story.outside(&corpus, whole), (0, None, 0));
        assert_eq!(story.inside(&corpus, whole), story.events);
        let last = DayRange::single(whole.end);
        let (before, first, after) = story.outside(&corpus, last);
        assert_eq!((first, after), (Some(whole.start), 0));
        assert!(before > 0 && before < corpus.events.len());
    }
}
