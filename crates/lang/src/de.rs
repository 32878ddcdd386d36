//! What each stage needs to know of German.

pub mod time;
