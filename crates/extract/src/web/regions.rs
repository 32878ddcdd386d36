//! Which parts of a page its builders' marks call something else than the
//! article, checked against where the prose and the headline are.

use std::collections::{BTreeMap, HashMap};

use super::blocks::{Block, BlockKind};
use super::cues::{CUES, Cue, Marks, words_of};
use crate::lines::ends_sentence;
use crate::markup::node::Id;
use crate::markup::tree::Tree;

/// A page's lines with what the parts around them are.
pub(crate) struct Regions {
    /// The kind of part that each node stands in.
    pub cues: Vec<Option<&'static Cue>>,
    /// How surely each element is marked as the article: 1 is most, 0 not.
    pub tiers: Vec<u8>,
    /// Characters of prose before each block, one more than there are blocks.
    sums: Vec<usize>,
    starts: Vec<Id>,
}

/// Words that mark the element of the article's text, then of the article, then
/// of the page's main part. Sorted.
const TIERS: [&[&str]; 3] = [
    &[
        "art content",
        "art postcontent",
        "article body",
        "article content",
        "article copy",
        "article text",
        "articlebody",
        "articlecontent",
        "articletext",
        "blog content",
        "blog post",
        "body copy",
        "body text",
        "bodytext",
        "content body",
        "entry body",
        "entry content",
        "entry text",
        "entrycontent",
        "field body",
        "fulltext",
        "main text",
        "news body",
        "news content",
        "news text",
        "post body",
        "post bodycopy",
        "post content",
        "post entry",
        "post text",
        "postbody",
        "postcontent",
        "postentry",
        "rich text",
        "single content",
        "story body",
        "story content",
        "story text",
        "storybody",
        "storycontent",
        "storytext",
        "td post",
        "text content",
        "theme content",
    ],
    &[
        "article",
        "entry",
        "hentry",
        "node article",
        "page content",
        "post",
        "single post",
        "singlepost",
        "story",
    ],
    &["content", "content main", "main", "main column", "main content", "maincontent", "primary"],
];

/// The article's own elements bear cues for all their posts' tags and comments.
const NEVER: [&str; 5] = ["#root", "article", "body", "html", "main"];

/// A line that reads like prose: mostly unlinked, and long or a sentence.
pub(crate) fn is_prose(block: &Block) -> bool {
    block.linked * 2 < block.chars
        && !matches!(block.kind, BlockKind::Heading(_))
        && (block.chars >= 140 || block.chars >= 50 && ends_sentence(&block.text))
}

/// A weak mark on so much of the prose, in percent, is doubted.
const DOUBTED: usize = 55;

impl Regions {
    /// Reads the marks of all elements. `title` is the headline's line.
    pub fn read(tree: &Tree, blocks: &[Block], title: Option<usize>) -> Regions {
        let mut known = Known::new();
        let regions = Regions::trusting(tree, blocks, title, &[], &mut known);
        // Where most of the prose bears one kind of weak mark, in however many
        // parts, that mark means something else on this page: the texts of a
        // slide show are its captions.
        let (mut told, mut total) = (BTreeMap::new(), 0);
        for block in blocks.iter().filter(|block| is_prose(block)) {
            total += block.chars;
            if let Some(cue) = regions.cues[block.owner].filter(|cue| !cue.strong || cue.hidden) {
                *told.entry(cue.name).or_insert(0) += block.chars;
            }
        }
        let doubted: Vec<&str> = told
            .into_iter()
            .filter(|row| row.1 * 100 >= total * DOUBTED)
            .map(|row| row.0)
            .collect();
        if doubted.is_empty() {
            return regions;
        }
        Regions::trusting(tree, blocks, title, &doubted, &mut known)
    }

    /// Reads the marks but for the `doubted` kinds.
    fn trusting<'t>(
        tree: &'t Tree,
        blocks: &[Block],
        title: Option<usize>,
        doubted: &[&str],
        known: &mut Known<'t>,
    ) -> Regions {
        let mut sums = vec![0];
        for block in blocks {
            let prose = if is_prose(block) { block.chars } else { 0 };
            sums.push(sums[sums.len() - 1] + prose);
        }
        let mut regions = Regions {
            cues: vec![None; tree.nodes.len()],
            tiers: vec![0; tree.nodes.len()],
            sums,
            starts: blocks.iter().map(|block| block.at).collect(),
        };
        let title = title.map(|index| blocks[index].at);
        let total = regions.prose(tree, 0).max(1);
        for id in 1..tree.nodes.len() {
            let node = &tree.nodes[id];
            let above = regions.cues[node.parent];
            if node.name.is_empty() {
                regions.cues[id] = above;
                continue;
            }
            let said = said(tree, id, known);
            regions.tiers[id] = if holds_text(tree, id) { 1 } else { said.tier };
            let share = regions.prose(tree, id) * 100 / total;
            let holds_title = title.is_some_and(|at| (id..node.end).contains(&at));
            let own = if NEVER.contains(&&*node.name) { None } else { own(tree, id, said.cue) };
            let own = own.filter(|cue| {
                if doubted.contains(&cue.name) {
                    return false;
                }
                !holds_title && share < cue.most || title == Some(id) && cue.hidden
            });
            // A part that is marked as the article's text and has much of the
            // prose is no sidebar, whatever stands around it.
            let marked =
                regions.tiers[id] == 1 && share >= 50 && above.is_some_and(|cue| !cue.strong);
            regions.cues[id] = if marked { own } else { above.or(own) };
        }
        regions
    }

    /// The blocks inside an element.
    pub fn blocks(&self, tree: &Tree, id: Id) -> core::ops::Range<usize> {
        let low = self.starts.partition_point(|&at| at < id);
        low..self.starts.partition_point(|&at| at < tree.nodes[id].end)
    }

    fn prose(&self, tree: &Tree, id: Id) -> usize {
        let range = self.blocks(tree, id);
        self.sums[range.end] - self.sums[range.start]
    }
}

/// What the marks of an element say: many elements of a page have the same.
#[derive(Clone, Copy)]
struct Said {
    cue: Option<&'static Cue>,
    tier: u8,
}

/// By name, role, id and class.
type Known<'t> = HashMap<[&'t str; 4], Said>;

fn said<'t>(tree: &'t Tree, id: Id, known: &mut Known<'t>) -> Said {
    let value = |key: &str| tree.attribute(id, key).unwrap_or("");
    let key = [&*tree.nodes[id].name, value("role"), value("id"), value("class")];
    *known.entry(key).or_insert_with(|| {
        let marks = marks(tree, id);
        Said { cue: marks.cue(), tier: tier(&marks) }
    })
}

fn marks(tree: &Tree, id: Id) -> Marks<'_> {
    let mut words = Vec::new();
    for key in ["id", "class"] {
        words_of(tree.attribute(id, key).unwrap_or(""), &mut words);
        // A pair of words must not span id and class.
        words.push(String::new());
    }
    Marks { element: &tree.nodes[id].name, role: tree.attribute(id, "role").unwrap_or(""), words }
}

fn own(tree: &Tree, id: Id, cue: Option<&'static Cue>) -> Option<&'static Cue> {
    let hidden = tree.attribute(id, "hidden").is_some()
        || tree.attribute(id, "aria-hidden").is_some_and(|value| value == "true");
    if hidden { CUES.first() } else { cue }
}

/// Whether an element is marked as the one of the text for programs that read it.
fn holds_text(tree: &Tree, id: Id) -> bool {
    tree.attribute(id, "itemprop").is_some_and(|prop| {
        prop.split_whitespace().any(|prop| matches!(prop, "articleBody" | "reviewBody" | "text"))
    })
}

fn tier(marks: &Marks<'_>) -> u8 {
    let name = marks.element;
    if !matches!(name, "article" | "div" | "main" | "section" | "td" | "span") {
        return 0;
    }
    let pairs: Vec<String> =
        marks.words.windows(2).map(|pair| format!("{} {}", pair[0], pair[1])).collect();
    let named = TIERS.iter().position(|words| {
        marks.words.iter().chain(&pairs).any(|word| words.binary_search(&word.as_str()).is_ok())
    });
    let named = named.map_or(0, |tier| tier as u8 + 1);
    let element = match (name, marks.role) {
        ("article", _) | (_, "article") => 2,
        ("main", _) | (_, "main") => 3,
        _ => 0,
    };
    [named, element].into_iter().filter(|tier| *tier > 0).min().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::blocks::blocks;

    /// The cue of the line that says `line`.
    fn check(page: &str, line: &str, expected: Option<&str>) {
        let tree = Tree::read(page);
        let blocks = blocks(&tree);
        let title = blocks.iter().position(|block| block.kind == BlockKind::Heading(1));
        let regions = Regions::read(&tree, &blocks, title);
        let block = blocks.iter().find(|block| block.text.starts_with(line)).expect("line");
        let cue = regions.cues[block.owner];
        assert_eq!(cue.map(|cue| cue.name), expected, "{page}");
    }

    const PROSE: &str =
        "The old harbour of the small town opened again on Sunday after nine years.";

    #[test]
    fn tables_are_sorted() {
        assert!(TIERS.iter().all(|words| words.is_sorted()) && NEVER.is_sorted());
    }

    #[test]
    fn a_part_is_what_its_marks_say() {
        check(
            &format!("<p>{PROSE}</p><div class=related-stories><p>Salt</p></div>"),
            "Salt",
            Some("html-related"),
        );
        check(&format!("<p>{PROSE}</p><aside><p>Salt</p></aside>"), "Salt", Some("html-sidebar"));
        check("<p hidden>Salt</p>", "Salt", Some("html-hidden"));
    }

    #[test]
    fn a_part_with_the_prose_or_the_headline_is_the_layout() {
        let page = format!("<div class='wrap has-sidebar'><h1>Harbour</h1><p>{PROSE}</p></div>");
        check(&page, "The old", None);
        check(&format!("<form><p>{PROSE}</p></form>"), "The old", None);
        let many = format!("<p>{PROSE}</p>").repeat(5);
        check(&format!("<div class=related>{many}</div><p>{PROSE}</p>"), "The old", None);
    }
}
