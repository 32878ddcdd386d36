//! What English verbs and prepositions say of past and to come.

use std::ops::Range;
use std::sync::LazyLock;

use dateline_text::{QuickMap, lower};
use dateline_timex::{Found, Sign, Tense, Tokens, listed, look};

use super::cues::{
    AHEAD, ANNOUNCED, ANNOUNCING, ASKING, BACK, CLAUSE, GATHERINGS, HOPING, NOT_PAST, PLANNED,
    TIMETABLE, TO_COME,
};

/// What token `at` says.
pub(super) fn sign(tokens: &Tokens<'_>, at: usize) -> Sign {
    match cue(tokens, at) {
        Some(Tense::Past) => Sign::Back,
        Some(Tense::Future) => Sign::Ahead,
        _ if matches!(tokens.get(at), ";" | ":") || opens_clause(tokens.get(at)) => Sign::Clause,
        _ => Sign::Nothing,
    }
}

/// What the words right before and after an expression say.
pub(super) fn beside(tokens: &Tokens<'_>, found: &Found, sentence: &Range<usize>) -> Option<Tense> {
    let inside = |at: &usize| sentence.contains(at);
    if heads_report(tokens, found) || is_told_of(tokens, found, sentence) {
        return Some(Tense::Past);
    }
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
    let fine = parts.weekday.is_some() || parts.day.is_some();
    if fine && bidden(tokens, found, sentence) {
        return Some(Tense::Future);
    }
    let possessive = tokens.is(found.end, "'s");
    if day && !possessive && found.start > 0 && inside(&(found.start - 1)) {
        let before = found.start - 1;
        if tokens.is(before, "since") {
            return Some(Tense::Past);
        }
        // "The hearing is Thursday", "is at 9:30 a.m. Thursday".
        let verb = before - usize::from(tokens.is_any(before, &["at", "on"]) && before > 0);
        let stands = tokens.is_any(verb, &["are", "is"]) && verb > sentence.start;
        if fine && stands && !tokens.is_any(verb - 1, &["it", "that", "this", "today"]) {
            return Some(Tense::Future);
        }
        // "No later than Jan. 15".
        let bound = tokens.is(before, "than") && tokens.is(before.wrapping_sub(1), "later");
        if bound && tokens.is(before.wrapping_sub(2), "no") {
            return Some(Tense::Future);
        }
        if fine && tokens.is(before, "for") || tokens.is(before, "until") && !stayed(tokens, before)
        {
            return Some(Tense::Future);
        }
        // "The law, effective June 1"; "all schools, starting Monday".
        let on = usize::from(tokens.is(before, "on"));
        let opening = before.wrapping_sub(on);
        let opens = tokens.is_any(opening, &["beginning", "commencing", "effective", "starting"]);
        // "Starting on Friday they were able to leave" is over.
        let over = || (found.end..found.end + 6).any(|at| cue(tokens, at) == Some(Tense::Past));
        if fine && opens && !over() {
            return Some(Tense::Future);
        }
        let dated = parts.weekday.is_none() && parts.day.is_some();
        if announced(tokens, found, sentence) || dated && looked_to(tokens, before, sentence) {
            return Some(Tense::Future);
        }
    }
    None
}

/// "CAIRO, Jan 28 (Agency) - The court will": the day that heads a report is that of its writing.
fn heads_report(tokens: &Tokens<'_>, found: &Found) -> bool {
    let town = (found.start.saturating_sub(5)..found.start).any(|at| {
        let word = tokens.get(at);
        tokens.begins_line(at) && word.len() > 1 && !word.contains(char::is_lowercase)
    });
    let agency = tokens.is(found.end, "(");
    let end = if agency {
        (found.end..found.end + 6).find(|at| tokens.is(*at, ")")).map_or(found.end, |at| at + 1)
    } else {
        found.end
    };
    let dashed = tokens.dash(end) && !tokens.touches(end + 1) || tokens.is(end, ":");
    found.parts.day.is_some() && town && dashed
}

/// "Saturday saw protests", whatever ran into the sentence before it.
fn is_told_of(tokens: &Tokens<'_>, found: &Found, sentence: &Range<usize>) -> bool {
    let opens = found.start == sentence.start || tokens.dash(found.start.wrapping_sub(1));
    opens && sentence.contains(&found.end) && cue(tokens, found.end) == Some(Tense::Past)
}

/// "Announced an election on 7 July", "called for protests on Friday": the day of what is
/// announced. Beside other things a weekday is as often that of the announcement.
fn announced(tokens: &Tokens<'_>, found: &Found, sentence: &Range<usize>) -> bool {
    let on = found.start.wrapping_sub(1);
    let thing = on.wrapping_sub(1);
    if !tokens.is_any(on, &["after", "on"]) || !listed(&ANNOUNCED, tokens.get(thing)) {
        return false;
    }
    let mut clause = (thing.saturating_sub(6).max(sentence.start)..thing)
        .rev()
        .take_while(|at| !listed(&CLAUSE, tokens.get(*at)) && tokens.get(*at) != ",");
    let asked = |at: usize| listed(&ASKING, tokens.get(at)) && tokens.is(at + 1, "for");
    if found.parts.weekday.is_some() {
        return listed(&GATHERINGS, tokens.get(thing)) && clause.any(asked);
    }
    found.parts.day.is_some() && clause.any(|at| asked(at) || listed(&ANNOUNCING, tokens.get(at)))
}

/// "Called for its members to march after Friday prayers", "urged them to leave on Friday", "hoped to land
/// by Friday".
fn bidden(tokens: &Tokens<'_>, found: &Found, sentence: &Range<usize>) -> bool {
    let clause =
        |at: &usize| !matches!(tokens.get(*at), "," | ";" | ":") && !tokens.is(*at, "that");
    let first = found.start.saturating_sub(12).max(sentence.start);
    let mut before = (first..found.start).rev().take_while(clause);
    // "To Lillehavn", "to the harbour" is where, not what.
    let acts = |at: usize| {
        let things = ["a", "an", "her", "his", "its", "the", "their", "these", "this", "those"];
        tokens.get(at).starts_with(|c: char| c.is_ascii_lowercase()) && !tokens.is_any(at, &things)
    };
    let Some(to) = before.find(|at| tokens.is(*at, "to") && acts(*at + 1)) else { return false };
    let done = (to + 1..found.start).any(|at| cue(tokens, at) == Some(Tense::Past));
    let bids = |at: usize| {
        listed(&ASKING, tokens.get(at)) && (tokens.is(at + 1, "for") || tokens.is(at, "urged"))
    };
    let before_to = to.saturating_sub(1);
    let hopes = before_to >= first && listed(&HOPING, tokens.get(before_to));
    let stands_by = tokens.is(before_to, "by") && tokens.is(before_to.wrapping_sub(1), "standing");
    !done && (hopes || stands_by || before.any(bids))
}

/// "Ahead of the vote on 6 June", "in the run-up to the 7 July summit".
fn looked_to(tokens: &Tokens<'_>, before: usize, sentence: &Range<usize>) -> bool {
    let first = before.saturating_sub(5).max(sentence.start);
    let mut near = (first..=before).rev().take_while(|at| tokens.get(*at) != ",");
    near.any(|at| {
        tokens.is(at, "ahead") && tokens.is(at + 1, "of")
            || tokens.is(at, "up") && tokens.is(at + 1, "to") && tokens.dash(at.wrapping_sub(1))
    })
}

/// Whether what lasted "until" some day is over: "it stayed shut until Friday".
fn stayed(tokens: &Tokens<'_>, until: usize) -> bool {
    (until.saturating_sub(6)..until).any(|at| {
        tokens.is_any(at, &["had", "lasted", "ran", "remained", "stayed", "was", "were", "went"])
    })
}

/// The lists of a word, one bit each.
const IN_TIMETABLE: u8 = 1;
const IN_NOT_PAST: u8 = 2;
const IN_BACK: u8 = 4;
const IN_PLANNED: u8 = 8;
const IN_AHEAD: u8 = 16;
const IN_CLAUSE: u8 = 32;

/// No word of the lists is longer, in bytes.
const LONGEST: usize = 40;

/// Which lists have a word in lower case. Every word of a text is asked for all of them.
fn lists_of(word: &str) -> u8 {
    static LISTS: LazyLock<QuickMap<&'static str, u8>> = LazyLock::new(|| {
        let mut lists: QuickMap<&str, u8> = QuickMap::default();
        let mut add = |words: &[&'static str], list: u8| {
            words.iter().for_each(|word| *lists.entry(word).or_default() |= list);
        };
        add(&TIMETABLE.map(|row| row.0), IN_TIMETABLE);
        add(&NOT_PAST, IN_NOT_PAST);
        add(&BACK, IN_BACK);
        add(&PLANNED, IN_PLANNED);
        add(&AHEAD, IN_AHEAD);
        add(&CLAUSE, IN_CLAUSE);
        lists
    });
    LISTS.get(word).copied().unwrap_or(0)
}

fn opens_clause(word: &str) -> bool {
    word.len() <= LONGEST && lists_of(&lower(word)) & IN_CLAUSE != 0
}

/// Whether "due" at `at` is "due to arrive", not "due to the fog".
fn is_due(tokens: &Tokens<'_>, at: usize) -> bool {
    let waits = ["are", "be", "been", "is", "not", "now", "also", "was", "were", "who"];
    tokens.is_any(at.wrapping_sub(1), &waits) || listed(&TO_COME, tokens.get(at + 2))
}

/// What token `at` says by itself and with the words before it.
fn cue(tokens: &Tokens<'_>, at: usize) -> Option<Tense> {
    let word = tokens.get(at);
    if !word.starts_with(|c: char| c.is_ascii_lowercase()) {
        return matches!(word, "'ll" | "\u{2019}ll").then_some(Tense::Future);
    }
    let lists = if word.len() > LONGEST { 0 } else { lists_of(&lower(word)) };
    let is = |list: u8| lists & list != 0;
    // "Takes effect".
    let next = tokens.get(at + 1);
    if is(IN_TIMETABLE) && look(&TIMETABLE, word).is_some_and(|words| words.contains(&next)) {
        return Some(Tense::Future);
    }
    let regular = word.len() > 4 && word.ends_with("ed") && !is(IN_NOT_PAST);
    let back = regular || is(IN_BACK);
    // "(to, will) be held" is to come, "been held" and "was held" are not.
    let before = at.saturating_sub(2)..at;
    if back && before.clone().any(|at| tokens.is(at, "be")) {
        return Some(Tense::Future);
    }
    // "It expected": an old plan. "Is expected", "a vote expected": a plan.
    let planner = ["he", "it", "she", "they", "we", "who", "i", "analysts", "economists"];
    if is(IN_PLANNED) && tokens.is_any(at.wrapping_sub(1), &planner) {
        return Some(Tense::Past);
    }
    if is(IN_AHEAD) {
        let noun = word == "set" && !tokens.is_any(at + 1, &["to", "for"]);
        let moving = word == "going" && !tokens.is(at + 1, "to");
        let cause = word == "due" && tokens.is(at + 1, "to") && !is_due(tokens, at);
        return if noun || moving || cause { None } else { Some(Tense::Future) };
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
