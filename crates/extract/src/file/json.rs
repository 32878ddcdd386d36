//! The rows of a JSON text: one object, a list, a list inside an object, or one
//! object a line. What cannot be parsed is named; every other row is kept.

use serde_json::{Map, Value};

use super::fields::{Record, folded};
use crate::facts::address::is_url;

/// One object of a data file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry {
    /// 1-based.
    pub number: usize,
    /// Its fields.
    pub object: Map<String, Value>,
}

/// A data file, taken apart.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Entries {
    /// In the order of the file.
    pub rows: Vec<Entry>,
    /// What the object around the rows says of all of them.
    pub around: Map<String, Value>,
    /// What is no row, each with its place.
    pub broken: Vec<String>,
    /// Whether the file holds a list, of however many rows.
    pub list: bool,
}

/// Names of the list of articles in an object. Folded names, the surest first.
const LISTS: &[&str] = &[
    "articles",
    "items",
    "results",
    "docs",
    "documents",
    "entries",
    "posts",
    "stories",
    "records",
    "rows",
    "hits",
    "news",
    "data",
    "response",
    "feed",
    "channel",
    "item",
    "entry",
    "article",
    "@graph",
    "value",
    "mainentity",
];

/// Lists are looked for this many objects deep: "response", "hits", "hits".
const DEPTH: usize = 5;

/// Types of JSON-LD that are articles end so.
const ARTICLE_TYPES: &[&str] =
    &["Article", "NewsArticle", "BlogPosting", "Report", "LiveBlogPosting", "Posting", "WebPage"];

/// Takes a text apart. `lines` where the ending promises one object a line.
pub(crate) fn rows(text: &str, lines: bool) -> Entries {
    let text = text.trim_start_matches(['\u{FEFF}', '\u{1E}']);
    if lines {
        return one_a_line(text);
    }
    match serde_json::from_str::<Value>(text) {
        Ok(value) => taken_apart(value),
        Err(error) => {
            let mut found = text.lines().map(str::trim).filter(|line| !line.is_empty());
            let object = |line: Option<&str>| {
                line.is_some_and(|line| serde_json::from_str::<Map<String, Value>>(line).is_ok())
            };
            if object(found.next()) && found.next().is_some() {
                return one_a_line(text);
            }
            let mut rows = salvaged(text);
            let place = format!("line {}, column {}", error.line(), error.column());
            rows.broken.insert(0, format!("{place}: {}; JSON was expected", words(&error)));
            rows
        }
    }
}

/// The message of the parser without its place, which is said before it.
fn words(error: &serde_json::Error) -> String {
    let message = error.to_string();
    message.split(" at line ").next().unwrap_or(&message).to_owned()
}

fn one_a_line(text: &str) -> Entries {
    let mut rows = Entries { list: true, ..Entries::default() };
    for (index, line) in text.lines().enumerate() {
        let line = line.trim().trim_start_matches('\u{1E}');
        if line.is_empty() {
            continue;
        }
        let number = index + 1;
        match serde_json::from_str::<Value>(line) {
            Ok(Value::Object(object)) => rows.rows.push(Entry { number, object }),
            Ok(other) => rows.broken.push(format!(
                "line {number}: is {}; an object with the fields of an article was expected",
                kind(&other)
            )),
            Err(error) => rows.broken.push(format!(
                "line {number}, column {}: {}; one JSON object a line was expected",
                error.column(),
                words(&error)
            )),
        }
    }
    rows
}

fn taken_apart(value: Value) -> Entries {
    let mut rows = Entries::default();
    let mut value = value;
    for _ in 0..DEPTH {
        let Value::Object(mut object) = value else { break };
        let inner = if is_article(&object) { None } else { list_in(&object) };
        let Some(key) = inner else {
            if is_keyed(&object) {
                keyed(object, &mut rows);
                return rows;
            }
            rows.rows.push(Entry { number: 1, object });
            return rows;
        };
        value = object.remove(&key).unwrap_or(Value::Null);
        rows.around.extend(object);
    }
    match value {
        Value::Array(values) => listed(values, &mut rows),
        Value::Object(object) => rows.rows.push(Entry { number: 1, object }),
        other => rows.broken.push(format!(
            "holds {}; an article, a list of articles or an object with \"articles\" was expected",
            kind(&other)
        )),
    }
    rows
}

/// Whether each value of an object is an article, under its address or its name.
fn is_keyed(object: &Map<String, Value>) -> bool {
    let article = |value: &Value| value.as_object().is_some_and(is_article);
    !is_article(object)
        && object.values().all(Value::is_object)
        && object.values().next().is_some_and(article)
}

fn keyed(object: Map<String, Value>, rows: &mut Entries) {
    rows.list = true;
    for (number, (key, value)) in (1..).zip(object) {
        let Value::Object(mut object) = value else { continue };
        let name = if is_url(&key) { "url" } else { "id" };
        object.entry(name).or_insert(Value::String(key));
        rows.rows.push(Entry { number, object });
    }
}

fn listed(values: Vec<Value>, rows: &mut Entries) {
    rows.list = true;
    let typed =
        values.iter().any(|value| matches!(value, Value::Object(object) if is_typed(object)));
    for (index, value) in values.into_iter().enumerate() {
        let number = index + 1;
        match value {
            // In JSON-LD the site and its owner stand beside the article.
            Value::Object(object)
                if typed && !is_typed(&object) && object.contains_key("@type") => {}
            Value::Object(object) => rows.rows.push(Entry { number, object }),
            other => rows.broken.push(format!(
                "row {number}: is {}; an object with the fields of an article was expected",
                kind(&other)
            )),
        }
    }
}

fn is_typed(object: &Map<String, Value>) -> bool {
    let is = |value: &Value| {
        value.as_str().is_some_and(|name| ARTICLE_TYPES.iter().any(|kind| name.ends_with(kind)))
    };
    match object.get("@type") {
        Some(Value::Array(values)) => values.iter().any(is),
        Some(value) => is(value),
        None => false,
    }
}

/// Whether an object is an article itself: it has a running text.
fn is_article(object: &Map<String, Value>) -> bool {
    let plain = object.iter().filter(|(_, value)| !value.is_array() && !value.is_object());
    let plain: Map<String, Value> =
        plain.map(|(key, value)| (key.clone(), value.clone())).collect();
    is_typed(object) || Record::new(&plain).body().is_some()
}

fn list_in(object: &Map<String, Value>) -> Option<String> {
    LISTS.iter().find_map(|name| {
        object.iter().find_map(|(key, value)| {
            let holds = match value {
                Value::Array(values) => values.is_empty() || values.iter().any(Value::is_object),
                Value::Object(inner) => !inner.is_empty(),
                _ => false,
            };
            (folded(key) == *name && holds).then(|| key.clone())
        })
    })
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// The objects of a list whose text is broken somewhere: each is cut out by its
/// braces, and those that parse are kept.
fn salvaged(text: &str) -> Entries {
    let mut rows = Entries { list: true, ..Entries::default() };
    let Some(list) = text.find('[') else { return rows };
    let (mut depth, mut start, mut quoted, mut escaped) = (0usize, 0, false, false);
    let mut number = 0;
    for (at, byte) in text.bytes().enumerate().skip(list + 1) {
        if quoted {
            match byte {
                // No text of valid JSON runs over a line's end: one was not closed.
                b'\n' => quoted = false,
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => quoted = false,
                _ => {}
            }
            continue;
        }
        escaped = false;
        match byte {
            b'"' => quoted = depth > 0,
            b'{' | b'[' => {
                if depth == 0 {
                    start = at;
                }
                depth += 1;
            }
            b'}' | b']' if depth > 0 => {
                depth -= 1;
                if depth == 0 && byte == b'}' {
                    number += 1;
                    match serde_json::from_str(&text[start..=at]) {
                        Ok(object) => rows.rows.push(Entry { number, object }),
                        Err(_) => rows.broken.push(format!(
                            "row {number}: cannot be read; an object with the fields of an article was expected"
                        )),
                    }
                }
            }
            b']' => break,
            _ => {}
        }
    }
    if depth > 0 {
        rows.broken.push(format!("row {}: is not closed; its \"}}\" was expected", number + 1));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers of the rows, and how many places are named as broken.
    fn check(text: &str, lines: bool, numbers: &[usize], broken: usize) -> Entries {
        let found = rows(text, lines);
        let all: Vec<usize> = found.rows.iter().map(|row| row.number).collect();
        assert_eq!((&all[..], found.broken.len()), (numbers, broken), "{text}\n{found:?}");
        found
    }

    #[test]
    fn lists_are_found_where_programs_put_them() {
        let row = r#"{"title": "Salt", "text": "The boat came."}"#;
        check(row, false, &[1], 0);
        check(&format!("[{row}, {row}]"), false, &[1, 2], 0);
        for path in ["articles", "items", "docs"] {
            check(&format!(r#"{{"status": "ok", "{path}": [{row}, {row}]}}"#), false, &[1, 2], 0);
        }
        check(&format!(r#"{{"response": {{"total": 1, "results": [{row}]}}}}"#), false, &[1], 0);
        check(&format!(r#"{{"hits": {{"hits": [{{"_source": {row}}}]}}}}"#), false, &[1], 0);
        check(&format!("{row}\n\n{row}\n"), false, &[1, 3], 0);
        check(&format!("{row}\n\n{row}\n"), true, &[1, 3], 0);
    }

    #[test]
    fn articles_under_their_addresses_are_rows() {
        let row = r#"{"title": "Salt", "text": "The boat came."}"#;
        let text = format!(r#"{{"https://example.org/a": {row}, "salt-2": {row}}}"#);
        let found = check(&text, false, &[1, 2], 0);
        assert_eq!(found.rows[0].object["url"], "https://example.org/a");
        assert_eq!(found.rows[1].object["id"], "salt-2");
        check(&format!(r#"{{"author": {{"name": "Ada"}}, "more": {row}}}"#), false, &[1], 0);
    }

    #[test]
    fn an_article_with_lists_of_its_own_is_one_article() {
        check(r#"{"text": "The boat came.", "items": [{"title": "x"}]}"#, false, &[1], 0);
    }

    #[test]
    fn of_linked_data_only_the_article_counts() {
        let text = r#"{"@graph": [{"@type": "WebSite", "name": "Port Post"}, {"@type": "NewsArticle", "headline": "Salt", "articleBody": "The boat came."}]}"#;
        check(text, false, &[2], 0);
    }

    #[test]
    fn a_broken_row_or_line_is_named_and_the_others_stay() {
        let row = r#"{"text": "The boat came."}"#;
        let lines = check(&format!("{row}\n{{oops\n7\n{row}"), true, &[1, 4], 2);
        assert!(lines.broken[0].starts_with("line 2, column"), "{:?}", lines.broken);
        let list = check(&format!("[{row},\n {{\"text\": oops}},\n {row}]"), false, &[1, 3], 2);
        assert!(list.broken[0].starts_with("line 2, column"), "{:?}", list.broken);
        check(&format!("[{row}, 7, {row}]"), false, &[1, 3], 1);
        let cut = check(&format!("[{row}, {row}, {{\"text\": \"The bo"), false, &[1, 2], 2);
        assert!(cut.broken[1].contains("row 3"), "{:?}", cut.broken);
        check("7", false, &[], 1);
        check("", true, &[], 0);
    }

    #[test]
    fn deep_and_endless_texts_are_refused_without_a_panic() {
        for text in [
            "[".repeat(100_000),
            "{\"a\":".repeat(50_000),
            "[{".repeat(50_000),
            "\\\"".repeat(50_000),
        ] {
            assert!(rows(&text, false).rows.is_empty());
        }
    }
}
