//! Whether a sentence speaks of a time expression as past or as to come.

use dateline_model::Span;

use super::find::Found;
use super::words::Words;
use dateline_lang::en::time::cues::{AHEAD, BACK, CLAUSE, NOT_PAST, PLANNED, TO_COME};
use dateline_lang::en::time::words::holds;

/// What the verb beside an expression says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// It has been.
    Past,
    /// It is to come.
    Future,
    /// Nothing is said.
    Unsaid,
}

/// How many tokens on either side are looked at. A clause is rarely longer,
/// and the bound keeps the work linear.
const REACH: usize = 40;

/// What each token of a text says, worked out once.
pub(super) struct Tenses {
    signs: Vec<Sign>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Nothing,
    Clause,
    Back,
    Ahead,
}

impl Sign {
    fn tense(self) -> Option<Tense> {
        match self {
            Sign::Back => Some(Tense::Past),
            Sign::Ahead => Some(Tense::Future),
            Sign::Nothing | Sign::Clause => None,
        }
    }
}

impl Tenses {
    /// Reads all tokens of a text.
    pub(super) fn new(words: &Words<'_>) -> Self {
        let sign = |at: usize| match cue(words, at) {
            Some(Tense::Past) => Sign::Back,
            Some(Tense::Future) => Sign::Ahead,
            _ if matches!(words.get(at), ";" | ":") || holds(&CLAUSE, words.get(at)) => {
                Sign::Clause
            }
            _ => Sign::Nothing,
        };
        Self { signs: (0..words.tokens.len()).map(sign).collect() }
    }

    /// The tense of the verb that an expression belongs to: the nearest before
    /// it in its clause, else the first after it, else the nearest before at all.
    pub(super) fn of(&self, words: &Words<'_>, found: &Found, sentence: Span) -> Tense {
        let inside = |at: &usize| {
            words
                .tokens
                .get(*at)
                .is_some_and(|t| sentence.start <= t.span.start && t.span.end <= sentence.end)
        };
        // "Officials said talks on Monday would resume."
        for at in (found.end..found.end + 2).take_while(inside) {
            // "Said Monday it would wait" is told on Monday.
            let subject = ["and", "but", "he", "it", "she", "that", "the", "there", "they", "we"];
            if words.is_any(at, &subject) {
                break;
            }
            if words.is_any(at, &["will", "would", "'ll", "\u{2019}ll"]) {
                return Tense::Future;
            }
        }
        // "A meeting for Thursday", "closed until Monday".
        let parts = &found.parts;
        let day = parts.weekday.is_some() || parts.month.is_some();
        let possessive = words.is(found.end, "'s");
        if day && !possessive && found.start > 0 && inside(&(found.start - 1)) {
            let before = found.start - 1;
            if words.is(before, "since") {
                return Tense::Past;
            }
            let fine = parts.weekday.is_some() || parts.day.is_some();
            if fine && words.is(before, "for")
                || words.is(before, "until") && !stayed(words, before)
            {
                return Tense::Future;
            }
        }
        let back = || (found.start.saturating_sub(REACH)..found.start).rev().take_while(inside);
        let own = back().map(|at| self.signs[at]).find(|sign| *sign != Sign::Nothing);
        if let Some(tense) = own.and_then(Sign::tense) {
            return tense;
        }
        let mut ahead = (found.end..found.end + REACH).take_while(inside);
        ahead
            .find_map(|at| self.signs[at].tense())
            .or_else(|| back().find_map(|at| self.signs[at].tense()))
            .unwrap_or(Tense::Unsaid)
    }
}

/// Whether what lasted "until" some day is over: "it stayed shut until Friday".
fn stayed(words: &Words<'_>, until: usize) -> bool {
    (until.saturating_sub(6)..until).any(|at| {
        words.is_any(at, &["had", "lasted", "ran", "remained", "stayed", "was", "were", "went"])
    })
}

/// What token `at` says by itself and with the words before it.
fn cue(words: &Words<'_>, at: usize) -> Option<Tense> {
    let word = words.get(at);
    if !word.starts_with(|c: char| c.is_ascii_lowercase()) {
        return matches!(word, "'ll" | "\u{2019}ll").then_some(Tense::Future);
    }
    let regular = word.len() > 4 && word.ends_with("ed") && !holds(&NOT_PAST, word);
    let back = regular || holds(&BACK, word);
    // "(to, will) be held" is to come, "been held" and "was held" are not.
    let before = at.saturating_sub(2)..at;
    if back && before.clone().any(|at| words.is(at, "be")) {
        return Some(Tense::Future);
    }
    // "It expected": an old plan. "Is expected", "a vote expected": a plan.
    let planner = ["he", "it", "she", "they", "we", "who", "i", "analysts", "economists"];
    if holds(&PLANNED, word) && words.is_any(at.wrapping_sub(1), &planner) {
        return Some(Tense::Past);
    }
    if holds(&AHEAD, word) {
        let noun = word == "set" && !words.is_any(at + 1, &["to", "for"]);
        let moving = word == "going" && !words.is(at + 1, "to");
        return if noun || moving { None } else { Some(Tense::Future) };
    }
    if back {
        return Some(Tense::Past);
    }
    if word == "to" && words.is_any(at.wrapping_sub(1), &["is", "are"]) {
        return Some(Tense::Future);
    }
    let to = words.is(at.wrapping_sub(1), "to");
    if to && (word == "be" || holds(&TO_COME, word)) {
        return Some(Tense::Future);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::find::find;
    use super::*;

    fn check(text: &str, expected: Tense) {
        let words = Words::new(text);
        let found = find(&words);
        let tense = Tenses::new(&words).of(&words, &found[0], Span::new(0, text.len()));
        assert_eq!(tense, expected, "{text}");
    }

    #[test]
    fn the_verb_of_the_clause_decides() {
        check("The minister said that the vote will be held on Monday.", Tense::Future);
        check("The bridge was opened on Monday and will stay open.", Tense::Past);
        check("On Monday, the court will hear the case.", Tense::Future);
        check("She proposed that the next round be held in Riga on 2 June.", Tense::Future);
        check("The talks held in Riga on 2 June went well.", Tense::Past);
        check("Monday: fog.", Tense::Unsaid);
    }
}
