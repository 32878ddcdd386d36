//! Finds the headline above an article.

use core::ops::Range;

use dateline_lang::page::BY;

use super::places::Page;
use super::words::Vocabulary;
use crate::facts::names::is_by;
use crate::sheet::listing::{is_code, is_measured};
use crate::sheet::look::Look;

/// How many lines above the article are looked at, and how many of its own
/// first lines: a headline that ends in a full stop looks like prose.
const ABOVE: usize = 60;
const INSIDE: usize = 4;

/// A short line that shares two words with the article has it.
const LEAST: i32 = 4;

/// The score of a line that cannot be a headline.
const REFUSED: i32 = -1000;

/// The line that is the headline of the article in `run`.
pub(crate) fn find(page: &Page, run: &Range<usize>) -> Option<usize> {
    let vocabulary = Vocabulary::of(page.words(), run.clone().take(40));
    let first = run.start.saturating_sub(ABOVE);
    let last = (run.start + INSIDE).min(run.end.saturating_sub(1));
    let scores: Vec<(i32, usize)> = (first..last.max(run.start))
        .map(|index| (score_of(page, run, index, &vocabulary), index))
        .collect();
    // Of equals the lower one stands nearer to the article.
    let best = *scores.iter().max()?;
    // A standfirst shares more words with the article than the headline does,
    // and stands right below it.
    let above = scores
        .iter()
        .filter(|(score, index)| {
            *score >= LEAST + 2
                && *score >= best.0 - 8
                && *index < best.1
                && *index + 4 >= best.1
                && page.lines[*index].key != page.lines[best.1].key
        })
        .max();
    let best = above.copied().unwrap_or(best);
    if best.0 < LEAST {
        return first_line(page, run);
    }
    Some(without_path(page, best.1, run.start))
}

/// The first line of a text that goes on with prose, whatever its words.
fn first_line(page: &Page, run: &Range<usize>) -> Option<usize> {
    let first = (0..run.start).find(|&index| page.free(index))?;
    let line = &page.lines[first];
    let fits = page.looks[first] == Look::Plain && !line.ends && !line.bullet && line.chars <= 160;
    (fits && (first + 1..run.start).all(|index| page.looks[index] != Look::Plain)).then_some(first)
}

/// "Home World Harbour opens again" is a path; where the headline it ends in
/// stands alone below, that is the headline.
fn without_path(page: &Page, title: usize, end: usize) -> usize {
    let key = &page.lines[title].key;
    let below = (title + 1..end.min(title + 12)).find(|&index| {
        let line = &page.lines[index];
        line.words >= 3
            && line.chars < page.lines[title].chars
            && key.ends_with(&line.key)
            && page.looks[index] == Look::Plain
    });
    below.unwrap_or(title)
}

/// What the rules say for a line; `article` has the words of the article, whose first lines say what it is
/// about.
pub(super) fn score_of(page: &Page, run: &Range<usize>, index: usize, article: &Vocabulary) -> i32 {
    let line = &page.lines[index];
    if page.looks[index] != Look::Plain || !page.free(index) || line.chars > 220 || line.chars < 4 {
        return REFUSED;
    }
    if index >= run.start && (is_code(line) || is_measured(line)) {
        return REFUSED;
    }
    let sentence = line.ends && !line.text.ends_with(['?', '!']);
    let close = index.saturating_sub(2)..(index + 5).min(page.lines.len());
    let is_dated = |at: usize| {
        matches!(page.looks[at], Look::Date(_) | Look::Byline) || is_by(&page.lines[at].key)
    };
    let dated = close.into_iter().any(is_dated);
    // A byline right below, or below a standfirst, is what a headline has.
    let signed = (index + 1..(index + 3).min(page.lines.len())).any(|at| {
        is_dated(at) && BY.iter().any(|by| page.lines[at].key.starts_with(by.trim_end()))
    });
    if sentence && index >= run.start && (line.words > 12 || !dated) {
        return REFUSED;
    }
    let words = page.words().line(index);
    let known = words.iter().filter(|word| article.has(**word)).count() as i32;
    // One or two known words are a tag or a menu entry as often as a headline.
    let share = known * 7 / (words.len() as i32).max(4);
    let mut score = share + known.min(4) / 2;
    score += match line.chars {
        30..=130 => 3,
        16.. => 1,
        _ => -1,
    };
    score += i32::from(line.words >= 6);
    // Navigation is repeated too, but is short.
    score += if line.copies > 1 && line.words >= 4 { 4 } else { 0 };
    score -= if line.bullet { 4 } else { 0 };
    score -= if sentence { 6 } else { 0 };
    score -= if line.text.ends_with(':') { 3 } else { 0 };
    // Between headline and article stand byline, date, buttons, a standfirst.
    let between = (index..run.start)
        .filter(|&at| matches!(page.looks[at], Look::Plain | Look::Section))
        .filter(|&at| !page.lines[at].is_paragraph())
        .count();
    score -= (between as i32 / 2).min(8);
    score -= if index >= run.start { 4 } else { 0 };
    score += if dated { 4 } else { 0 };
    score += if signed { 4 } else { 0 };
    score
}
