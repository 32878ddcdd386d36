//! Dutch.

pub(crate) mod exports;
pub mod page;
