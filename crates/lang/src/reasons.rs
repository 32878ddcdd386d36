//! The sentences in which a reader is told why something was read as it was.

pub mod dates;
pub mod editor;
pub mod events;
pub mod names;
pub mod pages;
