//! What exports of archives of the press print in French.

use crate::exports::Label::{Notes, States};
use crate::exports::Place::{Foot, Head, SureFoot};
use crate::exports::{Exports, Row};
use crate::phrases::Fact;

/// See [`Exports`].
pub(crate) const EXPORTS: Exports = Exports {
    counts: &[("", " de ", " documents"), ("document ", " de ", ""), ("document ", " sur ", "")],
    ends: &["fin du document"],
    numbers: &[],
    lengths: &[" mots", " mot"],
    labels: LABELS,
    headings: &[],
    rights: &["tous droits réservés"],
};

/// Sorted.
const LABELS: &[Row] = &[
    ("auteur", Head, States(Fact::Author)),
    ("date-chargement", SureFoot, States(Fact::Created)),
    ("langue", Foot, States(Fact::Language)),
    ("longueur", Head, Notes),
    ("rubrique", Head, States(Fact::Section)),
    ("type-publication", SureFoot, Notes),
];
