//! Hashes of words and features, the same on every machine. The standard
//! library's are not promised to stay, and the weights are bound to these.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use dateline_text::{FNV_PRIME, Fnv};

use super::weights::FEATURE_BITS;

/// A hash that grows character by character.
#[derive(Clone, Copy)]
pub(super) struct Growing(Fnv);

impl Growing {
    pub(super) fn new() -> Self {
        Self(Fnv::default())
    }

    pub(super) fn push(&mut self, c: char) {
        self.0.push(u64::from(u32::from(c)));
    }

    pub(super) fn done(self) -> u64 {
        mix(self.0.value())
    }
}

/// The hash of a whole text.
pub(super) fn word(text: &str) -> u64 {
    let mut hash = Growing::new();
    text.chars().for_each(|c| hash.push(c));
    hash.done()
}

/// Two hashes as one; their order counts.
pub(super) fn join(one: u64, other: u64) -> u64 {
    mix(one.rotate_left(23).wrapping_add(other).wrapping_mul(FNV_PRIME))
}

/// The number of a feature: what is asked, and the answer.
pub(super) fn feature(template: u64, value: u64) -> u32 {
    let hash = mix(value ^ template.wrapping_mul(0xd6e8_feb8_6659_fd93));
    (hash >> (64 - FEATURE_BITS)) as u32
}

fn mix(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    hash ^ (hash >> 29)
}

/// A map whose keys are hashes already.
pub(super) type HashKeyed<T> = HashMap<u64, T, BuildHasherDefault<Ready>>;

/// Takes a hash for what it is.
#[derive(Default)]
pub(super) struct Ready(u64);

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
