//! Cuts a run of capitals where one name ends and the next begins: at roles,
//! function words, dates, and names that the gazetteer knows.

use super::lexicon::{Lexicon, List};
use super::reading::Reading;
use super::runs::Word;

/// Part of a run that may be one name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'r> {
    pub(super) words: &'r [Word],
    /// Whether a role stands before it ("President").
    pub(super) titled: bool,
}

/// The pieces of a run, in order; roles and dates are in none.
pub(super) fn pieces<'r>(lexicon: &Lexicon, reading: &Reading, run: &'r [Word]) -> Vec<Piece<'r>> {
    let mut out = Vec::new();
    let (mut start, mut titled, mut at) = (0, false, 0);
    let close = |out: &mut Vec<Piece<'r>>, from: usize, to: usize, titled: bool| {
        let words = trimmed(&run[from..to]);
        if !words.is_empty() {
            out.push(Piece { words, titled });
        }
    };
    while at < run.len() {
        let known = known_at(lexicon, reading, run, at);
        if known >= 2 {
            at += known;
            continue;
        }
        if known == 0 && ends_names(lexicon, run, at, start) {
            close(&mut out, start, at, titled);
            at += 1;
            (start, titled) = (at, false);
            continue;
        }
        let role = role_at(lexicon, run, at);
        let next = at + role;
        if role == 0 || (start == at && belongs(lexicon, run, at, next)) {
            at += 1;
            continue;
        }
        close(&mut out, start, at, titled);
        let named = run
            .get(next)
            .is_some_and(|word| word.capital || lexicon.has(List::Particles, &word.low));
        (start, titled, at) = (next, named, next.max(at + 1));
    }
    close(&mut out, start, run.len(), titled);
    out
}

/// How many words from `at` on are one name of the gazetteer.
pub(super) fn known_at(lexicon: &Lexicon, reading: &Reading, run: &[Word], at: usize) -> usize {
    let most = lexicon.longest().min(run.len() - at);
    (1..=most)
        .rev()
        .find(|&length| lexicon.row(reading.slice(joined(&run[at..at + length]))).is_some())
        .unwrap_or(0)
}

/// From the first word to the last.
pub(super) fn joined(words: &[Word]) -> dateline_model::Span {
    match (words.first(), words.last()) {
        (Some(first), Some(last)) => {
            dateline_model::Span { start: first.span.start, end: last.span.end }
        }
        _ => dateline_model::Span { start: 0, end: 0 },
    }
}

/// Without small words at the ends.
fn trimmed(words: &[Word]) -> &[Word] {
    let small = |word: &&Word| !word.capital;
    let end = words.len() - words.iter().rev().take_while(small).count();
    let words = &words[..end];
    // "al-Assad" and "bin Laden" begin small and keep it.
    let begins = words.iter().take_while(|word| {
        !word.capital && matches!(word.low.as_str(), "of" | "the" | "and" | "for" | "on" | "&")
    });
    &words[begins.count()..]
}

/// Whether the word at `at` is in no name: a function word, a date, an
/// ordinary word that only the start of a sentence gave its capital.
fn ends_names(lexicon: &Lexicon, run: &[Word], at: usize, start: usize) -> bool {
    let word = &run[at];
    if !word.capital {
        return false;
    }
    let low = word.low.as_str();
    let after_given = at > start && lexicon.given(&run[at - 1].low);
    let before_of = run.get(at + 1).is_some_and(|next| !next.capital);
    lexicon.has(List::CombiningForms, low)
        || (lexicon.has(List::DateWords, low) && !after_given)
        || (lexicon.has(List::FunctionWords, low) && !after_given && word.low.len() > 1)
        || low == "a"
        || (low == "i" && !after_given && !reading_initial(run, at))
        || (word.opens && !before_of && lexicon.has(List::StopWords, low))
}

/// Whether a single letter stands as an initial inside a name.
fn reading_initial(run: &[Word], at: usize) -> bool {
    at > 0 && run.get(at + 1).is_some_and(|next| next.span.start > run[at].span.end + 1)
}

/// How many words from `at` on are a role: "First Deputy Foreign Minister",
/// "Secretary of State", "Secretary General".
fn role_at(lexicon: &Lexicon, run: &[Word], at: usize) -> usize {
    let mut length = 0;
    for (offset, word) in run[at..].iter().enumerate().take(6) {
        let low = word.low.as_str();
        let role = lexicon.has(List::Roles, low)
            || low.split_once('-').is_some_and(|(first, last)| {
                first == "vice"
                    || first == "ex"
                    || (last == "elect" && lexicon.has(List::Roles, first))
            });
        if role {
            length = offset + 1;
        } else if !lexicon.has(List::RoleModifiers, low) || !word.capital {
            break;
        }
    }
    if length == 0 {
        return 0;
    }
    let rest = &run[at + length..];
    let tail = |at: usize| rest.get(at).is_some_and(|word| lexicon.has(List::RoleTails, &word.low));
    let small = |at: usize, low: &str| rest.get(at).is_some_and(|word| word.low == low);
    length
        + if small(0, "of") && tail(1) {
            2
        } else if small(0, "of") && small(1, "the") && tail(2) {
            3
        } else if tail(0)
            && rest.get(1).is_none_or(|word| !lexicon.has(List::OrganisationHeads, &word.low))
            && !small(0, "state")
            && !small(0, "staff")
        {
            1
        } else {
            0
        }
}

/// Whether the word at `at` looks like a role but begins the name of an
/// organisation or a place: "General Motors", "Queen Elizabeth Hospital".
fn belongs(lexicon: &Lexicon, run: &[Word], at: usize, next: usize) -> bool {
    let head = run.last().is_some_and(|word| {
        lexicon.has(List::OrganisationHeads, &word.low) || lexicon.has(List::PlaceHeads, &word.low)
    });
    next == at + 1
        && head
        && next < run.len()
        && run[next].capital
        && !lexicon.has(List::AbbreviatedRoles, &run[at].low)
        && !lexicon.given(&run[next].low)
}
