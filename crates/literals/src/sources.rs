//! Reads the sources that are judged.

use std::fs;
use std::path::{Path, PathBuf};

/// The files below a folder, as their names from there, with `/` between the parts, and their texts.
/// Sorted by name.
///
/// # Panics
///
/// Where a file cannot be read as text, since a test would else pass over it.
pub fn sources(folder: &Path) -> Vec<(String, String)> {
    let mut files = Vec::new();
    collect(folder, &mut files);
    let mut out: Vec<(String, String)> = files.iter().map(|file| source(folder, file)).collect();
    out.sort();
    out
}

fn collect(folder: &Path, out: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    for entry in entries {
        let path = entry.unwrap_or_else(|e| panic!("{}: {e}", folder.display())).path();
        if path.is_dir() {
            collect(&path, out);
        } else {
            out.push(path);
        }
    }
}

fn source(folder: &Path, file: &Path) -> (String, String) {
    let name = file.strip_prefix(folder).unwrap_or(file).to_string_lossy().replace('\\', "/");
    let text = fs::read_to_string(file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    (name, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sources_of_this_crate_are_read_in_the_order_of_their_names() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let names: Vec<String> = sources(folder).into_iter().map(|source| source.0).collect();
        assert_eq!(
            names,
            ["Cargo.toml", "src/allowed.rs", "src/lib.rs", "src/scan.rs", "src/sources.rs"]
        );
    }
}
