//! `--watch`: waits until something of what is read has changed.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

/// A build begins when nothing has changed for so long: an editor that saves, and a folder that is copied,
/// change many things one after the other.
const QUIET: Duration = Duration::from_millis(250);

/// Changes without a pause are no reason to wait for ever.
const PATIENCE: Duration = Duration::from_secs(5);

/// So often is looked whether a path that was taken away is there again.
const AGAIN: Duration = Duration::from_secs(1);

/// Looks after what is read.
pub(crate) struct Watch {
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
    paths: Vec<PathBuf>,
    /// Folders that are looked after with all that is in them.
    folders: BTreeSet<PathBuf>,
    /// Single files. Their folders have to tell, since an editor may put another file into the place of one.
    files: BTreeSet<PathBuf>,
}

impl Watch {
    /// From now on.
    pub(crate) fn new(paths: &[PathBuf]) -> Result<Self, String> {
        let (sender, events) = channel();
        let watcher = notify::recommended_watcher(sender).map_err(|error| cannot(&error))?;
        let (folders, files) = (BTreeSet::new(), BTreeSet::new());
        let mut watch = Self { watcher, events, paths: paths.to_vec(), folders, files };
        watch.look_after()?;
        Ok(watch)
    }

    /// Waits until something has changed and then nothing more for a moment. Says what was first.
    pub(crate) fn wait(&mut self) -> Result<String, String> {
        let first = loop {
            let told = match self.events.recv_timeout(AGAIN) {
                Ok(event) => self.concerns(event),
                Err(RecvTimeoutError::Timeout) => self.is_back(),
                Err(RecvTimeoutError::Disconnected) => {
                    return Err("the system tells no longer of changed files".into());
                }
            };
            if let Some(path) = told {
                break path;
            }
        };
        let (start, mut last) = (Instant::now(), Instant::now());
        while last.elapsed() < QUIET && start.elapsed() < PATIENCE {
            if let Ok(event) = self.events.recv_timeout(QUIET)
                && self.concerns(event).is_some()
            {
                last = Instant::now();
            }
        }
        self.look_after()?;
        Ok(first.display().to_string())
    }

    /// Every folder that is read, those that links lead to as well, and single files.
    fn look_after(&mut self) -> Result<(), String> {
        for path in &self.paths {
            // What is not there now is looked for again.
            let Ok(whole) = path.canonicalize() else { continue };
            let mut wanted = Vec::new();
            if whole.is_dir() {
                // What has gone meanwhile comes back as a change of the folder above.
                let below = dateline_folder::folders(path).into_iter();
                wanted.extend(below.filter_map(|folder| folder.canonicalize().ok()));
            } else if let Some(folder) = whole.parent()
                && self.files.insert(whole.clone())
            {
                let watched = self.watcher.watch(folder, RecursiveMode::NonRecursive);
                watched.map_err(|error| cannot(&error))?;
            }
            for folder in wanted {
                if !self.folders.iter().any(|above| folder.starts_with(above)) {
                    let watched = self.watcher.watch(&folder, RecursiveMode::Recursive);
                    watched.map_err(|error| cannot(&error))?;
                    self.folders.insert(folder);
                }
            }
        }
        Ok(())
    }

    /// Which path that is read an event is about.
    fn concerns(&mut self, event: notify::Result<Event>) -> Option<PathBuf> {
        let event = match event {
            Ok(event) if !event.need_rescan() => event,
            // What was lost nobody knows.
            _ => return self.paths.first().cloned(),
        };
        // To read a file is an event too.
        if matches!(event.kind, EventKind::Access(_)) {
            return None;
        }
        let removed = event.kind.is_remove();
        let is_told = |path: &PathBuf| self.is_read(path);
        let told = event.paths.iter().find(|path| is_told(path)).cloned();
        for path in event.paths.iter().filter(|_| removed) {
            // It may come back, and then is another one for the system.
            self.folders.remove(path);
        }
        told
    }

    /// Whether a path is one that is read: in a folder, what begins with a dot is not.
    fn is_read(&self, path: &Path) -> bool {
        let is_hidden = |name: &OsStr| name.as_encoded_bytes().starts_with(b".");
        let mut below = self.folders.iter().filter_map(|folder| path.strip_prefix(folder).ok());
        self.files.contains(path) || below.any(|below| !below.iter().any(is_hidden))
    }

    /// A path that was not there and is now.
    fn is_back(&self) -> Option<PathBuf> {
        let is_watched = |whole: &Path| {
            self.files.contains(whole) || self.folders.iter().any(|above| whole.starts_with(above))
        };
        let is_back = |path: &&PathBuf| path.canonicalize().is_ok_and(|whole| !is_watched(&whole));
        self.paths.iter().find(is_back).cloned()
    }
}

fn cannot(error: &notify::Error) -> String {
    format!("cannot watch for changes: {error}")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn place(name: &str) -> PathBuf {
        let place = std::env::temp_dir().join(format!("dateline-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&place);
        fs::create_dir_all(&place).unwrap();
        place.canonicalize().unwrap()
    }

    /// What is told first after a change.
    fn check(watch: &mut Watch, change: impl FnOnce(), expected: &str) {
        change();
        let told = watch.wait().unwrap();
        assert!(told.ends_with(expected), "{told}: {expected} was expected");
    }

    fn write(file: PathBuf) {
        fs::write(file, "text").unwrap();
    }

    #[test]
    fn a_file_that_is_changed_added_or_removed_is_told_of() {
        let folder = place("watch-files");
        write(folder.join("a.txt"));
        let watch = &mut Watch::new(std::slice::from_ref(&folder)).unwrap();
        check(watch, || write(folder.join("a.txt")), "a.txt");
        check(watch, || write(folder.join("b.txt")), "b.txt");
        check(watch, || fs::remove_file(folder.join("a.txt")).unwrap(), "a.txt");
        check(watch, || fs::create_dir(folder.join("more")).unwrap(), "more");
        check(watch, || write(folder.join("more/c.txt")), "c.txt");
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn what_begins_with_a_dot_and_reading_are_no_changes() {
        let folder = place("watch-hidden");
        write(folder.join("a.txt"));
        let watch = &mut Watch::new(std::slice::from_ref(&folder)).unwrap();
        let change = || {
            fs::read(folder.join("a.txt")).unwrap();
            write(folder.join(".a.txt.swp"));
            fs::create_dir(folder.join(".git")).unwrap();
            write(folder.join(".git/index"));
            write(folder.join("b.txt"));
        };
        check(watch, change, "b.txt");
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_folder_that_goes_and_comes_back_is_looked_after_again() {
        let folder = place("watch-back");
        let watch = &mut Watch::new(std::slice::from_ref(&folder)).unwrap();
        check(watch, || fs::remove_dir(&folder).unwrap(), "");
        check(watch, || fs::create_dir(&folder).unwrap(), "");
        check(watch, || write(folder.join("a.txt")), "a.txt");
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn of_a_single_file_its_neighbours_are_no_concern() {
        let folder = place("watch-one");
        let (one, other) = (folder.join("a.txt"), folder.join("b.txt"));
        write(one.clone());
        let watch = &mut Watch::new(std::slice::from_ref(&one)).unwrap();
        let change = || {
            write(other);
            write(one);
        };
        check(watch, change, "a.txt");
        fs::remove_dir_all(&folder).unwrap();
    }
}
