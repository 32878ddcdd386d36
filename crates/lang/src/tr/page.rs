//! What Turkish pages say around articles.

use crate::phrases::Pattern::Is;
use crate::phrases::Phrases;

/// Turkish on pages.
pub const PHRASES: Phrases = Phrases {
    more: &[
        ("advert-label", &[Is("reklam")]),
        ("foot-heading", &[Is("ilgili haberler"), Is("yorumlar")]),
    ],
    before_sites: &["hakkında", "künye"],
    after_sites: &["uygulaması", "uygulamasını", "bülteni"],
    author_headings: &["yazan", "yazar"],
    other_credits: &["fotoğraf", "çeviri"],
    ..Phrases::NONE
};
