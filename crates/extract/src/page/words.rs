//! The content words of a page's lines as numbers. Rules and trees ask again and again which of them the
//! article has; each line is cut once, and equal words have one number.

use dateline_text::QuickMap;

use crate::lines::{Line, content_words};

/// No step looks at more words of a line.
const LONGEST: usize = 400;

/// Of a line's words so many tell whose it is.
const ASKED: usize = 200;

/// The words of all lines.
pub(crate) struct Words {
    /// Line after line.
    numbers: Vec<u32>,
    /// Where the words of each line begin, and where those of the last one end.
    starts: Vec<usize>,
    /// The line that has a word first, and where in its key.
    spelled: Vec<(usize, usize, usize)>,
}

impl Words {
    pub(crate) fn of(lines: &[Line]) -> Self {
        let mut known: QuickMap<&str, u32> = QuickMap::default();
        let mut words = Words { numbers: Vec::new(), starts: vec![0], spelled: Vec::new() };
        for (index, line) in lines.iter().enumerate() {
            for (at, word) in content_words(&line.key).take(LONGEST) {
                let next = words.spelled.len() as u32;
                let number = *known.entry(word).or_insert(next);
                if number == next {
                    words.spelled.push((index, at, at + word.len()));
                }
                words.numbers.push(number);
            }
            words.starts.push(words.numbers.len());
        }
        words
    }

    /// Those of one line, in its order.
    pub(crate) fn line(&self, index: usize) -> &[u32] {
        &self.numbers[self.starts[index]..self.starts[index + 1]]
    }
}

/// In how many of some lines each word stands.
pub(crate) struct Vocabulary {
    counts: Vec<usize>,
}

impl Vocabulary {
    pub(crate) fn of(words: &Words, lines: impl Iterator<Item = usize>) -> Self {
        let mut counts = vec![0; words.spelled.len()];
        let mut last = vec![usize::MAX; counts.len()];
        for index in lines {
            for &word in words.line(index) {
                let word = word as usize;
                if core::mem::replace(&mut last[word], index) != index {
                    counts[word] += 1;
                }
            }
        }
        Self { counts }
    }

    /// How many of the lines have a word.
    pub(crate) fn count(&self, word: u32) -> usize {
        self.counts[word as usize]
    }

    /// Whether any has.
    pub(crate) fn has(&self, word: u32) -> bool {
        self.count(word) > 0
    }

    /// Of a line's words, how many there are and how many of these more than `own` lines have.
    pub(crate) fn known(&self, words: &Words, index: usize, own: usize) -> (usize, usize) {
        let words = words.line(index);
        let words = &words[..words.len().min(ASKED)];
        (words.len(), words.iter().filter(|word| self.count(**word) > own).count())
    }

    /// The `most` words that most lines have, of those that several have; `page` has all lines.
    pub(crate) fn frequent(&self, words: &Words, page: &[Line], most: usize) -> Vec<u32> {
        let spelled = |word: u32| {
            let (line, start, end) = words.spelled[word as usize];
            &page[line].key[start..end]
        };
        let mut several: Vec<u32> =
            (0..self.counts.len() as u32).filter(|word| self.count(*word) > 1).collect();
        several.sort_unstable_by(|one, other| {
            let counts = self.count(*other).cmp(&self.count(*one));
            counts.then_with(|| spelled(*one).cmp(spelled(*other)))
        });
        several.truncate(most);
        several
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lines;

    #[test]
    fn equal_words_have_one_number_and_are_counted_once_a_line() {
        let page =
            lines::read("Harbour opens again\n\nThe harbour, the old harbour, opens.\n\nSalt");
        let words = Words::of(&page);
        assert_eq!(words.line(0), [0, 1, 2]);
        assert_eq!(words.line(1), [0, 0, 1]);
        assert_eq!(words.line(2), [3]);
        let all = Vocabulary::of(&words, 0..3);
        assert_eq!((all.count(0), all.count(2), all.has(3)), (2, 1, true));
        assert_eq!(all.frequent(&words, &page, 9), [0, 1], "of equals the first by its letters");
        assert!(!Vocabulary::of(&words, 1..2).has(3));
        assert_eq!(all.known(&words, 0, 1), (3, 2));
    }
}
