//! Parts a text that holds several articles: what an archive exports, and what people put together in
//! one file. A line that could part is asked what stands around it, so that a single article with a
//! rule across it stays whole.

mod corpora;
mod export;
mod factiva;
mod marks;
mod wrapped;

#[cfg(test)]
mod tests;

use self::marks::Mark;
use crate::facts::stated::Statement;

/// One article of a text of several.
#[derive(Debug)]
pub(super) struct Part<'t> {
    /// Its first line in the file, counted from 1, where the text is the file's own.
    pub line: Option<usize>,
    pub piece: Piece<'t>,
}

#[derive(Debug)]
pub(super) enum Piece<'t> {
    /// Told apart by an export's layout.
    Told(Told),
    /// A text like that of any file.
    Text(&'t str),
}

/// An article as an export prints it.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub statements: Vec<Statement>,
    /// The body.
    pub paragraphs: Vec<String>,
    /// What is left out of it, each line by itself.
    pub out: Vec<String>,
}

/// A text of several articles, taken apart.
#[derive(Debug, Default)]
pub(super) struct Parts<'t> {
    /// In the order of the text.
    pub parts: Vec<Part<'t>>,
    /// What is missing, or is no article, each with its line.
    pub doubts: Vec<String>,
}

/// A line of a text. A form feed ends one too.
#[derive(Clone, Copy, Debug)]
struct Row<'t> {
    /// Where it begins, in bytes.
    at: usize,
    /// Its place in the file, counted from 1.
    line: usize,
    /// Without white space at its end.
    text: &'t str,
    /// Whether a new page begins with it.
    fed: bool,
}

impl<'t> Row<'t> {
    fn is_blank(&self) -> bool {
        !self.text.contains(|c: char| !c.is_whitespace())
    }

    /// How many spaces stand before it.
    fn indent(&self) -> usize {
        self.text.chars().take_while(|c| c.is_whitespace()).count()
    }
}

/// The articles of a text, or nothing where it is one.
pub(super) fn parts(text: &str) -> Option<Parts<'_>> {
    let rows = rows(text);
    exported(text, &rows).or_else(|| corpora::parts(text, &rows))
}

/// The articles of a marked-up text's lines, where an archive exported all of them; one is enough.
pub(super) fn exports(text: &str) -> Option<Parts<'_>> {
    let mut found = exported(text, &rows(text))?;
    found.parts.iter_mut().for_each(|part| part.line = None);
    found.parts.iter().all(|part| matches!(part.piece, Piece::Told(_))).then_some(found)
}

/// Whether a marked-up text may be an export, without reading it as lines.
pub(super) fn may_be_export(html: &str) -> bool {
    marks::hinted(html)
}

fn rows(text: &str) -> Vec<Row<'_>> {
    let (mut at, mut line, mut fed) = (0, 1, false);
    let mut rows = Vec::new();
    for piece in text.split_inclusive(['\n', '\u{C}']) {
        rows.push(Row { at, line, text: piece.trim_end(), fed });
        at += piece.len();
        line += usize::from(piece.ends_with('\n'));
        fed = piece.ends_with('\u{C}');
    }
    rows
}

/// A stretch of a text between two marks of an export.
struct Stretch<'r, 't> {
    rows: &'r [Row<'t>],
    /// What is counted on the line above it.
    counted: Option<(usize, usize)>,
    /// Whether the line below it ends an article.
    ended: bool,
}

fn exported<'t>(text: &'t str, rows: &[Row<'t>]) -> Option<Parts<'t>> {
    let stretches = stretches(rows);
    if stretches.len() < 2 {
        return None;
    }
    let mut found = Parts::default();
    let mut cover: Vec<String> = Vec::new();
    let (mut counts, mut several): (Vec<(usize, usize)>, usize) = (Vec::new(), 0);
    for stretch in &stretches {
        let printed = stretch.rows.iter().find(|row| !row.is_blank());
        let (Some(first), true) = (printed, stretch.counted.is_some() || stretch.ended) else {
            cover.extend(lines(stretch.rows));
            continue;
        };
        several += 1;
        counts.extend(stretch.counted);
        let told = factiva::read(stretch.rows).or_else(|| export::read(stretch.rows));
        let piece = match told {
            Some(told) => Piece::Told(told),
            None => Piece::Text(slice(text, stretch.rows)),
        };
        found.parts.push(Part { line: Some(first.line), piece });
    }
    let told = found.parts.iter().filter(|part| matches!(part.piece, Piece::Told(_))).count();
    // A line that counts stands in other texts too: only a row of them parts what has no layout.
    let counted = counts.len() >= 2 && counts.windows(2).all(|pair| pair[0].0 < pair[1].0);
    if told == 0 && !(counted && several == counts.len()) {
        return None;
    }
    missing(&stretches, &counts, &mut found.doubts);
    let told = found.parts.iter_mut().find_map(|part| match &mut part.piece {
        Piece::Told(told) => Some(told),
        Piece::Text(_) => None,
    });
    if let Some(told) = told {
        told.out.extend(cover);
    }
    Some(found)
}

/// What a count promises and the text has not.
fn missing(stretches: &[Stretch<'_, '_>], counts: &[(usize, usize)], doubts: &mut Vec<String>) {
    for stretch in stretches {
        let Some((number, of)) = stretch.counted else { continue };
        if stretch.rows.iter().all(Row::is_blank) {
            doubts.push(format!(
                "nothing stands under the count {number} / {of}; an article was expected"
            ));
        }
    }
    let Some((_, most)) = counts.iter().max_by_key(|row| row.1) else { return };
    if counts.len() < *most {
        let has = counts.len();
        doubts.push(format!("counts {most} articles and holds {has}; all of them were expected"));
    }
}

fn stretches<'r, 't>(rows: &'r [Row<'t>]) -> Vec<Stretch<'r, 't>> {
    let mut stretches = Vec::new();
    let (mut start, mut counted) = (0, None);
    for (at, row) in rows.iter().enumerate() {
        let Some(mark) = marks::mark(row.text) else { continue };
        let ended = mark == Mark::End;
        stretches.push(Stretch { rows: &rows[start..at], counted, ended });
        start = at + 1;
        counted = match mark {
            Mark::Count(number, of) => Some((number, of)),
            Mark::End => None,
        };
    }
    stretches.push(Stretch { rows: &rows[start..], counted, ended: false });
    stretches
}

fn lines(rows: &[Row<'_>]) -> impl Iterator<Item = String> {
    rows.iter().filter(|row| !row.is_blank()).map(|row| row.text.trim().to_owned())
}

fn slice<'t>(text: &'t str, rows: &[Row<'t>]) -> &'t str {
    let start = rows.first().map_or(0, |row| row.at);
    let end = rows.last().map_or(start, |row| row.at + row.text.len());
    &text[start..end]
}
