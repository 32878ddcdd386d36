//! A sentence that a label may be cut from.

use core::ops::Range;

/// A sentence and where its times stand in it.
pub(super) struct Sentence<'t> {
    pub text: &'t str,
    /// What dates the event.
    pub date: Option<Range<usize>>,
    /// Every time expression, in order.
    pub times: Vec<Range<usize>>,
    /// Whether its article's lines open with their hours: "2045 The harbour was closed".
    pub stamped: bool,
}

/// Shorter clauses say too little to stand alone.
pub(super) const LEAST: usize = 24;
