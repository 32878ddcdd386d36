//! Reads one seed's bytes, and no more of them than may be read.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

use dateline_extract::{endings, size_limit};
use dateline_ingest::Meta;
use dateline_model::{Warning, WarningKind};

use crate::walk::irregular;
use crate::{beside, unreadable};

/// A seed as it lies in the folder, with what is known of it from the file beside it.
pub(crate) struct Seed {
    pub name: String,
    pub bytes: Vec<u8>,
    pub meta: Option<Meta>,
}

impl Seed {
    /// `None` where it cannot be read; a warning says why.
    pub(crate) fn load(name: String, path: &Path, warnings: &mut Vec<Warning>) -> Option<Self> {
        let Some(limit) = size_limit(&name) else {
            let endings = endings();
            warnings.push(Warning {
                kind: WarningKind::UnknownType,
                message: format!("{name}: is not read; {endings} was expected"),
                file: name,
            });
            return None;
        };
        let bytes = match bytes(path, limit) {
            Ok(bytes) => bytes,
            Err(error) => {
                warnings.push(unreadable(&name, &error));
                return None;
            }
        };
        if bytes.len() > limit {
            let size = fs::metadata(path).map_or(0, |file| file.len());
            warnings.push(Warning {
                kind: WarningKind::TooLarge,
                message: format!(
                    "{name}: has {} MB; at most {} MB were expected",
                    size / (1024 * 1024),
                    limit / (1024 * 1024)
                ),
                file: name,
            });
            return None;
        }
        let meta = beside::load(&name, path, warnings);
        Some(Self { name, bytes, meta })
    }
}

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
