//! Articles that people put together in one text: under a line that parts, on a new page, or each
//! beginning with the same block of facts.
//!
//! A rule stands across many a single article, and a page may go on behind a form feed. So a line
//! parts only where what follows begins as an article does: a headline with its day or its author, or a
//! block of facts, and then prose.

mod head;

use std::collections::HashSet;

use self::head::Head;
use super::{Part, Parts, Piece, Row, slice};

/// A place where an article may begin.
struct Start {
    /// Its row.
    at: usize,
    /// The row that parts it from the one above; itself where none does.
    rule: usize,
    head: Head,
}

/// The articles of a text of several.
pub(super) fn parts<'t>(text: &'t str, rows: &[Row<'t>]) -> Option<Parts<'t>> {
    let first = (0..rows.len()).find(|at| {
        !rows[*at].is_blank()
            && (!is_plain_rule(rows[*at].text) || head::matter_end(rows, *at).is_some())
    })?;
    let opening = Head::read(rows, first);
    let mut starts = starts(rows, first, &opening);
    if !starts.iter().any(|start| start.head.is_article()) {
        return None;
    }
    if opening.is_article() {
        starts.retain(|start| start.head.is_like(&opening));
        also_parted(rows, first, &mut starts);
    } else {
        starts.retain(|start| start.head.is_article());
    }
    if starts.is_empty() || are_entries(&opening, &starts) {
        return None;
    }
    let mut found = Parts::default();
    let mut begin = first;
    if !opening.is_article() {
        let above = &rows[first..starts[0].rule];
        let prose = head::has_prose(above);
        if prose && starts[0].head.is_sure() {
            return Some(undecided(text, rows, first, &starts[0]));
        }
        if prose || starts.len() == 1 {
            return None;
        }
        begin = starts.remove(0).at;
    }
    for start in &starts {
        let piece = Piece::Text(slice(text, &rows[begin..start.rule]));
        found.parts.push(Part { line: Some(rows[begin].line), piece });
        begin = start.at;
    }
    let is_last = |row: &Row<'_>| !row.is_blank() && !is_rule(row.text);
    let end = rows.iter().rposition(is_last).map_or(rows.len(), |at| at + 1).max(begin);
    let piece = Piece::Text(slice(text, &rows[begin..end]));
    found.parts.push(Part { line: Some(rows[begin].line), piece });
    Some(found)
}

/// The first article alone, since nothing tells where it begins; what follows dates nothing.
fn undecided<'t>(text: &'t str, rows: &[Row<'t>], first: usize, next: &Start) -> Parts<'t> {
    let piece = Piece::Text(slice(text, &rows[first..next.rule]));
    let part = Part { line: Some(rows[first].line), piece };
    let line = rows[next.at].line;
    let words = format!(
        "line {line}: looks like the beginning of a further article, and the first has no such head; one article a file, or the same head above each, was expected, so what stands from here on is left out"
    );
    Parts { parts: vec![part], doubts: vec![words] }
}

/// Where articles may begin below the first one.
fn starts(rows: &[Row<'_>], first: usize, opening: &Head) -> Vec<Start> {
    let mut starts: Vec<Start> = Vec::new();
    let mut at = head::matter_end(rows, first).unwrap_or(first) + 1;
    while at < rows.len() {
        let Some((rule, begin)) = start_at(rows, at, opening) else {
            at += 1;
            continue;
        };
        let head = Head::read(rows, begin);
        let next = head::matter_end(rows, begin).unwrap_or(begin.max(at)) + 1;
        if head.is_titled() {
            starts.push(Start { at: begin, rule, head });
        }
        at = next;
    }
    starts
}

/// The rule at a row, and the row that follows it.
fn start_at(rows: &[Row<'_>], at: usize, opening: &Head) -> Option<(usize, usize)> {
    let row = &rows[at];
    let printed = |from: usize| (from..rows.len()).find(|at| !rows[*at].is_blank());
    if is_rule(row.text) {
        // Front matter belongs to what it opens.
        let begin = if head::matter_end(rows, at).is_some() { at } else { printed(at + 1)? };
        return (!is_plain_rule(rows[begin].text) || begin == at).then_some((at, begin));
    }
    if row.fed {
        return printed(at).map(|begin| (at, begin));
    }
    let repeats = !row.is_blank()
        && rows[at - 1].is_blank()
        && opening.key.is_some()
        && head::key(row.text) == opening.key;
    repeats.then_some((at, at))
}

/// "-----", "* * *", "=== 2 ===": signs, with a number or a few words between at most.
pub(super) fn is_rule(line: &str) -> bool {
    let line = line.trim();
    let sign = |c: char| matches!(c, '-' | '=' | '_' | '*' | '#' | '~' | '+' | '—' | '–' | '•');
    let Some(first) = line.chars().next().filter(|c| sign(*c)) else { return false };
    let inner = line.trim_matches(|c: char| c == first || c.is_whitespace());
    let (before, after) = (line.find(inner).unwrap_or(0), line.len());
    if inner.is_empty() {
        return line.chars().filter(|c| *c == first).count() >= 3;
    }
    let after = after - before - inner.len();
    before >= 3 && after >= 3 && inner.chars().count() <= 40
}

/// A rule without words.
fn is_plain_rule(line: &str) -> bool {
    is_rule(line) && !line.contains(char::is_alphanumeric)
}

/// Where nearly all rules of one shape part, the others do too: an article may lack its day.
fn also_parted(rows: &[Row<'_>], first: usize, starts: &mut Vec<Start>) {
    let parting: HashSet<usize> = starts.iter().map(|start| start.rule).collect();
    let shape = |row: &Row<'_>| row.text.trim().chars().take(60).collect::<String>();
    let Some(rule) = starts.first().map(|start| shape(&rows[start.rule])) else { return };
    if !is_plain_rule(&rule) {
        return;
    }
    let others: Vec<usize> = (first + 1..rows.len())
        .filter(|at| shape(&rows[*at]) == rule && !parting.contains(at))
        .collect();
    let rows_below = |at: usize| (at + 1..rows.len()).find(|at| !rows[*at].is_blank());
    let titled: Vec<Start> = others
        .iter()
        .filter_map(|rule| {
            let at = rows_below(*rule)?;
            let head = Head::read(rows, at);
            head.is_titled().then_some(Start { at, rule: *rule, head })
        })
        .collect();
    if titled.len() == others.len() && parting.len() >= 2 * others.len() {
        starts.extend(titled);
        starts.sort_by_key(|start| start.at);
    }
}

/// Whether the heads are those of the entries of one page that was written all day: each has its time,
/// all are of a day or two, and none names who published or wrote it.
fn are_entries(opening: &Head, starts: &[Start]) -> bool {
    let all = || starts.iter().map(|start| &start.head);
    let days = || all().chain([opening]).filter_map(|head| head.day);
    let (Some(first), Some(last)) = (days().min(), days().max()) else { return false };
    last - first <= 1 && all().all(|head| head.timed && !head.signed && head.key.is_none())
}
