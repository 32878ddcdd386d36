//! The five articles that come with the project, for mutation and for
//! comparing what two machines make of them.

use dateline_model::{Corpus, encode};

use crate::overlay::Overlay;
use crate::{Options, Source};

/// Name and bytes of each.
pub const SEEDS: [(&str, &[u8]); 5] = [
    ("000_68eb4494cd56dfd7.txt", include_bytes!("../../../../seeds/000_68eb4494cd56dfd7.txt")),
    ("001_661dcf13a93670cd.txt", include_bytes!("../../../../seeds/001_661dcf13a93670cd.txt")),
    ("002_1586734b2f680ffc.txt", include_bytes!("../../../../seeds/002_1586734b2f680ffc.txt")),
    ("003_25dc431091cb7084.txt", include_bytes!("../../../../seeds/003_25dc431091cb7084.txt")),
    ("004_2b63a6624e7e042a.txt", include_bytes!("../../../../seeds/004_2b63a6624e7e042a.txt")),
];

/// Their corpus, without an editor's overlay.
pub fn corpus(options: &Options) -> Corpus {
    let sources = SEEDS.map(|(path, bytes)| Source { path, bytes, meta: None });
    crate::ingest(&sources, &Overlay::default(), options)
}

/// The packed corpus as one number (FNV-1a): equal on every machine.
pub fn fingerprint(corpus: &Corpus) -> u64 {
    encode(corpus).iter().fold(0xCBF2_9CE4_8422_2325, |sum, byte| {
        (sum ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01B3)
    })
}
