//! The small matcher that reads a rule's pattern over tokens.
//!
//! A pattern is words apart by spaces. A lower-case word or a mark stands for
//! itself, an upper-case word for a [`Class`]; `a|b` is either, `[x]` may be
//! absent, `~x` touches the token before it. What follows `>` must come next
//! but stays outside the expression. A pattern that begins with `+` goes on
//! from the expression just before it and inherits its parts.

use super::lexicon::{Class, Parts};
use super::words::Words;

/// A pattern ready to match.
#[derive(Debug)]
pub(super) struct Pattern {
    elements: Vec<Element>,
    /// Whether it goes on from the expression before.
    pub(super) continues: bool,
}

#[derive(Debug)]
struct Element {
    tests: Vec<Test>,
    optional: bool,
    touching: bool,
    ahead: bool,
}

/// One alternative of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Test {
    /// This word, whatever its case, or this mark.
    Literal(&'static str),
    /// Anything of the class.
    Class(Class),
}

/// Where a pattern matched.
#[derive(Clone, Copy, Debug)]
pub(super) struct Match {
    /// One past the last token of the expression.
    pub(super) end: usize,
    /// What its tokens say.
    pub(super) parts: Parts,
}

impl Pattern {
    /// From the notation above. An unknown class matches nothing; a test
    /// walks all rules and their examples.
    pub(super) fn new(notation: &'static str) -> Self {
        let (mut elements, mut ahead, mut continues) = (Vec::new(), false, false);
        for word in notation.split_ascii_whitespace() {
            match word {
                ">" => ahead = true,
                "+" => continues = true,
                _ => {
                    let inner = word.strip_prefix('[').and_then(|w| w.strip_suffix(']'));
                    let optional = inner.is_some();
                    let word = inner.unwrap_or(word);
                    let touching = word.starts_with('~') && word.len() > 1;
                    let word = if touching { &word[1..] } else { word };
                    let tests = word.split('|').map(test).collect();
                    elements.push(Element { tests, optional, touching, ahead });
                }
            }
        }
        Self { elements, continues }
    }

    /// The tests that its first token may pass.
    pub(super) fn first(&self) -> Vec<Test> {
        let mut out = Vec::new();
        for element in &self.elements {
            out.extend_from_slice(&element.tests);
            if !element.optional {
                break;
            }
        }
        out
    }

    /// The words that it names.
    pub(super) fn literals(&self) -> impl Iterator<Item = &'static str> {
        self.elements.iter().flat_map(|element| &element.tests).filter_map(|test| match test {
            Test::Literal(word) => Some(*word),
            Test::Class(_) => None,
        })
    }

    /// Matches at token `at`; `parts` is what is known before.
    pub(super) fn at(&self, words: &Words<'_>, at: usize, parts: Parts) -> Option<Match> {
        run(&self.elements, words, at, None, parts)
    }
}

fn test(word: &'static str) -> Test {
    match Class::named(word) {
        Some(class) => Test::Class(class),
        None => Test::Literal(word),
    }
}

fn run(
    elements: &[Element],
    words: &Words<'_>,
    at: usize,
    end: Option<usize>,
    parts: Parts,
) -> Option<Match> {
    let Some((element, rest)) = elements.split_first() else {
        return Some(Match { end: end.unwrap_or(at), parts });
    };
    let end = if element.ahead { end.or(Some(at)) } else { None };
    if !element.touching || words.touches(at) {
        for test in &element.tests {
            let found = match *test {
                Test::Literal(literal) => words.is(at, literal).then_some((1, Parts::default())),
                Test::Class(class) => class.at(words, at),
            };
            if let Some((length, said)) = found {
                let known = parts.or(said);
                if let Some(matched) = run(rest, words, at + length, end, known) {
                    return Some(matched);
                }
            }
        }
    }
    if element.optional { run(rest, words, at, end, parts) } else { None }
}
