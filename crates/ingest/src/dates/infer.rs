//! When was an article published that prints no date?
//!
//! Its own phrases bound it ("On October 20 … held", "on Monday"), and the
//! dated articles that tell of the same people and things do the rest: they
//! give the year, and where several weekdays fit, the nearest of them. What
//! was weighed is all in the evidence.

mod neighbours;
mod phrases;

use dateline_model::{Basis, Day, DayRange, Evidence, Granularity, When};

use crate::wording::{InWords, WEEKDAY_NAMES};

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
    let phrases = Phrases::of(subject.body, subject.timexes);
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
                format!(
                    "The newest day that the text tells of as past is {}; news appears on that day or just after.",
                    bound.day.full()
                ),
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
    let name = WEEKDAY_NAMES[weekday];
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
    evidence.push(Evidence::new(
        "weekday-told",
        phrase,
        format!(
            "The text tells of “{phrase}” as its own day, so it appeared on a {name}, {}.",
            best.full()
        ),
    ));
    evidence.push(Evidence::new(
        "after-newest-day-told",
        &bound.text,
        format!(
            "It looks back on {}, so it is later; the first {name} after that is {}.",
            bound.day.short(),
            first.short()
        ),
    ));
    if let Some(plan) = &plan {
        evidence.push(Evidence::new(
            "before-date-was-known",
            &plan.text,
            format!(
                "It still waits for a date that “{}” ({}) names: “{}”. So it is not later than {}.",
                plan.article.title,
                plan.article.day.short(),
                plan.text,
                plan.article.day.full()
            ),
        ));
    }
    if centre.is_some() {
        evidence.push(near_evidence(best, first, last, name, neighbours));
    }
    DayRange { start: first, end: last }.with_best(best)
}

fn near_evidence(
    best: Day,
    first: Day,
    last: Day,
    name: &str,
    neighbours: &[Neighbour<'_>],
) -> Evidence {
    let others: Vec<String> = (0..=(last - first).max(0) / 7)
        .map(|week| first + 7 * week)
        .filter(|day| *day != best)
        .map(Day::short)
        .collect();
    let also = if others.is_empty() {
        format!("No other {name} fits.")
    } else {
        format!("Also possible: {}.", others.join(", "))
    };
    Evidence::new(
        "nearest-to-neighbours",
        list_days(neighbours),
        format!(
            "The articles that name the same people and things are of {}; {} is the nearest {name} to them. {also}",
            list_days(neighbours),
            best.short()
        ),
    )
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
        format!(
            "The page prints no year. The year {} is taken from the corpus: its articles that name {} too are of {}, and {} lies nearest to them ({} days off; {} would be {} days off).",
            bound.day.year(),
            and_list(&names),
            list_days(neighbours),
            date_words(bound.day),
            (bound.day - year.centre).abs(),
            date_words(year.other),
            (year.other - year.centre).abs(),
        ),
    )];
    if let Some((name, office, article)) = shared_office(subject, around.entities, neighbours) {
        out.push(Evidence::new(
            "same-office",
            format!("{office} {name}"),
            format!(
                "The page calls {name} “{office}”, as “{}” of {} does; both fall in one term of office.",
                article.title,
                date_words(article.day)
            ),
        ));
    }
    out
}

/// Says how far the inference reaches.
fn closing(bound: &Bound, neighbours: &[Neighbour<'_>]) -> Evidence {
    Evidence::new(
        "no-printed-date",
        "",
        format!(
            "No publication date is printed on the page. Weighed: the day “{}” in the text and {} in the corpus.",
            bound.text,
            count(
                neighbours.len(),
                "article about the same names",
                "articles about the same names"
            )
        ),
    )
}

/// No day is told as past: the neighbours alone can only bound it loosely, and
/// a single day would be a guess.
fn without_bound(phrases: &Phrases, neighbours: &[Neighbour<'_>]) -> When {
    let seen = phrases.month_days.iter().map(|phrase| phrase.text.as_str()).next().unwrap_or("");
    let why = if neighbours.is_empty() {
        "No publication date is printed, and no dated article of the corpus names the same people and things."
    } else {
        "No publication date is printed, and the text tells of no day that could bound it."
    };
    When::unknown(vec![Evidence::new("no-date", seen, why)])
}

fn date_words(day: Day) -> String {
    format!("{} {}", day.short(), day.year())
}

fn list_days(neighbours: &[Neighbour<'_>]) -> String {
    let mut days: Vec<Day> = neighbours.iter().map(|neighbour| neighbour.article.day).collect();
    days.sort_unstable();
    days.dedup();
    let words: Vec<String> = days.iter().map(|day| date_words(*day)).collect();
    and_list(&words.iter().map(String::as_str).collect::<Vec<_>>())
}

fn and_list(words: &[&str]) -> String {
    match words {
        [] => "nothing".into(),
        [one] => (*one).into(),
        [head @ .., last] => format!("{} and {last}", head.join(", ")),
    }
}

fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

#[cfg(test)]
mod tests;
