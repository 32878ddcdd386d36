//! The parts of a line that read as names, and what announces them.

use dateline_lang::page::{
    ANDS, AUTHOR_HEADINGS, AUTHOR_LABELS, BY, BYLINES, DESKS, LOOSE_BYLINES, NAME_ENDS, OFFICES,
    OTHER_CREDITS, TRADES, has,
};
use dateline_lang::shared::names::PARTICLES;

use crate::facts::names::{introduces, person};
use crate::facts::printed;

/// A name within a line.
pub(crate) struct Named<'t> {
    pub name: &'t str,
    /// Its place among the parts of its line.
    pub part: usize,
    /// Whether "by" or a label of authors stands before it: 2 in its line, 1 in the line above.
    pub announced: u8,
    /// Whether what announces it credits somebody else: "edited by", "photos by".
    pub credited: bool,
    /// Words of its part that follow it.
    pub left: usize,
    /// Whether what follows it tells of an author.
    pub verb: bool,
    /// First byte.
    pub start: usize,
}

/// The parts of a text that read as names; `headed` where the line above announces authors.
pub(crate) fn names_in(line: &str, headed: bool) -> Vec<Named<'_>> {
    let dates = printed::find(line);
    let mut out = Vec::new();
    let (mut announced, mut credited) = (0, false);
    for (part, (start, end)) in parts(line, &dates).into_iter().enumerate() {
        let text = &line[start..end];
        let (skip, told) = opening(text);
        announced = if told {
            2
        } else if part == 0 {
            0
        } else {
            announced
        };
        let rest = &text[skip..];
        let start = start + skip + (rest.len() - rest.trim_start().len());
        let rest = rest.trim();
        credited = credits(&line[..start]) || credited && !told && part > 0;
        let sure = announced > 0 || headed;
        let alone = part == 0 && rest.len() == line.len();
        // "Ada 3 May 2024"; how many words stand between is one of the numbers.
        let dated = |date: &printed::PrintedDate| {
            line.get(end..date.start).is_some_and(|between| between.trim().is_empty())
        };
        let stamped = part == 0 && line.len() <= STAMPED && dates.iter().any(dated);
        let fits = |_: &&str| out.len() < NAMES;
        let Some(name) = name_at(rest, sure || alone || stamped).filter(fits) else { continue };
        let after = &rest[name.len()..];
        let left = after.split_whitespace().count();
        let announced = if announced > 0 { announced } else { u8::from(headed) };
        out.push(Named { name, part, announced, credited, left, verb: introduces(after), start });
    }
    out
}

/// A line cut at its dates, at marks and at words that join names: byte ranges.
fn parts(text: &str, dates: &[printed::PrintedDate]) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut cut = |start: usize, end: usize| {
        let mut from = start;
        let piece = &text[start..end];
        for (at, mark) in piece.match_indices([
            ',', '|', '•', '·', '—', '–', '/', '(', ')', ';', '[', ']', '<', '>', '&', '@', '\t',
        ]) {
            joined(text, from, start + at, &mut out);
            from = start + at + mark.len();
        }
        joined(text, from, end, &mut out);
    };
    let mut from = 0;
    for date in dates {
        if date.start >= from {
            cut(from, date.start);
            from = date.end;
        }
    }
    cut(from, text.len());
    out
}

/// A piece cut at "and" and at dashes that stand free.
fn joined(text: &str, start: usize, end: usize, out: &mut Vec<(usize, usize)>) {
    let mut from = start;
    let mut at = start;
    for word in text[start..end].split_inclusive(' ') {
        let bare = word.trim();
        if bare == "-" || has(&ANDS, &bare.to_lowercase()) {
            push(text, from, at, out);
            from = at + word.len();
        }
        at += word.len();
    }
    push(text, from, end, out);
}

fn push(text: &str, start: usize, end: usize, out: &mut Vec<(usize, usize)>) {
    let piece = &text[start..end];
    let from = start + (piece.len() - piece.trim_start().len());
    if !piece.trim().is_empty() {
        out.push((from, from + piece.trim().len()));
    }
}

/// The length of "by" or a label of authors within a part, and whether there is one.
fn opening(text: &str) -> (usize, bool) {
    let lower = text.to_lowercase();
    if lower.len() != text.len() {
        return (0, false);
    }
    let begins = |from: usize| {
        let lower = &lower[from..];
        let mut openings = BYLINES.iter().chain(&*LOOSE_BYLINES).chain(&*BY).chain(&*AUTHOR_LABELS);
        let opening = openings.find(|words| lower.starts_with(**words)).map(|words| words.len());
        opening.or_else(|| labelled(&text[from..], lower))
    };
    let by = || {
        let by = BY.iter().filter_map(|by| {
            let at = lower.find(by)?;
            lower[..at].ends_with([' ', ':']).then_some(at + by.len())
        });
        by.min()
    };
    let Some(mut at) = begins(0).or_else(by) else { return (0, false) };
    // "By by Ada Lind".
    while let Some(more) = begins(at) {
        at += more;
    }
    (at, true)
}

/// The length of what heads authors where a name follows on its line: "Autor: Ada Lind", "Por Ada Lind".
fn labelled(text: &str, lower: &str) -> Option<usize> {
    let heading = |heading: &&&str| {
        lower.strip_prefix(**heading).is_some_and(|after| after.starts_with([' ', ':']))
    };
    let length = AUTHOR_HEADINGS.iter().filter(heading).map(|heading| heading.len()).max()?;
    let name = text[length..].trim_start_matches([' ', ':']);
    name.starts_with(char::is_uppercase).then(|| text.len() - name.len())
}

/// Whether a word, in lower case, is of those that say what somebody is.
pub(super) fn is_office(word: &str) -> bool {
    has(&TRADES, word) || has(&DESKS, word) || has(&OFFICES, word)
}

/// Whether what stands before a name credits somebody else than an author.
pub(crate) fn credits(before: &str) -> bool {
    /// So many words before it are asked: "photos and text by".
    const ASKED: usize = 4;
    let words = before.rsplit(|c: char| !c.is_alphanumeric() && c != '-');
    let mut words = words.filter(|word| !word.is_empty()).take(ASKED);
    words.any(|word| has(&OTHER_CREDITS, &word.to_lowercase()))
}

/// The person whom a notice of copyright names, and where: "© 2012-2025 Ada Lind".
pub(crate) fn owner(text: &str) -> Option<(usize, &str)> {
    /// So many words may stand before the name: "Copyright", years.
    const BEFORE: usize = 4;
    let from = text.find('©')? + '©'.len_utf8();
    let starts = text[from..].match_indices(' ').map(|row| from + row.0 + 1);
    let starts = core::iter::once(from).chain(starts).take(BEFORE + 1);
    starts.into_iter().find_map(|at| {
        let name = name_at(&text[at..], false).map(|name| name.trim_end_matches(['.', ',']))?;
        person(name).then_some((at, name))
    })
}

/// The name at the head of a text: words that begin with capitals, particles between them. One word
/// alone, or one in small letters, only where it is `sure` that a name stands here.
pub(crate) fn name_at(text: &str, sure: bool) -> Option<&str> {
    let han = |c: char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}');
    if text.contains(han) {
        return (sure && text.chars().count() <= 8).then_some(text);
    }
    let (mut end, mut words, mut at) = (0, 0, 0);
    for word in text.split_inclusive(' ') {
        let bare = word.trim_end().trim_start_matches(['\'', '’', '(']);
        let lower = bare.to_lowercase();
        let capital = bare.starts_with(char::is_uppercase);
        let particle = words > 0 && PARTICLES.binary_search(&lower.as_str()).is_ok();
        let strange =
            bare.contains(|c: char| c.is_numeric() || matches!(c, '!' | '?' | '"' | '“' | ':'));
        let over = words > 0 && NAME_ENDS.contains(&lower.trim_end_matches([':', '.']));
        // What somebody is stands behind the name.
        let office = words > 1 && is_office(&lower);
        if words == MOST
            || strange
            || over
            || office
            || !(capital || particle)
            || bare.ends_with(':')
        {
            break;
        }
        words += 1;
        at += word.len();
        if capital {
            end = at - (word.len() - word.trim_end().len());
        }
    }
    let name = &text[..end];
    let name =
        if name.is_empty() && sure && text.split_whitespace().count() == 1 { text } else { name };
    if name.ends_with(':') {
        return None;
    }
    let count = name.split_whitespace().count();
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    (count >= if sure { 1 } else { 2 } && letters >= 3 && name.chars().count() <= 60)
        .then_some(name)
}

/// Bytes of the longest line on which one word before a date may be a name.
const STAMPED: usize = 80;

/// A line names no more than this many.
const NAMES: usize = 6;

/// Words of a name at most.
const MOST: usize = 5;

#[cfg(test)]
mod tests {
    use super::*;

    /// Names of a line, and whether each is announced and something else credited to it.
    fn check(line: &str, expected: &[(&str, u8, bool)]) {
        let told = names_in(line, false);
        let told: Vec<_> = told.iter().map(|one| (one.name, one.announced, one.credited)).collect();
        assert_eq!(told, expected, "{line}");
    }

    #[test]
    fn names_end_where_what_follows_is_none() {
        check("By Ada Lind Published: 3 May 2024", &[("Ada Lind", 2, false)]);
        check("Ada Lind Staff Writer", &[("Ada Lind", 0, false)]);
        check("Author: Ada Lind", &[("Ada Lind", 2, false)]);
        check("Published:", &[]);
        check("By Harbour Staff", &[("Harbour Staff", 2, false)]);
    }

    #[test]
    fn labels_of_other_languages_announce_authors() {
        check("Autor: Ada Lind und Tom Ek", &[("Ada Lind", 2, false), ("Tom Ek", 2, false)]);
        check("Por Ada Lind", &[("Ada Lind", 2, false)]);
        check("Di Ada Lind", &[("Ada Lind", 2, false)]);
    }

    #[test]
    fn what_others_did_is_told_from_writing() {
        check("Edited by Ada Lind", &[("Ada Lind", 2, true)]);
        check("By Ada Lind | Photos by Tom Ek", &[("Ada Lind", 2, false), ("Tom Ek", 2, true)]);
    }

    #[test]
    fn one_word_may_be_a_name_on_a_short_line_with_a_day() {
        check("Ada 3 May 2024", &[("Ada", 0, false)]);
        check("Ada, who went home", &[]);
    }

    #[test]
    fn a_notice_of_copyright_names_a_person_or_nobody() {
        let check = |line: &str, expected: Option<&str>| {
            let name = owner(line).map(|row| row.1);
            assert_eq!(name, expected, "{line}");
        };
        check("© 2012-2025 Laura Lind", Some("Laura Lind"));
        check("* © Laura Lind 2016", Some("Laura Lind"));
        check("© 2025 Harbour Post Ltd", None);
        check("Laura Lind", None);
    }
}
