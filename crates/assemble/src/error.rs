//! What can be wrong with a shell.

use core::fmt;

/// Why no site could be made: the shell is not one, or not one of this version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// The shell has no file of this name.
    Missing(String),
    /// A file of the shell is no text.
    NoText(String),
    /// A file of the shell has a place that is to be filled not once, but never or several times.
    Place {
        /// The file.
        file: String,
        /// What stands where the value should go.
        place: String,
    },
    /// The shell's program is no WebAssembly module.
    Program,
    /// A page has what no policy of ours allows.
    Forbidden {
        /// The page.
        file: String,
        /// What it has.
        what: String,
    },
    /// The page's markup was not found as expected.
    Page(String),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(file) => write!(f, "the shell has no `{file}`"),
            Self::NoText(file) => write!(f, "the shell's `{file}` is no text in UTF-8"),
            Self::Place { file, place } => {
                write!(f, "the shell's `{file}` was expected to name {place} once")
            }
            Self::Program => f.write_str("the shell's `program.wasm` is no WebAssembly module"),
            Self::Forbidden { file, what } => {
                write!(f, "`{file}` has {what}, which no policy of ours allows")
            }
            Self::Page(what) => f.write_str(what),
        }
    }
}

impl core::error::Error for Error {}
