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
//! ```

use std::collections::BTreeMap;

use dateline_site::File;

use crate::Error;

/// The folder of the files that go into every site as they are.
pub const FIXED: &str = "fixed/";

/// A shell. Its files are looked at when they are needed.
#[derive(Clone, Debug, Default)]
pub struct Shell {
    files: BTreeMap<String, Vec<u8>>,
}

impl Shell {
    /// The shell of these files, by their paths from its root with `/` between the parts.
    pub fn new(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        Self { files: files.into_iter().collect() }
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
