//! Decides for each line of a page whether it belongs to the article.

use super::asides::{aside, tells_of_author};
use super::blocks::{Block, Kind};
use super::cues::CAPTION;
use super::readable::kept;
use super::regions::{Regions, is_prose};
use super::roots::roots;
use super::title::Title;
use super::tree::{Id, Tree};
use crate::rules::page::{Effect, rule_of};
use crate::separate::lines::{ends_sentence, key_of};

/// Where a line goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Is the headline.
    Title,
    /// Sums the article up below the headline.
    Standfirst,
    /// Belongs to the article.
    Body,
    /// Describes a picture.
    Caption,
    /// Left out, by the rule of that name, for that reason.
    Out(&'static str, &'static str),
}

const OUTSIDE: Verdict = Verdict::Out(
    "html-outside",
    "The line stands outside the part of the page that holds the article.",
);
const REPEATED: Verdict = Verdict::Out("repeated-title", "The line repeats the headline.");
const LINKS: Verdict = Verdict::Out("html-links", "The line is nothing but links.");
const BARE: Verdict =
    Verdict::Out("html-bare-heading", "The heading has no text of the article below it.");
const AUTHOR: Verdict = Verdict::Out("author-note", "The line tells who the author is.");
const LABEL: Verdict =
    Verdict::Out("html-label", "The line is a label of the page, not a sentence or a heading.");

/// What each line is. `author` is the byline.
pub(crate) fn verdicts(
    tree: &Tree,
    blocks: &[Block],
    regions: &Regions,
    title: &Title,
    author: Option<&str>,
) -> Vec<Verdict> {
    let roots = roots(tree, blocks, regions);
    // Where no mark tells, the second reader is asked too.
    let opinion = (!roots.marked).then(|| kept(tree));
    let key = key_of(&title.text);
    let mut out: Vec<Verdict> = blocks
        .iter()
        .map(|block| {
            if let Some(cue) = regions.cues[block.owner] {
                return if cue.name == CAPTION {
                    Verdict::Caption
                } else {
                    Verdict::Out(cue.name, cue.why)
                };
            }
            let second = opinion.as_ref().is_some_and(|kept| kept.contains(&block.owner));
            if !(second || inside(tree, &roots.elements, block.at)) {
                return OUTSIDE;
            }
            line(block, &key)
        })
        .collect();
    if let Some(line) = title.line {
        out[line] = Verdict::Title;
        leads(blocks, line, &mut out);
    }
    asides(blocks, author, &mut out);
    bare_headings(blocks, &mut out);
    out
}

/// Paragraphs between the headline and the article's element open the article;
/// one that is no sentence is its summary.
fn leads(blocks: &[Block], title: usize, verdicts: &mut [Verdict]) {
    /// Further down stands something else.
    const REACH: usize = 30;
    let Some(first) = verdicts.iter().skip(title).position(|one| *one == Verdict::Body) else {
        return;
    };
    let mut summary = false;
    for index in title + 1..title + first.min(REACH) {
        let block = &blocks[index];
        let said = block.text.split_whitespace().count() >= 7
            && block.chars >= 40
            && block.linked * 3 < block.chars;
        if verdicts[index] != OUTSIDE || !said || line(block, "") != Verdict::Body {
            continue;
        }
        if ends_sentence(&block.text) {
            verdicts[index] = Verdict::Body;
        } else if !summary && block.chars <= 400 {
            verdicts[index] = Verdict::Standfirst;
            summary = true;
        }
    }
}

/// Takes out what the site says to its readers: notices of rights anywhere,
/// pleas where the article ends or where they lead elsewhere.
fn asides(blocks: &[Block], author: Option<&str>, verdicts: &mut [Verdict]) {
    let body: Vec<usize> =
        (0..blocks.len()).filter(|&index| verdicts[index] == Verdict::Body).collect();
    let total: usize = body.iter().map(|&index| blocks[index].chars).sum();
    let mut before = 0;
    for (order, &index) in body.iter().enumerate() {
        let block = &blocks[index];
        before += block.chars;
        if let Some(aside) = aside(&key_of(&block.text), block.chars) {
            let firm = matches!(aside.name, "aside-rights" | "aside-pointer");
            if firm || before * 100 >= total * LATE || block.linked * 4 > block.chars {
                verdicts[index] = Verdict::Out(aside.name, aside.why);
            }
        } else if order > 0 && order + 4 >= body.len() && tells_of_author(block, author) {
            verdicts[index] = AUTHOR;
        }
    }
}

/// After so much of the article, in percent, a site may speak to its readers.
const LATE: usize = 60;

fn inside(tree: &Tree, roots: &[Id], at: Id) -> bool {
    roots.iter().any(|&root| (root..tree.nodes[root].end).contains(&at))
}

/// A line inside the article's element.
fn line(block: &Block, title: &str) -> Verdict {
    let key = key_of(&block.text);
    if !title.is_empty() && key == title {
        return REPEATED;
    }
    if let Some((rule, loose)) = rule_of(&key, block.chars)
        && !(loose && is_prose(block))
    {
        return match rule.effect {
            Effect::Caption => Verdict::Caption,
            _ => Verdict::Out(rule.name, rule.why),
        };
    }
    if block.linked * 10 > block.chars * 8 && !matches!(block.kind, Kind::Heading(_)) {
        return LINKS;
    }
    if block.kind == Kind::Loose && block.chars < 25 && !ends_sentence(&block.text) {
        return LABEL;
    }
    Verdict::Body
}

/// A heading stays only where lines of the article follow it before the next.
fn bare_headings(blocks: &[Block], verdicts: &mut [Verdict]) {
    let mut follows = false;
    for (block, verdict) in blocks.iter().zip(verdicts.iter_mut()).rev() {
        match (block.kind, *verdict) {
            (Kind::Heading(_), Verdict::Body) => {
                if !follows {
                    *verdict = BARE;
                }
                follows = false;
            }
            (_, Verdict::Body) => follows = true,
            _ => {}
        }
    }
}
