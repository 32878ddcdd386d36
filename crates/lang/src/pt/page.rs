//! What Portuguese pages say around articles.

use crate::phrases::Pattern::Is;
use crate::phrases::Phrases;

/// Portuguese on pages.
pub const PHRASES: Phrases = Phrases {
    more: &[("foot-heading", &[Is("leia também")])],
    author_headings: &["autor", "autora", "autores", "por"],
    other_credits: &["foto", "fotos", "imagem", "tradução"],
    ..Phrases::NONE
};
