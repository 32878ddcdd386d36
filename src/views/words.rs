//! What the page says in its own voice; the pages without scripts say the same.

pub use dateline_words::*;
