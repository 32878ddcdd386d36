//! Articles as Factiva prints them: a block of unlabelled lines around the number of words, or fields
//! under codes of two letters.

use dateline_lang::exports::LENGTHS;
use dateline_lang::page::Fact;

use super::export::{is_rights, said, values};
use super::wrapped::paragraphs;
use super::{Row, Told, lines};
use crate::facts::{names, printed};

/// The lines above the number of words: section, headline, byline.
const MOST_ABOVE: usize = 4;

/// The lines below it: day, time, outlet, code, edition, page, language, rights.
const MOST_BELOW: usize = 12;

/// Codes of fields, and the fact that each states.
const CODES: &[(&str, Option<Fact>)] = &[
    ("AN", None),
    ("ART", None),
    ("BY", Some(Fact::Author)),
    ("CLM", None),
    ("CO", None),
    ("CR", None),
    ("CT", None),
    ("CX", None),
    ("CY", None),
    ("DLN", None),
    ("ED", None),
    ("ET", None),
    ("HD", Some(Fact::Title)),
    ("HL", None),
    ("IN", None),
    ("IPC", None),
    ("IPD", None),
    ("LA", Some(Fact::Language)),
    ("NS", None),
    ("PD", Some(Fact::Date)),
    ("PG", None),
    ("PUB", None),
    ("RE", None),
    ("RF", None),
    ("SC", None),
    ("SE", Some(Fact::Section)),
    ("SN", Some(Fact::Outlet)),
    ("VOL", None),
    ("WC", None),
];

/// Fields that hold the text: the first paragraphs, and the rest.
const TEXTS: [&str; 2] = ["LP", "TD"];

/// Fields without which a text is no list of fields.
const NEEDED: [&str; 3] = ["HD", "PD", "SN"];

/// One article, where the rows are laid out so.
pub(super) fn read(rows: &[Row<'_>]) -> Option<Told> {
    coded(rows).or_else(|| printed_head(rows))
}

fn coded(rows: &[Row<'_>]) -> Option<Told> {
    let starts: Vec<(usize, &str)> = (0..)
        .zip(rows)
        .filter_map(|(at, row)| {
            let code = row.text.split([' ', '\t']).next()?;
            let known = CODES.binary_search_by_key(&code, |row| row.0).is_ok();
            (known || TEXTS.contains(&code)).then_some((at, code))
        })
        .collect();
    if !NEEDED.iter().all(|code| starts.iter().any(|row| row.1 == *code)) {
        return None;
    }
    let mut told = Told::default();
    told.out.extend(lines(&rows[..starts[0].0]));
    for (index, (at, code)) in starts.iter().enumerate() {
        let end = starts.get(index + 1).map_or(rows.len(), |next| next.0);
        let rest = Row { text: &rows[*at].text[code.len()..], ..rows[*at] };
        let field: Vec<Row<'_>> =
            core::iter::once(rest).chain(rows[at + 1..end].iter().copied()).collect();
        if TEXTS.contains(code) {
            told.paragraphs.extend(paragraphs(&field));
            continue;
        }
        told.out.extend(lines(&rows[*at..end]));
        let row = CODES.binary_search_by_key(code, |row| row.0).ok();
        if let Some(fact) = row.and_then(|row| CODES[row].1) {
            let value = lines(&field).collect::<Vec<_>>().join(" ");
            told.statements.extend(said(fact, code, &value));
        }
    }
    (!told.paragraphs.is_empty()).then_some(told)
}

/// A head of short lines with the number of words in it and the day below that.
fn printed_head(rows: &[Row<'_>]) -> Option<Told> {
    let counts = |row: &Row<'_>| {
        let line = row.text.trim().to_lowercase();
        LENGTHS.iter().any(|words| {
            line.strip_suffix(words).is_some_and(|number| {
                (1..=7).contains(&number.len())
                    && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b',')
            })
        })
    };
    let at = rows.iter().position(counts)?;
    let above: Vec<usize> =
        (0..at).rev().filter(|at| !rows[*at].is_blank()).take(MOST_ABOVE).collect();
    let mut head: Vec<&Row<'_>> = Vec::new();
    // The head is one block; what stands before it is the archive's cover.
    for index in &above {
        let gap = head.last().is_some_and(|next: &&Row<'_>| next.line > rows[*index].line + 2);
        if gap {
            break;
        }
        head.push(&rows[*index]);
    }
    head.reverse();
    let below: Vec<&Row<'_>> =
        rows[at + 1..].iter().filter(|row| !row.is_blank()).take(MOST_BELOW).collect();
    let day = below.first().filter(|row| is_day(row.text))?;
    let rights = below.iter().position(|row| is_rights(row))?;
    let outlet = below[1..rights].iter().find(|row| !printed::lone_time(row.text.trim()))?;
    let mut told = Told::default();
    let (title, byline, section) = named(&head)?;
    told.statements.extend(said(Fact::Title, "", title));
    told.statements.extend(byline.and_then(|line| said(Fact::Author, "", line)));
    told.statements.extend(section.and_then(|line| said(Fact::Section, "", line)));
    told.statements.extend(said(Fact::Outlet, "", outlet.text.trim()));
    told.statements.extend(below[..rights].iter().find_map(|row| {
        let name = row.text.trim();
        values(Fact::Language, name).first()?;
        said(Fact::Language, "", name)
    }));
    let time = below[1..rights].iter().find(|row| printed::lone_time(row.text.trim()));
    let day = match time {
        Some(time) => format!("{} {}", day.text.trim(), time.text.trim()),
        None => day.text.trim().to_owned(),
    };
    told.statements.extend(said(Fact::Date, "", &day));
    let end = rows.iter().position(|row| row.at == below[rights].at)?;
    told.out.extend(lines(&rows[..=end]));
    told.paragraphs = paragraphs(&rows[end + 1..]);
    (!told.paragraphs.is_empty()).then_some(told)
}

/// Headline, byline and section of the lines above the number of words.
fn named<'r>(head: &[&Row<'r>]) -> Option<(&'r str, Option<&'r str>, Option<&'r str>)> {
    let texts: Vec<&str> = head.iter().map(|row| row.text.trim()).collect();
    let (last, before) = texts.split_last()?;
    // Above a byline there is a headline.
    let is_byline = !before.is_empty()
        && (names::person(last) || names::byline(last).is_some() && last.chars().count() <= 80);
    let (title, above, byline) = match (is_byline, before.split_last()) {
        (true, Some((title, above))) => (*title, above, Some(*last)),
        _ => (*last, before, None),
    };
    let section = above.last().copied().filter(|line| line.split_whitespace().count() <= 4);
    Some((title, byline, section))
}

fn is_day(line: &str) -> bool {
    let line = line.trim();
    let dates = printed::find(line);
    dates.first().is_some_and(|date| date.end - date.start + 6 >= line.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_sorted() {
        assert!(CODES.is_sorted_by(|one, next| one.0 < next.0));
    }
}
