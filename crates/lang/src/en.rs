//! English.

pub mod names;
pub mod page;
pub mod time;
