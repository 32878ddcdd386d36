//! What a page says of itself in marks that readers do not see: `<meta>`,
//! `<link>`, `<title>` and JSON-LD. Read before anything is stripped.

use std::collections::BTreeMap;

use super::json::Json;
use super::saved::{Saved, original};
use crate::markup::entities::{decode, decode_fully};
use crate::markup::node::Id;
use crate::markup::tree::{Tree, push_spaced};

/// The page's own statements.
#[derive(Debug, Default)]
pub(crate) struct Head {
    /// `<meta>` by name, property or itemprop, lower case, in page order.
    pub metas: Vec<(String, String)>,
    /// `<title>`.
    pub title: String,
    /// Addresses that the page gives for itself, most trusted first.
    pub addresses: Vec<String>,
    /// `<html lang>`.
    pub language: Option<String>,
    /// The JSON-LD object of the article, then those of the page around it.
    pub objects: Vec<Json>,
    /// How many of `objects`, from the first, are articles.
    pub articles: usize,
    /// What a program wrote that saved the page.
    pub saved: Saved,
    /// JSON-LD objects by `@id`.
    by_id: BTreeMap<String, Json>,
}

/// More JSON-LD objects than this are a catalogue, not an article.
const OBJECTS: usize = 400;

/// Longer values than this are no facts.
const LONGEST: usize = 600;

/// Types that are articles. Any that ends in "Article" or "Posting" is one too.
const ARTICLES: [&str; 7] = [
    "AnalysisNewsArticle",
    "BlogPosting",
    "DiscussionForumPosting",
    "Recipe",
    "Report",
    "Review",
    "TechArticle",
];

/// Types of the page around an article.
const PAGES: [&str; 6] = ["AboutPage", "Blog", "CreativeWork", "ItemPage", "QAPage", "WebPage"];

impl Head {
    /// Reads all statements of a page.
    pub fn read(tree: &Tree, saved: Saved) -> Head {
        let mut head = Head { saved, ..Head::default() };
        let (mut canonical, mut alternates) = (Vec::new(), Vec::new());
        for (id, node) in tree.nodes.iter().enumerate() {
            match &*node.name {
                "meta" => {
                    let key = ["property", "name", "itemprop"]
                        .iter()
                        .find_map(|key| tree.attribute(id, key))
                        .map(|key| key.trim().to_ascii_lowercase());
                    let content = tree.attribute(id, "content").map(tidy).unwrap_or_default();
                    if let Some(key) = key
                        && !content.is_empty()
                    {
                        head.metas.push((key, content));
                    }
                }
                "link" => {
                    let rel = tree.attribute(id, "rel").unwrap_or("").to_ascii_lowercase();
                    let href = tree.attribute(id, "href").unwrap_or("").trim();
                    if rel == "canonical" && !href.is_empty() {
                        canonical.push(href.to_owned());
                    } else if matches!(rel.as_str(), "amphtml" | "shortlink") && !href.is_empty() {
                        alternates.push(href.to_owned());
                    }
                }
                // A drawing has titles too.
                "title" if head.title.is_empty() && !in_drawing(tree, id) => {
                    head.title = tidy(&tree.text(id, LONGEST));
                }
                "html" if head.language.is_none() => {
                    let source = tree.attribute(id, "data-scrapbook-source").map(str::to_owned);
                    head.saved.address = head.saved.address.take().or(source);
                    head.language = tree
                        .attribute(id, "lang")
                        .or_else(|| tree.attribute(id, "xml:lang"))
                        .map(|tag| tag.trim().replace('_', "-"))
                        .filter(|tag| tag.len() >= 2 && tag.is_ascii());
                }
                "script" => head.script(tree, id),
                _ => {}
            }
        }
        let told = head.all(&["og:url", "twitter:url", "parsely-link", "sailthru.url"]);
        let told: Vec<String> = told.map(|row| row.1.to_owned()).collect();
        let saved = head.saved.address.clone();
        let all = canonical.into_iter().chain(told).chain(saved).chain(alternates);
        head.addresses = all.map(|address| original(&address).to_owned()).collect();
        head.sort();
        head
    }

    /// Values of the given names, in the order of the names.
    pub fn all<'h>(&'h self, names: &'h [&'h str]) -> impl Iterator<Item = (&'h str, &'h str)> {
        names.iter().flat_map(|name| {
            let rows = self.metas.iter().filter(move |row| row.0 == *name);
            rows.map(|row| (row.0.as_str(), row.1.as_str()))
        })
    }

    /// The first value of the given names.
    pub fn first(&self, names: &[&str]) -> Option<String> {
        self.all(names).next().map(|row| row.1.to_owned())
    }

    /// A key's values in the JSON-LD, the article's first.
    pub fn stated<'h>(&'h self, key: &'h str) -> impl Iterator<Item = &'h Json> {
        self.objects.iter().filter_map(move |object| object.get(key))
    }

    /// The names of the people or organisations that a value holds: strings,
    /// objects with a name, lists of these, references by `@id`.
    pub fn names(&self, value: &Json) -> Vec<String> {
        let mut out = Vec::new();
        for item in value.items().iter().take(20) {
            match item {
                Json::Text(text) => out.push(tidy(text)),
                Json::Map(_) => {
                    let known = item.get("@id").and_then(Json::text);
                    let named = item.get("name").or_else(|| self.by_id.get(known?)?.get("name"));
                    // Some programs put an object with the name where the name should be.
                    let bare = |name: &Json| {
                        name.text().or_else(|| name.get("name").and_then(Json::text)).map(tidy)
                    };
                    out.extend(named.iter().flat_map(|name| name.items()).filter_map(bare));
                }
                Json::List(list) => {
                    let inner =
                        list.iter().take(20).filter_map(|one| one.get("name").or(Some(one)));
                    out.extend(inner.filter_map(Json::text).map(tidy));
                }
                Json::Nothing => {}
            }
        }
        out.retain(|name| !name.is_empty());
        out
    }

    fn script(&mut self, tree: &Tree, id: Id) {
        let kind = tree.attribute(id, "type").unwrap_or("").to_ascii_lowercase();
        if !kind.contains("ld+json") {
            return;
        }
        let source = tree.nodes.get(id + 1).filter(|_| tree.nodes[id].end > id + 1);
        let source = source.map_or("", |node| &node.text);
        // Some programs write it as they would write text.
        let escaped = !source.contains('"') && source.contains("&quot;");
        let mut waiting =
            vec![if escaped { Json::read(&decode(source)) } else { Json::read(source) }];
        while let Some(json) = waiting.pop() {
            if self.objects.len() >= OBJECTS {
                return;
            }
            match json {
                Json::List(list) => waiting.extend(list.into_iter().rev()),
                Json::Map(rows) => {
                    // What an article says of others (comments, parts) is not its own.
                    let inner = |key: &str| {
                        matches!(key, "@graph" | "mainEntity" | "mainEntityOfPage" | "itemReviewed")
                    };
                    for (key, value) in &rows {
                        if inner(key) && !matches!(value, Json::Text(_)) {
                            waiting.push(value.clone());
                        }
                    }
                    let object = Json::Map(rows);
                    if let Some(id) = object.get("@id").and_then(Json::text)
                        && object.get("name").is_some()
                    {
                        self.by_id.entry(id.to_owned()).or_insert_with(|| object.clone());
                    }
                    self.objects.push(object);
                }
                _ => {}
            }
        }
    }

    /// Articles first, then pages; what is neither says nothing of the article.
    fn sort(&mut self) {
        let objects = core::mem::take(&mut self.objects);
        let (mut articles, mut pages) = (Vec::new(), Vec::new());
        for object in objects {
            let kinds: Vec<&str> = object
                .get("@type")
                .map(|kind| kind.items().iter().filter_map(Json::text).collect())
                .unwrap_or_default();
            let is = |kind: &&str| {
                kind.ends_with("Article") || kind.ends_with("Posting") || ARTICLES.contains(kind)
            };
            if kinds.iter().any(|kind| is(&kind.rsplit('/').next().unwrap_or(kind))) {
                articles.push(object);
            } else if kinds.iter().any(|kind| PAGES.contains(kind) || kind.ends_with("Page")) {
                pages.push(object);
            }
        }
        // Several articles are a list of stories, unless one has the page's name;
        // programs that add to a page state that one again.
        if articles.len() > 1 {
            let name = |object: &Json| {
                let name = object.get("headline").or_else(|| object.get("name"));
                name.and_then(Json::text).map(tidy).unwrap_or_default().to_lowercase()
            };
            let title = self.title.to_lowercase();
            let names: Vec<String> = articles.iter().map(name).collect();
            let own =
                names.iter().position(|name| !name.is_empty() && title.contains(name)).unwrap_or(0);
            let mut kept: Vec<Json> = vec![articles[own].clone()];
            let again = articles.into_iter().zip(&names).enumerate();
            kept.extend(
                again
                    .filter(|(index, row)| {
                        *index != own && !row.1.is_empty() && *row.1 == names[own]
                    })
                    .map(|row| row.1.0),
            );
            articles = kept;
        }
        self.articles = articles.len();
        articles.append(&mut pages);
        self.objects = articles;
    }
}

fn in_drawing(tree: &Tree, id: Id) -> bool {
    tree.ancestors(id).any(|above| &*tree.nodes[above].name == "svg")
}

/// Entities read, tags cut, white space made single spaces, length capped.
pub(crate) fn tidy(text: &str) -> String {
    let read = decode_fully(text);
    let read = if read.contains('<') && read.contains('>') {
        Tree::read(&read).text(0, 4 * LONGEST)
    } else {
        read
    };
    let mut out = String::with_capacity(read.len().min(LONGEST));
    push_spaced(&mut out, &read, LONGEST);
    out.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_tidied() {
        let check = |text: &str, expected: &str| assert_eq!(tidy(text), expected, "{text}");
        check(" Salt &amp;amp; rope\n of <em>old</em> ", "Salt & rope of old");
        check("a < b", "a < b");
    }

    #[test]
    fn statements_are_gathered_from_all_their_places() {
        let page = "<html lang=en_GB><title>Salt</title><meta property='OG:Title' content='A &amp; B'>\
            <link rel=canonical href=https://port.example/a><meta property=og:url content=https://port.example/b>";
        let head = Head::read(&Tree::read(page), Saved::default());
        assert_eq!(head.first(&["none", "og:title"]).as_deref(), Some("A & B"));
        assert_eq!(head.addresses, ["https://port.example/a", "https://port.example/b"]);
        assert_eq!((head.title.as_str(), head.language.as_deref()), ("Salt", Some("en-GB")));
    }

    #[test]
    fn of_many_json_ld_articles_the_pages_own_speaks() {
        let check = |json: &str, expected: &[&str]| {
            let page = format!(
                "<title>Salt | Post</title><script type='application/ld+json'>{json}</script>"
            );
            let head = Head::read(&Tree::read(&page), Saved::default());
            let days: Vec<&str> = head.stated("d").filter_map(Json::text).collect();
            assert_eq!(days, expected, "{json}");
        };
        check(
            r#"[{"@type": "Article", "headline": "Rope", "d": "1"}, {"@type": "Article", "headline": "Salt", "d": "2"}]"#,
            &["2"],
        );
        check(
            r#"{"@graph": [{"@type": "WebPage", "d": "1"}, {"@type": "ReportageNewsArticle", "d": "2"}]}"#,
            &["2", "1"],
        );
        check(r#"{"@type": "Organization", "d": "1"}"#, &[]);
        check(r#"{"@type": ["Thing", "http://schema.org/BlogPosting"], "d": "1"}"#, &["1"]);
    }
}
