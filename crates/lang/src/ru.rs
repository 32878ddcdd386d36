//! Russian.

pub mod page;
