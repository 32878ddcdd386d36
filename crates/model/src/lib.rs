//! The nouns of Dateline: what an article, a date, an entity and an event are,
//! and the codec that packs a corpus into the bundle.
//!
//! This crate does not know how any of it was found, nor how it is shown.
//! Positions inside a text are byte offsets here ([`Span`]); the outward
//! formats count code points, and convert at the border.

mod article;
mod codec;
mod corpus;
mod day;
mod entity;
mod event;
mod held;
mod index;
mod part;
mod parts;
#[cfg(feature = "sample")]
pub mod sample;
mod span;
mod story;
mod timex;
mod when;

pub use article::{Article, Furniture, Mention, Quote, Unread, Withheld};
pub use codec::{DecodeError, decode, decode_parted};
#[cfg(feature = "encode")]
pub use codec::{Parted, Served, encode, part};
pub use corpus::{Corpus, Site, Warning, WarningKind};
pub use day::{Day, DayRange};
pub use entity::{Entity, EntityKind, Spelling};
pub use event::{Event, Link, Status, Telling, Tie};
pub use held::Held;
pub use index::{ArticleIndex, EntityIndex, EventIndex};
pub use part::{Contents, Names, Part, PartKind};
pub use parts::Parts;
pub use span::Span;
pub use story::{key_events, story_days};
pub use timex::{Anchor, Timex, TimexKind};
pub use when::{Basis, Clock, Evidence, Granularity, When};
