//! What the elements around a line say of it: their kinds, how deep they are, what else they hold, and
//! whether others are built like them.

use std::collections::{BTreeMap, HashMap};

use crate::markup::node::{Id, inline};
use crate::markup::tree::Tree;
use crate::page::features::{capped, log, share, sums};
use crate::web::blocks::{Block, BlockKind};
use crate::web::body::Verdict;
use crate::web::regions::is_prose;
use crate::web::taken::Taken;
use dateline_text::hash;

/// How many numbers there are of each line.
pub(super) const ABOUT: usize = 37;

/// Places among them that neighbours look at.
pub(super) const KIND: usize = 0;
pub(super) const LINKED: usize = 1;
pub(super) const LIKE: usize = 20;

/// Elements that are looked at around a line.
const ABOVE: usize = 24;

/// The elements of a page with what they hold.
pub(super) struct Around<'p> {
    page: &'p Taken,
    depths: Vec<u16>,
    parts: Vec<Part>,
    /// Of each element how many others beside it are named and classed alike.
    alike: Vec<u32>,
    /// By name and class of a line's element and of the one above: its lines.
    built: HashMap<u64, Sums>,
    signs: Vec<u64>,
    /// Sums of what stands before each line.
    chars: Vec<i64>,
    linked: Vec<i64>,
    prose: Vec<i64>,
    kept: Vec<i64>,
    /// Pictures before each node.
    pictures: Vec<u32>,
    /// The element that holds most of what the rules take for the article.
    main: Id,
}

#[derive(Clone, Copy, Default)]
struct Sums {
    lines: usize,
    kept: usize,
    chars: usize,
    kept_chars: usize,
}

impl<'p> Around<'p> {
    pub(super) fn of(page: &'p Taken) -> Self {
        let Taken { tree, blocks, ruled, .. } = page;
        let is_body = |index: usize| ruled.verdicts[index] == Verdict::Body;
        let mut depths = vec![0; tree.nodes.len()];
        let mut pictures = vec![0];
        let mut alike = vec![0; tree.nodes.len()];
        let mut names: HashMap<(Id, u64), u32> = HashMap::new();
        let mut hashes = vec![0; tree.nodes.len()];
        for (id, node) in tree.nodes.iter().enumerate() {
            depths[id] = if id == 0 { 0 } else { depths[node.parent] + 1 };
            let picture = matches!(&*node.name, "img" | "picture" | "video" | "iframe");
            pictures.push(pictures[id] + u32::from(picture));
            if !node.name.is_empty() {
                hashes[id] = look(tree, id);
                *names.entry((node.parent, hashes[id])).or_default() += 1;
            }
        }
        for (id, node) in tree.nodes.iter().enumerate().filter(|row| !row.1.name.is_empty()) {
            alike[id] = names[&(node.parent, hashes[id])];
        }
        let signs: Vec<u64> = blocks
            .iter()
            .map(|block| {
                let above = tree.nodes[block.owner].parent;
                hashes[block.owner].wrapping_mul(31) ^ hashes[above].rotate_left(17)
            })
            .collect();
        let mut built: HashMap<u64, Sums> = HashMap::new();
        let mut holders: BTreeMap<Id, usize> = BTreeMap::new();
        for (index, block) in blocks.iter().enumerate() {
            let sums = built.entry(signs[index]).or_default();
            sums.lines += 1;
            sums.chars += block.chars;
            if is_body(index) {
                sums.kept += 1;
                sums.kept_chars += block.chars;
                *holders.entry(holder(tree, block)).or_default() += block.chars;
            }
        }
        let main = holders.iter().max_by_key(|row| (row.1, core::cmp::Reverse(row.0)));
        let main = main.map_or(0, |row| *row.0);
        let rows = || blocks.iter().enumerate();
        Self {
            page,
            depths,
            parts: tree.nodes.iter().map(|node| Part::of(&node.name)).collect(),
            alike,
            built,
            signs,
            chars: sums(rows().map(|row| row.1.chars as i64)),
            linked: sums(rows().map(|row| row.1.linked as i64)),
            prose: sums(rows().map(|row| if is_prose(row.1) { row.1.chars as i64 } else { 0 })),
            kept: sums(rows().map(|row| if is_body(row.0) { row.1.chars as i64 } else { 0 })),
            pictures,
            main,
        }
    }

    /// How near two lines stand in the tree: 3 in one element, 2 below one, 1 where the one above is
    /// shared.
    pub(super) fn beside(&self, index: usize, other: usize) -> u8 {
        let Taken { tree, blocks, .. } = self.page;
        let (one, two) = (blocks[index].owner, blocks[other].owner);
        let above = |id: Id| tree.nodes[id].parent;
        let near = if one == two {
            3
        } else if above(one) == above(two) || above(one) == two || above(two) == one {
            2
        } else {
            u8::from(above(above(one)) == above(above(two)))
        };
        near + 4 * u8::from(self.signs[index] == self.signs[other])
    }

    pub(super) fn about(&self, index: usize) -> [u8; ABOUT] {
        let Taken { tree, blocks, regions, .. } = self.page;
        let block = &blocks[index];
        let owner = block.owner;
        let above: Vec<Id> = tree.ancestors(owner).take(ABOVE).collect();
        let name = |step: usize| above.get(step).map_or(0, |&id| element(&tree.nodes[id].name));
        let holder = holder(tree, block);
        let (up, down) = self.steps_from_main(owner);
        let own = &self.built[&self.signs[index]];
        let body = self.page.ruled.verdicts[index] == Verdict::Body;
        let (lines, chars) = (own.lines - 1, own.chars - block.chars);
        let kept = own.kept - usize::from(body);
        let kept_chars = own.kept_chars - if body { block.chars } else { 0 };
        let like = if lines == 0 { 255 } else { share(kept, lines, 100) };
        let like_chars = if chars == 0 { 255 } else { share(kept_chars, chars, 100) };
        let [inner, outer] = [Some(holder), above.get(2).copied()].map(|id| self.held(id, index));
        let tier = core::iter::once(owner).chain(above.iter().copied()).enumerate();
        let tier = tier.map(|(step, id)| (step, regions.tiers[id])).find(|row| row.1 > 0);
        let repeated = above.iter().take(6).map(|&id| self.alike[id]).max().unwrap_or(0);
        let repeats = above.iter().take(6).position(|&id| self.alike[id] == repeated);
        let inside =
            |part: Part| above.iter().position(|&id| self.parts[id] == part).map_or(255, capped);
        let before = index.checked_sub(1).map_or(0, |at| blocks[at].at);
        let after = blocks.get(index + 1).map_or(tree.nodes.len(), |next| next.at);
        let pictures =
            |from: Id, to: Id| log((self.pictures[to.max(from)] - self.pictures[from]) as usize);
        let all = self.kept[blocks.len()].max(1) as usize;
        [
            kind(block.kind),
            share(block.linked, block.chars, 100),
            log(block.linked),
            capped(self.depths[owner].into()),
            (128 + i32::from(self.depths[owner]) - i32::from(self.depths[self.main])).clamp(0, 255)
                as u8,
            capped(up),
            capped(down),
            u8::from(holder == self.main),
            element(&tree.nodes[owner].name),
            name(0),
            name(1),
            tier.map_or(0, |row| row.1),
            tier.map_or(255, |row| capped(row.0)),
            set(tree, block),
            inside(Part::Listing),
            inside(Part::Table),
            inside(Part::Quotation),
            inside(Part::Figure),
            inside(Part::Furniture),
            inside(Part::Section),
            like,
            like_chars,
            log(lines),
            log(chars),
            inner[0],
            inner[1],
            inner[2],
            inner[3],
            outer[0],
            outer[1],
            outer[2],
            outer[3],
            log(repeated as usize),
            repeats.map_or(255, capped),
            pictures(before, block.at),
            pictures(block.at, after),
            log(all),
        ]
    }

    /// Steps up from the article's element to the first that holds a line too, and from there down.
    fn steps_from_main(&self, owner: Id) -> (usize, usize) {
        let tree = &self.page.tree;
        let holds = |id: &Id| (*id..tree.nodes[*id].end).contains(&self.main);
        let path = core::iter::once(owner).chain(tree.ancestors(owner));
        let shared = path.into_iter().find(holds).unwrap_or(0);
        let depth = |id: Id| usize::from(self.depths[id]);
        (depth(self.main).saturating_sub(depth(shared)), depth(owner).saturating_sub(depth(shared)))
    }

    /// Of what an element holds besides a line: how much, the shares of links and prose, and how much the
    /// rules take for the article.
    fn held(&self, id: Option<Id>, index: usize) -> [u8; 4] {
        let Taken { tree, regions, blocks, .. } = self.page;
        let range = regions.blocks(tree, id.unwrap_or(0));
        let own = range.contains(&index);
        let less = |sums: &[i64]| {
            let own = if own { sums[index + 1] - sums[index] } else { 0 };
            (sums[range.end] - sums[range.start] - own) as usize
        };
        let chars = less(&self.chars);
        if chars == 0 {
            return [0, 255, 255, 255];
        }
        debug_assert!(range.end <= blocks.len());
        [
            log(chars),
            share(less(&self.linked), chars, 100),
            share(less(&self.prose), chars, 100),
            share(less(&self.kept), chars, 100),
        ]
    }
}

/// The element whose paragraphs a line is among.
fn holder(tree: &Tree, block: &Block) -> Id {
    match block.kind {
        BlockKind::Loose => block.owner,
        BlockKind::Item | BlockKind::Row => tree.nodes[tree.nodes[block.owner].parent].parent,
        _ => tree.nodes[block.owner].parent,
    }
}

/// Name and class of an element as one number.
fn look(tree: &Tree, id: Id) -> u64 {
    let class = tree.attribute(id, "class").unwrap_or("");
    hash(&tree.nodes[id].name) ^ hash(class).rotate_left(11)
}

fn kind(kind: BlockKind) -> u8 {
    match kind {
        BlockKind::Paragraph => 0,
        BlockKind::Code => 1,
        BlockKind::Row => 2,
        BlockKind::Item => 3,
        BlockKind::Loose => 4,
        BlockKind::Heading(level) => 4 + level,
    }
}

/// How a line is set from its first letter on: plain, or bold, slanted, small, a link.
fn set(tree: &Tree, block: &Block) -> u8 {
    let inner = tree.ancestors(block.at).take(6).take_while(|&id| inline(&tree.nodes[id].name));
    let mut out = 0;
    for id in inner {
        out |= match &*tree.nodes[id].name {
            "b" | "strong" => 1,
            "i" | "em" | "cite" => 2,
            "a" => 4,
            "small" | "sup" | "sub" | "label" | "time" => 8,
            _ => 16,
        };
    }
    out
}

/// Kinds of elements, those of articles first.
fn element(name: &str) -> u8 {
    match name {
        "p" => 0,
        "article" | "main" => 1,
        "blockquote" | "q" => 2,
        "section" => 3,
        "div" => 4,
        "td" | "tr" | "tbody" | "table" | "th" | "center" => 5,
        "ul" | "ol" | "dl" => 6,
        "li" | "dd" | "dt" => 7,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => 8,
        "figure" | "figcaption" | "picture" => 9,
        "body" | "html" => 10,
        "header" => 11,
        "aside" | "nav" | "footer" => 12,
        "form" | "button" | "fieldset" | "dialog" => 13,
        _ => 254,
    }
}

/// What an element is to the lines inside it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Listing,
    Table,
    Quotation,
    Figure,
    Furniture,
    Section,
    Other,
}

impl Part {
    fn of(name: &str) -> Self {
        match name {
            "ul" | "ol" | "dl" => Self::Listing,
            "table" => Self::Table,
            "blockquote" => Self::Quotation,
            "figure" => Self::Figure,
            "aside" | "header" | "footer" | "nav" | "form" => Self::Furniture,
            "section" => Self::Section,
            _ => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROSE: &str = "The old harbour of the small town opened again on Sunday, after nine years of work, and the first boat carried salt.";

    /// The numbers of the line that begins with `line`.
    fn about(inner: &str, line: &str) -> [u8; ABOUT] {
        let page = Taken::read(&format!("<body>{inner}"), "a.html");
        let index = page.blocks.iter().position(|block| block.text.starts_with(line));
        Around::of(&page).about(index.expect("the line"))
    }

    fn article(inner: &str) -> String {
        format!("<h1>Harbour opens</h1><article><p>{PROSE}</p><p>{PROSE}</p>{inner}</article>")
    }

    #[test]
    fn lines_built_like_the_articles_are_told() {
        let like = |inner: &str| about(&article(inner), "Salt")[LIKE];
        assert_eq!(like("<p>Salt came by boat.</p>"), 100);
        let cards = "<div class=c><b>Rope</b></div>".repeat(3);
        assert_eq!(like(&format!("{cards}<div class=c>Salt</div>")), 0);
        assert_eq!(like("<div class=other>Salt</div>"), 255, "no other is built so");
    }

    #[test]
    fn a_line_knows_its_links_and_its_element() {
        let row = about(&article("<ul><li><a href=x>Salt</a></ul>"), "Salt");
        assert_eq!((row[LINKED], row[KIND]), (100, kind(BlockKind::Item)));
        let row = about(&article("<p>Salt <a href=x>boat</a></p>"), "Salt");
        assert_eq!((row[LINKED], row[KIND]), (44, kind(BlockKind::Paragraph)));
    }

    #[test]
    fn how_near_lines_stand_is_told() {
        let page = Taken::read(
            &article("<p class=c>Salt</p><p class=c>Rope</p><div><div><p>Ice</p></div></div>"),
            "a.html",
        );
        let place = |line: &str| page.blocks.iter().position(|block| block.text == line).unwrap();
        let around = Around::of(&page);
        assert_eq!(around.beside(place("Salt"), place("Rope")), 6);
        assert_eq!(around.beside(place("Salt"), place("Ice")), 0);
    }
}
