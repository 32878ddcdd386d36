//! A query as typed becomes clauses, all of which must hold.
//!
//! A clause is one word, or several that must stand next to each other: words
//! in quotation marks, and words that the reader wrote without a space
//! ("Covid-19", "O'Brien", "12:30", "AT&T"), or as the groups of a number. What
//! is also written in one is looked for in both ways.

use crate::tokens::Tokens;

use super::index::Index;
use super::joined::{Joiner, halves};
use super::typos;

/// One word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Slot {
    /// Folded.
    pub word: String,
    /// Whether longer words that begin with it will do.
    pub prefix: bool,
    /// Whether it stands in quotation marks and so means itself only.
    pub literal: bool,
}

/// Words that must stand in this order, one after the other.
pub(crate) type Way = Vec<Slot>;

/// The ways in which it may stand in a text, as the reader wrote it first.
pub(crate) type Clause = Vec<Way>;

/// How many words of a query are read. More is a text that was pasted.
const MOST: usize = 128;

/// Reads a query. With `prefix`, its last word may be a beginning, unless a
/// quotation mark closes it.
pub(crate) fn parse(q: &str, prefix: bool) -> Vec<Clause> {
    let mut clauses: Vec<Way> = Vec::new();
    let (mut quoted, mut at) = (false, 0);
    let (mut tokens, mut joiner) = (Tokens::of(q), Joiner::default());
    for read in 0.. {
        let span = tokens.next().filter(|_| read < MOST);
        let gap = &q[at..span.map_or(q.len(), |span| span.start as usize)];
        let mut parted = clauses.is_empty();
        let number = tokens.word.starts_with(|c: char| c.is_ascii_digit());
        for c in gap.chars() {
            if is_quotation(c) {
                quoted = !quoted;
                parted = true;
                if let Some(last) = last(&mut clauses) {
                    last.prefix = false;
                }
            } else if c.is_whitespace() || c == ';' || (c == ',' && !number) {
                parted |= !quoted;
            }
        }
        let Some(span) = span else { break };
        at = span.end as usize;
        if let Some(last) = last(&mut clauses) {
            last.prefix = false;
        }
        joiner.take(q, &tokens.word, span.start as usize, span.end as usize);
        let symbol = !tokens.word.starts_with(char::is_alphanumeric);
        let slot = Slot {
            word: tokens.word.clone(),
            prefix: prefix && !symbol,
            literal: quoted || symbol,
        };
        match clauses.last_mut() {
            Some(clause) if !parted => clause.push(slot),
            _ => clauses.push(vec![slot]),
        }
    }
    joiner.end();
    let mut out: Vec<Clause> = Vec::with_capacity(clauses.len());
    let mut first = 0;
    let mut rest = clauses.into_iter();
    while let Some(mut way) = rest.next() {
        // Of what begins here the longest comes first.
        let here = joiner.found.iter().find(|one| one.first == first);
        if let Some(group) = here.filter(|one| is_number(&one.word)) {
            // The words that make one number are one clause.
            while (way.len() as u32) < group.count
                && let Some(more) = rest.next()
            {
                way.extend(more);
            }
        }
        let count = way.len() as u32;
        let mut other = None;
        if let (Some(joined), Some(last)) = (here.filter(|one| one.count == count), way.last()) {
            other = Some(vec![Slot { word: joined.word.clone(), ..last.clone() }]);
        } else if let [slot] = way.as_slice() {
            other = halved(slot);
        }
        first += count;
        let mut clause = vec![way];
        clause.extend(other);
        out.push(clause);
    }
    out
}

/// "covid19" as it may stand in two words.
fn halved(slot: &Slot) -> Option<Way> {
    let (one, other, number) = halves(&slot.word)?;
    let half = |word: &str, prefix| Slot { word: word.into(), prefix, literal: slot.literal };
    // A beginning in letters would make "5 goals" of "5g".
    Some(vec![half(one, false), half(other, slot.prefix && number)])
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

fn last(clauses: &mut [Way]) -> Option<&mut Slot> {
    clauses.last_mut()?.last_mut()
}

fn is_quotation(c: char) -> bool {
    matches!(c, '"' | '\u{AB}' | '\u{BB}' | '\u{201C}'..='\u{201F}' | '\u{FF02}')
}

/// The terms that a word of a query stands for: itself, or those that begin
/// with it, or, where the corpus has neither, those most like it.
pub(crate) fn terms(index: &Index, slot: &Slot, typos: bool) -> Vec<u32> {
    let range = index.range(&slot.word, slot.prefix);
    if range.is_empty() && typos && !slot.literal {
        return typos::nearest(index, &slot.word);
    }
    range.collect()
}

#[cfg(test)]
mod tests {
    use super::{Slot, Way, parse};

    /// Clauses are parted by a slash, ways by a bar; `*` marks a beginning, `=` a word that
    /// means itself only.
    fn check(q: &str, expected: &str) {
        let clauses: Vec<String> = parse(q, true)
            .iter()
            .map(|clause| {
                let words = |way: &Way| {
                    let word = |slot: &Slot| {
                        let literal = if slot.literal { "=" } else { "" };
                        let prefix = if slot.prefix { "*" } else { "" };
                        format!("{literal}{}{prefix}", slot.word)
                    };
                    way.iter().map(word).collect::<Vec<_>>().join(" ")
                };
                clause.iter().map(words).collect::<Vec<_>>().join(" | ")
            })
            .collect();
        assert_eq!(clauses.join(" / "), expected, "{q:?}");
    }

    #[test]
    fn words_are_clauses_and_the_last_may_be_a_beginning() {
        check("Peace talks", "peace / talks*");
        check("  Peace,talks; now ", "peace / talks / now*");
        check("Russia\u{2019}s", "russia*");
        check("", "");
        check("\u{201c}?!\u{201d} \"", "");
    }

    #[test]
    fn quotation_marks_make_a_phrase_of_words_that_mean_themselves() {
        check("\"next round\" talks", "=next =round / talks*");
        check("talks \u{201c}next round\u{201d}", "talks / =next =round");
        check("\u{ab}talks\u{bb}", "=talks");
        check("a\"b\"c", "a / =b / c*");
    }

    #[test]
    fn a_phrase_that_is_still_being_typed_ends_in_a_beginning() {
        check("talks \"next rou", "talks / =next =rou*");
    }

    #[test]
    fn words_without_a_space_between_them_are_a_phrase() {
        check("O'Brien", "o brien* | obrien*");
        check("Covid-19 10,000 12:30", "covid 19 | covid19 / 10 000 | 10000 / 12 30*");
        check("U.S.-led", "us led*");
        check("\u{5317}\u{4eac} talks", "\u{5317} \u{4eac} / talks*");
    }

    #[test]
    fn a_number_in_groups_is_one_clause() {
        check("1 000 dead", "1 000 | 1000 / dead*");
        check("\"1 000 dead\"", "=1 =000 =dead");
        check("2,5 14 May", "2 5 / 14 / may*");
    }

    #[test]
    fn letters_and_digits_may_be_parted() {
        check("covid19 test", "covid19 | covid 19 / test*");
        check("g7", "g7* | g 7*");
        check("5g", "5g* | 5 g");
    }

    #[test]
    fn a_symbol_means_itself_only() {
        check("AT&T", "at =& t*");
        check("C++", "c =+ =+");
        check("\u{20ac} #", "=\u{20ac} / =#");
    }

    #[test]
    fn a_pasted_text_is_read_up_to_its_limit() {
        assert_eq!(parse(&"word ".repeat(100_000), true).len(), super::MOST);
    }
}
