//! What the list shows in which order: days with their rows. Plain values, no browser.
//!
//! A day begins with its key events, the weightiest first. What is dated to a week, a month or
//! longer is on no day: it stands at the foot.

use dateline_model::{ArticleIndex, Corpus, Day, DayRange, Event, EventIndex, Granularity};
use dateline_query::{Results, Story, ToldEvent};
use dateline_sort::sort_by;
use dateline_words as words;

/// A heading and the rows under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// "Tuesday 25 January 2011".
    pub title: String,
    /// What stands beside it.
    pub aside: String,
    /// Its first day, where it has one that a reader may go to.
    pub day: Option<Day>,
    /// Positions in the corpus, of events or of articles.
    pub rows: Vec<u32>,
    /// So many rows are shown until the reader asks for the others.
    pub first: usize,
    /// Whether all rows are shown.
    pub open: bool,
    /// Whether each row says its own date.
    pub dated: bool,
}

impl Group {
    /// How many rows are shown.
    pub fn shown(&self) -> usize {
        if self.open { self.rows.len() } else { self.first }
    }

    /// How many rows wait for the reader to ask for them, or were asked for.
    pub fn behind(&self) -> usize {
        self.rows.len() - self.first
    }
}

/// The story: the days of `window` with their key events, the rest behind them. Days without a key
/// event are one group where they follow each other.
pub fn story(corpus: &Corpus, story: &Story, results: &Results, window: DayRange) -> Vec<Group> {
    let inside = |told: &&ToldEvent| event(corpus, told.event).days.overlaps(window);
    let told: Vec<ToldEvent> = story.events.iter().filter(inside).copied().collect();
    let keys = told.iter().any(|told| told.key);
    let mut groups: Vec<Group> = Vec::new();
    for mut group in by_day(corpus, &told, results) {
        // With no key event at all there is nothing to choose from.
        if !keys {
            group.first = group.rows.len();
        }
        match groups.last_mut() {
            Some(last) if last.first == 0 && group.first == 0 && group.day.is_some() => {
                let end = group.rows.iter().map(|row| event(corpus, *row).days.end).max();
                if let Some((start, end)) = last.day.zip(end) {
                    last.title = words::extent(DayRange::between(start, end));
                }
                last.rows.extend(group.rows);
                (last.aside, last.dated) = (String::new(), true);
            }
            _ => groups.push(group),
        }
    }
    groups
}

/// All events of a result, each day's key events first.
pub fn events(corpus: &Corpus, story: &Story, results: &Results) -> Vec<Group> {
    let told: Vec<ToldEvent> = results
        .events
        .iter()
        .map(|&at| match story.events.binary_search_by_key(&at, |told| told.event) {
            Ok(found) => story.events[found],
            Err(_) => ToldEvent { event: at, weight: event(corpus, at).weight, key: false },
        })
        .collect();
    let mut groups = by_day(corpus, &told, results);
    for group in &mut groups {
        group.first = group.rows.len();
    }
    groups
}

/// The articles of a result by the day of their publication.
pub fn articles(corpus: &Corpus, results: &Results) -> Vec<Group> {
    let published = |at: &ArticleIndex| &corpus.articles[*at as usize].published;
    results
        .articles
        .chunk_by(|one, other| published(one).date == published(other).date)
        .map(|rows| Group {
            title: words::day_of_publication(published(&rows[0])),
            aside: words::count(rows.len(), "article"),
            day: published(&rows[0]).date,
            rows: rows.to_vec(),
            first: rows.len(),
            open: false,
            dated: false,
        })
        .collect()
}

/// How many events lie before these days, and the first day of them; how many lie after them.
pub fn outside(corpus: &Corpus, story: &Story, window: DayRange) -> (usize, Option<Day>, usize) {
    let (mut before, mut first, mut after) = (0, None, 0);
    for told in &story.events {
        let days = event(corpus, told.event).days;
        if days.end < window.start {
            before += 1;
            first = Some(first.map_or(days.start, |first: Day| first.min(days.start)));
        } else if days.start > window.end {
            after += 1;
        }
    }
    (before, first, after)
}

fn event(corpus: &Corpus, at: EventIndex) -> &Event {
    &corpus.events[at as usize]
}

/// Groups with the key events as their first rows; one more at the foot for what has no day.
fn by_day(corpus: &Corpus, told: &[ToldEvent], results: &Results) -> Vec<Group> {
    let of_a_day = |told: &&ToldEvent| event(corpus, told.event).granularity >= Granularity::Day;
    let days: Vec<ToldEvent> = told.iter().filter(of_a_day).copied().collect();
    let heading = |told: &ToldEvent| event(corpus, told.event).days;
    let mut groups: Vec<Group> = days
        .chunk_by(|one, other| heading(one) == heading(other))
        .map(|chunk| {
            let event = event(corpus, chunk[0].event);
            Group {
                title: words::days(event.days, event.granularity),
                aside: published(corpus, results, event.days),
                day: Some(event.days.start),
                ..group(chunk)
            }
        })
        .collect();
    let coarse: Vec<ToldEvent> = told.iter().filter(|told| !of_a_day(told)).copied().collect();
    if !coarse.is_empty() {
        let title = "Dated to a week, a month or longer".to_owned();
        groups.push(Group { title, dated: true, ..group(&coarse) });
    }
    groups
}

fn group(told: &[ToldEvent]) -> Group {
    let mut rows = told.to_vec();
    sort_by(&mut rows, &mut |one, other| {
        (!one.key, other.weight, one.event) < (!other.key, one.weight, other.event)
    });
    Group {
        title: String::new(),
        aside: String::new(),
        day: None,
        first: rows.iter().filter(|told| told.key).count(),
        rows: rows.iter().map(|told| told.event).collect(),
        open: false,
        dated: false,
    }
}

/// "5 articles published", on one day.
fn published(corpus: &Corpus, results: &Results, days: DayRange) -> String {
    if days.start != days.end {
        return String::new();
    }
    // Undated ones come last.
    let before = |end: Day| {
        results.articles.partition_point(|at| {
            corpus.articles[*at as usize].published.date.is_some_and(|day| day < end)
        })
    };
    let next = Day::from_number(days.end.number() + 1);
    match before(next) - before(days.start) {
        0 => String::new(),
        many => [&words::count(many, "article"), " published"].concat(),
    }
}

#[cfg(test)]
mod tests {
    use dateline_model::sample;
    use dateline_query::{EngineOn, Selection};

    use super::*;

    fn shown(groups: &[Group]) -> Vec<(&str, &[u32], usize)> {
        groups.iter().map(|group| (&*group.title, &*group.rows, group.first)).collect()
    }

    /// The sample with these events' granularity, weight and whether they are key.
    fn check(
        marks: &[(Granularity, u32, bool)],
        made: impl Fn(&Corpus, &Story, &Results) -> Vec<Group>,
        expected: &[(&str, &[u32], usize)],
    ) {
        let corpus = sample::corpus();
        let (event, day) = (corpus.events[0].clone(), Day::new(2024, 3, 4).unwrap());
        let mut corpus = corpus;
        corpus.events = (0..)
            .zip(marks)
            .map(|(at, (granularity, weight, _))| {
                let mut event = event.clone();
                let day = Day::from_number(day.number() + at / 2);
                (event.days, event.granularity) = (DayRange::single(day), *granularity);
                event.weight = *weight;
                event
            })
            .collect();
        let results = EngineOn::new(&corpus).run(&Selection::default());
        let mut story = EngineOn::new(&corpus).story(&Selection::default());
        for (told, (_, _, key)) in story.events.iter_mut().zip(marks) {
            told.key = *key;
        }
        assert_eq!(shown(&made(&corpus, &story, &results)), expected);
    }

    const DAY: Granularity = Granularity::Day;

    #[test]
    fn each_day_begins_with_its_key_events_and_what_has_no_day_comes_last() {
        let marks = [
            (DAY, 1, false),
            (Granularity::Year, 9, true),
            (DAY, 3, true),
            (DAY, 7, false),
            (DAY, 5, false),
            (DAY, 6, false),
        ];
        let days = ["Monday 4 March 2024", "Tuesday 5 March 2024", "Wednesday 6 March 2024"];
        let foot = "Dated to a week, a month or longer";
        check(
            &marks,
            events,
            &[(days[0], &[0], 1), (days[1], &[2, 3], 2), (days[2], &[5, 4], 2), (foot, &[1], 1)],
        );
        let window =
            DayRange { start: Day::new(2024, 3, 5).unwrap(), end: Day::new(2024, 3, 6).unwrap() };
        check(
            &marks,
            |corpus, told, results| story(corpus, told, results, window),
            &[(days[1], &[2, 3], 1), (days[2], &[5, 4], 0)],
        );
    }

    #[test]
    fn days_without_a_key_event_are_one_group() {
        let marks =
            [(DAY, 1, true), (DAY, 1, false), (DAY, 1, false), (DAY, 2, false), (DAY, 1, false)];
        let whole =
            DayRange { start: Day::new(2024, 3, 1).unwrap(), end: Day::new(2024, 3, 9).unwrap() };
        check(
            &marks,
            |corpus, told, results| story(corpus, told, results, whole),
            &[("Monday 4 March 2024", &[0, 1], 1), ("5 March to 6 March 2024", &[3, 2, 4], 0)],
        );
        let none = marks.map(|(granularity, weight, _)| (granularity, weight, false));
        check(
            &none[..2],
            |corpus, told, results| story(corpus, told, results, whole),
            &[("Monday 4 March 2024", &[0, 1], 2)],
        );
    }

    #[test]
    fn what_lies_outside_is_counted() {
        let corpus = sample::corpus();
        let story = EngineOn::new(&corpus).story(&Selection::default());
        let whole = story.whole.unwrap();
        assert_eq!(outside(&corpus, &story, whole), (0, None, 0));
        let last = DayRange::single(whole.end);
        let (before, first, after) = outside(&corpus, &story, last);
        assert_eq!((first, after), (Some(whole.start), 0));
        assert!(before > 0 && before < corpus.events.len());
    }
}
