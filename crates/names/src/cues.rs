//! What the words beside a candidate say about its kind.

use crate::lexicon::{Lexicon, List, among};
use crate::tokenized::Tokenized;

impl Tokenized<'_> {
    /// Whether a role in small letters stands directly before a token:
    /// "presidential aide Weiss".
    pub(crate) fn small_role_before(&self, lexicon: &Lexicon, token: usize) -> bool {
        token.checked_sub(1).is_some_and(|before| {
            self.follows(token)
                && !self.capital(before)
                && lexicon.has(List::Roles, self.of(before))
        })
    }

    /// Whether a verb of saying stands beside the tokens `first..after`.
    pub(crate) fn speaks(&self, lexicon: &Lexicon, first: usize, after: usize) -> bool {
        let verb = |token: usize| {
            let word = self.of(token);
            !self.capital(token) && lexicon.has(List::Saying, word)
        };
        let adverb = |token: usize| among(lexicon.grammar().before_saying, self.of(token));
        verb(after)
            || (adverb(after) && verb(after + 1))
            || first.checked_sub(1).is_some_and(|before| {
                verb(before) && among(lexicon.grammar().inverted_saying, self.of(before))
            })
    }

    /// Whether what follows is said of a person: "who", an age between commas.
    pub(crate) fn person_follows(&self, lexicon: &Lexicon, after: usize) -> bool {
        let comma = usize::from(self.of(after) == ",");
        let next = self.of(after + comma);
        among(lexicon.grammar().personal_relatives, next)
            || (comma == 1
                && next.len() == 2
                && next.bytes().all(|byte| byte.is_ascii_digit())
                && self.of(after + 2) == ",")
    }

    /// Whether a preposition of place stands before a token.
    pub(crate) fn located(&self, lexicon: &Lexicon, first: usize) -> bool {
        let prepositions = lexicon.grammar().prepositions_of_place;
        first.checked_sub(1).is_some_and(|before| among(prepositions, self.of(before)))
    }
}
