//! Reads one seed's bytes, and no more of them than may be read.

use std::fs;
use std::path::Path;

use dateline_extract::{endings, size_limit};
use dateline_ingest::{Meta, Source};
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
        let limit = match limit(&name) {
            Ok(limit) => limit,
            Err(warning) => {
                warnings.push(warning);
                return None;
            }
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
            warnings.push(too_large(&name, size, limit));
            return None;
        }
        let meta = beside::load(&name, path, warnings);
        Some(Self { name, bytes, meta })
    }

    /// As the stages take it.
    pub(crate) fn source(&self) -> Source<'_> {
        Source { path: &self.name, bytes: &self.bytes, meta: self.meta.clone() }
    }
}

/// How many bytes of a file of this name are read at most, or that none are.
pub(crate) fn limit(name: &str) -> Result<usize, Warning> {
    size_limit(name).ok_or_else(|| Warning {
        file: name.into(),
        kind: WarningKind::UnknownType,
        message: format!("{name}: is not read; {} was expected", endings()),
    })
}

pub(crate) fn too_large(name: &str, size: u64, limit: usize) -> Warning {
    const MB: u64 = 1024 * 1024;
    let (size, limit) = (size / MB, limit as u64 / MB);
    Warning {
        file: name.into(),
        kind: WarningKind::TooLarge,
        message: format!("{name}: has {size} MB; at most {limit} MB were expected"),
    }
}
