//! What Russian pages say around articles.

use crate::phrases::Pattern::{Has, Is, Starts};
use crate::phrases::Phrases;

/// Russian on pages.
pub const PHRASES: Phrases = Phrases {
    more: &[
        ("advert-label", &[Is("реклама"), Is("реклама:")]),
        ("foot-heading", &[Is("похожие новости"), Is("читайте также"), Is("комментарии")]),
        ("photo-caption", &[Starts("фото:"), Has(". фото:")]),
    ],
    tag_labels: &["тэги:", "теги:"],
    tag_headings: &["теги"],
    date_labels: &[("опубликовано", 6), ("обновлено", -4)],
    before_times: &["в"],
    before_sites: &["о", "редакция", "реклама на", "реклама в"],
    after_sites: &["реклама", "подписка"],
    author_headings: &["автор", "авторы", "текст"],
    other_credits: &["перевод", "фото"],
    ..Phrases::NONE
};
