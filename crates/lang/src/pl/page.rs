//! What Polish pages say around articles.

use crate::phrases::Pattern::Is;
use crate::phrases::Phrases;

/// Polish on pages.
pub const PHRASES: Phrases = Phrases {
    more: &[("foot-heading", &[Is("czytaj także"), Is("komentarze")])],
    before_sites: &["o", "kontakt z", "portal", "serwis"],
    after_sites: &["redakcja", "prenumerata"],
    author_headings: &["autor", "autorka", "autorzy"],
    other_credits: &["fot", "zdjęcia"],
    ..Phrases::NONE
};
