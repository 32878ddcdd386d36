//! From the bytes of a file to its articles: the text, the article told from the page around it, and
//! what the page states of itself.
//!
//! Of the modules each knows only those before it: `draft`, `lines`, `markup`, `read`, `facts`, `sheet`,
//! `page`, `web`, `file`.
//!
//! A file gives its articles by itself and knows nothing of other files. Bad input is no error: each
//! step gives its best result and says what it doubts.

mod draft;
mod facts;
mod file;
pub mod learned;
mod lines;
mod markup;
pub mod page;
mod read;
mod sheet;
pub mod study;
pub mod trees;
pub mod web;

pub use draft::{Draft, first_words};
pub use file::{Article, Decoded, Opened, articles, decode, endings, size_limit};
pub use page::separate;
pub use read::{Read, SIZE_LIMIT, read};
