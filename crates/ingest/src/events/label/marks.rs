//! Quotation marks and brackets, which a label may not leave open.

use core::ops::Range;

/// The quotations and brackets of a text, as far as they are closed.
pub(super) struct Marks {
    /// Where each begins and ends, with its marks.
    quoted: Vec<Range<usize>>,
}

impl Marks {
    /// Reads a text once.
    pub(super) fn of(text: &str) -> Self {
        let mut quoted = Vec::new();
        let mut open: Option<(usize, char)> = None;
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            match open {
                Some((start, close)) if c == close => {
                    quoted.push(start..end);
                    open = None;
                }
                Some(_) => {}
                None => open = closing(c).map(|close| (at, close)),
            }
        }
        quoted.extend(open.map(|(start, _)| start..text.len() + 1));
        Self { quoted }
    }

    /// Whether a byte is in none of them.
    pub(super) fn outside(&self, at: usize) -> bool {
        let next = self.quoted.partition_point(|range| range.end <= at);
        self.quoted.get(next).is_none_or(|range| range.start > at)
    }
}

/// What closes a quotation or a bracket. What German opens with a low mark it closes with the one that
/// English opens with.
fn closing(c: char) -> Option<char> {
    Some(match c {
        '"' => '"',
        '“' => '”',
        '„' => '“',
        '«' => '»',
        '(' => ')',
        '[' => ']',
        _ => return None,
    })
}

/// A quotation or bracket that the cut left open is closed after the ellipsis.
pub(super) fn close(label: &mut String) {
    let mut open: Option<char> = None;
    for c in label.chars() {
        match open {
            Some(close) if c == close => open = None,
            Some(_) => {}
            None => open = closing(c),
        }
    }
    label.extend(open);
}
