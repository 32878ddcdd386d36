//! Chooses the headline among what the page gives for one.

use std::collections::BTreeSet;

use super::blocks::{Block, BlockKind};
use super::head::{Head, tidy};
use super::json::Json;
use crate::markup::tree::Tree;
use dateline_text::key_of;
use dateline_text::letters;

/// The headline, and the line that prints it.
#[derive(Debug, Default)]
pub(crate) struct Title {
    pub text: String,
    pub line: Option<usize>,
}

/// Marks that sites put between a headline and their name.
const SEPARATORS: [&str; 10] =
    [" | ", " - ", " – ", " — ", " :: ", " « ", " » ", " · ", " • ", " / "];

/// Finds the headline.
pub(crate) fn find(tree: &Tree, head: &Head, blocks: &[Block]) -> Title {
    let sites = sites(head);
    let cut = |text: &str| without_site(text, &sites);
    let stated = head.objects.iter().take(head.articles).find_map(|object| {
        object.get("headline").or_else(|| object.get("name")).and_then(Json::text)
    });
    let told: Vec<String> = head
        .all(&[
            "og:title",
            "twitter:title",
            "parsely-title",
            "sailthru.title",
            "dc.title",
            "dcterms.title",
            "citation_title",
            "title",
            "headline",
        ])
        .map(|row| cut(row.1))
        .chain(stated.map(|text| cut(&tidy(text))))
        .chain((!head.title.is_empty()).then(|| cut(&head.title)))
        .filter(|text| !text.is_empty())
        .collect();
    let full = key_of(&head.title);
    let headings: Vec<(usize, u8)> = blocks
        .iter()
        .enumerate()
        .filter_map(|(index, block)| match block.kind {
            BlockKind::Heading(level) if level <= 3 && block.chars <= 300 => Some((index, level)),
            _ => None,
        })
        .take(HEADINGS)
        .collect();
    let firsts: BTreeSet<String> = headings
        .iter()
        .filter(|row| row.1 == 1 && !aside(tree, &blocks[row.0]))
        .map(|row| key_of(&blocks[row.0].text))
        .collect();
    let score = |&(index, level): &(usize, u8)| {
        let block = &blocks[index];
        let key = key_of(&block.text);
        let words = key.split(' ').count();
        let mut score = match level {
            1 if firsts.len() == 1 => 5,
            1 => 3,
            2 => 1,
            _ => 0,
        };
        score += if told.iter().any(|text| alike(&key, &key_of(text))) { 6 } else { 0 };
        score += if words >= 3 && full.contains(&key) { 4 } else { 0 };
        score += if marked(tree, block) { 2 } else { 0 };
        score -= if words < 3 { 1 } else { 0 };
        score -= if leads_home(tree, block) { 6 } else { 0 };
        score -= if aside(tree, block) { 6 } else { 0 };
        score
    };
    // Of equals the first on the page.
    let best = headings.iter().map(|row| (score(row), core::cmp::Reverse(row.0))).max();
    let heading = |least: i32| best.filter(|row| row.0 >= least).map(|row| row.1.0);
    if let Some(line) = heading(SURE) {
        // A subtitle may stand in the same heading.
        let key = key_of(&blocks[line].text);
        let own = told.iter().find(|text| {
            let told = key_of(text);
            told.split(' ').count() >= 3 && key.len() > told.len() && key.starts_with(&told)
        });
        return Title { text: own.unwrap_or(&blocks[line].text).clone(), line: Some(line) };
    }
    if let Some(text) = told.first() {
        let key = key_of(text);
        let line =
            blocks.iter().position(|block| block.chars <= 300 && alike(&key_of(&block.text), &key));
        return Title { text: text.clone(), line };
    }
    match heading(1) {
        Some(line) => Title { text: blocks[line].text.clone(), line: Some(line) },
        None => Title::default(),
    }
}

/// The first headings decide; a page of thousands is a list.
const HEADINGS: usize = 200;

/// From here on a heading is the headline: the only one of its rank, or one that
/// the page's own statements repeat.
const SURE: i32 = 5;

/// Whether a heading is marked as the headline.
fn marked(tree: &Tree, block: &Block) -> bool {
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

/// Whether a heading is the site's name: it links to the first page.
fn leads_home(tree: &Tree, block: &Block) -> bool {
    let node = &tree.nodes[block.owner];
    block.linked * 2 > block.chars
        && (block.owner..node.end).any(|id| {
            let href = tree.attribute(id, "href").unwrap_or("-");
            let path = href
                .split_once("//")
                .map_or(href, |row| row.1.split_once('/').map_or("", |row| row.1));
            &*tree.nodes[id].name == "a" && path.trim_matches('/').is_empty()
        })
}

/// Whether a heading stands in a part that is never the article.
fn aside(tree: &Tree, block: &Block) -> bool {
    tree.ancestors(block.at).any(|id| matches!(&*tree.nodes[id].name, "nav" | "aside" | "footer"))
}

/// The names that the site goes by.
fn sites(head: &Head) -> Vec<String> {
    let mut out: Vec<String> = head
        .all(&[
            "og:site_name",
            "application-name",
            "twitter:site",
            "twitter:domain",
            "apple-mobile-web-app-title",
        ])
        .map(|row| row.1.trim_start_matches('@').to_owned())
        .collect();
    out.extend(head.stated("publisher").flat_map(|value| head.names(value)));
    out
}

/// Whether two headlines differ by no more than a word in five.
fn alike(one: &str, other: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let mut words: Vec<String> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect();
        words.sort();
        words.dedup();
        words
    };
    let (a, b) = (words(one), words(other));
    let shared = a.iter().filter(|word| b.binary_search(word).is_ok()).count();
    shared > 0 && shared * 2 * 10 >= (a.len() + b.len()) * 8
}

/// A title without the site's name before or after it.
fn without_site(text: &str, sites: &[String]) -> String {
    let mut text = text.trim();
    let keys: Vec<String> =
        sites.iter().map(|site| squeezed(site)).filter(|key| !key.is_empty()).collect();
    for _ in 0..4 {
        let ends = SEPARATORS.iter().filter_map(|mark| text.rfind(mark).map(|at| (at, mark.len())));
        let last = ends.max();
        let starts =
            SEPARATORS.iter().filter_map(|mark| text.find(mark).map(|at| (at, mark.len())));
        let first = starts.min();
        let Some(((low, length), (high, last_length))) = first.zip(last) else { break };
        let (front, back) = (&text[..low], &text[high + last_length..]);
        let is_site = |part: &str| {
            let part = squeezed(part);
            !part.is_empty()
                && keys.iter().any(|key| {
                    *key == part
                        || key.contains(&part) && part.len() * 2 > key.len()
                        || part.contains(key.as_str())
                })
        };
        let words = |part: &str| part.split_whitespace().count();
        let rest = &text[..high];
        if is_site(back) && !rest.trim().is_empty() {
            text = rest.trim();
        } else if is_site(front) {
            text = text[low + length..].trim();
        } else if words(back) <= 4
            && words(rest) >= 3
            && words(back) < words(rest)
            && text[high..].starts_with([' '])
            && !text[high..].starts_with(" / ")
        {
            text = rest.trim();
        } else {
            break;
        }
    }
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '|' | '»' | '«')).to_owned()
}

/// Letters and digits alone, lower case.
pub(crate) fn squeezed(text: &str) -> String {
    letters(text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::blocks::blocks;

    fn check(page: &str, expected: &str) {
        let tree = Tree::read(page);
        let found = find(&tree, &Head::read(&tree), &blocks(&tree));
        assert_eq!(found.text, expected, "{page}");
    }

    #[test]
    fn the_sites_name_is_cut_off() {
        check("<title>Harbour opens again | Port Post</title>", "Harbour opens again");
        check(
            "<meta property=og:site_name content='Port Post'><title>Port Post - Harbour opens again</title>",
            "Harbour opens again",
        );
        check(
            "<title>Harbour opens again - after nine years of quiet work</title>",
            "Harbour opens again - after nine years of quiet work",
        );
        check(
            "<title>Harbour opens: salt &amp; rope » Port Post » News</title>",
            "Harbour opens: salt & rope",
        );
    }

    #[test]
    fn the_printed_headline_outranks_what_the_head_makes_of_it() {
        check(
            "<meta property=og:title content='You will not believe this harbour'><h1>Harbour opens again</h1>",
            "Harbour opens again",
        );
        check(
            "<title>Harbour opens again | Port Post</title><h1><a href=/>Port Post</a></h1><h2>Harbour opens again</h2>",
            "Harbour opens again",
        );
        check(
            "<title>Harbour opens again | Port Post</title><nav><h1>Sections of the site</h1></nav><h2>More</h2>",
            "Harbour opens again",
        );
        check(
            "<title>Harbour opens again</title><h1>Harbour opens again <small>The first boat since the war</small></h1>",
            "Harbour opens again",
        );
    }

    #[test]
    fn a_page_without_any_has_none() {
        check("<p>The boat came into the port.</p>", "");
    }
}
