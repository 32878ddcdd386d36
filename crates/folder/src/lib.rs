//! The one place that reads a folder of seeds and its `dateline.toml`.
//!
//! A seed that cannot be read is named with its reason and left out; a broken
//! overlay stops everything, since an editor's correction must not get lost.

mod address;
mod beside;
mod bytes;
mod error;
mod held;
mod joined;
mod overlay;
mod packed;
mod part;
mod roles;
mod seed;
mod walk;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

pub use address::base_url;
use dateline_ingest::overlay::Overlay;
use dateline_ingest::unmatched::unmatched as overlay_unmatched;
use dateline_ingest::{Options, Source, ingest, publish};
use dateline_model::{Corpus, Warning, WarningKind};
pub use error::Error;
pub use held::{Held, Joined, Listed};
pub use joined::{Whole, join_parts, write};
pub use part::{Part, Share, read_part};
use roles::is_beside;
pub use roles::{OVERLAY, is_joined};
use seed::Seed;

/// Reads files and folders into one corpus. Folders are read in name order,
/// sub-folders too; files whose names begin with a dot are passed over. So are
/// links to what is read already and whatever is no regular file: by name. One
/// file of [`join_parts`] alone is the corpus that it holds.
///
/// # Errors
/// A path that does not exist, or an overlay that cannot be understood.
pub fn read(paths: &[PathBuf], options: &Options<'_>) -> Result<Corpus, Error> {
    Ok(read_all(paths, options)?.corpus)
}

/// A corpus as it may be published, and where.
pub struct Publication {
    /// Without what the editor's `[publish]` withholds.
    pub corpus: Corpus,
    /// The editor's `[site] url`, ending in `/`.
    pub url: Option<String>,
    /// The editor's `[bundle] first_visit`, in kilobytes.
    pub first_visit: Option<u32>,
}

/// The same, without what the editor's `[publish]` withholds. Whatever writes
/// to `dist/` reads the folder through this.
///
/// # Errors
/// As [`read`]; and where a rule of `[publish]` fits nothing, since what it
/// should hold back would be published.
pub fn read_for_publishing(paths: &[PathBuf]) -> Result<Publication, Error> {
    let reading = read_all(paths, &Options::default())?;
    let problems = reading.problems();
    if !problems.is_empty() {
        return Err(Error::Publish { problems });
    }
    Ok(reading.publication())
}

/// What an editor wants to know before it is published.
pub struct Checked {
    /// As it may be published; its warnings also name the overlay's rules that fit nothing.
    pub corpus: Corpus,
    /// What [`read_for_publishing`] stops at, each with file, line and what was expected.
    pub problems: Vec<String>,
}

/// Reads as for publishing, and stops at nothing that can be named.
///
/// # Errors
/// As [`read`].
pub fn check(paths: &[PathBuf]) -> Result<Checked, Error> {
    let reading = read_all(paths, &Options::default())?;
    let (problems, idle) = (reading.problems(), reading.idle());
    let mut corpus = reading.publication().corpus;
    corpus.warnings.extend(idle.into_iter().map(|message| Warning {
        file: OVERLAY.into(),
        kind: WarningKind::Overlay,
        message,
    }));
    corpus.warnings.sort();
    Ok(Checked { corpus, problems })
}

/// Says whether these bytes are an overlay; `file` is what an error calls it.
///
/// # Errors
/// With the line, and what was expected.
pub fn check_overlay(file: &Path, bytes: &[u8]) -> Result<(), Error> {
    overlay::parse(file, bytes.to_vec()).map(drop)
}

/// Every folder that is read when this one is, itself first: what a build must watch.
pub fn folders(folder: &Path) -> Vec<PathBuf> {
    walk::walk(folder).folders
}

/// What was read.
struct Reading {
    corpus: Corpus,
    rules: overlay::Read,
    /// Overlays whose rules do not count.
    refused: Vec<String>,
}

impl Reading {
    /// What was read by these rules.
    fn new(corpus: Corpus, mut rules: overlay::Read, refused: Vec<String>) -> Self {
        rules.follow(&corpus);
        Self { corpus, rules, refused }
    }

    /// What publishing stops at.
    fn problems(&self) -> Vec<String> {
        let unmatched = publish::unmatched(&self.corpus, &self.rules.overlay);
        let unmatched = unmatched.iter().map(|rule| self.rules.names(rule));
        self.refused.iter().cloned().chain(unmatched).collect()
    }

    /// The other rules of the overlay that fit nothing.
    fn idle(&self) -> Vec<String> {
        let unmatched = overlay_unmatched(&self.corpus, &self.rules.overlay);
        unmatched.iter().map(|rule| self.rules.names(rule)).collect()
    }

    /// Without what the editor withholds.
    fn publication(self) -> Publication {
        let Overlay { publish, url, first_visit, .. } = self.rules.overlay;
        Publication { corpus: publish::apply(self.corpus, &publish), url, first_visit }
    }
}

fn read_all(paths: &[PathBuf], options: &Options<'_>) -> Result<Reading, Error> {
    if let Some(file) = joined_among(paths)? {
        return joined::read(file);
    }
    let Listing { files, rules, refused, mut warnings } = list(paths)?;
    let seeds = seeds(files, &mut warnings);
    let sources: Vec<Source<'_>> = seeds.iter().map(|(_, seed)| seed.source()).collect();
    let rules = rules.unwrap_or_default();
    let mut corpus = ingest(&sources, &rules.overlay, options);
    corpus.warnings.append(&mut warnings);
    corpus.warnings.sort();
    Ok(Reading::new(corpus, rules, refused))
}

/// The joined corpus among the paths, where one is named: it is read by itself.
fn joined_among(paths: &[PathBuf]) -> Result<Option<&Path>, Error> {
    match (paths.iter().find(|path| is_joined(path)), paths.len()) {
        (Some(file), 2..) => {
            let file = file.display();
            let problem =
                format!("{file}: is a whole corpus; no other path beside it was expected");
            Err(Error::Parts { problems: vec![problem] })
        }
        (file, _) => Ok(file.map(PathBuf::as_path)),
    }
}

/// What there is to read.
struct Listing {
    /// Names below their folder, and where they are; in the order in which they are read.
    files: Vec<(String, PathBuf)>,
    rules: Option<overlay::Read>,
    refused: Vec<String>,
    warnings: Vec<Warning>,
}

fn list(paths: &[PathBuf]) -> Result<Listing, Error> {
    let mut files = Vec::new();
    let mut rules: Option<overlay::Read> = None;
    let mut refused = Vec::new();
    let mut warnings = Vec::new();
    for path in paths {
        let kind =
            fs::metadata(path).map_err(|source| Error::Path { path: path.clone(), source })?;
        if kind.is_dir() {
            let file = path.join(OVERLAY);
            // Asked of the name itself: what is there and cannot be read must not get lost.
            if file.symlink_metadata().is_ok() {
                let next = overlay::read(&file)?;
                if let Some(gone) = rules.replace(next) {
                    refused.push(format!(
                        "{}: does not count beside {}; one overlay for all folders was expected",
                        gone.file.display(),
                        file.display()
                    ));
                }
            }
            let found = walk::walk(path);
            warnings.extend(found.warnings);
            let named = found.files.iter().map(|(name, path)| (name.as_str(), path.as_path()));
            warnings.extend(beside_nothing(named));
            files.extend(found.files);
        } else {
            let name = path.file_name().unwrap_or(path.as_os_str());
            files.push((name.to_string_lossy().into_owned(), path.clone()));
        }
    }
    files.retain(|(name, _)| !is_beside(name));
    Ok(Listing { files, rules, refused, warnings })
}

/// The files that can be read, each with its place in the list.
fn seeds(files: Vec<(String, PathBuf)>, warnings: &mut Vec<Warning>) -> Vec<(usize, Seed)> {
    let files = files.into_iter().enumerate();
    files.filter_map(|(at, (name, path))| Some((at, Seed::load(name, &path, warnings)?))).collect()
}

/// What stands beside no article: an overlay that is not at the top of the folder, where nobody looks for it,
/// and facts of a file that is not there. Each file with its path, which is what facts stand beside.
fn beside_nothing<'f>(files: impl Iterator<Item = (&'f str, &'f Path)> + Clone) -> Vec<Warning> {
    let used: BTreeSet<PathBuf> = files
        .clone()
        .filter(|(name, _)| !is_beside(name))
        .map(|(_, path)| beside::of(path))
        .collect();
    let warning = |(name, path): (&str, &Path)| {
        let (kind, message) = if name.ends_with("/dateline.toml") {
            let message =
                format!("does not count; {OVERLAY} at the top of the folder was expected");
            (WarningKind::Overlay, message)
        } else if name.to_ascii_lowercase().ends_with(roles::ENDING) && !used.contains(path) {
            let ending = roles::ENDING;
            let message =
                format!("stands beside no article; NAME{ending} beside NAME.txt was expected");
            (WarningKind::Meta, message)
        } else {
            return None;
        };
        Some(Warning { file: name.into(), kind, message: format!("{name}: {message}") })
    };
    files.filter_map(warning).collect()
}

#[cfg(test)]
mod tests;
