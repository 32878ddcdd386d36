//! What Dutch pages say around articles.

use crate::phrases::Pattern::Is;
use crate::phrases::Phrases;

/// Dutch on pages.
pub const PHRASES: Phrases = Phrases {
    more: &[("foot-heading", &[Is("lees ook")])],
    author_headings: &["auteur", "auteurs", "door"],
    other_credits: &["beeld", "foto", "vertaling"],
    ..Phrases::NONE
};
