//! The opinion of a second reader: the readability crate that browsers' reading
//! modes are modelled on. It sees our own tree, so that deep nesting and broken
//! tags cannot harm it.

use std::collections::BTreeSet;

use dom_smoothie::{Config, Readability};

use super::blocks::silent;
use crate::markup::node::Id;
use crate::markup::token::{Reading, Token, tokens};
use crate::markup::tree::Tree;

/// Larger pages are read by us alone: the crate walks the page several times.
const NODES: usize = 30_000;
const BYTES: usize = 2_000_000;

/// The elements that the crate keeps as the article.
pub(crate) fn kept(tree: &Tree) -> BTreeSet<Id> {
    let page = if tree.nodes.len() <= NODES { written(tree) } else { String::new() };
    if page.is_empty() || page.len() > BYTES {
        return BTreeSet::new();
    }
    let config = Config { disable_json_ld: true, ..Config::default() };
    let article = Readability::new(page, None, Some(config)).and_then(|mut reader| reader.parse());
    let mut out = BTreeSet::new();
    if let Ok(article) = article {
        tokens(&article.content, Reading::Page, |token| {
            if let Token::Open { attributes, .. } = token {
                let number = attributes.iter().find(|row| row.0 == MARK);
                out.extend(number.and_then(|row| row.1.parse::<Id>().ok()));
            }
        });
    }
    out
}

/// The attribute by which an element is found again.
const MARK: &str = "data-n";

/// The tree as a page again, without what is never shown.
fn written(tree: &Tree) -> String {
    let mut out = String::from("<!doctype html>");
    let mut open: Vec<Id> = Vec::new();
    let mut at = 1;
    while at < tree.nodes.len() {
        while let Some(&last) = open.last().filter(|&&last| tree.nodes[last].end <= at) {
            close(&mut out, &tree.nodes[last].name);
            open.pop();
        }
        let node = &tree.nodes[at];
        if node.name.is_empty() {
            html_escape::encode_text_to_string(&node.text, &mut out);
        } else if silent(&node.name) || !plain(&node.name) {
            at = node.end;
            continue;
        } else {
            out.push('<');
            out.push_str(&node.name);
            out.push_str(&format!(" {MARK}=\"{at}\""));
            for (key, value) in &node.attributes {
                if matches!(key.as_str(), "id" | "class" | "itemprop" | "role" | "href") {
                    out.push_str(&format!(" {key}=\""));
                    html_escape::encode_double_quoted_attribute_to_string(value, &mut out);
                    out.push('"');
                }
            }
            out.push('>');
            open.push(at);
        }
        at += 1;
    }
    while let Some(last) = open.pop() {
        close(&mut out, &tree.nodes[last].name);
    }
    out
}

fn plain(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

fn close(out: &mut String, name: &str) {
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_is_told_from_the_menu() {
        let prose = "The old harbour of the small town opened again on Sunday, after nine years of work, and the first boat carried salt. ".repeat(6);
        let page = format!(
            "<body><div id=menu><a href=a>Home</a></div><div id=text><p>{prose}</p><p>{prose}</p></div></body>"
        );
        let tree = Tree::read(&page);
        let kept = kept(&tree);
        let paragraphs: Vec<Id> =
            (0..tree.nodes.len()).filter(|&id| &*tree.nodes[id].name == "p").collect();
        assert!(paragraphs.iter().all(|id| kept.contains(id)), "{kept:?}");
        let menu = (0..tree.nodes.len()).find(|&id| &*tree.nodes[id].name == "a").expect("a link");
        assert!(!kept.contains(&menu));
    }

    #[test]
    fn nothing_is_kept_of_an_empty_or_hostile_page() {
        assert!(kept(&Tree::read("")).is_empty());
        kept(&Tree::read(&"<a href='\"><".repeat(100)));
        kept(&Tree::read(&"<div>".repeat(50_000)));
    }
}
