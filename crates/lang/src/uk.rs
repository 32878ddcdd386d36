//! Ukrainian.

pub mod page;
