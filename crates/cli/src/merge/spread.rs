//! The note and day of a whole row, where two files are put together: they were said of the corrections that stood
//! there, and never of the other file's.

use std::collections::BTreeSet;

use dateline_ingest::overlay::Fact;
use toml_edit::{DocumentMut, Item, Table, TableLike};

/// Gives each correction of a row the note and the day of its row for its own, in either file, where they would be of
/// the other's corrections too.
pub(super) fn spread(first: &mut DocumentMut, second: &mut DocumentMut) {
    for table in ["articles", "events", "names"] {
        let ids: BTreeSet<String> = ids(first, table).chain(ids(second, table)).collect();
        for id in ids {
            let (one, other) = (Said::of(first, table, &id), Said::of(second, table, &id));
            if one.rest == other.rest {
                continue;
            }
            let reaches = |from: &Said, to: &Said| {
                !from.is_silent() && to.facts.iter().any(|fact| !from.facts.contains(fact))
            };
            let both = !one.is_silent() && !other.is_silent();
            if both || reaches(&one, &other) || reaches(&other, &one) {
                one.hand_on(first, table, &id);
                other.hand_on(second, table, &id);
            }
        }
    }
}

fn ids(file: &DocumentMut, table: &str) -> impl Iterator<Item = String> {
    super::rows(file.get(table)).into_iter().map(|(id, _)| id)
}

/// The note and the day of a row, and the corrections that have neither of their own.
struct Said {
    rest: [Option<String>; 2],
    facts: Vec<String>,
}

impl Said {
    fn of(file: &DocumentMut, table: &str, id: &str) -> Self {
        let row = file.get(table).and_then(|rows| rows.get(id)).and_then(Item::as_table_like);
        let of = |field: &str| row.and_then(|row| row.get(field)).and_then(super::plain);
        let has = |field: &str| row.is_some_and(|row| row.contains_key(field));
        // An event of the editor's own is one correction, whatever it has.
        let made: &[&str] = if has("own") || has("from") { &MADE } else { &[] };
        let is_fact = |field: &str| Fact::of(table).iter().any(|fact| fact.key() == field);
        let own = |fact: &str| {
            ["notes", "days"].iter().any(|said| {
                row.and_then(|row| row.get(said)).is_some_and(|said| said.get(fact).is_some())
            })
        };
        let fields = row.into_iter().flat_map(|row| row.iter()).map(|(field, _)| field);
        let mut facts: Vec<&str> = fields.filter(|it| is_fact(it) && !made.contains(it)).collect();
        if table == "names" {
            let lists = file.get("entities").and_then(Item::as_table_like);
            let lists = lists.into_iter().flat_map(|lists| lists.iter());
            let names = |list: &Item| {
                list.get(id).is_some() || super::texts(Some(list)).any(|text| text == id)
            };
            facts.extend(lists.filter(|(_, list)| names(list)).map(|(list, _)| list));
        }
        let facts = facts.into_iter().filter(|fact| !own(fact)).map(str::to_owned).collect();
        Self { rest: ["note", "when"].map(of), facts }
    }

    fn is_silent(&self) -> bool {
        self.rest.iter().all(Option::is_none)
    }

    fn hand_on(&self, file: &mut DocumentMut, table: &str, id: &str) {
        let row = file.get_mut(table).and_then(|rows| rows.get_mut(id));
        let Some(row) = row.and_then(Item::as_table_like_mut) else { return };
        if self.facts.is_empty() {
            return;
        }
        for (field, said) in [("note", "notes"), ("when", "days")] {
            let Some(value) = row.remove(field) else { continue };
            for fact in &self.facts {
                below(row, said).insert(fact, value.clone());
            }
        }
    }
}

/// What of an event of one's own is said with it.
const MADE: [&str; 4] = ["label", "date", "status", "told"];

fn below<'r>(row: &'r mut dyn TableLike, name: &str) -> &'r mut dyn TableLike {
    if row.get(name).is_none() {
        let mut table = Table::new();
        table.set_dotted(true);
        row.insert(name, Item::Table(table));
    }
    row.get_mut(name).and_then(Item::as_table_like_mut).expect("a table, as the overlay was read")
}
