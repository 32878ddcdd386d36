//! English.

pub mod events;
pub mod names;
pub mod page;
pub mod page_reasons;
pub mod quotes;
pub mod reasons;
pub mod sentences;
pub mod time;
