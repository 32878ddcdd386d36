//! Which files are no articles, by their names.

use std::path::Path;

/// The name of the overlay's file.
pub const OVERLAY: &str = "dateline.toml";

/// What the name of the facts beside an article ends in.
pub(crate) const ENDING: &str = ".meta.json";

/// The overlay and the facts beside articles are no articles themselves.
pub(crate) fn is_beside(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    name == OVERLAY || name.ends_with("/dateline.toml") || lower.ends_with(ENDING)
}

/// Whether a path is that of a joined corpus, by its name.
pub fn is_joined(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "dateline") && !path.is_dir()
}
