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
    // What has been, and the day on which it was announced.
    check(EARLY, "The party lost a vote on 7 July.", &["7 July = 2024-07-07"]);
    check(EARLY, "The king announced talks on 3 February.", &["3 February = 2025-02-03"]);
    check(EARLY, "The king announced an election on Monday.", &["Monday = 2025-02-10"]);
    check(EARLY, "The king called for calm on Monday.", &["Monday = 2025-02-10"]);
    check(EARLY, "They voted for the tolls on 7 July.", &["7 July = 2024-07-07"]);
    check(EARLY, "They met a crowd Monday calling for bread.", &["Monday = 2025-02-10"]);
    check(EARLY, "Starting on Monday they were able to leave.", &["Monday = 2025-02-10"]);
}
