//! What stops the reading of a folder, and what is named and passed over.

use std::fmt;
use std::path::PathBuf;

use dateline_model::{Warning, WarningKind};

/// Why a folder gives no corpus at all.
#[derive(Debug)]
pub enum Error {
    /// A named path cannot be looked at.
    Path {
        /// Which.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The overlay cannot be understood.
    Overlay {
        /// The overlay's file.
        file: PathBuf,
        /// 1-based line, 0 where the whole file is meant.
        line: usize,
        /// What is wrong and what was expected.
        message: String,
    },
    /// The overlay's `[publish]` has rules that fit nothing.
    Publish {
        /// One or more, each with file, line and what was expected.
        problems: Vec<String>,
    },
    /// Files of `dateline read` or `dateline join` that cannot be used, or that are not there.
    Parts {
        /// One or more, each with what was expected.
        problems: Vec<String>,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path { path, source } => write!(f, "{}: {source}", path.display()),
            Self::Overlay { file, line, message } => {
                write!(f, "{}:{line}: {message}", file.display())
            }
            Self::Publish { problems } | Self::Parts { problems } => {
                f.write_str(&problems.join("\n"))
            }
        }
    }
}

impl std::error::Error for Error {}

/// A file or folder that the system does not let us read.
pub(crate) fn unreadable(name: &str, error: &std::io::Error) -> Warning {
    Warning {
        file: name.into(),
        kind: WarningKind::Unreadable,
        message: format!("{name}: could not be read: {error}"),
    }
}
