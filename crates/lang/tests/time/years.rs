//! Years that are far: from 2200 on, of three digits, and with their era.

use super::{PUBLISHED, check};

#[test]
fn a_day_of_a_far_year_is_of_that_year() {
    check(PUBLISHED, "The seal breaks on 1 January 3000.", &["1 January 3000 > 3000-01-01"]);
    check(PUBLISHED, "On January 1, 2450, the seal broke.", &["January 1, 2450 > 2450-01-01"]);
    check(PUBLISHED, "On 1 January 3000 the seal breaks.", &["1 January 3000 > 3000-01-01"]);
    check(PUBLISHED, "The lease ends in May 2999.", &["May 2999 > 2999-05"]);
    check(PUBLISHED, "They sleep until the year 3000.", &["the year 3000 > 3000"]);
}

#[test]
fn a_number_that_counts_is_no_far_year() {
    check(PUBLISHED, "On 14 May 3000 people marched.", &["14 May = 2025-05-14"]);
    check(PUBLISHED, "On 14 May 3000 were arrested.", &["14 May = 2025-05-14"]);
    check(PUBLISHED, "On 14 May 3000 Russians left.", &["14 May = 2025-05-14"]);
    check(PUBLISHED, "In May 4500 houses burnt.", &["May = 2025-05"]);
    check(PUBLISHED, "On May 14, 350 people left.", &["May 14 = 2025-05-14"]);
    check(PUBLISHED, "On May 14, 3,000 people left.", &["May 14 = 2025-05-14"]);
}

#[test]
fn a_day_has_the_era_that_is_printed_with_it() {
    check(PUBLISHED, "He fell on 15 March 44 BC.", &["15 March 44 BC = BC0044-03-15"]);
    check(
        PUBLISHED,
        "He fell on March 15, 44 B.C., in Rome.",
        &["March 15, 44 B.C. = BC0044-03-15"],
    );
    check(PUBLISHED, "It burst on 24 August 79 AD.", &["24 August 79 AD = 0079-08-24"]);
    check(PUBLISHED, "It burst on 24 August AD 79.", &["24 August AD 79 = 0079-08-24"]);
    check(PUBLISHED, "It burst in AD 79, not in 62 CE.", &["AD 79 = 0079", "62 CE = 0062"]);
    check(PUBLISHED, "They took it on 24 August 410.", &["24 August 410 = 0410-08-24"]);
    check(PUBLISHED, "They met on 14 October 1066.", &["14 October 1066 = 1066-10-14"]);
    check(PUBLISHED, "Ice covered it in 10,500 BC.", &[]);
}

#[test]
fn days_of_a_range_share_their_era() {
    check(
        PUBLISHED,
        "They fought from 10 to 13 March 44 BC.",
        &["10 = BC0044-03-10", "13 March 44 BC = BC0044-03-13"],
    );
    check(
        PUBLISHED,
        "They fought March 10-13, 44 BC.",
        &["March 10 = BC0044-03-10", "13, 44 BC = BC0044-03-13"],
    );
}

#[test]
fn a_century_before_christ_is_none_after_him() {
    check(PUBLISHED, "It stood in the 5th century BC.", &["the 5th century BC = BC04"]);
}

#[test]
fn a_year_of_the_buddhist_era_is_one_of_ours() {
    check(PUBLISHED, "It opened on 5 March 2567 BE.", &["5 March 2567 BE = 2024-03-05"]);
    check(PUBLISHED, "It opens in B.E. 2569, says Vell.", &["B.E. 2569 > 2026"]);
    check(
        PUBLISHED,
        "It fell in 2567 BE, and it rose in the year 2550.",
        &["2567 BE = 2024", "the year 2550 = 2007"],
    );
    // Without its mark a month near the printed day is sure, a year alone is not.
    check(PUBLISHED, "It opens in April 2569.", &["April 2569 > 2026-04"]);
    check(PUBLISHED, "They sang of the year 2567.", &[]);
    check(PUBLISHED, "Let it be 2567 be sold.", &[]);
}

#[test]
fn a_year_of_the_hijra_is_none_of_ours() {
    check(PUBLISHED, "The law of 1445 AH holds.", &[]);
    check(PUBLISHED, "It opened on 15 Esfand 1402; the year 1400 was the worst.", &[]);
    check(PUBLISHED, "They met in the year 1400.", &["the year 1400 = 1400"]);
}

#[test]
fn a_decade_may_belong_to_somebody() {
    check(PUBLISHED, "They feared Novak's 1930s plans.", &["1930s = 193"]);
    check(PUBLISHED, "They feared Novak in his early 30s.", &[]);
}
