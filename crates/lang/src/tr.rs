//! Turkish.

pub mod page;
