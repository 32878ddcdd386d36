//! Reads the facts of an article out of a record: front matter or a JSON object.
//! Names of fields are compared in lower case without `_`, `-`, `.`, `:` and spaces.

mod names;

use dateline_lang::page::{
    AUTHOR_PREFIXES, BY_PREFIXES, BY_TITLES, LANGUAGE_NAMES, NAME_ENDS, find,
};
use serde_json::{Map, Value};

use self::names::{BODIES, IDS, INSIDE, NAMES, PERSON_KEYS, TEXT_KEYS};
use crate::facts::address::is_url;
use crate::facts::names::name_before;
use crate::facts::stated::{Fact, Origin, Statement};

/// A record whose fields are found by what they mean.
pub(crate) struct Record<'v> {
    /// Folded name, name as written, value; outer fields first.
    fields: Vec<(String, &'v str, &'v Value)>,
}

impl<'v> Record<'v> {
    /// From an object, with the objects in it that hold an article's fields.
    pub fn new(object: &'v Map<String, Value>) -> Self {
        let mut fields = Vec::new();
        let mut add = |object: &'v Map<String, Value>| {
            fields.extend(object.iter().map(|(key, value)| (folded(key), key.as_str(), value)));
        };
        add(object);
        for inner in INSIDE {
            if let Some(Value::Object(inner)) = object.get(*inner) {
                add(inner);
            }
        }
        Self { fields }
    }

    fn named(&self, name: &str) -> impl Iterator<Item = (&'v str, &'v Value)> {
        self.fields.iter().filter(move |row| row.0 == name).map(|row| (row.1, row.2))
    }

    /// The article's text. A short one gives way to a much longer one: a teaser
    /// may be called "text" beside a "content".
    pub fn body(&self) -> Option<String> {
        let mut found = BODIES
            .iter()
            .flat_map(|name| self.named(name))
            .map(|(_, value)| running(value))
            .filter(|text| text.contains(char::is_alphanumeric));
        let first = found.next()?;
        if first.len() >= 400 {
            return Some(first);
        }
        let longer = found.find(|text| text.len() > first.len() * 2 + 200);
        Some(longer.unwrap_or(first))
    }

    /// The row's own name for itself.
    pub fn id(&self) -> Option<String> {
        IDS.iter().flat_map(|name| self.named(name)).find_map(|(_, value)| match value {
            Value::String(text) => Some(text.clone()).filter(|text| !is_url(text)),
            Value::Number(number) => Some(number.to_string()),
            Value::Object(object) => Some(object.get("$oid")?.as_str()?.to_owned()),
            _ => None,
        })
    }

    /// Every fact that the record states, one statement for each.
    pub fn statements(&self, origin: Origin) -> Vec<Statement> {
        NAMES
            .iter()
            .filter_map(|(fact, names)| {
                names.iter().flat_map(|name| self.named(name)).find_map(|(key, value)| {
                    let values = usable(*fact, value);
                    let key = key.to_owned();
                    (!values.is_empty()).then_some(Statement { fact: *fact, values, key, origin })
                })
            })
            .collect()
    }

    /// Whether a field of that (folded) name is there.
    pub fn has(&self, name: &str) -> bool {
        self.named(name).next().is_some()
    }
}

/// The values of a field that can state such a fact.
fn usable(fact: Fact, value: &Value) -> Vec<String> {
    let mut values = texts(value);
    match fact {
        Fact::Author => {
            values = values.iter().filter_map(|value| author(value)).collect();
            // No article has more; a list of thousands is hostile.
            values.truncate(40);
            let mut seen = Vec::new();
            values.retain(|value| {
                !seen.contains(value) && {
                    seen.push(value.clone());
                    true
                }
            });
        }
        Fact::Url => values.retain(|value| is_url(value)),
        Fact::Outlet => values.retain(|value| !is_url(value) && value.chars().count() <= 80),
        Fact::Title | Fact::Standfirst => {
            values = values.iter().map(|value| crate::markup::plain::inline(value)).collect();
            values.retain(|value| !value.is_empty());
        }
        Fact::Language => values = values.iter().filter_map(|value| language(value)).collect(),
        Fact::Tags | Fact::Section => {
            values = values
                .iter()
                .map(|value| value.trim_start_matches('#').trim().to_owned())
                .collect();
            values.retain(|value| !value.is_empty() && value.chars().count() <= 200);
        }
        _ => {}
    }
    if fact == Fact::Section {
        values.truncate(1);
    }
    values
}

/// "By [[Ada Lind]]" and "Ada Lind <ada@example.org>" are Ada Lind; an address
/// is nobody.
fn author(value: &str) -> Option<String> {
    let value = crate::markup::plain::inline(value);
    let value = value.trim().trim_start_matches("[[").trim_end_matches("]]");
    let value = value.rsplit('|').next().unwrap_or(value);
    let value = match value.split_once('<') {
        Some((name, _)) => name,
        None => value,
    };
    let value = BY_TITLES
        .iter()
        .chain(&*BY_PREFIXES)
        .chain(&*AUTHOR_PREFIXES)
        .fold(value.trim(), |value, word| value.strip_prefix(*word).unwrap_or(value));
    let value = place_off(value.trim_matches(['"', ',', ';', ' ']));
    let fits = value.contains(char::is_alphabetic)
        && !value.contains(['@', '\n'])
        && !is_url(value)
        && value.chars().count() <= 120;
    fits.then(|| value.to_owned())
}

/// "Ada Lind in Oakdale" is Ada Lind.
fn place_off(value: &str) -> &str {
    let name = name_before(value, true).filter(|name| value.starts_with(name.as_str()));
    let Some(name) = name else { return value };
    let mut rest = value[name.len()..].split_whitespace();
    let ends = rest.next().is_some_and(|word| NAME_ENDS.contains(&word));
    let place = rest.next().is_some_and(|word| word.starts_with(char::is_uppercase));
    if ends && place { &value[..name.len()] } else { value }
}

/// BCP 47 from "en", "en_GB" or "English".
pub(super) fn language(value: &str) -> Option<String> {
    let value = value.trim().replace('_', "-");
    let lower = value.to_lowercase();
    if let Some(tag) = find(&LANGUAGE_NAMES, &lower) {
        return Some(tag.to_owned());
    }
    let mut parts = value.split('-');
    let first = parts.next()?;
    // Three letters stand for the two that the web uses.
    if first.len() == 3
        && value.len() == 3
        && let known = dateline_lang::of(&lower).tag
        && known != "und"
    {
        return Some(known.to_owned());
    }
    let fits = (2..=3).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        });
    fits.then(|| value.replacen(first, &first.to_lowercase(), 1))
}

/// Texts of a value: itself, those of a list, the name of an object.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => {
            let text = text.trim();
            if text.is_empty() { Vec::new() } else { vec![text.to_owned()] }
        }
        Value::Number(number) => vec![number.to_string()],
        Value::Array(values) => values.iter().flat_map(texts).collect(),
        Value::Object(object) => {
            if let Some(Value::String(all)) = object.get("original").filter(|it| !it.is_null()) {
                return vec![all.trim().to_owned()];
            }
            if let Some(Value::Array(parts)) = object.get("date-parts") {
                return day_of_parts(parts).into_iter().collect();
            }
            if let Some(Value::Array(people)) = object.get("person").or(object.get("byline")) {
                return people.iter().flat_map(texts).collect();
            }
            let part = |key: &str| object.get(key).and_then(Value::as_str).unwrap_or("").trim();
            for (first, last) in PERSON_KEYS {
                let name = format!("{} {}", part(first), part(last));
                if !part(last).is_empty() && part("name").is_empty() {
                    return vec![name.trim().to_owned()];
                }
            }
            TEXT_KEYS
                .iter()
                .filter_map(|key| object.get(*key))
                .map(texts)
                .find(|texts| !texts.is_empty())
                .unwrap_or_default()
        }
        Value::Bool(_) | Value::Null => Vec::new(),
    }
}

/// `[[2024, 3, 5]]`, as programs for references write a day.
fn day_of_parts(parts: &[Value]) -> Option<String> {
    let [year, month, day] = &parts.first()?.as_array()?[..] else { return None };
    let number = |value: &Value| match value {
        Value::String(text) => text.trim().parse::<u16>().ok(),
        value => value.as_u64().and_then(|number| u16::try_from(number).ok()),
    };
    Some(format!("{:04}-{:02}-{:02}", number(year)?, number(month)?, number(day)?))
}

/// A text that may stand in several pieces, each a paragraph.
fn running(value: &Value) -> String {
    match value {
        Value::Array(values) => values
            .iter()
            .map(running)
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join("\n\n"),
        Value::String(text) => text.clone(),
        Value::Object(_) => texts(value).join("\n\n"),
        _ => String::new(),
    }
}

/// Whether a name is one of those that fields of articles have.
pub(super) fn is_field(name: &str) -> bool {
    let name = folded(name);
    let facts = NAMES.iter().flat_map(|row| row.1).chain(BODIES).chain(IDS);
    facts.into_iter().any(|field| *field == name)
}

pub(crate) fn folded(key: &str) -> String {
    let strip = |c: &char| !matches!(c, '-' | '.' | ':' | ' ');
    let mut name: String = key.chars().filter(strip).flat_map(char::to_lowercase).collect();
    if !name.starts_with('_') {
        name.retain(|c| c != '_');
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_folded() {
        let names = NAMES.iter().flat_map(|row| row.1).chain(BODIES).chain(IDS);
        for name in names {
            assert_eq!(folded(name), *name);
        }
    }

    fn check(json: &str, fact: Fact, expected: &[&str]) {
        let value: Value = serde_json::from_str(json).expect("JSON");
        let record = Record::new(value.as_object().expect("an object"));
        let statements = record.statements(Origin::Field);
        let found = statements.iter().find(|row| row.fact == fact).map(|row| row.values.clone());
        assert_eq!(found.unwrap_or_default(), expected, "{json}");
    }

    #[test]
    fn the_usual_names_of_each_fact_are_known() {
        for (json, fact, expected) in [
            (r#"{"webTitle": "Harbour opens"}"#, Fact::Title, "Harbour opens"),
            (r#"{"headline": {"main": "Harbour opens"}}"#, Fact::Title, "Harbour opens"),
            (r#"{"title": {"rendered": "Salt &amp; choir"}}"#, Fact::Title, "Salt & choir"),
            (r#"{"published_at": "2024-03-05", "date": "x"}"#, Fact::Date, "2024-03-05"),
            (r#"{"pubDate": 1709600000}"#, Fact::Date, "1709600000"),
            (r#"{"date": {"$date": "2024-03-05"}}"#, Fact::Date, "2024-03-05"),
            (r#"{"byline": "By Ada Lind"}"#, Fact::Author, "Ada Lind"),
            (r#"{"author": "[[Ada Lind]]"}"#, Fact::Author, "Ada Lind"),
            (r#"{"creator": {"@type": "Person", "name": "Ada Lind"}}"#, Fact::Author, "Ada Lind"),
            (r#"{"author": {"firstName": "Ada", "lastName": "Lind"}}"#, Fact::Author, "Ada Lind"),
            (r#"{"source": {"id": null, "name": "Port Post"}}"#, Fact::Outlet, "Port Post"),
            (r#"{"source": "https://example.org/a"}"#, Fact::Url, "https://example.org/a"),
            (r#"{"canonical-url": "https://example.org/a"}"#, Fact::Url, "https://example.org/a"),
            (r#"{"byline": {"original": "By Ada Lind"}}"#, Fact::Author, "Ada Lind"),
            (r#"{"byline": "Ada Lind in Oakdale"}"#, Fact::Author, "Ada Lind"),
            (r#"{"byline": "Ada in der Au"}"#, Fact::Author, "Ada in der Au"),
            (r#"{"author": [{"family": "Lind", "given": "Ada"}]}"#, Fact::Author, "Ada Lind"),
            (r#"{"published_by": ["Ada Lind"]}"#, Fact::Author, "Ada Lind"),
            (r#"{"container-title": "Port Post"}"#, Fact::Outlet, "Port Post"),
            (r#"{"media_name": "Port Post"}"#, Fact::Outlet, "Port Post"),
            (r#"{"issued": {"date-parts": [["2024", 3, 5]]}}"#, Fact::Date, "2024-03-05"),
            (r#"{"thread": {"url": "https://example.org/a"}}"#, Fact::Url, "https://example.org/a"),
            (r#"{"language": "eng"}"#, Fact::Language, "en"),
            (r#"{"lang": "en_GB"}"#, Fact::Language, "en-GB"),
            (r#"{"language": "English"}"#, Fact::Language, "en"),
            (r#"{"articleSection": ["World", "Europe"]}"#, Fact::Section, "World"),
            (r#"{"fields": {"trailText": "<b>Salt</b> came"}}"#, Fact::Standfirst, "Salt came"),
        ] {
            check(json, fact, &[expected]);
        }
    }

    #[test]
    fn several_authors_and_tags_stay_several() {
        check(
            r#"{"authors": ["Ada Lind", {"name": "Tom Ek"}]}"#,
            Fact::Author,
            &["Ada Lind", "Tom Ek"],
        );
        check(r##"{"tags": ["#salt", "choir"]}"##, Fact::Tags, &["salt", "choir"]);
    }

    #[test]
    fn what_states_nothing_is_passed_over() {
        check(r#"{"author": "https://example.org/ada", "authors": []}"#, Fact::Author, &[]);
        check(r#"{"language": "the usual one"}"#, Fact::Language, &[]);
        check(r#"{"url": "/posts/harbour"}"#, Fact::Url, &[]);
        check(r#"{"title": "  ", "name": null}"#, Fact::Title, &[]);
    }

    #[test]
    fn a_teaser_gives_way_to_the_longer_text() {
        let long = "The boat came into the harbour of the town. ".repeat(12);
        let json = format!(r#"{{"text": "The boat came.", "content": "{long}"}}"#);
        let value: Value = serde_json::from_str(&json).expect("JSON");
        let body = Record::new(value.as_object().expect("an object")).body();
        assert_eq!(body.as_deref(), Some(long.as_str()));
    }
}
