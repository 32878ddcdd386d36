//! What the words beside a candidate say about its kind.

use super::lexicon::{Lexicon, List};
use super::reading::Reading;

impl Reading<'_> {
    /// Whether a role in small letters stands directly before a token:
    /// "presidential aide Weiss".
    pub(super) fn small_role_before(&self, lexicon: &Lexicon, token: usize) -> bool {
        token.checked_sub(1).is_some_and(|before| {
            self.follows(token)
                && !self.capital(before)
                && lexicon.has(List::Roles, self.of(before))
        })
    }

    /// Whether a verb of saying stands beside the tokens `first..after`.
    pub(super) fn speaks(&self, lexicon: &Lexicon, first: usize, after: usize) -> bool {
        let verb = |token: usize| {
            let word = self.of(token);
            !self.capital(token) && lexicon.has(List::Saying, word)
        };
        let adverb =
            |token: usize| matches!(self.of(token), "also" | "has" | "had" | "later" | "earlier");
        verb(after)
            || (adverb(after) && verb(after + 1))
            || first.checked_sub(1).is_some_and(|before| {
                verb(before) && matches!(self.of(before), "said" | "says" | "added" | "asked")
            })
    }

    /// Whether what follows is said of a person: "who", an age between commas.
    pub(super) fn person_follows(&self, after: usize) -> bool {
        let comma = usize::from(self.of(after) == ",");
        let next = self.of(after + comma);
        matches!(next, "who" | "whose")
            || (comma == 1
                && next.len() == 2
                && next.bytes().all(|byte| byte.is_ascii_digit())
                && self.of(after + 2) == ",")
    }

    /// Whether a preposition of place stands before a token.
    pub(super) fn located(&self, first: usize) -> bool {
        first.checked_sub(1).is_some_and(|before| {
            matches!(
                self.of(before),
                "in" | "near" | "outside" | "throughout" | "across" | "In" | "Near"
            )
        })
    }
}
