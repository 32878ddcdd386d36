//! Ministries that are spelled in small letters: "Russian foreign ministry".

use dateline_model::{EntityKind, Span};

use super::candidates::{Candidate, Strength};
use super::fold::fold;
use super::lexicon::{Lexicon, List};
use super::reading::Reading;

/// The ministries in small letters of a text, with the word for their country
/// before them. Without one they are [`Strength::Unsupported`].
pub(super) fn small(lexicon: &Lexicon, reading: &Reading) -> Vec<Candidate> {
    let mut out = Vec::new();
    for at in 1..reading.tokens.len() {
        let topic = at - 1;
        if reading.of(at) != "ministry"
            || !reading.follows(at)
            || !lexicon.has(List::MinistryTopics, reading.of(topic))
        {
            continue;
        }
        let (first, country) = owner(lexicon, reading, topic);
        let begins = if first == topic || is_possessive(reading, topic) { topic } else { first };
        let span =
            Span { start: reading.tokens[begins].span.start, end: reading.tokens[at].span.end };
        let text = reading.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
        out.push(Candidate {
            span,
            key: fold(&text),
            text,
            kind: Some(EntityKind::Organisation),
            strength: if begins < topic { Strength::Sure } else { Strength::Unsupported },
            row: None,
            titled: false,
            words: at + 1 - begins,
            country,
        });
    }
    out
}

/// The country that a name of a ministry begins with: "Russian Foreign Ministry".
pub(super) fn country_of_key(lexicon: &Lexicon, key: &str) -> Option<(usize, String)> {
    let words: Vec<&str> = key.split(' ').collect();
    (1..=2).rev().find_map(|length| {
        let head = words.get(..length)?.join(" ");
        let rest = words.get(length..)?;
        let country = lexicon.demonym(&head)?;
        (rest.last() == Some(&"ministry") && rest.len() > 1).then(|| (country, rest.join(" ")))
    })
}

fn is_possessive(reading: &Reading, topic: usize) -> bool {
    topic
        .checked_sub(1)
        .is_some_and(|before| matches!(reading.of(before), "'s" | "\u{2019}s" | "'" | "\u{2019}"))
}

/// The first token of the word for a country before a topic, and that country.
fn owner(lexicon: &Lexicon, reading: &Reading, topic: usize) -> (usize, Option<usize>) {
    let Some(before) = topic.checked_sub(1) else { return (topic, None) };
    if is_possessive(reading, topic) {
        let row = before.checked_sub(1).and_then(|name| lexicon.row(reading.of(name)));
        return (topic, row.map(|row| lexicon.country_of(row).unwrap_or(row)));
    }
    if !reading.capital(before) || !reading.follows(topic) {
        return (topic, None);
    }
    if let Some(two) = before.checked_sub(1).filter(|&two| reading.capital(two)) {
        let both = format!("{} {}", fold(reading.of(two)), fold(reading.of(before)));
        if let Some(country) = lexicon.demonym(&both) {
            return (two, Some(country));
        }
    }
    let country =
        lexicon.demonym(&fold(reading.of(before))).or_else(|| lexicon.row(reading.of(before)));
    (if country.is_some() { before } else { topic }, country)
}
