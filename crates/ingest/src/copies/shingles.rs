//! A text as the set of its runs of words, and how much two such sets share.

use dateline_text::{Fnv, fold};

/// So many words in a row are one shingle. Fewer are phrases that unlike texts share ("said in a
/// statement on Monday"); more are lost to every changed word.
const WORDS: usize = 6;

/// Of so many shingles in a row one is a mark. A run that two texts share is found by its marks
/// wherever it has `WORDS + WINDOW - 1` words or more.
const WINDOW: usize = 8;

/// A text of fewer words is a headline or a caption: half of it is a sentence that unlike texts may quote.
const LEAST_WORDS: usize = 40;

/// Fewer shingles than these are no text to judge by.
const LEAST: usize = 20;

/// So many shingles are a text's beginning, its headline, where the body has it, and its first sentences;
/// but a third of the text at most.
const BEGINNING: usize = 40;

/// The shingles of one text, as hashes: sorted, each once.
#[derive(Clone, Debug)]
pub(super) struct Shingles {
    all: Vec<u64>,
    /// Without background; `None` while none is known.
    own: Option<Vec<u64>>,
    beginning: Vec<u64>,
    marks: Vec<u64>,
}

/// How much two texts share, in shingles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Overlap {
    shared: usize,
    shorter: usize,
    longer: usize,
}

impl Shingles {
    /// Of a body, unless it is too short to be judged.
    pub(super) fn of(body: &str) -> Option<Self> {
        let words = words(body);
        if words.len() < LEAST_WORDS {
            return None;
        }
        let runs = in_row(&words, WORDS);
        let marks = sorted(winnowed(&runs));
        let beginning = sorted(runs[..BEGINNING.min(runs.len() / 3)].to_vec());
        let all = sorted(runs);
        (all.len() >= LEAST).then_some(Self { all, own: None, beginning, marks })
    }

    /// A few of the shingles, chosen by their hashes alone, so that equal runs have equal marks
    /// (winnowing: Schleimer, Wilkerson and Aiken 2003).
    pub(super) fn marks(&self) -> &[u64] {
        &self.marks
    }

    /// All shingles.
    pub(super) fn all(&self) -> &[u64] {
        &self.all
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// Leaves background out of what is compared from now on.
    pub(super) fn set_background(&mut self, is_background: impl Fn(u64) -> bool) {
        let own: Vec<u64> = self.all.iter().copied().filter(|one| !is_background(*one)).collect();
        self.own = (own.len() < self.all.len()).then_some(own);
    }

    /// What two texts share beside background, where that makes one a version of the other.
    pub(super) fn version(&self, other: &Self) -> Option<Overlap> {
        let (mine, others) = (self.own(), other.own());
        if mine.len() < LEAST || others.len() < LEAST {
            // Nothing is left to judge by: only a text that is there as a whole is the same one.
            return Some(Overlap::of(&self.all, &other.all)).filter(|overlap| overlap.is_same());
        }
        let overlap = Overlap::of(mine, others);
        let is_version = overlap.is_near()
            || overlap.is_half() && (self.begins_in(other) || other.begins_in(self));
        is_version.then_some(overlap)
    }

    /// Whether two texts share as much as two versions of a third do.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        Overlap::of(self.own(), other.own()).is_quarter()
    }

    /// Whether a third of the text's beginning, a sentence or two, stands in the other. A report that is
    /// cut keeps its beginning, and a page that grows keeps what it began with; a notice that two short
    /// texts bear, or the background of two reports, is the beginning of neither. With half of it
    /// instead of a third, eight right ones of 57 versions were lost: a headline above the report hides much.
    fn begins_in(&self, other: &Self) -> bool {
        shared(&self.beginning, other.own()) * 3 >= self.beginning.len()
    }

    fn own(&self) -> &[u64] {
        self.own.as_deref().unwrap_or(&self.all)
    }
}

impl Overlap {
    fn of(one: &[u64], other: &[u64]) -> Self {
        let (shorter, longer) = (one.len().min(other.len()), one.len().max(other.len()));
        Self { shared: shared(one, other), shorter, longer }
    }

    /// Half of the shorter text is in the longer one: a report that was cut, a live page that grew.
    fn is_half(self) -> bool {
        self.shared * 2 >= self.shorter
    }

    /// A quarter of the shorter text is in the longer one, as in two that were cut from a third.
    fn is_quarter(self) -> bool {
        self.shared * 4 >= self.shorter
    }

    /// Two thirds of the longer text are in the shorter one.
    pub(super) fn is_near(self) -> bool {
        self.shared * 3 >= self.longer * 2
    }

    /// Nine tenths are the same: the one finds whatever the other would find.
    pub(super) fn is_same(self) -> bool {
        self.shared * 10 >= self.longer * 9
    }

    /// How many shingles.
    pub(super) fn shared(self) -> usize {
        self.shared
    }

    /// Percent of the shorter text.
    pub(super) fn percent(self) -> u8 {
        (self.shared * 100 / self.shorter.max(1)) as u8
    }
}

/// The hash of each word, whatever its case, its accents and the marks around it.
fn words(body: &str) -> Vec<u64> {
    let mut out = Vec::new();
    let mut word: Option<Fnv> = None;
    for c in fold(body).chars() {
        if !c.is_alphanumeric() || stands_alone(c) {
            out.extend(word.take().map(Fnv::value));
        }
        if c.is_alphanumeric() {
            word.get_or_insert_default().push(u64::from(c));
        }
    }
    out.extend(word.map(Fnv::value));
    out
}

/// Letters of scripts that put no space between words, each taken as a word: Thai, Lao, Burmese, Khmer,
/// kana and the ideographs.
fn stands_alone(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// The hash of each `length` words in a row of a text; of all, where there are fewer.
pub(crate) fn runs(text: &str, length: usize) -> Vec<u64> {
    let words = words(text);
    in_row(&words, length.min(words.len()).max(1))
}

fn in_row(words: &[u64], length: usize) -> Vec<u64> {
    words.windows(length).map(hashed).collect()
}

fn hashed(words: &[u64]) -> u64 {
    let mut hash = Fnv::default();
    hash.extend(words.iter().copied());
    hash.value()
}

/// The smallest hash of every window, the last of equal ones.
fn winnowed(runs: &[u64]) -> Vec<u64> {
    runs.windows(WINDOW.min(runs.len()).max(1))
        .filter_map(|all| all.iter().min().copied())
        .collect()
}

fn sorted(mut all: Vec<u64>) -> Vec<u64> {
    all.sort_unstable();
    all.dedup();
    all
}

/// How many are in both sorted lists.
fn shared(one: &[u64], other: &[u64]) -> usize {
    let (mut at, mut count) = (0, 0);
    for run in one {
        while other.get(at).is_some_and(|next| next < run) {
            at += 1;
        }
        count += usize::from(other.get(at) == Some(run));
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_the_same_whatever_stands_around_them_and_in_scripts_without_spaces() {
        assert_eq!(words("The mayor\u{2019}s caf\u{e9}, 12:30"), words("the MAYOR'S cafe 12 30"));
        assert_ne!(words("the mayor"), words("them ayor"));
        assert_eq!(words("\u{6E2F}\u{53E3}\u{5927}\u{6A4B} opens").len(), 5);
    }

    #[test]
    fn equal_runs_have_equal_marks_wherever_they_stand() {
        let run: Vec<String> = (0..13).map(|number| format!("run{number}")).collect();
        let text = |own: &str| {
            let around: Vec<String> = (0..40).map(|number| format!("{own}{number}")).collect();
            let (before, after) = around.split_at(17);
            Shingles::of(&[before, &run[..], after].concat().join(" ")).expect("long enough")
        };
        let (one, other) = (text("a"), text("b"));
        assert!(one.marks().iter().any(|mark| other.marks().binary_search(mark).is_ok()));
        assert!(one.marks().len() * 3 < one.len());
        assert!(one.version(&other).is_none());
    }
}
