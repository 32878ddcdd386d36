//! What a page's tree is made of. The tree and its builder both take it from here.

/// Place of a node in [`Tree::nodes`](super::tree::Tree::nodes).
pub(crate) type Id = usize;

/// Deeper elements are not nested any further; browsers stop at 512.
pub(crate) const DEPTH: usize = 256;

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

/// Elements that stand inside a line of text. Their end tags close no others.
const INLINE: [&str; 41] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s",
    "samp", "script", "small", "span", "strike", "strong", "style", "sub", "sup", "time", "tt",
    "u", "var", "wbr", "zwj",
];

/// Whether an element of that name stands inside a line.
pub(crate) fn inline(name: &str) -> bool {
    INLINE.binary_search(&name).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(INLINE.is_sorted());
    }
}
