//! What the editor's overlay says, in place of what was read. What fits nothing any more is said, never dropped.

mod articles;
mod events;
mod lines;
mod names;
mod own;
mod remark;

pub(crate) use articles::{correct, left_out};
pub(crate) use events::edit;
pub(crate) use names::{here, name, unnamed};

use dateline_lang::Language;
use dateline_model::{Article, Entity, Warning, WarningKind};

/// What was read before events are corrected.
#[derive(Clone, Copy)]
pub(crate) struct Read<'r> {
    /// All articles.
    pub articles: &'r [Article],
    /// Each one's language.
    pub languages: &'r [&'static Language],
    /// All names.
    pub entities: &'r [Entity],
}

/// A correction that fits nothing: in which table of the overlay it stands, of what, and what was expected.
fn idle(table: &str, id: &str, what: &str) -> Warning {
    Warning {
        file: "dateline.toml".into(),
        kind: WarningKind::Overlay,
        message: format!("dateline.toml: [{table}.{id:?}] {what}"),
    }
}

/// A text as it is compared: however its words are parted.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// So much of a text names it in a message.
fn short(text: &str) -> String {
    const MOST: usize = 60;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => [&text[..end], "\u{2026}"].concat(),
        None => text.to_owned(),
    }
}
