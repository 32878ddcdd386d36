//! Front matter: the YAML (`---`) or TOML (`+++`) above a Markdown text.

use saphyr_parser::{Event, Parser, ScalarStyle};
use serde_json::{Map, Value};

/// Front matter that was found: its facts and where the text below it begins.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Matter {
    pub facts: Map<String, Value>,
    /// First byte of the text below.
    pub rest: usize,
    /// What is wrong with it, with its line in the file.
    pub broken: Option<String>,
}

/// Front matter is read up to this many bytes and lists inside lists.
const LONGEST: usize = 64 * 1024;
const DEEPEST: usize = 16;

/// The front matter at the head of a text.
pub(crate) fn read(text: &str) -> Option<Matter> {
    let start = text.len() - text.trim_start_matches(['\u{FEFF}', '\n', '\r', ' ', '\t']).len();
    let head = &text[start..];
    let (fence, toml) = match head.lines().next()?.trim_end() {
        "---" => ("---", false),
        "+++" => ("+++", true),
        _ => return None,
    };
    let first_line = 2 + text[..start].matches('\n').count();
    let open = start + head.find('\n')? + 1;
    let mut at = open;
    let end = text[open..].split_inclusive('\n').find_map(|line| {
        let here = at;
        at += line.len();
        let closing = line.trim_end();
        (closing == fence || (!toml && closing == "...")).then_some(here)
    })?;
    let inner = &text[open..end];
    // "---" is also a line across the page: what follows must state something.
    if inner.len() > LONGEST || !inner.lines().any(|line| line.contains([':', '='])) {
        return None;
    }
    let read = if toml { toml_facts(inner) } else { yaml_facts(inner) };
    let (facts, broken) = match read {
        Ok(facts) => (facts, None),
        Err((line, message)) => {
            let line = first_line + line;
            let form = if toml { "TOML" } else { "YAML" };
            let broken = format!(
                "line {line}: {message}; front matter in {form} was expected, and each of its lines is read for itself"
            );
            (by_line(inner, if toml { '=' } else { ':' }), Some(broken))
        }
    };
    Some(Matter { facts, rest: at, broken })
}

/// An error is a line, counted from 0, and a message.
type Facts = Result<Map<String, Value>, (usize, String)>;

fn toml_facts(text: &str) -> Facts {
    let table: toml::Table = toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start.min(text.len()));
        let line = text.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count();
        (line, error.message().replace('\n', ": "))
    })?;
    Ok(table.into_iter().map(|(key, value)| (key, json(value))).collect())
}

fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => Value::from(number),
        toml::Value::Float(number) => Value::from(number),
        toml::Value::Boolean(value) => Value::Bool(value),
        toml::Value::Datetime(moment) => Value::String(moment.to_string()),
        toml::Value::Array(values) => Value::Array(values.into_iter().map(json).collect()),
        toml::Value::Table(table) => {
            Value::Object(table.into_iter().map(|(key, value)| (key, json(value))).collect())
        }
    }
}

/// A list or map that is being read, with the key that waits for its value.
enum Open {
    List(Vec<Value>),
    Map(Map<String, Value>, Option<String>),
}

/// Reads YAML event by event: nothing recurses, and a name for another value
/// (`*alias`) is not followed, so a small text cannot grow large.
fn yaml_facts(text: &str) -> Facts {
    let mut stack: Vec<Open> = Vec::new();
    for event in Parser::new_from_str(text) {
        let (event, span) = event
            .map_err(|error| (error.marker().line().saturating_sub(1), error.info().to_owned()))?;
        let line = span.start.line().saturating_sub(1);
        let value = match event {
            Event::Scalar(text, style, ..) => scalar(&text, style),
            Event::Alias(_) => Value::Null,
            Event::SequenceStart(..) | Event::MappingStart(..) => {
                if stack.len() >= DEEPEST {
                    return Err((line, "lists stand too deep in each other".into()));
                }
                stack.push(match event {
                    Event::SequenceStart(..) => Open::List(Vec::new()),
                    _ => Open::Map(Map::new(), None),
                });
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => match stack.pop() {
                Some(Open::List(values)) => Value::Array(values),
                Some(Open::Map(map, _)) => Value::Object(map),
                None => Value::Null,
            },
            _ => continue,
        };
        match stack.last_mut() {
            Some(Open::List(values)) => values.push(value),
            Some(Open::Map(map, waiting)) => match waiting.take() {
                Some(key) => {
                    map.insert(key, value);
                }
                None => {
                    *waiting = Some(value.as_str().map_or_else(|| value.to_string(), str::to_owned))
                }
            },
            None => {
                return match value {
                    Value::Object(map) => Ok(map),
                    _ => Err((line, "states no keys".into())),
                };
            }
        }
    }
    Ok(Map::new())
}

fn scalar(text: &str, style: ScalarStyle) -> Value {
    let empty = style == ScalarStyle::Plain && matches!(text, "" | "~" | "null" | "Null" | "NULL");
    if empty { Value::Null } else { Value::String(text.to_owned()) }
}

/// "key: value" lines of front matter that is broken as a whole.
fn by_line(text: &str, mark: char) -> Map<String, Value> {
    let lines = text.lines().filter(|line| !line.starts_with([' ', '\t', '#', '-']));
    let rows = lines.filter_map(|line| {
        let (key, value) = line.split_once(mark)?;
        let value = value.trim();
        let listed = value.strip_prefix('[').and_then(|value| value.strip_suffix(']'));
        let bare = |value: &str| value.trim().trim_matches(['"', '\'']).to_owned();
        let value = match listed.filter(|value| !value.starts_with('[')) {
            Some(values) => values.split(',').map(|value| Value::String(bare(value))).collect(),
            None => Value::String(bare(value)),
        };
        Some((key.trim().to_owned(), value))
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The facts as JSON, the text below, and whether something was broken.
    fn check(text: &str, facts: &str, rest: &str, broken: bool) -> Matter {
        let matter = read(text).expect("front matter");
        assert_eq!(Value::Object(matter.facts.clone()).to_string(), facts, "{text}");
        assert_eq!((&text[matter.rest..], matter.broken.is_some()), (rest, broken), "{matter:?}");
        matter
    }

    #[test]
    fn both_kinds_are_read() {
        check(
            "---\ntitle: \"Salt: dear\"\ndate: 2024-03-05\nauthor:\n  - \"[[Ada Lind]]\"\n  - Tom Ek\ntags: [salt, choir]\nurl: ~\n---\nText",
            r#"{"author":["[[Ada Lind]]","Tom Ek"],"date":"2024-03-05","tags":["salt","choir"],"title":"Salt: dear","url":null}"#,
            "Text",
            false,
        );
        check(
            "+++\ntitle = 'Salt'\ndate = 2024-03-05T08:15:00+01:00\n[extra]\nauthor = 'Ada Lind'\n+++\n\nText",
            r#"{"date":"2024-03-05T08:15:00+01:00","extra":{"author":"Ada Lind"},"title":"Salt"}"#,
            "\nText",
            false,
        );
        check(
            "---\ndescription: >\n  One\n  line\n...\n",
            r#"{"description":"One line\n"}"#,
            "",
            false,
        );
    }

    #[test]
    fn broken_front_matter_is_named_by_line_and_its_plain_lines_are_read() {
        let matter = check(
            "---\ndate: 2024-03-05\ntitle: Salt: dear\ntags: [a, b]\n---\nText",
            r#"{"date":"2024-03-05","tags":["a","b"],"title":"Salt: dear"}"#,
            "Text",
            true,
        );
        assert!(
            matter.broken.as_deref().is_some_and(|words| words.starts_with("line 3: ")),
            "{:?}",
            matter.broken
        );
        let matter =
            check("+++\ntitle = 'a'\nx = = 1\n+++\n", r#"{"title":"a","x":"= 1"}"#, "", true);
        assert!(
            matter.broken.as_deref().is_some_and(|words| words.starts_with("line 3: ")),
            "{:?}",
            matter.broken
        );
    }

    #[test]
    fn a_line_across_the_page_is_no_front_matter() {
        for text in ["---\n\nThe boat came.\n\n---\n", "Text\n---\na: b\n---\n", "---\na: b\n", ""]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn hostile_front_matter_is_refused_in_linear_time() {
        for inner in [
            "- ".repeat(20_000),
            "[".repeat(20_000),
            "a: &a [*a,*a]\n".repeat(2_000),
            "{a: ".repeat(9_000),
        ] {
            let text = format!("---\nk: v\n{inner}\n---\nText");
            let matter = read(&text).expect("front matter");
            assert!(text.ends_with(&text[matter.rest..]));
        }
    }
}
