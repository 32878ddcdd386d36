//! What the letters of one word say, noted once for each word of a text.

use dateline_text::TokenKind;

use super::hash::{Growing, low, word};
use super::lookup::Lookup;

/// How a token looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Look {
    #[default]
    Edge,
    Mark,
    Number,
    Small,
    Capital,
    Initial,
    Capitals,
    /// "McQuill", "iQuill".
    Mixed,
}

/// What one word says by itself. The hashes stand for what they are named after.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Facts {
    pub(super) form: u64,
    pub(super) low: u64,
    pub(super) shape: u64,
    pub(super) brief: u64,
    /// The first one to four letters, small; 0 where the word is no longer.
    pub(super) starts: [u64; 4],
    pub(super) ends: [u64; 4],
    pub(super) lists: u64,
    pub(super) look: Look,
}

/// Letters beyond these say nothing new, and hostile words stay cheap.
const LETTERS: usize = 40;

impl Facts {
    /// What stands beyond the ends of a line.
    pub(super) fn edge() -> Self {
        let edge = word("\n");
        Self { form: edge, low: edge, shape: edge, brief: edge, ..Self::default() }
    }

    pub(super) fn of(lookup: &Lookup, text: &str, kind: TokenKind) -> Self {
        let mut letters = ['\0'; LETTERS];
        let mut length = 0;
        let (mut shape, mut brief, mut last) = (Growing::new(), Growing::new(), '\0');
        let (mut upper, mut lower) = (0, 0);
        for (at, c) in text.chars().take(LETTERS).enumerate() {
            upper += usize::from(c.is_uppercase());
            lower += usize::from(c.is_lowercase());
            letters[length] = c.to_lowercase().next().unwrap_or(c);
            length += 1;
            let form = if c.is_uppercase() {
                'X'
            } else if c.is_alphabetic() {
                'x'
            } else if c.is_numeric() {
                '0'
            } else {
                c
            };
            if at < 12 {
                shape.push(form);
            }
            if form != last {
                brief.push(form);
            }
            last = form;
        }
        let letters = &letters[..length];
        let mut starts = [0; 4];
        let mut ends = [0; 4];
        if kind == TokenKind::Word {
            let hash = |letters: &[char]| {
                let mut hash = Growing::new();
                letters.iter().for_each(|&c| hash.push(c));
                hash.done()
            };
            for affix in 1..=4 {
                if length > affix {
                    starts[affix - 1] = hash(&letters[..affix]);
                    ends[affix - 1] = hash(&letters[length - affix..]);
                }
            }
        }
        let low = low(text);
        let form = word(text);
        let opens = text.chars().next().is_some_and(char::is_uppercase);
        let look = match kind {
            TokenKind::Mark => Look::Mark,
            TokenKind::Number => Look::Number,
            TokenKind::Word if upper == 0 => Look::Small,
            TokenKind::Word if upper == 1 && lower == 0 => Look::Initial,
            TokenKind::Word if lower == 0 => Look::Capitals,
            TokenKind::Word if opens && upper == 1 => Look::Capital,
            TokenKind::Word => Look::Mixed,
        };
        Self {
            form,
            low,
            shape: shape.done(),
            brief: brief.done(),
            starts,
            ends,
            lists: lookup.of_word(low),
            look,
        }
    }

    /// Whether it is written as a name may be.
    pub(super) fn large(&self) -> bool {
        matches!(self.look, Look::Capital | Look::Initial | Look::Capitals | Look::Mixed)
    }
}
