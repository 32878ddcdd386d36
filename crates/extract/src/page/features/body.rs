//! What speaks for or against a line being one of the article's.

use core::ops::Range;

use super::line::{self, CHARS, ENDING, KIN, LOOK, OPENING, Own, SMALL, WEIGHT, WORDS};
use super::{Row, capped, centred, distance, log, share, sums};
use crate::page::places::Page;
use crate::page::title;
use crate::sheet::look::Look;

/// Neighbours that are looked at, and what is seen of each.
const NEAR: [isize; 4] = [-2, -1, 1, 2];
const SEEN_NEAR: [usize; 8] = [CHARS, WORDS, ENDING, SMALL, WEIGHT, OPENING, LOOK, KIN];
const FAR: [isize; 4] = [-4, -3, 3, 4];
const SEEN_FAR: [usize; 2] = [CHARS, WEIGHT];

/// Numbers that the place of a line gives.
const PLACE: usize = 38;

/// How many numbers there are of each line.
pub(crate) const WIDTH: usize =
    line::WIDTH + PLACE + NEAR.len() * SEEN_NEAR.len() + FAR.len() * SEEN_FAR.len();

/// The numbers of every line of a text. `run` is the article as the rules see it.
pub(crate) fn features(page: &Page, run: &Range<usize>, own: &[Own]) -> Vec<[u8; WIDTH]> {
    let headline = title::find(page, run).unwrap_or(run.start);
    below(page, run, own, headline)
}

/// The same where the headline's line is known.
pub(crate) fn below(
    page: &Page,
    run: &Range<usize>,
    own: &[Own],
    headline: usize,
) -> Vec<[u8; WIDTH]> {
    let places = places(page, run, own, headline);
    (0..own.len())
        .map(|index| {
            Row::new()
                .put(&own[index])
                .put(&places[index])
                .near(own, index, &NEAR, &SEEN_NEAR)
                .near(own, index, &FAR, &SEEN_FAR)
                .done()
        })
        .collect()
}

/// What the rules' article, its headline and the page as a whole say of each line's place.
fn places(page: &Page, run: &Range<usize>, own: &[Own], headline: usize) -> Vec<[u8; PLACE]> {
    let count = own.len();
    let prose = |index: usize| page.lines[index].is_paragraph();
    let weights: Vec<i32> = own.iter().map(|own| i32::from(own[WEIGHT]) - 128).collect();
    let weighed = sums(weights.iter().map(|weight| i64::from((*weight).max(-12))));
    let chars = |index: usize| if prose(index) { page.lines[index].chars as i64 } else { 0 };
    let written = sums((0..count).map(chars));
    let all = written[count].max(1) as usize;
    let within = (written[run.end] - written[run.start]) as usize;
    let proses = sums((0..count).map(|index| i64::from(prose(index))));
    let is = |look: fn(&Look) -> bool| -> Vec<bool> { page.looks.iter().map(look).collect() };
    let dates = Nearest::of(&is(|look| matches!(look, Look::Date(_) | Look::Time)));
    let bylines = Nearest::of(&is(|look| *look == Look::Byline));
    let feet: Vec<bool> = (0..count).map(|index| page.is_foot(index)).collect();
    let foot_sums = sums(feet.iter().map(|&foot| i64::from(foot)));
    let feet = Nearest::of(&feet);
    let rules = Nearest::of(&is(|look| matches!(look, Look::Rule(_))));
    let paragraphs = Nearest::of(&(0..count).map(prose).collect::<Vec<_>>());
    let shorts = rows(count, |index| !page.lines[index].ends && page.lines[index].chars <= 160);
    let longs = rows(count, |index| page.lines[index].ends && page.lines[index].chars >= 40);
    let bullets = rows(count, |index| page.lines[index].bullet);
    let sum = |from: usize, to: usize| {
        let (from, to) = (from.min(count), to.min(count));
        centred(((weighed[to] - weighed[from]) / 2) as i32)
    };
    (0..count)
        .map(|index| {
            let back = |by: usize| index.saturating_sub(by);
            let alike = (back(5)..(index + 6).min(count))
                .filter(|&other| {
                    let (one, two) = (&own[index], &own[other]);
                    one[LOOK] == two[LOOK]
                        && one[ENDING] == two[ENDING]
                        && one[CHARS].abs_diff(two[CHARS]) <= 10
                })
                .count();
            let area = |from: usize, to: usize| {
                let (from, to) = (from.min(count), to.min(count));
                share((written[to] - written[from]) as usize, all, 200)
            };
            [
                share(index, count, 255),
                log(index),
                log(count - index),
                u8::from(run.contains(&index)),
                distance(run.start, index),
                distance(run.end, index),
                distance(headline, index),
                capped(foot_sums[index] as usize),
                feet.before(index),
                feet.after(index),
                rules.before(index),
                rules.after(index),
                log(shorts[index].0),
                log(shorts[index].1),
                log(longs[index].0),
                log(longs[index].1),
                log(bullets[index].0),
                paragraphs.before(index),
                paragraphs.after(index),
                sum(back(4), index),
                sum(index + 1, index + 5),
                sum(back(12), index),
                sum(index + 1, index + 13),
                sum(run.start.min(index), index),
                sum(index + 1, run.end.max(index + 1)),
                area(0, index),
                area(back(8), index),
                area(index + 1, index + 9),
                log(count),
                share(proses[count] as usize, count, 200),
                log(run.len()),
                share(within, all, 200),
                u8::from(page.language.is_some()),
                capped(alike),
                dates.before(index),
                dates.after(index),
                bylines.before(index),
                bylines.after(index),
            ]
        })
        .collect()
}

/// How long the row of such lines is that a line stands in, and which of it the line is, from 1; both 0
/// for a line that is not such.
fn rows(count: usize, is: impl Fn(usize) -> bool) -> Vec<(usize, usize)> {
    let mut out = vec![(0, 0); count];
    let mut start = 0;
    for index in 0..=count {
        if index < count && is(index) {
            continue;
        }
        for (place, row) in out[start..index].iter_mut().enumerate() {
            *row = (index - start, place + 1);
        }
        start = index + 1;
    }
    out
}

/// How far the nearest marked lines are.
struct Nearest {
    before: Vec<u8>,
    after: Vec<u8>,
}

impl Nearest {
    fn of(marked: &[bool]) -> Nearest {
        let walk = |order: &mut dyn Iterator<Item = usize>| {
            let mut out = vec![255; marked.len()];
            let mut last: Option<usize> = None;
            for index in order {
                out[index] = last.map_or(255, |last| log(index.abs_diff(last)));
                if marked[index] {
                    last = Some(index);
                }
            }
            out
        };
        Nearest { before: walk(&mut (0..marked.len())), after: walk(&mut (0..marked.len()).rev()) }
    }

    /// 255 where there is none before.
    fn before(&self, index: usize) -> u8 {
        self.before[index]
    }

    fn after(&self, index: usize) -> u8 {
        self.after[index]
    }
}

/// The rule for what speaks most against a line; `reasons` is what each number adds.
pub(crate) fn strongest(reasons: &[i32]) -> &'static str {
    let rules = spoken(reasons);
    rules.iter().min_by_key(|row| row.0).map_or("unlike-article/place", |row| row.1)
}

/// What each rule says of a line.
pub(crate) fn spoken(reasons: &[i32]) -> [(i32, &'static str); 4] {
    let sum = |of: &dyn Fn(usize) -> bool| -> i32 {
        reasons.iter().enumerate().filter(|row| of(row.0)).map(|row| *row.1).sum()
    };
    let words = |at: usize| matches!(at, line::KIN | line::STRANGE);
    let label = |at: usize| matches!(at, line::WEIGHT | line::LOOK | line::RULED);
    let shape = |at: usize| at < line::WIDTH && !words(at) && !label(at);
    let near = |at: usize| at >= line::WIDTH;
    [
        (sum(&shape), "unlike-article/shape"),
        (sum(&words), "unlike-article/words"),
        (sum(&label), "unlike-article/label"),
        (sum(&near), "unlike-article/place"),
    ]
}
