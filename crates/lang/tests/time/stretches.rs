//! Ranges: both ends carry the days from the first to the last, and share what only one says.

use dateline_lang::en::time::ENGLISH;
use dateline_model::Day;

use super::PUBLISHED;

/// Checks the stretch of each expression of `text`, as `phrase first last`, or the phrase and its
/// value where it is of none.
fn check(text: &str, expected: &[&str]) {
    let found = dateline_timex::tag(&ENGLISH, text, Day::parse(PUBLISHED));
    let found: Vec<String> = found
        .iter()
        .map(|one| match one.stretch {
            Some(days) => format!("{} {} {}", one.span.of(text), days.start, days.end),
            None => format!("{} = {}", one.span.of(text), one.value),
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn both_ends_of_a_range_carry_all_of_it() {
    check(
        "The fair ran from May 3-6 in Ostrey.",
        &["May 3 2025-05-03 2025-05-06", "6 2025-05-03 2025-05-06"],
    );
    check(
        "The fair ran from 28 April to 2 May.",
        &["28 April 2025-04-28 2025-05-02", "2 May 2025-04-28 2025-05-02"],
    );
    check(
        "Between 3 and 7 May the road was shut.",
        &["3 2025-05-03 2025-05-07", "7 May 2025-05-03 2025-05-07"],
    );
    check(
        "Between April 1974 and March 1977 she led the guild.",
        &["April 1974 1974-04-01 1977-03-31", "March 1977 1974-04-01 1977-03-31"],
    );
    check(
        "Sales were flat in 1997-2002 and during 2010-14.",
        &[
            "1997 1997-01-01 2002-12-31",
            "2002 1997-01-01 2002-12-31",
            "2010 2010-01-01 2014-12-31",
            "14 2010-01-01 2014-12-31",
        ],
    );
    check(
        "The mine was shut from 1998 through 2001.",
        &["1998 1998-01-01 2001-12-31", "2001 1998-01-01 2001-12-31"],
    );
}

#[test]
fn the_ends_of_a_range_share_their_year_across_the_turn_of_it() {
    let winter = ["2023-12-27 2024-01-04"; 2];
    let with = |first: &str, last: &str| [first, last].map(String::from);
    for (text, phrases) in [
        ("It lasted from Dec. 27, 2023 to Jan. 4, 2024.", with("Dec. 27, 2023", "Jan. 4, 2024")),
        ("It lasted from Dec. 27 to Jan. 4, 2024.", with("Dec. 27", "Jan. 4, 2024")),
        ("It lasted from Dec. 27, 2023 to Jan. 4.", with("Dec. 27, 2023", "Jan. 4")),
    ] {
        let expected: Vec<String> =
            phrases.iter().zip(winter).map(|(phrase, days)| format!("{phrase} {days}")).collect();
        check(text, &expected.iter().map(String::as_str).collect::<Vec<_>>());
    }
    check(
        "Snow fell from November to January.",
        &["November 2024-11-01 2025-01-31", "January 2024-11-01 2025-01-31"],
    );
    check(
        "Talks will run from June to February.",
        &["June 2025-06-01 2026-02-28", "February 2025-06-01 2026-02-28"],
    );
}

#[test]
fn weekdays_of_a_range_are_of_one_stretch() {
    check(
        "The bridge was shut from Saturday to Tuesday.",
        &["Saturday 2025-05-24 2025-05-27", "Tuesday 2025-05-24 2025-05-27"],
    );
    check(
        "The bridge will be shut from Thursday until Monday.",
        &["Thursday 2025-05-29 2025-06-02", "Monday 2025-05-29 2025-06-02"],
    );
}

#[test]
fn a_list_is_days_each() {
    check(
        "They met on 3, 4 and 7 May.",
        &["3 = 2025-05-03", "4 = 2025-05-04", "7 May = 2025-05-07"],
    );
    check(
        "They met on May 5, 12 and 19 in Riga.",
        &["May 5 = 2025-05-05", "12 = 2025-05-12", "19 = 2025-05-19"],
    );
    check("They met on March 4 and 5.", &["March 4 = 2025-03-04", "5 = 2025-03-05"]);
    check(
        "It began on 2 January and ended on 5 March.",
        &["2 January = 2025-01-02", "5 March = 2025-03-05"],
    );
    // One year serves them all, though the last alone would be nearer in another.
    check(
        "They met on 24, 27 and 30 November.",
        &["24 = 2024-11-24", "27 = 2024-11-27", "30 November = 2024-11-30"],
    );
}

#[test]
fn two_times_held_against_each_other_are_no_range() {
    check(
        "They moved the vote from Monday to Tuesday.",
        &["Monday = 2025-05-26", "Tuesday = 2025-05-27"],
    );
    check("The difference between 2008 and 2009 was small.", &["2008 = 2008", "2009 = 2009"]);
    check(
        "He left on Monday \u{2013} Tuesday was calm.",
        &["Monday = 2025-05-26", "Tuesday = 2025-05-27"],
    );
    check("They raised it on April 29 to 5 on the scale.", &["April 29 = 2025-04-29"]);
    check("Riga wins May 7 - 18 hrs ago", &["May 7 = 2025-05-07"]);
    check("He led it in 2008 and 2009.", &["2008 = 2008", "2009 = 2009"]);
}

#[test]
fn a_night_between_two_days_is_of_them() {
    check(
        "The ferry sailed overnight from 4 to 5 May.",
        &["overnight = 2025-05-04TNI", "4 2025-05-04 2025-05-05", "5 May 2025-05-04 2025-05-05"],
    );
}
