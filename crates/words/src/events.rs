//! What is said of an event: whether it happened, who tells it, and how its date is known.

use dateline_model::{Basis, Corpus, Event, Granularity, Status};
use dateline_text::isolated;

use crate::articles::outlet;
use crate::inferred::inferred;
use crate::numbers::count;

/// The word for a status where one is needed: nothing for what happened.
pub fn status(status: Status) -> Option<&'static str> {
    match status {
        Status::Happened => None,
        Status::Planned => Some("Planned"),
        Status::Proposed => Some("Proposed"),
        Status::CalledOff => Some("Called off"),
    }
}

/// To what an event is known: "known to the day".
pub fn known_to(event: &Event) -> String {
    let granularity = match event.granularity {
        Granularity::Minute => "day",
        granularity => granularity.name(),
    };
    ["known to the ", granularity].concat()
}

/// The distinct outlets that tell an event, in the order of their telling.
pub fn tellers<'c>(event: &Event, corpus: &'c Corpus) -> Vec<&'c str> {
    let mut names: Vec<&str> = Vec::new();
    for telling in &event.tellings {
        let name = corpus.articles.get(telling.article as usize).map(outlet);
        names.extend(name.filter(|name| !names.contains(name)));
    }
    names
}

/// "told by 2 outlets".
pub fn told_by(outlets: usize) -> String {
    ["told by ", &count(outlets, "outlet")].concat()
}

/// What stands beneath an event's title: status, who tells it, since when it
/// was known, and how its date was worked out.
pub fn event_line(event: &Event, corpus: &Corpus) -> String {
    let tellers = tellers(event, corpus);
    let mut parts: Vec<String> = Vec::new();
    parts.extend(status(event.status).map(str::to_owned));
    parts.extend(tellers.iter().take(3).map(|name| isolated(name)));
    if tellers.len() > 3 {
        parts.push(count(tellers.len() - 3, "more outlet"));
    }
    if tellers.len() > 1 {
        parts.push(told_by(tellers.len()));
    }
    parts.extend(announced(event, corpus));
    if event.basis != Basis::Stated {
        parts.push(event_basis(event));
    }
    parts.join(" \u{b7} ")
}

/// How the date of an event is known.
pub fn event_basis(event: &Event) -> String {
    match event.basis {
        Basis::Stated => "date stated".to_owned(),
        Basis::Corrected => "date corrected by the editor".to_owned(),
        Basis::Inferred => ["date ", &inferred(&event.evidence, event.bounds)].concat(),
    }
}

/// "announced 5 days before": from the first printed telling to the event.
fn announced(event: &Event, corpus: &Corpus) -> Option<String> {
    let first = event
        .tellings
        .iter()
        .filter_map(|telling| corpus.articles.get(telling.article as usize)?.published.date)
        .min()?;
    let before = event.days.start - first;
    (event.status != Status::Happened && before > 0)
        .then(|| ["announced ", &count(before as usize, "day"), " before"].concat())
}

#[cfg(test)]
mod tests {
    use dateline_model::{Day, DayRange, sample};

    use super::*;

    fn check(said: impl AsRef<str>, expected: &str) {
        assert_eq!(said.as_ref(), expected);
    }

    #[test]
    fn an_event_says_its_status_its_outlets_and_since_when_it_was_known() {
        let corpus = sample::corpus();
        let line = |event: usize| event_line(&corpus.events[event], &corpus);
        check(line(1), "Alder Times");
        check(line(2), "Alder Times \u{b7} Norhaven Post \u{b7} told by 2 outlets");
        check(
            line(4),
            "Called off \u{b7} Norhaven Post \u{b7} Alder Times \u{b7} told by 2 outlets \
             \u{b7} announced 7 days before",
        );
        check(line(0), "Outlet not named");
        check(told_by(1_204), "told by 1,204 outlets");
    }

    #[test]
    fn an_inferred_event_says_from_what() {
        let corpus = sample::corpus();
        let day = |text: &str| Day::parse(text).unwrap();
        let event = Event {
            basis: Basis::Inferred,
            bounds: Some(DayRange { start: day("2024-03-03"), end: day("2024-03-05") }),
            ..corpus.events[1].clone()
        };
        check(
            event_line(&event, &corpus),
            "Alder Times \u{b7} date inferred from \u{201c}1998\u{201d}, possibly 3 March to 5 March 2024",
        );
    }

    #[test]
    fn an_event_is_known_to_the_day_at_most() {
        let event = &sample::corpus().events[2];
        let known = |granularity| known_to(&Event { granularity, ..event.clone() });
        check(known(Granularity::Minute), "known to the day");
        check(known(Granularity::Year), "known to the year");
    }
}
