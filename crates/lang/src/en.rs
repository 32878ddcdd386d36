//! English.

pub mod names;
pub mod page;
pub mod page_reasons;
pub mod time;
