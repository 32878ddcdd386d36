//! French.

pub mod page;
