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
    before_sites: &[
        "sobre",
        "acerca de",
        "contacto",
        "club",
        "eventos",
        "tienda",
        "archivo",
        "trabaja en",
    ],
    after_sites: &["newsletter", "premium", "suscriptor", "podcast", "tienda"],
    author_headings: &["autor", "autora", "autores", "por"],
    other_credits: &["foto", "fotografía", "fotos", "imagen", "traducción", "vídeo"],
    ..Phrases::NONE
};
