//! What Spanish pages say around articles.

use crate::phrases::Pattern::Is;
use crate::phrases::Phrases;

/// Spanish on pages.
pub const PHRASES: Phrases = Phrases {
    more: &[
        ("advert-label", &[Is("publicidad")]),
        ("foot-heading", &[Is("noticias relacionadas"), Is("comentarios")]),
    ],
    date_labels: &[("publicado", 6), ("actualizado", -4)],
    before_months: &["a", "de"],
    before_years: &["de"],
    ands: &["y"],
    ..Phrases::NONE
};
