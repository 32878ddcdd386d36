//! A corpus in parts: which of its articles, events and entities a part makes whole.

use crate::{Article, ArticleIndex, Entity, EntityIndex, Event, EventIndex};

/// What a part completes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// Articles that were published about the same time.
    pub articles: Vec<ArticleIndex>,
    /// Events, ascending.
    pub events: Vec<EventIndex>,
    /// Entities, ascending.
    pub entities: Vec<EntityIndex>,
}

/// A part that lies beside the bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it completes.
    pub contents: Contents,
    /// The SHA-256 of the bytes as they are served.
    pub hash: [u8; 32],
    /// How many bytes are served.
    pub length: u32,
}

/// What a part makes whole, each with its place in the corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Whole {
    /// Articles with their texts and all that is marked in them.
    pub articles: Vec<(ArticleIndex, Article)>,
    /// Events with the places of their tellings and the reasons.
    pub events: Vec<(EventIndex, Event)>,
    /// Entities with the reasons.
    pub entities: Vec<(EntityIndex, Entity)>,
}
