//! Which day a plan means: timetables in the present, and what is asked for or announced.

use super::check;

/// A Saturday early in the year, so that the last such day is nearer than the next.
const EARLY: &str = "2025-02-15";

#[test]
fn a_timetable_in_the_present_is_to_come() {
    check(EARLY, "The ban takes effect on December 31.", &["December 31 > 2025-12-31"]);
    check(EARLY, "The rules come into force on 1 November.", &["1 November > 2025-11-01"]);
    check(EARLY, "The mayor takes office Friday.", &["Friday > 2025-02-21"]);
    check(
        EARLY,
        "The fair starts on June 1 at noon.",
        &["June 1 > 2025-06-01", "noon > 2025-06-01T12:00"],
    );
    check(EARLY, "The ban took effect on December 31.", &["December 31 = 2024-12-31"]);
    check(EARLY, "She takes pride in what she did on Friday.", &["Friday = 2025-02-14"]);
}

#[test]
fn what_is_asked_for_or_announced_is_to_come() {
    check(EARLY, "The party called for a vote on 7 July.", &["7 July > 2025-07-07"]);
    check(EARLY, "They are calling for protests on Monday.", &["Monday > 2025-02-17"]);
    check(EARLY, "The king announced an election on 7 July.", &["7 July > 2025-07-07"]);
    check(EARLY, "She spoke ahead of the vote on 7 July.", &["7 July > 2025-07-07"]);
    check(EARLY, "All schools were told to shut, starting Monday.", &["Monday > 2025-02-17"]);
    check(EARLY, "They urged members to march on Monday.", &["Monday > 2025-02-17"]);
    check(EARLY, "They urged members to say what happened on Monday.", &["Monday = 2025-02-10"]);
    check(EARLY, "They called for all to march after Friday's prayers.", &["Friday > 2025-02-21"]);
    check(EARLY, "They hoped to land the food by Monday.", &["Monday > 2025-02-17"]);
    check(EARLY, "A plane was standing by to fly to Ostrey Monday.", &["Monday > 2025-02-17"]);
    check(EARLY, "They had hoped to show what happened on Monday.", &["Monday = 2025-02-10"]);
    // What has been, and the day on which it was announced.
    check(EARLY, "The party lost a vote on 7 July.", &["7 July = 2024-07-07"]);
    check(EARLY, "The king announced talks on 3 February.", &["3 February = 2025-02-03"]);
    check(EARLY, "The king announced an election on Monday.", &["Monday = 2025-02-10"]);
    check(EARLY, "The king called for calm on Monday.", &["Monday = 2025-02-10"]);
    check(EARLY, "They voted for the tolls on 7 July.", &["7 July = 2024-07-07"]);
    check(EARLY, "They met a crowd Monday calling for bread.", &["Monday = 2025-02-10"]);
    check(EARLY, "Starting on Monday they were able to leave.", &["Monday = 2025-02-10"]);
}

#[test]
fn a_day_of_which_something_is_told_is_past_whatever_ran_into_the_sentence() {
    check(
        EARLY,
        "The mayor must go, crowds chant (Wire) -- Saturday saw marches all over Ostrey.",
        &["Saturday = 2025-02-15"],
    );
    check(EARLY, "Monday brought rain.", &["Monday = 2025-02-10"]);
}

#[test]
fn the_day_that_heads_a_report_is_that_of_its_writing() {
    check(
        EARLY,
        "OSTREY, Dec 28 (Wire) - The court will rule on Friday.",
        &["Dec 28 = 2024-12-28", "Friday > 2025-02-21"],
    );
    check(EARLY, "The court of OSTREY, Dec 28 (a hall) will rule.", &["Dec 28 > 2025-12-28"]);
}

#[test]
fn what_was_done_for_an_end_or_by_a_cause_is_past() {
    check(EARLY, "The club signed him to take her place on Tuesday.", &["Tuesday = 2025-02-11"]);
    check(EARLY, "They turned back, due to the fog on Tuesday.", &["Tuesday = 2025-02-11"]);
    check(
        EARLY,
        "They were stuck, all of them, due to low light on Tuesday.",
        &["Tuesday = 2025-02-11"],
    );
    check(EARLY, "The envoy is due to visit the port on Tuesday.", &["Tuesday > 2025-02-18"]);
    check(EARLY, "The envoy, due to arrive on Tuesday, said no.", &["Tuesday > 2025-02-18"]);
    check(EARLY, "They came to take part in talks on Tuesday.", &["Tuesday > 2025-02-18"]);
}

#[test]
fn a_death_is_past() {
    check(EARLY, "The painter died on Monday.", &["Monday = 2025-02-10"]);
    check(EARLY, "He died 12 January.", &["12 January = 2025-01-12"]);
}

#[test]
fn a_day_after_a_weekday_goes_on_no_list_of_months() {
    check(
        EARLY,
        "Monday: fog, as in the December 16 gale.",
        &["Monday = 2025-02-10", "December 16 = 2024-12-16"],
    );
}

#[test]
fn what_is_compared_with_gives_later_months_no_year() {
    check(
        EARLY,
        "Sales were the best since May 2022. In June they had stood still.",
        &["May 2022 = 2022-05", "June = 2024-06"],
    );
    check(
        EARLY,
        "He left in May 2022. In June she had stayed.",
        &["May 2022 = 2022-05", "June = 2022-06"],
    );
}
