//! The small matcher that reads a row's pattern over tokens; [`row`](crate::row)
//! tells the notation.

use crate::grammar::Grammar;
use crate::parts::{Class, Parts};
use crate::shapes;
use crate::tokens::Tokens;

/// A pattern ready to match.
#[derive(Debug)]
pub(crate) struct Pattern {
    elements: Vec<Element>,
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
pub(crate) enum Test {
    /// This word, whatever its case, or this mark.
    Literal(&'static str),
    /// Anything of the class.
    Class(Class),
}

/// Where a pattern matched.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Match {
    /// One past the last token of the expression.
    pub(crate) end: usize,
    /// What its tokens say.
    pub(crate) parts: Parts,
}

impl Pattern {
    /// From the notation, with the sets of words of `grammar`.
    pub(crate) fn new(notation: &'static str, grammar: &Grammar) -> Self {
        let (mut elements, mut ahead) = (Vec::new(), false);
        for word in notation.split_ascii_whitespace() {
            if word == ">" {
                ahead = true;
                continue;
            }
            let inner = word.strip_prefix('[').and_then(|w| w.strip_suffix(']'));
            let optional = inner.is_some();
            let word = inner.unwrap_or(word);
            let touching = word.starts_with('~') && word.len() > 1;
            let word = if touching { &word[1..] } else { word };
            let mut tests = Vec::new();
            for word in word.split('|') {
                push_tests(&mut tests, word, grammar);
            }
            elements.push(Element { tests, optional, touching, ahead });
        }
        Self { elements }
    }

    /// The tests that its first token may pass.
    pub(crate) fn first(&self) -> Vec<Test> {
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
    pub(crate) fn literals(&self) -> impl Iterator<Item = &'static str> {
        self.elements.iter().flat_map(|element| &element.tests).filter_map(|test| match test {
            Test::Literal(word) => Some(*word),
            Test::Class(_) => None,
        })
    }

    /// Matches at token `at`; `parts` is what is known before.
    pub(crate) fn at(
        &self,
        grammar: &Grammar,
        tokens: &Tokens<'_>,
        at: usize,
        parts: Parts,
    ) -> Option<Match> {
        run(&self.elements, grammar, tokens, at, None, parts)
    }
}

fn push_tests(tests: &mut Vec<Test>, word: &'static str, grammar: &Grammar) {
    if let Some(class) = Class::named(word) {
        tests.push(Test::Class(class));
    } else if let Some((_, words)) = grammar.sets.iter().find(|set| set.0 == word) {
        tests.extend(words.iter().map(|word| Test::Literal(word)));
    } else {
        tests.push(Test::Literal(word));
    }
}

fn run(
    elements: &[Element],
    grammar: &Grammar,
    tokens: &Tokens<'_>,
    at: usize,
    end: Option<usize>,
    parts: Parts,
) -> Option<Match> {
    let Some((element, rest)) = elements.split_first() else {
        return Some(Match { end: end.unwrap_or(at), parts });
    };
    let end = if element.ahead { end.or(Some(at)) } else { None };
    if !element.touching || tokens.touches(at) {
        for test in &element.tests {
            // A word says nothing beside itself.
            let found = match *test {
                Test::Literal(literal) => tokens.is(at, literal).then_some((1, parts)),
                Test::Class(class) => shapes::at(grammar, class, tokens, at)
                    .map(|(length, said)| (length, parts.or(said))),
            };
            if let Some((length, known)) = found
                && let Some(matched) = run(rest, grammar, tokens, at + length, end, known)
            {
                return Some(matched);
            }
        }
    }
    if element.optional { run(rest, grammar, tokens, at, end, parts) } else { None }
}
