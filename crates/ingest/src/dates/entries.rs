//! Live reports: bodies of several entries, each under its own day and hour.
//!
//! What such an entry calls "today" is its own day, which the page's may be days behind or before. A line
//! that opens with a day, and is nothing more or goes on to an hour, is an entry's stamp. Three stamps in
//! one order, forward or back, make a report of entries; fewer are a page's dates or a list.

use dateline_model::{Anchor, Day, Granularity, Span, Timex, TimexKind};

/// An entry of a live report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Where its stamp's line begins, in bytes of the body.
    pub(crate) start: u32,
    /// Where its stamp ends: from here on its own day is "today".
    pub(crate) after: u32,
    /// Its day.
    pub(crate) day: Day,
    /// Whether the line is nothing but the stamp.
    pub(crate) bare: bool,
}

/// So many stamps make a report of entries.
const ENTRIES: usize = 3;

/// Days between the first entry and the last, and between them and the page's own day. What lies further
/// apart is a chronology, whose words count from the page's day.
const REACH: i32 = 31;

/// Bytes that may stand on a stamp's line before it ("Updated at", "[Update,") and behind it (a zone, a
/// bracket), and between its day and its hour.
const AROUND: usize = 16;
const BETWEEN: usize = 6;

/// The entries of a body, in order; none where it is no live report of several days.
pub(crate) fn entries(body: &str, timexes: &[Timex], published: Option<Day>) -> Vec<Entry> {
    let Some(published) = published else { return Vec::new() };
    let mut out: Vec<Entry> = Vec::new();
    let mut line = Span { start: 0, end: 0 };
    for (at, timex) in timexes.iter().enumerate() {
        if timex.span.start < line.end {
            continue;
        }
        line = line_of(body, timex.span.start);
        out.extend(stamp(body, line, &timexes[at..]));
    }
    let days = || out.iter().map(|entry| entry.day);
    let (Some(first), Some(last)) = (days().min(), days().max()) else { return Vec::new() };
    let ordered = out.is_sorted_by_key(|entry| entry.day)
        || out.iter().rev().is_sorted_by_key(|entry| entry.day);
    let near = last - first <= REACH && (last - published).abs() <= REACH;
    let differs = first != published || last != published;
    if out.len() >= ENTRIES && ordered && near && differs { out } else { Vec::new() }
}

/// The stamp that a line opens with. `timexes` begins with the line's first.
fn stamp(body: &str, line: Span, timexes: &[Timex]) -> Option<Entry> {
    let inside = |one: &&Timex| one.span.start < line.end;
    let mut group = timexes.iter().take_while(inside);
    let mut last = group.next()?;
    let before = &body[line.start as usize..last.span.start as usize];
    let (mut day, mut clock) = (own_day(last), has_clock(last));
    let printed = last.anchor == Anchor::Itself;
    for next in group {
        let gap = &body[last.span.end as usize..next.span.start as usize];
        if gap.len() > BETWEEN || ends(gap) {
            break;
        }
        day = day.or(own_day(next));
        clock |= has_clock(next);
        last = next;
    }
    let day = day?;
    let behind = body[last.span.end as usize..line.end as usize].trim_end();
    let worded = before.contains(char::is_alphabetic);
    let bare = before.len() <= AROUND
        && behind.len() <= AROUND
        && !ends(before)
        && !behind.contains(char::is_lowercase)
        && !behind.ends_with(['.', '!', '?'])
        && (!worded || clock || printed);
    let opens = clock && !before.contains(char::is_alphanumeric);
    (bare || opens).then_some(Entry { start: line.start, after: last.span.end, day, bare })
}

/// The day of an expression that names one without asking the text before it.
fn own_day(timex: &Timex) -> Option<Day> {
    let days = timex.days.filter(|days| days.days() == 1 && timex.stretch.is_none())?;
    let fine = matches!(timex.granularity, Granularity::Day | Granularity::Minute);
    (fine && timex.anchor != Anchor::Text).then_some(days.start)
}

fn has_clock(timex: &Timex) -> bool {
    timex.kind == TimexKind::Time && timex.value.ends_with(|c: char| c.is_ascii_digit())
}

/// Whether a sentence ends within some text.
fn ends(text: &str) -> bool {
    text.contains(['?', '!', ';']) || text.contains(". ")
}

fn line_of(body: &str, at: u32) -> Span {
    let at = at as usize;
    let start = body[..at].rfind('\n').map_or(0, |mark| mark + 1);
    let end = body[at..].find('\n').map_or(body.len(), |mark| at + mark);
    Span { start: start as u32, end: end as u32 }
}

#[cfg(test)]
mod tests;
