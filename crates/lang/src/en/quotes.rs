//! The words around English quotations.

use std::sync::LazyLock;

use super::names::words::{ROLE_MODIFIERS, ROLES, SAYING};
use crate::quotes::{Quotes, words};

/// See [`Quotes`].
pub static QUOTES: LazyLock<Quotes> = LazyLock::new(|| Quotes {
    saying: words(SAYING),
    roles: words(ROLES),
    modifiers: words(ROLE_MODIFIERS),
    pronouns: words(PRONOUN_SUBJECTS),
    between: words(BETWEEN_SUBJECT_AND_VERB),
    prepositions: words(PREPOSITIONS),
    articles: &["the", "a", "an"],
    inside_roles: &["the", "of", "a", "an", "'s", "\u{2019}s", "state", "."],
    possessives: &["'", "'s", "\u{2019}", "\u{2019}s"],
    according: ("according", "to"),
    participle: "ing",
});

/// Words that stand for the person named last.
/// Sorted, lower case.
const PRONOUN_SUBJECTS: &str = "he she";

/// What may stand between a subject and its verb of saying.
/// Sorted, lower case.
const BETWEEN_SUBJECT_AND_VERB: &str = "
again already also clearly earlier even explicitly further had has have later now often once
only previously publicly repeatedly reportedly since specifically then would
";

/// Prepositions: a name after one is no subject.
/// Sorted, lower case.
const PREPOSITIONS: &str = "
about after against among at before beside between by despite during for from in including into
like near of on over since through to toward towards under until upon via with without
";
