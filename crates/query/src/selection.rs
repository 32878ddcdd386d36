//! The questions and the answers, as plain data.

use dateline_model::{ArticleIndex, Day, EntityIndex, EventIndex};

/// Everything that a reader has chosen. The default chooses nothing and so
/// shows all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Words that must all occur; the last as a prefix; `"..."` is a phrase.
    /// A text without a letter or digit chooses nothing.
    pub q: String,
    /// Entities that must all be named.
    pub with: Vec<EntityIndex>,
    /// Entities of which none may be named.
    pub without: Vec<EntityIndex>,
    /// Outlets of which one must be the source, by position in
    /// [`Engine::outlets`](crate::Engine::outlets).
    pub outlets: Vec<u16>,
    /// First day.
    pub from: Option<Day>,
    /// Last day, included.
    pub to: Option<Day>,
}

/// What a [`Selection`] shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// By publication day, then by position; undated last.
    pub articles: Vec<ArticleIndex>,
    /// In the order of the corpus.
    pub events: Vec<EventIndex>,
    /// How many articles each further choice would leave.
    pub facets: Facets,
}

/// Counts of articles for every value that could be chosen.
///
/// Each counts the articles that meet every *other* choice and have the value.
/// A value without an article is left out unless it is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// Within the result, most first, then by position. An entity of
    /// [`Selection::without`] counts the articles that it removes.
    pub entities: Vec<(EntityIndex, u32)>,
    /// As if no outlet were chosen, most first, then by name.
    pub outlets: Vec<(u16, u32)>,
    /// Year, month (1 to 12) and count, as if no day were chosen; ascending.
    pub months: Vec<(i16, i8, u32)>,
}

/// How [`Engine::search`](crate::Engine::search) reads its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SearchOptions {
    /// How many articles to list; the total counts all.
    pub limit: usize,
    /// Whether the last word may be the beginning of a longer one.
    pub prefix: bool,
    /// Whether a word that occurs nowhere stands for those most like it.
    pub typos: bool,
}

impl Default for SearchOptions {
    fn default() -> Self {
        Self { limit: 20, prefix: true, typos: true }
    }
}

/// What [`Engine::search`](crate::Engine::search) found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// How many articles have all the words.
    pub total: u32,
    /// The best of them, best first.
    pub articles: Vec<ArticleIndex>,
}

/// The choice to drop when nothing is left, and what that brings back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relaxation {
    /// What to drop.
    pub drop: Choice,
    /// How many articles come back.
    pub articles: u32,
    /// How many events come back.
    pub events: u32,
}

/// One part of a [`Selection`] that can be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The words.
    Query,
    /// One entity that must be named.
    With(EntityIndex),
    /// One entity that must not be named.
    Without(EntityIndex),
    /// All outlets.
    Outlets,
    /// Both days.
    Dates,
}
