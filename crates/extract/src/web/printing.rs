//! The lines of a page that may print its date, read as a page of their own.

use dateline_text::key_of;

use super::blocks::Block;
use super::body::Verdict;
use super::claims::quoted;
use super::cues::Dates;
use super::regions::Regions;
use crate::markup::tree::Tree;
use crate::sheet::Sheet;

/// The lines that may print a date as a page of their own.
pub(crate) struct Printing {
    pub sheet: Sheet,
    /// The headline's line.
    pub title: Option<usize>,
    /// The article's lines.
    pub run: core::ops::Range<usize>,
}

impl Printing {
    /// The article's lines.
    pub fn article(&self) -> impl Iterator<Item = &str> {
        self.sheet.lines[self.run.clone()].iter().map(|line| line.text.as_str())
    }
}

/// Puts those lines together.
pub(super) fn lines(
    tree: &Tree,
    blocks: &[Block],
    regions: &Regions,
    verdicts: &[Verdict],
    title: Option<usize>,
) -> Printing {
    let mut text = String::new();
    let (mut first, mut last) = (None, None);
    for (index, block) in blocks.iter().enumerate() {
        let body = verdicts[index] == Verdict::Body;
        let other = verdicts[index] == Verdict::Caption || quoted(tree, block.owner);
        let dates = may_date(index, block, regions, title) && !other;
        if !(body || dates || title == Some(index)) {
            continue;
        }
        if body {
            first.get_or_insert(index);
            last = Some(index);
        }
        text.push_str(&block.text.replace('\n', " "));
        text.push_str("\n\n");
    }
    let sheet = Sheet::read(&text);
    let place = |index: Option<usize>| {
        let key = key_of(&blocks[index?].text);
        sheet.lines.iter().position(|line| line.key == key)
    };
    let title = place(title);
    let start = place(first).unwrap_or(0);
    let end = last.map(|index| key_of(&blocks[index].text));
    let end = sheet
        .lines
        .iter()
        .rposition(|line| Some(&line.key) == end.as_ref())
        .map_or(sheet.lines.len(), |at| at + 1);
    Printing { sheet, title, run: start..end.max(start) }
}

/// Whether a line may print the article's date: it is the article's, stands in
/// no part that speaks of other stories, or stands close to the headline.
fn may_date(index: usize, block: &Block, regions: &Regions, title: Option<usize>) -> bool {
    /// Bars of buttons below a headline hold the date too.
    const CLOSE: usize = 8;
    let close = title.is_some_and(|title| (title..title + CLOSE).contains(&index));
    regions.cues[block.owner].is_none_or(|cue| match cue.dates {
        Dates::No => false,
        Dates::Close => close,
        Dates::Yes => true,
    })
}
