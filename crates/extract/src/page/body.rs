//! Chooses the run of lines that is the article as rules see it: what the trees of `features` start
//! from, and what counts where they see none.
//!
//! An article is one run of prose lines. Each line weighs something for or
//! against; the run with the greatest sum wins. So a label inside the article
//! costs little, a list of headlines ends it, and a heading such as "Related
//! articles" ends it for good.

use core::ops::Range;

use super::places::Page;
use super::words::Vocabulary;
use crate::sheet::listing::{is_code, is_measured};
use crate::sheet::look::Look;
use dateline_lang::page::{BARE_LINKS, Effect, has};

/// The run of lines with the greatest sum, or `None` where no line speaks for
/// an article.
pub(crate) fn best_run(weights: &[i32]) -> Option<Range<usize>> {
    let (mut best, mut best_run) = (0, None);
    let (mut sum, mut start) = (0, 0);
    for (index, weight) in weights.iter().enumerate() {
        // A run begins at a line that speaks for it, and outlives a sum of 0.
        if sum < 0 || weights[start] <= 0 {
            (sum, start) = (0, index);
        }
        sum += weight;
        if sum > best {
            (best, best_run) = (sum, Some(start..index + 1));
        }
    }
    best_run
}

/// What each line says for (above 0) or against belonging to an article.
pub(crate) fn weights(page: &Page) -> Vec<i32> {
    let mut weights: Vec<i32> = (0..page.lines.len()).map(|index| weight(page, index)).collect();
    // A gallery or a box inside an article is a row of lines that speak against
    // it. The longer the row, the less its next line adds.
    let mut lost = 0;
    for weight in &mut weights {
        if *weight > 0 {
            lost = 0;
        } else if *weight > -30 {
            let room: i32 = (ROW - lost).max(0);
            *weight = (*weight).max(-room);
            lost -= *weight;
        }
    }
    weights
}

/// The run, begun at a paragraph above it that speaks of the same things; links
/// or buttons below a first paragraph cut it off.
pub(crate) fn begun(page: &Page, mut run: Range<usize>) -> Range<usize> {
    let vocabulary = Vocabulary::of(page.words(), run.clone().take(200));
    let mut index = run.start;
    while index > 0 && index + REACH > run.start {
        index -= 1;
        if matches!(page.looks[index], Look::Rule(Effect::Notice | Effect::Foot))
            || !page.free(index)
        {
            break;
        }
        match kinship(page, index, &vocabulary) {
            Some(share) if share < SHARED => break,
            Some(_) => run.start = index,
            None => {}
        }
    }
    run
}

/// Of a hundred words of a paragraph, how many the article has; `None` where the
/// line is no paragraph.
fn kinship(page: &Page, index: usize, vocabulary: &Vocabulary) -> Option<usize> {
    let line = &page.lines[index];
    if page.looks[index] != Look::Plain || !line.is_paragraph() || line.copies > 1 {
        return None;
    }
    let (all, known) = vocabulary.known(page.words(), index, 0);
    Some((known * 100).checked_div(all).unwrap_or(0))
}

/// How many lines may cut a first paragraph off, and of a hundred of its words how many the article must
/// have used.
const REACH: usize = 24;
const SHARED: usize = 30;

/// What a row of lines may cost at most. Measured on 77 saved pages: 16 to 24
/// do equally well; at 36 galleries cut articles in two, at 10 other stories
/// join them.
const ROW: i32 = 20;

pub(super) fn weight(page: &Page, index: usize) -> i32 {
    let line = &page.lines[index];
    match page.looks[index] {
        // Six good paragraphs after such a heading outweigh it: then it stood
        // in the article.
        Look::Rule(Effect::Foot) => -40,
        Look::Rule(Effect::Notice) => -8,
        // Alone on its line it ends another story's summary.
        Look::Rule(Effect::Label) if has(&BARE_LINKS, &line.key) => -6,
        Look::Rule(Effect::Label | Effect::Caption) | Look::Caption => -1,
        Look::Date(_) | Look::Time | Look::Hashtag => -4,
        Look::Byline | Look::Section => -3,
        Look::Counter if page.lines[index].text.contains(char::is_alphanumeric) => -2,
        Look::Counter => -1,
        Look::Plain => prose(page, index) - i32::from(line.copies > 1) * 2,
    }
}

/// Length alone separates nothing (other stories' summaries are long too), so
/// most of the weight goes to lines that end as a sentence does.
fn prose(page: &Page, index: usize) -> i32 {
    let line = &page.lines[index];
    let small = page.function_words(index);
    let bullet = i32::from(line.bullet);
    match (line.ends && line.words >= 3, line.chars) {
        (true, 200..) if small >= 10 => 8,
        (true, 80..) if small >= 10 => 6,
        (true, 40..) if small >= 10 => 4 - bullet,
        (true, _) => 2 - bullet,
        (false, 140..) if small >= 15 => 3,
        (false, 80..) if small >= 15 => 1 - bullet,
        (false, _) if line.text.ends_with(':') || is_code(line) || is_measured(line) => 0,
        (false, _) => -2 - bullet,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_run_with_the_greatest_sum_wins() {
        let check =
            |weights: &[i32], expected| assert_eq!(best_run(weights), expected, "{weights:?}");
        check(&[-2, 6, -1, 6, -3], Some(1..4));
        check(&[6, -40, 6, 6], Some(2..4));
        check(&[-1, -2], None);
        check(&[], None);
    }
}
