//! The sets: how each is laid out for `inspect`, and how what it prints is handed to the scorer.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use super::files::{cannot, lines, read, unpacked, write};
use crate::Failure;
use crate::programs::{figures, inspect, output};

/// One set of texts in one form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Set {
    /// Saved pages with gold for body, title, date, author.
    Pages {
        /// The gold's name in `body/`.
        gold: &'static str,
        /// Which form of the pages is read.
        input: Input,
    },
    /// Bodies with gold for time expressions.
    Times {
        /// The gold's name in `timex/`.
        gold: &'static str,
    },
    /// Bodies with gold for names. The tagger learned from these sets, so that
    /// each document is read with weights that have not seen it.
    Names {
        /// The gold's name in `ner/`.
        gold: &'static str,
        /// The only genre that is judged.
        genre: Option<&'static str>,
    },
}

/// The folder of the sets, and the programs that read and learn.
pub struct Tools {
    /// The folder of the sets.
    pub data: PathBuf,
    /// The release `dateline`.
    pub dateline: PathBuf,
    /// The release `dateline-train`.
    pub train: PathBuf,
    /// Where files may be written.
    pub scratch: PathBuf,
}

/// Into how many parts the documents of a set are divided.
const FOLDS: &str = "5";

/// The form of a saved page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// As text, with the page's furniture.
    Text,
    /// Its original bytes.
    Html,
}

impl Set {
    /// As the table shows it.
    pub fn name(self) -> String {
        match self {
            Set::Pages { gold, input: Input::Text } => format!("{gold}, text"),
            Set::Pages { gold, input: Input::Html } => format!("{gold}, HTML"),
            Set::Times { gold } => gold.into(),
            Set::Names { gold, genre: None } => format!("{gold}, held out"),
            Set::Names { gold, genre: Some(genre) } => format!("{gold} {genre}, held out"),
        }
    }

    /// Reads the set with `inspect` and gives its scorer's last line.
    pub fn judge(self, tools: &Tools) -> Result<String, Failure> {
        let (gold, scorer) = match self {
            Set::Pages { gold, .. } => (format!("body/{gold}.jsonl"), "score_body.py"),
            Set::Times { gold } => (format!("timex/{gold}.jsonl"), "score_timex.py"),
            Set::Names { gold, .. } => (format!("ner/{gold}.jsonl"), "score_ner.py"),
        };
        let gold = tools.data.join(gold);
        let documents = lines(&gold)?;
        let folder = tools.scratch.join(self.name().replace([',', ' '], "-"));
        std::fs::create_dir_all(&folder).map_err(|error| cannot("make", &folder, &error))?;
        for (number, document) in documents.iter().enumerate() {
            self.lay_out(&tools.data, &folder, number, document)?;
        }
        let mut predictions = String::new();
        for (document, article) in documents.iter().zip(self.read(tools, &folder, &documents)?) {
            // A text that was not read has no prediction, and scores as empty.
            if let Some(article) = article {
                predictions.push_str(&self.prediction(&document["id"], &article).to_string());
                predictions.push('\n');
            }
        }
        let file = folder.with_extension("jsonl");
        write(&file, predictions.as_bytes())?;
        let mut command = Command::new("python3");
        command.arg(tools.data.join(scorer)).arg(&gold).arg(&file);
        match self {
            Set::Pages { input: Input::Text, .. } => {
                command.arg("--attainable");
            }
            Set::Names { genre: Some(genre), .. } => {
                command.args(["--genre", genre]);
            }
            _ => {}
        }
        figures(&mut command)
    }

    /// What `inspect` makes of each document, read as one folder.
    fn read(
        self,
        tools: &Tools,
        folder: &Path,
        documents: &[Value],
    ) -> Result<Vec<Option<Value>>, Failure> {
        let Set::Names { gold, .. } = self else {
            let told = self.inspect(tools, folder, None)?;
            let mut found: Vec<Option<Value>> =
                (0..documents.len()).map(|number| article(&told, number)).collect();
            // A set may hold one page twice, which a folder keeps once: it is read by itself.
            for (number, found) in found.iter_mut().enumerate().filter(|row| row.1.is_none()) {
                for ending in ["txt", "html"] {
                    let file = folder.join(format!("{}.{ending}", file(number)));
                    if file.is_file() {
                        *found = article(&self.inspect(tools, &file, None)?, number);
                    }
                }
            }
            return Ok(found);
        };
        let folds = folds(tools, "names")?;
        let judges = judges(&folds)?;
        let mut found = vec![None; documents.len()];
        for (weights, sets) in judges.as_object().into_iter().flatten() {
            let told = self.inspect(tools, folder, Some(&folds.join(weights)))?;
            let ids = sets[gold].as_array().map_or(&[][..], Vec::as_slice);
            for (number, document) in documents.iter().enumerate() {
                if ids.contains(&document["id"]) {
                    found[number] = article(&told, number);
                }
            }
        }
        Ok(found)
    }

    fn lay_out(
        self,
        data: &Path,
        folder: &Path,
        number: usize,
        document: &Value,
    ) -> Result<(), Failure> {
        let name = file(number);
        let page = |key: &str| {
            let path = document[key].as_str().unwrap_or_default();
            data.join(path)
        };
        match self {
            Set::Pages { input: Input::Text, .. } => {
                write(&folder.join(name + ".txt"), &read(&page("text_path"))?)
            }
            Set::Pages { input: Input::Html, .. } => {
                write(&folder.join(name + ".html"), &unpacked(&page("html_path"))?)
            }
            Set::Names { .. } => {
                let text = document["text"].as_str().unwrap_or_default();
                write(&folder.join(name + ".txt"), text.as_bytes())
            }
            Set::Times { .. } => {
                let meta = json!({ "date": document["dct"] }).to_string();
                write(&folder.join(format!("{name}.meta.json")), meta.as_bytes())?;
                let text = document["text"].as_str().unwrap_or_default();
                write(&folder.join(name + ".txt"), text.as_bytes())
            }
        }
    }

    fn inspect(self, tools: &Tools, path: &Path, weights: Option<&Path>) -> Result<Value, Failure> {
        let mut options: Vec<&OsStr> = Vec::new();
        if !matches!(self, Set::Pages { .. }) {
            options.push("--plain".as_ref());
        }
        if let Some(weights) = weights {
            options.extend(["--names".as_ref(), weights.as_os_str()]);
        }
        inspect(&tools.dateline, path, &options)
    }

    fn prediction(self, id: &Value, article: &Value) -> Value {
        match self {
            Set::Pages { .. } => page_prediction(id, article),
            Set::Times { .. } => json!({ "id": id, "timex": article["timex"] }),
            Set::Names { .. } => {
                let mentions = article["mentions"].as_array().map_or(&[][..], Vec::as_slice);
                let names: Vec<Value> = mentions.iter().filter_map(name).collect();
                json!({ "id": id, "entities": names })
            }
        }
    }
}

/// An article as the scorers of pages take it.
pub fn page_prediction(id: &Value, article: &Value) -> Value {
    json!({
        "id": id,
        "title": article["title"],
        "date": article["published"]["date"],
        "author": article["author"],
        "outlet": article["outlet"],
        "body": article["body"],
    })
}

/// A mention as the scorer of names takes it.
fn name(mention: &Value) -> Option<Value> {
    let kind = match mention["type"].as_str()? {
        "person" => "PER",
        "place" => "LOC",
        "organisation" => "ORG",
        _ => return None,
    };
    Some(json!({
        "start": mention["start"],
        "end": mention["end"],
        "type": kind,
        "cluster": mention["entity"],
    }))
}

/// The document's article in what `inspect` printed.
fn article(told: &Value, number: usize) -> Option<Value> {
    let id = file(number);
    let articles = told["articles"].as_array()?;
    articles.iter().find(|article| article["id"] == id.as_str()).cloned()
}

/// The weights that each have not seen a part of the sets, learned on first use.
pub fn folds(tools: &Tools, what: &str) -> Result<PathBuf, Failure> {
    let folder = tools.scratch.join(format!("folds-{what}"));
    if !folder.is_dir() {
        let mut command = Command::new(&tools.train);
        command.args([what, "--folds", FOLDS, "--data"]).arg(&tools.data);
        output(command.arg("--out").arg(&folder), &[0])?;
    }
    Ok(folder)
}

/// Which documents of which sets each of these weights may judge.
pub fn judges(folds: &Path) -> Result<Value, Failure> {
    serde_json::from_slice(&read(&folds.join("folds.json"))?)
        .map_err(|error| Failure::Work(format!("folds.json: {error}")))
}

/// The name of a document's file without its ending; `inspect` makes it the article's id.
fn file(number: usize) -> String {
    format!("d{number:05}")
}
