//! What speaks for or against a printed date being the day of publication.

use core::ops::Range;
use std::collections::{BTreeMap, BTreeSet};

use dateline_model::Day;

use super::line::{CHARS, ENDING, LOOK, Own, WORDS};
use super::{Row, capped, centred, distance, log, share};
use crate::page::places::Page;
use crate::sheet::look::Look;
use crate::sheet::published::{self, Candidate};

const NEAR: [isize; 4] = [-2, -1, 1, 2];
const SEEN_NEAR: [usize; 4] = [CHARS, WORDS, ENDING, LOOK];

/// Numbers that date, words and place give.
const PLACE: usize = 45;

/// How many numbers there are of each candidate.
pub(crate) const WIDTH: usize = PLACE + NEAR.len() * SEEN_NEAR.len();

/// Printed dates that may be the day of publication, with their numbers. `title` is the headline's line,
/// `run` the article, `scores` what speaks for each line being of it.
pub(crate) fn candidates(
    page: &Page,
    title: Option<usize>,
    run: &Range<usize>,
    own: &[Own],
    scores: &[i32],
) -> Vec<(Candidate, [u8; WIDTH])> {
    let mut all = published::all(page, title, run, true);
    all.retain(|one| !one.others && !published::is_posted(page, one));
    let mut counts: BTreeMap<Day, usize> = BTreeMap::new();
    let mut forms: BTreeMap<&str, usize> = BTreeMap::new();
    let mut looks: BTreeMap<(u8, u8), usize> = BTreeMap::new();
    for one in &all {
        *counts.entry(one.date.day).or_default() += 1;
        *forms.entry(one.date.form).or_default() += 1;
        *looks.entry((own[one.line][LOOK], own[one.line][CHARS] / 4)).or_default() += 1;
    }
    let lines: BTreeSet<usize> = all.iter().map(|one| one.line).collect();
    let owned = published::owned_years(page).filter(|year| (1990..=2099).contains(year)).max();
    let best = all.iter().map(|one| one.score).max().unwrap_or(0);
    let newest = counts.keys().next_back().copied();
    let headline = title.unwrap_or(run.start);
    let key = title.map(|title| page.lines[title].key.as_str());
    let mut ranks: Vec<i32> = all.iter().map(|one| one.score).collect();
    ranks.sort_unstable_by(|one, other| other.cmp(one));
    let numbers = |order: usize, one: &Candidate| {
        let (index, date) = (one.line, &one.date);
        let line = &page.lines[index];
        let before = &line.text[..date.start];
        let after = &line.text[date.end..];
        let newer = counts.range(date.day..).skip(1).count();
        let behind = newest.map_or(0, |newest| (newest - date.day).unsigned_abs() as usize);
        let near = |reach: usize, is: &dyn Fn(usize) -> bool| {
            (0..=reach)
                .find(|by| {
                    let up = index.checked_sub(*by).is_some_and(is);
                    up || index + by < own.len() && is(index + by)
                })
                .unwrap_or(reach + 1)
        };
        let signed = |at: usize| page.looks[at] == Look::Byline;
        let titled = |at: usize| key.is_some_and(|key| page.lines[at].key == key);
        let prose = |at: usize| page.lines[at].is_paragraph();
        let feet = (0..index).rev().find(|&at| page.is_foot(at));
        let rank = ranks.partition_point(|score| *score > one.score);
        let place: [u8; PLACE] = [
            centred(one.score * 4),
            centred((best - one.score) * 4),
            capped(rank),
            centred(one.label * 8),
            place_of(one),
            u8::from(date.weekday),
            u8::from(date.time.is_some()) + u8::from(date.half_day),
            u8::from(date.other.is_some()),
            capped(order),
            log(all.len()),
            log(counts.len()),
            capped(counts[&date.day]),
            capped(newer),
            log(behind),
            capped(forms[date.form]),
            capped(looks[&(own[index][LOOK], own[index][CHARS] / 4)]),
            lines.range(..index).next_back().map_or(255, |other| log(index - other)),
            lines.range(index + 1..).next().map_or(255, |other| log(other - index)),
            capped(near(8, &signed)),
            capped(near(12, &titled)),
            capped(near(12, &prose)),
            distance(headline, index),
            distance(run.start, index),
            distance(run.end, index),
            u8::from(run.contains(&index)),
            share(index, own.len(), 255),
            log(index),
            log(own.len() - index),
            feet.map_or(255, |foot| log(index - foot)),
            scores.get(index).map_or(0, |score| centred(score / 16)),
            log(before.chars().count()),
            log(after.chars().count()),
            capped(before.split_whitespace().count()),
            capped(after.split_whitespace().count()),
            punctuation(before.trim_end().chars().next_back()),
            punctuation(after.trim_start().chars().next()),
            u8::from(line.bullet) + 2 * u8::from(line.gap),
            capped(line.copies),
            own[index][LOOK],
            own[index][CHARS],
            own[index][ENDING],
            owned.map_or(255, |year| centred(i32::from(year - date.day.year()))),
            u8::from(title.is_some()),
            log(run.len()),
            log(own.len()),
        ];
        Row::new().put(&place).near(own, index, &NEAR, &SEEN_NEAR).done()
    };
    let numbers: Vec<_> = all.iter().enumerate().map(|(order, one)| numbers(order, one)).collect();
    all.into_iter().zip(numbers).collect()
}

/// The rules' name for its place, nearest to the article last.
pub(crate) fn place_of(one: &Candidate) -> u8 {
    const PLACES: [&str; 10] = [
        "printed-at/other-stories",
        "printed-at/page-foot",
        "printed-at/page-head",
        "printed-at/below",
        "printed-at/inside",
        "printed-at/dateline",
        "printed-at/above-headline",
        "printed-at/right-below",
        "printed-at/right-above-headline",
        "printed-at/headline",
    ];
    capped(PLACES.iter().position(|place| *place == one.reason).map_or(0, |place| place + 1))
}

/// What stands beside a date: nothing, a word, a mark that joins, one that parts.
fn punctuation(c: Option<char>) -> u8 {
    match c {
        None => 0,
        Some(c) if c.is_alphabetic() => 1,
        Some(c) if c.is_numeric() => 2,
        Some(',' | '.' | ';') => 3,
        Some(':') => 4,
        Some('(' | ')' | '[' | ']') => 5,
        Some('|' | '•' | '·' | '/') => 6,
        Some('-' | '–' | '—') => 7,
        Some(_) => 8,
    }
}
