//! The annotated sets: which there are, how far each is to be trusted, and
//! what is done about the habits of each.

use std::path::Path;

use dateline_lang::en::names::ENGLISH;
use dateline_model::EntityKind;
use dateline_names::after_title;
use serde::Deserialize;

/// One set of documents.
pub(crate) struct Set {
    pub(crate) name: &'static str,
    pub(crate) habit: Habit,
    pub(crate) texts: Vec<Text>,
}

/// How a set differs from prose with names as they are to be found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Habit {
    /// Sets of one kind share what they alone know; 0 has nothing of its own.
    /// (Daumé: every feature once for all sets and once for the kind of the set;
    /// only what all sets share is shipped.)
    pub(crate) kind: u64,
    /// How much one of its names counts.
    pub(crate) weight: f32,
    /// Whether results are judged on the set, so that folds leave parts of it out.
    pub(crate) judged: bool,
    /// Whether its names begin with articles and other small words.
    pub(crate) wide: bool,
}

/// One document.
#[derive(Debug, PartialEq)]
pub(crate) struct Text {
    pub(crate) id: String,
    pub(crate) text: String,
    /// Byte offsets, in order, never overlapping.
    pub(crate) names: Vec<Name>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Name {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// `None` where no label is right: the text is then not learned from.
    pub(crate) kind: Option<EntityKind>,
}

const fn habit(kind: u64, weight: f32) -> Habit {
    Habit { kind, weight, judged: false, wide: false }
}

/// The sets by their files. Sorted.
const SETS: [(&str, Habit); 6] = [
    ("btc", habit(1, 0.5)),
    ("ewt_dev", Habit { judged: true, ..habit(0, 1.0) }),
    ("gum", Habit { judged: true, ..habit(0, 1.0) }),
    ("re3d", Habit { wide: true, ..habit(2, 0.5) }),
    ("wikigold", habit(0, 1.0)),
    ("wnut17_train", habit(1, 0.5)),
];

#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
    entities: Vec<Marked>,
}

#[derive(Deserialize)]
struct Marked {
    start: usize,
    end: usize,
    r#type: String,
}

/// Reads every set of a folder.
pub(crate) fn read(data: &Path) -> Result<Vec<Set>, String> {
    let read = |&(name, habit): &(&'static str, Habit)| {
        let path = data.join("ner").join(format!("{name}.jsonl"));
        let at = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
        let lines = std::fs::read_to_string(&path).map_err(|error| at(&error))?;
        let lines = lines.lines().filter(|line| !line.trim().is_empty());
        let texts = lines.map(|line| text(line, &habit).map_err(|error| at(&error)));
        Ok(Set { name, habit, texts: texts.collect::<Result<_, String>>()? })
    };
    SETS.iter().map(read).collect()
}

/// One line of a set.
fn text(line: &str, habit: &Habit) -> Result<Text, String> {
    let line: Line = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let mut points: Vec<usize> = line.text.char_indices().map(|(at, _)| at).collect();
    points.push(line.text.len());
    let mut names = Vec::new();
    for mark in &line.entities {
        let kind = match mark.r#type.as_str() {
            "PER" => EntityKind::Person,
            "LOC" => EntityKind::Place,
            "ORG" => EntityKind::Organisation,
            other => return Err(format!("{}: a name of the type {other:?}", line.id)),
        };
        let place = points.get(mark.start).zip(points.get(mark.end));
        let (&start, &end) = place
            .filter(|(start, end)| start < end)
            .ok_or(format!("{}: a name beyond the text", line.id))?;
        let name = Name { start, end, kind: Some(kind) };
        names.extend(as_found(&line.text, name, habit));
    }
    names.sort_by_key(|name| (name.start, std::cmp::Reverse(name.end)));
    let mut end = 0;
    names.retain(|name| {
        let free = name.start >= end;
        end = end.max(name.end);
        free
    });
    Ok(Text { id: line.id, text: line.text, names })
}

/// A name as ingest is to find it.
fn as_found(text: &str, name: Name, habit: &Habit) -> Option<Name> {
    let own = &text[name.start..name.end];
    // An account's name ("@quill") is no name of the news, and no other thing either.
    if own.starts_with(['@', '#']) || text[..name.start].ends_with(['@', '#']) {
        return Some(Name { kind: None, ..name });
    }
    if name.kind == Some(EntityKind::Person) {
        // Neither the title before a name nor the body that somebody speaks for
        // behind it ("Ada Quill of the Harbour Board") is the name.
        let start = after_title(&ENGLISH, own)?;
        let end = own.find(" of ").filter(|&end| end > start).unwrap_or(own.len());
        return Some(Name { start: name.start + start, end: name.start + end, ..name });
    }
    if !habit.wide {
        return Some(name);
    }
    let mut start = name.start;
    for word in own.split_inclusive(' ') {
        if word.starts_with(char::is_uppercase) && !matches!(word, "The " | "A " | "An ") {
            return Some(Name { start, ..name });
        }
        start += word.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, wide: bool, expected: &[(&str, bool)]) {
        let read = text(line, &Habit { wide, ..habit(0, 1.0) }).expect("a line");
        let names: Vec<(&str, bool)> = read
            .names
            .iter()
            .map(|name| (&read.text[name.start..name.end], name.kind.is_some()))
            .collect();
        assert_eq!(names, expected);
    }

    #[test]
    fn offsets_are_code_points_and_handles_are_not_learned() {
        let line = r#"{"id":"a","text":"Zoë met @ada in Œxe","entities":[
            {"start":0,"end":3,"type":"PER"},{"start":8,"end":12,"type":"PER"},
            {"start":16,"end":19,"type":"LOC"}]}"#
            .replace('\n', "");
        check(&line, false, &[("Zoë", true), ("@ada", false), ("Œxe", true)]);
    }

    #[test]
    fn wide_names_are_cut_to_their_capitals() {
        let line = r#"{"id":"a","text":"The old Harbour Board met us","entities":[
            {"start":0,"end":21,"type":"ORG"},{"start":26,"end":28,"type":"ORG"}]}"#
            .replace('\n', "");
        check(&line, true, &[("Harbour Board", true)]);
        check(&line, false, &[("The old Harbour Board", true), ("us", true)]);
    }

    #[test]
    fn a_person_is_learned_without_title_and_without_office() {
        let line = r#"{"id":"a","text":"Mayor Ada Quill of the Harbour Board","entities":[
            {"start":0,"end":36,"type":"PER"}]}"#
            .replace('\n', "");
        check(&line, false, &[("Ada Quill", true)]);
    }

    #[test]
    fn sets_are_sorted() {
        assert!(SETS.is_sorted_by_key(|(name, _)| *name));
    }
}
