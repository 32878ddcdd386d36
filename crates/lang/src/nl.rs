//! Dutch.

pub mod page;
