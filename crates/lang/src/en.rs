//! English.

pub mod events;
mod labels;
pub mod names;
pub mod page;
pub mod quotes;
pub mod sentences;
pub mod time;
