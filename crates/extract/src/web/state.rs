//! When a page was published by the state that its scripts begin with: builders of sites write into it what
//! their server knew of the story, and of others.

use super::head::Head;
use super::json::Json;
use super::stamps::stamp;
use super::title::squeezed;
use crate::markup::tree::Tree;

/// What sites call the time of publication there.
const KEYS: [&str; 15] = [
    "datePublished",
    "publishedAt",
    "published_at",
    "publishDate",
    "publish_date",
    "publishedDate",
    "published_date",
    "publicationDate",
    "publication_date",
    "firstPublishedAt",
    "first_published_at",
    "firstPublished",
    "first_publish_date",
    "date_published",
    "pubDate",
];

/// What they call the headline.
const TITLES: [&str; 4] = ["headline", "headlines", "title", "name"];

/// The key and the time: of the object with the page's headline, where one has it, and whether one has; else
/// where all times of a key are of one day, since a page of several stories has several.
pub(super) fn published(
    tree: &Tree,
    head: &Head,
    title: Option<&str>,
) -> Option<(&'static str, String, bool)> {
    let scripts = tree.nodes.iter().enumerate().filter(|row| &*row.1.name == "script");
    let code: Vec<&str> = scripts
        .filter(|(id, _)| !tree.attribute(*id, "type").unwrap_or("").contains("ld+json"))
        .filter_map(|(id, node)| tree.nodes.get(id + 1).filter(|_| node.end > id + 1))
        .map(|text| &*text.text)
        .filter(|code| KEYS.iter().any(|key| code.contains(key)))
        .collect();
    let told = head.first(&["og:title"]);
    let titles: Vec<String> = [title, told.as_deref()]
        .into_iter()
        .flatten()
        .map(squeezed)
        .filter(|t| t.len() >= SHORT)
        .collect();
    let own = code.iter().find_map(|code| of_title(code, &titles));
    own.map(|(key, value)| (key, value, true)).or_else(|| {
        KEYS.iter().find_map(|key| Some((*key, of_one_day(&code, key)?.to_owned(), false)))
    })
}

/// Bytes of a headline that is one story's alone.
const SHORT: usize = 12;

/// The time in the object that has one of the headlines.
fn of_title(code: &str, titles: &[String]) -> Option<(&'static str, String)> {
    /// So many values are looked at; a state with more is no page's of one story.
    const MOST: usize = 60_000;
    let start = code.find('{').filter(|_| !titles.is_empty())?;
    let state = Json::read(&code[start..]);
    let mut waiting = vec![&state];
    for _ in 0..MOST {
        match waiting.pop()? {
            Json::List(list) => waiting.extend(list.iter().rev()),
            map @ Json::Map(rows) => {
                let named = |key: &&str| match map.get(key) {
                    Some(Json::Map(parts)) => parts.iter().any(|part| is_told(&part.1, titles)),
                    Some(name) => is_told(name, titles),
                    None => false,
                };
                let dated = |key: &&'static str| {
                    let value = map.get(key)?.text().filter(|value| stamp(value).is_some())?;
                    Some((*key, value.to_owned()))
                };
                if TITLES.iter().any(named)
                    && let Some(found) = KEYS.iter().find_map(dated)
                {
                    return Some(found);
                }
                waiting.extend(rows.iter().rev().map(|row| &row.1));
            }
            _ => {}
        }
    }
    None
}

fn is_told(name: &Json, titles: &[String]) -> bool {
    matches!(name, Json::Text(name) if titles.contains(&squeezed(name)))
}

/// The time that a key has, where all its times are of one day. Quotes are escaped where the state is a text.
fn of_one_day<'c>(code: &[&'c str], key: &str) -> Option<&'c str> {
    /// So many are looked at, each so long.
    const MOST: usize = 40;
    const LONGEST: usize = 40;
    let values = code.iter().flat_map(|code| {
        code.match_indices(key).filter_map(|(at, _)| {
            let before = code[..at].ends_with('"');
            let rest = code[at + key.len()..].trim_start_matches('\\').strip_prefix('"')?;
            let value = rest.trim_start().strip_prefix(':')?.trim_start();
            let value = value.trim_start_matches('\\').trim_start_matches('"');
            let ends = |byte| matches!(byte, b'"' | b'\\' | b',' | b'}');
            let end = value.bytes().take(LONGEST).position(ends)?;
            Some(&value[..end]).filter(|_| before)
        })
    });
    let values: Vec<&str> = values.take(MOST).collect();
    let mut days: Vec<_> = values.iter().filter_map(|value| Some(stamp(value)?.day)).collect();
    days.dedup();
    values.first().copied().filter(|_| days.len() == 1)
}

#[cfg(test)]
mod tests {
    use crate::web::separate;

    const PROSE: &str = "<p>The old harbour of the small town opened again on Sunday after nine years of work, said the mayor.</p>";

    fn check(script: &str, expected: &str) {
        let page =
            format!("<script {script}</script><h1>Old harbour opens again</h1>{PROSE}{PROSE}");
        let when = separate(&page, "a.html").published;
        let day = when.and_then(|when| when.date).map(|day| day.to_string()).unwrap_or_default();
        assert_eq!(day, expected, "{script}");
    }

    #[test]
    fn the_object_with_the_headline_dates_the_page_among_others() {
        let stories = r#""related": [{"title": "Salt is dear", "publishedAt": "2024-02-01T10:00:00Z"}], "story": {"headline": "Old harbour opens again", "publishedAt": "2024-03-05T10:00:00+01:00"}"#;
        check(
            &format!("id=__NEXT_DATA__ type=application/json>{{\"props\": {{{stories}}}}}"),
            "2024-03-05",
        );
        check(&format!(">window.__DATA__ = {{{stories}}};"), "2024-03-05");
        let other = stories.replace("Old harbour", "Old market");
        check(&format!(">window.__DATA__ = {{{other}}};"), "");
        let parts = stories
            .replace(r#""Old harbour opens again""#, r#"{"basic": "Old harbour opens again"}"#);
        check(&format!(">window.__DATA__ = {{{parts}}};"), "2024-03-05");
    }

    #[test]
    fn a_state_that_is_a_text_or_counts_seconds_dates_the_page_too() {
        check(
            r#">self.__next_f.push([1, "{\"publishedAt\":\"2024-03-05T10:00:00+01:00\"}"])"#,
            "2024-03-05",
        );
        check(r#">var state = {"publishDate": 1709632800000}"#, "2024-03-05");
        check(r#">var state = {"unpublishDate": "2024-03-05"}"#, "");
    }
}
