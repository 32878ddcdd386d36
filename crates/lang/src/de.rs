//! German: time expressions of closed classes.

pub mod sentences;
pub mod time;
