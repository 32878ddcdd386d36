//! Tables for as long as a program runs, whose hash is quick where words are short. What outlives the
//! run is bound to [`hash`](crate::hash) instead.

use core::hash::{BuildHasher, Hasher};
use std::collections::{HashMap, HashSet};
use std::hash::RandomState;
use std::sync::OnceLock;

/// A map with this hash.
pub type QuickMap<K, V> = HashMap<K, V, Quick>;

/// A set with this hash.
pub type QuickSet<K> = HashSet<K, Quick>;

/// Makes hashers that begin with a number which nobody knows before the program runs, so that no text can
/// be written whose words all meet.
#[derive(Clone, Copy, Debug)]
pub struct Quick(u64);

impl Default for Quick {
    fn default() -> Self {
        static SEED: OnceLock<u64> = OnceLock::new();
        Self(*SEED.get_or_init(|| RandomState::new().hash_one(0)))
    }
}

impl BuildHasher for Quick {
    type Hasher = Folding;

    #[inline]
    fn build_hasher(&self) -> Folding {
        Folding(self.0)
    }
}

/// Takes eight bytes at a time, each by one long multiplication whose halves are folded.
#[derive(Clone, Copy, Debug)]
pub struct Folding(u64);

impl Folding {
    #[inline]
    fn take(&mut self, part: u64) {
        // The fraction of pi, which has no pattern.
        let product = u128::from(self.0 ^ part) * 0x243f_6a88_85a3_08d3;
        self.0 = (product as u64) ^ ((product >> 64) as u64).rotate_left(23);
    }
}

impl Hasher for Folding {
    #[inline]
    fn finish(&self) -> u64 {
        self.0
    }

    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while let Some((part, after)) = rest.split_first_chunk() {
            self.take(u64::from_le_bytes(*part));
            rest = after;
        }
        let tail =
            rest.iter().rev().fold(rest.len() as u64, |tail, byte| tail << 8 | u64::from(*byte));
        self.take(tail);
    }

    /// What ends a text; the length is in its tail already.
    #[inline]
    fn write_u8(&mut self, byte: u8) {
        self.0 = self.0.wrapping_add(u64::from(byte));
    }

    #[inline]
    fn write_u32(&mut self, number: u32) {
        self.take(u64::from(number));
    }

    #[inline]
    fn write_u64(&mut self, number: u64) {
        self.take(number);
    }

    #[inline]
    fn write_usize(&mut self, number: usize) {
        self.take(number as u64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_differ_anywhere_have_other_hashes() {
        let quick = Quick::default();
        let mut seen = HashSet::new();
        for length in 0..40 {
            let word = "a".repeat(length);
            assert!(seen.insert(quick.hash_one(&word)), "{length}");
            for at in 0..length {
                let other = format!("{}b{}", &word[..at], &word[at + 1..]);
                assert!(seen.insert(quick.hash_one(&other)), "{other}");
            }
        }
    }

    #[test]
    fn numbers_in_a_row_are_spread() {
        let quick = Quick::default();
        // A table looks at the upper seven bits and at the lowest.
        let low: HashSet<u64> = (0..4096u32).map(|number| quick.hash_one(number) & 4095).collect();
        let high: HashSet<u64> = (0..4096u32).map(|number| quick.hash_one(number) >> 57).collect();
        assert!(low.len() > 2000 && high.len() == 128, "{} {}", low.len(), high.len());
    }
}
