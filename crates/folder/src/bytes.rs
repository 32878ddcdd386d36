//! The bytes of a regular file, and no more of them than may be read.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

use crate::walk::irregular;

/// A file's bytes. One byte over the limit is enough to tell that it is too large.
///
/// # Errors
/// What the system says, or that it is no regular file: a pipe would be waited for.
pub(crate) fn bytes(path: &Path, limit: usize) -> io::Result<Vec<u8>> {
    if let Some(what) = irregular(fs::metadata(path)?.file_type()) {
        return Err(io::Error::other(format!("it is {what}; a regular file was expected")));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(limit as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
