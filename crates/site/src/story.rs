//! The order in which all pages show what is told: the story's days first, by day, then what lies
//! before and after them. On each day the events that stand for the story come first, then the
//! others, the weightiest of each first; what is known to the week, the month or the year only
//! stands behind the days.
//!
//! The weightiest of those that stand for the story have pages of their own; all others share the pages
//! of their days (`gathered.rs`).

use core::cmp::Reverse;

use dateline_model::{Corpus, Day, DayRange, Event, Granularity};
use dateline_query::{EngineOn, Selection, Story as Told};

use crate::gathered::{Dated, Page, gather};

/// So many events have pages of their own in any corpus, and one for so many articles in a large one.
const OWN_LEAST: usize = 12;
const OWN_EACH: usize = 20;

/// What a corpus tells, in order.
pub(crate) struct Story {
    /// The same as the app's list is made of.
    pub(crate) told: Told,
    /// By event: whether it stands for the story.
    pub(crate) key: Vec<bool>,
    /// By event: whether it has a page of its own.
    pub(crate) own: Vec<bool>,
    /// All events, by part and by day.
    pub(crate) groups: Vec<Group>,
    /// By event: the place of its group.
    pub(crate) group: Vec<usize>,
    /// The pages that events share.
    pub(crate) pages: Vec<Page>,
    /// By event: its place in this order.
    pub(crate) rank: Vec<usize>,
}

/// The events of one day, or those of one month or year of which no day is known.
pub(crate) struct Group {
    pub(crate) part: Part,
    /// The day, the month or the year.
    pub(crate) days: DayRange,
    /// Which of these it is.
    pub(crate) granularity: Granularity,
    /// Those that stand for the story, the weightiest first.
    pub(crate) key: Vec<usize>,
    /// The others, the weightiest first.
    pub(crate) rest: Vec<usize>,
    /// Where those stand that have no page of their own: a page, and the place of their day on it. None
    /// where each has one.
    pub(crate) address: Option<String>,
}

/// A part of all that is told, in the order in which they come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    Story,
    Before,
    After,
}

impl Story {
    pub(crate) fn new(corpus: &Corpus) -> Self {
        let told = EngineOn::new(corpus).story(&Selection::default());
        let mut key = vec![false; corpus.events.len()];
        let mut weight = vec![0; corpus.events.len()];
        for event in &told.events {
            (key[event.event as usize], weight[event.event as usize]) = (event.key, event.weight);
        }
        let mut order: Vec<(Part, bool, Day, Granularity, usize)> = (0..corpus.events.len())
            .map(|at| {
                let (days, granularity) = period(&corpus.events[at]);
                let part = part(days, told.days);
                // Behind the story's own days; elsewhere most is coarse, and each stands where it begins.
                let behind = part == Part::Story && granularity < Granularity::Day;
                (part, behind, days.start, granularity, at)
            })
            .collect();
        order.sort_by_key(|one| {
            (one.0, one.1, one.2, one.3, Reverse(key[one.4]), Reverse(weight[one.4]), one.4)
        });
        let mut groups: Vec<Group> = Vec::new();
        let mut rank = vec![0; corpus.events.len()];
        let mut group = rank.clone();
        for (place, (part, _, _, _, at)) in order.into_iter().enumerate() {
            rank[at] = place;
            let (days, granularity) = period(&corpus.events[at]);
            let same = |group: &&mut Group| (group.days, group.granularity) == (days, granularity);
            if groups.last_mut().as_ref().is_none_or(|last| !same(last)) {
                let (key, rest) = (Vec::new(), Vec::new());
                groups.push(Group { part, days, granularity, key, rest, address: None });
            }
            group[at] = groups.len() - 1;
            if let Some(group) = groups.last_mut() {
                if key[at] { &mut group.key } else { &mut group.rest }.push(at);
            }
        }
        let own = own(&key, &weight, corpus.articles.len());
        let pages = shared(&mut groups, &own);
        Self { told, key, own, groups, group, pages, rank }
    }

    /// The groups of one part.
    pub(crate) fn part(&self, part: Part) -> impl Iterator<Item = &Group> {
        self.groups.iter().filter(move |group| group.part == part)
    }
}

impl Group {
    /// The date as addresses have it: "2011-02-11", "2011-02", "2011".
    pub(crate) fn date(&self) -> String {
        self.days.start.iso(self.granularity)
    }

    /// Its events, those that stand for the story first.
    pub(crate) fn events(&self) -> impl Iterator<Item = usize> {
        self.key.iter().chain(&self.rest).copied()
    }
}

/// The weightiest of the events that stand for the story. Each is a file, and a site is not to have much
/// more of these than articles.
fn own(key: &[bool], weight: &[u32], articles: usize) -> Vec<bool> {
    let mut order: Vec<usize> = (0..key.len()).filter(|at| key[*at]).collect();
    order.sort_by_key(|at| (Reverse(weight[*at]), *at));
    let mut own = vec![false; key.len()];
    for at in order.into_iter().take(OWN_LEAST.max(articles / OWN_EACH)) {
        own[at] = true;
    }
    own
}

/// The pages of the events without one of their own, and each group's place among them.
fn shared(groups: &mut [Group], own: &[bool]) -> Vec<Page> {
    let mut dated: Vec<Dated> = (groups.iter().enumerate())
        .map(|(at, group)| Dated {
            group: at,
            start: group.days.start,
            granularity: group.granularity,
            events: group.events().filter(|event| !own[*event]).count(),
        })
        .filter(|dated| dated.events > 0)
        .collect();
    dated.sort_by_key(|one| (one.start, one.granularity));
    let pages = gather(&dated);
    for page in &pages {
        for at in &page.groups {
            let group = &mut groups[*at];
            group.address = Some(format!("{}#{}", page.path, group.date()));
        }
    }
    pages
}

/// The day on which an event began; its month or its year, where no day is known.
fn period(event: &Event) -> (DayRange, Granularity) {
    let start = event.days.start;
    let from = |month: i8| Day::new(start.year(), month, 1).unwrap_or(start);
    match event.granularity {
        Granularity::Day | Granularity::Minute => (DayRange::single(start), Granularity::Day),
        Granularity::Week | Granularity::Month => {
            let first = from(start.month());
            // The last day of a month is 27 to 30 days after the first.
            let last = (28..32).rev().map(|days| first + days - 1);
            let end = last.filter(|day| day.month() == first.month()).max().unwrap_or(first);
            (DayRange { start: first, end }, Granularity::Month)
        }
        Granularity::Year => {
            let end = Day::new(start.year(), 12, 31).unwrap_or(start);
            (DayRange { start: from(1), end }, Granularity::Year)
        }
    }
}

/// Where days lie beside the story's.
fn part(days: DayRange, story: Option<DayRange>) -> Part {
    match story {
        Some(story) if days.end < story.start => Part::Before,
        Some(story) if days.start > story.end => Part::After,
        _ => Part::Story,
    }
}

#[cfg(test)]
mod tests {
    use dateline_model::sample;

    use super::*;

    /// A corpus of events: day, granularity, weight, and how many articles tell it. None belongs to
    /// the story by itself.
    fn corpus(events: &[(&str, Granularity, u32, usize)]) -> Corpus {
        let mut corpus = sample::corpus();
        let (event, article) = (corpus.events[2].clone(), corpus.articles[0].clone());
        corpus.articles = vec![article; 20];
        corpus.events = events
            .iter()
            .map(|(day, granularity, weight, tellers)| {
                let start = Day::parse(day).unwrap();
                let mut event = event.clone();
                let telling = event.tellings[0];
                event.tellings = (0..*tellers as u32)
                    .map(|article| dateline_model::Telling { article, ..telling })
                    .collect();
                event.id = format!("{day}-{weight}");
                event.days = DayRange { start, end: start };
                (event.granularity, event.weight, event.key) = (*granularity, *weight, false);
                event
            })
            .collect();
        corpus
    }

    fn check(corpus: &Corpus, expected: &[&str]) {
        let story = Story::new(corpus);
        let weights = |events: &[usize]| {
            events.iter().map(|at| corpus.events[*at].weight.to_string()).collect::<Vec<_>>()
        };
        let said: Vec<String> = (story.groups.iter())
            .map(|group| {
                let date = group.days.start.iso(group.granularity);
                let (key, rest) = (weights(&group.key), weights(&group.rest));
                format!("{:?} {date}: {} + {}", group.part, key.join(" "), rest.join(" "))
            })
            .collect();
        assert_eq!(said, expected);
        let mut ranks = story.rank.clone();
        ranks.sort_unstable();
        assert_eq!(ranks, (0..corpus.events.len()).collect::<Vec<_>>());
    }

    #[test]
    fn the_story_comes_first_and_on_each_day_what_stands_for_it() {
        use Granularity::{Day, Month, Week, Year};
        let mut events = vec![
            ("1979-01-01", Year, 90, 1),
            ("2011-01-01", Month, 80, 1),
            ("2011-01-24", Week, 79, 1),
            ("2011-03-09", Day, 70, 1),
        ];
        for weight in [20, 50, 40, 10] {
            events.push(("2011-01-28", Day, weight, 20));
        }
        for weight in [31, 32, 33, 34, 35, 36] {
            events.push(("2011-01-25", Day, weight, 20));
        }
        check(
            &corpus(&events),
            &[
                "Story 2011-01-25: 36 35 34 33 32 31 + ",
                "Story 2011-01-28: 50 40 20 10 + ",
                "Story 2011-01: 80 + 79",
                "Before 1979: 90 + ",
                "After 2011-03-09:  + 70",
            ],
        );
    }

    #[test]
    fn a_month_and_a_year_are_whole() {
        let story = Story::new(&corpus(&[
            ("2024-02-05", Granularity::Month, 2, 1),
            ("2023-06-01", Granularity::Year, 1, 1),
        ]));
        let days: Vec<String> = (story.groups.iter())
            .map(|group| format!("{} {}", group.days.start, group.days.end))
            .collect();
        assert_eq!(days, ["2023-01-01 2023-12-31", "2024-02-01 2024-02-29"]);
    }
}
