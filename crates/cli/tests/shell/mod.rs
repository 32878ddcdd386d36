//! A shell of few bytes, with all that a site is made of.

use std::fs;
use std::path::Path;

#[path = "../../../assemble/tests/small/mod.rs"]
mod small;

/// Writes it into a folder.
pub fn write(folder: &Path) {
    for (path, text) in small::SHELL {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
}
