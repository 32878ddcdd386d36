//! The note and the day of each correction of a row: `notes.title = "…"`, `days.title = 2026-11-30`, behind what
//! the row puts right.

use dateline_ingest::overlay::Fact;
use serde_json::{Map, Value as Json};
use toml_edit::{Datetime, DocumentMut, Item, Table, TableLike, value};

use super::is_no;

/// A row's note and day of all that has neither of its own. Nobody but a hand writes them first.
pub(super) const NOTE: &str = "note";
pub(super) const WHEN: &str = "when";

/// Notes and days of single corrections; a row's own `note` and `when` are of what has neither.
const TABLES: [&str; 2] = [NOTES, DAYS];
pub(super) const NOTES: &str = "notes";
const DAYS: &str = "days";

/// The correction that a field is part of.
pub(super) fn fact(field: &str) -> &str {
    match field {
        "time" => "date",
        other => other,
    }
}

/// Says when a correction of a row was made.
pub(super) fn date(row: &mut Table, fact: &str, day: &str) -> Result<(), String> {
    below(row, DAYS)?.insert(fact, value(parse(day)?));
    Ok(())
}

fn parse(day: &str) -> Result<Datetime, String> {
    day.parse().map_err(|_| format!("{day:?} is no day"))
}

/// Writes the notes on corrections, null where one is taken back; a row's own by its name.
pub(super) fn note(row: &mut Table, notes: &Map<String, Json>, day: &str) -> Result<(), String> {
    for (fact, note) in notes {
        let all: &mut dyn TableLike = if fact == NOTE { row } else { below(row, NOTES)? };
        match note.as_str() {
            Some(note) => drop(all.insert(fact, value(note))),
            None => drop(all.remove(fact)),
        }
    }
    if notes.get(NOTE).is_some_and(Json::is_string) {
        row.insert(WHEN, value(parse(day)?));
    }
    Ok(())
}

/// Note and day of one correction; a note that is empty is taken back.
pub(super) fn set(row: &mut Table, fact: &str, text: &str, day: &str) -> Result<(), String> {
    date(row, fact, day)?;
    let text = if text.is_empty() { Json::Null } else { text.into() };
    note(row, &Map::from_iter([(fact.to_owned(), text)]), day)
}

/// What stood beside a correction that is taken back goes with it.
pub(super) fn forget(row: &mut Table, fact: &str) {
    for table in TABLES {
        if let Some(all) = row.get_mut(table).and_then(Item::as_table_like_mut) {
            all.remove(fact);
        }
    }
}

/// Notes and days stand behind all that is put right.
pub(super) fn tidy(row: &mut Table) {
    for table in TABLES {
        let is_empty = |item: &Item| item.as_table_like().is_some_and(|all| all.is_empty());
        if row.get(table).is_some_and(is_empty) {
            row.remove(table);
        }
        if row.get(table).and_then(Item::as_table).is_some_and(Table::is_dotted)
            && let Some((key, item)) = row.remove_entry(table)
        {
            row.insert_formatted(&key, item);
        }
    }
}

/// What is put right in a row, each with its note; empty where there is none. The row's own note is of what has
/// neither a note nor a day.
pub(super) fn all(document: &DocumentMut, table: &str, id: &str) -> Map<String, Json> {
    let row = document.get(table).and_then(|rows| rows.get(id)).and_then(Item::as_table_like);
    let said = |table: &str, fact: &str| row?.get(table)?.get(fact);
    let is_fact =
        |field: &str| field == NOTE || Fact::of(table).iter().any(|fact| fact.key() == field);
    let fields = row.into_iter().flat_map(TableLike::iter);
    let mut fields: Vec<&str> =
        fields.map(|(field, _)| fact(field)).filter(|it| is_fact(it)).collect();
    if table == "names" {
        fields.extend(of_name(document, id));
    }
    let rest = row.and_then(|row| row.get(NOTE)).and_then(Item::as_str).unwrap_or_default();
    let note = |fact: &str| match (said(NOTES, fact), said(DAYS, fact)) {
        (Some(note), _) => note.as_str().unwrap_or_default().to_owned(),
        (None, Some(_)) => String::new(),
        (None, None) => rest.to_owned(),
    };
    fields.into_iter().map(|fact| (fact.to_owned(), note(fact).into())).collect()
}

/// What is put right of a name outside of its row.
fn of_name(document: &DocumentMut, name: &str) -> Vec<&'static str> {
    let has = |list: &&str| {
        let list = document.get("entities").and_then(|it| it.get(list));
        let mut texts = list.and_then(Item::as_array).into_iter().flatten();
        list.and_then(|it| it.get(name)).is_some() || texts.any(|it| it.as_str() == Some(name))
    };
    ["merge", "split", "ignore"].into_iter().filter(has).collect()
}

fn below<'t>(row: &'t mut Table, name: &str) -> Result<&'t mut dyn TableLike, String> {
    let item = row.entry(name).or_insert_with(|| {
        let mut table = Table::new();
        table.set_dotted(true);
        Item::Table(table)
    });
    item.as_table_like_mut().ok_or_else(|| is_no(name, "table"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::correct::{Notes, Said, name, row};

    /// An overlay with a row put right, each time with its fields on the next day.
    fn after(before: &str, table: &str, steps: &[serde_json::Value]) -> String {
        let mut overlay = before.to_owned();
        for (at, fields) in steps.iter().enumerate() {
            let day = format!("2026-11-{:02}", at + 1);
            let fields = fields.as_object().expect("fields");
            overlay = row(&overlay, table, "a", fields, &day).expect("an overlay");
        }
        overlay
    }

    #[test]
    fn the_note_of_a_second_correction_leaves_that_of_the_first() {
        let steps = [
            json!({"title": "A", "notes": {"title": "As printed."}}),
            json!({"date": "2024-03-05", "time": "19:20"}),
            json!({"author": "Ada Quill", "notes": {"author": "Asked her."}}),
        ];
        let all = after("", "articles", &steps);
        assert_eq!(
            all,
            "[articles.a]\ntitle = \"A\"\ndate = \"2024-03-05\"\ntime = \"19:20\"\nauthor = \"Ada Quill\"\nnotes.title = \"As printed.\"\nnotes.author = \"Asked her.\"\ndays.title = 2026-11-01\ndays.date = 2026-11-02\ndays.author = 2026-11-03\n"
        );
        let none = [
            json!({"title": null}),
            json!({"author": null, "notes": {"author": null}}),
            json!({"date": null, "time": null}),
        ];
        assert_eq!(after(&all, "articles", &none), "");
        let without = after(&all, "articles", &[json!({"notes": {"title": null}})]);
        assert!(without.contains("days.title") && !without.contains("notes.title"), "{without}");
    }

    #[test]
    fn what_a_hand_wrote_of_a_whole_row_stays_and_is_of_what_has_nothing_of_its_own() {
        let hand =
            "[articles.a]\ntitle = \"A\"  # theirs\nnote = \"As printed.\"\nwhen = 2026-10-01\n";
        let all = after(hand, "articles", &[json!({"outlet": "Post"}), json!({"checked": true})]);
        assert!(all.starts_with(hand), "{all}");
        let notes = Notes::of(&all).on("articles", "a");
        assert_eq!(
            serde_json::Value::from(notes),
            json!({"title": "As printed.", "note": "As printed.", "outlet": "", "checked": ""})
        );
        let again = [json!({"notes": {"note": "Two say so."}})];
        let again = after(&all, "articles", &again);
        assert!(again.contains("note = \"Two say so.\"\nwhen = 2026-11-01\n"), "{again}");
        let table = "[articles.a]\ntitle = \"A\"\n\n[articles.a.notes]\ntitle = \"Why.\"\n";
        let more = [json!({"outlet": "Post", "notes": {"outlet": "So."}})];
        let more = after(table, "articles", &more);
        assert!(more.contains("[articles.a.notes]\ntitle = \"Why.\"\noutlet = \"So.\""), "{more}");
        let inline = "[articles]\na = { title = \"A\", notes = { title = \"Why.\" } }\n";
        let more = after(inline, "articles", &[json!({"notes": {"title": "So."}})]);
        assert!(more.contains("notes = { title = \"So.\" }"), "{more}");
    }

    #[test]
    fn of_a_name_each_kind_of_correction_has_its_note() {
        let kind = [json!({"kind": "person", "notes": {"kind": "A person."}})];
        let kind = after("", "names", &kind);
        let both = name(&kind, "b", Said::Same("a"), "One of them.", "2026-11-02").unwrap();
        let notes = Notes::of(&both).on("names", "a");
        let expected = json!({"kind": "A person.", "merge": "One of them."});
        assert_eq!(serde_json::Value::from(notes), expected);
        // What is said of a name's kind stays when it is renamed; what is said of its spellings is of the new name's.
        let renamed = name(&both, "a", Said::Same("c"), "Both.", "2026-11-03").unwrap();
        assert!(renamed.contains("[names.a]\nkind = \"person\"\nnotes.kind"), "{renamed}");
        assert!(!renamed.contains("One of them."), "{renamed}");
        assert!(renamed.contains("[names.c]\nnotes.merge = \"Both.\"\n"), "{renamed}");
        let before = "[names.a]\nnote = \"Both.\"\n[entities]\nsplit = [\"a\"]\n";
        let notes = Notes::of(before).on("names", "a");
        assert_eq!(serde_json::Value::from(notes), json!({"note": "Both.", "split": "Both."}));
    }
}
