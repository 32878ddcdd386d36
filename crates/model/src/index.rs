//! How the corpus's own parts name each other: by position.

/// Position of an article in [`Corpus::articles`](crate::Corpus::articles).
pub type ArticleIndex = u32;

/// Position of an entity in [`Corpus::entities`](crate::Corpus::entities).
pub type EntityIndex = u32;

/// Position of an event in [`Corpus::events`](crate::Corpus::events).
pub type EventIndex = u32;
