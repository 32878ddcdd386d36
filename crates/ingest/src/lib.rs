//! Bytes in, [`Corpus`] and warnings out.
//!
//! Every stage borrows its input and returns owned values, and knows only the
//! stages before it: read, separate, date, names, times, quotations, events.
//! Bad input is no error: a stage gives its best result and says what it
//! doubts. Nothing here knows files, the clock, the environment or the browser.

mod draft;
mod events;
pub mod html;
mod infer;
pub mod names;
pub mod overlay;
mod pipeline;
pub mod quotes;
mod read;
mod rules;
mod separate;
mod slug;
pub mod text;
pub mod timex;

pub use draft::Draft;
pub use pipeline::{Meta, Options, Source, ingest};
pub use read::{Read, SIZE_LIMIT, read};
pub use separate::separate;

#[cfg(doc)]
use dateline_model::Corpus;
