//! ZIP archives: one that is dropped is read file by file, and a site is written into one.

use std::io::{Cursor, Read as _, Write as _};

use dateline_site::File;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// So many files of an archive are looked at: more is no folder of articles, but a trap.
const FILES: usize = 100_000;

/// So many bytes all files of an archive may have together.
const BYTES: u64 = 4 * 1024 * 1024 * 1024;

/// An archive that was dropped. It comes from anywhere: nothing that it says of itself is believed.
pub struct Archive {
    zip: ZipArchive<Cursor<Vec<u8>>>,
}

/// A file that is not read, and why.
pub type Refused = (String, String);

/// A file of an archive, by its place there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its place.
    pub at: usize,
    /// Its name, with `/` between the parts.
    pub name: String,
    /// How many bytes it says it has.
    pub size: u64,
}

impl Archive {
    /// Opens an archive of these bytes.
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub fn open(bytes: Vec<u8>) -> Result<Self, String> {
        let zip = ZipArchive::new(Cursor::new(bytes))
            .map_err(|error| format!("is no ZIP archive that can be read: {error}"))?;
        if zip.len() > FILES {
            let count = zip.len();
            return Err(format!("has {count} files; at most {FILES} were expected"));
        }
        Ok(Self { zip })
    }

    /// Its files, and those that are not read, with the reason.
    ///
    /// # Errors
    /// Where they are too large together.
    pub fn list(&mut self) -> Result<(Vec<Entry>, Vec<Refused>), String> {
        let (mut entries, mut refused, mut all) = (Vec::new(), Vec::new(), 0_u64);
        for at in 0..self.zip.len() {
            let file = match self.zip.by_index_raw(at) {
                Ok(file) => file,
                Err(error) => {
                    refused.push((format!("file {}", at + 1), format!("cannot be read: {error}")));
                    continue;
                }
            };
            if file.is_dir() {
                continue;
            }
            let name = match file.name() {
                Ok(name) => name.replace('\\', "/"),
                Err(error) => {
                    let why = format!("has a name that cannot be read: {error}");
                    refused.push((format!("file {}", at + 1), why));
                    continue;
                }
            };
            let refuse = |why: &str| (name.clone(), why.to_owned());
            if file.encrypted() {
                refused.push(refuse("is encrypted; a file without a password was expected"));
            } else if file.is_symlink() {
                refused.push(refuse("is a link; a regular file was expected"));
            } else if file.enclosed_name().is_none() || name.split('/').any(|part| part == "..") {
                refused.push(refuse("leads out of the archive; a name inside it was expected"));
            } else {
                all = all.saturating_add(file.size());
                entries.push(Entry { at, name, size: file.size() });
            }
        }
        if all > BYTES {
            let (all, most) = (all >> 30, BYTES >> 30);
            return Err(format!("would unpack to {all} GB; at most {most} GB were expected"));
        }
        Ok((entries, refused))
    }

    /// The bytes of a file that says it has so many.
    ///
    /// # Errors
    /// Says why they cannot be had; one that has more than it says is not unpacked further.
    pub fn bytes(&mut self, at: usize, size: u64) -> Result<Vec<u8>, String> {
        let file = self.zip.by_index(at).map_err(|error| error.to_string())?;
        let mut bytes = Vec::new();
        file.take(size + 1).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
        match bytes.len() as u64 > size {
            true => Err("is larger than its archive says".into()),
            false => Ok(bytes),
        }
    }
}

/// An archive of these files. The same files give the same bytes: it has no clock.
///
/// # Errors
/// Where the files are more than an archive can hold.
pub fn pack(files: &[File]) -> Result<Vec<u8>, String> {
    let mut packer = Packer::default();
    for file in files {
        packer.add(&file.path, &file.bytes)?;
    }
    packer.finish()
}

/// An archive that is being written.
pub struct Packer {
    zip: ZipWriter<Cursor<Vec<u8>>>,
}

impl Default for Packer {
    fn default() -> Self {
        Self { zip: ZipWriter::new(Cursor::new(Vec::new())) }
    }
}

impl Packer {
    /// Adds a file.
    ///
    /// # Errors
    /// Where there is one of this path already, or the archive is full.
    pub fn add(&mut self, path: &str, bytes: &[u8]) -> Result<(), String> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        self.zip.start_file(path, options).map_err(|error| format!("{path}: {error}"))?;
        self.zip.write_all(bytes).map_err(|error| format!("{path}: {error}"))
    }

    /// The bytes of the archive.
    ///
    /// # Errors
    /// Where the files are more than an archive can hold.
    pub fn finish(self) -> Result<Vec<u8>, String> {
        Ok(self.zip.finish().map_err(|error| error.to_string())?.into_inner())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, bytes: &[u8]) -> File {
        File { path: path.into(), bytes: bytes.into() }
    }

    #[test]
    fn what_is_packed_is_there_again_and_the_same_files_give_the_same_bytes() {
        let files = [file("a.txt", b"one"), file("b/c.txt", b"two")];
        let bytes = pack(&files).unwrap();
        assert_eq!(bytes, pack(&files).unwrap());
        let mut archive = Archive::open(bytes).unwrap();
        let (entries, refused) = archive.list().unwrap();
        let names: Vec<(&str, u64)> =
            entries.iter().map(|entry| (entry.name.as_str(), entry.size)).collect();
        assert_eq!(names, [("a.txt", 3), ("b/c.txt", 3)]);
        assert_eq!(refused, []);
        assert_eq!(archive.bytes(entries[1].at, 100).unwrap(), b"two");
        assert!(archive.bytes(entries[1].at, 1).unwrap_err().contains("larger"));
    }

    #[test]
    fn a_name_that_leads_out_is_refused_by_name_and_the_others_are_read() {
        let bytes = pack(&[file("../out.txt", b"x"), file("in.txt", b"x")]).unwrap();
        let mut archive = Archive::open(bytes).unwrap();
        let (entries, refused) = archive.list().unwrap();
        assert_eq!(entries.iter().map(|entry| entry.name.as_str()).collect::<Vec<_>>(), ["in.txt"]);
        assert!(refused[0].0 == "../out.txt" && refused[0].1.contains("inside it"), "{refused:?}");
    }

    #[test]
    fn what_is_no_archive_and_what_is_cut_off_says_so() {
        let whole = pack(&[file("a.txt", b"one")]).unwrap();
        for bytes in [&b"PK\x03\x04 and no more"[..], &whole[..whole.len() - 5], b""] {
            let error = Archive::open(bytes.to_vec()).err().expect("an error");
            assert!(error.contains("no ZIP archive"), "{error}");
        }
    }
}
