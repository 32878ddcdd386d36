//! How what was read is written to a file for another run of the program.
//!
//! ```text
//! +--------------------------+-----------------+-------------------------------+
//! | "dateline part, 0.1.0\n" | length unpacked | payload, deflated, with the   |
//! | or "dateline corpus, …"  | u64le           | checksum of a zlib stream     |
//! +--------------------------+-----------------+-------------------------------+
//! ```
//!
//! The first line can be read by a person. It names the program's version: rules differ from one to the
//! next, and a corpus is of one.

use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// What sources yield by themselves.
    Part,
    /// A corpus.
    Corpus,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Part => "part",
            Self::Corpus => "corpus",
        }
    }

    fn command(self) -> &'static str {
        match self {
            Self::Part => "read",
            Self::Corpus => "join",
        }
    }

    fn opening(self) -> String {
        format!("dateline {}, ", self.name())
    }

    /// Texts deflate well; a corpus comes packed already.
    fn level(self) -> u8 {
        match self {
            Self::Part => 6,
            Self::Corpus => 1,
        }
    }
}

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A version is no longer than this.
const LINE: usize = 100;

/// Deflate makes at most so many bytes of one: a longer claim is a lie.
const MOST: u64 = 1032;

pub(crate) fn pack(kind: Kind, payload: &[u8]) -> Vec<u8> {
    let mut out = format!("{}{VERSION}\n", kind.opening()).into_bytes();
    out.extend((payload.len() as u64).to_le_bytes());
    out.extend(compress_to_vec_zlib(payload, kind.level()));
    out
}

/// Unpacks what [`pack`] packed; an error says what follows the file's name.
pub(crate) fn unpack(kind: Kind, bytes: &[u8]) -> Result<Vec<u8>, String> {
    let (name, command) = (kind.name(), kind.command());
    let head = &bytes[..bytes.len().min(LINE)];
    let line = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let version = line.strip_prefix(kind.opening().as_bytes()).filter(|_| line.len() < head.len());
    let Some(version) = version else {
        return Err(format!("is no {name} that `dateline {command}` wrote; one was expected"));
    };
    if version != VERSION.as_bytes() {
        return Err(format!(
            "is a {name} of version {}; one of {VERSION}, as this program is, was expected",
            String::from_utf8_lossy(version)
        ));
    }
    payload(&bytes[line.len() + 1..]).ok_or_else(|| {
        format!("is cut short or damaged; a whole {name} was expected: write it again with `dateline {command}`")
    })
}

fn payload(bytes: &[u8]) -> Option<Vec<u8>> {
    let (length, stream) = bytes.split_first_chunk()?;
    let length = u64::from_le_bytes(*length);
    if length / MOST > stream.len() as u64 {
        return None;
    }
    let payload = decompress_to_vec_zlib_with_limit(stream, length.try_into().ok()?).ok()?;
    (payload.len() as u64 == length).then_some(payload)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_is_unpacked() {
        for kind in [Kind::Part, Kind::Corpus] {
            for payload in [&b""[..], b"one", &[b'a'; 100_000]] {
                assert_eq!(unpack(kind, &pack(kind, payload)).unwrap(), payload);
            }
        }
    }

    #[test]
    fn a_file_that_is_cut_or_changed_anywhere_is_refused() {
        let payload = b"one article and another article";
        let whole = pack(Kind::Part, payload);
        for end in 0..whole.len() {
            assert!(unpack(Kind::Part, &whole[..end]).is_err(), "cut at {end}");
        }
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 0x10;
            // Some bits only fill up a byte and say nothing.
            let read = unpack(Kind::Part, &changed);
            assert!(read.is_err() || read.is_ok_and(|read| read == payload), "changed at {at}");
        }
    }

    #[test]
    fn a_file_of_another_version_or_kind_is_refused_with_what_it_is() {
        let refused = |bytes: &[u8]| unpack(Kind::Part, bytes).unwrap_err();
        let said = refused(b"dateline part, 0.0.7\n12345678");
        assert!(said.contains("of version 0.0.7") && said.contains(VERSION), "{said}");
        for other in [pack(Kind::Corpus, b"x"), b"The ferry".to_vec(), vec![b'x'; 200]] {
            assert!(refused(&other).contains("is no part"));
        }
    }

    #[test]
    fn a_length_that_is_a_lie_costs_no_memory() {
        let mut lie = pack(Kind::Part, b"x");
        let at = lie.iter().position(|byte| *byte == b'\n').unwrap() + 1;
        lie[at..at + 8].copy_from_slice(&u64::MAX.to_le_bytes());
        assert!(unpack(Kind::Part, &lie).unwrap_err().contains("cut short or damaged"));
    }
}
