//! Sources in, [`Corpus`] and warnings out.
//!
//! Every stage borrows its input and returns owned values, and knows only the stages before it: each
//! file is read and separated by itself, names are found in the whole corpus, then come dates with
//! time expressions, quotations and events.
//! Bad input is no error: a stage gives its best result and says what it doubts. Nothing here knows
//! files, the clock, the environment or the browser.

#[cfg(any(test, feature = "checks"))]
pub mod checks;
mod copies;
mod dates;
mod edited;
mod events;
pub mod given;
mod headings;
mod ids;
mod known;
mod languages;
mod nearest;
pub mod overlay;
mod pipeline;
pub mod publish;
pub mod quotes;
mod recurring;
mod stage;
mod union_find;
pub mod unmatched;

pub use known::Known;
pub use pipeline::{
    Meta, Opened, Options, Source, ingest, ingest_observed, join, join_again, open, open_all,
};
pub use stage::{Observer, Stage};

#[cfg(doc)]
use dateline_model::Corpus;
