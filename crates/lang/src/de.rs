//! German: what pages say, the words of labels, and time expressions of closed classes.

pub mod events;
pub(crate) mod exports;
pub mod page;
pub mod sentences;
pub mod time;
