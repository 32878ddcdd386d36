//! What is in a folder, and whether it has changed.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::failure::{Context, Failure};

/// All files of a folder with their sizes, in name order, one a line.
pub fn listing(folder: &Path) -> Result<String, Failure> {
    let mut lines = String::new();
    for file in all(folder)? {
        let size = metadata(&file)?.len();
        let name = file.strip_prefix(folder).unwrap_or(&file).display().to_string();
        lines.push_str(&format!("{size} {name}\n"));
    }
    Ok(lines)
}

/// All files of a folder and its sub-folders, in name order; a file stands for itself.
pub fn all(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    if path.is_file() {
        return Ok(vec![path.to_path_buf()]);
    }
    let cannot = || format!("cannot list {}", path.display());
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(path).context(cannot)? {
        entries.push(entry.context(cannot)?.path());
    }
    entries.sort();
    let mut found = Vec::new();
    for entry in entries {
        found.extend(all(&entry)?);
    }
    Ok(found)
}

/// Whether one of these files, or one in these folders, is newer; what is not there is not.
pub fn changed_since(
    built: SystemTime,
    mut sources: impl Iterator<Item = PathBuf>,
) -> Result<bool, Failure> {
    let newer =
        |file: &PathBuf| Ok(metadata(file)?.modified().is_ok_and(|changed| changed > built));
    sources.try_fold(false, |is_newer, source| {
        if is_newer || !source.exists() {
            return Ok(is_newer);
        }
        all(&source)?.iter().try_fold(false, |is_newer, file| Ok(is_newer || newer(file)?))
    })
}

/// Copies what is in a folder into another one.
pub fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    for file in all(from)? {
        let place = to.join(file.strip_prefix(from).unwrap_or(&file));
        if let Some(folder) = place.parent() {
            std::fs::create_dir_all(folder)
                .context(|| format!("cannot make {}", folder.display()))?;
        }
        std::fs::copy(&file, &place).context(|| format!("cannot write {}", place.display()))?;
    }
    Ok(())
}

fn metadata(file: &Path) -> Result<std::fs::Metadata, Failure> {
    std::fs::metadata(file).context(|| format!("cannot read {}", file.display()))
}

/// Names of the files that only one of the folders has, or that differ.
pub fn differences(first: &Path, second: &Path) -> Result<Vec<String>, Failure> {
    let names = |folder: &Path| -> Result<Vec<PathBuf>, Failure> {
        let files = all(folder)?;
        Ok(files.iter().filter_map(|file| file.strip_prefix(folder).ok()).map(Into::into).collect())
    };
    let mut all = names(first)?;
    all.extend(names(second)?);
    all.sort();
    all.dedup();
    let read = |folder: &Path, name: &Path| std::fs::read(folder.join(name)).ok();
    let differs = |name: &&PathBuf| read(first, name) != read(second, name);
    Ok(all.iter().filter(differs).map(|name| name.display().to_string()).collect())
}

/// Takes a folder away, where it is there.
pub fn remove(folder: &Path) -> Result<(), Failure> {
    match folder.exists() {
        true => std::fs::remove_dir_all(folder)
            .context(|| format!("cannot remove {}", folder.display())),
        false => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
        let folder =
            std::env::temp_dir().join(format!("dateline-files-{name}-{}", std::process::id()));
        for (file, text) in files {
            let file = folder.join(file);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, text).unwrap();
        }
        folder
    }

    #[test]
    fn a_file_that_differs_or_that_one_build_lacks_is_named() {
        let first = folder("a", &[("same", "x"), ("deep/other", "x"), ("gone", "x")]);
        let second = folder("b", &[("same", "x"), ("deep/other", "y"), ("new", "x")]);
        assert_eq!(differences(&first, &second).unwrap(), ["deep/other", "gone", "new"]);
        assert!(differences(&first, &first).unwrap().is_empty());
        remove(&first).unwrap();
        remove(&second).unwrap();
    }
}
