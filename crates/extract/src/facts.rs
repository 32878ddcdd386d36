//! What a page or a file states of an article, wherever it stands.

pub(crate) mod address;
pub(crate) mod clock;
pub(crate) mod language;
pub(crate) mod moment;
pub(crate) mod names;
mod pieces;
pub(crate) mod printed;
pub(crate) mod stated;
