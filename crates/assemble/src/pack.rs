//! Bytes deflated, and files packed into one block, as a shell lies in the command and in the studio's page.
//! By itself: the command's build script uses this file too.
//!
//! ```text
//! ┌─ a file ─────────────────────────────────┐
//! │ u32 length │ path │ u32 length │ content │ …   in the order of the paths; lengths little-endian
//! └──────────────────────────────────────────┘
//! ```

use std::collections::BTreeMap;

use miniz_oxide::deflate::compress_to_vec_zlib;

/// Deflate's best: it is done once, and everybody downloads it.
pub(crate) const BEST: u8 = 9;

/// As the page's scripts unpack it. Not every host compresses files whose kind it does not know.
pub(crate) fn deflated(bytes: &[u8], level: u8) -> Vec<u8> {
    compress_to_vec_zlib(bytes, level)
}

/// The block of these files, deflated. The same files give the same bytes.
pub(crate) fn pack(files: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let mut out = Vec::new();
    for (path, bytes) in files {
        for part in [path.as_bytes(), bytes] {
            // No shell has a file of 4 GB.
            out.extend((part.len() as u32).to_le_bytes());
            out.extend(part);
        }
    }
    deflated(&out, BEST)
}
