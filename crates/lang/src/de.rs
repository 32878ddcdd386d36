//! German: what pages say, and time expressions of closed classes.

pub mod page;
pub mod sentences;
pub mod time;
