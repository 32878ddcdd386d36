//! What Ukrainian pages say around articles.

use crate::phrases::Pattern::Is;
use crate::phrases::Phrases;

/// Ukrainian on pages.
pub const PHRASES: Phrases = Phrases {
    more: &[("foot-heading", &[Is("читайте також"), Is("коментарі")])],
    date_labels: &[("опубліковано", 6)],
    before_times: &["о"],
    before_sites: &["про", "редакція", "реклама на"],
    after_sites: &["реклама", "підписка"],
    author_headings: &["автор", "автори", "текст"],
    other_credits: &["переклад", "фото"],
    ..Phrases::NONE
};
