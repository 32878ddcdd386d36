//! Packs files into one block, for the build script; `packed.rs` draws it and reads it.

use std::collections::BTreeMap;

use miniz_oxide::deflate::compress_to_vec;

/// Deflate's best: it is done once, and everybody downloads it.
const LEVEL: u8 = 9;

/// The block of these files. The same files give the same bytes.
pub(crate) fn pack(files: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let mut out = Vec::new();
    for (path, bytes) in files {
        for part in [path.as_bytes(), bytes] {
            // No shell has a file of 4 GB.
            out.extend((part.len() as u32).to_le_bytes());
            out.extend(part);
        }
    }
    compress_to_vec(&out, LEVEL)
}
