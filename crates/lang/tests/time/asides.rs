//! What a sentence only compares with, counts from, or names a thing by.

use dateline_lang::en::time::ENGLISH;
use dateline_model::Day;
use dateline_timex::{Aside, MARKS, Tagged};

use super::PUBLISHED;

/// The expressions of `text` that date nothing in it.
fn compared(text: &str) -> Vec<&str> {
    let found = dateline_timex::tag(&ENGLISH, text, Day::parse(PUBLISHED));
    found.iter().filter(|one| one.compared).map(|one| one.span.of(text)).collect()
}

/// A text without its brackets, and where they opened.
fn marked(text: &str) -> (String, usize) {
    (text.replace(['[', ']'], ""), text.find('[').expect("an expression in brackets"))
}

/// Whether `aside` by itself holds of the expression in brackets; `None` where none is found.
fn holds(aside: &Aside, text: &str) -> Option<bool> {
    let (text, start) = marked(text);
    let tagged = Tagged::new(&ENGLISH, &text);
    let found = tagged.found().iter().find(|one| tagged.span(one).start as usize == start)?;
    Some(tagged.holds(aside, found))
}

#[test]
fn every_aside_holds_of_its_example_and_not_of_its_near_miss() {
    for aside in MARKS.iter().chain(ENGLISH.grammar().asides) {
        assert_eq!(holds(aside, aside.example), Some(true), "{}: {}", aside.name, aside.example);
        assert_eq!(
            holds(aside, aside.near_miss),
            Some(false),
            "{}: {}",
            aside.name,
            aside.near_miss
        );
        let tagged =
            Tagged::new(&ENGLISH, &marked(aside.near_miss).0).against(Day::parse(PUBLISHED));
        assert!(
            aside.name.starts_with("mark") || tagged.iter().all(|one| !one.compared),
            "{}",
            aside.name
        );
    }
}

#[test]
fn a_comparison_dates_nothing() {
    for (text, dates) in [
        ("It was the coldest winter since 1962-63.", &["1962", "63"][..]),
        ("Turnout was the lowest in the region since May 1998.", &["May 1998"]),
        ("It was their first defeat since 1992.", &["1992"]),
        ("Exports were up 4 percent from a year ago.", &["a year ago"]),
        ("Profit fell to 3 million euros from 5 million in 2008.", &["2008"]),
        ("More snow fell than in March 2009.", &["March 2009"]),
        ("It paid less than it had in 2008.", &["2008"]),
        ("That compares with a loss of 5 million euros in 2009.", &["2009"]),
        ("No such wave had been seen since 1945.", &["1945"]),
        ("The party has been in power since 1981.", &["1981"]),
        ("Since 2003, prices have doubled.", &["2003"]),
        ("Unlike in 2004, nobody was hurt.", &["2004"]),
        ("Sales rose 3 percent from the year-earlier period.", &["the year-earlier period"]),
    ] {
        assert_eq!(compared(text), dates, "{text}");
    }
}

#[test]
fn the_year_of_a_thing_dates_nothing() {
    for (text, dates) in [
        ("The 2008 film was shown again.", &["2008"][..]),
        ("She spoke of the 1967 war and of a 1998 law.", &["1967", "1998"]),
        ("He lost the disputed 2009 election.", &["2009"]),
        ("She starred in his 1994 play.", &["1994"]),
        ("He missed the 2010-11 season.", &["2010", "11"]),
        ("The peace accord of 1998 holds.", &["1998"]),
        ("Her brother Ivo Novak (1908\u{2013}1936) was a painter.", &["1908", "1936"]),
        ("He wrote Ashes (1996) there.", &["1996"]),
        ("\u{A9} 2010 Novak Media", &["2010"]),
    ] {
        assert_eq!(compared(text), dates, "{text}");
    }
}

#[test]
fn what_happened_on_a_date_is_told_of_it() {
    for text in [
        "She was born in 1950 and died on 5 May 2009.",
        "The war began in 1967.",
        "They have been on strike since Monday.",
        "The girl has not been seen since 24 May.",
        "Protests have gone on since 25 April.",
        "They must leave no later than 30 June.",
        "The first snow fell in November.",
        "He moved from Riga in May.",
        "He was chairman from 2001 to 2004.",
        "The price rose from 3 to 5 euros in April.",
        "In the spring of 2008 the first protests began.",
        "For the rest of 2008 it stayed shut.",
        "They met, as planned, in April.",
        "The law was passed in 1998 and revoked in 2003.",
    ] {
        assert_eq!(compared(text), [""; 0], "{text}");
    }
}
