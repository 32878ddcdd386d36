//! The words around English quotations.

use std::sync::LazyLock;

use super::names;
use crate::quotes::{Quotes, words};

/// See [`Quotes`].
pub static QUOTES: LazyLock<Quotes> = LazyLock::new(|| Quotes {
    saying: words(names::SAYING),
    roles: words(names::ROLES),
    modifiers: words(names::ROLE_MODIFIERS),
    pronouns: words(names::PRONOUN_SUBJECTS),
    between: words(names::BETWEEN_SUBJECT_AND_VERB),
    prepositions: words(names::PREPOSITIONS),
    articles: &["the", "a", "an"],
    inside_roles: &["the", "of", "a", "an", "'s", "\u{2019}s", "state", "."],
    according: ("according", "to"),
    participle: "ing",
});
