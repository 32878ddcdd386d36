//! The one place that reads a folder of seeds and its `dateline.toml`.
//!
//! A seed that cannot be read is named with its reason and left out; a broken
//! overlay stops everything, since an editor's correction must not get lost.

mod overlay;

use std::fmt;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use dateline_extract::{endings, size_limit};
use dateline_ingest::overlay::Overlay;
use dateline_ingest::{Meta, Options, Source, ingest, publish};
use dateline_model::{Corpus, Warning, WarningKind};

/// The name of the overlay's file.
pub const OVERLAY: &str = "dateline.toml";

/// Reads files and folders into one corpus. Folders are read in name order,
/// sub-folders too; files whose names begin with a dot are passed over.
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

fn read_all(paths: &[PathBuf], options: &Options<'_>) -> Result<(Corpus, Overlay), Error> {
    let mut files = Vec::new();
    let mut overlay = Overlay::default();
    let mut warnings = Vec::new();
    for path in paths {
        let kind =
            fs::metadata(path).map_err(|source| Error::Path { path: path.clone(), source })?;
        if kind.is_dir() {
            let file = path.join(OVERLAY);
            if file.is_file() {
                overlay = overlay::read(&file)?;
            }
            list(path, path, &mut files, &mut warnings);
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
    name == OVERLAY || name.ends_with("/dateline.toml") || lower.ends_with(".meta.json")
}

/// Lists a folder in name order.
fn list(
    root: &Path,
    folder: &Path,
    files: &mut Vec<(String, PathBuf)>,
    warnings: &mut Vec<Warning>,
) {
    let mut entries: Vec<PathBuf> = match fs::read_dir(folder) {
        Ok(entries) => entries.filter_map(|entry| Some(entry.ok()?.path())).collect(),
        Err(error) => {
            let name = below(root, folder);
            warnings.push(unreadable(&name, &error));
            return;
        }
    };
    entries.sort();
    for path in entries {
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if hidden {
            continue;
        }
        if path.is_dir() {
            list(root, &path, files, warnings);
        } else {
            files.push((below(root, &path), path));
        }
    }
}

/// The path below the root, with `/` on every system.
fn below(root: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(root).unwrap_or(path).components();
    parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

struct Seed {
    name: String,
    bytes: Vec<u8>,
    meta: Option<Meta>,
}

impl Seed {
    fn load(name: String, path: &Path, warnings: &mut Vec<Warning>) -> Option<Self> {
        let Some(limit) = size_limit(&name) else {
            let endings = endings();
            warnings.push(Warning {
                kind: WarningKind::UnknownType,
                message: format!("{name}: is not read; {endings} was expected"),
                file: name,
            });
            return None;
        };
        // One byte over the limit is enough for ingest to refuse it by name.
        let mut bytes = Vec::new();
        let opened = fs::File::open(path)
            .and_then(|file| file.take(limit as u64 + 1).read_to_end(&mut bytes));
        if let Err(error) = opened {
            warnings.push(unreadable(&name, &error));
            return None;
        }
        if bytes.len() > limit {
            let size = fs::metadata(path).map_or(0, |file| file.len());
            warnings.push(Warning {
                kind: WarningKind::TooLarge,
                message: format!(
                    "{name}: has {} MB; at most {} MB were expected",
                    size / (1024 * 1024),
                    limit / (1024 * 1024)
                ),
                file: name,
            });
            return None;
        }
        let meta = load_meta(&name, path, warnings);
        Some(Self { name, bytes, meta })
    }
}

fn load_meta(name: &str, path: &Path, warnings: &mut Vec<Warning>) -> Option<Meta> {
    let file = path.with_extension("meta.json");
    let bytes = fs::read(&file).ok()?;
    match serde_json::from_slice(&bytes) {
        Ok(meta) => Some(meta),
        Err(error) => {
            let beside = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            warnings.push(Warning {
                file: name.into(),
                kind: WarningKind::Meta,
                message: format!(
                    "{beside}: {error}; title, outlet, author, date, url and language are known"
                ),
            });
            None
        }
    }
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
