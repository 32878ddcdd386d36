//! Bytes in, [`Corpus`] and warnings out.
//!
//! Every stage borrows its input and returns owned values, and knows only the
//! stages before it: read (each format in its way), separate, date, names, times, quotations, events.
//! Bad input is no error: a stage gives its best result and says what it
//! doubts. Nothing here knows files, the clock, the environment or the browser.

#[cfg(any(test, feature = "checks"))]
pub mod checks;
mod crew;
mod dates;
mod draft;
mod events;
mod formats;
pub mod given;
pub mod html;
mod ids;
mod infer;
mod moment;
pub mod names;
mod nearest;
pub mod overlay;
mod pipeline;
pub mod publish;
pub mod quotes;
mod read;
mod rules;
mod separate;
mod slug;
mod stage;
mod stated;
pub mod text;
pub mod timex;
mod turns;

pub use draft::Draft;
pub use formats::{endings, size_limit};
pub use pipeline::{Meta, Options, Source, ingest, ingest_observed};
pub use read::{Read, SIZE_LIMIT, read};
pub use separate::separate;
pub use stage::{Observer, Stage};

#[cfg(doc)]
use dateline_model::Corpus;
