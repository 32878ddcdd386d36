//! A folder whose files come one by one from elsewhere: dropped into a page, or out of an archive. What it
//! gives is what the same files give when they lie in a folder.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use dateline_ingest::{Known, Observer, Opened, Options, Source, join_again, open};
use dateline_model::Warning;

use crate::roles::{OVERLAY, is_beside};
use crate::{Error, Publication, Reading, beside, beside_nothing, overlay, seed};

/// Articles that were read, by the names of their files.
#[derive(Default)]
pub struct Held {
    read: BTreeMap<PathBuf, Read>,
    /// Of files that are not read.
    warnings: Vec<Warning>,
    /// What the last joining worked out.
    known: Known,
}

struct Read {
    opened: Opened,
    warnings: Vec<Warning>,
}

/// A file of a list that is to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its name below the folder.
    pub name: String,
    /// The name of the file beside it that states facts of it.
    pub meta: Option<String>,
}

/// The corpus of what is held, as it may be published, and what an editor wants to know of it.
pub struct Joined {
    /// Without what the editor's `[publish]` withholds.
    pub publication: Publication,
    /// What publishing stops at, each with file, line and what was expected.
    pub problems: Vec<String>,
    /// Rules of the overlay that fit nothing, as well.
    pub idle: Vec<String>,
}

impl Held {
    /// Says which files are here now, by names below the folder with `/` between the parts, and how many
    /// bytes each has. Gives those that are to be read, in the order of the folder; what was read of files
    /// that are here no more is forgotten. Names that begin with a dot are passed over.
    pub fn list(&mut self, files: &[(String, u64)]) -> Vec<Listed> {
        let files: BTreeMap<PathBuf, (&str, u64)> = files
            .iter()
            .filter(|(name, _)| !name.split('/').any(|part| part.starts_with('.')))
            .map(|(name, size)| (PathBuf::from(name), (name.as_str(), *size)))
            .collect();
        self.read.retain(|path, _| files.contains_key(path));
        let named = files.iter().map(|(path, (name, _))| (*name, path.as_path()));
        self.warnings = beside_nothing(named);
        let mut listed = Vec::new();
        for (path, (name, size)) in files.iter().filter(|(_, (name, _))| !is_beside(name)) {
            match seed::limit(name) {
                Ok(limit) if *size > limit as u64 => {
                    self.warnings.push(seed::too_large(name, *size, limit));
                }
                Ok(_) => {
                    let meta = files.get(&beside::of(path));
                    let (meta, large): (Vec<_>, Vec<_>) =
                        meta.into_iter().partition(|(_, size)| *size <= beside::LIMIT as u64);
                    self.warnings
                        .extend(large.iter().map(|(beside, _)| beside::too_large(name, beside)));
                    let meta = meta.first().map(|(name, _)| (*name).to_owned());
                    listed.push(Listed { name: (*name).to_owned(), meta });
                }
                Err(warning) => self.warnings.push(warning),
            }
        }
        listed
    }

    /// Reads a file of the list, in place of what was read of it before. `meta` is the file beside it.
    pub fn read(&mut self, name: &str, bytes: &[u8], meta: Option<&[u8]>) {
        let mut warnings = Vec::new();
        let path = PathBuf::from(name);
        let meta = meta.and_then(|bytes| {
            let file = beside::of(&path);
            let file = file.file_name().unwrap_or_default().to_string_lossy();
            beside::facts(name, &file, Ok(bytes.to_vec()), &mut warnings)
        });
        let opened = open(&Source { path: name, bytes, meta }, &Options::default());
        self.read.insert(path, Read { opened, warnings });
    }

    /// Says that a file of the list cannot be read, and why.
    pub fn refuse(&mut self, name: &str, why: &str) {
        self.read.remove(Path::new(name));
        let error = std::io::Error::other(why);
        self.warnings.push(crate::error::unreadable(name, &error));
    }

    /// Puts together what was read, with the corrections of an overlay, while `observer` is told of the
    /// stages. What these cannot change of what was joined before is not worked out again.
    ///
    /// # Errors
    /// Where the overlay cannot be understood.
    pub fn join(&mut self, overlay: &[u8], observer: &dyn Observer) -> Result<Joined, Error> {
        let rules = overlay::parse(Path::new(OVERLAY), overlay.to_vec())?;
        let opened = self.read.values().map(|read| read.opened.clone()).collect();
        let (options, known) = (Options::default(), &mut self.known);
        let mut corpus = join_again(opened, &rules.overlay, &options, observer, known);
        let here = self.read.values().flat_map(|read| &read.warnings);
        corpus.warnings.extend(here.chain(&self.warnings).cloned());
        corpus.warnings.sort();
        let reading = Reading::new(corpus, rules, Vec::new());
        let (problems, idle) = (reading.problems(), reading.idle());
        Ok(Joined { publication: reading.publication(), problems, idle })
    }
}
