//! Grows a page's tree from its tags, closing what authors leave open.

use super::node::{DEPTH, Id, Node, inline};
use super::token::{Reading, Token, tokens};

/// Elements that have no content.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// The nodes of a page, its root first.
pub(crate) fn grow(page: &str) -> Vec<Node> {
    let root =
        Node { name: "#root".into(), attributes: Vec::new(), text: "".into(), parent: 0, end: 0 };
    let mut builder = Builder { nodes: vec![root], open: vec![0], too_deep: 0 };
    tokens(page, Reading::Page, |token| builder.take(token));
    while builder.open.len() > 1 {
        builder.pop();
    }
    builder.nodes[0].end = builder.nodes.len();
    builder.nodes
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

    #[test]
    fn void_elements_are_sorted() {
        assert!(VOID.is_sorted());
    }
}
