//! Packs a corpus into the bytes that the bundle carries.
//!
//! ```text
//! 0        4       8                 12
//! +--------+-------+-----------------+---------------------------------+
//! | "DLN6" | flags | length unpacked | payload                         |
//! |        | u32le | u32le           | fields, an LZ4 block if flag 1  |
//! +--------+-------+-----------------+---------------------------------+
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
//! length and its items; an option is 0, or 1 and the value. An id that is made
//! of a name is without it (`codec/ids.rs`).
//! ```
//!
//! Small corpora stay unpacked, since most hosts compress the bundle anyway
//! and a second compression costs bytes; large ones are one LZ4 block, since
//! not every host compresses. LZ4 and not DEFLATE: its decoder is 1 KB of the
//! bundle where the other is 9 KB, and what it leaves hosts compress further. The fields are read by hand: what a serialisation
//! crate generates for these types weighs 16 KB more in the bundle.

mod fields;
mod ids;
mod parts;

use core::fmt;

use crate::{Corpus, Part};
#[cfg(feature = "encode")]
use fields::FieldWriter;
use fields::{FieldReader, Packed};

pub use parts::unpack_part;
#[cfg(feature = "encode")]
pub use parts::{Parted, Served, part};

const MAGIC: &[u8; 4] = b"DLN6";
const COMPRESSED: u32 = 1;

/// Above this many bytes the payload is compressed.
#[cfg(feature = "encode")]
const COMPRESS_ABOVE: usize = 256 * 1024;

/// Packs `corpus`. The same corpus gives the same bytes.
#[cfg(feature = "encode")]
pub fn encode(corpus: &Corpus) -> Vec<u8> {
    pack(corpus, &[], COMPRESS_ABOVE)
}

/// Packs what the bundle holds of a corpus, compressed where it is more than so many bytes.
#[cfg(feature = "encode")]
fn pack(corpus: &Corpus, parts: &[Part], compress_above: usize) -> Vec<u8> {
    let mut fields = FieldWriter::default();
    corpus.pack(&mut fields);
    fields.list(parts);
    let plain = fields.finish();
    let length = (plain.len() as u32).to_le_bytes();
    let (flags, payload) = if plain.len() > compress_above {
        (COMPRESSED, lz4_flex::block::compress(&plain))
    } else {
        (0, plain)
    };
    [&MAGIC[..], &flags.to_le_bytes(), &length, &payload].concat()
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
    let header = bytes.get(..12).ok_or(DecodeError::Header)?;
    let word = |at: usize| {
        u32::from_le_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]])
    };
    if &header[..4] != MAGIC {
        return Err(DecodeError::Header);
    }
    let payload = &bytes[12..];
    if word(4) & COMPRESSED == 0 {
        return corpus(payload);
    }
    let length = word(8) as usize;
    // LZ4 cannot make more than 255 bytes of one: a longer claim is a lie.
    if length / 255 > payload.len() {
        return Err(DecodeError::Compression);
    }
    let plain =
        lz4_flex::block::decompress(payload, length).map_err(|_| DecodeError::Compression)?;
    corpus(&plain)
}

/// Every byte must be used.
fn corpus(payload: &[u8]) -> Result<(Corpus, Vec<Part>), DecodeError> {
    let mut reader = FieldReader::new(payload);
    let corpus = Packed::unpack(&mut reader);
    let parts = Packed::unpack(&mut reader);
    if reader.ended_well() { Ok((corpus, parts)) } else { Err(DecodeError::Payload) }
}

/// Why bytes are no corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// The first twelve bytes are not a header of this version.
    Header,
    /// The compressed payload is broken.
    Compression,
    /// The payload does not describe a corpus.
    Payload,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Header => "the corpus does not begin with a header of this version",
            Self::Compression => "the corpus's compressed part is broken",
            Self::Payload => "the corpus's bytes do not describe a corpus",
        })
    }
}

impl core::error::Error for DecodeError {}
