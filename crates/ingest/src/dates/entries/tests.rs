use dateline_lang::ENGLISH;
use dateline_model::Day;
use dateline_timex::Tagged;

use super::super::read;

/// The days that `words` of a body stand for, where the page is of Wednesday 6 March 2024.
fn check(body: &str, expected: &[(&str, &str)]) {
    let tagged = Tagged::new(ENGLISH.times(), body);
    let found = read(&tagged, body, Day::parse("2024-03-06"));
    let shown: Vec<(&str, &str)> = found
        .iter()
        .filter(|timex| !timex.compared)
        .map(|timex| (timex.span.of(body), timex.value.as_str()))
        .collect();
    assert_eq!(shown, expected, "{body}");
}

#[test]
fn an_entry_counts_from_its_own_day() {
    check(
        "6 March 2024 09.10 GMT\n\nThe mill was searched yesterday, the mayor said.\n\n\
         5 March 2024 18.40 GMT\n\nThe dam broke today and will be mended tomorrow.\n\n\
         4 March 2024 06.05 GMT\n\nOn Monday rain fell.",
        &[
            ("yesterday", "2024-03-05"),
            ("today", "2024-03-05"),
            ("tomorrow", "2024-03-06"),
            ("Monday", "2024-03-04"),
        ],
    );
}

#[test]
fn an_hour_may_stand_with_the_words_of_its_entry() {
    check(
        "Monday, 8:15 a.m. The dam broke last night.\n\n\
         Tuesday, 9:30 a.m. The mill was shut yesterday.\n\n\
         Wednesday, 7 a.m. The road opened today.",
        &[
            ("Monday", "2024-03-04"),
            ("8:15 a.m.", "2024-03-04T08:15"),
            ("last night", "2024-03-03TNI"),
            ("Tuesday", "2024-03-05"),
            ("9:30 a.m.", "2024-03-05T09:30"),
            ("yesterday", "2024-03-04"),
            ("Wednesday", "2024-03-06"),
            ("7 a.m.", "2024-03-06T07:00"),
            ("today", "2024-03-06"),
        ],
    );
}

#[test]
fn a_heading_of_the_day_holds_for_the_hours_below_it() {
    check(
        "Tuesday 5 March\n\n18.40: The dam broke today.\n\nMonday 4 March\n\nRain fell today.\n\n\
         Updated: 3 March 2024, 10:00\n\nRain is to fall tomorrow.",
        &[("today", "2024-03-05"), ("today", "2024-03-04"), ("tomorrow", "2024-03-04")],
    );
}

#[test]
fn fewer_stamps_or_stamps_in_no_order_are_no_entries() {
    let (mill, dam) = ("The mill burnt yesterday.", "The dam broke today.");
    let two = format!("6 March 2024 09.10 GMT\n\n{mill}\n\n5 March 2024 18.40 GMT\n\n{dam}");
    check(
        &two,
        &[
            ("6 March 2024", "2024-03-06"),
            ("09.10 GMT", "2024-03-06T09:10"),
            ("yesterday", "2024-03-05"),
            ("5 March 2024", "2024-03-05"),
            ("18.40 GMT", "2024-03-05T18:40"),
            ("today", "2024-03-06"),
        ],
    );
    check(
        &format!("2 March 2024\n\n{mill}\n\n6 March 2024\n\n{dam}\n\n1 March 2024\n\n{mill}"),
        &[
            ("2 March 2024", "2024-03-02"),
            ("yesterday", "2024-03-05"),
            ("6 March 2024", "2024-03-06"),
            ("today", "2024-03-06"),
            ("1 March 2024", "2024-03-01"),
            ("yesterday", "2024-03-05"),
        ],
    );
}

#[test]
fn a_chronology_of_years_counts_from_the_page() {
    check(
        "5 March 2019\n\nThe dam broke.\n\n6 April 2021\n\nIt broke again.\n\n\
         7 May 2023\n\nIt is mended today.",
        &[
            ("5 March 2019", "2019-03-05"),
            ("6 April 2021", "2021-04-06"),
            ("7 May 2023", "2023-05-07"),
            ("today", "2024-03-06"),
        ],
    );
}
