//! What is read where no language is known, and what is left alone.

use dateline_model::Day;
use dateline_timex::{NEUTRAL, Tagged, tag};

fn check(text: &str, expected: &[&str]) {
    let found = tag(&NEUTRAL, text, Day::new(2025, 5, 28));
    let found: Vec<&str> = found.iter().map(|one| one.value.as_str()).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn every_row_matches_its_example_and_not_its_near_miss() {
    assert_eq!(NEUTRAL.fault(), None);
    for row in NEUTRAL.grammar().rows {
        let text = row.example.replace(['[', ']'], "");
        let found = tag(&NEUTRAL, &text, None);
        let hit = found.iter().find(|one| one.rule == row.name);
        let phrase = row.example.split(['[', ']']).nth(1).unwrap();
        let got = hit.map(|one| (one.span.of(&text), one.value.as_str()));
        assert_eq!(got, Some((phrase, row.value)), "{}", row.name);
        let missed = Tagged::new(&NEUTRAL, row.near_miss);
        assert!(missed.found().iter().all(|one| one.row.name != row.name), "{}", row.name);
    }
}

#[test]
fn dates_in_digits_are_read_in_any_language() {
    check("Wilno, 16.05.2025 – koniec.", &["2025-05-16"]);
    check("発表 2025/05/16 14:30", &["2025-05-16"]);
    check("Le 27/05/2025 et le 05/05/2025.", &["2025-05-27", "2025-05-05"]);
    check("Rilke (1875–1926) schrieb Briefe (1903).", &["1875", "1926", "1903"]);
}

#[test]
fn what_a_word_would_have_to_settle_is_left_alone() {
    for text in [
        "Am 12. Mai im September, gestern, 2024.",
        "Le 03/05/2025.",
        "Tel. 030 1985-2025-11, 2025-05-16-9.",
        "§ 12.5.3.2025, v. 16.05.2025.1",
        "28:30 (14:15)",
        "Mehr als 2000 Menschen (1250) in 1998.",
        "(2024-2020) (1000-2000) (1998/2)",
        "31.02.2025 45.13.2025",
        "1914–18 May March last week",
    ] {
        check(text, &[]);
    }
}
