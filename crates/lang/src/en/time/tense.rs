//! What English verbs and prepositions say of past and to come.

use std::ops::Range;

use dateline_timex::{Found, Sign, Tense, Tokens, listed};

use super::cues::{AHEAD, BACK, CLAUSE, NOT_PAST, PLANNED, TO_COME};

/// What token `at` says.
pub(super) fn sign(tokens: &Tokens<'_>, at: usize) -> Sign {
    match cue(tokens, at) {
        Some(Tense::Past) => Sign::Back,
        Some(Tense::Future) => Sign::Ahead,
        _ if matches!(tokens.get(at), ";" | ":") || listed(&CLAUSE, tokens.get(at)) => Sign::Clause,
        _ => Sign::Nothing,
    }
}

/// What the words right before and after an expression say.
pub(super) fn beside(tokens: &Tokens<'_>, found: &Found, sentence: &Range<usize>) -> Option<Tense> {
    let inside = |at: &usize| sentence.contains(at);
    // "Officials said talks on Monday would resume."
    for at in (found.end..found.end + 2).take_while(inside) {
        // "Said Monday it would wait" is told on Monday.
        let subject = ["and", "but", "he", "it", "she", "that", "the", "there", "they", "we"];
        if tokens.is_any(at, &subject) {
            break;
        }
        if tokens.is_any(at, &["will", "would", "'ll", "\u{2019}ll"]) {
            return Some(Tense::Future);
        }
    }
    // "A meeting for Thursday", "closed until Monday".
    let parts = &found.parts;
    let day = parts.weekday.is_some() || parts.month.is_some();
    let possessive = tokens.is(found.end, "'s");
    if day && !possessive && found.start > 0 && inside(&(found.start - 1)) {
        let before = found.start - 1;
        if tokens.is(before, "since") {
            return Some(Tense::Past);
        }
        let fine = parts.weekday.is_some() || parts.day.is_some();
        if fine && tokens.is(before, "for") || tokens.is(before, "until") && !stayed(tokens, before)
        {
            return Some(Tense::Future);
        }
    }
    None
}

/// Whether what lasted "until" some day is over: "it stayed shut until Friday".
fn stayed(tokens: &Tokens<'_>, until: usize) -> bool {
    (until.saturating_sub(6)..until).any(|at| {
        tokens.is_any(at, &["had", "lasted", "ran", "remained", "stayed", "was", "were", "went"])
    })
}

/// What token `at` says by itself and with the words before it.
fn cue(tokens: &Tokens<'_>, at: usize) -> Option<Tense> {
    let word = tokens.get(at);
    if !word.starts_with(|c: char| c.is_ascii_lowercase()) {
        return matches!(word, "'ll" | "\u{2019}ll").then_some(Tense::Future);
    }
    let regular = word.len() > 4 && word.ends_with("ed") && !listed(&NOT_PAST, word);
    let back = regular || listed(&BACK, word);
    // "(to, will) be held" is to come, "been held" and "was held" are not.
    let before = at.saturating_sub(2)..at;
    if back && before.clone().any(|at| tokens.is(at, "be")) {
        return Some(Tense::Future);
    }
    // "It expected": an old plan. "Is expected", "a vote expected": a plan.
    let planner = ["he", "it", "she", "they", "we", "who", "i", "analysts", "economists"];
    if listed(&PLANNED, word) && tokens.is_any(at.wrapping_sub(1), &planner) {
        return Some(Tense::Past);
    }
    if listed(&AHEAD, word) {
        let noun = word == "set" && !tokens.is_any(at + 1, &["to", "for"]);
        let moving = word == "going" && !tokens.is(at + 1, "to");
        return if noun || moving { None } else { Some(Tense::Future) };
    }
    if back {
        return Some(Tense::Past);
    }
    if word == "to" && tokens.is_any(at.wrapping_sub(1), &["is", "are"]) {
        return Some(Tense::Future);
    }
    let to = tokens.is(at.wrapping_sub(1), "to");
    if to && (word == "be" || listed(&TO_COME, word)) {
        return Some(Tense::Future);
    }
    None
}
