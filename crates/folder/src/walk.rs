//! Finds the files of a folder, each once, whatever its links lead to.
//!
//! What lies in the folder itself comes first and links after it, so that a
//! file keeps the name of its own place. A link to what was met already, or to
//! a folder above, would be read twice or without end; a pipe would be waited
//! for without end. Each is named and passed over.

use std::collections::HashMap;
use std::fs::{self, FileType};
use std::io;
use std::path::{Path, PathBuf};

use dateline_model::{Warning, WarningKind};

use crate::error::unreadable;
use crate::roles::is_beside;

/// What is found below a folder.
#[derive(Default)]
pub(crate) struct Found {
    /// Regular files in the order of their names: the name below the folder,
    /// with `/` on every system, and where it is.
    pub files: Vec<(String, PathBuf)>,
    /// Every folder that was looked into, the folder itself first.
    pub folders: Vec<PathBuf>,
    /// What was passed over.
    pub warnings: Vec<Warning>,
}

/// Walks through a folder; names that begin with a dot are passed over.
pub(crate) fn walk(root: &Path) -> Found {
    let mut walk = Walk { root, found: Found::default(), seen: HashMap::new(), links: Vec::new() };
    walk.folder(root);
    // Links of folders that links lead to come after all those of the folder itself.
    while !walk.links.is_empty() {
        let mut links = core::mem::take(&mut walk.links);
        links.sort();
        for link in links {
            walk.link(&link);
        }
    }
    let mut found = walk.found;
    found.files.sort_by(|one, other| one.1.cmp(&other.1));
    found
}

struct Walk<'r> {
    root: &'r Path,
    found: Found,
    /// The folders that were looked into, and the name that each was met by.
    seen: HashMap<Identity, String>,
    links: Vec<PathBuf>,
}

impl Walk<'_> {
    /// Looks into a folder and what lies in it, and leaves its links for later.
    fn folder(&mut self, folder: &Path) {
        let name = below(self.root, folder);
        self.found.folders.push(folder.to_path_buf());
        match identity(folder) {
            // A folder can be mounted inside itself.
            Ok(identity) => match self.seen.get(&identity) {
                Some(seen) => {
                    let what = twice("the folder", seen);
                    return self.pass(&name, &what);
                }
                None => drop(self.seen.insert(identity, name.clone())),
            },
            Err(error) => return self.found.warnings.push(unreadable(&name, &error)),
        }
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => return self.found.warnings.push(unreadable(&name, &error)),
        };
        let mut folders = Vec::new();
        for entry in entries {
            let (path, kind) = match entry.and_then(|entry| Ok((entry.path(), entry.file_type()?)))
            {
                Ok(entry) => entry,
                Err(error) => {
                    self.found.warnings.push(unreadable(&name, &error));
                    continue;
                }
            };
            if is_hidden(&path) {
                continue;
            }
            if kind.is_symlink() {
                self.links.push(path);
            } else if kind.is_dir() {
                folders.push(path);
            } else {
                self.file(path, kind);
            }
        }
        // By name, so that warnings and folders come in the same order everywhere.
        folders.sort();
        for folder in folders {
            self.folder(&folder);
        }
    }

    fn file(&mut self, path: PathBuf, kind: FileType) {
        let name = below(self.root, &path);
        match irregular(kind) {
            None => self.found.files.push((name, path)),
            Some(what) => self.found.warnings.push(Warning {
                kind: WarningKind::UnknownType,
                message: format!("{name}: is {what}; a regular file was expected"),
                file: name,
            }),
        }
    }

    fn link(&mut self, link: &Path) {
        let name = below(self.root, link);
        let (kind, target) = match fs::metadata(link)
            .and_then(|data| Ok((data.file_type(), link.canonicalize()?)))
        {
            Ok(target) => target,
            Err(error) => return self.leads_nowhere(link, name, &error),
        };
        if !kind.is_dir() {
            let beside = is_beside(&name);
            // Facts may be shared by links; an article is read where it lies.
            let met = target.parent().filter(|_| !beside && !is_hidden(&target));
            let met = met.and_then(|folder| self.seen.get(&identity(folder).ok()?));
            return match met.map(|folder| joined(folder, &target)) {
                Some(met) if kind.is_file() => self.pass(&name, &twice("the file", &met)),
                _ => self.file(link.to_path_buf(), kind),
            };
        }
        let seen = identity(&target).ok().and_then(|identity| self.seen.get(&identity));
        if let Some(what) = seen.map(|seen| twice("the folder", seen)) {
            return self.pass(&name, &what);
        }
        let here = link.parent().and_then(|folder| folder.canonicalize().ok());
        let root = self.root.canonicalize().ok();
        if here.into_iter().chain(root).any(|folder| folder.starts_with(&target)) {
            return self.pass(&name, "leads to a folder above it, which would be read without end");
        }
        self.folder(link);
    }

    fn leads_nowhere(&mut self, link: &Path, name: String, error: &io::Error) {
        let to = fs::read_link(link).unwrap_or_default();
        self.found.warnings.push(Warning {
            kind: WarningKind::Unreadable,
            message: format!(
                "{name}: is a link to {:?}, which could not be looked at ({error}); a link to a file or a folder was expected",
                to.to_string_lossy()
            ),
            file: name,
        });
    }

    fn pass(&mut self, name: &str, why: &str) {
        self.found.warnings.push(Warning {
            file: name.into(),
            kind: WarningKind::Duplicate,
            message: format!("{name}: {why}; it is passed over"),
        });
    }
}

fn twice(what: &str, name: &str) -> String {
    let name = if name.is_empty() { "." } else { name };
    format!("leads to {what} {name:?}, which is read in its own place")
}

/// What a folder is known by, whichever way leads to it.
#[cfg(unix)]
type Identity = (u64, u64);
#[cfg(not(unix))]
type Identity = PathBuf;

#[cfg(unix)]
fn identity(folder: &Path) -> io::Result<Identity> {
    use std::os::unix::fs::MetadataExt as _;
    fs::metadata(folder).map(|data| (data.dev(), data.ino()))
}

#[cfg(not(unix))]
fn identity(folder: &Path) -> io::Result<Identity> {
    folder.canonicalize()
}

/// What a file is that cannot be read from its beginning to its end.
pub(crate) fn irregular(kind: FileType) -> Option<&'static str> {
    if kind.is_file() {
        return None;
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt as _;
        if kind.is_fifo() {
            return Some("a pipe (FIFO)");
        }
        if kind.is_socket() {
            return Some("a socket");
        }
        if kind.is_block_device() || kind.is_char_device() {
            return Some("a device");
        }
    }
    Some(if kind.is_dir() { "a folder" } else { "no regular file" })
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

/// The path below the root, with `/` on every system.
fn below(root: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(root).unwrap_or(path).components();
    parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn joined(folder: &str, file: &Path) -> String {
    let file = file.file_name().unwrap_or_default().to_string_lossy();
    if folder.is_empty() { file.into_owned() } else { format!("{folder}/{file}") }
}
