//! What a mark of the timeline is, in a sentence: for the tooltip, for screen readers and for the
//! list of a mark that stands for several.

use dateline_model::{Article, Basis, Corpus, DayRange, Event};

use crate::articles::{day_of_publication, outlet};
use crate::days::{days, extent};
use crate::events::status;
use crate::numbers::count;
use crate::tellers::tellers;

/// "Friday 16 May 2025: Talks were held in the town hall. Told by 3 outlets."
pub fn event_sentence(event: &Event, corpus: &Corpus) -> String {
    let mut out = [&days(event.days, event.granularity), ": "].concat();
    end_sentence(&mut out, &event.title);
    if let Some(status) = status(event.status) {
        out.extend([" ", status, "."]);
    }
    out.extend([" Told by ", &tellers(event, corpus).counted(), "."]);
    if event.basis == Basis::Inferred {
        out.push_str(" The date is inferred");
        end_bounds(&mut out, event.bounds);
    }
    out
}

/// "RT, Monday 26 May 2025: Hopes for a truce. The date is inferred."
pub fn article_sentence(article: &Article) -> String {
    let mut out = String::from(outlet(article));
    if article.published.date.is_some() {
        out.extend([", ", &day_of_publication(&article.published)]);
    }
    out.push_str(": ");
    end_sentence(&mut out, &article.title);
    if article.published.basis == Basis::Inferred {
        out.push_str(" The date is inferred");
        end_bounds(&mut out, article.published.bounds());
    }
    out
}

/// "4 events, 16 May to 19 May 2025".
pub fn several(how_many: usize, what: &str, days: DayRange) -> String {
    [&count(how_many, what), ", ", &extent(days)].concat()
}

fn end_sentence(out: &mut String, text: &str) {
    out.push_str(text);
    let inside = text.trim_end_matches(['\u{201d}', '\u{2019}', '"', ')']);
    if !inside.ends_with(['.', '!', '?', '\u{2026}']) {
        out.push('.');
    }
}

fn end_bounds(out: &mut String, bounds: Option<DayRange>) {
    if let Some(bounds) = bounds.filter(|bounds| bounds.days() > 1) {
        out.extend([": ", &extent(bounds)]);
    }
    out.push('.');
}

#[cfg(test)]
mod tests {
    use dateline_model::sample;

    use super::*;

    fn check(said: impl AsRef<str>, expected: &str) {
        assert_eq!(said.as_ref(), expected);
    }

    #[test]
    fn an_event_is_said_in_words() {
        let corpus = sample::corpus();
        let said = |event: usize| event_sentence(&corpus.events[event], &corpus);
        check(
            said(0),
            "1931: The first crossing at Port Alder was a ferry\u{2026} Told by 1 article.",
        );
        check(said(1), "1998: The old bridge was closed\u{2026} Told by 1 outlet.");
        check(said(2), "Monday 4 March 2024: The new bridge was opened\u{2026} Told by 2 outlets.");
        check(
            said(4),
            "Friday 15 March 2024: The strike\u{2026} is off. Called off. Told by 2 outlets.",
        );
    }

    #[test]
    fn an_inferred_date_is_said_with_its_bounds() {
        let article = &sample::corpus().articles[2];
        check(
            article_sentence(article),
            "Alder Times, Wednesday 13 March 2024: Strike is called off. \
             The date is inferred: 12 March to 14 March 2024.",
        );
    }

    #[test]
    fn who_is_not_named_and_thousands_are_said_as_everywhere() {
        let corpus = sample::corpus();
        check(
            article_sentence(&corpus.articles[3]),
            "Outlet not named: A short history of the crossing. The date is inferred.",
        );
        let days = DayRange::between(corpus.events[2].days.start, corpus.events[4].days.start);
        check(several(1_204, "event", days), "1,204 events, 4 March to 15 March 2024");
        check(several(2, "event", corpus.events[2].days), "2 events, Monday 4 March 2024");
    }
}
