//! What German pages say around articles.

use crate::phrases::Pattern::{Has, Is, Starts};
use crate::phrases::Phrases;

/// German on pages.
pub const PHRASES: Phrases = Phrases {
    more: &[
        ("advert-label", &[Is("anzeige")]),
        ("foot-heading", &[Is("lesen sie auch"), Is("kommentare")]),
        ("photo-caption", &[Starts("archivbild"), Starts("foto:"), Has(". foto:")]),
    ],
    tag_labels: &["schlagwörter:"],
    tag_headings: &["schlagwörter"],
    date_labels: &[("veröffentlicht", 6), ("aktualisiert", -4)],
    after_weekdays: &["den"],
    before_times: &["um"],
    loose_bylines: &["von "],
    ands: &["und"],
    answers: &["aw:", "wg:"],
    before_sites: &[
        "über",
        "kontakt",
        "willkommen bei",
        "arbeiten bei",
        "karriere bei",
        "werben bei",
        "jetzt",
        "von der",
    ],
    after_sites: &[
        "newsletter",
        "app",
        "podcast",
        "podcasts",
        "shop",
        "abo",
        "redaktion",
        "startseite",
        "archiv",
        "testen",
        "logo",
        "verlag",
        "jobs",
    ],
    author_headings: &["autor", "autoren", "autorin", "text", "von"],
    other_credits: &["bild", "bilder", "foto", "fotos", "grafik", "übersetzung"],
    ..Phrases::NONE
};
