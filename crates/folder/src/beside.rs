//! `NAME.meta.json`: what is known of an article, as it is written beside it.
//!
//! What cannot be used is named with its key, or with line and column where the
//! whole file cannot be read; the rest of it counts.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use dateline_ingest::Meta;
use dateline_model::{Warning, WarningKind};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;

use crate::bytes;
use crate::roles::ENDING;

/// Six facts: what is longer is something else.
pub(crate) const LIMIT: usize = 16 * 1024 * 1024;

const KNOWN: &str = "title, outlet, author, date, url and language are known";

/// The file of facts that stands beside an article.
pub(crate) fn of(article: &Path) -> PathBuf {
    article.with_extension(&ENDING[1..])
}

/// Reads the facts beside an article, where there are any.
pub(crate) fn load(name: &str, article: &Path, warnings: &mut Vec<Warning>) -> Option<Meta> {
    let file = of(article);
    // Asked of the name itself, so that a link that leads nowhere is no absence.
    if file.symlink_metadata().is_err_and(|error| error.kind() == io::ErrorKind::NotFound) {
        return None;
    }
    let beside = file.file_name().unwrap_or_default().to_string_lossy();
    facts(name, &beside, bytes::bytes(&file, LIMIT), warnings)
}

/// The facts in these bytes of the file `beside` an article.
pub(crate) fn facts(
    name: &str,
    beside: &str,
    bytes: io::Result<Vec<u8>>,
    warnings: &mut Vec<Warning>,
) -> Option<Meta> {
    let mut doubts = Vec::new();
    let meta = match bytes {
        Ok(bytes) if bytes.len() > LIMIT => {
            doubts.push(format!("is larger than {} MB; {KNOWN}", LIMIT / (1024 * 1024)));
            None
        }
        Ok(bytes) => parse(&bytes, &mut doubts),
        Err(error) => {
            doubts.push(format!("could not be read: {error}"));
            None
        }
    };
    warnings.extend(doubts.into_iter().map(|doubt| Warning {
        file: name.into(),
        kind: WarningKind::Meta,
        message: format!("{name}: {beside}: {doubt}"),
    }));
    meta
}

/// Facts that are too many to be facts.
pub(crate) fn too_large(name: &str, beside: &str) -> Warning {
    let beside = beside.rsplit('/').next().unwrap_or(beside);
    let limit = LIMIT / (1024 * 1024);
    Warning {
        file: name.into(),
        kind: WarningKind::Meta,
        message: format!("{name}: {beside}: is larger than {limit} MB; {KNOWN}"),
    }
}

fn parse(bytes: &[u8], doubts: &mut Vec<String>) -> Option<Meta> {
    // Some editors begin every file with a byte order mark, which JSON does not know.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let rows = match serde_json::from_slice(bytes) {
        Ok(Rows(rows)) => rows,
        // serde_json says line and column.
        Err(error) => {
            doubts.push(format!("{error}; {KNOWN}"));
            return None;
        }
    };
    let mut meta = Meta::default();
    let mut given: Vec<String> = Vec::new();
    for (key, value) in rows {
        let Some(place) = place(&mut meta, &key) else {
            doubts.push(format!("unknown field `{key}`; {KNOWN}"));
            continue;
        };
        if given.contains(&key) {
            doubts.push(format!("{key} is given twice; one was expected, and the first counts"));
            continue;
        }
        match value {
            Value::Null => {}
            Value::String(text) => *place = Some(text),
            other => doubts.push(format!("{key} is {}; a text was expected", kind(&other))),
        }
        given.push(key);
    }
    Some(meta)
}

fn place<'m>(meta: &'m mut Meta, key: &str) -> Option<&'m mut Option<String>> {
    let Meta { title, outlet, author, date, url, language } = meta;
    Some(match key {
        "title" => title,
        "outlet" => outlet,
        "author" => author,
        "date" => date,
        "url" => url,
        "language" => language,
        _ => return None,
    })
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Bool(_) => "a truth value",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// An object's rows as they are written: a map would forget the first of two with one key.
struct Rows(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Rows {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Rows;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("an object with texts")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Rows, A::Error> {
                let mut rows = Vec::new();
                while let Some(row) = map.next_entry()? {
                    rows.push(row);
                }
                Ok(Rows(rows))
            }
        }
        from.deserialize_map(Reader)
    }
}
