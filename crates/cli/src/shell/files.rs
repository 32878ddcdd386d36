//! The files of a folder; for the program and for the build script, which packs them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The files of a folder and of the folders in it, by their paths from there with `/` between the parts.
pub(crate) fn below(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let mut files = BTreeMap::new();
    gather(folder, "", &mut files)?;
    Ok(files)
}

/// A shell has one folder in its folder.
fn gather(folder: &Path, above: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result<(), String> {
    let named = |path: &Path, error| format!("{}: {error}", path.display());
    for entry in fs::read_dir(folder).map_err(|error| named(folder, error))? {
        let entry = entry.map_err(|error| named(folder, error))?;
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        let kind = entry.file_type().map_err(|error| named(&path, error))?;
        if kind.is_dir() {
            gather(&path, &format!("{above}{name}/"), files)?;
        } else if kind.is_file() {
            let bytes = fs::read(&path).map_err(|error| named(&path, error))?;
            files.insert(format!("{above}{name}"), bytes);
        }
    }
    Ok(())
}
