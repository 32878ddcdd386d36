//! Sentences with every time marked, and sentences without one.
//!
//! Write the marks before looking at what the rules find.

use super::tag;

const WITH: &str = include_str!("sentences.txt");
const WITHOUT: &str = include_str!("not_times.txt");

fn lines(text: &'static str) -> Vec<&'static str> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
}

/// The bare sentence, and its marks as `phrase = value`.
fn unmarked(marked: &str) -> (String, Vec<String>) {
    let (mut text, mut gold) = (String::new(), Vec::new());
    for piece in marked.split('[') {
        let Some((phrase, rest)) = piece.split_once('|') else {
            text += piece;
            continue;
        };
        let (value, rest) = rest.split_once(']').unwrap();
        gold.push(format!("{phrase} = {value}"));
        text += phrase;
        text += rest;
    }
    (text, gold)
}

#[test]
fn every_marked_time_is_found_with_its_value_and_nothing_else() {
    let lines = lines(WITH);
    assert!(lines.len() >= 60, "{} sentences", lines.len());
    let mut wrong = String::new();
    for line in lines {
        let (text, gold) = unmarked(line);
        let found: Vec<String> = tag(&text)
            .iter()
            .map(|one| format!("{} = {}", one.span.of(&text), one.value))
            .collect();
        if found != gold {
            wrong += &format!("{text}\n  marked {gold:?}\n  found  {found:?}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn what_only_looks_like_a_time_is_left_alone() {
    let lines = lines(WITHOUT);
    assert!(lines.len() >= 40, "{} sentences", lines.len());
    let mut wrong = String::new();
    for text in lines {
        for one in tag(text) {
            wrong += &format!("{text}\n  {} = {} ({})\n", one.span.of(text), one.value, one.rule);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
