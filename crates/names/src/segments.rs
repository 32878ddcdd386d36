//! Cuts a chunk of capitals where one name ends and the next begins: at roles,
//! function words, dates, and names that the gazetteer knows.

use dateline_model::Span;

use crate::chunks::Word;
use crate::data::Few;
use crate::lexicon::{Lexicon, List, among};
use crate::tokenized::Tokenized;

/// Part of a chunk that may be one name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Segment<'c> {
    pub(crate) words: &'c [Word],
    /// Whether a role stands before it ("President").
    pub(crate) titled: bool,
}

/// The segments of a chunk, in order; roles and dates are in none.
pub(crate) fn segments<'c>(
    lexicon: &Lexicon,
    text: &Tokenized,
    chunk: &'c [Word],
) -> Vec<Segment<'c>> {
    let mut out = Vec::new();
    let (mut start, mut titled, mut at) = (0, false, 0);
    let close = |out: &mut Vec<Segment<'c>>, from: usize, to: usize, titled: bool| {
        let words = trimmed(lexicon, &chunk[from..to]);
        if !words.is_empty() {
            out.push(Segment { words, titled });
        }
    };
    while at < chunk.len() {
        let known = known_at(lexicon, text, chunk, at);
        if known >= 2 {
            at += known;
            continue;
        }
        if known == 0 && ends_names(lexicon, chunk, at, start) {
            close(&mut out, start, at, titled);
            at += 1;
            (start, titled) = (at, false);
            continue;
        }
        let role = role_at(lexicon, chunk, at);
        let next = at + role;
        if role == 0 || (start == at && belongs(lexicon, chunk, at, next)) {
            at += 1;
            continue;
        }
        close(&mut out, start, at, titled);
        let named = chunk
            .get(next)
            .is_some_and(|word| word.capital || lexicon.has(List::Particles, &word.low));
        (start, titled, at) = (next, named, next.max(at + 1));
    }
    close(&mut out, start, chunk.len(), titled);
    out
}

/// How many words from `at` on are one name of the gazetteer.
pub(crate) fn known_at(lexicon: &Lexicon, text: &Tokenized, chunk: &[Word], at: usize) -> usize {
    let most = lexicon.longest().min(chunk.len() - at);
    (1..=most)
        .rev()
        .find(|&length| lexicon.row(text.slice(joined(&chunk[at..at + length]))).is_some())
        .unwrap_or(0)
}

/// From the first word to the last.
pub(crate) fn joined(words: &[Word]) -> Span {
    match (words.first(), words.last()) {
        (Some(first), Some(last)) => Span { start: first.span.start, end: last.span.end },
        _ => Span { start: 0, end: 0 },
    }
}

/// Without small words at the ends.
fn trimmed<'c>(lexicon: &Lexicon, words: &'c [Word]) -> &'c [Word] {
    let small = |word: &&Word| !word.capital;
    let end = words.len() - words.iter().rev().take_while(small).count();
    let words = &words[..end];
    // "al-Assad" and "bin Laden" begin small and keep it.
    let grammar = lexicon.grammar();
    let joints = [grammar.genitives, grammar.articles, grammar.conjunctions, grammar.purposes];
    let begins = words.iter().take_while(|word| {
        !word.capital && (word.low == "&" || joints.iter().any(|few| among(few, &word.low)))
    });
    &words[begins.count()..]
}

/// Whether the word at `at` is in no name: a function word, a date, an
/// ordinary word that only the start of a sentence gave its capital.
fn ends_names(lexicon: &Lexicon, chunk: &[Word], at: usize, start: usize) -> bool {
    let word = &chunk[at];
    if !word.capital {
        return false;
    }
    let low = word.low.as_str();
    let after_given = at > start && lexicon.given(&chunk[at - 1].low);
    let before_of = chunk.get(at + 1).is_some_and(|next| !next.capital);
    lexicon.has(List::CombiningForms, low)
        || (lexicon.has(List::DateWords, low) && !after_given)
        || (lexicon.has(List::FunctionWords, low) && !after_given && word.low.len() > 1)
        || among(lexicon.grammar().indefinite, low)
        || (among(lexicon.grammar().letter_pronouns, low) && !after_given && !initial(chunk, at))
        || (word.opens && !before_of && lexicon.has(List::StopWords, low))
}

/// Whether a single letter stands as an initial inside a name.
fn initial(chunk: &[Word], at: usize) -> bool {
    at > 0 && chunk.get(at + 1).is_some_and(|next| next.span.start > chunk[at].span.end + 1)
}

/// How many words from `at` on are a role: "First Deputy Foreign Minister",
/// "Secretary of State", "Secretary General".
fn role_at(lexicon: &Lexicon, chunk: &[Word], at: usize) -> usize {
    let grammar = lexicon.grammar();
    let mut length = 0;
    for (offset, word) in chunk[at..].iter().enumerate().take(6) {
        let low = word.low.as_str();
        let role = lexicon.has(List::Roles, low)
            || low.split_once('-').is_some_and(|(first, last)| {
                among(grammar.role_prefixes, first)
                    || (among(grammar.role_suffixes, last) && lexicon.has(List::Roles, first))
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
    let rest = &chunk[at + length..];
    let tail = |at: usize| rest.get(at).is_some_and(|word| lexicon.has(List::RoleTails, &word.low));
    let few = |at: usize, few: Few| rest.get(at).is_some_and(|word| among(few, &word.low));
    length
        + if few(0, grammar.genitives) && tail(1) {
            2
        } else if few(0, grammar.genitives) && few(1, grammar.articles) && tail(2) {
            3
        } else if tail(0)
            && rest.get(1).is_none_or(|word| !lexicon.has(List::OrganisationHeads, &word.low))
            && !few(0, grammar.genitive_tails)
        {
            1
        } else {
            0
        }
}

/// Whether the word at `at` looks like a role but begins the name of an
/// organisation or a place: "General Motors", "Queen Elizabeth Hospital".
fn belongs(lexicon: &Lexicon, chunk: &[Word], at: usize, next: usize) -> bool {
    let head = chunk.last().is_some_and(|word| {
        lexicon.has(List::OrganisationHeads, &word.low) || lexicon.has(List::PlaceHeads, &word.low)
    });
    next == at + 1
        && head
        && next < chunk.len()
        && chunk[next].capital
        && !lexicon.has(List::AbbreviatedRoles, &chunk[at].low)
        && !lexicon.given(&chunk[next].low)
}
