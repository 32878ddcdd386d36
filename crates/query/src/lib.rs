//! What a reader may ask of a corpus: which articles and events meet a choice
//! of words, names, outlets and days, and how many more each choice would give.
//!
//! [`Engine`] answers. This crate does not know how the corpus was made, nor
//! that there is a screen.

mod days;
mod engine;
mod facets;
mod relax;
mod search;
mod selection;
mod story;
mod tables;
mod together;
mod tokens;

pub use days::{DayGroup, by_day, story_by_day};
pub use engine::{Engine, EngineOn};
pub use search::Matched;
pub use selection::{Choice, Facets, Hits, Relaxation, Results, SearchOptions, Selection};
pub use story::{Story, TELLER, ToldEvent};
pub use together::Spread;
