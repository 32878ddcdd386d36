//! The tagger's weights, as a file and ready for use.
//!
//! ```text
//! "DLNW"  4 bytes
//! version 1 byte, 1
//! labels  1 byte, 13
//! steps   13 x 13 x i16, little-endian: weight of each label after each
//! rows    u32, little-endian: how many features follow
//! row     the feature's number less the one before, less 1 (LEB128);
//!         which labels have a weight: u16, little-endian, one bit each;
//!         for each of them the weight: i8
//! check   u32, little-endian: FNV-1a of all bytes before
//! ```

use super::hash::FEATURE_BITS;
use super::labels::LABELS;

/// A weight of one log odds.
pub const UNIT: i32 = 32;

const MAGIC: &[u8] = b"DLNW\x01\x0d";

/// What the tagger has learned.
#[derive(Clone)]
pub struct Weights {
    steps: [[i16; LABELS]; LABELS],
    /// One bit for each number a feature can have, and how many bits stand before each word.
    known: Vec<u64>,
    before: Vec<u32>,
    rows: Vec<[i8; LANES]>,
}

/// Places of a row: its labels and nothing behind them, as many as a processor adds at once.
const LANES: usize = 16;

/// Bytes that are no weights; the text says where they cease to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken(pub &'static str);

impl core::fmt::Display for Broken {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "no weights for names: {}", self.0)
    }
}

impl core::error::Error for Broken {}

impl core::fmt::Debug for Weights {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Weights of {} features", self.rows.len())
    }
}

impl Weights {
    /// Those of a tagger that has learned nothing, and finds nothing.
    fn none() -> Self {
        let words = 1 << (FEATURE_BITS - 6);
        let steps = [[0; LABELS]; LABELS];
        Self { steps, known: vec![0; words], before: vec![0; words], rows: Vec::new() }
    }

    /// Reads weights from their bytes.
    ///
    /// ```
    /// use dateline_names::Weights;
    /// assert!(Weights::decode(b"something else").is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// When the bytes are not what [`Weights::encode`] writes.
    pub fn decode(bytes: &[u8]) -> Result<Self, Broken> {
        let body_end = bytes.len().checked_sub(4).ok_or(Broken("too short"))?;
        let (body, check) = bytes.split_at(body_end);
        let mut body = Bytes(body.strip_prefix(MAGIC).ok_or(Broken("they begin otherwise"))?);
        if check != checksum(&bytes[..body_end]).to_le_bytes() {
            return Err(Broken("the checksum differs"));
        }
        let mut weights = Self::none();
        for step in weights.steps.iter_mut().flatten() {
            *step = i16::from_le_bytes(body.take()?);
        }
        let count = u32::from_le_bytes(body.take()?);
        let mut next = 0_u64;
        for _ in 0..count {
            let feature = next + body.number()?;
            let word =
                usize::try_from(feature >> 6).map_err(|_| Broken("a feature is too high"))?;
            *weights.known.get_mut(word).ok_or(Broken("a feature is too high"))? |=
                1 << (feature & 63);
            let labels = u16::from_le_bytes(body.take()?);
            if labels >> LABELS != 0 {
                return Err(Broken("a label is too high"));
            }
            let mut row = [0; LANES];
            for (label, weight) in row.iter_mut().take(LABELS).enumerate() {
                if labels >> label & 1 == 1 {
                    *weight = i8::from_le_bytes(body.take()?);
                }
            }
            weights.rows.push(row);
            next = feature + 1;
        }
        if !body.0.is_empty() {
            return Err(Broken("something follows the last feature"));
        }
        let mut before = 0;
        for (word, count) in weights.known.iter().zip(&mut weights.before) {
            *count = before;
            before += word.count_ones();
        }
        Ok(weights)
    }

    /// The bytes of weights: of each label after each, and of each feature for each label.
    ///
    /// # Panics
    ///
    /// When a feature is not below two to the power of [`FEATURE_BITS`].
    pub fn encode(
        steps: &[[i16; LABELS]; LABELS],
        rows: &std::collections::BTreeMap<u32, [i8; LABELS]>,
    ) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        for step in steps.iter().flatten() {
            out.extend(step.to_le_bytes());
        }
        out.extend((rows.len() as u32).to_le_bytes());
        let mut next = 0;
        for (&feature, row) in rows {
            assert!(feature >> FEATURE_BITS == 0, "feature {feature} is too high");
            let mut gap = feature - next;
            while gap >= 0x80 {
                out.push(gap as u8 | 0x80);
                gap >>= 7;
            }
            out.push(gap as u8);
            let labels = (0..LABELS).filter(|&label| row[label] != 0);
            let labels = labels.fold(0_u16, |bits, label| bits | 1 << label);
            out.extend(labels.to_le_bytes());
            out.extend(row.iter().filter(|weight| **weight != 0).map(|weight| *weight as u8));
            next = feature + 1;
        }
        out.extend(checksum(&out).to_le_bytes());
        out
    }

    /// How many features have weights.
    pub fn features(&self) -> usize {
        self.rows.len()
    }

    /// The weight of one label after another.
    pub(super) fn step(&self, before: usize, next: usize) -> i32 {
        i32::from(self.steps[before][next])
    }

    /// What the features of a token say for each label.
    pub(super) fn scores(&self, features: &[u32]) -> [i32; LABELS] {
        let mut sums = [0; LANES];
        for features in features.chunks(AT_ONCE) {
            // Whether a feature is known is a guess that fails as often as not: none is made.
            let mut found = [0; AT_ONCE];
            let mut count = 0;
            for &feature in features {
                let (word, bit) = ((feature >> 6) as usize, feature & 63);
                found[count] = feature;
                count += (self.known[word] >> bit & 1) as usize;
            }
            for &feature in &found[..count] {
                let (word, bit) = ((feature >> 6) as usize, feature & 63);
                let row = self.before[word] + (self.known[word] & ((1 << bit) - 1)).count_ones();
                for (sum, weight) in sums.iter_mut().zip(&self.rows[row as usize]) {
                    *sum += i32::from(*weight);
                }
            }
        }
        core::array::from_fn(|label| sums[label])
    }
}

/// Features that are looked up before any is weighed.
const AT_ONCE: usize = 64;

/// Bytes not yet read.
struct Bytes<'b>(&'b [u8]);

impl Bytes<'_> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N], Broken> {
        let (head, rest) = self.0.split_first_chunk().ok_or(Broken("they end too early"))?;
        self.0 = rest;
        Ok(*head)
    }

    fn number(&mut self) -> Result<u64, Broken> {
        let mut out = 0;
        for shift in (0..28).step_by(7) {
            let [byte] = self.take()?;
            out |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(out);
            }
        }
        Err(Broken("a number is too long"))
    }
}

fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn sample() -> Vec<u8> {
        let mut rows = BTreeMap::new();
        rows.insert(0, [1, -2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3]);
        rows.insert(63, [0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        rows.insert((1 << FEATURE_BITS) - 1, [0, 0, 0, -128, 0, 0, 0, 0, 0, 127, 0, 0, 0]);
        let mut steps = [[0; LABELS]; LABELS];
        steps[0][1] = -300;
        Weights::encode(&steps, &rows)
    }

    #[test]
    fn what_was_written_is_read() {
        let weights = Weights::decode(&sample()).expect("whole weights");
        assert_eq!(weights.step(0, 1), -300);
        let scores = weights.scores(&[0, 1, 63, (1 << FEATURE_BITS) - 1]);
        assert_eq!(scores, [1, 3, 0, -128, 0, 0, 0, 0, 0, 127, 0, 0, 3]);
        assert_eq!(weights.scores(&[64, 5]), [0; LABELS]);
    }

    #[test]
    fn broken_weights_are_refused() {
        let whole = sample();
        for length in 0..whole.len() {
            assert!(Weights::decode(&whole[..length]).is_err(), "{length} bytes");
        }
        for at in 0..whole.len() {
            let mut wrong = whole.clone();
            wrong[at] ^= 0x10;
            assert!(Weights::decode(&wrong).is_err(), "byte {at}");
        }
    }

    #[test]
    fn a_right_checksum_does_not_make_weights() {
        let check = |change: fn(&mut Vec<u8>)| {
            let mut bytes = sample();
            bytes.truncate(bytes.len() - 4);
            change(&mut bytes);
            bytes.extend(checksum(&bytes).to_le_bytes());
            Weights::decode(&bytes).expect_err("no weights")
        };
        assert_eq!(check(|bytes| bytes.push(0)).0, "something follows the last feature");
        assert_eq!(check(|bytes| bytes.truncate(100)).0, "they end too early");
        let count = MAGIC.len() + 2 * LABELS * LABELS;
        assert_eq!(count, 344);
        assert_eq!(check(|bytes| bytes[349..351].fill(0xff)).0, "a label is too high");
        assert_eq!(check(|bytes| bytes[348..352].fill(0xff)).0, "a number is too long");
    }
}
