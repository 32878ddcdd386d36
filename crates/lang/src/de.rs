//! German.

pub mod page;
