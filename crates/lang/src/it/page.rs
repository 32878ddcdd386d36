//! What Italian pages say around articles.

use crate::phrases::Pattern::Is;
use crate::phrases::Phrases;

/// Italian on pages.
pub const PHRASES: Phrases = Phrases {
    more: &[("foot-heading", &[Is("articoli correlati"), Is("commenti")])],
    date_labels: &[("pubblicato", 6)],
    before_sites: &["contatta", "abbonati a", "archivio", "gruppo"],
    after_sites: &["newsletter", "podcast", "abbonati"],
    author_headings: &["a cura di", "autore", "autori", "di"],
    other_credits: &["foto", "immagine", "traduzione"],
    ..Phrases::NONE
};
