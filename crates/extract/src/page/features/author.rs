//! What speaks for or against a name on the page being an author's.

use core::ops::Range;
use std::collections::BTreeMap;

use dateline_lang::page::{ANDS, AUTHOR_LABELS, BY, BYLINES, DESKS, LOOSE_BYLINES, NO_NAMES, has};
use dateline_lang::shared::names::PARTICLES;
use dateline_lang::shared::outlets::{OUTLET_WORDS, agency};
use dateline_text::key_of;

use super::line::{CHARS, COPIES, ENDING, LOOK, OPENING, Own, RULED, SMALL, WORDS};
use super::{Row, capped, centred, distance, log, share};
use crate::facts::names::{introduces, is_by, is_given, labels_author, outlet_name};
use crate::facts::printed;
use crate::page::places::Page;
use crate::sheet::look::Look;

/// Lines that are searched: above the headline, into the article, around its end.
const ABOVE: usize = 12;
const INTO: usize = 5;
const BEFORE_END: usize = 3;
const BELOW: usize = 24;
/// So far from it only lines are searched that announce a name.
const FAR_ABOVE: usize = 400;
const FAR_BELOW: usize = 80;

/// Names whose other places are looked for, and lines that are looked through, at most.
const COUNTED: usize = 60;
const LINES: usize = 4_000;
const LONGEST: usize = 2_000;

/// A line names no more than this many.
const NAMES: usize = 6;

const NEAR: [isize; 4] = [-2, -1, 1, 2];
const SEEN_NEAR: [usize; 4] = [CHARS, WORDS, ENDING, LOOK];
const SEEN: [usize; 7] = [CHARS, WORDS, ENDING, SMALL, OPENING, LOOK, COPIES];

/// Numbers that name and place give.
const PLACE: usize = 39;

/// How many numbers there are of each candidate.
pub(crate) const WIDTH: usize = PLACE + SEEN.len() + NEAR.len() * SEEN_NEAR.len();

/// A text that may be an author's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub line: usize,
    pub name: String,
    /// Its place among the parts of its line.
    part: usize,
    /// Whether "by" or a label of authors stands before it: 2 in its line, 1 in the line above.
    pub announced: u8,
    /// Words of its part that follow it.
    left: usize,
    /// Whether what follows it tells of an author.
    verb: bool,
    /// First byte, and one past the last.
    start: usize,
    end: usize,
}

/// Names that may be the authors', with their numbers.
pub(crate) fn candidates(
    page: &Page,
    title: Option<usize>,
    run: &Range<usize>,
    own: &[Own],
    scores: &[i32],
) -> Vec<(Candidate, [u8; WIDTH])> {
    let headline = title.unwrap_or(run.start);
    let head = headline.min(run.start).saturating_sub(ABOVE)..(run.start + INTO).min(own.len());
    let end = run.end.saturating_sub(BEFORE_END).max(head.end);
    let foot = end..(run.end + BELOW).min(own.len()).max(end);
    let far = foot.end..(run.end + FAR_BELOW).min(own.len()).max(foot.end);
    let mut all = Vec::new();
    for index in head.clone().chain(foot) {
        names_of(page, index, &mut all);
    }
    let above = head.start.saturating_sub(FAR_ABOVE)..head.start;
    for index in above.chain(far).filter(|&index| page.lines[index].chars <= 120) {
        let from = all.len();
        names_of(page, index, &mut all);
        let told = all.split_off(from);
        all.extend(told.into_iter().filter(|one| one.announced > 0));
    }
    let mut told: BTreeMap<String, usize> = BTreeMap::new();
    for one in &all {
        *told.entry(key_of(&one.name)).or_default() += 1;
    }
    let mut counts: BTreeMap<&str, (usize, usize, usize)> =
        told.keys().take(COUNTED).map(|key| (key.as_str(), (0, 0, 0))).collect();
    let lines = page.lines.iter().enumerate().take(LINES);
    for (index, line) in lines.filter(|row| row.1.chars <= LONGEST) {
        for (key, count) in &mut counts {
            if line.key.contains(key) {
                let after = line.key.split_once(key).map_or("", |row| row.1);
                count.0 += 1;
                count.1 += usize::from(run.contains(&index) && line.chars >= 60);
                count.2 += usize::from(introduces(after));
            }
        }
    }
    let shown = all.len();
    let numbers = |order: usize, one: &Candidate| {
        let index = one.line;
        let line = &page.lines[index];
        let key = key_of(&one.name);
        let count = counts.get(key.as_str()).copied().unwrap_or_default();
        let words: Vec<&str> = one.name.split_whitespace().collect();
        let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
        let near = |reach: usize, is: &dyn Fn(usize) -> bool| {
            let up = (1..=reach).find(|by| index.checked_sub(*by).is_some_and(is));
            let down = (1..=reach).find(|by| index + by < own.len() && is(index + by));
            (capped(up.unwrap_or(reach + 1)), capped(down.unwrap_or(reach + 1)))
        };
        let dated = near(6, &|at| matches!(page.looks[at], Look::Date(_) | Look::Time));
        let prose = near(10, &|at| page.lines[at].is_paragraph());
        let before = line.text[..one.start].trim_end();
        let after = line.text[one.end..].trim_start();
        let place: [u8; PLACE] = [
            one.announced,
            capped(one.part),
            capped(words.len()),
            log(one.name.chars().count()),
            u8::from(words.first().is_some_and(|word| is_given(word))),
            capped(words.iter().filter(|word| is_given(word)).count()),
            capped(lower.iter().filter(|word| has(&NO_NAMES, word)).count()),
            capped(lower.iter().filter(|word| has(&DESKS, word)).count()),
            capped(
                lower
                    .iter()
                    .filter(|word| OUTLET_WORDS.binary_search(&word.as_str()).is_ok())
                    .count(),
            ),
            u8::from(outlet_name(&one.name).is_some()) + 2 * u8::from(agency(&key).is_some()),
            u8::from(!one.name.contains(char::is_lowercase)),
            capped(words.iter().filter(|word| word.ends_with('.')).count()),
            capped(count.0),
            capped(count.1),
            capped(count.2),
            capped(told[&key]),
            capped(order),
            log(shown),
            distance(headline, index),
            distance(run.start, index),
            distance(run.end, index),
            u8::from(run.contains(&index)),
            dated.0,
            dated.1,
            prose.0,
            prose.1,
            scores.get(index).map_or(0, |score| centred(score / 16)),
            share(one.end - one.start, line.text.len(), 100),
            mark(before.chars().next_back()),
            mark(after.chars().next()),
            capped(before.split_whitespace().count()),
            capped(after.split_whitespace().count()),
            u8::from(line.bullet) + 2 * u8::from(line.gap),
            u8::from(matches!(page.looks[index], Look::Date(_))),
            u8::from(title.is_some_and(|title| index == title)),
            own[index][RULED],
            log(own.len() - index),
            capped(one.left),
            u8::from(one.verb),
        ];
        Row::new()
            .put(&place)
            .near(own, index, &[0], &SEEN)
            .near(own, index, &NEAR, &SEEN_NEAR)
            .done()
    };
    let numbers: Vec<_> = all.iter().enumerate().map(|(order, one)| numbers(order, one)).collect();
    all.into_iter().zip(numbers).collect()
}

/// What stands beside a name.
fn mark(c: Option<char>) -> u8 {
    match c {
        None => 0,
        Some(c) if c.is_alphabetic() => 1,
        Some(c) if c.is_numeric() => 2,
        Some(',') => 3,
        Some(':') => 4,
        Some('|' | '•' | '·' | '/') => 5,
        Some('-' | '–' | '—') => 6,
        Some('(' | ')') => 7,
        Some('@') => 8,
        Some(_) => 9,
    }
}

/// The parts of a line that read as names.
fn names_of(page: &Page, index: usize, out: &mut Vec<Candidate>) {
    let line = &page.lines[index];
    let introduced = || {
        let after = name_at(&line.text, false).and_then(|name| line.text.get(name.len()..));
        after.is_some_and(introduces)
    };
    if page.looks[index] == Look::Section {
        return;
    }
    let dated = matches!(page.looks[index], Look::Date(_));
    if (line.chars > 300 || line.ends && line.words > 25) && !dated && !introduced() {
        return;
    }
    let above = index.checked_sub(1).map(|above| &page.lines[above]);
    let headed = above.is_some_and(|above| {
        above.words <= 4 && (is_by(&above.key) || labels_author(&above.key) || labelled(&above.key))
    });
    out.extend(names_in(&line.text, headed).into_iter().map(|one| Candidate {
        line: index,
        name: one.name.to_owned(),
        part: one.part,
        announced: one.announced,
        left: one.left,
        verb: one.verb,
        start: one.start,
        end: one.start + one.name.len(),
    }));
}

/// A name within a line.
pub(crate) struct Named<'t> {
    pub name: &'t str,
    part: usize,
    /// See [`Candidate`].
    pub announced: u8,
    left: usize,
    verb: bool,
    start: usize,
}

/// The parts of a text that read as names; `headed` where the line above announces authors.
pub(crate) fn names_in(line: &str, headed: bool) -> Vec<Named<'_>> {
    let dates = printed::find(line);
    let mut out = Vec::new();
    let mut announced = 0;
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
        let sure = announced > 0 || headed;
        let alone = part == 0 && rest.len() == line.len();
        let fits = |_: &&str| out.len() < NAMES;
        let Some(name) = name_at(rest, sure || alone).filter(fits) else { continue };
        let after = &rest[name.len()..];
        let left = after.split_whitespace().count();
        let announced = if announced > 0 { announced } else { u8::from(headed) };
        out.push(Named { name, part, announced, left, verb: introduces(after), start });
    }
    out
}

fn labelled(key: &str) -> bool {
    AUTHOR_LABELS
        .iter()
        .any(|label| key.trim_end_matches(':') == label.trim_end_matches([':', ' ']))
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
    let begins = |lower: &str| {
        let mut openings = BYLINES.iter().chain(&*LOOSE_BYLINES).chain(&*BY).chain(&*AUTHOR_LABELS);
        openings.find(|words| lower.starts_with(**words)).map(|words| words.len())
    };
    let by = || {
        let by = BY.iter().filter_map(|by| {
            let at = lower.find(by)?;
            lower[..at].ends_with([' ', ':']).then_some(at + by.len())
        });
        by.min()
    };
    let Some(mut at) = begins(&lower).or_else(by) else { return (0, false) };
    // "By by Ada Lind".
    while let Some(more) = begins(&lower[at..]) {
        at += more;
    }
    (at, true)
}

/// The name at the head of a text: words that begin with capitals, particles between them. One word
/// alone, or one in small letters, only where it is `sure` that a name stands here.
fn name_at(text: &str, sure: bool) -> Option<&str> {
    let han = |c: char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}');
    if text.contains(han) {
        return (sure && text.chars().count() <= 8).then_some(text);
    }
    let (mut end, mut words, mut at) = (0, 0, 0);
    for word in text.split_inclusive(' ') {
        let bare = word.trim_end().trim_start_matches(['\'', '’', '(']);
        let capital = bare.starts_with(char::is_uppercase);
        let particle = words > 0 && PARTICLES.binary_search(&bare.to_lowercase().as_str()).is_ok();
        let strange =
            bare.contains(|c: char| c.is_numeric() || matches!(c, '!' | '?' | '"' | '“' | ':'));
        if words == MOST || strange || !(capital || particle) || bare.ends_with(':') {
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
    let count = name.split_whitespace().count();
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    (count >= if sure { 1 } else { 2 } && letters >= 3 && name.chars().count() <= 60)
        .then_some(name)
}

/// Words of a name at most.
const MOST: usize = 5;
