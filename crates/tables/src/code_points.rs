//! Offsets as everything that leaves the program has them: in code points. Inside they are bytes.

use dateline_model::Span;

/// Counts the code points of a text up to a byte.
pub struct CodePoints<'t> {
    bytes: &'t [u8],
    /// How many begin before every so-manieth byte.
    counts: Vec<usize>,
}

/// Bytes from one count to the next.
const STEP: usize = 256;

impl<'t> CodePoints<'t> {
    /// Counts once, so that each place is found quickly.
    pub fn of(text: &'t str) -> Self {
        let mut sum = 0;
        let counts = text.as_bytes().chunks(STEP).map(|bytes| {
            let before = sum;
            sum += begun(bytes);
            before
        });
        let mut counts: Vec<usize> = counts.collect();
        counts.push(sum);
        Self { bytes: text.as_bytes(), counts }
    }

    /// First code point of a span, and one past its last.
    pub fn span(&self, span: Span) -> (usize, usize) {
        (self.before(span.start), self.before(span.end))
    }

    fn before(&self, byte: u32) -> usize {
        let byte = self.bytes.len().min(byte as usize);
        let step = byte / STEP;
        self.counts[step] + begun(&self.bytes[step * STEP..byte])
    }
}

/// How many code points begin in some bytes: all bytes begin one but those that go on.
fn begun(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}
