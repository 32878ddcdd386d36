//! The one place that reads a folder of seeds and its `dateline.toml`.
//!
//! A seed that cannot be read is named with its reason and left out; a broken
//! overlay stops everything, since an editor's correction must not get lost.

mod beside;
mod overlay;
mod seed;
mod walk;

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use dateline_ingest::overlay::Overlay;
use dateline_ingest::{Options, Source, ingest, publish};
use dateline_model::{Corpus, Warning, WarningKind};
use seed::Seed;

/// The name of the overlay's file.
pub const OVERLAY: &str = "dateline.toml";

/// Reads files and folders into one corpus. Folders are read in name order,
/// sub-folders too; files whose names begin with a dot are passed over. So are
/// links to what is read already and whatever is no regular file: by name.
///
/// # Errors
/// A path that does not exist, or an overlay that cannot be understood.
pub fn read(paths: &[PathBuf], options: &Options<'_>) -> Result<Corpus, Error> {
    Ok(read_all(paths, options)?.0)
}

/// A corpus as it may be published, and where.
pub struct Publication {
    /// Without what the editor's `[publish]` withholds.
    pub corpus: Corpus,
    /// The editor's `[site] url`, ending in `/`.
    pub url: Option<String>,
}

/// The same, without what the editor's `[publish]` withholds. Whatever writes
/// to `dist/` reads the folder through this.
///
/// # Errors
/// As [`read`].
pub fn read_for_publishing(paths: &[PathBuf]) -> Result<Publication, Error> {
    let (corpus, overlay) = read_all(paths, &Options::default())?;
    Ok(Publication { corpus: publish::apply(corpus, &overlay.publish), url: overlay.url })
}

/// An address that names can follow: `http` or `https`, a host, no query, and
/// a `/` at its end, added where it lacks.
///
/// ```
/// # use dateline_folder::base_url;
/// assert_eq!(base_url("https://example.org/news").unwrap(), "https://example.org/news/");
/// assert_eq!(base_url("example.org"), None);
/// ```
pub fn base_url(text: &str) -> Option<String> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let refused = |c: char| !c.is_ascii_graphic() || "\"'<>\\^`{|}?#".contains(c);
    if rest.is_empty() || rest.starts_with('/') || rest.contains(refused) {
        return None;
    }
    Some(if text.ends_with('/') { text.to_owned() } else { format!("{text}/") })
}

/// Every folder that is read when this one is, itself first: what a build must watch.
pub fn folders(folder: &Path) -> Vec<PathBuf> {
    walk::walk(folder).folders
}

fn read_all(paths: &[PathBuf], options: &Options<'_>) -> Result<(Corpus, Overlay), Error> {
    let mut files = Vec::new();
    let mut overlay = Overlay::default();
    let mut warnings = Vec::new();
    for path in paths {
        let kind =
            fs::metadata(path).map_err(|source| Error::Path { path: path.clone(), source })?;
        if kind.is_dir() {
            let file = path.join(OVERLAY);
            // Asked of the name itself: what is there and cannot be read must not get lost.
            if file.symlink_metadata().is_ok() {
                overlay = overlay::read(&file)?;
            }
            let found = walk::walk(path);
            warnings.extend(found.warnings);
            warnings.extend(lonely(&found.files));
            files.extend(found.files);
        } else {
            let name = path.file_name().unwrap_or(path.as_os_str());
            files.push((name.to_string_lossy().into_owned(), path.clone()));
        }
    }
    let seeds: Vec<Seed> = files
        .into_iter()
        .filter(|(name, _)| !is_beside(name))
        .filter_map(|(name, path)| Seed::load(name, &path, &mut warnings))
        .collect();
    let sources: Vec<Source<'_>> = seeds
        .iter()
        .map(|seed| Source { path: &seed.name, bytes: &seed.bytes, meta: seed.meta.clone() })
        .collect();
    let mut corpus = ingest(&sources, &overlay, options);
    corpus.warnings.append(&mut warnings);
    corpus.warnings.sort();
    Ok((corpus, overlay))
}

/// The overlay and the facts beside articles are no articles themselves.
fn is_beside(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    name == OVERLAY || name.ends_with("/dateline.toml") || lower.ends_with(beside::ENDING)
}

/// Facts that stand beside no article.
fn lonely(files: &[(String, PathBuf)]) -> Vec<Warning> {
    let used: BTreeSet<PathBuf> = files
        .iter()
        .filter(|(name, _)| !is_beside(name))
        .map(|(_, path)| beside::of(path))
        .collect();
    let facts = files.iter().filter(|(name, path)| {
        name.to_ascii_lowercase().ends_with(beside::ENDING) && !used.contains(path)
    });
    let warning = |name: &String| Warning {
        file: name.clone(),
        kind: WarningKind::Meta,
        message: format!(
            "{name}: stands beside no article; NAME{} beside NAME.txt was expected",
            beside::ENDING
        ),
    };
    facts.map(|(name, _)| warning(name)).collect()
}

fn unreadable(name: &str, error: &std::io::Error) -> Warning {
    Warning {
        file: name.into(),
        kind: WarningKind::Unreadable,
        message: format!("{name}: could not be read: {error}"),
    }
}

/// Why a folder gives no corpus at all.
#[derive(Debug)]
pub enum Error {
    /// A named path cannot be looked at.
    Path {
        /// Which.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The overlay cannot be understood.
    Overlay {
        /// The overlay's file.
        file: PathBuf,
        /// 1-based line, 0 where the whole file is meant.
        line: usize,
        /// What is wrong and what was expected.
        message: String,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path { path, source } => write!(f, "{}: {source}", path.display()),
            Self::Overlay { file, line, message } => {
                write!(f, "{}:{line}: {message}", file.display())
            }
        }
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests;
