//! German times, found and valued: the rows' own examples, CLDR's own phrases, and sentences
//! written for this test.

use dateline_lang::de::time::{GERMAN, cldr};
use dateline_model::{Day, Timex};
use dateline_timex::{Tagged, Tense};

mod sentences;

/// A Wednesday.
const PUBLISHED: &str = "2025-05-28";

fn tag(text: &str) -> Vec<Timex> {
    dateline_timex::tag(&GERMAN, text, Day::parse(PUBLISHED))
}

/// Checks all expressions of `text` as `phrase = value`, and `phrase > value` for those still to
/// come.
fn check(text: &str, expected: &[&str]) {
    let shown = |one: &Timex| {
        format!("{} {} {}", one.span.of(text), if one.future { '>' } else { '=' }, one.value)
    };
    let found: Vec<String> = tag(text).iter().map(shown).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn the_tables_and_patterns_are_sound() {
    assert_eq!(GERMAN.fault(), None);
}

#[test]
fn every_rule_matches_its_own_example_with_its_value() {
    let mut wrong = String::new();
    for rule in GERMAN.grammar().rows {
        let text = rule.example.replace(['[', ']'], "");
        let phrase = rule.example.split(['[', ']']).nth(1).unwrap();
        let start = rule.example.find('[').unwrap();
        let found = tag(&text);
        let hit: Option<&Timex> = found.iter().find(|t| t.span.start as usize == start);
        let got = hit.map(|t| (t.rule.as_str(), t.span.of(&text), t.value.as_str()));
        if got != Some((rule.name, phrase, rule.value)) {
            wrong += &format!("{} {:?}: {got:?}\n", rule.name, rule.example);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn no_rule_matches_its_near_miss() {
    let mut wrong = String::new();
    for rule in GERMAN.grammar().rows {
        let tagged = Tagged::new(&GERMAN, rule.near_miss);
        if let Some(hit) = tagged.found().iter().find(|one| one.row.name == rule.name) {
            let phrase = tagged.span(hit).of(rule.near_miss);
            wrong += &format!("{} matches {phrase:?} in {:?}\n", rule.name, rule.near_miss);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
