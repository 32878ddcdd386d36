//! Writes corrections into `dateline.toml`, and leaves everything else of it as somebody wrote it.

mod remarks;

use std::collections::BTreeSet;

use dateline_text::{Ids, slug};
use serde_json::{Map, Value as Json};
use toml_edit::{Array, DocumentMut, Item, Table, Value, value};

/// By what an article's row knows the text, as `dateline_folder` reads it.
const FINGERPRINT: &str = "fingerprint";
/// The tables that have a row for each of what they correct.
const TABLES: [&str; 3] = ["articles", "events", "names"];

/// The overlay with what an editor says on a day of one article, event or name, by table and id: each field with its
/// text, truth, list or table of these, or null where a correction is taken back. `notes` are the editor's notes, by
/// the field that each is on, or null.
///
/// # Errors
/// Where the overlay cannot be understood, or says something else in this place.
pub fn row(
    overlay: &str,
    table: &str,
    id: &str,
    fields: &Map<String, Json>,
    day: &str,
) -> Result<String, String> {
    change(overlay, table, id, |row| {
        let mut fields = fields.clone();
        let notes = fields.remove(remarks::NOTES);
        write(row, &fields)?;
        for field in fields.keys() {
            let fact = remarks::fact(field);
            if row.contains_key(fact) {
                remarks::date(row, fact, day)?;
            } else {
                remarks::forget(row, fact);
            }
        }
        let notes = notes.as_ref().and_then(Json::as_object);
        notes.map_or(Ok(()), |notes| remarks::note(row, notes, day))
    })
}

/// The overlay whose row of an article says what its text is known by.
///
/// # Errors
/// As [`row`].
pub fn known_by(overlay: &str, id: &str, fingerprint: u64) -> Result<String, String> {
    change(overlay, "articles", id, |row| {
        // Behind what is put right.
        row.remove(FINGERPRINT);
        row.insert(FINGERPRINT, value(digits(fingerprint)));
        Ok(())
    })
}

fn digits(fingerprint: u64) -> String {
    format!("{fingerprint:016x}")
}

/// The overlay with a row changed. One that says nothing any more goes.
fn change(
    overlay: &str,
    table: &str,
    id: &str,
    act: impl FnOnce(&mut Table) -> Result<(), String>,
) -> Result<String, String> {
    if !TABLES.contains(&table) {
        return Err(format!("{table} is no table of corrections"));
    }
    let mut document = parse(overlay)?;
    let rows = below(document.as_table_mut(), table)?;
    let row = below(rows, id)?;
    act(row)?;
    remarks::tidy(row);
    // What is put right of a name stands in `[entities]` for the most part.
    let says = row
        .iter()
        .any(|(field, _)| field != FINGERPRINT && (table == "names" || field != remarks::WHEN));
    if !says {
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

/// The texts that an editor gave a field of an article, event or name.
pub fn texts(overlay: &str, table: &str, id: &str, field: &str) -> Vec<String> {
    let Ok(document) = parse(overlay) else { return Vec::new() };
    let said = document.get(table).and_then(|rows| rows.get(id)?.get(field)?.as_array());
    said.into_iter().flatten().filter_map(|it| it.as_str()).map(str::to_owned).collect()
}

/// Whose corrections an overlay has, and the notes on them.
pub struct Notes(DocumentMut);

impl Notes {
    /// Those of an overlay; none where it cannot be understood.
    pub fn of(overlay: &str) -> Self {
        Self(parse(overlay).unwrap_or_default())
    }

    /// What is put right of an article, event or name, by field, each with its note; empty where there is none.
    pub fn on(&self, table: &str, id: &str) -> Map<String, Json> {
        remarks::all(&self.0, table, id)
    }

    /// The key of an article's row: the one that has its text's fingerprint, since its file may have been called
    /// otherwise, else its id.
    pub fn row_of(&self, id: &str, fingerprint: u64) -> String {
        let rows = self.0.get("articles").and_then(Item::as_table_like);
        let known =
            |row: &Item| row.get(FINGERPRINT).and_then(Item::as_str) == Some(&digits(fingerprint));
        let own = rows.and_then(|rows| rows.get(id)).is_some_and(known);
        let found = rows.into_iter().flat_map(|rows| rows.iter()).find(|row| known(row.1));
        found.filter(|_| !own).map_or(id, |row| row.0).to_owned()
    }
}

/// The overlay with an event of the editor's own. Its id is made of its words, and none of `taken`. It is one
/// correction, with one note and day, whatever it has.
///
/// # Errors
/// As [`row`].
pub fn own(
    overlay: &str,
    words: &str,
    taken: impl IntoIterator<Item = String>,
    fields: &Map<String, Json>,
    note: &str,
    day: &str,
) -> Result<String, String> {
    let document = parse(overlay)?;
    let mut ids = Ids::default();
    let rows = document.get("events").and_then(Item::as_table_like);
    let rows = rows.into_iter().flat_map(|rows| rows.iter()).map(|row| row.0.to_owned());
    for id in rows.chain(taken).collect::<BTreeSet<_>>() {
        ids.unique(&id);
    }
    change(overlay, "events", &ids.unique(&slug(words)), |row| {
        write(row, fields)?;
        let fact = if row.contains_key("from") { "from" } else { "own" };
        remarks::set(row, fact, note, day)
    })
}

/// The overlay with lines of an article's page moved: out of its text, or into it, behind the paragraph that is
/// given, before all where that is empty, where it stood in the page where none is. What was moved the other way
/// goes back. `notes` are the notes on the two lists.
///
/// # Errors
/// As [`row`].
pub fn lines(
    overlay: &str,
    id: &str,
    out: &[String],
    into: &[(String, Option<String>)],
    notes: &Map<String, Json>,
    day: &str,
) -> Result<String, String> {
    change(overlay, "articles", id, |row| {
        let mut moved = BTreeSet::new();
        for line in out {
            let back = row.get_mut(LINES_IN).and_then(Item::as_table_like_mut);
            if back.and_then(|lines| lines.remove(line)).is_some() {
                moved.insert(LINES_IN);
            } else {
                moved.insert(LINES_OUT);
                push(list(row, LINES_OUT)?, line);
            }
        }
        for (line, after) in into {
            let out = list(row, LINES_OUT)?;
            let place = out.iter().position(|it| it.as_str() == Some(line));
            if let Some(place) = place {
                moved.insert(LINES_OUT);
                out.remove(place);
            } else {
                moved.insert(LINES_IN);
                let place = after.as_ref().map_or_else(|| value(true), value);
                below(row, LINES_IN)?.insert(line, place);
            }
        }
        let is_empty = |item: &Item| {
            item.as_array().is_some_and(Array::is_empty)
                || item.as_table_like().is_some_and(|table| table.is_empty())
        };
        for lines in [LINES_OUT, LINES_IN] {
            if row.get(lines).is_some_and(is_empty) {
                row.remove(lines);
            }
            if !row.contains_key(lines) {
                remarks::forget(row, lines);
            } else if moved.contains(lines) {
                remarks::date(row, lines, day)?;
            }
        }
        let notes = notes.iter().filter(|(lines, _)| row.contains_key(lines));
        let notes: Map<String, Json> = notes.map(|(key, it)| (key.clone(), it.clone())).collect();
        remarks::note(row, &notes, day)
    })
}

const LINES_OUT: &str = "lines_out";
const LINES_IN: &str = "lines_in";

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

/// The overlay with what an editor says of a name, with the note on it and the day: these stand with the name that
/// is shown from now on.
///
/// # Errors
/// As [`row`].
pub fn name(
    overlay: &str,
    name: &str,
    said: Said<'_>,
    note: &str,
    day: &str,
) -> Result<String, String> {
    let mut document = parse(overlay)?;
    let entities = below(document.as_table_mut(), "entities")?;
    let (shown, fact) = match said {
        Said::Same(other) => {
            let merge = below(entities, "merge")?;
            // What it was called before is a spelling like the others.
            let before = merge.remove(name);
            let mut spellings =
                before.as_ref().and_then(Item::as_array).cloned().unwrap_or_default();
            spellings.push(name);
            let all = merge.entry(other).or_insert_with(|| value(Array::new()));
            let all = all.as_array_mut().ok_or_else(|| is_no("entities.merge", "list"))?;
            // It may have been one of the other's names until now.
            let spellings = spellings.iter().filter_map(|it| it.as_str());
            for spelling in spellings.filter(|spelling| *spelling != other) {
                push(all, spelling);
            }
            (other, "merge")
        }
        Said::None => {
            push(list(entities, "ignore")?, name);
            (name, "ignore")
        }
        Said::Apart(spelling) => {
            push(list(entities, "split")?, spelling);
            (spelling, "split")
        }
    };
    let mut overlay = document.to_string();
    if matches!(said, Said::Same(other) if other != name) {
        overlay = change(&overlay, "names", name, |row| {
            remarks::forget(row, fact);
            Ok(())
        })?;
    }
    change(&overlay, "names", shown, |row| remarks::set(row, fact, note, day))
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

    const DAY: &str = "2026-11-30";

    fn fields(value: Json) -> Map<String, Json> {
        value.as_object().cloned().expect("an object")
    }

    #[test]
    fn a_correction_is_written_beside_what_is_there_and_taken_back_again() {
        let before = "# Ours\ntitle = \"Talks\"  # shown\n\n[outlets]\nAT = \"Alder Times\"\n";
        let said = fields(json!({"date": "2024-03-05", "title": "The \"first\" day"}));
        let after = row(before, "articles", "sub/a", &said, DAY).unwrap();
        let expected = "\n[articles.\"sub/a\"]\ndate = \"2024-03-05\"\ntitle = 'The \"first\" day'\ndays.date = 2026-11-30\ndays.title = 2026-11-30\n";
        assert_eq!(after, [before, expected].concat());
        let fewer = row(&after, "articles", "sub/a", &fields(json!({"title": null})), DAY).unwrap();
        assert!(fewer.contains("date =") && !fewer.contains("title = '"), "{fewer}");
        assert!(!fewer.contains("days.title"), "{fewer}");
        let none = row(&fewer, "articles", "sub/a", &fields(json!({"date": null})), DAY).unwrap();
        assert_eq!(none, before);
        let event = fields(json!({"leave_out": true, "merge": ["one", "two"]}));
        let event = row("", "events", "a-b", &event, DAY).unwrap();
        assert!(
            event.starts_with("[events.a-b]\nleave_out = true\nmerge = [\"one\", \"two\"]\n"),
            "{event}"
        );
        assert_eq!(texts(&event, "events", "a-b", "merge"), ["one", "two"]);
        assert!(texts(&event, "events", "b", "merge").is_empty());
        assert!(row("", "articles", "a", &said, "soon").is_err());
    }

    #[test]
    fn an_articles_row_is_known_by_its_text() {
        let before = "[articles.old]\ntitle = \"A\"\n";
        let known = known_by(before, "old", 0xAB).unwrap();
        assert_eq!(known, "[articles.old]\ntitle = \"A\"\nfingerprint = \"00000000000000ab\"\n");
        for (id, fingerprint, expected) in
            [("old", 0xAB, "old"), ("new", 0xAB, "old"), ("new", 1, "new")]
        {
            assert_eq!(Notes::of(&known).row_of(id, fingerprint), expected);
        }
        // What nothing is put right of has no row.
        let none = row(&known, "articles", "old", &fields(json!({"title": null})), DAY).unwrap();
        assert_eq!(none, "");
        assert_eq!(known_by("", "old", 0xAB).unwrap(), "");
        assert!(Notes::of(&known).on("articles", "old").keys().eq(["title"]));
    }

    #[test]
    fn a_name_is_joined_renamed_kept_apart_or_none_and_its_note_goes_where_it_is_shown() {
        let same = |before: &str, one: &str, other: &str, note: &str| {
            name(before, one, Said::Same(other), note, DAY).unwrap()
        };
        let one = same("", "Putin", "Vladimir Putin", "Asked.");
        assert_eq!(
            one,
            "[entities.merge]\n\"Vladimir Putin\" = [\"Putin\"]\n\n[names.\"Vladimir Putin\"]\nnotes.merge = \"Asked.\"\ndays.merge = 2026-11-30\n"
        );
        let renamed = same(&one, "Vladimir Putin", "V. Putin", "As printed.");
        assert_eq!(
            renamed,
            "[entities.merge]\n\"V. Putin\" = [\"Putin\", \"Vladimir Putin\"]\n\n[names.\"V. Putin\"]\nnotes.merge = \"As printed.\"\ndays.merge = 2026-11-30\n"
        );
        let back = same(&one, "Vladimir Putin", "Putin", "");
        assert!(back.starts_with("[entities.merge]\nPutin = [\"Vladimir Putin\"]\n"), "{back}");
        let none = name("", "Sports", Said::None, "", DAY).unwrap();
        assert_eq!(name(&none, "Sports", Said::None, "", DAY).unwrap(), none);
        assert!(none.contains("ignore = [\"Sports\"]"), "{none}");
        let apart = name("", "A", Said::Apart("B"), "Another.", DAY).unwrap();
        assert!(
            apart.contains("split = [\"B\"]")
                && apart.contains("[names.B]\nnotes.split = \"Another.\""),
            "{apart}"
        );
    }

    #[test]
    fn lines_go_out_and_in_and_back_again() {
        let line = |text: &str| vec![text.to_owned()];
        let into = |text: &str, after: &str| vec![(text.to_owned(), Some(after.to_owned()))];
        let none = Map::new();
        let lines = |before: &str, id: &str, out: &[String], into: &[(String, Option<String>)]| {
            lines(before, id, out, into, &none, DAY)
        };
        let out = lines("", "a", &line("Share"), &[]).unwrap();
        assert_eq!(out, "[articles.a]\nlines_out = [\"Share\"]\ndays.lines_out = 2026-11-30\n");
        assert_eq!(lines(&out, "a", &[], &into("Share", "One.")).unwrap(), "");
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
        let one = own("", "2024-03-05 The talks begin", [], &said, "From the log.", DAY).unwrap();
        let expected = "[events.2024-03-05-the-talks-begin]\nlabel = \"The talks begin\"\nown = true\nnotes.own = \"From the log.\"\ndays.own = 2026-11-30\n\n[events.2024-03-05-the-talks-begin.told]\nb = []\n\"sub/a\" = [\"They began.\"]\n";
        assert_eq!(one, expected);
        let two = own(&one, "2024-03-05 The talks begin", [], &said, "", DAY).unwrap();
        assert!(
            two.starts_with(&one) && two.contains("[events.2024-03-05-the-talks-begin-2]"),
            "{two}"
        );
        let taken = ["talks".to_owned()];
        assert!(own("", "Talks", taken, &said, "", DAY).unwrap().contains("[events.talks-2]"));
    }

    #[test]
    fn tables_in_one_line_and_comments_above_a_header_are_borne() {
        let said = fields(json!({"title": "x"}));
        let inline =
            row("[articles]\na = { date = \"2024-03-05\" }\n", "articles", "a", &said, DAY)
                .unwrap();
        assert!(inline.contains("2024-03-05") && inline.contains("title = \"x\""), "{inline}");
        let list =
            name("entities = { ignore = [\"News\"] }\n", "Live", Said::None, "", DAY).unwrap();
        assert!(list.contains("News") && list.contains("Live"), "{list}");
        let before = "# Asked by mail.\n[articles]\n[articles.b]\ntitle = \"b\"\n";
        let after = row(before, "articles", "a", &said, DAY).unwrap();
        assert!(after.starts_with(before), "{after}");
    }

    #[test]
    fn what_cannot_be_understood_is_named_and_nothing_is_lost() {
        for broken in ["title = ", "articles = 3"] {
            let said = fields(json!({"title": "x"}));
            let error = row(broken, "articles", "a", &said, DAY).unwrap_err();
            assert!(error.starts_with("dateline.toml:"), "{error}");
        }
        assert!(row("", "site", "url", &fields(json!({})), DAY).is_err());
        assert!(name("entities = 1", "A", Said::None, "", DAY).is_err());
    }
}
