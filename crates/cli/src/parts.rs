//! `read` and `join`: a corpus by the work of many machines.

use std::path::{Path, PathBuf};

use dateline_folder::{Share, join_parts, read_part, write};
use dateline_words as words;

use crate::{build, output, say};

/// Writes what a part of the files yields by itself.
pub(crate) fn read(paths: &[PathBuf], share: Share, out: &Path) -> Result<(), String> {
    build::apart(out, paths)?;
    let part = read_part(paths, share).map_err(|it| it.to_string())?;
    for warning in part.warnings() {
        eprintln!("warning: {}", warning.message);
    }
    let bytes = part.encode();
    write(out, &bytes).map_err(|error| output::named(out, &error))?;
    let files = words::count(part.len(), "file");
    say(&format!("part {share}: {files}, {}", words::megabytes(bytes.len())))
}

/// Writes the corpus of all parts.
pub(crate) fn join(parts: &[PathBuf], overlay: Option<&Path>, out: &Path) -> Result<(), String> {
    let whole = join_parts(parts, overlay).map_err(|it| it.to_string())?;
    crate::warn(&whole.corpus);
    let bytes = whole.encode();
    write(out, &bytes).map_err(|error| output::named(out, &error))?;
    let articles = words::count(whole.corpus.articles.len(), "article");
    let events = words::count(whole.corpus.events.len(), "event");
    say(&format!("{articles}, {events}, {}", words::megabytes(bytes.len())))
}
