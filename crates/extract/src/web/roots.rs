//! Chooses the elements that hold the article.

use super::blocks::{Block, BlockKind};
use super::regions::{Regions, is_prose};
use crate::markup::node::Id;
use crate::markup::tree::Tree;

/// A marked element must hold so much of the prose of the best element, in
/// percent, by how sure its mark is.
const LEAST: [i64; 3] = [40, 55, 60];

/// Another element of the same mark belongs to the article too where it holds so
/// much of the prose of the first, in percent: articles cut into parts, pages of
/// several entries.
const PART: i64 = 25;

/// The same for an element of the very same class, as a thread's answers have.
const TWIN: i64 = 5;

/// Where the article is.
#[derive(Debug, Default)]
pub(crate) struct Roots {
    /// The elements that hold it, in page order; empty where no line speaks for
    /// any.
    pub elements: Vec<Id>,
    /// Whether the page's builders marked them as such; otherwise only the text
    /// speaks for them.
    pub marked: bool,
}

/// The elements that hold the article.
pub(crate) fn roots(tree: &Tree, blocks: &[Block], regions: &Regions) -> Roots {
    let mut sums = vec![0i64];
    for block in blocks {
        let weight = if regions.cues[block.owner].is_some() { 0 } else { weight(block) };
        sums.push(sums[sums.len() - 1] + weight);
    }
    let sum = |id: Id| {
        let range = regions.blocks(tree, id);
        sums[range.end] - sums[range.start]
    };
    let elements = || (0..tree.nodes.len()).filter(|&id| !tree.nodes[id].name.is_empty());
    // Of elements that hold the same, the innermost.
    let Some(best) = elements().max_by_key(|&id| (sum(id), id)) else { return Roots::default() };
    if sum(best) <= 0 {
        return Roots::default();
    }
    for (tier, least) in (1u8..).zip(LEAST) {
        let marked: Vec<Id> = elements().filter(|&id| regions.tiers[id] == tier).collect();
        let Some(&first) = marked.iter().max_by_key(|&&id| (sum(id), id)) else { continue };
        let class = |id: Id| tree.attribute(id, "class").unwrap_or("");
        let mut out: Vec<Id> = Vec::new();
        let mut total = 0;
        for &id in &marked {
            let inside = out.last().is_some_and(|&last| id < tree.nodes[last].end);
            let twin = tier == 1 && class(id) == class(first);
            let least = if twin { TWIN } else { PART };
            let part = id == first
                || first < tree.nodes[id].end && id < first
                || sum(id) * 100 >= sum(first) * least;
            if part && !inside && sum(id) > 0 {
                out.push(id);
                total += sum(id);
            }
        }
        if total * 100 >= sum(best) * least {
            return Roots { elements: out, marked: true };
        }
    }
    Roots { elements: vec![best], marked: false }
}

/// What a line speaks for its element being the article.
fn weight(block: &Block) -> i64 {
    let (chars, linked) = (block.chars as i64, block.linked as i64);
    if is_prose(block) {
        chars - linked
    } else if matches!(block.kind, BlockKind::Code | BlockKind::Row) {
        (chars / 4).min(100)
    } else if linked * 2 > chars {
        -(linked.min(120)) / 2 - 15
    } else {
        0
    }
}
