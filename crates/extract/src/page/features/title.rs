//! What speaks for or against a line being the headline.

use core::ops::Range;

use dateline_lang::page::BY;
use dateline_text::QuickMap;

use super::line::{self, CHARS, ENDING, LOOK, OPENING, Own, SMALL, WORDS, kin, vocabulary};
use super::{Row, capped, centred, distance, log, share, sums};
use crate::facts::names::is_by;
use crate::lines::Line;
use crate::page::places::Page;
use crate::page::title;
use crate::page::words::Vocabulary;
use crate::sheet::look::Look;

/// Lines above the article that may be its headline, and lines of its own beginning.
const ABOVE: usize = 250;
const INSIDE: usize = 6;

const NEAR: [isize; 5] = [-2, -1, 1, 2, 3];
const SEEN_NEAR: [usize; 6] = [CHARS, WORDS, ENDING, SMALL, OPENING, LOOK];

/// Numbers that words and place of a line give.
const PLACE: usize = 34;

/// How many numbers there are of each candidate.
pub(crate) const WIDTH: usize = line::WIDTH + PLACE + NEAR.len() * SEEN_NEAR.len();

/// Lines that may be the headline, with their numbers. `run` is the article, `scores` what speaks for
/// each line being of it.
pub(crate) fn candidates(
    page: &Page,
    run: &Range<usize>,
    own: &[Own],
    scores: &[i32],
) -> Vec<(usize, [u8; WIDTH])> {
    let fits = |index: &usize| {
        let line = &page.lines[*index];
        page.free(*index)
            && (4..=300).contains(&line.chars)
            && !matches!(page.looks[*index], Look::Counter | Look::Time)
    };
    let first = run.start.saturating_sub(ABOVE);
    let last = (run.start + INSIDE).min(page.lines.len());
    let lines: Vec<usize> = (first..last).filter(fits).collect();
    let context = Context::of(page, run, own, &lines);
    lines
        .iter()
        .map(|&index| {
            let place = context.place(index, scores);
            let row = Row::new().put(&own[index]).put(&place).near(own, index, &NEAR, &SEEN_NEAR);
            (index, row.done())
        })
        .collect()
}

/// What is asked for each candidate, worked out once.
struct Context<'p> {
    page: &'p Page,
    run: &'p Range<usize>,
    own: &'p [Own],
    /// In how many of the article's lines each word is.
    words: Vocabulary,
    /// The words of its first lines.
    opening: Vocabulary,
    /// Its ten most frequent words.
    frequent: Vec<u32>,
    /// The rules' score of each candidate, its rank among them, and how many of its words are known.
    ruled: QuickMap<usize, (i32, usize, usize)>,
    /// How many words of each candidate are known, ascending.
    knowing: Vec<usize>,
    /// How many lines say a text and more before or behind a mark.
    holders: QuickMap<&'p str, usize>,
    chosen: Option<usize>,
    /// How many such lines stand before each line.
    plain: Vec<i64>,
    short: Vec<i64>,
    headlines: Vec<i64>,
    paragraphs: Vec<i64>,
    /// Which lines name an author.
    signed: Vec<bool>,
}

impl<'p> Context<'p> {
    fn of(page: &'p Page, run: &'p Range<usize>, own: &'p [Own], lines: &[usize]) -> Self {
        let words = vocabulary(page, run.clone());
        let opening = vocabulary(page, run.clone().take(2));
        let frequent = words.frequent(page.words(), &page.lines, 10);
        let mut ruled: Vec<(i32, usize, usize)> = lines
            .iter()
            .map(|&index| {
                let within = usize::from(run.contains(&index));
                let known = page.words().line(index).iter();
                let known = known.filter(|word| words.count(**word) > within).count();
                (title::score_of(page, run, index, &words), index, known)
            })
            .collect();
        ruled.sort_unstable_by(|one, other| other.cmp(one));
        let mut knowing: Vec<usize> = ruled.iter().map(|row| row.2).collect();
        knowing.sort_unstable();
        let ruled = ruled
            .into_iter()
            .enumerate()
            .map(|(rank, (score, index, known))| (index, (score, rank, known)))
            .collect();
        // "Harbour opens again - The Oakdale Courier": the part before the last mark.
        let mut holders: QuickMap<&str, usize> = QuickMap::default();
        let marked = |line: &&Line| {
            let mark = |byte: u8| matches!(byte, b'|' | b'-' | b':') || !byte.is_ascii();
            line.chars <= 300 && line.key.bytes().any(mark)
        };
        for line in page.lines.iter().take(2_000).filter(marked) {
            for mark in [" | ", " - ", " – ", " — ", " :: ", " » ", " › ", " · "] {
                if let Some((head, _)) = line.key.rsplit_once(mark) {
                    *holders.entry(head).or_default() += 1;
                }
                if let Some((_, tail)) = line.key.split_once(mark) {
                    *holders.entry(tail).or_default() += 1;
                }
            }
        }
        let count = |is: &dyn Fn(&Line, bool) -> bool| {
            let lines = page.lines.iter().zip(&page.looks);
            sums(lines.map(|(line, look)| i64::from(is(line, *look == Look::Plain))))
        };
        let plain = count(&|_, plain| plain);
        let short = count(&|line, plain| plain && line.chars < 25);
        let headlines =
            count(&|line, plain| plain && !line.ends && (25..=160).contains(&line.chars));
        let paragraphs = count(&|line, _| line.is_paragraph());
        let signed = page.lines.iter().zip(&page.looks).map(|(line, look)| {
            *look == Look::Byline
                || is_by(&line.key)
                || BY.iter().any(|by| line.key.starts_with(by.trim_end()))
        });
        Self {
            plain,
            short,
            headlines,
            paragraphs,
            signed: signed.collect(),
            page,
            run,
            own,
            words,
            opening,
            frequent,
            ruled,
            knowing,
            holders,
            chosen: title::find(page, run),
        }
    }

    fn place(&self, index: usize, scores: &[i32]) -> [u8; PLACE] {
        let Context { page, run, own, .. } = self;
        let line = &page.lines[index];
        let within = usize::from(run.contains(&index));
        let (ruled, rank, known) = self.ruled.get(&index).copied().unwrap_or_default();
        let words = page.words().line(index);
        let weight: usize =
            words.iter().map(|word| self.words.count(*word).saturating_sub(within).min(8)).sum();
        let frequent = words.iter().filter(|word| self.frequent.contains(word)).count();
        let is_dated = |at: usize| matches!(page.looks[at], Look::Date(_) | Look::Time);
        let is_signed = |at: usize| self.signed[at];
        let after = |is: &dyn Fn(usize) -> bool| {
            (index + 1..(index + 13).min(own.len())).find(|&at| is(at)).map_or(15, |at| at - index)
        };
        let before = |is: &dyn Fn(usize) -> bool| {
            (index.saturating_sub(12)..index).rev().find(|&at| is(at)).map_or(15, |at| index - at)
        };
        let between = |sums: &[i64]| {
            let (from, to) = ((index + 1).min(run.start), run.start);
            log((sums[to] - sums[from]) as usize)
        };
        let plain = |at: usize| page.looks[at] == Look::Plain;
        let prose = |at: usize| page.lines[at].is_paragraph();
        let better = self.knowing.len() - self.knowing.partition_point(|other| *other <= known);
        let row = |is: &dyn Fn(usize) -> bool| {
            let up = (0..index).rev().take_while(|&at| is(at)).take(20).count();
            let down = (index + 1..own.len()).take_while(|&at| is(at)).take(20).count();
            (capped(up), capped(down))
        };
        let listed = |at: usize| {
            plain(at) && !page.lines[at].ends && own[at][CHARS].abs_diff(own[index][CHARS]) <= 12
        };
        let (up, down) = row(&listed);
        let repeats = (index + 1..(index + 120).min(own.len()))
            .find(|&at| page.lines[at].key == line.key)
            .map_or(0, |at| log(at - index) + 1);
        let repeated = (index.saturating_sub(120)..index)
            .rev()
            .find(|&at| page.lines[at].key == line.key)
            .map_or(0, |at| log(index - at) + 1);
        [
            distance(run.start, index),
            share(index, own.len(), 255),
            log(index),
            kin(&self.words, page, index, within),
            kin(&self.opening, page, index, usize::from(within == 1 && index < run.start + 2)),
            capped(known),
            log(weight),
            capped(frequent),
            capped(better),
            centred(ruled.max(-128)),
            capped(rank),
            u8::from(self.chosen == Some(index)),
            self.chosen.map_or(0, |chosen| distance(chosen, index)),
            centred(scores.get(index).map_or(-128, |score| score / 16)),
            capped(after(&is_dated)),
            capped(before(&is_dated)),
            capped(after(&is_signed)),
            capped(before(&is_signed)),
            capped(after(&prose)),
            capped(before(&prose)),
            between(&self.plain),
            between(&self.short),
            between(&self.headlines),
            between(&self.paragraphs),
            capped(self.holders.get(line.key.as_str()).copied().unwrap_or(0)),
            up,
            down,
            repeats,
            repeated,
            log(run.len()),
            log(own.len()),
            log(run.start),
            u8::from(index == run.start) + 2 * u8::from(index + 1 == run.start),
            capped(own[index][WORDS].abs_diff(33).into()),
        ]
    }
}
