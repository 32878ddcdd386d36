//! What the page is showing, and the one way to change it.
//!
//! The reader acts, a view sends a [`Command`], [`apply`] gives the next
//! [`State`], the memos of the [`Store`] follow, and the address holds it all.
//! Nothing here knows how it looks.

pub mod address;
mod command;
mod history;
pub mod interface;
mod library;
pub mod measure;
mod store;

pub use command::{Command, State, View, apply};
pub use library::Library;
pub use store::{Notice, Store, shows};
