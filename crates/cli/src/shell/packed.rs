//! The shell as it lies in the program: one block, deflated.
//!
//! ```text
//! ┌─ a file ─────────────────────────────────┐
//! │ u32 length │ path │ u32 length │ content │ …   in the order of the paths; lengths little-endian
//! └──────────────────────────────────────────┘
//! ```

use std::collections::BTreeMap;

use miniz_oxide::inflate::decompress_to_vec;

/// The files of a block, or nothing where it is none.
pub(crate) fn unpack(block: &[u8]) -> Option<BTreeMap<String, Vec<u8>>> {
    let bytes = decompress_to_vec(block).ok()?;
    let mut rest = &bytes[..];
    let mut files = BTreeMap::new();
    while !rest.is_empty() {
        let path = core::str::from_utf8(take(&mut rest)?).ok()?.to_owned();
        files.insert(path, take(&mut rest)?.to_vec());
    }
    Some(files)
}

/// The next part with its length before it.
fn take<'b>(rest: &mut &'b [u8]) -> Option<&'b [u8]> {
    let (length, behind) = rest.split_first_chunk::<4>()?;
    let (part, behind) = behind.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    *rest = behind;
    Some(part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::pack;

    fn files(all: &[(&str, &[u8])]) -> BTreeMap<String, Vec<u8>> {
        all.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec())).collect()
    }

    #[test]
    fn what_was_packed_comes_back_byte_for_byte() {
        let program: Vec<u8> = (0..70_000_u32).map(|at| (at % 251) as u8).collect();
        let shell = files(&[("fixed/icon.svg", b"<svg/>"), ("program.wasm", &program), ("a", b"")]);
        let block = pack::pack(&shell);
        assert_eq!(unpack(&block), Some(shell.clone()));
        assert_eq!(block, pack::pack(&shell));
    }

    #[test]
    fn a_block_that_is_cut_short_is_none() {
        let block = pack::pack(&files(&[("a", b"one"), ("b", b"two")]));
        for end in 0..block.len() {
            assert_eq!(unpack(&block[..end]), None, "{end}");
        }
        let cut = miniz_oxide::deflate::compress_to_vec(&[9, 0, 0, 0, b'a'], 1);
        assert_eq!(unpack(&cut), None);
    }
}
