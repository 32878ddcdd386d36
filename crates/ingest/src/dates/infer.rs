//! When was an article published that prints no date?
//!
//! Its own phrases bound it ("On October 20 … held", "on Monday"), and the
//! dated articles that tell of the same people and things do the rest: they
//! give the year, and where several weekdays fit, the nearest of them. What
//! was weighed is all in the evidence.

mod neighbours;
mod phrases;

use dateline_lang::reasons::dates as reasons;
use dateline_model::{Basis, Day, DayRange, Evidence, Granularity, When};

use neighbours::{Neighbour, plan_told_first, shared_office};
pub use neighbours::{Neighbourhood, Subject, Told};
use phrases::{MonthDay, Phrases};

/// News names the day it tells of within this many days. In 34 of 34 Wikinews
/// reports that name a day, the newest named is the day of publication; two
/// days leave room for a weekend and for time zones.
const NEWS_LAG: i32 = 2;

/// Infers the publication date of `subject`, which prints none, from its body
/// and from the dated articles of the corpus.
pub fn infer(subject: &Subject<'_>, around: &Neighbourhood<'_>) -> When {
    let phrases = Phrases::of(subject.language, subject.body, subject.timexes);
    let neighbours = around.nearest(subject);
    let Some(bound) = lower_bound(&phrases, &neighbours) else {
        return without_bound(&phrases, &neighbours);
    };
    let mut evidence = Vec::new();
    let when = match phrases.weekday() {
        Some((weekday, phrase)) => {
            by_weekday(subject, &bound, weekday, phrase, &neighbours, &mut evidence)
        }
        None => {
            evidence.push(Evidence::new(
                "newest-day-told",
                &bound.text,
                reasons::newest_day(bound.day),
            ));
            DayRange { start: bound.day, end: bound.day + NEWS_LAG }.with_best(bound.day)
        }
    };
    evidence.extend(year_evidence(subject, around, &bound, &neighbours));
    evidence.push(closing(&bound, &neighbours));
    When {
        date: Some(when.best),
        time: None,
        earliest: Some(when.range.start),
        latest: Some(when.range.end),
        granularity: Granularity::Day,
        basis: Basis::Inferred,
        evidence,
    }
}

/// The range that the evidence allows and the best day in it.
struct Guess {
    range: DayRange,
    best: Day,
}

trait WithBest {
    fn with_best(self, best: Day) -> Guess;
}

impl WithBest for DayRange {
    fn with_best(self, best: Day) -> Guess {
        Guess { range: self, best }
    }
}

/// The newest day told as past, with its year.
struct Bound {
    day: Day,
    text: String,
    /// Where the year comes from, if the phrase has none.
    year: Option<Year>,
}

struct Year {
    /// The same day of the second-best year.
    other: Day,
    /// What the year was measured against.
    centre: Day,
}

/// The newest day told as past. Days without a year take the year that brings
/// them nearest to the articles about the same people and things.
fn lower_bound(phrases: &Phrases, neighbours: &[Neighbour<'_>]) -> Option<Bound> {
    let centre = centre(neighbours);
    let with_year =
        phrases.full.iter().map(|(day, text)| Bound { day: *day, text: text.clone(), year: None });
    let yearless = centre.into_iter().flat_map(|centre| {
        phrases.month_days.iter().filter_map(move |phrase| place_in_year(phrase, centre))
    });
    with_year.chain(yearless).max_by_key(|bound| bound.day)
}

fn place_in_year(phrase: &MonthDay, centre: Day) -> Option<Bound> {
    let mut years: Vec<Day> = (-2..=2)
        .filter_map(|step| Day::new(centre.year() + step, phrase.month, phrase.day))
        .filter(|day| phrase.weekday.is_none_or(|weekday| day.weekday() == weekday))
        .collect();
    years.sort_by_key(|day| ((*day - centre).abs(), *day));
    let day = *years.first()?;
    Some(Bound {
        day,
        text: phrase.text.clone(),
        year: years.get(1).map(|other| Year { other: *other, centre }),
    })
}

/// The middle of the neighbours' days, each weighed by what it shares.
fn centre(neighbours: &[Neighbour<'_>]) -> Option<Day> {
    let mut days: Vec<(Day, u32)> =
        neighbours.iter().map(|neighbour| (neighbour.article.day, neighbour.weight)).collect();
    days.sort_unstable();
    let half = days.iter().map(|(_, weight)| weight).sum::<u32>().div_ceil(2);
    let mut seen = 0;
    days.iter()
        .find(|(_, weight)| {
            seen += weight;
            seen >= half
        })
        .map(|(day, _)| *day)
}

/// A report that says "on Monday" appears on that Monday or within the six
/// days after. Which Monday: after the newest day told, before the first
/// neighbour that knows a date which this one still waits for, nearest to the
/// neighbours.
fn by_weekday(
    subject: &Subject<'_>,
    bound: &Bound,
    weekday: usize,
    phrase: &str,
    neighbours: &[Neighbour<'_>],
    evidence: &mut Vec<Evidence>,
) -> Guess {
    let first = bound.day + (weekday as i32 - bound.day.weekday() as i32).rem_euclid(7);
    let first = if first == bound.day { first + 7 } else { first };
    let centre = centre(neighbours);
    let plan = plan_told_first(subject, neighbours);
    let last_allowed = plan.as_ref().map(|plan| plan.article.day);
    let mut best = first;
    if let Some(centre) = centre {
        while (best + 7 - centre).abs() <= (best - centre).abs()
            && last_allowed.is_none_or(|last| best + 7 <= last)
        {
            best = best + 7;
        }
    }
    let last = (best + 6).min(last_allowed.unwrap_or(best + 6)).max(best);
    evidence.push(Evidence::new("weekday-told", phrase, reasons::own_weekday(phrase, best)));
    evidence.push(Evidence::new(
        "after-newest-day-told",
        &bound.text,
        reasons::after_newest_day(bound.day, first),
    ));
    if let Some(plan) = &plan {
        evidence.push(Evidence::new(
            "before-date-was-known",
            &plan.text,
            reasons::before_date_was_known(plan.article.title, plan.article.day, &plan.text),
        ));
    }
    if centre.is_some() {
        evidence.push(near_evidence(best, first, last, neighbours));
    }
    DayRange { start: first, end: last }.with_best(best)
}

fn near_evidence(best: Day, first: Day, last: Day, neighbours: &[Neighbour<'_>]) -> Evidence {
    let others: Vec<Day> = (0..=(last - first).max(0) / 7)
        .map(|week| first + 7 * week)
        .filter(|day| *day != best)
        .collect();
    let near = reasons::days(&days(neighbours));
    let why = reasons::nearest_to_neighbours(&near, best, &others);
    Evidence::new("nearest-to-neighbours", near, why)
}

fn year_evidence(
    subject: &Subject<'_>,
    around: &Neighbourhood<'_>,
    bound: &Bound,
    neighbours: &[Neighbour<'_>],
) -> Vec<Evidence> {
    let Some(year) = &bound.year else { return Vec::new() };
    let names: Vec<&str> =
        neighbours.first().map(|near| near.names().take(3).collect()).unwrap_or_default();
    let mut out = vec![Evidence::new(
        "year-from-corpus",
        &bound.text,
        reasons::year_from_corpus(
            &names,
            &reasons::days(&days(neighbours)),
            bound.day,
            year.other,
            year.centre,
        ),
    )];
    if let Some((name, office, article)) = shared_office(subject, around.entities, neighbours) {
        out.push(Evidence::new(
            "same-office",
            format!("{office} {name}"),
            reasons::same_office(name, &office, article.title, article.day),
        ));
    }
    out
}

/// Says how far the inference reaches.
fn closing(bound: &Bound, neighbours: &[Neighbour<'_>]) -> Evidence {
    Evidence::new("no-printed-date", "", reasons::nothing_printed(&bound.text, neighbours.len()))
}

/// No day is told as past: the neighbours alone can only bound it loosely, and
/// a single day would be a guess.
fn without_bound(phrases: &Phrases, neighbours: &[Neighbour<'_>]) -> When {
    let seen = phrases.month_days.iter().map(|phrase| phrase.text.as_str()).next().unwrap_or("");
    let why = if neighbours.is_empty() { reasons::NOTHING_NEAR } else { reasons::NOTHING_TOLD };
    When::unknown(vec![Evidence::new("no-date", seen, why)])
}

/// The neighbours' days, each once, in order.
fn days(neighbours: &[Neighbour<'_>]) -> Vec<Day> {
    let mut days: Vec<Day> = neighbours.iter().map(|neighbour| neighbour.article.day).collect();
    days.sort_unstable();
    days.dedup();
    days
}

#[cfg(test)]
mod tests;
