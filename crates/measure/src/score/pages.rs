//! The large set of saved pages, in halves by site. They are judged by trees that were learned from them:
//! each page is read with those that have not seen its site.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};

use super::files::{cannot, unpacked, write};
use super::halves::Half;
use super::sets::{Input, Tools, folds, judges, page_prediction};
use crate::Failure;
use crate::programs::{figures, inspect};

/// One half of the pages, in one form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Which form is read.
    pub input: Input,
    /// The English pages, or those in other languages.
    pub english: bool,
    /// Which half.
    pub half: Half,
}

impl Saved {
    /// As the table shows it.
    pub fn name(self) -> String {
        let form = match self.input {
            Input::Text => "text",
            Input::Html => "HTML",
        };
        let language = if self.english { "en" } else { "other" };
        format!("pages2 {language}, {form}, {}", self.half.name())
    }

    /// Reads the pages with `inspect`, each by itself, and gives the scorer's last line.
    pub fn judge(self, tools: &Tools) -> Result<String, Failure> {
        let folder = tools.data.join("pages2");
        let lines = unpacked(&folder.join("dev.jsonl.gz"))?;
        let lines = String::from_utf8_lossy(&lines).into_owned();
        let of = |page: &Value| {
            let site = page["site"].as_str().unwrap_or_default();
            (page["lang"] == "en") == self.english && Half::of(site) == self.half
        };
        let pages: Vec<Value> =
            lines.lines().filter_map(|line| serde_json::from_str(line).ok()).filter(of).collect();
        let scratch = tools.scratch.join(self.name().replace([',', ' '], "-"));
        std::fs::create_dir_all(&scratch).map_err(|error| cannot("make", &scratch, &error))?;
        let predictions = self.read(tools, &folder, &scratch, &pages)?;
        let (gold, file) = (scratch.join("gold.jsonl"), scratch.join("pred.jsonl"));
        let all = |rows: &[Value]| rows.iter().map(|row| format!("{row}\n")).collect::<String>();
        write(&gold, all(&pages).as_bytes())?;
        write(&file, all(&predictions).as_bytes())?;
        let mut command = Command::new("python3");
        command.arg(tools.data.join("score_pages.py")).arg(&gold).arg(&file);
        if self.input == Input::Text {
            command.arg("--text");
        }
        figures(&mut command)
    }

    /// What `inspect` makes of each page; two are read at a time.
    fn read(
        self,
        tools: &Tools,
        folder: &Path,
        scratch: &Path,
        pages: &[Value],
    ) -> Result<Vec<Value>, Failure> {
        let weights = weights(tools)?;
        let (next, done) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
        let work = || -> Result<(), Failure> {
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let Some(page) = pages.get(at) else { return Ok(()) };
                let (key, ending) = match self.input {
                    Input::Text => ("text_path", "txt"),
                    Input::Html => ("html_path", "html"),
                };
                let bytes = unpacked(&folder.join(page[key].as_str().unwrap_or_default()))?;
                let file = scratch.join(format!("{at:05}.{ending}"));
                write(&file, &bytes)?;
                let mut options: Vec<&OsStr> = Vec::new();
                if let Some(weights) = weights.get(page["id"].as_str().unwrap_or_default()) {
                    options.extend(["--pages".as_ref(), weights.as_os_str()]);
                }
                let told = inspect(&tools.dateline, &file, &options)?;
                let prediction = match told["articles"].get(0) {
                    Some(article) => page_prediction(&page["id"], article),
                    None => json!({ "id": page["id"], "body": "" }),
                };
                if let Ok(mut done) = done.lock() {
                    done.push(prediction);
                }
            }
        };
        std::thread::scope(|scope| {
            let other = scope.spawn(work);
            let mine = work();
            other.join().unwrap_or(Ok(())).and(mine)
        })?;
        Ok(done.into_inner().unwrap_or_default())
    }
}

/// For each page the weights that have not seen its site.
fn weights(tools: &Tools) -> Result<HashMap<String, PathBuf>, Failure> {
    let folder = folds(tools, "pages")?;
    let judges = judges(&folder)?;
    let mut out = HashMap::new();
    for (file, sets) in judges.as_object().into_iter().flatten() {
        let ids = sets["pages2"].as_array().into_iter().flatten().filter_map(Value::as_str);
        out.extend(ids.map(|id| (id.to_owned(), folder.join(file))));
    }
    Ok(out)
}
