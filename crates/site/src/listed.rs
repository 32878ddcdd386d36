//! The story as the app's list shows it when it opens, so that the front page can stand in for it: the
//! days in view with their key events, the weightiest first, and how much more is dated to each; days
//! without a key event together; at the foot what has no day.

use core::cmp::Reverse;

use dateline_model::{Day, DayRange, Granularity};
use dateline_words as words;

use crate::site::Site;
use crate::story::shared_path;

/// A heading and the rows under it.
pub(crate) struct Listed {
    /// "Tuesday 25 January 2011".
    pub(crate) title: String,
    /// What stands beside it.
    pub(crate) aside: String,
    /// Its days, where it has any.
    pub(crate) days: Option<DayRange>,
    /// The events that stand for the story.
    pub(crate) key: Vec<usize>,
    /// The others.
    pub(crate) rest: Vec<usize>,
}

impl Listed {
    /// Where the others stand: on one page, or only together on the list.
    pub(crate) fn path(&self, site: &Site<'_>) -> String {
        let mut paths = self.rest.iter().map(|at| shared_path(&site.corpus.events[*at]));
        let first = paths.next().unwrap_or_default();
        if paths.all(|path| path == first) { first } else { "events.html".to_owned() }
    }
}

/// What the list opens with.
pub(crate) fn listed(site: &Site<'_>) -> Vec<Listed> {
    let Some(window) = site.story.days else { return Vec::new() };
    let events = &site.corpus.events;
    let inside: Vec<usize> =
        (0..events.len()).filter(|at| events[*at].days.overlaps(window)).collect();
    let of_a_day = |at: &usize| events[*at].granularity >= Granularity::Day;
    let (days, coarse): (Vec<usize>, Vec<usize>) = inside.into_iter().partition(of_a_day);
    let heading = |at: &usize| events[*at].days;
    let mut out: Vec<Listed> = Vec::new();
    for rows in days.chunk_by(|one, other| heading(one) == heading(other)) {
        let days = events[rows[0]].days;
        let made = Listed {
            title: words::days(days, events[rows[0]].granularity),
            aside: published(site, days),
            days: Some(days),
            ..group(site, rows)
        };
        match out.last_mut() {
            Some(last) if last.key.is_empty() && made.key.is_empty() => {
                let start = last.days.map_or(days.start, |last| last.start);
                let end = made.rest.iter().map(|at| events[*at].days.end).max();
                last.title = words::extent(DayRange::between(start, end.unwrap_or(start)));
                last.aside.clear();
                last.rest.extend(made.rest);
            }
            _ => out.push(made),
        }
    }
    if !coarse.is_empty() {
        let title = "Dated to a week, a month or longer".to_owned();
        out.push(Listed { title, ..group(site, &coarse) });
    }
    out
}

/// How many events lie before the days in view, from when on, and how many after.
pub(crate) fn outside(site: &Site<'_>) -> (Option<String>, Option<String>) {
    let Some(window) = site.story.days else { return (None, None) };
    let days = || site.corpus.events.iter().map(|event| event.days);
    let before = days().filter(|days| days.end < window.start).count();
    let first = days().filter(|days| days.end < window.start).map(|days| days.start).min();
    let after = days().filter(|days| days.start > window.end).count();
    let from = |first: Day| match first.year() < window.start.year() {
        true => words::year(first),
        false => words::day_and_month(first),
    };
    let said = first
        .map(|first| [&words::count(before, "event"), " before, from ", &from(first)].concat());
    (said, (after > 0).then(|| [&words::count(after, "event"), " after"].concat()))
}

fn group(site: &Site<'_>, rows: &[usize]) -> Listed {
    let mut rows = rows.to_vec();
    rows.sort_by_key(|at| (Reverse(site.story.weight[*at]), *at));
    let (key, rest) = rows.into_iter().partition(|at| site.story.key[*at]);
    Listed { title: String::new(), aside: String::new(), days: None, key, rest }
}

/// "5 articles published", on one day.
fn published(site: &Site<'_>, days: DayRange) -> String {
    let on = |day: Day| {
        site.corpus.articles.iter().filter(|article| article.published.date == Some(day)).count()
    };
    match on(days.start) {
        0 => String::new(),
        _ if days.start != days.end => String::new(),
        many => [&words::count(many, "article"), " published"].concat(),
    }
}

#[cfg(test)]
mod tests {
    use dateline_model::{Corpus, sample};

    use super::*;
    use crate::Options;

    /// The sample with these events on one day after the other, two each: how fine they are dated and
    /// what they weigh. Those of weight 9 stand for the story.
    fn check(events: &[(Granularity, u32)], expected: &[(&str, &[usize], &[usize])]) {
        let mut corpus: Corpus = sample::corpus();
        let (event, day) = (corpus.events[2].clone(), Day::new(2024, 3, 4).unwrap());
        corpus.events = (0..)
            .zip(events)
            .map(|(at, (granularity, weight))| {
                let mut event = event.clone();
                event.days = DayRange::single(day + at / 2);
                (event.granularity, event.weight) = (*granularity, *weight);
                event
            })
            .collect();
        let options = Options::default();
        let mut site = Site::new(&corpus, &options);
        site.story.key = events.iter().map(|(_, weight)| *weight == 9).collect();
        site.story.days = Some(DayRange { start: day, end: day + 9 });
        let listed = listed(&site);
        let shown: Vec<(&str, &[usize], &[usize])> =
            listed.iter().map(|one| (&*one.title, &*one.key, &*one.rest)).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn days_come_with_their_key_events_and_those_without_any_together() {
        use Granularity::{Day, Year};
        let foot = "Dated to a week, a month or longer";
        check(
            &[(Day, 1), (Year, 9), (Day, 9), (Day, 7), (Day, 5), (Day, 6), (Day, 1), (Day, 2)],
            &[
                ("Monday 4 March 2024", &[], &[0]),
                ("Tuesday 5 March 2024", &[2], &[3]),
                ("6 March to 7 March 2024", &[], &[5, 4, 7, 6]),
                (foot, &[1], &[]),
            ],
        );
    }

    #[test]
    fn what_lies_outside_is_said_in_words() {
        let corpus = sample::corpus();
        let options = Options::default();
        let site = Site::new(&corpus, &options);
        assert_eq!(outside(&site), (Some("2 events before, from 1931".into()), None));
    }
}
