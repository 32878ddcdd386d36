//! `dateline export`, `read` and `join` as somebody calls them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// A folder of its own, which goes with the test.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("tables-{name}"));
        let _ = fs::remove_dir_all(&place);
        fs::create_dir_all(&place).unwrap();
        Self(place)
    }

    fn run(&self, words: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
        command.current_dir(&self.0).args(words).output().unwrap()
    }

    /// What a command says that ends well.
    fn said(&self, words: &[&str]) -> String {
        let output = self.run(words);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// What a command says that stops.
    fn refused(&self, words: &[&str]) -> String {
        let output = self.run(words);
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        String::from_utf8(output.stderr).unwrap()
    }

    fn rows(&self, file: &str) -> Vec<Value> {
        let text = fs::read_to_string(self.0.join(file)).unwrap();
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    fn files(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.0.join(folder)).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn seeds() -> String {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    seeds.canonicalize().unwrap().to_str().unwrap().to_owned()
}

fn counted<'v>(keys: impl Iterator<Item = &'v Value>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for key in keys {
        *counts.entry(key.to_string()).or_default() += 1;
    }
    counts
}

#[test]
fn tables_say_what_inspect_says() {
    let place = Place::new("inspect");
    let seeds = seeds();
    place.said(&["export", &seeds]);
    let whole: Value =
        serde_json::from_str(&place.said(&["inspect", &seeds, "--format", "json"])).unwrap();
    let list = |key: &str| whole[key].as_array().unwrap();
    let articles = place.rows("tables/articles.ndjson");
    assert!(!articles.is_empty());
    for (row, article) in articles.iter().zip(list("articles")) {
        for key in ["id", "file", "title", "outlet", "author", "language", "tags", "body"] {
            assert_eq!(row[key], article[key]);
        }
        assert_eq!(row["published"], article["published"]["date"]);
        assert_eq!(row["published_basis"], article["published"]["basis"]);
    }
    let outlets = |rows: &[Value]| counted(rows.iter().map(|row| &row["outlet"]));
    assert_eq!(outlets(&articles), outlets(list("articles")));
    let mentions = place.rows("tables/mentions.ndjson");
    let all = list("articles").iter().flat_map(|it| it["mentions"].as_array().unwrap());
    assert_eq!(mentions.len(), all.clone().count());
    for (row, mention) in mentions.iter().zip(all) {
        assert_eq!(row["start_offset"], mention["start"]);
        assert_eq!(row["end_offset"], mention["end"]);
        assert_eq!((&row["text"], &row["name"]), (&mention["text"], &mention["entity"]));
    }
    let events = place.rows("tables/events.ndjson");
    assert_eq!(events.len(), list("events").len());
    for (row, event) in events.iter().zip(list("events")) {
        assert_eq!((&row["id"], &row["first_day"]), (&event["id"], &event["start"]));
        assert_eq!((&row["names"], &row["weight"]), (&event["entities"], &event["weight"]));
    }
    let tellings = list("events").iter().flat_map(|it| it["mentions"].as_array().unwrap());
    let rows = place.rows("tables/tellings.ndjson");
    assert_eq!(rows.len(), tellings.clone().count());
    for (row, telling) in rows.iter().zip(tellings) {
        assert_eq!((&row["article"], &row["text"]), (&telling["article"], &telling["text"]));
        assert_eq!(
            (&row["start_offset"], &row["end_offset"]),
            (&telling["start"], &telling["end"])
        );
    }
    assert_eq!(place.rows("tables/names.ndjson").len(), list("entities").len());
}

#[test]
fn an_export_takes_the_place_of_an_earlier_one_and_of_nothing_else() {
    let place = Place::new("place");
    let seeds = seeds();
    place.said(&["export", &seeds, "--out", "t"]);
    place.said(&["export", &seeds, "--out", "t", "--format", "parquet"]);
    let files = place.files("t");
    assert_eq!(files.len(), 6, "{files:?}");
    assert!(files[1..].iter().all(|name| name.ends_with(".parquet")), "{files:?}");
    fs::create_dir(place.0.join("site")).unwrap();
    fs::write(place.0.join("site/.dateline-files"), "index.html\n").unwrap();
    fs::write(place.0.join("site/index.html"), "mine").unwrap();
    let said = place.refused(&["export", &seeds, "--out", "site"]);
    assert!(said.contains(".dateline-tables"), "{said}");
    assert_eq!(place.files("site").len(), 2);
}

#[test]
fn what_is_written_lies_outside_of_what_is_read() {
    let place = Place::new("outside");
    fs::create_dir(place.0.join("articles")).unwrap();
    for words in [
        &["export", "articles", "--out", "articles/tables"][..],
        &["read", "articles", "--part", "1/1", "--out", "articles/1.part"],
    ] {
        assert!(place.refused(words).contains("a place outside of it was expected"));
    }
}

#[test]
fn a_withheld_text_is_in_no_table() {
    const SECRET: &str = "quartz lantern";
    let place = Place::new("withheld");
    fs::create_dir(place.0.join("articles")).unwrap();
    let text = format!(
        "Title: The old bridge opens again\nDate: 2024-03-04\n\nMayor Vera Lindqvist opened the bridge on Monday, 4 March 2024, with a {SECRET}.\n"
    );
    fs::write(place.0.join("articles/a.txt"), text).unwrap();
    let export = || {
        place.said(&["export", "articles", "--out", "t"]);
        let names = place.files("t").into_iter().filter(|name| name.ends_with(".ndjson"));
        names.map(|name| fs::read_to_string(place.0.join("t").join(name)).unwrap()).collect()
    };
    let whole: String = export();
    assert!(whole.contains(SECRET));
    fs::write(place.0.join("articles/dateline.toml"), "[publish]\nbody = \"none\"\n").unwrap();
    let published: String = export();
    assert!(!published.contains(SECRET) && !published.contains("lantern"), "{published}");
    assert!(published.contains("\"withheld\":\"all\"") && published.contains("vera-lindqvist"));
}

#[test]
fn parts_joined_give_the_same_output_as_the_folder() {
    let place = Place::new("parts");
    let seeds = seeds();
    for part in ["1/2", "2/2"] {
        let out = format!("{}.part", &part[..1]);
        let said = place.said(&["read", &seeds, "--part", part, "--out", &out]);
        assert!(said.starts_with(&format!("part {part}: ")), "{said}");
    }
    let overlay = format!("{seeds}/dateline.toml");
    let words = ["join", "1.part", "2.part", "--overlay", &overlay, "--out", "all.dateline"];
    let said = place.said(&words);
    assert!(said.contains(" articles, ") && said.contains(" events, "), "{said}");
    let both = |words: &[&str]| {
        let of = |path: &str| place.said(&[&words[..1], &[path], &words[1..]].concat());
        assert!(of(&seeds) == of("all.dateline"), "{words:?}");
    };
    both(&["inspect", "--format", "json"]);
    both(&["inspect", "--format", "text"]);
    both(&["check"]);
    place.said(&["export", &seeds, "--out", "of-folder"]);
    place.said(&["export", "all.dateline", "--out", "of-parts"]);
    for file in place.files("of-folder") {
        let read = |folder: &str| fs::read(place.0.join(folder).join(&file)).unwrap();
        assert!(read("of-folder") == read("of-parts"), "{file}");
    }
    let said = place.refused(&["join", "1.part", "--overlay", &overlay, "--out", "x.dateline"]);
    assert!(said.contains("part 2/2 is missing, with "), "{said}");
    assert!(!place.0.join("x.dateline").exists());
}
