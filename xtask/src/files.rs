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
