//! Sets of groups of articles, judged by what their events and their shared names are.
//!
//! Each group is one folder and is read once, as a whole; the scorer is given the gold of one half.

use std::path::Path;
use std::process::Command;

use super::files::{cannot, lines, write};
use super::halves::{Half, gold_of};
use super::sets::Tools;
use crate::Failure;
use crate::programs::{figures, inspect};

/// One half of the groups of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Groups {
    /// The folder of the groups in `events/`.
    pub folder: &'static str,
    /// What is judged.
    pub gold: Gold,
    /// Which half.
    pub half: Half,
}

/// What is known of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gold {
    /// What happened, or what journalists put on a timeline.
    Events,
    /// Which names of several articles are one entity.
    Names,
}

impl Groups {
    /// As the table shows it.
    pub fn name(self) -> String {
        let names = match self.gold {
            Gold::Events => "",
            Gold::Names => " names",
        };
        format!("events/{}{names}, {}", self.folder, self.half.name())
    }

    /// Reads the groups with `inspect` and gives the scorer's last line.
    pub fn judge(self, tools: &Tools) -> Result<String, Failure> {
        let (gold, scorer) = match self.gold {
            Gold::Events => (format!("{}.jsonl", self.folder), "score_events.py"),
            Gold::Names => (format!("{}_names.jsonl", self.folder), "score_entities.py"),
        };
        let events = tools.data.join("events");
        let read = tools.scratch.join("events").join(self.folder);
        std::fs::create_dir_all(&read).map_err(|error| cannot("make", &read, &error))?;
        let mut kept = String::new();
        for group in lines(&events.join(gold))? {
            let id = group["id"].as_str().unwrap_or_default().to_owned();
            let Some(group) = gold_of(self.folder, group, self.half) else { continue };
            kept.push_str(&group.to_string());
            kept.push('\n');
            self::read(tools, &events.join(self.folder).join(&id), &read.join(id + ".json"))?;
        }
        let file = tools.scratch.join(self.name().replace(['/', ',', ' '], "-") + ".jsonl");
        write(&file, kept.as_bytes())?;
        let mut command = Command::new("python3");
        command.arg(tools.data.join(scorer)).arg(&file).arg(&read);
        figures(&mut command)
    }
}

/// Reads a group, unless another half of its set has done so.
fn read(tools: &Tools, group: &Path, to: &Path) -> Result<(), Failure> {
    if to.is_file() {
        return Ok(());
    }
    let told = inspect(&tools.dateline, group, &["--plain".as_ref()])?;
    write(to, told.to_string().as_bytes())
}
