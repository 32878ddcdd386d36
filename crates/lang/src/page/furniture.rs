//! Tells what kind of furniture a line is, by what it says.

use std::sync::LazyLock;

use super::packs::PACKS;
use crate::phrases::Pattern::{self, Always, Ends, Has, Is, Starts};
use crate::phrases::{Aside, Rule};

/// The rule whose words a line says, and whether only words inside it say so,
/// which prose may do too. `key` as [`Pattern`] wants it.
pub fn rule_of(key: &str, chars: usize) -> Option<(&'static Rule, bool)> {
    let mut present = [0u64; PAIRS / 64];
    for pair in pairs(key) {
        present[pair as usize / 64] |= 1 << (pair % 64);
    }
    let has = |pair: &u16| present[*pair as usize / 64] & (1 << (pair % 64)) != 0;
    RULES.iter().filter(|row| chars <= row.0.longest).find_map(|(rule, asked)| {
        let mut asked = asked.iter();
        let found = asked.find(|one| one.pairs.iter().all(has) && one.pattern.fits(key))?;
        Some((*rule, matches!(found.pattern, Has(_))))
    })
}

/// A pattern that is asked. Most lines lack a pair of letters of most patterns; that is seen at a
/// glance.
struct Asked {
    pattern: Pattern,
    pairs: Vec<u16>,
}

/// The rules with what all languages say for each.
static RULES: LazyLock<Vec<(&'static Rule, Vec<Asked>)>> = LazyLock::new(|| {
    let rules = PACKS.iter().flat_map(|pack| pack.rules);
    let asked =
        |pattern: &Pattern| Asked { pattern: *pattern, pairs: pairs(pattern.words()).collect() };
    rules
        .map(|rule| {
            let more = PACKS.iter().flat_map(|pack| pack.more).filter(|row| row.0 == rule.name);
            let all = more.flat_map(|row| row.1).chain(rule.patterns);
            (rule, all.map(asked).collect())
        })
        .collect()
});

/// Pairs of neighbouring bytes are told apart by so many numbers.
const PAIRS: usize = 4096;

/// The numbers of a text's pairs of neighbouring bytes.
fn pairs(text: &str) -> impl Iterator<Item = u16> {
    let number = |pair: &[u8]| (u16::from(pair[0]) * 67 + u16::from(pair[1])) % PAIRS as u16;
    text.as_bytes().windows(2).map(number)
}

impl Pattern {
    fn words(self) -> &'static str {
        match self {
            Is(words) | Starts(words) | Ends(words) | Has(words) | Always(words) => words,
        }
    }

    fn fits(self, key: &str) -> bool {
        match self {
            Is(words) => key == words,
            Starts(words) => key.strip_prefix(words).is_some_and(|rest| {
                // "share on" must not match "share ones": a word ends there.
                !words.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric)
            }),
            Ends(words) => key.ends_with(words),
            Has(words) | Always(words) => key.match_indices(words).any(|(at, _)| {
                !words.starts_with(char::is_alphanumeric)
                    || !key[..at].ends_with(char::is_alphanumeric)
            }),
        }
    }
}

/// The names of all kinds of furniture and asides, for the tests of those who tell why.
pub fn kinds() -> impl Iterator<Item = &'static str> {
    let rules = PACKS.iter().flat_map(|pack| pack.rules).map(|rule| rule.name);
    rules.chain(PACKS.iter().flat_map(|pack| pack.asides).map(|aside| aside.name))
}

/// Longer lines than this are an article's own.
const LONGEST_ASIDE: usize = 420;

/// The kind of aside that a line is. `key` is lower case with straight quotes.
pub fn aside_of(key: &str, chars: usize) -> Option<&'static Aside> {
    if chars > LONGEST_ASIDE {
        return None;
    }
    let mut asides = PACKS.iter().flat_map(|pack| pack.asides);
    asides.find(|aside| aside.says.iter().any(|parts| holds(key, parts)))
}

/// Whether a key holds all parts, one after the other.
fn holds(key: &str, parts: &[&str]) -> bool {
    let mut left = key;
    for part in parts {
        let (part, whole) = part.strip_suffix('*').map_or((*part, true), |stem| (stem, false));
        let found = match part.strip_prefix('^') {
            Some(start) => left.strip_prefix(start).map(|after| (start, after)),
            None => left.split_once(part).map(|row| (part, row.1)),
        };
        let Some((words, after)) = found else { return false };
        // "click here to" must not match "click here tomorrow".
        if whole
            && words.ends_with(char::is_alphanumeric)
            && after.starts_with(char::is_alphanumeric)
        {
            return false;
        }
        left = after;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_text::key_of;

    fn name_of(line: &str) -> Option<&'static str> {
        rule_of(&key_of(line), line.chars().count()).map(|found| found.0.name)
    }

    #[test]
    fn every_rule_names_its_example_and_leaves_its_near_miss() {
        for rule in PACKS.iter().flat_map(|pack| pack.rules) {
            assert_eq!(name_of(rule.example), Some(rule.name), "{}", rule.example);
            assert_eq!(name_of(rule.near_miss), None, "{}", rule.near_miss);
        }
    }

    #[test]
    fn what_other_languages_say_names_the_kind_that_they_add_to() {
        for (name, patterns) in PACKS.iter().flat_map(|pack| pack.more) {
            for pattern in *patterns {
                assert_eq!(name_of(pattern.words()), Some(*name), "{pattern:?}");
            }
        }
    }

    #[test]
    fn every_kind_has_its_reason() {
        assert!(kinds().all(|name| !crate::page::why(name).is_empty()));
    }

    #[test]
    fn every_aside_names_its_example_and_leaves_its_near_miss() {
        for row in PACKS.iter().flat_map(|pack| pack.asides) {
            let name =
                |line: &str| aside_of(&key_of(line), line.chars().count()).map(|aside| aside.name);
            assert_eq!(name(row.example), Some(row.name), "{}", row.example);
            assert_eq!(name(row.near_miss), None, "{}", row.near_miss);
        }
    }
}
