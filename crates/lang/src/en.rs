//! English.

pub mod events;
pub mod names;
pub mod page;
pub mod quotes;
pub mod sentences;
pub mod time;
