//! What the list shows in which order: days with their rows. Plain values, no browser.
//!
//! A day begins with its key events, the weightiest first. What is dated to a week, a month or
//! longer is on no day: it stands at the foot.

use dateline_model::{ArticleIndex, Corpus, Day, DayRange, Event, EventIndex, Granularity};
use dateline_query::{DayGroup, Results, Story, ToldEvent, by_day, story_by_day};
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
    let told = story.inside(corpus, window);
    story_by_day(corpus, &told).into_iter().map(|it| group(corpus, results, it)).collect()
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
    by_day(corpus, &told)
        .into_iter()
        .map(|it| group(corpus, results, DayGroup { key: it.events.len(), ..it }))
        .collect()
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

fn event(corpus: &Corpus, at: EventIndex) -> &Event {
    &corpus.events[at as usize]
}

/// Events of a day, of several, or of none in words.
fn group(corpus: &Corpus, results: &Results, it: DayGroup) -> Group {
    let (title, aside) = match it.days {
        None => ("Dated to a week, a month or longer".to_owned(), String::new()),
        Some(days) if it.several => (words::extent(days), String::new()),
        Some(days) => (words::days(days, Granularity::Day), published(corpus, results, days)),
    };
    Group {
        title,
        aside,
        day: it.days.map(|days| days.start),
        rows: it.events,
        first: it.key,
        open: false,
        dated: it.several,
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
}
