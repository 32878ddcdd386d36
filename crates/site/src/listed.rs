//! The story as the app's list shows it when it opens, so that the front page can stand in for it: the
//! days in view with their key events, the weightiest first, and how much more is dated to each; days
//! without a key event together; at the foot what has no day.

use dateline_model::{Day, DayRange, Granularity};
use dateline_query::{DayGroup, story_by_day};
use dateline_words as words;

use crate::site::Site;

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
        let groups = self.rest.iter().map(|at| site.story.group[*at]);
        let first = groups.min().and_then(|group| site.story.groups[group].address.clone());
        let page = |path: &str| path.split('#').next().unwrap_or_default().to_owned();
        let same = |at: &usize| Some(page(&site.names.events[*at])) == first.as_deref().map(page);
        first.clone().filter(|_| self.rest.iter().all(same)).unwrap_or("events.html".to_owned())
    }
}

/// What the list opens with.
pub(crate) fn listed(site: &Site<'_>) -> Vec<Listed> {
    let Some(window) = site.story.told.days else { return Vec::new() };
    let told = site.story.told.inside(site.corpus, window);
    story_by_day(site.corpus, &told).into_iter().map(|it| group(site, it)).collect()
}

/// How many events lie before the days in view, from when on, and how many after.
pub(crate) fn outside(site: &Site<'_>) -> (Option<String>, Option<String>) {
    let Some(window) = site.story.told.days else { return (None, None) };
    let (before, first, after) = site.story.told.outside(site.corpus, window);
    (words::events_before(before, first, window), words::events_after(after))
}

fn group(site: &Site<'_>, it: DayGroup) -> Listed {
    let (title, aside) = match it.days {
        None => ("Dated to a week, a month or longer".to_owned(), String::new()),
        Some(days) if it.several => (words::extent(days), String::new()),
        Some(days) => (words::days(days, Granularity::Day), published(site, days)),
    };
    let mut key: Vec<usize> = it.events.iter().map(|at| *at as usize).collect();
    let rest = key.split_off(it.key);
    Listed { title, aside, days: it.days, key, rest }
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
        for (told, (_, weight)) in site.story.told.events.iter_mut().zip(events) {
            told.key = *weight == 9;
        }
        site.story.told.days = Some(DayRange { start: day, end: day + 9 });
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
