//! What Polish pages say around articles.

use crate::page::Pattern::Is;
use crate::page::Phrases;

/// Polish on pages.
pub const PHRASES: Phrases = Phrases {
    more: &[("foot-heading", &[Is("czytaj także"), Is("komentarze")])],
    ..Phrases::NONE
};
