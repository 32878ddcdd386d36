//! Runs of four words with their counts: how much of one text is in another.

use std::collections::{BTreeMap, BTreeSet};

/// Words of a run.
const LENGTH: usize = 4;

/// The runs of a text.
#[derive(Default)]
pub(crate) struct Shingles {
    runs: BTreeMap<u64, usize>,
    /// Words of the text.
    words: usize,
    /// Its lines that are shorter than a run.
    short: BTreeSet<u64>,
}

impl Shingles {
    pub(crate) fn of(text: &str) -> Self {
        let words = hashes(text);
        let mut runs = BTreeMap::new();
        for run in words.windows(LENGTH.min(words.len()).max(1)) {
            *runs.entry(hash(run)).or_default() += 1;
        }
        let lines = text.lines().map(hashes).filter(|line| line.len() < LENGTH);
        Self { runs, words: words.len(), short: lines.map(|line| hash(&line)).collect() }
    }

    pub(crate) fn count(&self) -> usize {
        self.runs.values().sum()
    }

    /// How many runs both have.
    pub(crate) fn shared(&self, other: &Shingles) -> usize {
        self.runs
            .iter()
            .map(|(run, count)| other.runs.get(run).map_or(0, |more| *more.min(count)))
            .sum()
    }

    /// Whether four in five runs of a line are here. A line shorter than a run must be a line here too:
    /// the words of a menu stand in many texts.
    pub(crate) fn cover(&self, line: &str) -> bool {
        let line = Shingles::of(line);
        if line.words < LENGTH {
            return line.words > 0 && line.short.is_subset(&self.short);
        }
        let known = line.runs.iter().filter(|run| self.runs.contains_key(run.0));
        known.map(|run| run.1).sum::<usize>() * 5 >= line.count() * 4
    }
}

fn hashes(text: &str) -> Vec<u64> {
    words(text).iter().map(|word| dateline_text::hash(word)).collect()
}

/// Words in lower case; a sign of Chinese, Japanese or Thai is a word.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut word = String::new();
    for c in text.chars() {
        let alone = matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{e00}'..='\u{e7f}' | '\u{ff66}'..='\u{ff9f}');
        if alone || !(c.is_alphanumeric() || c == '_') {
            if !word.is_empty() {
                out.push(std::mem::take(&mut word));
            }
            if alone {
                out.push(c.to_string());
            }
        } else {
            word.extend(c.to_lowercase());
        }
    }
    if !word.is_empty() {
        out.push(word);
    }
    out
}

fn hash(words: &[u64]) -> u64 {
    words.iter().fold(0xcbf2_9ce4_8422_2325, |sum, word| {
        (sum ^ word).wrapping_mul(0x0100_0000_01b3).rotate_left(23)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_covered_by_its_runs_and_a_short_one_by_a_line() {
        let text = Shingles::of("Help came by boat on Sunday after all\nSalt\nA choir");
        for (line, expected) in [
            ("Help came by boat on Sunday after all", true),
            ("help came by boat, on Sunday", true),
            ("Salt", true),
            ("a choir", true),
            ("Help", false),
            ("by boat", false),
            ("Snow closed the pass on Sunday", false),
            ("", false),
        ] {
            assert_eq!(text.cover(line), expected, "{line}");
        }
        assert_eq!(Shingles::of("a b c d e").shared(&Shingles::of("b c d e f")), 1);
    }
}
