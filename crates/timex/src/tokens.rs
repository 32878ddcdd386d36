//! A text as tokens, with the questions that patterns and guards ask of them.

use dateline_model::Span;
use dateline_text::{Token, TokenKind, tokens};

use crate::parts::Class;

/// A text and its tokens. Questions about a place past the end get the answer
/// of an empty token.
pub struct Tokens<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    /// For each token its text, which every pattern asks for.
    texts: Vec<&'t str>,
    /// For each token a bit for every class that it begins, so that a pattern
    /// asks once and not once a row.
    classes: Vec<u32>,
    /// The hours in four digits that open the lines of a live report, by their tokens.
    stamps: Vec<(usize, u32)>,
}

impl<'t> Tokens<'t> {
    /// Cuts `text`; no token has a class yet.
    pub(crate) fn cut(text: &'t str) -> Self {
        let tokens = tokens(text);
        let texts = tokens.iter().map(|token| token.of(text)).collect();
        let mut cut = Self { text, tokens, texts, classes: Vec::new(), stamps: Vec::new() };
        cut.stamps = cut.opening_hours();
        cut
    }

    /// The hours that open the lines of a live report, "2155", "2143": four or more such numbers
    /// and no other, of which one could be no year, or which count down. Years that open lines go
    /// forward.
    fn opening_hours(&self) -> Vec<(usize, u32)> {
        let opens =
            |at: &usize| self.get(*at).len() == 4 && self.is_number(*at) && self.begins_line(*at);
        let opening = (0..self.tokens.len()).filter(opens);
        let hours: Option<Vec<_>> = opening.map(|at| Some((at, self.hour(at)?))).collect();
        let no_year = |stamp: &(usize, u32)| !(1000..2100).contains(&stamp.1);
        hours.filter(|hours| hours.len() >= STAMPS).map_or(Vec::new(), |hours| {
            let falls = hours.windows(2).filter(|pair| pair[0].1 > pair[1].1).count();
            let sure = hours.iter().any(no_year) || falls * 2 >= hours.len();
            if sure { hours } else { Vec::new() }
        })
    }

    fn hour(&self, at: usize) -> Option<u32> {
        let four = self.get(at).len() == 4;
        self.number(at, 4).filter(|n| four && *n < 2400 && n % 100 < 60)
    }

    /// Whether token `at` is the hour of an entry of a live report: it opens a line, or a sentence
    /// within one, in the order of those that do.
    pub(crate) fn is_stamp(&self, at: usize) -> bool {
        let Some(hour) = self.hour(at).filter(|_| !self.stamps.is_empty()) else { return false };
        let next = self.stamps.partition_point(|stamp| stamp.0 < at);
        if self.stamps.get(next).is_some_and(|stamp| stamp.0 == at) {
            return true;
        }
        let before = next.checked_sub(1).map(|at| self.stamps[at].1);
        let between = before.zip(self.stamps.get(next)).is_some_and(|(before, after)| {
            (before.min(after.1)..=before.max(after.1)).contains(&hour)
        });
        between && self.capital(at + 1)
    }

    /// Takes up a bit for each class that a token begins.
    pub(crate) fn set_classes(&mut self, classes: Vec<u32>) {
        self.classes = classes;
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.tokens.len()
    }

    /// Where the tokens from `start` up to `end` stand in the text.
    pub fn span(&self, start: usize, end: usize) -> Span {
        Span { start: self.tokens[start].span.start, end: self.tokens[end - 1].span.end }
    }

    /// The tokens that lie within a stretch of the text.
    pub(crate) fn within(&self, span: Span) -> std::ops::Range<usize> {
        let first = self.tokens.partition_point(|token| token.span.start < span.start);
        let end = self.tokens.partition_point(|token| token.span.end <= span.end);
        first..end
    }

    /// What token `at` is made of.
    pub fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// Whether token `at` is made of digits.
    pub fn is_number(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Number)
    }

    /// Whether token `at` begins something of `class`.
    pub fn begins(&self, at: usize, class: Class) -> bool {
        self.classes.get(at).is_some_and(|bits| bits & (1 << class as u32) != 0)
    }

    /// Whether token `at` begins something of any class.
    pub fn begins_any(&self, at: usize) -> bool {
        self.classes.get(at).is_some_and(|bits| *bits != 0)
    }

    /// The text of token `at`; empty past the end.
    #[inline]
    pub fn get(&self, at: usize) -> &'t str {
        self.texts.get(at).copied().unwrap_or("")
    }

    /// The text of the token before `at`; empty at the start.
    pub fn before(&self, at: usize) -> &'t str {
        if at == 0 { "" } else { self.get(at - 1) }
    }

    /// Whether token `at` is `literal`, which is in small letters, whatever its
    /// case. A typographic apostrophe at its beginning is one.
    #[inline]
    pub fn is(&self, at: usize, literal: &str) -> bool {
        let word = self.get(at);
        // Most words differ in their first letter, and a plain letter has but one other case.
        match (word.as_bytes().first(), literal.as_bytes().first()) {
            (Some(one), Some(other)) if one.is_ascii() && !one.eq_ignore_ascii_case(other) => false,
            _ => is_spelled(word, literal),
        }
    }

    /// Whether token `at` is one of `literals`.
    #[inline]
    pub fn is_any(&self, at: usize, literals: &[&str]) -> bool {
        literals.iter().any(|literal| self.is(at, literal))
    }

    /// Whether nothing stands between token `at` and the one before.
    pub fn touches(&self, at: usize) -> bool {
        at > 0
            && at < self.tokens.len()
            && self.tokens[at - 1].span.end == self.tokens[at].span.start
    }

    /// Whether token `at` begins with a capital letter.
    pub fn capital(&self, at: usize) -> bool {
        self.get(at).starts_with(char::is_uppercase)
    }

    /// Whether a line begins at token `at`.
    pub fn begins_line(&self, at: usize) -> bool {
        let (Some(token), Some(last)) = (self.tokens.get(at), at.checked_sub(1)) else {
            return true;
        };
        let gap = self.tokens[last].span.end as usize..token.span.start as usize;
        self.text.get(gap).is_some_and(|gap| gap.contains('\n'))
    }

    /// Whether a blank line stands before token `at`.
    pub fn begins_paragraph(&self, at: usize) -> bool {
        let (Some(token), Some(last)) = (self.tokens.get(at), at.checked_sub(1)) else {
            return true;
        };
        let gap = self.tokens[last].span.end as usize..token.span.start as usize;
        self.text.get(gap).is_some_and(|gap| gap.bytes().filter(|byte| *byte == b'\n').count() > 1)
    }

    /// The number that token `at` is, with at most `digits` digits.
    pub fn number(&self, at: usize, digits: usize) -> Option<u32> {
        let word = Some(self.get(at)).filter(|_| self.is_number(at))?;
        if word.len() <= digits { word.parse().ok() } else { None }
    }

    /// Whether token `at` goes on as a larger number: "1,000", "3.5".
    pub fn number_goes_on(&self, at: usize) -> bool {
        self.is_any(at + 1, &[",", "."])
            && self.touches(at + 1)
            && self.touches(at + 2)
            && self.is_number(at + 2)
    }

    /// Whether token `at` stands inside a larger number.
    pub fn number_came_before(&self, at: usize) -> bool {
        at >= 2
            && self.touches(at)
            && self.is_any(at - 1, &[",", "."])
            && self.touches(at - 1)
            && self.is_number(at - 2)
    }

    /// Whether token `at` is an apostrophe that stands by itself, as in "'98".
    pub fn apostrophe(&self, at: usize) -> bool {
        matches!(self.get(at), "'" | "\u{2018}" | "\u{2019}")
    }

    /// Whether token `at` is a hyphen or a dash.
    pub fn dash(&self, at: usize) -> bool {
        matches!(self.get(at), "-" | "\u{2010}" | "\u{2011}" | "\u{2012}" | "\u{2013}" | "\u{2014}")
    }
}

fn is_spelled(word: &str, literal: &str) -> bool {
    word.eq_ignore_ascii_case(literal)
        || !literal.is_ascii() && same_letters(word, literal)
        || literal
            .strip_prefix('\'')
            .is_some_and(|after| !after.is_empty() && word.strip_prefix('\u{2019}') == Some(after))
}

/// How many lines must open with an hour. Of years that open lines more than half end in less than
/// 60, so that fewer prove nothing.
const STAMPS: usize = 4;

/// Whether a word is `small`, which is in small letters, but for its case.
fn same_letters(word: &str, small: &str) -> bool {
    word.chars().flat_map(char::to_lowercase).eq(small.chars())
}
