//! What each stage needs to know of a language, as values.

pub mod de;
pub mod en;
pub mod shared;
