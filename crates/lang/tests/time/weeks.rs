//! Weeks, "last", "next", and years that stand apart from their day.

use super::{PUBLISHED, check};

#[test]
fn a_weekday_may_name_its_week() {
    check(PUBLISHED, "She left on Friday of last week.", &["Friday of last week = 2025-05-23"]);
    check(
        PUBLISHED,
        "She left Monday night this week.",
        &["Monday night this week = 2025-05-26TNI"],
    );
    check(PUBLISHED, "She leaves on Thursday next week.", &["Thursday next week > 2025-06-05"]);
    check(
        PUBLISHED,
        "She left the Tuesday before last.",
        &["the Tuesday before last = 2025-05-20"],
    );
    check(PUBLISHED, "She leaves a week on Monday.", &["a week on Monday > 2025-06-09"]);
    // One of last week's, or one and last week.
    check(
        PUBLISHED,
        "She sang on Friday, last week she rested.",
        &["Friday = 2025-05-23", "last week = 2025-W21"],
    );
}

#[test]
fn a_week_may_name_its_day() {
    check(PUBLISHED, "It fell in the week of 5 March.", &["the week of 5 March = 2025-W10"]);
    check(
        PUBLISHED,
        "It fell in the week beginning May 12.",
        &["the week beginning May 12 = 2025-W20"],
    );
    check(PUBLISHED, "It fell a fortnight ago.", &["a fortnight ago = 2025-W20"]);
    check(PUBLISHED, "It fell the week before last.", &["the week before last = 2025-W20"]);
    check(PUBLISHED, "It lasted a fortnight.", &["a fortnight = P2W"]);
}

#[test]
fn a_day_takes_the_year_that_stands_behind_it() {
    check(
        PUBLISHED,
        "It opened on 13 October last year.",
        &["13 October = 2024-10-13", "last year = 2024"],
    );
    check(
        PUBLISHED,
        "It opened on Friday, Jan. 3 of this year.",
        &["Friday, Jan. 3 = 2025-01-03", "this year = 2025"],
    );
    check(
        PUBLISHED,
        "The March 9 riot at the harbour in 2021 was long.",
        &["March 9 = 2021-03-09", "2021 = 2021"],
    );
    // A verb or a comma between parts them.
    check(
        PUBLISHED,
        "On March 9 prices fell as in 2021.",
        &["March 9 = 2025-03-09", "2021 = 2021"],
    );
    check(
        PUBLISHED,
        "On March 9, a strike in 2021 was recalled.",
        &["March 9 = 2025-03-09", "2021 = 2021"],
    );
}

#[test]
fn decades_keep_their_apostrophe() {
    check(
        PUBLISHED,
        "They sang through the '80s and early '90s.",
        &["the '80s = 198", "early '90s = 199"],
    );
    check(PUBLISHED, "He left in '98 and said 'nothing'.", &["'98 = 1998"]);
}
