//! Writes corrections into `dateline.toml`, and leaves everything else of it as somebody wrote it.

use std::collections::BTreeSet;

use dateline_text::{Ids, slug};
use serde_json::{Map, Value as Json};
use toml_edit::{Array, Datetime, DocumentMut, Item, Table, Value, value};

/// The tables that have a row for each of what they correct.
const TABLES: [&str; 3] = ["articles", "events", "names"];

/// The day on which something was put right; it stands beside a correction, never alone.
const WHEN: &str = "when";

/// The overlay with what an editor says of one article, event or name, by table and id: each field with its text,
/// truth, list or table of these, or null where a correction is taken back.
///
/// # Errors
/// Where the overlay cannot be understood, or says something else in this place.
pub fn row(
    overlay: &str,
    table: &str,
    id: &str,
    fields: &Map<String, Json>,
) -> Result<String, String> {
    if !TABLES.contains(&table) {
        return Err(format!("{table} is no table of corrections"));
    }
    let mut document = parse(overlay)?;
    let rows = below(document.as_table_mut(), table)?;
    let row = below(rows, id)?;
    write(row, fields)?;
    // A name that was joined or told apart is corrected elsewhere; here stands only when.
    let is_alone = table != "names" && row.len() == 1 && row.contains_key(WHEN);
    if row.is_empty() || is_alone {
        rows.remove(id);
    }
    if rows.is_empty() {
        document.remove(table);
    }
    Ok(document.to_string())
}

fn write(row: &mut Table, fields: &Map<String, Json>) -> Result<(), String> {
    for (field, said) in fields {
        match said {
            Json::String(day) if field == WHEN => {
                let day: Datetime = day.parse().map_err(|_| format!("{day:?} is no day"))?;
                row.insert(field, value(day));
            }
            Json::String(text) => drop(row.insert(field, value(text.as_str()))),
            Json::Bool(is) => drop(row.insert(field, value(*is))),
            Json::Array(texts) => {
                let texts: Array = texts.iter().filter_map(Json::as_str).collect();
                row.insert(field, value(texts));
            }
            Json::Object(more) => write(below(row, field)?, more)?,
            _ => drop(row.remove(field)),
        }
    }
    Ok(())
}

/// The text that an editor gave a field of an article, event or name.
pub fn text(overlay: &str, table: &str, id: &str, field: &str) -> Option<String> {
    said(overlay, table, id, field)?.as_str().map(str::to_owned)
}

/// The texts that an editor gave such a field.
pub fn texts(overlay: &str, table: &str, id: &str, field: &str) -> Vec<String> {
    let said = said(overlay, table, id, field);
    let list = said.as_ref().and_then(Item::as_array).into_iter().flatten();
    list.filter_map(|it| it.as_str()).map(str::to_owned).collect()
}

fn said(overlay: &str, table: &str, id: &str, field: &str) -> Option<Item> {
    let document: DocumentMut = overlay.parse().ok()?;
    document.get(table)?.get(id)?.get(field).cloned()
}

/// The overlay with an event of the editor's own. Its id is made of its words, and none of `taken`.
///
/// # Errors
/// As [`row`].
pub fn own(
    overlay: &str,
    words: &str,
    taken: impl IntoIterator<Item = String>,
    fields: &Map<String, Json>,
) -> Result<String, String> {
    let document = parse(overlay)?;
    let mut ids = Ids::default();
    let rows = document.get("events").and_then(Item::as_table_like);
    let rows = rows.into_iter().flat_map(|rows| rows.iter()).map(|row| row.0.to_owned());
    for id in rows.chain(taken).collect::<BTreeSet<_>>() {
        ids.unique(&id);
    }
    row(overlay, "events", &ids.unique(&slug(words)), fields)
}

/// The overlay with lines of an article's page moved: out of its text, or into it, behind the paragraph that is
/// given, before all where that is empty, where it stood in the page where none is. What was moved the other way
/// goes back.
///
/// # Errors
/// As [`row`].
pub fn lines(
    overlay: &str,
    id: &str,
    out: &[String],
    into: &[(String, Option<String>)],
) -> Result<String, String> {
    let mut document = parse(overlay)?;
    let row = below(below(document.as_table_mut(), "articles")?, id)?;
    for line in out {
        if below(row, "lines_in")?.remove(line).is_none() {
            push(list(row, "lines_out")?, line);
        }
    }
    for (line, after) in into {
        let moved = list(row, "lines_out")?;
        let place = moved.iter().position(|it| it.as_str() == Some(line));
        match place {
            Some(place) => drop(moved.remove(place)),
            None => {
                let place = after.as_ref().map_or_else(|| value(true), value);
                below(row, "lines_in")?.insert(line, place);
            }
        }
    }
    if row.get("lines_out").and_then(Item::as_array).is_some_and(Array::is_empty) {
        row.remove("lines_out");
    }
    if row.get("lines_in").and_then(Item::as_table).is_some_and(Table::is_empty) {
        row.remove("lines_in");
    }
    if row.is_empty() {
        document["articles"].as_table_mut().map(|rows| rows.remove(id));
    }
    Ok(document.to_string())
}

/// What an editor says of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said<'n> {
    /// It is the same as this one, which is what both are called from now on.
    Same(&'n str),
    /// It is the name of nobody and nothing.
    None,
    /// This spelling of it is somebody else.
    Apart(&'n str),
}

/// The overlay with what an editor says of a name.
///
/// # Errors
/// As [`row`].
pub fn name(overlay: &str, name: &str, said: Said<'_>) -> Result<String, String> {
    let mut document = parse(overlay)?;
    let entities = below(document.as_table_mut(), "entities")?;
    match said {
        Said::Same(other) => {
            let merge = below(entities, "merge")?;
            // What it was called before is a spelling like the others.
            let before = merge.remove(name);
            let mut spellings =
                before.as_ref().and_then(Item::as_array).cloned().unwrap_or_default();
            spellings.push(name);
            let all = merge.entry(other).or_insert_with(|| value(Array::new()));
            let all = all.as_array_mut().ok_or_else(|| is_no("entities.merge", "list"))?;
            for spelling in spellings.iter().filter_map(|it| it.as_str()) {
                push(all, spelling);
            }
        }
        Said::None => push(list(entities, "ignore")?, name),
        Said::Apart(spelling) => push(list(entities, "split")?, spelling),
    }
    Ok(document.to_string())
}

fn parse(overlay: &str) -> Result<DocumentMut, String> {
    overlay.parse().map_err(|error: toml_edit::TomlError| format!("dateline.toml: {error}"))
}

fn is_no(name: &str, what: &str) -> String {
    format!("dateline.toml: [{name}] is no {what}; one was expected")
}

/// The table of this name; a new one where there is none.
fn below<'t>(parent: &'t mut Table, name: &str) -> Result<&'t mut Table, String> {
    let item = parent.entry(name).or_insert_with(|| {
        let mut table = Table::new();
        // Its header is written where it has rows of its own.
        table.set_implicit(true);
        Item::Table(table)
    });
    // A table in one line becomes one of its own, which has room.
    if let Item::Value(Value::InlineTable(table)) = item {
        *item = Item::Table(core::mem::take(table).into_table());
    }
    item.as_table_mut().ok_or_else(|| is_no(name, "table"))
}

/// The list of this name; a new one where there is none.
fn list<'t>(parent: &'t mut Table, name: &str) -> Result<&'t mut Array, String> {
    let item = parent.entry(name).or_insert_with(|| value(Array::new()));
    item.as_array_mut().ok_or_else(|| is_no(name, "list"))
}

fn push(list: &mut Array, text: &str) {
    if !list.iter().any(|one| one.as_str() == Some(text)) {
        list.push(text);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn fields(value: Json) -> Map<String, Json> {
        value.as_object().cloned().expect("an object")
    }

    #[test]
    fn a_correction_is_written_beside_what_is_there_and_taken_back_again() {
        let before = "# Ours\ntitle = \"Talks\"  # shown\n\n[outlets]\nAT = \"Alder Times\"\n";
        let said = fields(json!({"date": "2024-03-05", "title": "The \"first\" day"}));
        let after = row(before, "articles", "sub/a", &said).unwrap();
        let expected =
            "\n[articles.\"sub/a\"]\ndate = \"2024-03-05\"\ntitle = 'The \"first\" day'\n";
        assert_eq!(after, [before, expected].concat());
        let fewer = row(&after, "articles", "sub/a", &fields(json!({"title": null}))).unwrap();
        assert!(fewer.contains("date =") && !fewer.contains("first"), "{fewer}");
        let none = row(&fewer, "articles", "sub/a", &fields(json!({"date": null}))).unwrap();
        assert_eq!(none, before);
        let event = fields(json!({"leave_out": true, "merge": ["one", "two"]}));
        let event = row("", "events", "a-b", &event).unwrap();
        assert_eq!(event, "[events.a-b]\nleave_out = true\nmerge = [\"one\", \"two\"]\n");
    }

    #[test]
    fn a_name_is_joined_renamed_kept_apart_or_none() {
        let one = name("", "Putin", Said::Same("Vladimir Putin")).unwrap();
        assert_eq!(one, "[entities.merge]\n\"Vladimir Putin\" = [\"Putin\"]\n");
        let renamed = name(&one, "Vladimir Putin", Said::Same("V. Putin")).unwrap();
        assert_eq!(renamed, "[entities.merge]\n\"V. Putin\" = [\"Putin\", \"Vladimir Putin\"]\n");
        let none = name("", "Sports", Said::None).unwrap();
        assert_eq!(name(&none, "Sports", Said::None).unwrap(), none);
        assert!(none.contains("ignore = [\"Sports\"]"), "{none}");
        assert!(name("", "A", Said::Apart("B")).unwrap().contains("split = [\"B\"]"));
    }

    #[test]
    fn a_day_is_a_day_and_never_stands_alone() {
        let said = fields(json!({"checked": true, "when": "2026-11-30"}));
        let after = row("", "articles", "a", &said).unwrap();
        assert_eq!(after, "[articles.a]\nchecked = true\nwhen = 2026-11-30\n");
        let back = fields(json!({"checked": null, "when": "2026-12-01"}));
        assert_eq!(row(&after, "articles", "a", &back).unwrap(), "");
        let name = row("", "names", "Ada Quill", &fields(json!({"when": "2026-12-01"}))).unwrap();
        assert_eq!(name, "[names.\"Ada Quill\"]\nwhen = 2026-12-01\n");
        assert!(row("", "names", "A", &fields(json!({"when": "soon"}))).is_err());
        assert_eq!(text(&after, "articles", "a", "checked"), None);
        let noted = row("", "articles", "a", &fields(json!({"note": "Asked."}))).unwrap();
        assert_eq!(text(&noted, "articles", "a", "note").as_deref(), Some("Asked."));
        let merged = row("", "events", "a", &fields(json!({"merge": ["b", "c"]}))).unwrap();
        assert_eq!(texts(&merged, "events", "a", "merge"), ["b", "c"]);
        assert!(texts(&merged, "events", "b", "merge").is_empty());
    }

    #[test]
    fn lines_go_out_and_in_and_back_again() {
        let line = |text: &str| vec![text.to_owned()];
        let into = |text: &str, after: &str| vec![(text.to_owned(), Some(after.to_owned()))];
        let out = lines("", "a", &line("Share"), &[]).unwrap();
        assert_eq!(out, "[articles.a]\nlines_out = [\"Share\"]\n");
        assert_eq!(lines(&out, "a", &[], &into("Share", "One.")).unwrap().trim(), "");
        let both = lines(&out, "a", &[], &into("Two.", "One.")).unwrap();
        assert!(both.ends_with("[articles.a.lines_in]\n\"Two.\" = \"One.\"\n"), "{both}");
        assert_eq!(lines(&both, "a", &line("Two."), &[]).unwrap(), out);
        let there = lines(&out, "a", &[], &[("Two.".into(), None)]).unwrap();
        assert!(there.ends_with("[articles.a.lines_in]\n\"Two.\" = true\n"), "{there}");
        assert_eq!(lines(&there, "a", &line("Two."), &[]).unwrap(), out);
    }

    #[test]
    fn an_event_of_ones_own_gets_an_id_that_is_free() {
        let said = fields(json!({
            "own": true,
            "label": "The talks begin",
            "told": {"sub/a": ["They began."], "b": []},
        }));
        let one = own("", "2024-03-05 The talks begin", [], &said).unwrap();
        let expected = "[events.2024-03-05-the-talks-begin]\nlabel = \"The talks begin\"\nown = true\n\n[events.2024-03-05-the-talks-begin.told]\nb = []\n\"sub/a\" = [\"They began.\"]\n";
        assert_eq!(one, expected);
        let two = own(&one, "2024-03-05 The talks begin", [], &said).unwrap();
        assert!(
            two.starts_with(&one) && two.contains("[events.2024-03-05-the-talks-begin-2]"),
            "{two}"
        );
        let taken = ["talks".to_owned()];
        assert!(own("", "Talks", taken, &said).unwrap().contains("[events.talks-2]"));
    }

    #[test]
    fn tables_in_one_line_and_comments_above_a_header_are_borne() {
        let said = fields(json!({"title": "x"}));
        let inline =
            row("[articles]\na = { date = \"2024-03-05\" }\n", "articles", "a", &said).unwrap();
        assert!(inline.contains("2024-03-05") && inline.contains("title = \"x\""), "{inline}");
        let list = name("entities = { ignore = [\"News\"] }\n", "Live", Said::None).unwrap();
        assert!(list.contains("News") && list.contains("Live"), "{list}");
        let before = "# Asked by mail.\n[articles]\n[articles.b]\ntitle = \"b\"\n";
        let after = row(before, "articles", "a", &said).unwrap();
        assert!(after.starts_with(before), "{after}");
    }

    #[test]
    fn what_cannot_be_understood_is_named_and_nothing_is_lost() {
        for broken in ["title = ", "articles = 3"] {
            let said = fields(json!({"title": "x"}));
            let error = row(broken, "articles", "a", &said).unwrap_err();
            assert!(error.starts_with("dateline.toml:"), "{error}");
        }
        assert!(row("", "site", "url", &fields(json!({}))).is_err());
        assert!(name("entities = 1", "A", Said::None).is_err());
    }
}
