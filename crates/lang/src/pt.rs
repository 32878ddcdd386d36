//! Portuguese.

pub mod page;
