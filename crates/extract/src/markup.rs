//! Marked-up text: its entities and tokens, the tree of a page, and the plain text of a fragment.

mod builder;
pub(crate) mod entities;
pub(crate) mod node;
pub(crate) mod plain;
pub(crate) mod token;
pub(crate) mod tree;
