//! Articles as Nexis and ProQuest print them: outlet, day and headline above labelled lines, the text,
//! and labelled lines below.

use dateline_lang::exports::{LENGTHS, Label, Place, RIGHTS, heading, label};
use dateline_lang::page::Fact;

use super::super::fields::language;
use super::wrapped::paragraphs;
use super::{Row, Told, lines};
use crate::facts::address::is_url;
use crate::facts::stated::{Origin, Statement};
use crate::facts::{names, printed};

/// Labelled lines begin within so many rows.
const HEAD: usize = 80;

/// And the text within so many below them.
const LABELS: usize = 120;

/// No label is longer, in bytes.
const LONGEST: usize = 30;

/// A line that begins with a label.
struct Labelled<'t> {
    place: Place,
    label: Label,
    /// As it is printed.
    key: &'t str,
    value: &'t str,
    /// Whether it stands alone on its line.
    is_heading: bool,
}

/// One article, where the rows are laid out so.
pub(super) fn read(rows: &[Row<'_>]) -> Option<Told> {
    let head = |row: &Row<'_>| labelled(row.text).is_some_and(|row| row.place == Place::Head);
    let first = rows.iter().take(HEAD).position(head)?;
    let (fields, body) = head_fields(rows, first);
    let foot = foot(rows, body);
    let sure = foot < rows.len() && rows[foot..].iter().any(is_sure)
        || rows[first..body].iter().any(|row| counts_words(row) || opens_text(row));
    if !sure {
        return None;
    }
    let mut told = Told::default();
    let under_heading = fields.iter().any(|(row, _)| row.label == Label::Text && row.is_heading);
    let (mut imprint, mut text) = (None, String::new());
    for (row, value) in fields.into_iter().chain(foot_fields(&rows[foot..])) {
        match row.label {
            Label::States(fact) => told.statements.extend(said(fact, row.key, &value)),
            Label::Imprint => imprint = Some((row.key, value)),
            Label::Text if row.place == Place::Head => text = value,
            Label::Text | Label::Notes => {}
        }
    }
    if let Some((key, value)) = imprint {
        add(&mut told, said(Fact::Outlet, key, value.split('[').next().unwrap_or("")));
        let day = printed::find(&value).first().map(|date| value[date.start..date.end].to_owned());
        add(&mut told, day.and_then(|day| said(Fact::Date, key, &day)));
    }
    unlabelled(&mut told, &rows[..first], under_heading);
    told.paragraphs = if text.is_empty() { Vec::new() } else { vec![text] };
    told.paragraphs.extend(paragraphs(&rows[body..foot]));
    told.out.extend(lines(&rows[..body]));
    told.out.extend(lines(&rows[foot..]));
    (!told.paragraphs.is_empty()).then_some(told)
}

/// What a field states, if its value can state that.
pub(super) fn said(fact: Fact, key: &str, value: &str) -> Option<Statement> {
    let values = values(fact, value);
    let (key, origin) = (key.to_owned(), Origin::Export);
    (!values.is_empty()).then_some(Statement { fact, values, key, origin })
}

/// The values of a fact as an export words them.
pub(super) fn values(fact: Fact, value: &str) -> Vec<String> {
    let value = value.trim();
    let first = value.split(';').next().unwrap_or("").trim();
    let one = match fact {
        Fact::Author => return authors(value),
        Fact::Tags => {
            let bare = |tag: &str| tag.split(" (").next().unwrap_or("").trim().to_owned();
            let tags = value.split(';').map(bare).filter(|tag| !tag.is_empty());
            return tags.collect();
        }
        Fact::Language => return language(first).into_iter().collect(),
        Fact::Url => value.split_whitespace().find(|word| is_url(word)).unwrap_or(""),
        Fact::Section | Fact::Outlet => first,
        _ => value,
    };
    if one.is_empty() { Vec::new() } else { vec![one.to_owned()] }
}

/// "Lind, Ada; Ek, Tom" are Ada Lind and Tom Ek; "By Ada Lind, Staff Writer" is Ada Lind.
fn authors(value: &str) -> Vec<String> {
    let words = |text: &str| text.split_whitespace().count();
    let parts = value.split(';').map(str::trim).filter(|part| !part.is_empty());
    let turned: Option<Vec<String>> = parts
        .map(|part| {
            let (last, first) = part.trim_end_matches('.').split_once(", ")?;
            let fits = (1..=3).contains(&words(last)) && (1..=3).contains(&words(first));
            (fits && !first.contains(',') && names::byline(part).is_none_or(|it| it == last))
                .then(|| format!("{first} {last}"))
        })
        .collect();
    match turned {
        Some(names) if !names.is_empty() => names,
        _ => names::byline(value).or(Some(value.to_owned())).into_iter().collect(),
    }
}

/// Adds what is not stated yet.
fn add(told: &mut Told, statement: Option<Statement>) {
    told.statements
        .extend(statement.filter(|new| !told.statements.iter().any(|row| row.fact == new.fact)));
}

fn labelled(line: &str) -> Option<Labelled<'_>> {
    let line = line.trim();
    if let Some((place, label)) = heading(&line.to_lowercase()) {
        return Some(Labelled { place, label, key: line, value: "", is_heading: true });
    }
    let (key, value) = line.split_once(':')?;
    let key = key.trim();
    if key.len() > LONGEST {
        return None;
    }
    let lower = key.to_lowercase();
    // "Author(s):" and "Person:" stand for one or several.
    let (place, label) = label(lower.strip_suffix("(s)").unwrap_or(&lower))?;
    Some(Labelled { place, label, key, value: value.trim(), is_heading: false })
}

/// The labelled lines from `first` on with their values, and the row at which the text begins.
fn head_fields<'t>(rows: &[Row<'t>], first: usize) -> (Vec<(Labelled<'t>, String)>, usize) {
    let end = rows.len().min(first + LABELS);
    let opens = (first..end).find(|at| opens_text(&rows[*at]));
    let mut fields: Vec<(Labelled<'t>, String)> = Vec::new();
    let mut gap = false;
    for (at, row) in rows.iter().enumerate().take(end).skip(first) {
        if row.is_blank() {
            gap = true;
            continue;
        }
        if let Some(field) = labelled(row.text) {
            let value = field.value.to_owned();
            let text = opens == Some(at);
            fields.push((field, value));
            if text {
                return (fields, at + 1);
            }
        } else if gap && opens.is_none() && !is_rights(row) {
            return (fields, at);
        } else if let Some((_, value)) = fields.last_mut().filter(|_| !gap) {
            value.push(' ');
            value.push_str(row.text.trim());
        }
        gap = false;
    }
    (fields, opens.map_or(end, |at| at + 1))
}

/// The first row of what stands below the text.
fn foot(rows: &[Row<'_>], body: usize) -> usize {
    let sure = (body..rows.len()).find(|at| is_sure(&rows[*at]));
    let Some(mut foot) = sure else {
        let kept = rows[body..].iter().rposition(|row| !row.is_blank() && !is_rights(row));
        return kept.map_or(rows.len(), |at| body + at + 1);
    };
    // Further up stand labels that a text may have too; each may have several lines.
    let mut at = foot;
    let mut blank = false;
    while at > body {
        at -= 1;
        if rows[at].is_blank() {
            blank = true;
            continue;
        }
        let is_label = labelled(rows[at].text).is_some_and(|row| row.label != Label::Text);
        if is_label || is_rights(&rows[at]) {
            foot = at;
            blank = false;
        } else if blank && at + 1 < foot && rows[at + 1].is_blank() && !goes_on(rows, body, at) {
            break;
        }
    }
    foot
}

/// Whether a row belongs to a labelled line above it, with no empty line between.
fn goes_on(rows: &[Row<'_>], body: usize, at: usize) -> bool {
    /// No value has more lines.
    const LINES: usize = 12;
    let above = (body.max(at.saturating_sub(LINES))..at).rev();
    let mut block = above.take_while(|at| !rows[*at].is_blank());
    block.any(|at| labelled(rows[at].text).is_some_and(|row| row.label != Label::Text))
}

fn foot_fields<'t>(rows: &[Row<'t>]) -> Vec<(Labelled<'t>, String)> {
    let mut fields: Vec<(Labelled<'t>, String)> = Vec::new();
    let mut gap = false;
    for row in rows {
        if let Some(field) = labelled(row.text) {
            let value = field.value.to_owned();
            fields.push((field, value));
        } else if !row.is_blank()
            && !gap
            && let Some((_, value)) = fields.last_mut()
        {
            value.push(' ');
            value.push_str(row.text.trim());
        }
        gap = row.is_blank();
    }
    fields
}

/// Whether only an export has such a line below a text.
fn is_sure(row: &Row<'_>) -> bool {
    labelled(row.text).is_some_and(|row| row.place == Place::SureFoot)
}

fn opens_text(row: &Row<'_>) -> bool {
    labelled(row.text).is_some_and(|row| row.label == Label::Text)
}

/// "LENGTH: 128 words".
fn counts_words(row: &Row<'_>) -> bool {
    labelled(row.text).is_some_and(|row| {
        let value = row.value.to_lowercase();
        row.label == Label::Notes && LENGTHS.iter().any(|words| value.ends_with(words))
    })
}

/// "Copyright 2024 Port Post Ltd", "All Rights Reserved".
pub(super) fn is_rights(row: &Row<'_>) -> bool {
    let line = row.text.trim().to_lowercase();
    line.len() <= 200 && RIGHTS.iter().any(|words| line.starts_with(words) || line.ends_with(words))
}

/// What stands above the labels: outlet, day and headline; or, `titled` first, headline, outlet and day.
fn unlabelled(told: &mut Told, rows: &[Row<'_>], titled: bool) {
    let is_text = |row: &&Row<'_>| {
        let line = row.text.trim();
        line.contains(char::is_alphanumeric) && !is_rights(row) && !is_url(line)
    };
    let all: Vec<&Row<'_>> = rows.iter().filter(is_text).collect();
    let Some(day) = all.iter().position(|row| is_day(row.text.trim())) else {
        let title = all.first().map_or("", |row| row.text.trim());
        add(told, said(Fact::Title, "", title));
        return;
    };
    add(told, said(Fact::Date, "", all[day].text));
    let (above, below) = (&all[..day], &all[day + 1..]);
    // Lines of one block follow each other.
    let together = |pair: &[&Row<'_>]| pair[1].line == pair[0].line + 1;
    let block = |rows: &[&Row<'_>]| rows.windows(2).take_while(|pair| together(pair)).count() + 1;
    let edition = below
        .first()
        .map_or(0, |first| if first.line == all[day].line + 1 { block(below) } else { 0 });
    let title = headline(&below[edition.min(below.len())..]).filter(|_| !titled || above.len() < 2);
    let outlet = match (&title, above) {
        (_, []) => None,
        (Some(_), [first, ..]) => Some(first),
        (None, [.., last]) => Some(last),
    };
    let title = title.or_else(|| {
        let above = above.split_last()?.1;
        let start = (1..above.len()).rev().find(|at| !together(&above[at - 1..=*at])).unwrap_or(0);
        (!above.is_empty()).then(|| joined(&above[start..]))
    });
    add(told, outlet.and_then(|row| said(Fact::Outlet, "", row.text)));
    add(told, title.and_then(|title| said(Fact::Title, "", &title)));
}

/// The headline below the day: a block at the margin where the other lines are centred.
fn headline(rows: &[&Row<'_>]) -> Option<String> {
    /// Centred lines stand in further.
    const MARGIN: usize = 8;
    let mut blocks: Vec<Vec<&Row<'_>>> = Vec::new();
    for row in rows {
        match blocks.last_mut() {
            Some(block) if block.last().is_some_and(|last| row.line == last.line + 1) => {
                block.push(row);
            }
            _ => blocks.push(vec![row]),
        }
    }
    let centred = blocks.iter().any(|block| block[0].indent() >= MARGIN);
    let at_margin = blocks.iter().find(|block| centred && block[0].indent() < MARGIN);
    let words = |block: &Vec<&Row<'_>>| {
        block.iter().map(|row| row.text.split_whitespace().count()).sum::<usize>()
    };
    let longest = || blocks.iter().rev().max_by_key(|block| words(block));
    at_margin.or_else(longest).map(|block| joined(block))
}

fn joined(rows: &[&Row<'_>]) -> String {
    rows.iter().map(|row| row.text.trim()).collect::<Vec<_>>().join(" ")
}

/// "March 5, 2018 Monday", "Montag 5. März 2018".
fn is_day(line: &str) -> bool {
    /// An edition or a time may follow.
    const BESIDE: usize = 4;
    if line.len() > 100 {
        return false;
    }
    let Some(date) = printed::find(line).into_iter().next() else { return false };
    let beside =
        line[..date.start].split_whitespace().count() + line[date.end..].split_whitespace().count();
    beside <= BESIDE
}
