//! The texts that may be the headline: headings, lines that stand where headlines do, what the head states,
//! and all of these cut at the marks that sites put between a headline and their name.

use std::collections::HashMap;

use super::sites::{Sites, marks, size, squeezed};
use crate::facts::address::slug;
use crate::markup::tree::Tree;
use crate::web::blocks::{Block, BlockKind};
use crate::web::facts;
use crate::web::head::{Head, tidy};
use crate::web::json::Json;
use crate::web::regions::is_prose;

/// The first lines decide; a page of thousands is a list.
const LINES: usize = 200;

/// Lines this near above prose may be a headline that nothing marks.
const NEAR: usize = 12;

/// A headline has so many characters at most.
pub(super) const LONGEST: usize = 300;

/// Where a text is cut at most.
const CUTS: usize = 6;

/// A label before the headline has so many letters at most.
const LABEL: usize = 10;

/// Kinds of statements, see [`Statement`].
pub(super) const KINDS: usize = 6;
pub(super) const TITLE: usize = 5;

/// What the head says the title is.
pub(super) struct Statement {
    /// `og:title`, `twitter:title`, other meta data, the JSON-LD's headline and name, `<title>`.
    pub kind: usize,
    pub text: String,
    pub key: String,
}

/// A text that may be the headline.
pub(crate) struct Candidate {
    pub text: String,
    /// Letters and digits alone, lower case.
    pub key: String,
    /// Lines that print it, and nothing else, in page order.
    pub lines: Vec<usize>,
    /// The line that prints it and more, where none prints it alone.
    pub within: Option<usize>,
    /// Whether a statement, a part of one, a line or a part of one gives it: a bit each.
    pub sources: u8,
    /// Whether a heading of the first two ranks does.
    headed: bool,
}

impl Candidate {
    /// Whether a heading or the head gives it.
    pub(super) fn is_given(&self) -> bool {
        self.headed || self.sources & (STATED | STATED_PART) != 0
    }
}

pub(super) const STATED: u8 = 1;
pub(super) const STATED_PART: u8 = 2;
pub(super) const LINE: u8 = 4;
pub(super) const LINE_PART: u8 = 8;

/// The page's statements of its title, each once for each kind.
pub(super) fn statements(head: &Head) -> Vec<Statement> {
    const METAS: [(usize, &[&str]); 3] = [
        (0, &["og:title"]),
        (1, &["twitter:title"]),
        (
            2,
            &[
                "parsely-title",
                "sailthru.title",
                "dc.title",
                "dcterms.title",
                "citation_title",
                "title",
                "headline",
            ],
        ),
    ];
    let mut out: Vec<Statement> = Vec::new();
    let mut put = |kind: usize, text: &str| {
        let text = uncounted(text).trim();
        let key = squeezed(text);
        let new = !out.iter().any(|other| other.kind == kind && other.key == key);
        if !key.is_empty() && new && out.len() < 12 {
            out.push(Statement { kind, text: text.to_owned(), key });
        }
    };
    for (kind, names) in METAS {
        head.all(names).for_each(|row| put(kind, row.1));
    }
    for object in head.objects.iter().take(head.articles) {
        for (kind, key) in [(3, "headline"), (4, "name")] {
            if let Some(text) = object.get(key).and_then(Json::text) {
                put(kind, &tidy(text));
            }
        }
    }
    put(TITLE, &head.title);
    out
}

/// The words of the article in the page's address.
pub(super) fn address_words(head: &Head) -> Vec<String> {
    facts::address(head).as_deref().and_then(slug).unwrap_or_default()
}

/// All candidates, those of statements first.
pub(super) fn candidates(
    tree: &Tree,
    blocks: &[Block],
    statements: &[Statement],
    sites: &Sites,
) -> Vec<Candidate> {
    let mut all = Collected::default();
    for statement in statements {
        all.put(&statement.text, STATED, None);
        for part in parts(&statement.text, sites) {
            all.put(part, STATED_PART, None);
        }
        all.put(&sites.without(&statement.text), STATED_PART, None);
    }
    let stated = all.out.len();
    let mut taken = 0;
    let near = near_prose(blocks);
    for (index, block) in blocks.iter().enumerate() {
        if block.chars > LONGEST || block.chars < 2 || taken == LINES {
            continue;
        }
        let key = squeezed(&block.text);
        let heading = matches!(block.kind, BlockKind::Heading(level) if level <= 4);
        let known = size(&block.text) >= 2 && all.places.get(&key).is_some_and(|at| *at < stated);
        if !(heading || known || near[index] || marked(tree, block)) || !known && aside(tree, block)
        {
            continue;
        }
        taken += 1;
        let headed = matches!(block.kind, BlockKind::Heading(1 | 2));
        // A label or a subtitle may stand in the heading.
        let inner = statements.iter().find(|one| {
            heading
                && one.key.len() < key.len()
                && size(&one.text) >= 3
                && (key.starts_with(&one.key) || key.ends_with(&one.key))
        });
        if let Some(inner) = inner {
            all.put(&inner.text, LINE_PART, Some((index, headed)));
            let label = key.ends_with(&inner.key) && key.len() - inner.key.len() <= LABEL;
            if label || key.starts_with(&inner.key) && in_part_small(tree, block) {
                continue;
            }
        }
        all.put(&block.text, LINE, Some((index, headed)));
        if heading || near[index] {
            for part in parts(&block.text, sites) {
                all.put(part, LINE_PART, Some((index, headed)));
            }
        }
    }
    // A name that the head states is the site's is no headline nor part of one, and a label that only the
    // head joins to it is none either.
    all.out.retain(|one| {
        let unprinted =
            || sites.is_named(&one.key) || squeezed(&sites.without(&one.text)) != one.key;
        !(sites.is_joined(&one.text) || one.lines.is_empty() && unprinted())
    });
    all.out
}

#[derive(Default)]
struct Collected {
    out: Vec<Candidate>,
    places: HashMap<String, usize>,
}

impl Collected {
    fn put(&mut self, text: &str, source: u8, line: Option<(usize, bool)>) {
        let headed = line.is_some_and(|row| row.1);
        let line = line.map(|row| row.0);
        let bare = |c: char| c.is_whitespace() || matches!(c, '|' | '»' | '«');
        let text = text.trim_matches(bare);
        let key = squeezed(text);
        if key.is_empty() || text.len() > 4 * LONGEST {
            return;
        }
        let at = *self.places.entry(key.clone()).or_insert_with(|| {
            let text = text.to_owned();
            self.out.push(Candidate {
                text,
                key,
                lines: Vec::new(),
                within: None,
                sources: 0,
                headed: false,
            });
            self.out.len() - 1
        });
        let candidate = &mut self.out[at];
        if source == LINE {
            // What readers see is written as they see it.
            if candidate.lines.is_empty() {
                candidate.text = text.to_owned();
            }
            candidate.lines.extend(line);
        } else {
            candidate.within = candidate.within.or(line);
        }
        candidate.sources |= source;
        candidate.headed |= headed;
    }
}

/// What stands before each mark of a title, and behind those that part it from a label or the site's name.
fn parts<'t>(text: &'t str, sites: &Sites) -> Vec<&'t str> {
    /// A label has so many words at most.
    const LABEL: usize = 2;
    let marks = marks(text);
    let cuts = marks.iter().take(CUTS);
    cuts.flat_map(|mark| {
        let (head, tail) = (&text[..mark.0], &text[mark.1..]);
        let label = size(head) <= LABEL || sites.has(head);
        [Some(head), label.then_some(tail)]
    })
    .flatten()
    .collect()
}

/// Which lines stand a few steps above the first prose.
fn near_prose(blocks: &[Block]) -> Vec<bool> {
    let mut near = vec![false; blocks.len()];
    let first = blocks.iter().position(is_prose);
    if let Some(first) = first {
        for index in first.saturating_sub(NEAR)..(first + 2).min(blocks.len()) {
            near[index] = blocks[index].chars >= 8;
        }
    }
    near
}

/// Whether the page's builders call a line a headline.
pub(super) fn marked(tree: &Tree, block: &Block) -> bool {
    let own = [block.owner, tree.nodes[block.owner].parent];
    own.iter().any(|&id| {
        let class = tree.attribute(id, "class").unwrap_or("").to_ascii_lowercase();
        let prop = tree.attribute(id, "itemprop").unwrap_or("");
        prop.contains("headline")
            || [
                "headline",
                "entry-title",
                "post-title",
                "article-title",
                "article__title",
                "post__title",
                "entry__title",
                "story-title",
                "page-title",
                "posttitle",
                "articletitle",
            ]
            .iter()
            .any(|word| class.contains(word))
    })
}

/// Whether some of a line is set small.
fn in_part_small(tree: &Tree, block: &Block) -> bool {
    (block.owner..tree.nodes[block.owner].end).any(|id| &*tree.nodes[id].name == "small")
}

/// Whether a line stands in a part that is never the article.
pub(super) fn aside(tree: &Tree, block: &Block) -> bool {
    tree.ancestors(block.at).any(|id| matches!(&*tree.nodes[id].name, "nav" | "aside" | "footer"))
}

/// A title without the count of what is new: "(3) Harbour opens".
fn uncounted(text: &str) -> &str {
    let count = text.strip_prefix('(').and_then(|rest| rest.split_once(") "));
    match count {
        Some((number, rest))
            if number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'+') =>
        {
            rest
        }
        _ => text,
    }
}
