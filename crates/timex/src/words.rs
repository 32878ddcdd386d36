//! A text as tokens, with the questions that patterns and guards ask of them.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::lexicon::Class;
use super::shapes::opening_words;
use dateline_text::{Token, TokenKind, lower, tokens};

/// A text and its tokens.
pub(super) struct Words<'t> {
    /// The text.
    pub(super) text: &'t str,
    /// Its tokens.
    pub(super) tokens: Vec<Token>,
    /// For each token its text, which every pattern asks for.
    texts: Vec<&'t str>,
    /// For each token a bit for every class that it begins, so that a pattern
    /// asks once and not once a rule.
    classes: Vec<u32>,
}

impl<'t> Words<'t> {
    /// Cuts `text`.
    pub(super) fn new(text: &'t str) -> Self {
        let tokens = tokens(text);
        let texts = tokens.iter().map(|token| token.of(text)).collect();
        let mut words = Self { text, tokens, texts, classes: Vec::new() };
        words.classes = (0..words.tokens.len()).map(|at| words.classes_at(at)).collect();
        words
    }

    fn classes_at(&self, at: usize) -> u32 {
        let word = self.get(at);
        let opens = match self.tokens[at].kind {
            TokenKind::Word => word.len() <= LONGEST && OPENERS.contains(&*lower(word)),
            TokenKind::Number => true,
            TokenKind::Mark => self.dash(at),
        };
        if !opens {
            return 0;
        }
        let begun = Class::ALL.iter().filter(|class| class.read(self, at).is_some());
        begun.fold(0, |bits, class| bits | 1 << *class as u32)
    }

    /// Whether token `at` begins something of `class`.
    pub(super) fn begins(&self, at: usize, class: Class) -> bool {
        self.classes.get(at).is_some_and(|bits| bits & (1 << class as u32) != 0)
    }

    /// Whether token `at` begins something of any class.
    pub(super) fn begins_any(&self, at: usize) -> bool {
        self.classes.get(at).is_some_and(|bits| *bits != 0)
    }

    /// The text of token `at`; empty past the end.
    pub(super) fn get(&self, at: usize) -> &'t str {
        self.texts.get(at).copied().unwrap_or("")
    }

    /// The text of the token before `at`; empty at the start.
    pub(super) fn before(&self, at: usize) -> &'t str {
        if at == 0 { "" } else { self.get(at - 1) }
    }

    /// Whether token `at` is `literal`, whatever its case.
    pub(super) fn is(&self, at: usize, literal: &str) -> bool {
        let word = self.get(at);
        word.eq_ignore_ascii_case(literal) || (literal == "'s" && word == "\u{2019}s")
    }

    /// Whether token `at` is one of `literals`.
    pub(super) fn is_any(&self, at: usize, literals: &[&str]) -> bool {
        literals.iter().any(|literal| self.is(at, literal))
    }

    /// Whether nothing stands between token `at` and the one before.
    pub(super) fn touches(&self, at: usize) -> bool {
        at > 0
            && at < self.tokens.len()
            && self.tokens[at - 1].span.end == self.tokens[at].span.start
    }

    /// Whether token `at` begins with a capital letter.
    pub(super) fn capital(&self, at: usize) -> bool {
        self.get(at).starts_with(char::is_uppercase)
    }

    /// Whether a line begins at token `at`.
    pub(super) fn begins_line(&self, at: usize) -> bool {
        let (Some(token), Some(last)) = (self.tokens.get(at), at.checked_sub(1)) else {
            return true;
        };
        let gap = self.tokens[last].span.end as usize..token.span.start as usize;
        self.text.get(gap).is_some_and(|gap| gap.contains('\n'))
    }

    /// Whether a blank line stands before token `at`.
    pub(super) fn begins_paragraph(&self, at: usize) -> bool {
        let (Some(token), Some(last)) = (self.tokens.get(at), at.checked_sub(1)) else {
            return true;
        };
        let gap = self.tokens[last].span.end as usize..token.span.start as usize;
        self.text.get(gap).is_some_and(|gap| gap.bytes().filter(|byte| *byte == b'\n').count() > 1)
    }

    /// The number that token `at` is, with at most `digits` digits.
    pub(super) fn number(&self, at: usize, digits: usize) -> Option<u32> {
        self.tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
        let word = self.get(at);
        if word.len() <= digits { word.parse().ok() } else { None }
    }

    /// Whether token `at` goes on as a larger number: "1,000", "3.5".
    pub(super) fn number_goes_on(&self, at: usize) -> bool {
        self.is_any(at + 1, &[",", "."])
            && self.touches(at + 1)
            && self.touches(at + 2)
            && self.tokens[at + 2].kind == TokenKind::Number
    }

    /// Whether token `at` stands inside a larger number.
    pub(super) fn number_came_before(&self, at: usize) -> bool {
        at >= 2
            && self.touches(at)
            && self.is_any(at - 1, &[",", "."])
            && self.touches(at - 1)
            && self.tokens[at - 2].kind == TokenKind::Number
    }

    /// Whether token `at` is a hyphen or a dash.
    pub(super) fn dash(&self, at: usize) -> bool {
        matches!(self.get(at), "-" | "\u{2010}" | "\u{2011}" | "\u{2012}" | "\u{2013}" | "\u{2014}")
    }
}

/// No word that begins a class is longer, in bytes.
const LONGEST: usize = 20;

static OPENERS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| opening_words().collect());
