//! Whether a sentence speaks of a time expression as past or as to come.

use std::ops::Range;

use dateline_model::Span;

use crate::row::Found;
use crate::tokens::Tokens;

/// What the verb beside an expression says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// It has been.
    Past,
    /// It is to come.
    Future,
    /// Nothing is said.
    Unsaid,
}

/// What a token says of past or to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Nothing.
    Nothing,
    /// A clause begins here: verbs beyond it belong to another.
    Clause,
    /// It looks back.
    Back,
    /// It looks ahead.
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

/// How many tokens on either side are looked at. A clause is rarely longer,
/// and the bound keeps the work linear.
const REACH: usize = 40;

/// What token `at` says of past or to come, by itself and with the words
/// around it.
pub type SignOf = fn(&Tokens<'_>, usize) -> Sign;

/// What the words right beside an expression say of it. The range holds the
/// tokens of the sentence.
pub type Beside = fn(&Tokens<'_>, &Found, &Range<usize>) -> Option<Tense>;

/// What each token of a text says, worked out once.
pub(crate) struct Tenses {
    signs: Vec<Sign>,
    beside: Beside,
}

impl Tenses {
    /// Reads all tokens of a text.
    pub(crate) fn new(tokens: &Tokens<'_>, sign: SignOf, beside: Beside) -> Self {
        Self { signs: (0..tokens.count()).map(|at| sign(tokens, at)).collect(), beside }
    }

    /// Whether no verb and no new clause stands among some tokens.
    pub(crate) fn quiet(&self, mut tokens: Range<usize>) -> bool {
        tokens.all(|at| self.signs.get(at) == Some(&Sign::Nothing))
    }

    /// The tense of the verb that an expression belongs to: the nearest before
    /// it in its clause, else the first after it, else the nearest before at all.
    pub(crate) fn of(&self, tokens: &Tokens<'_>, found: &Found, sentence: Span) -> Tense {
        let sentence = tokens.within(sentence);
        if let Some(tense) = (self.beside)(tokens, found, &sentence) {
            return tense;
        }
        let inside = |at: &usize| sentence.contains(at);
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
