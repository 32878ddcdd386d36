//! Reads one seed's bytes, and no more of them than may be read.

use std::fs;
use std::path::Path;

use dateline_extract::{endings, size_limit};
use dateline_ingest::Meta;
use dateline_model::{Warning, WarningKind};

use crate::beside;
use crate::bytes::bytes;
use crate::error::unreadable;

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
