//! Whatever an editor puts right in the studio, and takes back, in whatever order, and however it contradicts itself:
//! the command makes the same of the same files and the same `dateline.toml`, no note is given for another correction,
//! and none is lost.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use dateline_folder::{Held, read_for_publishing};
use dateline_model::{Corpus, encode};
use dateline_studio::correct::{self, Notes, Said};
use proptest::collection::vec;
use proptest::prelude::any;
use proptest::sample::select;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Map, Value, json};

/// Which correction comes next, and of what.
type Step = (u8, u8, u8);

const KINDS: u8 = 21;

/// An editor at the studio.
struct Editor {
    overlay: String,
    past: Vec<String>,
    /// The notes that were given, by table, id and correction.
    given: BTreeMap<(&'static str, String, &'static str), String>,
    steps: usize,
}

impl Editor {
    fn row(&mut self, table: &'static str, id: &str, fact: &'static str, mut fields: Value) {
        let note = self.note();
        fields["notes"] = json!({fact: note});
        let fields = fields.as_object().expect("fields");
        let text = correct::row(&self.overlay, table, id, fields, DAY).expect("a correction");
        self.now(text);
        self.given.insert((table, id.to_owned(), fact), note);
    }

    fn take_back(&mut self, table: &'static str, id: &str, fact: &'static str) {
        let fields = Map::from_iter([(fact.to_owned(), Value::Null)]);
        let text = correct::row(&self.overlay, table, id, &fields, DAY).expect("a correction");
        self.now(text);
        self.given.remove(&(table, id.to_owned(), fact));
    }

    fn name(&mut self, name: &str, said: Said<'_>) {
        let note = self.note();
        let text = correct::name(&self.overlay, name, said, &note, DAY).expect("a correction");
        self.now(text);
        let (shown, fact) = match said {
            Said::Same(other) => (other, "merge"),
            Said::Apart(other) => (other, "split"),
            Said::None => (name, "ignore"),
        };
        if shown != name && fact == "merge" {
            self.given.remove(&("names", name.to_owned(), fact));
        }
        self.given.insert(("names", shown.to_owned(), fact), note);
    }

    fn note(&mut self) -> String {
        self.steps += 1;
        format!("Note \"{}\" = [x]\n#", self.steps)
    }

    fn now(&mut self, text: String) {
        self.past.push(core::mem::replace(&mut self.overlay, text));
    }

    fn act(&mut self, (kind, one, other): Step, corpus: &Corpus) {
        fn at<T>(all: &[T], number: u8) -> Option<&T> {
            all.get(usize::from(number) % all.len().max(1))
        }
        let name = |number: u8| at(&corpus.entities, number).map(|it| it.name.clone());
        let event = |number: u8| at(&corpus.events, number).map(|it| it.id.clone());
        let (Some(article), Some(first), Some(second)) =
            (at(&corpus.articles, one), name(one), name(other))
        else {
            // All of it is left out: what was done last is undone.
            self.undo();
            return;
        };
        let id = article.id.clone();
        let (Some(here), Some(there)) = (event(one), event(other)) else { return self.undo() };
        let day = format!("2024-03-{:02}", 1 + other % 28);
        let said = |number: u8| format!("The harbour = plan [{number}]");
        match kind % KINDS {
            0 => self.row("articles", &id, "title", json!({"title": said(other)})),
            1 => self.row("articles", &id, "date", json!({"date": day, "time": "19:20"})),
            2 => self.row("articles", &id, "outlet", json!({"outlet": "Oakdale Courier"})),
            3 => self.row("articles", &id, "leave_out", json!({"leave_out": true})),
            4 => self.row("articles", &id, "checked", json!({"checked": true})),
            5 => self.row("articles", &id, "names", json!({"names": {first: second}})),
            6 => self.lines(&id, article.paragraphs().map(|it| it.1.to_owned()).collect(), &[]),
            7 => {
                let into = article.furniture.iter().map(|row| (row.text.clone(), None));
                self.lines(&id, Vec::new(), &into.collect::<Vec<_>>());
            }
            8 => self.row("names", &first, "kind", json!({"kind": "organisation"})),
            9 => self.name(&first, Said::Same(&second)),
            10 => self.name(&first, Said::Apart(&second)),
            11 => self.name(&first, Said::None),
            12 => self.row("events", &here, "date", json!({"date": day})),
            13 => self.row("events", &here, "label", json!({"label": said(other)})),
            14 => self.row("events", &here, "merge", json!({"merge": [there, "nothing"]})),
            15 => self.row("events", &here, "key", json!({"key": other % 2 == 0})),
            16 => self.row("events", &here, "leave_out", json!({"leave_out": true})),
            17 => {
                let told = article.paragraphs().next().map(|it| it.1.to_owned());
                let told: Vec<String> = told.into_iter().collect();
                let mut fields = json!({"label": said(other), "date": day, "told": {id: told}});
                fields[if other % 2 == 0 { "own" } else { "from" }] =
                    if other % 2 == 0 { true.into() } else { here.into() };
                let fields = fields.as_object().expect("fields");
                let taken = corpus.events.iter().map(|it| it.id.clone());
                let text = correct::own(&self.overlay, "own", taken, fields, "By phone.", DAY);
                self.now(text.expect("a correction"));
            }
            18 => {
                let some = self.given.keys().nth(usize::from(one) % self.given.len().max(1));
                match some.cloned() {
                    Some((table @ ("articles" | "events"), id, fact)) => {
                        self.take_back(table, &id, fact);
                    }
                    _ => self.undo(),
                }
            }
            19 => {
                let text = correct::known_by(&self.overlay, &id, article.fingerprint);
                self.now(text.expect("a correction"));
            }
            _ => self.undo(),
        }
    }

    fn lines(&mut self, id: &str, out: Vec<String>, into: &[(String, Option<String>)]) {
        let none = Map::new();
        let text = correct::lines(&self.overlay, id, &out, into, &none, DAY);
        self.now(text.expect("a correction"));
    }

    fn undo(&mut self) {
        if let Some(text) = self.past.pop() {
            self.overlay = text;
        }
        let overlay = Notes::of(&self.overlay);
        self.given.retain(|(table, id, fact), note| {
            match overlay.on(table, id).get(*fact).and_then(Value::as_str) {
                Some(now) => now.clone_into(note),
                None => return false,
            }
            true
        });
    }
}

const DAY: &str = "2026-11-30";

/// Small articles that name the same few people, with lines that are none of them.
fn pages(told: &[(&str, u8)]) -> Vec<(String, String)> {
    let page = |(at, (sentence, day)): (usize, &(&str, u8))| {
        let title = ["Bridge opens", "Talks go on", "Harbour closed again"][at % 3];
        let day = 1 + day % 28;
        let text = format!(
            "{title}\n\nThe Port Post, {day} March 2024\n\n{sentence} It was report number {at}.\n\nMayor Ada Quill met Ben Marsh and Ida Moor in Kyiv on {day} March 2024, after a year of patient talks.\n\nShare this story\n"
        );
        (format!("{at}.txt"), text)
    };
    told.iter().enumerate().map(page).collect()
}

struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn corrections_give_the_same_in_the_studio_and_in_the_command() {
    let sentence = select(vec![
        "The Harbour Board opened the bridge on 5 March 2024, after a year of repairs.",
        "Marsh is expected in Oslo next week, where the talks will go on.",
        "According to Ida Moor, the budget was approved last Tuesday.",
    ]);
    let strategy =
        (vec((sentence, any::<u8>()), 1..5), vec((0..KINDS, any::<u8>(), any::<u8>()), 1..12));
    let config = Config { cases: 32, failure_persistence: None, ..Config::default() };
    let dice = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let place = std::env::temp_dir().join(format!("dateline-same-{}", std::process::id()));
    let folder = Folder(place);
    let run = TestRunner::new_with_rng(config, dice).run(&strategy, |(told, steps)| {
        let _ = fs::remove_dir_all(&folder.0);
        fs::create_dir_all(&folder.0).expect("a folder");
        let files = pages(&told);
        let mut held = Held::default();
        held.list(
            &files.iter().map(|(name, text)| (name.clone(), text.len() as u64)).collect::<Vec<_>>(),
        );
        for (name, text) in &files {
            fs::write(folder.0.join(name), text).expect("a file");
            held.read(name, text.as_bytes(), None);
        }
        let mut editor =
            Editor { overlay: String::new(), past: Vec::new(), given: BTreeMap::new(), steps: 0 };
        let mut join = |overlay: &str| {
            let joined = held.join(overlay.as_bytes(), &()).expect(overlay);
            assert!(joined.idle.iter().all(|it| !it.contains("has a note")), "{:?}", joined.idle);
            joined.publication.corpus
        };
        let mut corpus = join("");
        for step in steps {
            editor.act(step, &corpus);
            corpus = join(&editor.overlay);
            fs::write(folder.0.join("dateline.toml"), &editor.overlay).expect("an overlay");
            let read = read_for_publishing(std::slice::from_ref(&folder.0)).expect("a corpus");
            assert_eq!(corpus, read.corpus, "{step:?} {}", editor.overlay);
            assert!(encode(&corpus) == encode(&read.corpus));
            let orphan = corpus.warnings.iter().find(|it| it.message.contains("has a note"));
            assert!(orphan.is_none(), "{orphan:?} {}", editor.overlay);
            let notes = Notes::of(&editor.overlay);
            for ((table, id, fact), note) in &editor.given {
                let there = notes.on(table, id);
                assert_eq!(
                    there.get(*fact).and_then(Value::as_str),
                    Some(note.as_str()),
                    "{table} {id} {fact} {}",
                    editor.overlay
                );
            }
        }
        Ok(())
    });
    if let Err(error) = run {
        panic!("{error}");
    }
}
