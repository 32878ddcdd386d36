//! What of a corpus goes into the program, and what lies beside it until a reader asks for it.

use dateline_model::{Corpus, encode, part};
use dateline_site::File;
use dateline_workers::Workers;

use crate::hash::{digest, named};
use crate::pack::{BEST, deflated};

/// A first visit of so many kilobytes may bring the whole corpus, unless the editor says otherwise.
const FIRST_VISIT: u32 = 300;

/// So many bytes are a part before it is compressed: a third of that afterwards, two fifths of a second on a slow
/// phone's network.
const PART: usize = 200_000;

/// No corpus has more parts than about so many: their hashes, too, are part of the first visit.
const PARTS: usize = 1000;

/// What stands in the program's section, and the files beside it.
pub(crate) struct Bundle {
    pub section: Vec<u8>,
    pub parts: Vec<File>,
    /// The whole corpus, for the page that is one file.
    pub whole: Vec<u8>,
}

/// The corpus of a site whose first visit loads these files too. Where all of it is more than `first_visit`
/// kilobytes as a host compresses it, texts and reasons lie in parts.
pub(crate) fn bundle(corpus: &Corpus, first_visit: Option<u32>, others: &[&[u8]]) -> Bundle {
    let whole = encode(corpus);
    let most = first_visit.unwrap_or(FIRST_VISIT) as usize * 1000;
    let size =
        || others.iter().chain([&&*whole]).map(|bytes| deflated(bytes, BEST).len()).sum::<usize>();
    // A text that is all repetition is seldom: what is far too much is not compressed to be sure.
    if whole.len() < most.saturating_mul(8) && size() <= most {
        return Bundle { section: whole.clone(), parts: Vec::new(), whole };
    }
    let wrap = |all: Vec<Vec<u8>>| {
        Workers::new(None).map(all.into_iter(), |bytes| {
            let bytes = deflated(&bytes, BEST);
            let hash = digest(&bytes);
            (bytes, hash)
        })
    };
    let parted = part(corpus, PART.max(whole.len() / PARTS), &wrap);
    let parts = parted.parts.into_iter().map(|bytes| named("parts/dateline", "bin", bytes));
    Bundle { section: parted.core, parts: parts.collect(), whole }
}
