//! English.

pub mod events;
pub(crate) mod exports;
mod labels;
pub mod names;
pub mod page;
pub mod quotes;
pub mod sentences;
pub mod time;
