//! Where fetched tools are kept, by tool and version, so that a second clone finds them; and how a
//! tool gets there whole or not at all.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::failure::{Context, Failure};

/// The cache folder of this user.
pub fn folder() -> Result<PathBuf, Failure> {
    let system = if cfg!(windows) {
        System::Windows
    } else if cfg!(target_os = "macos") {
        System::Mac
    } else {
        System::Unix
    };
    choose(system, |name| std::env::var_os(name)).ok_or_else(|| {
        Failure::work("no home folder is known; set DATELINE_CACHE to a folder for the tools")
    })
}

/// Puts a tool into `<cache>/<name>` unless `ready` finds it there: `install` fills a temporary folder
/// beside it, which is renamed when it is complete. An interrupted run leaves only a temporary folder,
/// which the next run clears; a second run meanwhile waits at the lock and then finds the tool ready.
pub fn install(
    name: &str,
    ready: impl Fn(&Path) -> bool,
    install: impl FnOnce(&Path) -> Result<(), Failure>,
) -> Result<PathBuf, Failure> {
    install_into(&folder()?, name, ready, install)
}

fn install_into(
    cache: &Path,
    name: &str,
    ready: impl Fn(&Path) -> bool,
    install: impl FnOnce(&Path) -> Result<(), Failure>,
) -> Result<PathBuf, Failure> {
    let place = cache.join(name);
    std::fs::create_dir_all(cache).context(|| format!("cannot make {}", cache.display()))?;
    let lock = std::fs::File::create(cache.join(format!(".{name}.lock")))
        .context(|| format!("cannot write in {}", cache.display()))?;
    lock.lock().context(|| format!("cannot lock {}", cache.display()))?;
    if ready(&place) {
        return Ok(place);
    }
    let temporary = cache.join(format!(".{name}.partial"));
    remove(&temporary)?;
    std::fs::create_dir_all(&temporary)
        .context(|| format!("cannot make {}", temporary.display()))?;
    let outcome = install(&temporary).and_then(|()| {
        remove(&place)?;
        std::fs::rename(&temporary, &place)
            .context(|| format!("cannot move the finished {name} to {}", place.display()))
    });
    match outcome {
        Ok(()) => Ok(place),
        Err(failure) => {
            remove(&temporary)?;
            Err(failure)
        }
    }
}

fn remove(folder: &Path) -> Result<(), Failure> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Failure::work(format!("cannot remove {}: {error}", folder.display())))
        }
        _ => Ok(()),
    }
}

#[derive(Clone, Copy)]
enum System {
    Unix,
    Mac,
    Windows,
}

fn choose(system: System, variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let set = |name| variable(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(folder) = set("DATELINE_CACHE") {
        return Some(folder);
    }
    match system {
        System::Windows => set("LOCALAPPDATA").map(|folder| folder.join("dateline")),
        System::Mac => set("HOME").map(|folder| folder.join("Library/Caches/dateline")),
        System::Unix => set("XDG_CACHE_HOME")
            .or_else(|| set("HOME").map(|folder| folder.join(".cache")))
            .map(|folder| folder.join("dateline")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(system: System, set: &[(&str, &str)], expected: Option<&str>) {
        let variable =
            |name: &str| set.iter().find(|(key, _)| *key == name).map(|(_, value)| value.into());
        assert_eq!(choose(system, variable), expected.map(PathBuf::from));
    }

    #[test]
    fn the_cache_is_where_each_system_keeps_caches() {
        check(System::Unix, &[("HOME", "/home/ada")], Some("/home/ada/.cache/dateline"));
        check(
            System::Unix,
            &[("HOME", "/home/ada"), ("XDG_CACHE_HOME", "/var/ada")],
            Some("/var/ada/dateline"),
        );
        check(System::Mac, &[("HOME", "/Users/ada")], Some("/Users/ada/Library/Caches/dateline"));
        check(System::Windows, &[("LOCALAPPDATA", "/local")], Some("/local/dateline"));
    }

    #[test]
    fn a_named_cache_wins_and_an_empty_name_counts_as_unset() {
        check(System::Mac, &[("HOME", "/h"), ("DATELINE_CACHE", "/tools")], Some("/tools"));
        check(System::Unix, &[("HOME", "/h"), ("DATELINE_CACHE", "")], Some("/h/.cache/dateline"));
        check(System::Unix, &[], None);
    }

    #[test]
    fn a_tool_is_in_the_cache_whole_or_not_at_all() {
        let cache = std::env::temp_dir().join(format!("dateline-cache-{}", std::process::id()));
        let ready = |place: &Path| place.join("whole").is_file();
        let write = |folder: &Path, file: &str| {
            std::fs::write(folder.join(file), "x").context(|| format!("cannot write {file}"))
        };

        let failed = install_into(&cache, "tool-1", ready, |folder| {
            write(folder, "half")?;
            Err(Failure::work("the network went away"))
        });
        assert!(failed.is_err());
        assert!(!cache.join("tool-1").exists() && !cache.join(".tool-1.partial").exists());

        let interrupted = cache.join(".tool-1.partial");
        std::fs::create_dir_all(&interrupted).unwrap();
        write(&interrupted, "left by an interrupted run").unwrap();
        let place = install_into(&cache, "tool-1", ready, |folder| write(folder, "whole")).unwrap();
        assert_eq!(std::fs::read_dir(&place).unwrap().count(), 1);

        let again = install_into(&cache, "tool-1", ready, |_| Err(Failure::work("not needed")));
        assert_eq!(again.unwrap(), place);
        std::fs::remove_dir_all(&cache).unwrap();
    }
}
