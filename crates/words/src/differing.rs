//! In what the tellings of one event differ: numbers, dates, and words that stand in the same place.
//!
//! No language is known here. Two numbers disagree where each of two tellings has one of its own and
//! both speak of the same: they are alike, or the next word is the same. Words disagree where all
//! around them agrees.

use dateline_model::{DayRange, Span};
use dateline_sort::sort_by;
use dateline_text::{TokenKind, fold, tokens};

/// One telling of an event.
pub struct Told<'t> {
    /// Its sentence.
    pub text: &'t str,
    /// The days that it names, in the sentence.
    pub dates: Vec<(Span, DayRange)>,
}

/// A piece of a telling that another tells otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// Where it stands in the sentence.
    pub span: Span,
    /// What differs.
    pub what: Differs,
}

/// What differs between two tellings, the weightiest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Differs {
    /// Numbers.
    Number,
    /// Dates.
    Date,
    /// A word, where all around it agrees.
    Word,
}

/// A word that is compared by so many letters at most: its endings do not matter.
const STEM: usize = 6;
/// A shorter word carries no act.
const SHORTEST: usize = 4;
/// A gap of more words is another clause and not another word.
const GAP: usize = 2;

/// For each telling what others tell otherwise, in the order of the text, never overlapping.
pub fn differing(tellings: &[Told]) -> Vec<Vec<Difference>> {
    let cut: Vec<Vec<Piece>> = tellings.iter().map(pieces).collect();
    let mut found: Vec<Vec<Difference>> = tellings.iter().map(|_| Vec::new()).collect();
    for one in 0..cut.len() {
        for other in one + 1..cut.len() {
            let pairs = aligned(&cut[one], &cut[other]);
            let share = |of: u32| {
                let words = cut[one].len().min(cut[other].len()).max(1) as u32;
                pairs.len() as u32 * of >= words
            };
            let mut mark = |(in_one, in_other): (Vec<Span>, Vec<Span>), what: Differs| {
                found[one].extend(in_one.into_iter().map(|span| Difference { span, what }));
                found[other].extend(in_other.into_iter().map(|span| Difference { span, what }));
            };
            mark(numbers(&cut[one], &cut[other], share(3)), Differs::Number);
            if share(3) {
                mark(dates(&tellings[one], &tellings[other]), Differs::Date);
            }
            if share(2) {
                mark(words(&cut[one], &cut[other], &pairs), Differs::Word);
            }
        }
    }
    for differences in &mut found {
        sort_by(differences, &mut |one, other| one < other);
        let mut end = 0;
        differences.retain(|it| {
            let apart = it.span.start >= end;
            end = end.max(it.span.end);
            apart
        });
    }
    found
}

/// A word, a number, or a date as a whole.
struct Piece {
    span: Span,
    /// What is compared.
    key: String,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Word,
    /// Begins with a capital letter: a name, or the sentence's first.
    Name,
    Number,
    Date,
}

fn pieces(told: &Told) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    // Whether the last mark parts the digits of one number.
    let mut joins = false;
    for token in tokens(told.text) {
        let words = token.of(told.text);
        if let Some((span, days)) = told.dates.iter().find(|(span, _)| span.contains(token.span)) {
            if pieces.last().is_none_or(|last| last.span != *span) {
                let key = days.start.to_string();
                pieces.push(Piece { span: *span, key, kind: Kind::Date });
            }
            joins = false;
            continue;
        }
        match token.kind {
            TokenKind::Mark => {
                let last = pieces.last().filter(|last| last.kind == Kind::Number);
                joins = last.is_some_and(|last| last.span.end == token.span.start)
                    && matches!(words, "," | "." | "\u{202f}" | "\u{a0}");
                continue;
            }
            TokenKind::Number => match pieces.last_mut() {
                Some(last) if joins && last.span.end + 1 == token.span.start => {
                    last.span.end = token.span.end;
                    last.key.push_str(words);
                }
                _ => {
                    pieces.push(Piece { span: token.span, key: words.into(), kind: Kind::Number });
                }
            },
            TokenKind::Word => {
                let name = words.chars().next().is_some_and(char::is_uppercase);
                let key = fold(words).chars().take(STEM).collect();
                let kind = if name { Kind::Name } else { Kind::Word };
                pieces.push(Piece { span: token.span, key, kind });
            }
        }
        joins = false;
    }
    pieces
}

/// The places of pieces that both have in the same order: a longest common subsequence.
fn aligned(one: &[Piece], other: &[Piece]) -> Vec<(usize, usize)> {
    let wide = other.len() + 1;
    let mut longest = vec![0u16; (one.len() + 1) * wide];
    for a in (0..one.len()).rev() {
        for b in (0..other.len()).rev() {
            longest[a * wide + b] = if one[a].key == other[b].key {
                longest[(a + 1) * wide + b + 1] + 1
            } else {
                longest[(a + 1) * wide + b].max(longest[a * wide + b + 1])
            };
        }
    }
    let (mut a, mut b, mut pairs) = (0, 0, Vec::new());
    while a < one.len() && b < other.len() {
        if one[a].key == other[b].key {
            pairs.push((a, b));
            (a, b) = (a + 1, b + 1);
        } else if longest[(a + 1) * wide + b] >= longest[a * wide + b + 1] {
            a += 1;
        } else {
            b += 1;
        }
    }
    pairs
}

/// Numbers that only one of two has, where each has one that speaks of the same.
fn numbers(one: &[Piece], other: &[Piece], alike: bool) -> (Vec<Span>, Vec<Span>) {
    let own = |these: &[Piece], those: &[Piece]| -> Vec<usize> {
        (0..these.len())
            .filter(|at| these[*at].kind == Kind::Number)
            .filter(|at| those.iter().all(|piece| piece.key != these[*at].key))
            .collect()
    };
    let (mine, yours) = (own(one, other), own(other, one));
    let next = |these: &[Piece], at: usize| these.get(at + 1).map(|piece| piece.key.clone());
    let same = |a: usize, b: usize| {
        let (a, b) = (next(one, a), next(other, b));
        alike && mine.len() == 1 && yours.len() == 1 || a.is_some() && a == b
    };
    let of_one = mine.iter().filter(|a| yours.iter().any(|b| same(**a, *b)));
    let of_other = yours.iter().filter(|b| mine.iter().any(|a| same(*a, **b)));
    (of_one.map(|at| one[*at].span).collect(), of_other.map(|at| other[*at].span).collect())
}

/// Dates of which the other has none, where each has such a one.
fn dates(one: &Told, other: &Told) -> (Vec<Span>, Vec<Span>) {
    let own = |these: &Told, those: &Told| -> Vec<Span> {
        let apart = |days: &DayRange| those.dates.iter().all(|(_, it)| !it.overlaps(*days));
        these.dates.iter().filter(|(_, days)| apart(days)).map(|(span, _)| *span).collect()
    };
    let (mine, yours) = (own(one, other), own(other, one));
    if mine.is_empty() || yours.is_empty() { (Vec::new(), Vec::new()) } else { (mine, yours) }
}

/// Words for which the other has others, between pieces that agree.
fn words(one: &[Piece], other: &[Piece], pairs: &[(usize, usize)]) -> (Vec<Span>, Vec<Span>) {
    let (mut of_one, mut of_other) = (Vec::new(), Vec::new());
    for two in pairs.windows(2) {
        let mine = &one[two[0].0 + 1..two[1].0];
        let yours = &other[two[0].1 + 1..two[1].1];
        let acts = |pieces: &[Piece]| -> Vec<Span> {
            let act = |piece: &&Piece| {
                piece.kind == Kind::Word && (piece.span.end - piece.span.start) as usize >= SHORTEST
            };
            pieces.iter().filter(act).map(|piece| piece.span).collect()
        };
        let (a, b) = (acts(mine), acts(yours));
        if mine.len().max(yours.len()) <= GAP && !a.is_empty() && !b.is_empty() {
            of_one.extend(a);
            of_other.extend(b);
        }
    }
    (of_one, of_other)
}

#[cfg(test)]
mod tests {
    use dateline_model::Day;

    use super::*;

    /// What is marked in each text: numbers as they are, dates in brackets, words with a tilde.
    fn check(texts: &[&str], expected: &[&[&str]]) {
        // A date stands as "<4 March>": the day of March 2024 that it means.
        let plain: Vec<String> = texts.iter().map(|text| text.replace(['<', '>'], "")).collect();
        let tellings: Vec<Told> = texts
            .iter()
            .zip(&plain)
            .map(|(text, plain)| Told { text: plain, dates: dated(text) })
            .collect();
        let said: Vec<Vec<String>> = differing(&tellings)
            .iter()
            .zip(&plain)
            .map(|(found, text)| {
                let said = |it: &Difference| match it.what {
                    Differs::Number => it.span.of(text).to_owned(),
                    Differs::Date => ["<", it.span.of(text), ">"].concat(),
                    Differs::Word => ["~", it.span.of(text)].concat(),
                };
                found.iter().map(said).collect()
            })
            .collect();
        assert_eq!(said, expected, "{texts:?}");
    }

    fn dated(text: &str) -> Vec<(Span, DayRange)> {
        let mut found = Vec::new();
        for (marks, (start, rest)) in text.match_indices('<').enumerate() {
            let end = start + text[start..].find('>').unwrap() - 1;
            let number = text[start + rest.len()..].split(' ').next().unwrap();
            let day = Day::new(2024, 3, number.parse().unwrap()).unwrap();
            found.push((Span::new(start - 2 * marks, end - 2 * marks), DayRange::single(day)));
        }
        found
    }

    #[test]
    fn numbers_that_disagree_are_marked_in_both() {
        check(
            &[
                "At least 102 people died in the harbour.",
                "More than 1,000 people died, officials said.",
            ],
            &[&["102"], &["1,000"]],
        );
        check(
            &[
                "The toll rose to 5.5 euros on all ferries.",
                "The toll rose to 6 euros on all ferries.",
            ],
            &[&["5.5"], &["6"]],
        );
        check(&["102 people died.", "102 people died and 40 were hurt."], &[&[], &[]]);
        check(
            &["102 people died.", "The 3 ministers met at noon in the old town hall."],
            &[&[], &[]],
        );
    }

    #[test]
    fn dates_that_disagree_are_marked_in_both() {
        check(
            &[
                "The strike begins on <4 March> in Norhaven.",
                "The strike begins on <5 March> in Norhaven.",
            ],
            &[&["<4 March>"], &["<5 March>"]],
        );
        check(
            &[
                "The strike begins on <4 March> in Norhaven.",
                "The strike begins on <4 March>, a day before <5 March>.",
            ],
            &[&[], &[]],
        );
    }

    #[test]
    fn a_word_is_marked_where_all_around_it_agrees() {
        check(
            &["Police killed ten men on the bridge.", "Police arrested ten men on the bridge."],
            &[&["~killed"], &["~arrested"]],
        );
        check(
            &["Police arrest ten men on the bridge.", "Police arrested ten men on the bridge."],
            &[&[], &[]],
        );
        check(
            &["Police killed ten men.", "The mayor spoke of a quiet night in town."],
            &[&[], &[]],
        );
    }

    #[test]
    fn a_third_telling_that_agrees_with_one_is_marked_by_the_other() {
        check(
            &[
                "Some 40 people came on foot.",
                "Some 40 people came on foot.",
                "Some 60 people came on foot.",
            ],
            &[&["40"], &["40"], &["60"]],
        );
        check(&[], &[]);
    }
}
