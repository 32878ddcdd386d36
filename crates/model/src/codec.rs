//! Packs a corpus into the bytes that the bundle carries.
//!
//! ```text
//! 0        4
//! +--------+----------+
//! | "DLN8" | fields   |
//! +--------+----------+
//!
//! fields:  length of the numbers (u32le), numbers, texts
//!
//! The fields are a corpus and the list of its parts, which is empty where the corpus is whole. See
//! `codec/parts.rs` for what lies in parts beside it.
//!
//! A struct is its fields in the order of `packed!`; a number is LEB128, signed
//! ones zigzag; a span is its start and its length; an enum is the place of its
//! variant in one byte; a text is 0, its length in bytes and its UTF-8 in the
//! second stream, or the place of an equal earlier one plus 1; a list is its
//! length and its items, of numbers each but the first as the step from the one
//! before, and so a telling's article; an option is 0, or 1 and the value. An id
//! that is made of a name is without it (`codec/ids.rs`).
//! ```
//!
//! Nothing is compressed here: hosts, the page that is one file, parts and what a joined corpus is kept in
//! compress, and what is compressed twice is longer. The fields are read by hand: what a serialisation
//! crate generates for these types weighs 16 KB more in the bundle.

mod fields;
mod ids;
mod parts;

use core::fmt;

use crate::{Corpus, Part};
#[cfg(feature = "encode")]
use fields::FieldWriter;
use fields::{FieldReader, Packed};

#[cfg(feature = "encode")]
pub use parts::{Parted, Served, part};
pub(crate) use parts::{Rows, unpack_names};

const MAGIC: &[u8; 4] = b"DLN8";

/// Packs `corpus`. The same corpus gives the same bytes.
#[cfg(feature = "encode")]
pub fn encode(corpus: &Corpus) -> Vec<u8> {
    pack(corpus, &[])
}

/// Packs what the bundle holds of a corpus.
#[cfg(feature = "encode")]
fn pack(corpus: &Corpus, parts: &[Part]) -> Vec<u8> {
    let mut fields = FieldWriter::default();
    corpus.pack(&mut fields);
    fields.list(parts);
    [&MAGIC[..], &fields.finish()].concat()
}

/// Unpacks what [`encode`] packed: a corpus that is whole.
///
/// # Errors
/// Says which part of the bytes is not as drawn above.
pub fn decode(bytes: &[u8]) -> Result<Corpus, DecodeError> {
    let (corpus, parts) = decode_parted(bytes)?;
    if parts.is_empty() { Ok(corpus) } else { Err(DecodeError::Payload) }
}

/// Unpacks what the bundle holds: the corpus, and which parts of it lie elsewhere. Of what is there, the
/// articles, events and entities are without what [`part`] names.
///
/// # Errors
/// Says which part of the bytes is not as drawn above.
pub fn decode_parted(bytes: &[u8]) -> Result<(Corpus, Vec<Part>), DecodeError> {
    let payload = bytes.strip_prefix(MAGIC).ok_or(DecodeError::Header)?;
    let mut reader = FieldReader::new(payload);
    let corpus = Packed::unpack(&mut reader);
    let parts = Packed::unpack(&mut reader);
    // Every byte must be used.
    if reader.ended_well() { Ok((corpus, parts)) } else { Err(DecodeError::Payload) }
}

/// Why bytes are no corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// The first four bytes are not those of this version.
    Header,
    /// The payload does not describe a corpus.
    Payload,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Header => "the corpus does not begin as one of this version does",
            Self::Payload => "the corpus's bytes do not describe a corpus",
        })
    }
}

impl core::error::Error for DecodeError {}
