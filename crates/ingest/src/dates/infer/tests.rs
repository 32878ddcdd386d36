//! Undated articles between dated ones, in an invented town.

use dateline_model::{Basis, Corpus};

use crate::overlay::Overlay;
use crate::{Options, Source, ingest};

/// An article of its own, with the people that make it a neighbour.
fn page(title: &str, date: &str, body: &str) -> String {
    format!("{title}\n\n{date}\n\n{body}\n")
}

const PEOPLE: &str = "Mayor Marta Quell met union leader Anton Weiss and the harbour engineer Ida Moor at the town hall to speak about the bridge, which has divided the town for a year.";

fn corpus(pages: &[String]) -> Corpus {
    let names: Vec<String> = (0..pages.len()).map(|number| format!("{number}.txt")).collect();
    let sources: Vec<Source<'_>> = pages
        .iter()
        .zip(&names)
        .map(|(page, path)| Source { path, bytes: page.as_bytes(), meta: None })
        .collect();
    ingest(&sources, &Overlay::default(), &Options::default())
}

/// The bounds, the best day and the rules that the last page's date rests on.
fn check(pages: &[String], expected: Option<(&str, &str, &str)>, rules: &[&str]) {
    let corpus = corpus(pages);
    let when = &corpus.articles.last().expect("an article").published;
    assert_eq!(when.basis, Basis::Inferred);
    let found = when.date.map(|date| {
        let edge = |day: Option<dateline_model::Day>| day.expect("a bound").to_string();
        (edge(when.earliest), date.to_string(), edge(when.latest))
    });
    let expected = expected.map(|(a, b, c)| (a.to_owned(), b.to_owned(), c.to_owned()));
    assert_eq!(found, expected, "{:#?}", when.evidence);
    let seen: Vec<&str> = when.evidence.iter().map(|evidence| evidence.rule.as_str()).collect();
    for rule in rules {
        assert!(seen.contains(rule), "{rule} in {seen:?}");
    }
}

fn dated(title: &str, date: &str) -> String {
    page(title, date, PEOPLE)
}

#[test]
fn a_day_without_a_year_takes_the_year_of_its_neighbours() {
    let neighbours =
        [dated("Bridge talks begin", "5 March 2024"), dated("Bridge talks go on", "7 March 2024")];
    let undated = page(
        "A meeting in autumn",
        "",
        &format!("On October 20, the council voted for the new tolls by a wide margin. {PEOPLE}"),
    );
    let pages: Vec<String> = neighbours.into_iter().chain([undated]).collect();
    check(
        &pages,
        Some(("2023-10-20", "2023-10-20", "2023-10-22")),
        &["newest-day-told", "year-from-corpus", "no-printed-date"],
    );
}

#[test]
fn a_bare_weekday_is_the_one_nearest_to_the_neighbours() {
    let neighbours = [
        dated("Bridge talks begin", "19 March 2024"),
        dated("Bridge talks go on", "21 March 2024"),
    ];
    let undated = page(
        "Quell answers the union",
        "",
        &format!(
            "Quell said on Monday that the town could wait. The bridge was opened on March 4 after a long dispute. {PEOPLE}"
        ),
    );
    let pages: Vec<String> = neighbours.into_iter().chain([undated]).collect();
    check(
        &pages,
        Some(("2024-03-11", "2024-03-18", "2024-03-24")),
        &["weekday-told", "after-newest-day-told", "nearest-to-neighbours"],
    );
}

#[test]
fn an_article_that_waits_for_a_date_is_older_than_the_first_that_names_it() {
    let plan = page(
        "Date for the bridge vote is set",
        "14 March 2024",
        &format!(
            "The council will hold the second public vote on bridge tolls on 28 March, the town said. {PEOPLE}"
        ),
    );
    let undated = page(
        "Vote to be announced",
        "",
        &format!(
            "The council will announce the date of the second public vote on bridge tolls soon, Quell said on Tuesday. The bridge was opened on March 4. {PEOPLE}"
        ),
    );
    check(
        &[plan, undated],
        Some(("2024-03-05", "2024-03-12", "2024-03-14")),
        &["before-date-was-known"],
    );
}

#[test]
fn without_a_neighbour_or_a_day_no_date_is_made_up() {
    let lone =
        page("The ferry", "", &format!("The ferry crosses the harbour on most days. {PEOPLE}"));
    check(std::slice::from_ref(&lone), None, &["no-date"]);
    check(&[dated("Bridge talks begin", "5 March 2024"), lone], None, &["no-date"]);
}

#[test]
fn a_whole_date_in_the_text_needs_no_neighbour() {
    let lone = page(
        "The vote",
        "",
        &format!(
            "The council voted on 20 October 2023 for the new tolls by a wide margin. {PEOPLE}"
        ),
    );
    check(&[lone], Some(("2023-10-20", "2023-10-20", "2023-10-22")), &["newest-day-told"]);
}
