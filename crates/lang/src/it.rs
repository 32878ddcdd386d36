//! Italian.

pub mod page;
