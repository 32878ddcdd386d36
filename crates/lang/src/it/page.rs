//! What Italian pages say around articles.

use crate::page::Pattern::Is;
use crate::page::Phrases;

/// Italian on pages.
pub const PHRASES: Phrases = Phrases {
    more: &[("foot-heading", &[Is("articoli correlati"), Is("commenti")])],
    date_labels: &[("pubblicato", 6)],
    ..Phrases::NONE
};
