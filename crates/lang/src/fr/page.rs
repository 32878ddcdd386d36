//! What French pages say around articles.

use crate::phrases::Pattern::Is;
use crate::phrases::Phrases;

/// French on pages.
pub const PHRASES: Phrases = Phrases {
    more: &[
        ("advert-label", &[Is("publicité"), Is("pub")]),
        ("foot-heading", &[Is("à lire aussi"), Is("commentaires")]),
    ],
    date_labels: &[("publié", 6), ("mis à jour", -4)],
    before_months: &["er"],
    before_times: &["à"],
    loose_bylines: &["par "],
    ands: &["et"],
    before_sites: &[
        "à propos de",
        "a propos de",
        "contacter",
        "bienvenue sur",
        "travailler chez",
        "le groupe",
        "rejoindre",
    ],
    after_sites: &[
        "newsletter",
        "newsletters",
        "application",
        "boutique",
        "podcasts",
        "abonnés",
        "rédaction",
    ],
    author_headings: &["auteur", "auteurs", "par", "écrit par"],
    other_credits: &["photo", "photos", "traduction", "vidéo"],
    ..Phrases::NONE
};
