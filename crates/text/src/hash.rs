//! One hash, the same on every machine and in every version: FNV-1a with 64 bits. The standard
//! library's hashes are not promised to stay, and addresses and learned weights are bound to these.

use crate::letters::letters;

const START: u64 = 0xcbf2_9ce4_8422_2325;

/// The prime that FNV-1a multiplies by.
pub const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;

/// A hash that grows part by part.
#[derive(Clone, Copy, Debug)]
pub struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(START)
    }
}

impl Fnv {
    /// An empty one; another `seed` gives another hash. Zero is plain FNV-1a.
    pub fn seeded(seed: u64) -> Self {
        Self(START ^ seed)
    }

    /// Adds a byte, a character's code or another hash.
    #[inline]
    pub fn push(&mut self, part: u64) {
        self.0 = (self.0 ^ part).wrapping_mul(FNV_PRIME);
    }

    /// What has been added so far. The upper bits are the better ones.
    #[inline]
    pub fn value(self) -> u64 {
        self.0
    }
}

impl Extend<u64> for Fnv {
    fn extend<P: IntoIterator<Item = u64>>(&mut self, parts: P) {
        parts.into_iter().for_each(|part| self.push(part));
    }
}

/// The hash of a text's bytes.
///
/// ```
/// // As published with the algorithm.
/// assert_eq!(dateline_text::hash("foobar"), 0x85944171f73967e8);
/// ```
pub fn hash(text: &str) -> u64 {
    hash_seeded(text, 0)
}

/// [`hash`] from another start: two seeds give two hashes that know nothing of each other.
pub fn hash_seeded(text: &str, seed: u64) -> u64 {
    let mut hash = Fnv::seeded(seed);
    hash.extend(text.bytes().map(u64::from));
    hash.value()
}

/// What a text is known by, whatever its file is called, an editor corrects, or the articles beside it
/// are: a hash of its letters and digits in lower case.
///
/// ```
/// use dateline_text::fingerprint;
/// assert_eq!(fingerprint("The bridge\n\nopens."), fingerprint("the bridge opens"));
/// assert_ne!(fingerprint("The bridge opens."), fingerprint("The bridge opened."));
/// ```
pub fn fingerprint(text: &str) -> u64 {
    let mut hash = Fnv::default();
    for c in text.chars() {
        if c.is_ascii() {
            if c.is_ascii_alphanumeric() {
                hash.push(u64::from(u32::from(c.to_ascii_lowercase())));
            }
            continue;
        }
        for letter in letters(c.encode_utf8(&mut [0; 4])) {
            let mut bytes = [0; 4];
            hash.extend(letter.encode_utf8(&mut bytes).bytes().map(u64::from));
        }
    }
    hash.value()
}
