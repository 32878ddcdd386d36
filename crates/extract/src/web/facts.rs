//! What else a page states: its address, language, section, tags and summary.

use super::head::{Head, tidy};
use super::json::Json;

/// Where the article stands on the web.
pub(crate) fn address(head: &Head) -> Option<String> {
    let whole = |url: &&String| url.starts_with("http://") || url.starts_with("https://");
    head.addresses.iter().find(whole).cloned()
}

/// The part of the site.
pub(crate) fn section(head: &Head) -> Option<String> {
    let told = head.first(&[
        "article:section",
        "parsely-section",
        "sailthru.section",
        "section",
        "dc.subject.section",
    ]);
    let stated = || head.stated("articleSection").find_map(Json::text).map(tidy);
    told.or_else(stated).filter(|name| !name.is_empty() && name.chars().count() <= 60)
}

/// The tags, each once.
pub(crate) fn tags(head: &Head) -> Vec<String> {
    /// More are a list of words for search engines.
    const MOST: usize = 24;
    let mut out: Vec<String> =
        head.all(&["article:tag", "og:article:tag"]).map(|row| row.1.to_owned()).collect();
    if out.is_empty() {
        let stated = head.stated("keywords").flat_map(Json::items).filter_map(Json::text);
        let listed = head.first(&["news_keywords", "keywords", "parsely-tags", "sailthru.tags"]);
        let all: Vec<String> = stated.map(tidy).chain(listed).collect();
        out = all
            .iter()
            .flat_map(|list| list.split([',', ';']))
            .map(|tag| tag.trim().to_owned())
            .collect();
    }
    let mut seen = Vec::new();
    out.retain(|tag| {
        let key = tag.to_lowercase();
        let new = !tag.is_empty()
            && tag.chars().count() <= 60
            && !seen.contains(&key)
            && seen.len() < MOST;
        if new {
            seen.push(key);
        }
        new
    });
    out
}

/// The article's text as the JSON-LD has it, one paragraph a line.
pub(crate) fn stated_body(head: &Head) -> Option<Vec<String>> {
    /// Shorter ones are summaries.
    const LEAST: usize = 400;
    let text = head
        .objects
        .iter()
        .take(head.articles)
        .find_map(|object| object.get("articleBody")?.text())?;
    let paragraphs: Vec<String> = crate::markup::entities::decode_fully(text)
        .split('\n')
        .flat_map(|line| {
            let tree = crate::markup::tree::Tree::read(line);
            super::blocks::blocks(&tree).into_iter().map(|block| block.text).collect::<Vec<_>>()
        })
        .collect();
    let chars: usize = paragraphs.iter().map(String::len).sum();
    (chars >= LEAST).then_some(paragraphs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::tree::Tree;
    use crate::web::saved::Saved;

    fn head(page: &str) -> Head {
        Head::read(&Tree::read(page), Saved::default())
    }

    #[test]
    fn tags_are_listed_once_from_the_best_statement() {
        let check =
            |page: &str, expected: &[&str]| assert_eq!(tags(&head(page)), expected, "{page}");
        check(
            "<meta property=article:tag content=Salt><meta property=article:tag content=salt><meta name=keywords content='a, b'>",
            &["Salt"],
        );
        check("<meta name=keywords content='salt, rope; Salt,'>", &["salt", "rope"]);
        check("<p>none", &[]);
    }

    #[test]
    fn a_stated_text_comes_in_paragraphs() {
        let line = "The boat came into the port on Sunday. ".repeat(6);
        let page = format!(
            "<script type='application/ld+json'>{{\"@type\": \"NewsArticle\", \"articleBody\": \"<p>{line}</p>\\n{line}\"}}</script>"
        );
        assert_eq!(stated_body(&head(&page)).map(|list| list.len()), Some(2));
        assert_eq!(stated_body(&head(&page.replace(&line, "Salt."))), None);
    }
}
