//! What can be said of a page's lines in numbers, for the trees that judge them.
//!
//! No number spells out a word: they are shapes, places, neighbours, what the lists and rules say of a
//! line, and how far its words are those of the article.

pub(crate) mod author;
pub(crate) mod body;
pub(crate) mod day;

pub(crate) mod line;
pub(crate) mod outlet;
pub(crate) mod title;

use self::line::Own;

/// A length, in sixteenths of its logarithm to base 2.
pub(crate) fn log(number: usize) -> u8 {
    let Some(power) = number.checked_ilog2() else { return 0 };
    let rest = ((number as u128) << 4 >> power) & 15;
    (1 + power * 16 + rest as u32).min(255) as u8
}

/// A distance with its direction, 128 for none.
pub(crate) fn distance(from: usize, to: usize) -> u8 {
    if to >= from { 128 + log(to - from) / 2 } else { 128 - log(from - to) / 2 }
}

/// Of `most` steps.
pub(crate) fn share(part: usize, whole: usize, most: usize) -> u8 {
    (part * most).checked_div(whole).unwrap_or(0).min(255) as u8
}

/// A number around 0, held within what fits.
pub(crate) fn centred(number: i32) -> u8 {
    (128 + number.clamp(-128, 127)) as u8
}

/// A count, held within what fits.
pub(crate) fn capped(number: usize) -> u8 {
    number.min(255) as u8
}

/// A row of numbers while it is written.
pub(crate) struct Row<const WIDTH: usize> {
    numbers: [u8; WIDTH],
    at: usize,
}

impl<const WIDTH: usize> Row<WIDTH> {
    pub(crate) fn new() -> Self {
        Self { numbers: [0; WIDTH], at: 0 }
    }

    /// Appends numbers.
    pub(crate) fn put(mut self, numbers: &[u8]) -> Self {
        self.numbers[self.at..][..numbers.len()].copy_from_slice(numbers);
        self.at += numbers.len();
        self
    }

    /// Appends what is `seen` of each line that stands so far from line `index`; nought where none does.
    pub(crate) fn near(
        mut self,
        own: &[Own],
        index: usize,
        offsets: &[isize],
        seen: &[usize],
    ) -> Self {
        for offset in offsets {
            let other = index.checked_add_signed(*offset).and_then(|at| own.get(at));
            for place in seen {
                self.numbers[self.at] = other.map_or(0, |other| other[*place]);
                self.at += 1;
            }
        }
        self
    }

    /// The numbers, once all are there: as many as the width says.
    pub(crate) fn done(self) -> [u8; WIDTH] {
        debug_assert_eq!(self.at, WIDTH);
        self.numbers
    }
}

/// Sums of all numbers before each place, and of all.
pub(crate) fn sums(numbers: impl Iterator<Item = i64>) -> Vec<i64> {
    let mut out = vec![0];
    for number in numbers {
        out.push(out[out.len() - 1] + number);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_grow_with_what_they_say_and_stay_within_a_byte() {
        assert_eq!([0, 1, 2, 3, 4, 8].map(log), [0, 1, 17, 25, 33, 49]);
        assert!(log(usize::MAX) == 255 && log(60_000) > log(30_000));
        assert_eq!(distance(7, 7), 128);
        assert!(distance(9, 2) < distance(9, 8) && distance(2, 9) > 128);
        assert_eq!((share(1, 2, 100), share(1, 0, 100), share(9, 1, 200)), (50, 0, 255));
        assert_eq!((centred(-500), centred(0), centred(500)), (0, 128, 255));
    }
}
