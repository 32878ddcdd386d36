//! What was compiled once: files by name.
//!
//! ```text
//! index.html        the page; HEAD_PLACE stands where icon, styles and scripts go
//! first.css         what the title needs
//! rest.css          the rest; it goes behind the title
//! lost.css          colours, sizes and fonts alone
//! program.wasm      the program, without articles
//! start.js          begins the page; WASM_NAME and WASM_HASH
//! alone.js          begins the page that is one file
//! absent.js         says that the script did not come
//! lost.js           leads from an address that is not there
//! sw.js             the service worker; BUILD
//! embed-inline.js   mounts the explorer in other pages; MAIN_NAME
//! fixed/NAME        goes into every site as it is
//! studio/page.html  what the studio's page shows; PACK_PLACE and SCRIPT_PLACE. Without it there is no studio
//! studio/page.css   its style
//! studio/page.js    its script
//! studio/inside.js  in the page that the studio shows: tells it what is open
//! studio/worker.js  what the studio's worker runs
//! studio/program.wasm  the studio's program
//! ```

use std::collections::BTreeMap;

use dateline_site::File;
use miniz_oxide::inflate::decompress_to_vec_zlib;

use crate::Error;
use crate::bundle::deflated;

/// The folder of the files that go into every site as they are.
pub const FIXED: &str = "fixed/";

/// A shell. Its files are looked at when they are needed.
#[derive(Clone, Debug, Default)]
pub struct Shell {
    files: BTreeMap<String, Vec<u8>>,
    /// All of it as it was unpacked from.
    packed: Option<Vec<u8>>,
}

impl Shell {
    /// The shell of these files, by their paths from its root with `/` between the parts.
    pub fn new(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        Self { files: files.into_iter().collect(), packed: None }
    }

    /// All files in one, deflated: for each the length of its name, the name, the length of its bytes, the
    /// bytes; lengths are four bytes, the lowest first.
    pub fn pack(&self) -> Vec<u8> {
        if let Some(packed) = &self.packed {
            return packed.clone();
        }
        let mut out = Vec::new();
        for (name, bytes) in &self.files {
            for part in [name.as_bytes(), bytes] {
                out.extend((part.len() as u32).to_le_bytes());
                out.extend(part);
            }
        }
        deflated(&out)
    }

    /// The shell that [`pack`](Self::pack) has packed; `None` where it is damaged.
    pub fn unpack(packed: &[u8]) -> Option<Self> {
        let all = decompress_to_vec_zlib(packed).ok()?;
        let mut rest = all.as_slice();
        let mut part = || {
            let (length, after) = rest.split_first_chunk::<4>()?;
            let (part, after) = after.split_at_checked(u32::from_le_bytes(*length) as usize)?;
            rest = after;
            Some(part)
        };
        let mut files = BTreeMap::new();
        while let Some(name) = part() {
            files.insert(String::from_utf8(name.to_vec()).ok()?, part()?.to_vec());
        }
        (rest.is_empty() && !files.is_empty())
            .then(|| Self { files, packed: Some(packed.to_vec()) })
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
