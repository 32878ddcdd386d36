//! What is said of an event: whether it happened, who tells it, and how its date is known.

use dateline_model::{Basis, Corpus, Event, Evidence, Granularity, Status};

use crate::inferred::inferred;
use crate::links::announced;
use crate::tellers::tellers;

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

/// What stands beneath an event's title: status, who tells it, since when it
/// was known, and how its date was worked out.
pub fn event_line(event: &Event, corpus: &Corpus) -> String {
    let tellers = tellers(event, corpus);
    let mut parts: Vec<String> = Vec::new();
    parts.extend(status(event.status).map(str::to_owned));
    parts.extend(tellers.named());
    if !tellers.is_one_name() {
        parts.push(tellers.told_by());
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
        Basis::Corrected => "date by the editor".to_owned(),
        Basis::Inferred => ["date ", &inferred(&event.evidence, event.bounds)].concat(),
    }
}

/// That the label is the editor's and no source's, where it is: the reason that gives it.
pub fn worded(event: &Event) -> Option<&str> {
    let is_own = |it: &&Evidence| it.rule == Evidence::EDITOR && it.text == event.title;
    event.evidence.iter().find(is_own).map(|it| it.why.as_str())
}

#[cfg(test)]
mod tests {
    use dateline_model::{Day, DayRange, Telling, sample};

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
        check(line(0), "told by 1 article");
    }

    #[test]
    fn an_event_that_not_all_name_an_outlet_for_counts_its_articles() {
        let mut corpus = sample::tied();
        let strike = |corpus: &Corpus| event_line(&corpus.events[sample::STRIKE as usize], corpus);
        check(
            strike(&corpus),
            "Called off \u{b7} Norhaven Post \u{b7} Alder Times \u{b7} told by 2 articles \
             \u{b7} announced 7 days before",
        );
        corpus.articles.iter_mut().for_each(|article| article.outlet = None);
        check(
            strike(&corpus),
            "Called off \u{b7} told by 2 articles \u{b7} announced 7 days before",
        );
        let event = &mut corpus.events[2];
        event.tellings = (0..5).map(|article| Telling { article, ..event.tellings[0] }).collect();
        for (article, outlet) in corpus.articles.iter_mut().zip(["A", "B", "C", "D", "E"]) {
            (article.outlet, article.version_of) = (Some(outlet.into()), None);
        }
        let line = |corpus: &Corpus| event_line(&corpus.events[2], corpus);
        let named = "A \u{b7} B \u{b7} C \u{b7} 2 more outlets \u{b7} told by 5 outlets";
        check(line(&corpus), named);
        corpus.articles[1].outlet = None;
        let named = "A \u{b7} C \u{b7} D \u{b7} 1 more outlet \u{b7} told by 5 articles";
        check(line(&corpus), named);
    }

    #[test]
    fn an_event_that_only_the_editor_tells_says_so() {
        let mut corpus = sample::corpus();
        let event = &mut corpus.events[1];
        (event.tellings, event.basis) = (Vec::new(), Basis::Corrected);
        assert_eq!(worded(event), None);
        event.evidence.push(Evidence::new(Evidence::EDITOR, event.title.clone(), "Mine."));
        assert_eq!(worded(event), Some("Mine."));
        check(
            event_line(&corpus.events[1], &corpus),
            "told by the editor \u{b7} date by the editor",
        );
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
