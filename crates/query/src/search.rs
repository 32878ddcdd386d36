//! Words in texts: which articles and events have them, which are best, and
//! what to mark.

mod forms;
mod hits;
mod index;
mod joined;
mod line;
mod mark;
mod packed;
mod query;
mod rank;
mod reading;
mod suggest;
mod typos;

pub use hits::Matched;
pub(crate) use hits::matched;
pub(crate) use index::Index;
pub(crate) use mark::highlights;
pub(crate) use rank::search;
pub(crate) use reading::Reading;
pub(crate) use suggest::suggest;

use crate::tokens::Tokens;

/// Whether a query has any word or symbol.
pub(crate) fn has_words(q: &str) -> bool {
    Tokens::of(q).next().is_some()
}
