//! A page as its visible lines: each paragraph, heading, item, row or caption
//! with the element that holds it.

use crate::markup::node::{Id, inline};
use crate::markup::tree::Tree;

/// One visible line.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    /// The innermost element around it that makes lines.
    pub owner: Id,
    /// Its first text.
    pub at: Id,
    /// Its words, white space made single spaces; line breaks stay in code.
    pub text: String,
    /// Characters of `text`.
    pub chars: usize,
    /// How many of them lead elsewhere.
    pub linked: usize,
    /// What kind of line it is.
    pub kind: BlockKind,
}

/// Kinds of lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BlockKind {
    /// `<p>`.
    Paragraph,
    /// `<h1>` to `<h6>`.
    Heading(u8),
    /// `<li>`, `<dt>`, `<dd>`.
    Item,
    /// A row of a table of data.
    Row,
    /// Preformatted text.
    Code,
    /// Text right inside any other element.
    Loose,
}

/// Elements that show nothing that is read as text.
const SILENT: [&str; 22] = [
    "audio", "canvas", "datalist", "embed", "head", "iframe", "input", "map", "meta", "noembed",
    "noframes", "noscript", "object", "option", "script", "select", "style", "svg", "template",
    "textarea", "title", "video",
];

/// The visible lines of a page, in order.
pub(crate) fn blocks(tree: &Tree) -> Vec<Block> {
    let mut collector = Collector { tree, out: Vec::new(), open: vec![0], line: Line::default() };
    let mut at = 1;
    while at < tree.nodes.len() {
        while collector.open.len() > 1 && tree.nodes[collector.last()].end <= at {
            collector.leave();
        }
        let node = &tree.nodes[at];
        if silent(&node.name) || undisplayed(tree, at) {
            at = node.end;
            continue;
        }
        if node.name.is_empty() {
            collector.text(at, &node.text);
        } else {
            collector.enter(at);
        }
        at += 1;
    }
    while collector.open.len() > 1 {
        collector.leave();
    }
    collector.flush();
    collector.out
}

/// Whether an element shows nothing that is read as text.
pub(crate) fn silent(name: &str) -> bool {
    SILENT.binary_search(&name).is_ok()
}

/// Whether the page itself says that a part is never shown.
fn undisplayed(tree: &Tree, id: Id) -> bool {
    let node = &tree.nodes[id];
    !node.name.is_empty()
        && !matches!(&*node.name, "html" | "body" | "article" | "main")
        && tree.attribute(id, "style").is_some_and(|style| {
            let style: String = style.chars().filter(|c| !c.is_whitespace()).take(200).collect();
            let style = style.to_ascii_lowercase();
            style.contains("display:none") || style.contains("visibility:hidden")
        })
}

#[derive(Default)]
struct Line {
    at: Id,
    text: String,
    chars: usize,
    linked: usize,
}

struct Collector<'t> {
    tree: &'t Tree,
    out: Vec<Block>,
    open: Vec<Id>,
    line: Line,
}

impl Collector<'_> {
    fn last(&self) -> Id {
        self.open.last().copied().unwrap_or(0)
    }

    fn enter(&mut self, id: Id) {
        let name = &*self.tree.nodes[id].name;
        match name {
            // One break parts lines of verse and addresses; it parts paragraphs too, but no headline.
            "br" if self.in_heading() => self.space(),
            "br" => self.flush(),
            "td" | "th" if self.data_cell(id) => self.space(),
            _ if !inline(name) => self.flush(),
            _ => {}
        }
        self.open.push(id);
    }

    fn in_heading(&self) -> bool {
        let mut above = self.open.iter().rev().map(|&id| &*self.tree.nodes[id].name);
        above
            .find(|name| !inline(name) && *name != "br")
            .is_some_and(|name| matches!(name, "h1" | "h2" | "h3"))
    }

    fn leave(&mut self) {
        let id = self.last();
        let name = &*self.tree.nodes[id].name;
        match name {
            "br" if self.in_heading() => {}
            "td" | "th" if self.data_cell(id) => self.space(),
            _ if !inline(name) => self.flush(),
            _ => {}
        }
        self.open.pop();
    }

    /// A cell of few words, not one that lays out the page.
    fn data_cell(&self, id: Id) -> bool {
        let node = &self.tree.nodes[id];
        node.end - id <= 40
            && !self.tree.nodes[id + 1..node.end].iter().any(|inner| {
                matches!(
                    &*inner.name,
                    "p" | "div"
                        | "table"
                        | "ul"
                        | "ol"
                        | "section"
                        | "article"
                        | "h1"
                        | "h2"
                        | "h3"
                        | "form"
                        | "blockquote"
                        | "br"
                        | "pre"
                )
            })
    }

    fn space(&mut self) {
        if !self.line.text.is_empty() && !self.line.text.ends_with([' ', '\n']) {
            self.line.text.push(' ');
            self.line.chars += 1;
        }
    }

    fn text(&mut self, at: Id, text: &str) {
        if self.line.chars == 0 {
            self.line.at = at;
        }
        let code = self.open.iter().rev().any(|&id| &*self.tree.nodes[id].name == "pre");
        let linked = self.open.iter().rev().any(|&id| &*self.tree.nodes[id].name == "a");
        let before = self.line.chars;
        for c in text.chars() {
            if code && c == '\n' {
                if !self.line.text.ends_with('\n') && !self.line.text.is_empty() {
                    self.line.text.push('\n');
                    self.line.chars += 1;
                }
            } else if c.is_whitespace() {
                self.space();
            } else {
                self.line.text.push(c);
                self.line.chars += 1;
            }
        }
        if linked {
            self.line.linked += self.line.chars - before;
        }
    }

    fn flush(&mut self) {
        let line = core::mem::take(&mut self.line);
        let text = line.text.trim();
        if text.is_empty() {
            return;
        }
        let mut above = self.open.iter().rev().copied();
        let owner = above
            .find(|&id| !inline(&self.tree.nodes[id].name) && &*self.tree.nodes[id].name != "br")
            .unwrap_or(0);
        let chars = text.chars().count();
        self.out.push(Block {
            owner,
            at: line.at,
            linked: line.linked.min(chars),
            chars,
            kind: self.kind(owner),
            text: text.to_owned(),
        });
    }

    fn kind(&self, owner: Id) -> BlockKind {
        match &*self.tree.nodes[owner].name {
            "p" => BlockKind::Paragraph,
            "h1" => BlockKind::Heading(1),
            "h2" => BlockKind::Heading(2),
            "h3" => BlockKind::Heading(3),
            "h4" => BlockKind::Heading(4),
            "h5" | "h6" => BlockKind::Heading(5),
            "li" | "dt" | "dd" => BlockKind::Item,
            "tr" => BlockKind::Row,
            "pre" => BlockKind::Code,
            _ => BlockKind::Loose,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(page: &str, expected: &[&str]) {
        let tree = Tree::read(page);
        let found: Vec<String> = blocks(&tree)
            .into_iter()
            .map(|block| format!("{}:{}", tree.nodes[block.owner].name, block.text))
            .collect();
        assert_eq!(found, expected, "{page}");
    }

    #[test]
    fn silent_elements_are_sorted() {
        assert!(SILENT.is_sorted());
    }

    #[test]
    fn lines_end_where_elements_do() {
        check("<div>a <b>b</b>c<p>d\n e</p>f</div>", &["div:a bc", "p:d e", "div:f"]);
        check("<p>one<br>two<br><br>three</p>", &["p:one", "p:two", "p:three"]);
        check("<ul><li>a<ul><li>b</ul></ul>", &["li:a", "li:b"]);
        check("<pre>a\n  b\n\n\nc</pre>", &["pre:a\nb\nc"]);
    }

    #[test]
    fn a_row_of_data_is_one_line_and_a_layout_is_none() {
        check("<table><tr><td>Salt</td><td>12 t</td></tr></table>", &["tr:Salt 12 t"]);
        check("<table><tr><td><p>a</p></td><td><p>b</p></td></tr></table>", &["p:a", "p:b"]);
    }

    #[test]
    fn what_is_not_shown_is_not_read() {
        check(
            "<p>a<script>x</script></p><p style='display: none'>b</p><noscript>c</noscript>",
            &["p:a"],
        );
    }

    #[test]
    fn links_are_measured() {
        let tree = Tree::read("<p>see <a href=x>salt</a></p>");
        let block = &blocks(&tree)[0];
        assert_eq!((block.chars, block.linked), (8, 4));
    }
}
