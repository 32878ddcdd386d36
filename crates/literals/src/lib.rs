//! The text literals of a crate's sources, for the tests which hold that an engine knows no word of any
//! language. For tests only.

mod allowed;
mod scan;
mod sources;

pub use allowed::{Row, breaches};
pub use scan::literals;
pub use sources::sources;
