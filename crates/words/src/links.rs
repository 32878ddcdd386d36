//! How one event stands to another that a sentence ties to it, and how long before it was known.

use dateline_model::{Corpus, Day, Event, Granularity, Link, Status, Tie};

use crate::days::range;
use crate::numbers::count;

/// Farther apart, in days, one of the dates may well be misread; and nobody counts so far in days.
const FARTHEST: i32 = 400;

/// The other event of a link, behind what it is to this one: "Announced 5 days before: ".
pub fn linked<'c>(event: &Event, link: &Link, corpus: &'c Corpus) -> Option<(String, &'c Event)> {
    let other = corpus.events.get(link.event as usize)?;
    let ahead = || between(event, other).map(|days| [", ", &days, " ahead"].concat());
    let (what, when) = match link.tie {
        Tie::AnnouncedBy => {
            ("Announced", between(other, event).map(|days| [" ", &days, " before"].concat()))
        }
        Tie::Announces => ("Announces", ahead()),
        Tie::CalledOffBy => ("Called off", between(other, event).map(|_| on(other))),
        Tie::CallsOff => ("Calls off", ahead()),
    };
    Some(([what, &when.unwrap_or_default(), ": "].concat(), other))
}

/// "announced 5 days before": since the first article that was printed before it told of it, or
/// since the day on which it was announced.
pub(crate) fn announced(event: &Event, corpus: &Corpus) -> Option<String> {
    if event.status == Status::Happened {
        return None;
    }
    // A day, and whether it may have been another.
    let printed = event.tellings.iter().filter_map(|telling| {
        let printed = &corpus.articles.get(telling.article as usize)?.published;
        Some((printed.date?, printed.bounds().is_some_and(|bounds| bounds.days() > 1)))
    });
    let links = event.links.iter().filter(|link| link.tie == Tie::AnnouncedBy);
    let announcements = links.filter_map(|link| corpus.events.get(link.event as usize));
    let dated = announcements.filter(|other| is_dated(other));
    let (first, unsure) = printed.chain(dated.map(|other| (other.days.start, false))).min()?;
    let days = until(first, event).filter(|_| !unsure)?;
    Some(["announced ", &days, " before"].concat())
}

/// " on 9 May 2024".
fn on(event: &Event) -> String {
    [if event.days.days() > 1 { ", " } else { " on " }, &range(event.days)].concat()
}

/// "5 days", from the first day of one event to that of a later.
fn between(one: &Event, later: &Event) -> Option<String> {
    is_dated(one).then(|| until(one.days.start, later))?
}

/// "5 days", where that is known.
fn until(day: Day, event: &Event) -> Option<String> {
    let days = event.days.start - day;
    (is_dated(event) && (1..=FARTHEST).contains(&days)).then(|| count(days as usize, "day"))
}

/// Whether an event's first day is known, or its week.
fn is_dated(event: &Event) -> bool {
    event.granularity >= Granularity::Week && event.bounds.is_none()
}

#[cfg(test)]
mod tests {
    use dateline_model::{DayRange, sample};

    use super::*;

    /// What stands before the other event on the strike's side and on the other's, which was on
    /// `days` and known to the `granularity`.
    fn check(ties: (Tie, Tie), days: (&str, &str), granularity: Granularity, expected: [&str; 2]) {
        let mut corpus = sample::tied();
        let (call, strike) = (sample::CALL as usize, sample::STRIKE as usize);
        (corpus.events[strike].links[0].tie, corpus.events[call].links[0].tie) = ties;
        let day = |text| Day::parse(text).expect("a day");
        corpus.events[call].days = DayRange { start: day(days.0), end: day(days.1) };
        corpus.events[call].granularity = granularity;
        let said = [(strike, call), (call, strike)].map(|(one, other)| {
            let event = &corpus.events[one];
            let (said, to) = linked(event, &event.links[0], &corpus).expect("the other event");
            assert_eq!(to, &corpus.events[other]);
            said
        });
        assert_eq!(said, expected);
    }

    const ANNOUNCED: (Tie, Tie) = (Tie::AnnouncedBy, Tie::Announces);
    const CALLED_OFF: (Tie, Tie) = (Tie::CalledOffBy, Tie::CallsOff);

    #[test]
    fn a_link_says_how_long_before() {
        let (day, week) = (("2024-03-13", "2024-03-13"), ("2024-03-04", "2024-03-10"));
        let said = ["Announced 2 days before: ", "Announces, 2 days ahead: "];
        check(ANNOUNCED, day, Granularity::Day, said);
        let said = ["Called off on 13 March 2024: ", "Calls off, 2 days ahead: "];
        check(CALLED_OFF, day, Granularity::Day, said);
        let said = ["Called off, 4 March to 10 March 2024: ", "Calls off, 11 days ahead: "];
        check(CALLED_OFF, week, Granularity::Week, said);
    }

    #[test]
    fn a_link_says_no_time_that_is_not_known_or_makes_no_sense() {
        let (bare, off) = (["Announced: ", "Announces: "], ["Called off: ", "Calls off: "]);
        check(ANNOUNCED, ("2024-02-01", "2024-02-29"), Granularity::Month, bare);
        check(ANNOUNCED, ("2004-04-12", "2004-04-12"), Granularity::Day, bare);
        check(CALLED_OFF, ("2023-02-08", "2023-02-08"), Granularity::Day, off);
        check(CALLED_OFF, ("2024-03-15", "2024-03-15"), Granularity::Day, off);
        check(ANNOUNCED, ("2024-03-16", "2024-03-16"), Granularity::Day, bare);
        let farthest = ["Announced 400 days before: ", "Announces, 400 days ahead: "];
        check(ANNOUNCED, ("2023-02-09", "2023-02-09"), Granularity::Day, farthest);
    }

    #[test]
    fn a_link_to_an_event_that_the_corpus_lacks_says_nothing() {
        let corpus = sample::tied();
        let event = &corpus.events[sample::STRIKE as usize];
        let link = Link { event: 99, ..event.links[0] };
        assert_eq!(linked(event, &link, &corpus), None);
    }

    #[test]
    fn a_plan_says_since_when_it_was_known_where_that_is_known() {
        let mut corpus = sample::tied();
        let strike = sample::STRIKE as usize;
        let said = |corpus: &Corpus, change: &dyn Fn(&mut Event)| {
            let mut event = corpus.events[strike].clone();
            change(&mut event);
            announced(&event, corpus)
        };
        assert_eq!(said(&corpus, &|_| {}).as_deref(), Some("announced 7 days before"));
        assert_eq!(said(&corpus, &|event| event.status = Status::Happened), None);
        assert_eq!(said(&corpus, &|event| event.granularity = Granularity::Month), None);
        assert_eq!(said(&corpus, &|event| event.bounds = Some(event.days)), None);
        assert_eq!(said(&corpus, &|event| event.tellings.clear()), None);
        assert_eq!(
            said(&corpus, &|event| event.tellings[0].article = 99),
            Some("announced 2 days before".into())
        );
        // The day of its other article is inferred and may be another.
        let inferred = |event: &mut Event| event.tellings.retain(|it| it.article == sample::FIRST);
        assert_eq!(said(&corpus, &inferred), None);
        // The announcement is known to be older than the first article that told of it.
        corpus.events[sample::CALL as usize].days.start = Day::parse("2024-03-05").expect("a day");
        let by = |event: &mut Event| event.links[0].tie = Tie::AnnouncedBy;
        assert_eq!(said(&corpus, &by).as_deref(), Some("announced 10 days before"));
        corpus.articles[1].published.date = Day::parse("2004-04-12");
        assert_eq!(said(&corpus, &by), None);
    }
}
