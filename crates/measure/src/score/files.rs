//! Files of a set, named where they cannot be read or written.

use std::io::Read as _;
use std::path::Path;

use flate2::read::MultiGzDecoder;
use serde_json::Value;

use crate::Failure;

/// The values of a file of JSON lines.
pub fn lines(path: &Path) -> Result<Vec<Value>, Failure> {
    let text = String::from_utf8_lossy(&read(path)?).into_owned();
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(at, line)| {
            serde_json::from_str(line)
                .map_err(|error| Failure::Work(format!("{}:{}: {error}", path.display(), at + 1)))
        })
        .collect()
}

/// A file's bytes.
pub fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path)
        .map_err(|error| Failure::Work(format!("cannot read {}: {error}", path.display())))
}

/// Writes a file.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    std::fs::write(path, bytes).map_err(|error| cannot("write", path, &error))
}

/// What a file of gzip holds.
pub fn unpacked(path: &Path) -> Result<Vec<u8>, Failure> {
    gunzip(&read(path)?)
        .ok_or_else(|| Failure::Work(format!("{}: gzip was expected", path.display())))
}

/// Unpacks gzip; `None` where it is none.
pub fn gunzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    MultiGzDecoder::new(bytes).read_to_end(&mut out).ok()?;
    Some(out)
}

/// What is said where something could not be done to a path.
pub fn cannot(what: &str, path: &Path, error: &std::io::Error) -> Failure {
    Failure::Work(format!("cannot {what} {}: {error}", path.display()))
}
