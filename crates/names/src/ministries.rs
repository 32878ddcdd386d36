//! Ministries that are spelled in small letters: "Russian foreign ministry".

use dateline_model::{EntityKind, Span};

use crate::candidate::{Candidate, Strength};
use crate::fold::fold;
use crate::lexicon::{Lexicon, List, among};
use crate::tokenized::Tokenized;

/// The ministries in small letters of a text, with the word for their country
/// before them. Without one they are [`Strength::Unsupported`].
pub(crate) fn small(lexicon: &Lexicon, text: &Tokenized) -> Vec<Candidate> {
    let mut out = Vec::new();
    for at in 1..text.tokens.len() {
        let topic = at - 1;
        if text.of(at) != lexicon.grammar().ministry
            || !text.follows(at)
            || !lexicon.has(List::MinistryTopics, text.of(topic))
        {
            continue;
        }
        let (first, country) = owner(lexicon, text, topic);
        let begins =
            if first == topic || is_possessive(lexicon, text, topic) { topic } else { first };
        let span = Span { start: text.tokens[begins].span.start, end: text.tokens[at].span.end };
        let text = text.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
        out.push(Candidate {
            span,
            key: fold(&text),
            text,
            kind: Some(EntityKind::Organisation),
            strength: if begins < topic { Strength::Sure } else { Strength::Unsupported },
            row: None,
            titled: false,
            words: at + 1 - begins,
            overruled: false,
            before: None,
            country,
        });
    }
    out
}

/// The country that a name of a ministry begins with: "Russian Foreign Ministry".
pub(crate) fn country_of_key(lexicon: &Lexicon, key: &str) -> Option<(usize, String)> {
    let words: Vec<&str> = key.split(' ').collect();
    (1..=2).rev().find_map(|length| {
        let head = words.get(..length)?.join(" ");
        let rest = words.get(length..)?;
        let country = lexicon.demonym(&head)?;
        (rest.last() == Some(&lexicon.grammar().ministry) && rest.len() > 1)
            .then(|| (country, rest.join(" ")))
    })
}

fn is_possessive(lexicon: &Lexicon, text: &Tokenized, topic: usize) -> bool {
    let possessives = lexicon.grammar().possessives;
    topic.checked_sub(1).is_some_and(|before| among(possessives, text.of(before)))
}

/// The first token of the word for a country before a topic, and that country.
fn owner(lexicon: &Lexicon, text: &Tokenized, topic: usize) -> (usize, Option<usize>) {
    let Some(before) = topic.checked_sub(1) else { return (topic, None) };
    if is_possessive(lexicon, text, topic) {
        let row = before.checked_sub(1).and_then(|name| lexicon.row(text.of(name)));
        return (topic, row.map(|row| lexicon.country_of(row).unwrap_or(row)));
    }
    if !text.capital(before) || !text.follows(topic) {
        return (topic, None);
    }
    if let Some(two) = before.checked_sub(1).filter(|&two| text.capital(two)) {
        let both = format!("{} {}", fold(text.of(two)), fold(text.of(before)));
        if let Some(country) = lexicon.demonym(&both) {
            return (two, Some(country));
        }
    }
    let country = lexicon.demonym(&fold(text.of(before))).or_else(|| lexicon.row(text.of(before)));
    (if country.is_some() { before } else { topic }, country)
}
