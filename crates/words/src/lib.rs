//! What the page says in its own voice: dates, counts, sources, reasons.
//!
//! The app and the pages without scripts use the same words.
//! Pure. Says what is known and how it is known; never invents a precision.

use dateline_model::{
    Article, Basis, Corpus, DayRange, Event, Granularity, MONTH_NAMES, Status, When,
};

/// "1,204": digits in groups of three.
pub fn number(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// "1 event", "14 events".
pub fn count(how_many: usize, what: &str) -> String {
    let ending = if how_many == 1 { "" } else { "s" };
    [&number(how_many), " ", what, ending].concat()
}

/// Days in full, as fine as they are known: "Monday 2 June 2025", "June 2025",
/// "1991", "Week of Monday 19 May 2025".
pub fn days(days: DayRange, granularity: Granularity) -> String {
    let (start, end) = (days.start, days.end);
    let month = |day: dateline_model::Day| {
        [MONTH_NAMES[day.month() as usize - 1], " ", &day.year().to_string()].concat()
    };
    let (from, to) = match granularity {
        Granularity::Year => (start.year().to_string(), end.year().to_string()),
        Granularity::Month => (month(start), month(end)),
        // A weekend, or a week that does not begin on a Monday, is given by its ends.
        Granularity::Week if start.weekday() == 0 && days.days() == 7 => {
            let week = ["Week of ", &start.full()].concat();
            return week;
        }
        _ => (start.full(), end.full()),
    };
    if from == to { from } else { [&from, " to ", &to].concat() }
}

/// A range of days in short, with the year once: "1 March to 2 April 2024".
pub fn range(days: DayRange) -> String {
    let year = days.end.year().to_string();
    if days.start == days.end {
        return [&days.start.short(), " ", &year].concat();
    }
    let first = if days.start.year() == days.end.year() {
        days.start.short()
    } else {
        [&days.start.short(), " ", &days.start.year().to_string()].concat()
    };
    [&first, " to ", &days.end.short(), " ", &year].concat()
}

/// When an article was printed: "Wednesday 28 May 2025, 19:20", or what is
/// known instead.
pub fn published(when: &When) -> String {
    let Some(date) = when.date else { return "date not found".to_owned() };
    let full = days(DayRange::single(date), when.granularity);
    match when.time {
        Some(time) => [&full, ", ", &time.to_string()].concat(),
        None => full,
    }
}

/// How the date of an article is known: "stated on the page", "inferred from
/// …, between 23 and 27 May 2025".
pub fn basis(when: &When) -> String {
    if when.date.is_none() {
        return "no date is printed and none could be inferred".to_owned();
    }
    match when.basis {
        Basis::Stated => "stated on the page".to_owned(),
        Basis::Corrected => "corrected by the editor".to_owned(),
        Basis::Inferred => {
            let mut out = String::from("inferred");
            if let Some(seen) = when.evidence.iter().find(|evidence| !evidence.text.is_empty()) {
                out.extend([" from ", &quoted(&seen.text)]);
            }
            if let Some(bounds) = when.bounds().filter(|bounds| bounds.days() > 1) {
                out.extend([", possibly ", &range(bounds)]);
            }
            out
        }
    }
}

/// The word for a status where one is needed: nothing for what happened.
pub fn status(status: Status) -> Option<&'static str> {
    match status {
        Status::Happened => None,
        Status::Planned => Some("Planned"),
        Status::Proposed => Some("Proposed"),
        Status::CalledOff => Some("Called off"),
    }
}

/// Who publishes an article, as it can be named.
pub fn outlet(article: &Article) -> &str {
    article.outlet.as_deref().unwrap_or("Outlet not named")
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
        Basis::Inferred => {
            let mut out = String::from("date inferred");
            if let Some(seen) = event.evidence.iter().find(|evidence| !evidence.text.is_empty()) {
                out.extend([" from ", &quoted(&seen.text)]);
            }
            if let Some(bounds) = event.bounds.filter(|bounds| bounds.days() > 1) {
                out.extend([", possibly ", &range(bounds)]);
            }
            out
        }
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

/// The sources' words between quotation marks.
pub fn quoted(text: &str) -> String {
    ["\u{201c}", &isolated(text), "\u{201d}"].concat()
}

/// Words of a source inside a line of ours. Where they run from right to left,
/// or say themselves how to run, they stand isolated: what is around them keeps
/// its order.
pub fn isolated(text: &str) -> String {
    let turns = |c| {
        matches!(c, '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}' | '\u{fb1d}'..='\u{feff}' | '\u{10800}'..='\u{1efff}')
    };
    if text.chars().any(turns) { ["\u{2068}", text, "\u{2069}"].concat() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use dateline_model::{Day, sample};

    use super::*;

    fn check(said: impl AsRef<str>, expected: &str) {
        assert_eq!(said.as_ref(), expected);
    }

    fn between(start: &str, end: &str) -> DayRange {
        DayRange { start: Day::parse(start).unwrap(), end: Day::parse(end).unwrap() }
    }

    #[test]
    fn words_that_turn_the_direction_stand_isolated() {
        check(isolated("Yeni \u{15e}afak \u{65b0}\u{534e}"), "Yeni \u{15e}afak \u{65b0}\u{534e}");
        check(
            isolated("\u{5d4}\u{5d0}\u{5e8}\u{5e5}"),
            "\u{2068}\u{5d4}\u{5d0}\u{5e8}\u{5e5}\u{2069}",
        );
        check(isolated("\u{202e}abc"), "\u{2068}\u{202e}abc\u{2069}");
        check(
            quoted("\u{627}\u{645}\u{633}"),
            "\u{201c}\u{2068}\u{627}\u{645}\u{633}\u{2069}\u{201d}",
        );
    }

    #[test]
    fn one_is_singular_and_thousands_are_parted() {
        check(count(1, "event"), "1 event");
        check(count(0, "event"), "0 events");
        check(count(1_234_567, "event"), "1,234,567 events");
        check(told_by(2), "told by 2 outlets");
    }

    #[test]
    fn a_heading_is_as_fine_as_the_date_is_known() {
        check(days(between("2025-05-16", "2025-05-16"), Granularity::Day), "Friday 16 May 2025");
        check(days(between("2025-05-01", "2025-05-31"), Granularity::Month), "May 2025");
        check(days(between("1991-01-01", "1991-12-31"), Granularity::Year), "1991");
        let week = days(between("2025-05-19", "2025-05-25"), Granularity::Week);
        check(week, "Week of Monday 19 May 2025");
        let weekend = days(between("2025-05-24", "2025-05-25"), Granularity::Week);
        check(weekend, "Saturday 24 May 2025 to Sunday 25 May 2025");
    }

    #[test]
    fn a_range_says_its_year_once() {
        check(range(between("2024-03-01", "2024-04-02")), "1 March to 2 April 2024");
        check(range(between("2023-12-30", "2024-01-02")), "30 December 2023 to 2 January 2024");
        check(range(between("2024-03-01", "2024-03-01")), "1 March 2024");
    }

    #[test]
    fn an_article_says_when_it_was_printed_and_how_that_is_known() {
        let corpus = sample::corpus();
        let of = |article: usize| &corpus.articles[article].published;
        check(published(of(0)), "Tuesday 5 March 2024, 09:30");
        check(basis(of(0)), "stated on the page");
        check(
            basis(of(2)),
            "inferred from \u{201c}on Wednesday\u{201d}, possibly 12 March to 14 March 2024",
        );
        check(published(of(3)), "date not found");
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
    }

    #[test]
    fn an_inferred_event_says_from_what() {
        let corpus = sample::corpus();
        let event = Event {
            basis: Basis::Inferred,
            bounds: Some(between("2024-03-03", "2024-03-05")),
            ..corpus.events[1].clone()
        };
        check(
            event_line(&event, &corpus),
            "Alder Times \u{b7} date inferred from \u{201c}1998\u{201d}, possibly 3 March to 5 March 2024",
        );
    }
}
