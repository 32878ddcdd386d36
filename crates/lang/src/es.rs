//! Spanish.

pub mod page;
