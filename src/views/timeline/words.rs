//! What a mark is, in a sentence: for the tooltip, for screen readers and for
//! the list of a mark that stands for several.

use dateline_model::{
    Article, Basis, Corpus, Day, DayRange, EntityKind, Event, Granularity, Status,
};
use dateline_query::axis::{day_name, days_name};

/// "Friday 16 May 2025: Talks were held in the town hall. Told by 3 outlets."
pub fn event_words(event: &Event, outlets: u16) -> String {
    let mut out = event_day(event);
    out.push_str(": ");
    sentence(&mut out, &event.title);
    out.push_str(match event.status {
        Status::Happened => "",
        Status::Planned => " Planned.",
        Status::Proposed => " Proposed.",
        Status::CalledOff => " Called off.",
    });
    out.push_str(" Told by ");
    out.push_str(&counted(outlets.into(), "outlet"));
    out.push('.');
    if event.basis == Basis::Inferred {
        out.push_str(" The date is inferred");
        bounds(&mut out, event.bounds);
    }
    out
}

/// "RT, Monday 26 May 2025: Hopes for a truce. The date is inferred."
pub fn article_words(article: &Article) -> String {
    let mut out = String::from(outlet(article));
    if let Some(date) = article.published.date {
        out.push_str(", ");
        out.push_str(&day_name(date, article.published.granularity));
    }
    out.push_str(": ");
    sentence(&mut out, &article.title);
    if article.published.basis == Basis::Inferred {
        out.push_str(" The date is inferred");
        bounds(&mut out, article.published.bounds());
    }
    out
}

/// Who published it, or that this is not known.
pub fn outlet(article: &Article) -> &str {
    article.outlet.as_deref().unwrap_or("Outlet unknown")
}

/// Where in an event's title the first person's name begins, if only titles stand before it: 24 in
/// "Deputy Harbour Minister Ada Quist opened the bridge", 0 in "The bridge that Ada Quist opened".
pub fn behind_titles(corpus: &Corpus, event: &Event) -> usize {
    let people = || {
        event
            .entities
            .iter()
            .map(|&index| &corpus.entities[index as usize])
            .filter(|entity| entity.kind == EntityKind::Person)
            .flat_map(|entity| &entity.spellings)
    };
    let mut at = 0;
    loop {
        let rest = &event.title[at..];
        if people().any(|spelling| rest.starts_with(&*spelling.text)) {
            return at;
        }
        let title = rest.as_bytes().first().is_some_and(u8::is_ascii_uppercase);
        match rest.bytes().position(|byte| byte == b' ') {
            Some(space) if title => at += space + 1,
            _ => return 0,
        }
    }
}

/// When an event was, as finely as it is known.
pub fn event_day(event: &Event) -> String {
    let one_day = event.days.start == event.days.end;
    match event.granularity {
        Granularity::Year if event.days.start.year() == event.days.end.year() => {
            event.days.start.year().to_string()
        }
        Granularity::Month if event.days.days() <= 31 => {
            day_name(event.days.start, Granularity::Month)
        }
        _ if one_day => event.days.start.full(),
        _ => days_name(event.days),
    }
}

/// "2 June", and with its year where that is not `year`.
pub fn short_day(day: Day, year: i16, granularity: Granularity) -> String {
    if granularity < Granularity::Week {
        return day_name(day, granularity);
    }
    let mut out = day.short();
    if day.year() != year {
        out.push(' ');
        out.push_str(&day.year().to_string());
    }
    out
}

/// "4 events, 16 May to 19 May 2025".
pub fn several(count: usize, what: &str, days: DayRange) -> String {
    let mut out = counted(count, what);
    out.push_str(", ");
    out.push_str(&days_name(days));
    out
}

/// "1 outlet", "3 outlets".
pub fn counted(count: usize, what: &str) -> String {
    let mut out = count.to_string();
    out.push(' ');
    out.push_str(what);
    if count != 1 {
        out.push('s');
    }
    out
}

fn sentence(out: &mut String, text: &str) {
    out.push_str(text);
    let inside = text.trim_end_matches(['\u{201d}', '\u{2019}', '"', ')']);
    if !inside.ends_with(['.', '!', '?', '\u{2026}']) {
        out.push('.');
    }
}

fn bounds(out: &mut String, bounds: Option<DayRange>) {
    if let Some(bounds) = bounds.filter(|bounds| bounds.days() > 1) {
        out.push_str(": ");
        out.push_str(&days_name(bounds));
    }
    out.push('.');
}

#[cfg(test)]
mod tests {
    use dateline_model::sample;

    use super::*;

    #[test]
    fn an_event_is_said_in_words() {
        let corpus = sample::corpus();
        let check = |event: usize, expected: &str| {
            assert_eq!(event_words(&corpus.events[event], 2), expected);
        };
        check(1, "1998: The old bridge was closed\u{2026} Told by 2 outlets.");
        check(2, "Monday 4 March 2024: The new bridge was opened\u{2026} Told by 2 outlets.");
        check(4, "Friday 15 March 2024: The strike\u{2026} is off. Called off. Told by 2 outlets.");
    }

    #[test]
    fn titles_before_a_name_are_told_from_other_words() {
        let mut corpus = sample::corpus();
        let person = corpus.entities.iter().position(|one| one.kind == EntityKind::Person).unwrap();
        let name = corpus.entities[person].spellings[0].text.clone();
        let check = |corpus: &mut Corpus, title: String, expected: usize| {
            corpus.events[2].title = title;
            corpus.events[2].entities = vec![person as u32];
            assert_eq!(behind_titles(corpus, &corpus.events[2]), expected);
        };
        check(&mut corpus, format!("Deputy Harbour Minister {name} opened it"), 24);
        check(&mut corpus, format!("{name} opened it"), 0);
        check(&mut corpus, format!("The bridge that {name} opened"), 0);
        check(&mut corpus, "The bridge was opened".into(), 0);
    }

    #[test]
    fn an_inferred_date_is_said_with_its_bounds() {
        let article = &sample::corpus().articles[2];
        assert_eq!(
            article_words(article),
            "Alder Times, Wednesday 13 March 2024: Strike is called off. \
             The date is inferred: 12 March to 14 March 2024."
        );
    }
}
