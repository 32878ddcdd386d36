//! Four digits: hours where a zone says so, years where nothing counts or labels, else nothing.

use super::{PUBLISHED, check};

#[test]
fn four_digits_before_a_zone_are_an_hour() {
    check(
        PUBLISHED,
        "The vote is due at 1400 GMT on Friday.",
        &["1400 GMT > 2025-05-30T14:00", "Friday > 2025-05-30"],
    );
    check(
        PUBLISHED,
        "It landed at 2015 local time on Monday.",
        &["2015 local time = 2025-05-26T20:15", "Monday = 2025-05-26"],
    );
    check(PUBLISHED, "The ship left at 1945 hours.", &["1945 hours = 2025-05-28T19:45"]);
    check(PUBLISHED, "It sank at 1800Z.", &["1800Z = 2025-05-28T18:00"]);
    check(
        PUBLISHED,
        "The quake struck on Sunday (0312 UTC).",
        &["Sunday = 2025-05-25", "0312 UTC = 2025-05-25T03:12"],
    );
    check(PUBLISHED, "It struck at 16.30 GMT.", &["16.30 GMT = 2025-05-28T16:30"]);
}

#[test]
fn the_same_hour_of_another_zone_is_told_once() {
    check(
        PUBLISHED,
        "The bell rang at 7pm local time (1600 GMT) on Monday.",
        &["7pm local time (1600 GMT) = 2025-05-26T19:00", "Monday = 2025-05-26"],
    );
    check(
        PUBLISHED,
        "It rang at 8 p.m. EST (01:00 UTC).",
        &["8 p.m. EST (01:00 UTC) = 2025-05-28T20:00"],
    );
    check(
        PUBLISHED,
        "It rang at 7 p.m. (a year after 1998).",
        &["7 p.m. = 2025-05-28T19:00", "a year after = P1Y", "1998 = 1998"],
    );
}

#[test]
fn a_year_before_a_word_like_a_zone_stays_a_year() {
    check(PUBLISHED, "In 2015 local elections were held.", &["2015 = 2015"]);
    check(PUBLISHED, "In 2012 et al. were cited.", &["2012 = 2012"]);
    check(PUBLISHED, "They met in 1998 (at 2561 GMT Road).", &["1998 = 1998"]);
}

#[test]
fn what_four_digits_count_measure_or_label_is_no_time() {
    for text in [
        "Flight 1549, flight QX 1812 and flights 1811 and 1902 were late.",
        "Route 1066 and Train 1984 were closed.",
        "The Boeing 2020 was sold with Windows 2000.",
        "The hut stands at 1850 metres, at an altitude of 1850.",
        "The 1850-metre peak and the 1900-seat hall were shut.",
        "The motion got 1998 votes of 2015 voters.",
    ] {
        check(PUBLISHED, text, &[]);
    }
    check(PUBLISHED, "The crew worked 1945 hours.", &["1945 hours = PT1945H"]);
    check(PUBLISHED, "World Cup 2018 day five: Riga won.", &["2018 = 2018"]);
}

#[test]
fn four_digits_take_the_zone_of_the_hour_beside_them() {
    check(
        PUBLISHED,
        "The shock hit at 1653 (2153 GMT) on Monday.",
        &["1653 (2153 GMT) = 2025-05-26T16:53", "Monday = 2025-05-26"],
    );
    check(
        PUBLISHED,
        "He tweeted at 1209 a.m. on 13 May.",
        &["1209 a.m. = 2025-05-13T00:09", "13 May = 2025-05-13"],
    );
    check(
        PUBLISHED,
        "Aired on Monday from 1410 to 1430 GMT.",
        &["Monday = 2025-05-26", "1410 = 2025-05-26T14:10", "1430 GMT = 2025-05-26T14:30"],
    );
    check(
        PUBLISHED,
        "On 19 May, 1300 GMT, they met.",
        &["19 May = 2025-05-19", "1300 GMT = 2025-05-19T13:00"],
    );
    check(PUBLISHED, "Sold at 1990 prices, it closed at 1850.", &["1990 = 1990"]);
}

/// The entries of a live report, each opened by its hour.
fn report(hours: &[&str]) -> String {
    hours.iter().map(|hour| format!("{hour} The mayor of Ostrey spoke.\n\n")).collect()
}

#[test]
fn the_hours_that_open_the_entries_of_a_live_report_are_no_years() {
    check(PUBLISHED, &report(&["2155", "2044", "1918", "1536"]), &[]);
    check(PUBLISHED, &report(&["0730", "1048", "1512", "1918"]), &[]);
    // One that opens a sentence in their order is one too; a year in a sentence is none.
    let inside = "2155 He spoke. 2044 The crowd rose as in 1998.\n\n";
    check(PUBLISHED, &(inside.to_owned() + &report(&["1918", "1814", "1536"])), &["1998 = 1998"]);
    // A chronicle goes forward, and some of its years could be no hour.
    let years = ["1812", "1848", "1914", "1945"];
    check(
        PUBLISHED,
        &report(&years),
        &years.map(|year| format!("{year} = {year}")).each_ref().map(String::as_str),
    );
    let years = ["1990", "1918", "1848", "1812"];
    check(
        PUBLISHED,
        &report(&years),
        &years.map(|year| format!("{year} = {year}")).each_ref().map(String::as_str),
    );
}

#[test]
fn an_hour_takes_its_half_from_the_part_of_the_day() {
    check(
        PUBLISHED,
        "It rang at 6:30 in the evening.",
        &["6:30 in the evening = 2025-05-28T18:30"],
    );
    check(
        PUBLISHED,
        "It rang at seven in the morning.",
        &["seven in the morning = 2025-05-28T07:00"],
    );
    check(
        PUBLISHED,
        "It rang at 4:15 this afternoon.",
        &["4:15 this afternoon = 2025-05-28T16:15"],
    );
    check(PUBLISHED, "It rang at 9:30 last night.", &["9:30 last night = 2025-05-27T21:30"]);
    check(PUBLISHED, "He shot two in the morning.", &["the morning = XXXX-XX-XXTMO"]);
}
