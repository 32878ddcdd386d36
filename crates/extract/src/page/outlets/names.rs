//! The names that may be the outlet's: what returns in the lines around an article, with other words beside
//! it each time, as a house's own name does in its menus and notices.

use std::sync::LazyLock;

use dateline_lang::page::{
    AFTER_SITES, BEFORE_SITES, MORE_FROM, OUTLET_JOINTS, OWNER_MARKS, PLEAS,
};
use dateline_lang::shared::names::PARTICLES;
use dateline_lang::shared::outlets::{AGENCIES, OUTLET_WORDS, OUTLETS};
use dateline_text::{QuickMap, QuickSet};

use super::words::{Word, Words, hash, hashes};
use crate::page::places::Page;

/// Words of a name at most.
pub(crate) const LONGEST: usize = 5;

/// Runs of words that are told apart on a page; ordinary ones have a few thousand.
const RUNS: usize = 20_000;

/// Names that are looked at more closely.
const NAMES: usize = 48;

/// Lines at the head of a page where its name may stand once.
const EDGE: u32 = 12;

/// A name within the words of a page.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    /// The numbers of its words.
    pub words: Vec<u64>,
    /// The place of its first word among all where it stands first.
    pub first: usize,
    /// Whether the lists of outlets and agencies have it: 1 and 2; 4 where a word is one that outlets use.
    pub listed: u8,
    /// The site whose label it is.
    pub site: Option<usize>,
}

/// What is seen of a run of words.
struct Seen {
    first: usize,
    length: usize,
    lines: u16,
    last: u32,
    left: u64,
    right: u64,
    /// Whether other words stood before it, and behind it.
    open: [bool; 2],
    /// Whether it is a line for itself, or stands in one that says who owns the page.
    alone: bool,
    owned: bool,
    /// Whether it stands beside what menus say of a site: "About", "newsletter".
    cued: bool,
}

/// The likeliest names, in the order of their places.
pub(crate) fn names(page: &Page, words: &Words, inside: impl Fn(usize) -> bool) -> Vec<Name> {
    let mut seen: QuickMap<u64, Seen> = QuickMap::default();
    for index in 0..words.lines() {
        if inside(index) || page.lines[index].chars > 400 || seen.len() > RUNS {
            continue;
        }
        let line = &page.lines[index];
        let of_line = words.line(index);
        let owned = line.chars <= 200 && OWNER_MARKS.iter().any(|mark| line.key.contains(mark));
        // A name in small letters is seen where it stands alone or owns the page.
        let small = owned || of_line.len() <= 3;
        runs(words, words.starts[index], of_line.len(), small, owned, &mut seen);
    }
    let mut rows: Vec<(i32, Name)> = Vec::new();
    for (key, seen) in &seen {
        let of = &words.all[seen.first..][..seen.length];
        let listed = listed(*key, of);
        let site = words.sites.iter().position(|site| said_as_one(page, of, &site.label));
        let lines = i32::from(seen.lines.min(12));
        let edge = of[0].line < EDGE && seen.alone;
        let open = seen.open.iter().filter(|open| **open).count() as i32;
        if seen.lines < 2 && !seen.owned && !seen.cued && listed == 0 && site.is_none() && !edge {
            continue;
        }
        let rank = lines * (1 + open)
            + 20 * i32::from(seen.owned)
            + 3 * i32::from(seen.alone)
            + 3 * i32::from(seen.cued)
            + 12 * i32::from(edge)
            + 12 * i32::from(listed & 3 > 0)
            + 6 * i32::from(listed & 4 > 0)
            + 12 * i32::from(site.is_some());
        let words = of.iter().map(|word| word.hash).collect();
        rows.push((rank, Name { words, first: seen.first, listed, site }));
    }
    // A site that no line spells is a name as its address has it.
    for (index, site) in words.sites.iter().enumerate() {
        if !rows.iter().any(|row| row.1.site == Some(index)) {
            let (first, word) = (site.word, words.all[site.word]);
            let listed = listed(joined(0, word.hash), &[word]);
            let name = Name { words: vec![word.hash], first, listed, site: Some(index) };
            rows.push((9, name));
        }
    }
    let place = |name: &Name| (name.first, name.words.len());
    rows.sort_unstable_by(|one, other| {
        other.0.cmp(&one.0).then_with(|| place(&one.1).cmp(&place(&other.1)))
    });
    rows.truncate(NAMES);
    let mut names: Vec<Name> = rows.into_iter().map(|row| row.1).collect();
    names.sort_unstable_by_key(place);
    names
}

/// Notes the runs of words of a line that may be names.
fn runs(
    words: &Words,
    from: usize,
    count: usize,
    small: bool,
    owned: bool,
    seen: &mut QuickMap<u64, Seen>,
) {
    let line = &words.all[from..from + count];
    for (at, word) in line.iter().enumerate() {
        if !(word.capital || small && !is_joint(word.hash)) || word.year {
            continue;
        }
        // "About Port Post", "Port Post Newsletters": what a menu says of a site is no part of its name.
        if opens(word.hash) {
            continue;
        }
        let mut key = 0;
        for (length, next) in (1..).zip(&line[at..]).take(LONGEST) {
            if length > 1 && parts(next) || next.year {
                break;
            }
            if !(next.capital || small || is_joint(next.hash)) {
                break;
            }
            key = joined(key, next.hash);
            if !(next.capital || small && !is_joint(next.hash)) {
                continue;
            }
            if length > 1 && closes(next.hash) {
                continue;
            }
            let left = if at > 0 && !parts(word) { line[at - 1].hash } else { 0 };
            let after = line.get(at + length).filter(|after| !parts(after));
            let right = after.map_or(0, |after| after.hash);
            let entry = seen.entry(key).or_insert_with(|| Seen {
                first: from + at,
                length,
                lines: 0,
                last: u32::MAX,
                left,
                right,
                open: [left == 0, right == 0],
                alone: false,
                owned: false,
                cued: false,
            });
            if entry.last != word.line {
                entry.lines = entry.lines.saturating_add(1);
                entry.last = word.line;
            }
            entry.open[0] |= entry.left != left;
            entry.open[1] |= entry.right != right;
            entry.alone |= length == count;
            entry.owned |= owned;
            entry.cued |= opens(left) || closes(right);
        }
    }
}

/// Whether a word is parted from the one before it by more than a space.
pub(crate) fn parts(word: &Word) -> bool {
    !matches!(word.mark, ' ' | '’')
}

/// The number of a name and one word more.
pub(crate) fn joined(name: u64, word: u64) -> u64 {
    (name ^ word).wrapping_mul(dateline_text::FNV_PRIME).rotate_left(17)
}

fn key(name: &str) -> u64 {
    hashes(name).into_iter().fold(0, joined)
}

fn opens(word: u64) -> bool {
    static OPENING: LazyLock<QuickSet<u64>> = LazyLock::new(|| {
        let phrases = BEFORE_SITES.iter().chain(&*PLEAS).chain(&*MORE_FROM);
        phrases.filter_map(|phrase| single(phrase)).collect()
    });
    OPENING.contains(&word)
}

fn closes(word: u64) -> bool {
    static CLOSING: LazyLock<QuickSet<u64>> =
        LazyLock::new(|| AFTER_SITES.iter().filter_map(|phrase| single(phrase)).collect());
    CLOSING.contains(&word)
}

/// The number of a phrase that is one word.
fn single(phrase: &str) -> Option<u64> {
    match hashes(phrase)[..] {
        [word] => Some(word),
        _ => None,
    }
}

fn is_joint(word: u64) -> bool {
    static JOINTS: LazyLock<QuickSet<u64>> =
        LazyLock::new(|| OUTLET_JOINTS.iter().chain(PARTICLES).map(|word| hash(word)).collect());
    JOINTS.contains(&word)
}

fn listed(name: u64, words: &[Word]) -> u8 {
    static NAMES: LazyLock<QuickMap<u64, u8>> = LazyLock::new(|| {
        let mut names: QuickMap<u64, u8> = QuickMap::default();
        for (list, bit) in [(OUTLETS, 1), (AGENCIES, 2)] {
            list.iter().for_each(|row| *names.entry(key(row.0)).or_default() |= bit);
        }
        names
    });
    static SOUNDS: LazyLock<QuickSet<u64>> =
        LazyLock::new(|| OUTLET_WORDS.iter().map(|word| hash(word)).collect());
    let ends = [words[0].hash, words[words.len() - 1].hash];
    let sounds = words.len() > 1 && ends.iter().any(|word| SOUNDS.contains(word));
    NAMES.get(&name).copied().unwrap_or(0) | if sounds { 4 } else { 0 }
}

/// Whether words written as one are a site's label.
fn said_as_one(page: &Page, words: &[Word], label: &str) -> bool {
    let mut rest = label;
    for word in words {
        let text = &page.lines[word.line as usize].text[word.start as usize..word.end as usize];
        rest = rest.trim_start_matches('-');
        if word.domain {
            return words.len() == 1 && super::words::hash(label) == word.hash;
        }
        let Some(after) = without(rest, text) else { return false };
        rest = after;
    }
    rest.is_empty()
}

/// A text in small letters without the word it begins with, in any letters.
fn without<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let mut rest = text.chars();
    for c in word.chars().flat_map(char::to_lowercase) {
        if rest.next() != Some(c) {
            return None;
        }
    }
    Some(rest.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_returns_or_stands_beside_a_menus_words_may_be_the_outlets() {
        let check = |text: &str, name: &str, expected: bool| {
            let page = Page::read(text);
            let told = names(&page, &Words::of(&page.lines), |_| false);
            let hashes = hashes(name);
            assert_eq!(told.iter().any(|one| one.words == hashes), expected, "{name}: {text}");
        };
        let above = "Salt\nRope\nBoats\nQuays\nNets\nTides\nGulls\n";
        check(&format!("{above}Read the Port Letters now and then"), "Port Letters", false);
        check(&format!("{above}What is new at Port Letters newsletters"), "Port Letters", true);
        check(&format!("{above}Contact Port Letters here"), "Port Letters", true);
        check(&format!("{above}The Port Letters pays\nIn Port Letters now"), "Port Letters", true);
    }
}
