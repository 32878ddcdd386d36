//! Who wrote an article, by four witnesses: the JSON-LD, the `<meta>`, the marks
//! of elements and the printed lines.

use dateline_lang::page::{
    AUTHOR_HEADINGS, AUTHOR_WORDS, BY, BY_PREFIXES, BY_TITLES, BYLINES, NOBODIES, has,
};

use super::blocks::Block;
use super::cues::words_of;
use super::head::{Head, tidy};
use super::regions::Regions;
use super::title::squeezed;
use crate::facts::names::byline;
use crate::markup::node::Id;
use crate::markup::tree::Tree;

/// The authors that the JSON-LD states.
pub(crate) fn stated(head: &Head) -> Vec<String> {
    let mut out = Vec::new();
    for object in head.objects.iter().take(head.articles.max(1)) {
        for key in ["author", "creator"] {
            if out.is_empty() {
                out = object.get(key).map(|value| head.names(value)).unwrap_or_default();
            }
        }
    }
    cleaned(out)
}

/// The authors that `<meta>` names.
pub(crate) fn metas(head: &Head) -> Vec<String> {
    const NAMES: [&str; 14] = [
        "author",
        "article:author",
        "article:author_name",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "dcterms.creator",
        "dc.creator.name",
        "byl",
        "cxenseparse:author",
        "citation_author",
        "article.author",
        "og:author",
        "authors",
    ];
    for name in NAMES {
        let found = cleaned(head.all(&[name]).map(|row| row.1.to_owned()).collect());
        if !found.is_empty() {
            return found;
        }
    }
    // Some pages label the values that chat programs show.
    let labelled =
        ["twitter:label1", "twitter:label2"].iter().zip(["twitter:data1", "twitter:data2"]);
    for (label, data) in labelled {
        if head.first(&[label]).is_some_and(|label| has(&AUTHOR_HEADINGS, &label.to_lowercase())) {
            return cleaned(head.first(&[data]).into_iter().collect());
        }
    }
    Vec::new()
}

/// Words of a class that mark an author's name, with what they are worth. Sorted.
const MARKS: &[(&str, i32)] = &[
    ("article author", 4),
    ("author", 3),
    ("author link", 4),
    ("author name", 4),
    ("authorname", 4),
    ("authors", 3),
    ("by author", 4),
    ("byline", 2),
    ("byline author", 4),
    ("byline name", 4),
    ("bylines", 2),
    ("contributor", 2),
    ("contributors", 2),
    ("entry author", 4),
    ("post author", 4),
    ("posted by", 3),
    ("submitted by", 3),
    ("vcard", 3),
    ("writer", 2),
    ("written by", 3),
];

/// Parts of an address that lead to an author's page.
const PROFILES: [&str; 10] = [
    "/author/",
    "/authors/",
    "/by/",
    "/contributor/",
    "/contributors/",
    "/journalist/",
    "/newsteam/",
    "/people/",
    "/profile/",
    "/staff/",
];

/// Elements that are marked as the author's name. `title` is the headline's line.
pub(crate) fn marked(tree: &Tree, regions: &Regions, title: Id) -> Vec<String> {
    let mut found: Vec<(i32, Id, String)> = Vec::new();
    for (id, node) in tree.nodes.iter().enumerate() {
        let skipped = matches!(
            &*node.name,
            "" | "meta" | "link" | "body" | "html" | "script" | "article" | "img" | "style"
        );
        if skipped || node.end - id > 80 || foreign(regions, id) || found.len() >= 40 {
            continue;
        }
        let score = mark(tree, id);
        if score == 0 {
            continue;
        }
        // The link to the author's page holds nothing but the name.
        let link = (id..node.end).find(|&inner| profile(tree, inner));
        let text = tree.text(link.unwrap_or(id), 200);
        let Some(name) = byline(unlabelled(&text)) else { continue };
        if text.len() < 180 && name.split_whitespace().count() <= 6 {
            let near = if id.abs_diff(title) < 150 { 2 } else { 0 };
            found.push((score + near, id, name));
        }
    }
    let Some(&(top, first, _)) = found.iter().max_by_key(|row| (row.0, core::cmp::Reverse(row.1)))
    else {
        return Vec::new();
    };
    let names = found.into_iter().filter(|row| row.0 == top && row.1.abs_diff(first) <= 30).take(4);
    cleaned(names.map(|row| row.2).collect())
}

/// "Author Ada Lind", as a label and a name in one element read.
fn unlabelled(text: &str) -> &str {
    let label = |label: &&str| text.strip_prefix(*label)?.strip_prefix(' ');
    AUTHOR_WORDS.iter().find_map(label).unwrap_or(text)
}

/// What an element's marks speak for its being an author's name; 0 for nothing.
fn mark(tree: &Tree, id: Id) -> i32 {
    let has = |key: &str| {
        tree.attribute(id, key)
            .is_some_and(|value| value.split_whitespace().any(|value| value == "author"))
    };
    if has("itemprop") || has("rel") {
        return 5;
    }
    let mut words = Vec::new();
    for key in ["class", "data-testid", "data-component", "id"] {
        words_of(tree.attribute(id, key).unwrap_or(""), &mut words);
        words.push(String::new());
    }
    let pairs = words.windows(2).map(|pair| format!("{} {}", pair[0], pair[1]));
    let value =
        |word: &str| MARKS.binary_search_by_key(&word, |row| row.0).ok().map(|at| MARKS[at].1);
    let named = pairs
        .filter_map(|pair| value(&pair))
        .chain(words.iter().filter_map(|word| value(word)))
        .max();
    named.or_else(|| profile(tree, id).then_some(1)).unwrap_or(0)
}

fn profile(tree: &Tree, id: Id) -> bool {
    &*tree.nodes[id].name == "a"
        && tree
            .attribute(id, "href")
            .is_some_and(|href| PROFILES.iter().any(|part| href.contains(part)))
}

/// Whether a part speaks of other people: commenters, other stories' authors.
fn foreign(regions: &Regions, id: Id) -> bool {
    regions.cues[id].is_some_and(|cue| cue.of_others)
}

/// "By Ada Lind" on a line near the headline, or "By" on one and the name on the
/// next.
pub(crate) fn printed(blocks: &[Block], regions: &Regions, title: Option<usize>) -> Vec<String> {
    let middle = title.unwrap_or(0);
    let mut announced = false;
    for block in blocks.iter().skip(middle.saturating_sub(6)).take(26) {
        let lower = block.text.to_lowercase();
        if block.chars > 120 || foreign(regions, block.owner) {
            announced = false;
            continue;
        }
        let starts = BYLINES.iter().any(|words| lower.starts_with(words));
        // "| By Ada Lind | 3 May" has the words inside.
        let inside = BY.iter().find_map(|by| {
            let at = lower.match_indices(by).find(|row| lower[..row.0].ends_with("| "))?.0;
            block.text.get(at..)
        });
        let text = inside.unwrap_or(&block.text);
        if (starts || announced || inside.is_some())
            && let Some(name) = byline(text)
        {
            return cleaned(vec![name]);
        }
        announced = has(&AUTHOR_HEADINGS, lower.trim_end_matches(':'));
    }
    Vec::new()
}

/// Names without addresses, job titles and those that mean nobody.
fn cleaned(names: Vec<String>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for name in names {
        let name = tidy(&name);
        let name = BY_TITLES
            .iter()
            .chain(&*BY_PREFIXES)
            .find_map(|by| name.strip_prefix(*by))
            .unwrap_or(&name);
        let name = name
            .split(['|', '@', '('])
            .next()
            .unwrap_or("")
            .trim()
            .trim_end_matches([',', ';', ':']);
        let lower = name.to_lowercase();
        let is_address = lower.contains("http")
            || lower.contains("www.")
            || lower.contains('/') && !lower.contains(' ');
        if name.is_empty() || is_address || name.chars().count() > 120 || has(&NOBODIES, &lower) {
            continue;
        }
        if !out.iter().any(|known| squeezed(known) == squeezed(name)) {
            out.push(name.to_owned());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(MARKS.is_sorted() && PROFILES.is_sorted());
    }

    #[test]
    fn names_are_freed_of_what_is_no_name() {
        let check = |name: &str, expected: &[&str]| {
            assert_eq!(cleaned(vec![name.to_owned()]), expected, "{name}");
        };
        check("By Ada Lind", &["Ada Lind"]);
        check("Ada Lind | Staff", &["Ada Lind"]);
        check("Ada Lind (@adalind)", &["Ada Lind"]);
        check("admin", &[]);
        check("https://port.example/ada", &[]);
    }
}
