//! Hashes as file names, integrity attributes and policies write them.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use dateline_site::File;
use sha2::{Digest as _, Sha256};

/// The SHA-256 of these bytes.
pub(crate) fn digest(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// The hash by which a policy or an integrity attribute names these bytes.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", base64(&digest(bytes)))
}

/// The first half of the hash, as names have it.
pub(crate) fn short(bytes: &[u8]) -> String {
    digest(bytes)[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A file that is named by its content, so that a new version never meets an old one.
pub(crate) fn named(stem: &str, ending: &str, bytes: Vec<u8>) -> File {
    File { path: format!("{stem}-{}.{ending}", short(&bytes)), bytes }
}

/// Whether a file is named by its content: sixteen digits before its ending.
pub(crate) fn is_named(path: &str) -> bool {
    let Some((stem, ending)) = path.rsplit_once('.') else { return false };
    let Some((_, hash)) = stem.rsplit_once('-') else { return false };
    let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    !path.contains('/')
        && hash.len() == 16
        && hash.bytes().all(digit)
        && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Bytes in letters that any page can hold.
pub(crate) fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_that_browsers_compute() {
        assert_eq!(integrity(b"abc"), "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
        let file = named("dateline", "js", b"abc".to_vec());
        assert_eq!(file.path, "dateline-ba7816bf8f01cfea.js");
        assert!(is_named(&file.path));
    }

    #[test]
    fn only_a_whole_hash_before_the_ending_names_a_file_by_its_content() {
        for path in [
            "index.html",
            "a-ba7816bf8f01cfe.js",
            "a/b-ba7816bf8f01cfea.js",
            "a-BA7816BF8F01CFEA.js",
        ] {
            assert!(!is_named(path), "{path}");
        }
    }
}
