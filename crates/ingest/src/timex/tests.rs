//! Finding and valuing together: the rows' own examples.

use dateline_model::{Day, Timex};

use super::tag;
use crate::rules::time_en::RULES;

fn on(day: &str) -> Option<Day> {
    Day::parse(day)
}

#[test]
fn every_rule_matches_its_own_example_with_its_value() {
    let mut wrong = String::new();
    for rule in RULES {
        let text = rule.example.replace(['[', ']'], "");
        let phrase = rule.example.split(['[', ']']).nth(1).unwrap();
        let start = rule.example.find('[').unwrap();
        let found = tag(&text, on("2025-05-28"));
        let hit: Option<&Timex> = found.iter().find(|t| t.span.start as usize == start);
        let got = hit.map(|t| (t.rule.as_str(), t.span.of(&text), t.value.as_str()));
        if got != Some((rule.name, phrase, rule.value)) {
            wrong += &format!("{} {:?}: {got:?}\n", rule.name, rule.example);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
