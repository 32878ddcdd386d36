//! Grows a page's tree from its tags, closing what authors leave open.

use super::node::{DEPTH, Id, Node, inline};
use super::token::{Reading, Token, tokens};

/// Elements that have no content.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// What may stand in `<head>`; the start of anything else ends it. Sorted.
const HEAD: [&str; 12] = [
    "base", "basefont", "bgsound", "head", "html", "link", "meta", "noframes", "noscript",
    "script", "style", "title",
];

/// Elements whose start inside a drawing ends it, as browsers have it. Sorted.
const BREAKS_OUT: [&str; 44] = [
    "b",
    "big",
    "blockquote",
    "body",
    "br",
    "center",
    "code",
    "dd",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "hr",
    "i",
    "img",
    "li",
    "listing",
    "menu",
    "meta",
    "nobr",
    "ol",
    "p",
    "pre",
    "ruby",
    "s",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "table",
    "tt",
    "u",
    "ul",
    "var",
];

/// The nodes of a page, its root first.
pub(crate) fn grow(page: &str, reading: Reading) -> Vec<Node> {
    let root =
        Node { name: "#root".into(), attributes: Vec::new(), text: "".into(), parent: 0, end: 0 };
    let mut builder = Builder { nodes: vec![root], open: vec![0], drawings: 0, too_deep: 0 };
    tokens(page, reading, |token| builder.take(token));
    while builder.open.len() > 1 {
        // What nobody closed would hide the rest of the page.
        let last = builder.open[builder.open.len() - 1];
        builder.pop();
        if hides(&builder.nodes[last].name) {
            builder.nodes[last].name = "div".into();
        }
    }
    builder.nodes[0].end = builder.nodes.len();
    builder.nodes
}

/// Elements with content that browsers do not show, or show in their own way.
fn hides(name: &str) -> bool {
    matches!(
        name,
        "audio"
            | "canvas"
            | "datalist"
            | "head"
            | "map"
            | "math"
            | "object"
            | "optgroup"
            | "option"
            | "select"
            | "svg"
            | "template"
            | "video"
    )
}

fn drawing(name: &str) -> bool {
    matches!(name, "svg" | "math")
}

fn heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// A template that the browser shows: the inside of an element with a root of its own.
fn shown_template(name: &str, attributes: &[(String, String)]) -> bool {
    name == "template"
        && attributes.iter().any(|row| matches!(&*row.0, "shadowrootmode" | "shadowroot"))
}

struct Builder {
    nodes: Vec<Node>,
    open: Vec<Id>,
    /// How many of them are drawings.
    drawings: usize,
    too_deep: usize,
}

impl Builder {
    fn take(&mut self, token: Token) {
        match token {
            Token::Text(text) => {
                if !text.trim().is_empty() {
                    self.leave_head();
                }
                self.add("", Vec::new(), text);
            }
            Token::Open { mut name, attributes, closed } => {
                if shown_template(&name, &attributes) {
                    name = "div".into();
                }
                if HEAD.binary_search(&name.as_str()).is_err() && name != "template" {
                    self.leave_head();
                }
                self.break_out(&name);
                self.imply_ends(&name);
                let void = VOID.binary_search(&name.as_str()).is_ok();
                let foreign = closed && self.drawings > 0;
                if self.open.len() >= DEPTH && !void {
                    self.too_deep += usize::from(!foreign);
                    return;
                }
                let id = self.add(&name, attributes, String::new());
                if !void && !foreign {
                    self.open.push(id);
                    self.drawings += usize::from(drawing(&self.nodes[id].name));
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
            self.drawings -= usize::from(drawing(&self.nodes[id].name));
            self.nodes[id].end = self.nodes.len();
        }
    }

    fn name(&self, depth: usize) -> &str {
        &self.nodes[self.open[depth]].name
    }

    /// A browser begins the body where something stands that no head has, whether or not a tag says so.
    fn leave_head(&mut self) {
        if self.name(self.open.len() - 1) == "head" {
            self.pop();
        }
    }

    /// Ends a drawing in which an element of the page begins.
    fn break_out(&mut self, name: &str) {
        if self.drawings == 0 || self.too_deep > 0 || BREAKS_OUT.binary_search(&name).is_err() {
            return;
        }
        let outer = (1..self.open.len()).rev().map(|depth| (depth, self.name(depth)));
        let drawing = outer
            .take_while(|row| {
                !matches!(row.1, "desc" | "foreignobject" | "title" | "annotation-xml")
            })
            .filter(|row| drawing(row.1))
            .last();
        if let Some((depth, _)) = drawing {
            while self.open.len() > depth {
                self.pop();
            }
        }
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
        // A heading ends the one that it stands in.
        if heading(name) && heading(self.name(self.open.len() - 1)) {
            self.pop();
            return;
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
            if open == name || heading(open) && heading(name) {
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

    #[test]
    fn tables_are_sorted() {
        assert!(VOID.is_sorted() && HEAD.is_sorted() && BREAKS_OUT.is_sorted());
    }
}
