//! A page as a tree in one list: an element's descendants follow it directly, so
//! every walk is a loop and deep nesting cannot overflow the stack.

use super::builder::grow;
use super::node::{DEPTH, Id, Node, inline};
use super::token::Reading;

/// The whole page. Node 0 is the root.
#[derive(Debug)]
pub(crate) struct Tree {
    pub nodes: Vec<Node>,
}

impl Tree {
    /// Reads a page. Never fails; linear in its length.
    pub fn read(page: &str) -> Tree {
        Tree { nodes: grow(page, Reading::Page) }
    }

    /// Reads a page as a browser without scripts does, for one that shows nothing else.
    pub fn without_scripts(page: &str) -> Tree {
        Tree { nodes: grow(page, Reading::Plain) }
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
    fn the_body_begins_where_the_head_ends_with_or_without_a_tag() {
        check("<head><meta><p>a", r#"head( meta()) p( "a")"#);
        check("<head><title>a</title>b", r#"head( title( "a")) "b""#);
        check("<html><head><link><body>a", r#"html( head( link()) body( "a"))"#);
        check("<head><noscript><p>a</noscript><p>b", r#"head( noscript( "<p>a")) p( "b")"#);
        check("<head><template><p>a", r#"div( div( p( "a")))"#);
    }

    #[test]
    fn what_nobody_closed_hides_nothing() {
        check("<div><svg><g><p>a</div>b", r#"div( svg( g()) p( "a")) "b""#);
        check("<svg><foreignobject><p>a</svg>", r#"svg( foreignobject( p( "a")))"#);
        check("<template>a", r#"div( "a")"#);
        check("<template>a</template>b", r#"template( "a") "b""#);
        check("<x-a><template shadowrootmode=open>a</template>", r#"x-a( div( "a"))"#);
        check("<h1>a</h2><p>b", r#"h1( "a") p( "b")"#);
        check("<h1>a<h2>b</h2>", r#"h1( "a") h2( "b")"#);
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
