//! `merge`: the corrections of two people become one overlay, without loss. Where they say different things of
//! the same, nothing is written and each such place is named.

mod spread;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use toml_edit::{Array, DocumentMut, Item, Table, TableLike, Value};

/// The overlay that says all that two files say, in the order and with the comments of the first; what only the
/// second says follows.
///
/// # Errors
/// Where a file is no overlay, and where they differ: one line for each place.
pub(crate) fn merge(one: &Path, other: &Path) -> Result<String, String> {
    let (mut first, mut second) = (read(one)?, read(other)?);
    spread::spread(&mut first, &mut second);
    let mut differ = Vec::new();
    let before = [meant(&first), meant(&second)];
    join(first.as_table_mut(), second.as_table(), &mut Vec::new(), &mut differ);
    let (one, other) = (one.display(), other.display());
    let rows = differ.iter().map(|Differ { place, one: first, other: second }| {
        format!("{place}: {one} says {first}, {other} says {second}; one of them was expected")
    });
    let mut rows: Vec<String> = rows.collect();
    // Lists of both may say together what neither says: that one spelling is two people.
    for (name, places) in meant(&first) {
        let has_both = |of: &Meant| of.get(&name).is_some_and(|there| there.len() > 1);
        if places.len() > 1 && !before.iter().any(has_both) {
            let places: Vec<&str> = places.iter().map(String::as_str).collect();
            let places = places.join(" and in ");
            rows.push(format!(
                "{name:?}: stands in {places}, of {one} and {other}; one of them was expected"
            ));
        }
    }
    let before: Vec<Circle> = before.iter().flat_map(circles).collect();
    for circle in circles(&meant(&first)).into_iter().filter(|circle| !before.contains(circle)) {
        let each: Vec<String> = circle.iter().map(|name| format!("{name:?}")).collect();
        let each = each.join(" and ");
        rows.push(format!(
            "{each}: each is said to be the other, by {one} and {other}; one of them was expected"
        ));
    }
    if rows.is_empty() { Ok(first.to_string()) } else { Err(rows.join("\n")) }
}

/// Names, or events, of which each is said to be the next one, and the last to be the first.
type Circle = BTreeSet<String>;

fn circles(meant: &Meant) -> Vec<Circle> {
    // A place names what it is of as a message does.
    let shown: BTreeMap<String, &String> = meant.keys().map(|it| (format!("{it:?}"), it)).collect();
    let next = |name: &String| {
        let into =
            |place: &String| MERGES.iter().find_map(|of| place.strip_prefix(of).map(str::to_owned));
        let into = meant.get(name)?.iter().find_map(into);
        shown.get(&into?).copied()
    };
    let mut found = Vec::new();
    for start in meant.keys() {
        let (mut circle, mut at) = (Circle::new(), Some(start));
        while let Some(name) = at.filter(|name| !circle.contains(*name)) {
            circle.insert(name.clone());
            at = next(name);
        }
        if at == Some(start) && !found.contains(&circle) {
            found.push(circle);
        }
    }
    found
}

/// What begins the place where a name, or an event, is said to be another.
const MERGES: [&str; 2] = ["entities.merge.", "events."];

/// What a spelling, or an event that is another, is taken for: the places that say so.
type Meant = BTreeMap<String, BTreeSet<String>>;

fn meant(overlay: &DocumentMut) -> Meant {
    let mut meant = Meant::new();
    let mut say = |name: String, place: &str| {
        meant.entry(name).or_default().insert(place.to_owned());
    };
    let entities = overlay.get("entities").and_then(Item::as_table_like);
    for name in texts(entities.and_then(|it| it.get("ignore"))) {
        say(name, "entities.ignore");
    }
    for (name, list) in rows(entities.and_then(|it| it.get("merge"))) {
        texts(Some(&list)).for_each(|text| say(text, &format!("entities.merge.{name:?}")));
    }
    for (id, row) in rows(overlay.get("events")) {
        let place = format!("events.{id:?}");
        texts(row.get("merge")).for_each(|other| say(other, &place));
        // A sentence of an event is told apart once.
        let Some(from) = row.get("from").and_then(Item::as_str) else { continue };
        for (article, list) in rows(row.get("told")) {
            texts(Some(&list)).for_each(|text| say([from, &article, &text].join(", "), &place));
        }
    }
    for (id, row) in rows(overlay.get("articles")) {
        let out = texts(row.get("lines_out")).map(|line| (line, "lines_out"));
        let into = rows(row.get("lines_in")).into_iter().map(|(line, _)| (line, "lines_in"));
        for (line, field) in out.chain(into) {
            say([&*id, &line].join(", "), &format!("articles.{id:?}.{field}"));
        }
    }
    meant
}

fn rows(item: Option<&Item>) -> Vec<(String, Item)> {
    let table = item.and_then(Item::as_table_like).into_iter().flat_map(TableLike::iter);
    table.map(|(key, item)| (key.to_owned(), item.clone())).collect()
}

fn texts(list: Option<&Item>) -> impl Iterator<Item = String> {
    let list = list.and_then(Item::as_array).into_iter().flatten();
    list.filter_map(|it| it.as_str()).map(str::to_owned)
}

/// A place of which two overlays say different things.
struct Differ {
    place: String,
    one: String,
    other: String,
}

fn read(file: &Path) -> Result<DocumentMut, String> {
    let bytes = fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    dateline_folder::check_overlay(file, &bytes).map_err(|error| error.to_string())?;
    let text = String::from_utf8_lossy(&bytes);
    text.parse().map_err(|error| format!("{}: {error}", file.display()))
}

fn join(
    table: &mut dyn TableLike,
    other: &dyn TableLike,
    path: &mut Vec<String>,
    differ: &mut Vec<Differ>,
) {
    for (key, theirs) in other.iter() {
        path.push(key.to_owned());
        match table.get_mut(key) {
            None => drop(table.insert(key, fresh(theirs))),
            Some(ours) => meet(ours, theirs, path, differ),
        }
        path.pop();
    }
}

/// What only the second says, where the first goes on: its place among the tables is its own file's.
fn fresh(theirs: &Item) -> Item {
    match theirs {
        Item::Table(table) => {
            let mut new = Table::new();
            new.set_implicit(table.is_implicit());
            new.set_dotted(table.is_dotted());
            for (key, item) in table.iter() {
                new.insert(key, fresh(item));
            }
            Item::Table(new)
        }
        other => other.clone(),
    }
}

fn meet(ours: &mut Item, theirs: &Item, path: &mut Vec<String>, differ: &mut Vec<Differ>) {
    if let (Some(list), Some(more)) = (ours.as_array_mut(), theirs.as_array()) {
        return union(list, more);
    }
    if let (Some(table), Some(other)) = (ours.as_table_like_mut(), theirs.as_table_like()) {
        return join(table, other, path, differ);
    }
    // Days of one correction: both put it right, and what stands is of the later day.
    if let (Some(own), Some(other)) = (ours.as_datetime(), theirs.as_datetime()) {
        if own.to_string() < other.to_string() {
            *ours = theirs.clone();
        }
        return;
    }
    let said = |item: &Item| item.to_string().trim().to_owned();
    if plain(ours) != plain(theirs) {
        differ.push(Differ { place: path.join("."), one: said(ours), other: said(theirs) });
    }
}

/// A list of either, each once.
fn union(list: &mut Array, more: &Array) {
    for value in more {
        let text = value.as_str();
        if !list.iter().any(|one| one.as_str() == text) {
            list.push_formatted(value.clone());
        }
    }
}

/// A value without the way it is written.
fn plain(item: &Item) -> Option<String> {
    Some(match item.as_value()? {
        Value::String(text) => text.value().clone(),
        other => other.to_string().trim().to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    /// Two overlays merged; the files are gone afterwards.
    fn merged(name: &str, one: &str, other: &str) -> Result<String, String> {
        let folder = std::env::temp_dir().join(format!("dateline-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let files: [PathBuf; 2] = ["one.toml", "other.toml"].map(|name| folder.join(name));
        fs::write(&files[0], one).expect("a file");
        fs::write(&files[1], other).expect("a file");
        let result = merge(&files[0], &files[1]);
        fs::remove_dir_all(&folder).expect("the folder");
        result.map_err(|said| said.replace(&format!("{}/", folder.display()), ""))
    }

    const ONE: &str = "# Ours\ntitle = \"Talks\"\n\n[articles.a]\ndate = \"2024-03-05\"  # asked\n\n[entities]\nignore = [\"News\"]\n";
    const OTHER: &str = "title = 'Talks'\n\n[articles.a]\nauthor = \"Ada Quill\"\n\n[articles.b]\nleave_out = true\n\n[entities]\nignore = [\"News\", \"Live\"]\n\n[entities.merge]\n\"Ada Quill\" = [\"A. Quill\"]\n";

    #[test]
    fn what_two_people_say_is_in_one_file_and_merging_again_changes_nothing() {
        let both = merged("merge", ONE, OTHER).unwrap();
        for part in [
            "# Ours",
            "\"2024-03-05\"  # asked",
            "author = \"Ada Quill\"",
            "leave_out = true",
            "\"Live\"",
            "A. Quill",
        ] {
            assert!(both.contains(part), "{part} in\n{both}");
        }
        assert_eq!(both.matches("News").count(), 1);
        assert_eq!(merged("again", &both, OTHER).unwrap(), both);
        assert_eq!(merged("same", &both, &both).unwrap(), both);
    }

    #[test]
    fn where_they_differ_each_place_is_named() {
        let said =
            merged("differ", ONE, &ONE.replace("03-05", "03-06").replace("Talks", "The talks"));
        let said = said.unwrap_err();
        let rows: Vec<&str> = said.lines().collect();
        assert_eq!(rows.len(), 2, "{said}");
        assert!(rows[0].starts_with("title: one.toml says \"Talks\", other.toml says"), "{said}");
        assert!(rows[1].starts_with("articles.a.date: "), "{said}");
    }

    #[test]
    fn what_only_both_together_say_of_one_spelling_is_named() {
        let merge = |name: &str| format!("[entities.merge]\n\"{name}\" = [\"A. Q.\"]\n");
        let said = merged("two", &merge("Ada Quill"), &merge("Alan Quiet")).unwrap_err();
        assert!(
            said.starts_with("\"A. Q.\": stands in entities.merge.\"Ada Quill\" and in"),
            "{said}"
        );
        let ignored = "[entities]\nignore = [\"A. Q.\"]\n";
        assert!(
            merged("none", &merge("Ada Quill"), ignored).unwrap_err().contains("entities.ignore")
        );
        let both = [merge("Ada Quill"), "\"Alan Quiet\" = [\"A. Q.\"]\n".into()].concat();
        assert_eq!(merged("own", &both, &merge("Ada Quill")).unwrap(), both);
    }

    #[test]
    fn that_each_of_two_is_the_other_is_named() {
        let name = |one: &str, other: &str| format!("[entities.merge]\n{one} = [\"{other}\"]\n");
        let event = |one: &str, other: &str| format!("[events.{one}]\nmerge = [\"{other}\"]\n");
        for (said, of) in [("names", &name as &dyn Fn(&str, &str) -> String), ("events", &event)] {
            let circle = merged(said, &of("Ada", "Eva"), &of("Eva", "Ada")).unwrap_err();
            assert_eq!(
                circle,
                "\"Ada\" and \"Eva\": each is said to be the other, by one.toml and other.toml; one of them was expected"
            );
            assert!(merged("chain", &of("Ada", "Eva"), &of("Eva", "Tom")).is_ok());
            let own =
                [of("Ada", "Eva"), of("Eva", "Ada").replace("[entities.merge]\n", "")].concat();
            assert!(merged("own-circle", &own, &of("Ada", "Eva")).is_ok());
        }
        let three = merged(
            "three",
            &[name("Ada", "Eva"), "Eva = [\"Tom\"]\n".into()].concat(),
            &name("Tom", "Ada"),
        );
        assert!(three.unwrap_err().starts_with("\"Ada\" and \"Eva\" and \"Tom\": "));
    }

    #[test]
    fn of_two_days_of_one_correction_the_later_one_stays() {
        let of =
            |day: &str| format!("[articles.a]\nchecked = true\ndays.checked = 2026-11-{day}\n");
        for (one, other) in [("29", "30"), ("30", "29")] {
            assert_eq!(merged("when", &of(one), &of(other)).unwrap(), of("30"));
        }
        let of = |day: &str| of(day).replace("days.checked", "when");
        let later = "[articles.a]\nchecked = true\ndays.checked = 2026-11-30\n";
        for (one, other) in [("29", "30"), ("30", "29")] {
            assert_eq!(merged("row", &of(one), &of(other)).unwrap(), later);
        }
        assert_eq!(merged("equal", &of("30"), &of("30")).unwrap(), of("30"));
    }

    #[test]
    fn each_correction_keeps_its_own_note_and_two_on_one_are_named() {
        let own = |field: &str, note: &str| {
            format!("[articles.a]\n{field} = \"X\"\nnotes.{field} = \"{note}\"\n")
        };
        let both = merged("notes", &own("title", "So."), &own("author", "Asked.")).unwrap();
        assert!(both.contains("notes.title = \"So.\"\nnotes.author = \"Asked.\""), "{both}");
        let said = merged("noted", &own("title", "So."), &own("title", "No.")).unwrap_err();
        assert!(said.starts_with("articles.a.notes.title: one.toml says \"So.\""), "{said}");
    }

    #[test]
    fn what_was_said_of_a_whole_row_is_said_of_no_correction_of_the_other_file() {
        let row = |field: &str, said: &str| format!("[articles.a]\n{field} = \"X\"\n{said}\n");
        let note = "note = \"As printed.\"  # asked";
        let both =
            merged("rows", &row("title", note), &row("author", "note = \"Asked.\"")).unwrap();
        let expected = "[articles.a]\ntitle = \"X\"\nnotes.title = \"As printed.\"  # asked\nnotes.author = \"Asked.\"\nauthor = \"X\"\n";
        assert_eq!(both, expected);
        let both = merged("one-row", &row("title", ""), &row("author", note)).unwrap();
        assert!(
            both.contains("notes.author = \"As printed.\"") && !both.contains("\nnote "),
            "{both}"
        );
        let said =
            merged("same-row", &row("title", note), &row("title", "note = \"No.\"")).unwrap_err();
        assert!(said.starts_with("articles.a.notes.title: "), "{said}");
        // Where nothing else is put right, the row stays as somebody wrote it.
        let both = merged("more", &row("title", note), &row("title", "")).unwrap();
        assert_eq!(both, row("title", note));
        let inline = "[articles]\na = { title = \"X\", note = \"As printed.\" }\n";
        let both = merged("inline", inline, &row("author", "")).unwrap();
        assert!(both.contains("notes = { title = \"As printed.\" }"), "{both}");
        // What is put right of a name stands in `[entities]`.
        let name = |list: &str, note: &str| {
            format!("[entities]\n{list} = [\"A. Q.\"]\n[names.\"A. Q.\"]\nnote = \"{note}\"\n")
        };
        let both =
            merged("names", &name("split", "One."), "[names.\"A. Q.\"]\nkind = \"person\"\n");
        let both = both.unwrap();
        assert!(both.contains("notes.split = \"One.\"") && both.contains("kind = "), "{both}");
        // An event of one's own is one correction.
        let own = "[events.x]\nown = true\nlabel = \"X\"\ndate = \"2024-03-05\"\nnote = \"Log.\"\n";
        let both = merged("own-event", own, "[events.x]\nkey = true\n").unwrap();
        assert!(both.contains("notes.own = \"Log.\"") && !both.contains("notes.label"), "{both}");
    }

    #[test]
    fn lines_and_sentences_of_both_are_in_one_file_and_a_line_is_not_out_and_in() {
        let out = |line: &str| format!("[articles.a]\nlines_out = [\"{line}\"]\n");
        let into = |line: &str| format!("[articles.a.lines_in]\n\"{line}\" = \"\"\n");
        let both = merged("lines", &[out("One."), into("Two.")].concat(), &out("Three.")).unwrap();
        assert!(
            both.contains("[\"One.\",\"Three.\"]") && both.contains("\"Two.\" = \"\""),
            "{both}"
        );
        let said = merged("out-in", &out("One."), &into("One.")).unwrap_err();
        assert!(
            said.starts_with("\"a, One.\": stands in articles.\"a\".lines_in and in"),
            "{said}"
        );
        let told = |id: &str, text: &str| {
            format!("[events.{id}]\nfrom = \"x\"\n[events.{id}.told]\nb = [\"{text}\"]\n")
        };
        let both = merged("told", &told("y", "One."), &told("y", "Two.")).unwrap();
        assert!(both.contains("b = [\"One.\",\"Two.\"]"), "{both}");
        let said = merged("apart", &told("y", "One."), &told("z", "One.")).unwrap_err();
        assert!(said.starts_with("\"x, b, One.\": stands in"), "{said}");
    }

    #[test]
    fn what_is_no_overlay_is_named_with_its_line() {
        let said = merged("broken", ONE, "title = \"x\"\ncolour = 1\n").unwrap_err();
        assert!(said.starts_with("other.toml:2: "), "{said}");
    }
}
