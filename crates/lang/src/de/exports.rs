//! What exports of archives of the press print in German.

use crate::exports::Label::{Notes, States};
use crate::exports::Place::{Foot, Head, SureFoot};
use crate::exports::{Exports, Row};
use crate::phrases::Fact;

/// See [`Exports`].
pub(crate) const EXPORTS: Exports = Exports {
    counts: &[
        ("", " von ", " dokumenten"),
        ("", " of ", " dokumenten"),
        ("dokument ", " von ", ""),
        ("artikel ", " von ", ""),
    ],
    ends: &["ende des dokuments"],
    numbers: &["dokument "],
    lengths: &[" wörter", " wort"],
    labels: LABELS,
    headings: &[],
    rights: &["alle rechte vorbehalten"],
};

/// Sorted.
const LABELS: &[Row] = &[
    ("autor", Head, States(Fact::Author)),
    ("länge", Head, Notes),
    ("rubrik", Head, States(Fact::Section)),
    ("sprache", Foot, States(Fact::Language)),
    ("update", SureFoot, States(Fact::Created)),
    ("zeitungs-code", SureFoot, Notes),
];
