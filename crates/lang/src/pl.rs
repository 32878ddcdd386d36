//! Polish.

pub mod page;
