//! A corpus in parts: which of its articles, events and entities a part makes whole.

use crate::{Entity, EntityIndex, EventIndex};

/// What a part is for. Parts stand in this order; the names are one part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PartKind {
    /// All names, without reasons, and which articles and events name whom: what filters need.
    Names,
    /// Heads: without texts, and without the reasons that no list shows.
    Heads,
    /// All that is known of articles, events and names.
    #[default]
    Texts,
}

/// What a part has: from the first place of each kind up to the second.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// How much of them.
    pub kind: PartKind,
    /// Articles, by their places in [`Parts::order`](crate::Parts::order).
    pub articles: (u32, u32),
    /// Events.
    pub events: (EventIndex, EventIndex),
    /// Entities.
    pub entities: (EntityIndex, EntityIndex),
    /// Events of which it says whom they name.
    pub named: (EventIndex, EventIndex),
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

/// What the part of the names has.
#[derive(Debug, PartialEq, Eq)]
pub struct Names {
    /// Everybody who is named, without reasons.
    pub entities: Vec<Entity>,
    /// By event, whom its tellings name.
    pub named: Vec<Vec<EntityIndex>>,
}
