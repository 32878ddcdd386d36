//! What exports of archives of the press print in Dutch.

use crate::exports::Exports;

/// See [`Exports`]. The labels are those of the English page.
pub(crate) const EXPORTS: Exports = Exports {
    counts: &[("", " van ", " documenten"), ("document ", " van ", "")],
    ends: &["einde van document"],
    numbers: &[],
    lengths: &[" woorden", " woord"],
    labels: &[],
    headings: &[],
    rights: &["alle rechten voorbehouden"],
};
