//! Who wrote an article and who published it, as the page states it.

use super::blocks::Block;
use super::cues::words_of;
use super::head::{Head, tidy};
use super::regions::Regions;
use super::title::squeezed;
use super::tree::{Id, Tree};
use crate::rules::outlets::agency;
use crate::separate::names::{byline, known_outlet};

/// Authors and outlet.
#[derive(Debug, Default)]
pub(crate) struct People {
    pub author: Option<String>,
    pub outlet: Option<String>,
    pub agency: Option<String>,
}

/// Names that a site's program gives to those who have none. Sorted.
const NOBODY: [&str; 14] = [
    "admin",
    "administrator",
    "anonymous",
    "author",
    "by",
    "contributor",
    "default",
    "editor",
    "guest",
    "none",
    "null",
    "root",
    "user",
    "webmaster",
];

/// Finds both.
pub(crate) fn find(
    tree: &Tree,
    head: &Head,
    blocks: &[Block],
    regions: &Regions,
    title: Option<usize>,
) -> People {
    let outlet = outlet(head);
    let mut people = People { outlet, ..People::default() };
    let site = people.outlet.as_deref().map(squeezed).unwrap_or_default();
    let candidates = [
        stated(head),
        metas(head),
        marked(tree, regions, title.map_or(0, |index| blocks[index].at)),
        printed(blocks, regions, title),
    ];
    // A person outranks the outlet itself, which programs write in for want of one.
    let person = candidates
        .iter()
        .find(|names| !names.is_empty() && names.iter().all(|name| squeezed(name) != site));
    let names = person.or_else(|| candidates.iter().find(|names| !names.is_empty()));
    if let Some(names) = names {
        let filed = names.iter().find_map(|name| agency(&name.to_lowercase()));
        people.agency =
            filed.map(str::to_owned).filter(|name| people.outlet.as_ref() != Some(name));
        people.author = Some(names.join(", "));
    }
    people
}

/// The authors that the JSON-LD states.
fn stated(head: &Head) -> Vec<String> {
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

fn metas(head: &Head) -> Vec<String> {
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
        if head.first(&[label]).is_some_and(|label| {
            matches!(label.to_lowercase().as_str(), "written by" | "author" | "by")
        }) {
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
fn marked(tree: &Tree, regions: &Regions, title: Id) -> Vec<String> {
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
        let Some(name) = byline(text.strip_prefix("Author ").unwrap_or(&text)) else { continue };
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
    regions.cues[id].is_some_and(|cue| {
        matches!(
            cue.name,
            "html-comments" | "html-related" | "html-sidebar" | "html-navigation" | "html-footer"
        )
    })
}

/// "By Ada Lind" on a line near the headline, or "By" on one and the name on the
/// next.
fn printed(blocks: &[Block], regions: &Regions, title: Option<usize>) -> Vec<String> {
    const WORDS: [&str; 7] =
        ["by ", "by: ", "author: ", "written by ", "words by ", "posted by ", "story by "];
    let middle = title.unwrap_or(0);
    let mut announced = false;
    for block in blocks.iter().skip(middle.saturating_sub(6)).take(26) {
        let lower = block.text.to_lowercase();
        if block.chars > 120 || foreign(regions, block.owner) {
            announced = false;
            continue;
        }
        let starts = WORDS.iter().any(|words| lower.starts_with(words));
        // "| By Ada Lind | 3 May" has the words inside.
        let inside = lower.find("| by ").and_then(|at| block.text.get(at + 2..));
        let text = inside.unwrap_or(&block.text);
        if (starts || announced || inside.is_some())
            && let Some(name) = byline(text)
        {
            return cleaned(vec![name]);
        }
        announced = matches!(lower.trim_end_matches(':'), "by" | "author" | "written by");
    }
    Vec::new()
}

/// Names without addresses, job titles and those that mean nobody.
fn cleaned(names: Vec<String>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for name in names {
        let name = tidy(&name);
        let name = name
            .strip_prefix("By ")
            .or_else(|| name.strip_prefix("by "))
            .or_else(|| name.strip_prefix("BY "))
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
        if name.is_empty()
            || is_address
            || name.chars().count() > 120
            || NOBODY.binary_search(&lower.as_str()).is_ok()
        {
            continue;
        }
        if !out.iter().any(|known| squeezed(known) == squeezed(name)) {
            out.push(name.to_owned());
        }
    }
    out
}

/// Who published the page.
fn outlet(head: &Head) -> Option<String> {
    let mut named: Vec<String> = head.all(&["og:site_name"]).map(|row| row.1.to_owned()).collect();
    named.extend(head.stated("publisher").flat_map(|value| head.names(value)));
    named.extend(
        head.all(&[
            "application-name",
            "publisher",
            "dc.publisher",
            "citation_journal_title",
            "apple-mobile-web-app-title",
            "cre",
            "article:publisher",
            "twitter:site",
        ])
        .map(|row| row.1.trim_start_matches('@').to_owned()),
    );
    named.retain(|name| {
        let lower = name.to_lowercase();
        !name.is_empty()
            && !lower.contains("http")
            && !lower.contains("facebook")
            && name.chars().count() <= 60
    });
    if let Some(known) = named.iter().find_map(|name| known_outlet(name)) {
        return Some(known.to_owned());
    }
    // A spelled-out name outranks a handle or a domain.
    let spelled = named.iter().find(|name| {
        name.contains(' ') || name.chars().any(char::is_uppercase) && !name.contains('.')
    });
    spelled.or(named.first()).cloned()
}
