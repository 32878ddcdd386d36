//! What a page or a file states of an article, wherever it stands.

pub(crate) mod address;
pub(crate) mod clock;
mod eras;
pub(crate) mod language;
pub(crate) mod moment;
pub(crate) mod names;
pub(crate) mod printed;
pub(crate) mod stated;
mod tokens;
pub(crate) mod told;
