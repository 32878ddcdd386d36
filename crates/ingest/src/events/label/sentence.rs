//! A sentence that a label may be cut from.

use core::ops::Range;

/// A sentence and where its times and names stand in it.
#[derive(Clone, Debug, Default)]
pub(super) struct Sentence<'t> {
    pub text: &'t str,
    /// What dates the event.
    pub date: Option<Range<usize>>,
    /// Every time expression, in order.
    pub times: Vec<Range<usize>>,
    /// Every name, in order.
    pub names: Vec<Range<usize>>,
    /// The text that it stands in, where that is known.
    pub body: &'t str,
    /// So much of it is the article's title, or stands before what the article is called by.
    pub title: usize,
    /// Whether its article's lines open with their hours: "2045 The harbour was closed".
    pub stamped: bool,
}

impl<'t> Sentence<'t> {
    /// What of it begins at a byte.
    pub(super) fn from(&self, start: usize) -> Sentence<'t> {
        let all = |ranges: &[Range<usize>]| {
            ranges.iter().filter_map(|range| shifted(range, start)).collect()
        };
        Sentence {
            text: &self.text[start..],
            date: self.date.as_ref().and_then(|date| shifted(date, start)),
            times: all(&self.times),
            names: all(&self.names),
            body: self.body,
            title: self.title.saturating_sub(start),
            stamped: self.stamped,
        }
    }
}

fn shifted(range: &Range<usize>, by: usize) -> Option<Range<usize>> {
    (range.start >= by).then(|| range.start - by..range.end - by)
}

/// Shorter clauses say too little to stand alone.
pub(super) const LEAST: usize = 24;
