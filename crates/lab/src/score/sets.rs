//! The sets: how each is laid out for `inspect`, and how what it prints is handed to the scorer.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use super::read;
use crate::Failure;

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
}

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
        }
    }

    /// Reads the set with `inspect` and gives its scorer's last line.
    pub fn judge(self, data: &Path, dateline: &Path, scratch: &Path) -> Result<String, Failure> {
        let (gold, scorer) = match self {
            Set::Pages { gold, .. } => (format!("body/{gold}.jsonl"), "score_body.py"),
            Set::Times { gold } => (format!("timex/{gold}.jsonl"), "score_timex.py"),
        };
        let gold = data.join(gold);
        let documents = lines(&gold)?;
        let folder = scratch.join(self.name().replace([',', ' '], "-"));
        std::fs::create_dir_all(&folder).map_err(|error| cannot("make", &folder, &error))?;
        for (number, document) in documents.iter().enumerate() {
            self.lay_out(data, &folder, number, document)?;
        }
        let told = self.inspect(dateline, &folder)?;
        let articles = told["articles"].as_array().map_or(&[][..], Vec::as_slice);
        let mut predictions = String::new();
        for (number, document) in documents.iter().enumerate() {
            let id = file(number);
            // A text that was not read has no prediction, and scores as empty.
            if let Some(article) = articles.iter().find(|article| article["id"] == id.as_str()) {
                predictions.push_str(&self.prediction(&document["id"], article).to_string());
                predictions.push('\n');
            }
        }
        let file = folder.with_extension("jsonl");
        write(&file, predictions.as_bytes())?;
        let mut command = Command::new("python3");
        command.arg(data.join(scorer)).arg(&gold).arg(&file);
        if matches!(self, Set::Pages { input: Input::Text, .. }) {
            command.arg("--attainable");
        }
        let said = String::from_utf8_lossy(&output(&mut command, &[0])?).into_owned();
        Ok(said.lines().last().unwrap_or_default().to_owned())
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
            read(&data.join(path))
        };
        match self {
            Set::Pages { input: Input::Text, .. } => {
                write(&folder.join(name + ".txt"), &page("text_path")?)
            }
            Set::Pages { input: Input::Html, .. } => {
                let bytes = gunzip(&page("html_path")?).ok_or_else(|| {
                    Failure::Work(format!("{}: gzip was expected", document["html_path"]))
                })?;
                write(&folder.join(name + ".html"), &bytes)
            }
            Set::Times { .. } => {
                let meta = json!({ "date": document["dct"] }).to_string();
                write(&folder.join(format!("{name}.meta.json")), meta.as_bytes())?;
                let text = document["text"].as_str().unwrap_or_default();
                write(&folder.join(name + ".txt"), text.as_bytes())
            }
        }
    }

    fn inspect(self, dateline: &Path, folder: &Path) -> Result<Value, Failure> {
        let mut command = Command::new(dateline);
        command.arg("inspect").arg(folder).args(["--format", "json"]);
        if matches!(self, Set::Times { .. }) {
            command.arg("--plain");
        }
        // 1 means that some texts were not read; the others are printed.
        serde_json::from_slice(&output(&mut command, &[0, 1])?)
            .map_err(|error| Failure::Work(format!("`inspect` printed no JSON: {error}")))
    }

    fn prediction(self, id: &Value, article: &Value) -> Value {
        match self {
            Set::Pages { .. } => json!({
                "id": id,
                "title": article["title"],
                "date": article["published"]["date"],
                "author": article["author"],
                "outlet": article["outlet"],
                "body": article["body"],
            }),
            Set::Times { .. } => json!({ "id": id, "timex": article["timex"] }),
        }
    }
}

/// The name of a document's file without its ending; `inspect` makes it the article's id.
fn file(number: usize) -> String {
    format!("d{number:05}")
}

fn lines(path: &Path) -> Result<Vec<Value>, Failure> {
    let text = String::from_utf8_lossy(&read(path)?).into_owned();
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(at, line)| {
            serde_json::from_str(line)
                .map_err(|error| Failure::Work(format!("{}:{}: {error}", path.display(), at + 1)))
        })
        .collect()
}

/// Unpacks one gzip member; `None` where it is none.
fn gunzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let [0x1f, 0x8b, 8, flags, ..] = *bytes else { return None };
    let mut at = 10;
    if flags & 4 != 0 {
        let length = u16::from_le_bytes([*bytes.get(at)?, *bytes.get(at + 1)?]);
        at += 2 + usize::from(length);
    }
    // A name and a comment, each ended by a zero.
    for flag in [8, 16] {
        if flags & flag != 0 {
            at += bytes.get(at..)?.iter().position(|byte| *byte == 0)? + 1;
        }
    }
    at += if flags & 2 != 0 { 2 } else { 0 };
    miniz_oxide::inflate::decompress_to_vec(bytes.get(at..)?).ok()
}

fn write(path: &PathBuf, bytes: &[u8]) -> Result<(), Failure> {
    std::fs::write(path, bytes).map_err(|error| cannot("write", path, &error))
}

fn cannot(what: &str, path: &Path, error: &std::io::Error) -> Failure {
    Failure::Work(format!("cannot {what} {}: {error}", path.display()))
}

/// Runs to the end; any exit code but those of `good` is a failure with what was said.
fn output(command: &mut Command, good: &[i32]) -> Result<Vec<u8>, Failure> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command
        .output()
        .map_err(|error| Failure::Work(format!("cannot start `{name}`: {error}")))?;
    if !output.status.code().is_some_and(|code| good.contains(&code)) {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(Failure::Work(format!("`{name}` failed ({})\n{said}", output.status)));
    }
    Ok(output.stdout)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `hello` as gzip writes it, with a file name.
    fn packed() -> Vec<u8> {
        let mut bytes = vec![0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3];
        bytes.extend(b"name\0");
        bytes.extend(miniz_oxide::deflate::compress_to_vec(b"hello", 6));
        bytes.extend([0; 8]);
        bytes
    }

    #[test]
    fn gzip_with_a_file_name_is_unpacked() {
        assert_eq!(gunzip(&packed()).as_deref(), Some(&b"hello"[..]));
    }

    #[test]
    fn what_is_cut_or_is_no_gzip_gives_nothing() {
        assert_eq!(gunzip(b"hello"), None);
        assert_eq!(gunzip(&packed()[..12]), None);
        assert_eq!(gunzip(&packed()[..17]), None);
    }
}
