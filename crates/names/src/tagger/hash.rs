//! Hashes of words and features, the same on every machine. The standard
//! library's are not promised to stay, and the weights are bound to these.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use dateline_text::{FNV_PRIME, Fnv};

use crate::fold::push;

/// Features are numbered below two to this power.
pub const FEATURE_BITS: u32 = 24;

/// A hash that grows character by character.
#[derive(Clone, Copy)]
pub(crate) struct Growing(Fnv);

impl Growing {
    pub(crate) fn new() -> Self {
        Self(Fnv::default())
    }

    pub(crate) fn push(&mut self, c: char) {
        self.0.push(u64::from(u32::from(c)));
    }

    pub(crate) fn done(self) -> u64 {
        mix(self.0.value())
    }
}

/// The hash of a whole text.
pub(crate) fn word(text: &str) -> u64 {
    let mut hash = Growing::new();
    text.chars().for_each(|c| hash.push(c));
    hash.done()
}

/// The hash of a word without its capitals and accents; numbers count by their length.
pub(crate) fn low(text: &str) -> u64 {
    let (mut hash, mut folded) = (Growing::new(), String::new());
    for c in text.chars() {
        if c.is_ascii() {
            hash.push(if c.is_ascii_digit() { '0' } else { c.to_ascii_lowercase() });
            continue;
        }
        folded.clear();
        push(&mut folded, c);
        folded.chars().for_each(|c| hash.push(c));
    }
    hash.done()
}

/// The hash of words that follow each other.
pub(crate) fn phrase(words: impl Iterator<Item = u64>) -> u64 {
    words.fold(word("phrase"), join)
}

/// Two hashes as one; their order counts.
pub(crate) fn join(one: u64, other: u64) -> u64 {
    mix(one.rotate_left(23).wrapping_add(other).wrapping_mul(FNV_PRIME))
}

/// The number of a feature: what is asked, and the answer.
pub(crate) fn feature(template: u64, value: u64) -> u32 {
    let hash = mix(value ^ template.wrapping_mul(0xd6e8_feb8_6659_fd93));
    (hash >> (64 - FEATURE_BITS)) as u32
}

fn mix(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    hash ^ (hash >> 29)
}

/// A map whose keys are hashes already.
pub(crate) type HashKeyed<T> = HashMap<u64, T, BuildHasherDefault<Ready>>;

/// Takes a hash for what it is.
#[derive(Default)]
pub(crate) struct Ready(u64);

impl Hasher for Ready {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(FNV_PRIME);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_the_ones_that_the_weights_know() {
        assert_eq!(word("Oslo"), 8_304_661_362_409_565_852);
        assert_eq!(feature(3, word("Oslo")), 5_985_681);
        assert_ne!(join(word("a"), word("b")), join(word("b"), word("a")));
    }
}
