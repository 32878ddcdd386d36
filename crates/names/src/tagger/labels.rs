//! The labels of the tagger: no name, or begin, inside, last, only token of one.

use dateline_model::EntityKind;

/// How many labels there are: "no name", and four for each kind.
pub const LABELS: usize = 13;

/// The place of a token in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// In no name.
    Outside,
    /// The first of several tokens.
    Begin(EntityKind),
    /// Neither the first nor the last.
    Inside(EntityKind),
    /// The last of several tokens.
    Last(EntityKind),
    /// The only token.
    Only(EntityKind),
}

const KINDS: [EntityKind; 3] = [EntityKind::Person, EntityKind::Place, EntityKind::Organisation];

impl Label {
    /// Its number, below [`LABELS`].
    ///
    /// ```
    /// use dateline_names::{LABELS, Label};
    /// for number in 0..LABELS {
    ///     assert_eq!(Label::of(number).number(), number);
    /// }
    /// ```
    pub fn number(self) -> usize {
        let (kind, part) = match self {
            Self::Outside => return 0,
            Self::Begin(kind) => (kind, 0),
            Self::Inside(kind) => (kind, 1),
            Self::Last(kind) => (kind, 2),
            Self::Only(kind) => (kind, 3),
        };
        let kind = KINDS.iter().position(|&one| one == kind).unwrap_or(0);
        1 + 4 * kind + part
    }

    /// The label of a number; those beyond [`LABELS`] are [`Label::Outside`].
    pub fn of(number: usize) -> Self {
        if number == 0 || number >= LABELS {
            return Self::Outside;
        }
        let kind = KINDS[(number - 1) / 4];
        match (number - 1) % 4 {
            0 => Self::Begin(kind),
            1 => Self::Inside(kind),
            2 => Self::Last(kind),
            _ => Self::Only(kind),
        }
    }
}

/// Whether label `next` may stand after label `before`, by number. Before the
/// first token and after the last stands [`Label::Outside`].
pub fn follows(before: usize, next: usize) -> bool {
    let open = match Label::of(before) {
        Label::Begin(kind) | Label::Inside(kind) => Some(kind),
        _ => None,
    };
    match Label::of(next) {
        Label::Inside(kind) | Label::Last(kind) => open == Some(kind),
        _ => open.is_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(before: Label, next: Label, expected: bool) {
        assert_eq!(follows(before.number(), next.number()), expected, "{before:?} {next:?}");
    }

    #[test]
    fn a_name_is_begun_before_it_goes_on_and_ended_before_the_next() {
        let (person, place) = (EntityKind::Person, EntityKind::Place);
        check(Label::Outside, Label::Begin(person), true);
        check(Label::Outside, Label::Inside(person), false);
        check(Label::Outside, Label::Last(person), false);
        check(Label::Begin(person), Label::Last(person), true);
        check(Label::Begin(person), Label::Inside(person), true);
        check(Label::Begin(person), Label::Last(place), false);
        check(Label::Inside(person), Label::Outside, false);
        check(Label::Begin(person), Label::Only(place), false);
        check(Label::Last(person), Label::Begin(place), true);
        check(Label::Only(person), Label::Only(person), true);
    }
}
