//! What the rules make of each token, for the tagger to weigh.

use dateline_model::{EntityKind, Span};

use crate::candidate::{Candidate, Strength};
use crate::tokenized::Tokenized;

/// What the rules say of a token, packed: kind, place in the name, strength.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Opinion {
    /// 0 for none, else the kind's number and one; 4 for a name without a kind.
    pub(super) kind: u8,
    /// 0 begin, 1 inside, 2 last, 3 only.
    pub(super) part: u8,
    pub(super) strength: u8,
}

/// What the rules say of a candidate; of those that they drop later nothing else is asked.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ruled {
    span: Span,
    kind: u8,
    strength: u8,
}

impl Ruled {
    pub(crate) fn of(candidate: &Candidate) -> Self {
        let kind = match candidate.kind {
            Some(EntityKind::Person) => 1,
            Some(EntityKind::Place) => 2,
            Some(EntityKind::Organisation) => 3,
            None => 4,
        };
        let strength = match candidate.strength {
            Strength::Unsupported => 0,
            Strength::Bare => 1,
            Strength::Likely => 2,
            Strength::Sure => 3,
        } + 4 * u8::from(candidate.row.is_some())
            + 8 * u8::from(candidate.titled);
        Self { span: candidate.span, kind, strength }
    }
}

/// For each token, what the candidates make of it.
pub(super) fn opinions(text: &Tokenized, candidates: impl Iterator<Item = Ruled>) -> Vec<Opinion> {
    let mut out = vec![Opinion::default(); text.tokens.len()];
    let mut token = 0;
    for candidate in candidates {
        while text.tokens.get(token).is_some_and(|one| one.span.start < candidate.span.start) {
            token += 1;
        }
        let first = token;
        while text.tokens.get(token).is_some_and(|one| one.span.end <= candidate.span.end) {
            token += 1;
        }
        for (at, opinion) in (first..).zip(out[first..token].iter_mut()) {
            let part = match (at == first, at + 1 == token) {
                (true, true) => 3,
                (true, false) => 0,
                (false, true) => 2,
                (false, false) => 1,
            };
            let Ruled { kind, strength, .. } = candidate;
            *opinion = Opinion { kind, part, strength };
        }
    }
    out
}
