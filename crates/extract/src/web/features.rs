//! What can be said of a saved page's lines in numbers, for the trees that judge them: what a line of
//! plain text shows, and what its elements, the rules and the second reader say of it.

mod around;
mod stated;

use core::ops::Range;

use self::around::{ABOUT, Around};
use self::stated::Stated;
use super::blocks::{Block, BlockKind};
use super::body::{Ruled, Verdict};
use super::cues::CUES;
use super::regions::is_prose;
use super::taken::Taken;
use crate::facts::language;
use crate::lines::{self, content_words};
use crate::page::features::line;
use crate::page::features::{Row, body, capped, share};
use crate::page::places::Page;
use crate::sheet::Sheet;
use dateline_text::key_of;

/// Numbers that the rules, the head and the headline give.
const SAID: usize = 9;

/// Places among them that neighbours look at.
const RULED: usize = 0;
const CUE: usize = 1;

/// Neighbours that are looked at, and how many numbers are seen of each.
const NEAR: [isize; 6] = [-3, -2, -1, 1, 2, 3];
const SEEN: usize = 6;

/// How many numbers there are of each line.
pub(crate) const WIDTH: usize = body::WIDTH + SAID + ABOUT + NEAR.len() * SEEN;

/// The numbers of every line.
pub(crate) fn features(shown: &Taken) -> Vec<[u8; WIDTH]> {
    let page = printed(&shown.blocks);
    let is_body = |index: usize| shown.ruled.verdicts[index] == Verdict::Body;
    let own = line::own(&page, is_body);
    let run = run(shown.blocks.len(), &is_body);
    let headline = shown.title.line.unwrap_or(run.start);
    let lines = body::below(&page, &run, &own, headline);
    let said = said(shown, &page);
    let around = Around::of(shown);
    let about: Vec<[u8; ABOUT]> = (0..lines.len()).map(|index| around.about(index)).collect();
    (0..lines.len())
        .map(|index| {
            let mut row = Row::new().put(&lines[index]).put(&said[index]).put(&about[index]);
            for offset in NEAR {
                let other = index.checked_add_signed(offset).filter(|at| *at < lines.len());
                row = row.put(&other.map_or([255; SEEN], |at| {
                    let (said, about) = (&said[at], &about[at]);
                    [
                        said[RULED],
                        said[CUE],
                        about[around::LINKED],
                        about[around::KIND],
                        about[around::LIKE],
                        around.beside(index, at),
                    ]
                }));
            }
            row.done()
        })
        .collect()
}

/// The page as plain text would show it, a line for each of its own.
fn printed(blocks: &[Block]) -> Page {
    /// A page shows its language in so much of its prose.
    const ENOUGH: usize = 6_000;
    let mut prose = String::new();
    for block in blocks.iter().filter(|block| is_prose(block)) {
        prose.push_str(&block.text);
        prose.push('\n');
        if prose.len() > ENOUGH {
            break;
        }
    }
    let texts = blocks.iter().map(|block| (&*block.text, block.kind == BlockKind::Item));
    Page::of(Sheet::of(lines::parted(texts), language::of(&prose)))
}

/// From the first line that the rules take for the article's to the last.
fn run(count: usize, is_body: &dyn Fn(usize) -> bool) -> Range<usize> {
    let first = (0..count).find(|&index| is_body(index)).unwrap_or(0);
    let last = (first..count).rev().find(|&index| is_body(index));
    first..last.map_or(first, |last| last + 1)
}

fn said(shown: &Taken, page: &Page) -> Vec<[u8; SAID]> {
    let stated = Stated::of(&shown.head);
    let title = key_of(&shown.title.text);
    let mut headline: Vec<&str> = content_words(&title).map(|(_, word)| word).collect();
    headline.sort_unstable();
    headline.dedup();
    shown
        .blocks
        .iter()
        .enumerate()
        .map(|(index, block)| {
            let cue = shown.regions.cues[block.owner];
            let kind = cue.and_then(|cue| CUES.iter().position(|one| one.name == cue.name));
            let (mut words, mut known) = (0, 0);
            for (_, word) in content_words(&page.lines[index].key).take(200) {
                words += 1;
                known += usize::from(headline.binary_search(&word).is_ok());
            }
            [
                code(shown.ruled.verdicts[index]),
                kind.map_or(0, |kind| capped(kind + 1)),
                opinion(&shown.ruled, block),
                u8::from(shown.ruled.inside[index]) + 2 * u8::from(shown.ruled.marked),
                stated.body(&page.lines[index].key),
                stated.summary(&page.lines[index].key),
                capped(known),
                share(known, words, 100),
                u8::from(is_prose(block)),
            ]
        })
        .collect()
}

/// What the second reader says: 2 where it was not asked.
fn opinion(ruled: &Ruled, block: &Block) -> u8 {
    ruled.opinion.as_ref().map_or(2, |kept| u8::from(kept.contains(&block.owner)))
}

/// A verdict of the rules; what an article never has is greatest.
fn code(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Body => 0,
        Verdict::Title => 1,
        Verdict::Standfirst => 2,
        Verdict::Caption => 3,
        Verdict::Out(rule) => match rule {
            "html-outside" => 4,
            "html-bare-heading" => 5,
            "html-label" => 6,
            "html-links" => 7,
            "author-note" => 8,
            "repeated-title" => 9,
            _ if rule.starts_with("aside-") => 10,
            _ if rule.starts_with("read-as-") || rule.starts_with("html-date-line") => 11,
            _ if rule.starts_with("html-") => 12,
            _ => 13,
        },
    }
}

/// The rule for what speaks most against a line; `reasons` is what each number adds.
pub(crate) fn strongest(reasons: &[i32]) -> &'static str {
    let (printed, rest) = reasons.split_at(body::WIDTH);
    let (own, near) = rest.split_at(SAID + ABOUT);
    let mut rules = body::spoken(printed);
    let (marks, place) = (own.iter().sum::<i32>(), near.iter().sum::<i32>());
    rules[3].0 += place;
    let all = rules.into_iter().chain([(marks, "unlike-article/elements")]);
    all.min_by_key(|row| row.0).map_or("unlike-article/elements", |row| row.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_its_numbers_and_neighbours_beyond_the_page_are_none() {
        let page = Taken::read("<h1>Harbour opens</h1><p>Salt came by boat.</p>", "a.html");
        let rows = features(&page);
        assert_eq!(rows.len(), 2);
        let near = &rows[0][WIDTH - NEAR.len() * SEEN..];
        assert!(near[..3 * SEEN].iter().all(|number| *number == 255));
        assert_eq!(near[3 * SEEN], code(page.ruled.verdicts[1]));
        // A tree names a number by one byte, of which one stands for none.
        const { assert!(WIDTH < 255) };
    }

    #[test]
    fn what_speaks_most_against_a_line_names_the_rule() {
        let mut reasons = [0; WIDTH];
        reasons[WIDTH - 1] = -5;
        assert_eq!(strongest(&reasons), "unlike-article/place");
        reasons[body::WIDTH + SAID] = -9;
        assert_eq!(strongest(&reasons), "unlike-article/elements");
        reasons[line::KIN] = -12;
        assert_eq!(strongest(&reasons), "unlike-article/words");
    }
}
