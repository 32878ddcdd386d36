//! Bytes in, [`Corpus`](dateline_model::Corpus) and warnings out.
//!
//! Every stage borrows its input and returns owned values, and knows only the
//! stages before it. Bad input is no error: a stage gives its best result and
//! says what it doubts. Nothing here knows files, the clock, the environment
//! or the browser.

mod draft;
pub mod names;
pub mod overlay;
pub mod quotes;
mod rules;
mod separate;
pub mod text;
pub mod timex;

pub use draft::Draft;
pub use separate::separate;
