//! A page as a tree in one list: an element's descendants follow it directly, so
//! every walk is a loop and deep nesting cannot overflow the stack.

use super::token::{Token, tokens};

/// Place of a node in [`Tree::nodes`].
pub(crate) type Id = usize;

/// The whole page. Node 0 is the root.
#[derive(Debug)]
pub(crate) struct Tree {
    pub nodes: Vec<Node>,
}

/// An element or a text.
#[derive(Debug)]
pub(crate) struct Node {
    /// Lower case; empty for text.
    pub name: Box<str>,
    /// In page order.
    pub attributes: Vec<(String, String)>,
    /// What a text node says; empty for an element.
    pub text: Box<str>,
    /// Where it hangs.
    pub parent: Id,
    /// One past its last descendant.
    pub end: Id,
}

/// Elements that have no content.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Elements that stand inside a line of text. Their end tags close no others.
const INLINE: [&str; 41] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s",
    "samp", "script", "small", "span", "strike", "strong", "style", "sub", "sup", "time", "tt",
    "u", "var", "wbr", "zwj",
];

/// Deeper elements are not nested any further; browsers stop at 512.
const DEPTH: usize = 256;

impl Tree {
    /// Reads a page. Never fails; linear in its length.
    pub fn read(page: &str) -> Tree {
        let mut builder = Builder {
            nodes: vec![Node {
                name: "#root".into(),
                attributes: Vec::new(),
                text: "".into(),
                parent: 0,
                end: 0,
            }],
            open: vec![0],
            too_deep: 0,
        };
        tokens(page, |token| builder.take(token));
        while builder.open.len() > 1 {
            builder.pop();
        }
        builder.nodes[0].end = builder.nodes.len();
        Tree { nodes: builder.nodes }
    }

    /// The value of an element's attribute.
    pub fn attribute(&self, id: Id, key: &str) -> Option<&str> {
        self.nodes[id].attributes.iter().find(|row| row.0 == key).map(|row| row.1.as_str())
    }

    /// The text below a node, white space made single spaces; at most about
    /// `most` bytes of it.
    pub fn text(&self, id: Id, most: usize) -> String {
        let mut out = String::new();
        let mut at = id;
        while at < self.nodes[id].end && out.len() < most {
            let node = &self.nodes[at];
            match &*node.name {
                "script" | "style" | "noscript" | "template" | "svg" => {
                    at = node.end;
                    continue;
                }
                "" => push_spaced(&mut out, &node.text, most),
                // Bylines and dates are glued from parts of a line.
                "a" | "br" | "span" | "time" if !out.ends_with(' ') => out.push(' '),
                name if !inline(name) && !out.ends_with(' ') => out.push(' '),
                _ => {}
            }
            at += 1;
        }
        let mut single = String::with_capacity(out.len());
        push_spaced(&mut single, &out, usize::MAX);
        single.trim().to_owned()
    }

    /// The ancestors of a node, nearest first, without the root.
    pub fn ancestors(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        core::iter::successors(Some(self.nodes[id].parent), |&id| Some(self.nodes[id].parent))
            .take_while(|&id| id != 0)
            .take(DEPTH + 1)
    }
}

/// Whether an element of that name stands inside a line.
pub(crate) fn inline(name: &str) -> bool {
    INLINE.binary_search(&name).is_ok()
}

/// Adds a text with each run of white space made one space.
pub(crate) fn push_spaced(out: &mut String, text: &str, most: usize) {
    for c in text.chars() {
        if out.len() >= most {
            return;
        }
        if c.is_whitespace() {
            if !out.ends_with(' ') {
                out.push(' ');
            }
        } else {
            out.push(c);
        }
    }
}

struct Builder {
    nodes: Vec<Node>,
    open: Vec<Id>,
    too_deep: usize,
}

impl Builder {
    fn take(&mut self, token: Token) {
        match token {
            Token::Text(text) => {
                self.add("", Vec::new(), text);
            }
            Token::Open { name, attributes, closed } => {
                self.imply_ends(&name);
                let void = VOID.binary_search(&name.as_str()).is_ok();
                let foreign = closed && self.inside_drawing();
                if self.open.len() >= DEPTH && !void {
                    self.too_deep += usize::from(!foreign);
                    return;
                }
                let id = self.add(&name, attributes, String::new());
                if !void && !foreign {
                    self.open.push(id);
                }
            }
            Token::Close(name) => self.close(&name),
        }
    }

    fn add(&mut self, name: &str, attributes: Vec<(String, String)>, text: String) -> Id {
        let id = self.nodes.len();
        let parent = self.open.last().copied().unwrap_or(0);
        self.nodes.push(Node {
            name: name.into(),
            attributes,
            text: text.into(),
            parent,
            end: id + 1,
        });
        id
    }

    fn pop(&mut self) {
        if let Some(id) = self.open.pop() {
            self.nodes[id].end = self.nodes.len();
        }
    }

    fn name(&self, depth: usize) -> &str {
        &self.nodes[self.open[depth]].name
    }

    fn inside_drawing(&self) -> bool {
        self.open.iter().any(|&id| matches!(&*self.nodes[id].name, "svg" | "math"))
    }

    /// Closes what the start of `name` ends: a paragraph, a list item, a cell.
    fn imply_ends(&mut self, name: &str) {
        if self.too_deep > 0 || inline(name) {
            return;
        }
        let (ends, until): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol", "menu", "table", "dl"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl", "ul", "ol", "table"]),
            "td" | "th" => (&["td", "th"], &["table", "tr"]),
            "tr" => (&["tr", "td", "th"], &["table", "tbody", "thead", "tfoot"]),
            "tbody" | "thead" | "tfoot" => {
                (&["tbody", "thead", "tfoot", "tr", "td", "th"], &["table"])
            }
            "option" | "optgroup" => (&["option"], &["select", "optgroup"]),
            "body" => (&["head"], &["html"]),
            _ => (&[], &[]),
        };
        if !ends.is_empty() {
            let mut cut = None;
            for depth in (1..self.open.len()).rev() {
                let open = self.name(depth);
                if until.contains(&open) {
                    break;
                }
                if ends.contains(&open) {
                    cut = Some(depth);
                }
            }
            if let Some(depth) = cut {
                while self.open.len() > depth {
                    self.pop();
                }
                return;
            }
        }
        // A block ends the paragraph that it stands in.
        let breaks = !matches!(
            name,
            "br" | "button"
                | "input"
                | "select"
                | "option"
                | "textarea"
                | "svg"
                | "picture"
                | "video"
                | "audio"
                | "iframe"
                | "object"
                | "canvas"
                | "noscript"
                | "meta"
                | "link"
                | "template"
                | "source"
                | "path"
                | "g"
        ) && !name.contains('-');
        if breaks {
            for depth in (1..self.open.len()).rev() {
                let open = self.name(depth);
                if open == "p" {
                    while self.open.len() > depth {
                        self.pop();
                    }
                    return;
                }
                if !inline(open) {
                    return;
                }
            }
        }
    }

    /// Closes the nearest open element of that name, and those inside it, unless
    /// that would leave a block or a table's cell.
    fn close(&mut self, name: &str) {
        if self.too_deep > 0 {
            if VOID.binary_search(&name).is_err() {
                self.too_deep -= 1;
            }
            return;
        }
        if matches!(name, "body" | "html") {
            return;
        }
        for depth in (1..self.open.len()).rev() {
            let open = self.name(depth);
            if open == name {
                while self.open.len() > depth {
                    self.pop();
                }
                return;
            }
            let wall = matches!(open, "td" | "th" | "table" | "body")
                && !matches!(name, "table" | "tr" | "tbody" | "thead" | "tfoot" | "td" | "th");
            if wall || (inline(name) && !inline(open)) {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tree as nested names, texts quoted.
    fn check(page: &str, expected: &str) {
        let tree = Tree::read(page);
        let mut out = String::new();
        let mut open: Vec<Id> = Vec::new();
        for (id, node) in tree.nodes.iter().enumerate().skip(1) {
            while open.last().is_some_and(|&last| tree.nodes[last].end <= id) {
                open.pop();
                out.push(')');
            }
            out.push(' ');
            if node.name.is_empty() {
                out.push_str(&format!("{:?}", node.text));
            } else {
                out.push_str(&node.name);
                out.push('(');
                open.push(id);
            }
        }
        out.push_str(&")".repeat(open.len()));
        assert_eq!(out.trim(), expected, "{page}");
    }

    #[test]
    fn tables_are_sorted() {
        assert!(VOID.is_sorted() && INLINE.is_sorted());
    }

    #[test]
    fn left_out_end_tags_are_implied() {
        check("<p>a<p>b<div>c</div>", r#"p( "a") p( "b") div( "c")"#);
        check("<ul><li>a<li>b<ul><li>c</ul></ul>", r#"ul( li( "a") li( "b" ul( li( "c"))))"#);
        check(
            "<table><tr><td>a<td>b<tr><td>c</table>",
            r#"table( tr( td( "a") td( "b")) tr( td( "c")))"#,
        );
        check("<dl><dt>a<dd>b<dt>c</dl>", r#"dl( dt( "a") dd( "b") dt( "c"))"#);
    }

    #[test]
    fn stray_end_tags_close_nothing_else() {
        check("<div><p>a</span>b</p></b></div>c", r#"div( p( "a" "b")) "c""#);
        check("<b><div>a</b>b</div>c", r#"b( div( "a" "b") "c")"#);
        check("<table><td>a</div>b</table>", r#"table( td( "a" "b"))"#);
    }

    #[test]
    fn a_hundred_thousand_nested_elements_cost_linear_time() {
        let page = format!("{}deep{}", "<div>".repeat(100_000), "</div>".repeat(100_000));
        let tree = Tree::read(&page);
        assert_eq!(tree.text(0, 100), "deep");
        assert!(tree.nodes.len() <= DEPTH + 2);
        assert_eq!(Tree::read(&"<b><p>".repeat(100_000)).text(0, 9), "");
    }
}
