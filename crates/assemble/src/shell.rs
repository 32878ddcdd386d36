//! What was compiled once: files by name.
//!
//! ```text
//! index.html        the page; HEAD_PLACE stands where icon, styles and scripts go
//! first.css         what the title needs
//! rest.css          the rest; it goes behind the title
//! lost.css          colours, sizes and fonts alone
//! program.wasm      the program as far as the page needs it to stand, without articles
//! later.wasm        the rest of the program
//! start.js          begins the page; WASM_NAME, WASM_HASH, LATER_NAME and LATER_HASH
//! alone.js          begins the page that is one file
//! absent.js         says that the script did not come
//! lost.js           leads from an address that is not there
//! sw.js             the service worker; BUILD
//! embed-inline.js   mounts the explorer in other pages; MAIN_NAME
//! fixed/NAME        goes into every site as it is
//! studio/page.html  what the studio's page shows; PACK_PLACE, SOURCES_PLACE and SCRIPT_PLACE. Without it there is no studio
//! studio/page.css   its style
//! studio/page.js    its script
//! studio/inside.js  in the page that the studio shows: tells it what is open
//! studio/worker.js  what the studio's worker runs
//! studio/program.wasm  the studio's program
//! ```

use std::collections::BTreeMap;

use dateline_site::File;
use miniz_oxide::inflate::decompress_to_vec_zlib;

use crate::pack::pack;
use crate::{Error, exchange};

/// The folder of the files that go into every site as they are.
pub const FIXED: &str = "fixed/";

/// The program as far as the page needs it to stand.
pub(crate) const PROGRAM: &str = "program.wasm";

/// A shell. Its files are looked at when they are needed.
#[derive(Clone, Debug, Default)]
pub struct Shell {
    files: BTreeMap<String, Vec<u8>>,
    /// All of it as it was unpacked from.
    packed: Option<Vec<u8>>,
}

impl Shell {
    /// The shell of these files, by their paths from its root with `/` between the parts. Articles that were
    /// compiled into its program are no part of it: the studio of one site would bring them to others.
    pub fn new(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        let mut files: BTreeMap<String, Vec<u8>> = files.into_iter().collect();
        if let Some(program) = files.get_mut(PROGRAM)
            && let Some(bare) = exchange(program, &[])
        {
            *program = bare;
        }
        Self { files, packed: None }
    }

    /// All files in one block, deflated.
    pub fn pack(&self) -> Vec<u8> {
        self.packed.clone().unwrap_or_else(|| pack(&self.files))
    }

    /// The shell that [`pack`](Self::pack) has packed; `None` where it is damaged.
    pub fn unpack(packed: &[u8]) -> Option<Self> {
        let all = decompress_to_vec_zlib(packed).ok()?;
        let (mut rest, mut files) = (&all[..], BTreeMap::new());
        while !rest.is_empty() {
            let path = core::str::from_utf8(take(&mut rest)?).ok()?.to_owned();
            files.insert(path, take(&mut rest)?.to_vec());
        }
        Some(Self { files, packed: Some(packed.to_vec()) })
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.files.contains_key(name)
    }

    pub(crate) fn file(&self, name: &str) -> Result<&[u8], Error> {
        self.files.get(name).map(Vec::as_slice).ok_or_else(|| Error::Missing(name.into()))
    }

    pub(crate) fn text(&self, name: &str) -> Result<&str, Error> {
        core::str::from_utf8(self.file(name)?).map_err(|_| Error::NoText(name.into()))
    }

    /// What goes into every site as it is.
    pub(crate) fn fixed(&self) -> Result<Vec<File>, Error> {
        let fixed: Vec<File> = self
            .files
            .iter()
            .filter_map(|(name, bytes)| {
                let path = name.strip_prefix(FIXED)?.to_owned();
                Some(File { path, bytes: bytes.clone() })
            })
            .collect();
        if fixed.is_empty() { Err(Error::Missing(FIXED.into())) } else { Ok(fixed) }
    }
}

/// The next part of a block, with its length before it.
fn take<'b>(rest: &mut &'b [u8]) -> Option<&'b [u8]> {
    let (length, behind) = rest.split_first_chunk::<4>()?;
    let (part, behind) = behind.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    *rest = behind;
    Some(part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{CORPUS, Section};

    #[test]
    fn what_was_packed_comes_back_byte_for_byte() {
        let program: Vec<u8> = (0..70_000_u32).map(|at| (at % 251) as u8).collect();
        let files =
            [("fixed/icon.svg", b"<svg/>".to_vec()), ("program.wasm", program), ("a", Vec::new())];
        let shell = Shell::new(files.map(|(path, bytes)| (path.to_owned(), bytes)));
        let block = shell.pack();
        let back = Shell::unpack(&block).expect("a shell");
        assert_eq!(back.files, shell.files);
        assert_eq!(back.pack(), block);
    }

    #[test]
    fn articles_that_were_compiled_in_are_no_part_of_a_shell() {
        let bare = b"\0asm\x01\0\0\0".to_vec();
        let full = exchange(&bare, &[Section { name: CORPUS, content: b"articles" }]).unwrap();
        let packed = |program: &[u8]| Shell::new([(PROGRAM.to_owned(), program.to_vec())]).pack();
        assert_ne!(full, bare);
        assert_eq!(packed(&full), packed(&bare));
    }

    #[test]
    fn a_block_that_is_cut_short_is_none() {
        let files = [("a", "one"), ("b", "two")];
        let shell = Shell::new(files.map(|(path, text)| (path.to_owned(), text.into())));
        let block = shell.pack();
        for end in 0..block.len() {
            assert!(Shell::unpack(&block[..end]).is_none(), "{end}");
        }
        let cut = miniz_oxide::deflate::compress_to_vec_zlib(&[9, 0, 0, 0, b'a'], 1);
        assert!(Shell::unpack(&cut).is_none());
    }
}
