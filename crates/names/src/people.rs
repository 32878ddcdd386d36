//! Which full names are one person's.

use core::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use dateline_text::{QuickMap, QuickSet};

use crate::fold::transliterated;
use crate::lexicon::{Lexicon, List, among};
use crate::rule::Rule;
use crate::union_find::UnionFind;

/// The words of a folded person's name without "Jr", "III" and the like.
pub(crate) fn parts<'k>(lexicon: &Lexicon, key: &'k str) -> Vec<&'k str> {
    let mut parts: Vec<&str> = key.split(' ').filter(|part| !part.is_empty()).collect();
    let generations = lexicon.grammar().generations;
    while parts.len() > 1 && parts.last().is_some_and(|last| among(generations, last)) {
        parts.pop();
    }
    // "Quill! Quill!" is one name, called twice.
    parts.dedup();
    parts
}

/// What of a name's part follows a particle with a hyphen: "quill" of "al-quill".
pub(crate) fn without_particle<'k>(lexicon: &Lexicon, part: &'k str) -> Option<&'k str> {
    let (particle, rest) = part.split_once('-')?;
    lexicon.has(List::Particles, particle).then_some(rest)
}

/// The keys of given name and surname.
type Ends = (String, String);

/// A folded full name, and what is known of it.
#[derive(Clone, Copy)]
pub(crate) struct FullName<'n> {
    pub(crate) key: &'n str,
    pub(crate) lexicon: &'n Lexicon,
    /// In how many articles it stands.
    pub(crate) articles: u32,
}

/// Pairs of names that are one, by position in `names`, with the rule.
/// Every step looks names up by their folded parts, so the work is linear.
pub(crate) fn same(names: &[FullName<'_>]) -> Vec<(usize, usize, Rule)> {
    let mut found = Found { pairs: Vec::new(), one: UnionFind::new(names.len()) };
    let mut by_name: QuickMap<String, usize> = QuickMap::default();
    let mut by_ends: BTreeMap<Ends, Vec<(usize, Vec<String>)>> = BTreeMap::new();
    let mut by_tail: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let several = several_generations(names);
    for (at, &FullName { key, lexicon, .. }) in names.iter().enumerate() {
        let parts = parts(lexicon, key);
        let [given, middle @ .., surname] = parts.as_slice() else { continue };
        let mut ends = (lexicon.given_key(given), transliterated(surname));
        if several.contains(&ends) {
            // Father and son are told apart by it.
            ends.1.push_str(generation(lexicon, key).unwrap_or(""));
        }
        let middle = middle.iter().filter(|part| !lexicon.has(List::Particles, part));
        let middle: Vec<String> = middle
            .map(|part| lexicon.given_key(without_particle(lexicon, part).unwrap_or(part)))
            .collect();
        let whole = format!("{} {} {}", ends.0, middle.join(" "), ends.1);
        if let Some(&other) = by_name.get(&whole) {
            found.pair(other, at, Rule::Transliteration);
        } else {
            by_name.insert(whole, at);
            by_ends.entry(ends).or_default().push((at, middle));
        }
        for start in 1..parts.len().saturating_sub(1) {
            by_tail.entry(tail(&parts[start..])).or_default().push(at);
        }
    }
    for same in by_ends.values() {
        middle_names(names, same, &mut found);
    }
    for (ends, same) in &by_ends {
        let lexicon = names[same[0].0].lexicon;
        let long = lexicon.long_forms(&ends.0).iter();
        let long = long.map(|long| (lexicon.given_key(long), ends.1.clone()));
        let others: Vec<_> = long.filter_map(|long| by_ends.get(&long)).flatten().collect();
        let people: BTreeSet<usize> = others.iter().map(|one| found.one.root(one.0)).collect();
        if let (1, Some(&long)) = (people.len(), people.first()) {
            found.pair(long, same[0].0, Rule::ShortGivenName);
        }
    }
    initials(&by_ends, &mut found);
    for (at, &FullName { key, lexicon, .. }) in names.iter().enumerate() {
        let parts = parts(lexicon, key);
        let longer = by_tail.get(&tail(&parts)).filter(|_| parts.len() > 1);
        let Some(longer) = longer else { continue };
        let mut bearers: BTreeMap<usize, u32> = BTreeMap::new();
        for &one in longer {
            *bearers.entry(found.one.root(one)).or_default() += names[one].articles;
        }
        if let Some((longer, _)) = most(&bearers) {
            found.pair(longer, at, Rule::PartOfFullName);
        }
    }
    found.pairs
}

/// "jr", "iii": what a folded name ends in, where that says which of a family it is.
fn generation<'k>(lexicon: &Lexicon, key: &'k str) -> Option<&'k str> {
    key.rsplit(' ').next().filter(|last| among(lexicon.grammar().generations, last))
}

/// Given names and surnames that stand with more than one generation.
fn several_generations(names: &[FullName<'_>]) -> QuickSet<Ends> {
    let mut met: QuickMap<Ends, &str> = QuickMap::default();
    let mut several = QuickSet::default();
    for &FullName { key, lexicon, .. } in names {
        let Some(own) = generation(lexicon, key) else { continue };
        let parts = parts(lexicon, key);
        let [given, .., surname] = parts.as_slice() else { continue };
        let ends = (lexicon.given_key(given), transliterated(surname));
        if met.get(&ends).is_some_and(|other| *other != own) {
            several.insert(ends);
        } else {
            met.insert(ends, own);
        }
    }
    several
}

/// The pairs found so far, and what they make one.
struct Found {
    pairs: Vec<(usize, usize, Rule)>,
    one: UnionFind,
}

impl Found {
    fn pair(&mut self, one: usize, other: usize, rule: Rule) {
        if self.one.join(one, other) {
            self.pairs.push((one, other, rule));
        }
    }
}

/// The one of several bearers of a name that it means where it stands alone, and whether there is no
/// other: the only one, or one who is named in four times as many articles as all the others.
pub(crate) fn most(bearers: &BTreeMap<usize, u32>) -> Option<(usize, bool)> {
    let all: u32 = bearers.values().sum();
    let (&bearer, &own) = bearers.iter().max_by_key(|&(&node, &own)| (own, Reverse(node)))?;
    let only = bearers.len() == 1;
    (only || own >= 4 * (all - own)).then_some((bearer, only))
}

/// Among people with one given name and one surname: those whose middle names agree are one, and
/// who has none is the one that most articles name.
fn middle_names(names: &[FullName<'_>], same: &[(usize, Vec<String>)], found: &mut Found) {
    let mut none = None;
    let mut by_initials: BTreeMap<Vec<char>, Vec<&(usize, Vec<String>)>> = BTreeMap::new();
    for one in same {
        if one.1.is_empty() {
            none = Some(one.0);
            continue;
        }
        let initials = one.1.iter().filter_map(|name| name.chars().next()).collect();
        by_initials.entry(initials).or_default().push(one);
    }
    let mut people: BTreeMap<usize, u32> = BTreeMap::new();
    for group in by_initials.values() {
        let agreed = group.windows(2).all(|pair| agree(&pair[0].1, &pair[1].1));
        for (at, one) in group.iter().enumerate() {
            if at > 0 && agreed {
                found.pair(group[0].0, one.0, Rule::MiddleName);
            }
            *people.entry(found.one.root(one.0)).or_default() += names[one.0].articles;
        }
    }
    if let (Some(none), Some((person, _))) = (none, most(&people)) {
        found.pair(person, none, Rule::MiddleName);
    }
}

/// "J. Quill" is the one person of that surname whose given name begins so.
fn initials(by_ends: &BTreeMap<Ends, Vec<(usize, Vec<String>)>>, found: &mut Found) {
    let mut full: QuickMap<(char, &str), BTreeSet<usize>> = QuickMap::default();
    for ((given, surname), same) in by_ends {
        if let (Some(first), true) = (given.chars().next(), given.chars().nth(1).is_some()) {
            let people = same.iter().map(|one| found.one.root(one.0));
            full.entry((first, surname)).or_default().extend(people);
        }
    }
    for ((given, surname), same) in by_ends {
        let mut letters = given.chars();
        let (Some(first), None) = (letters.next(), letters.next()) else { continue };
        let people = full.get(&(first, surname.as_str()));
        if let Some(&person) = people.filter(|people| people.len() == 1).and_then(BTreeSet::first) {
            found.pair(person, same[0].0, Rule::Initial);
        }
    }
}

/// The parts of a name without transcription.
fn tail(parts: &[&str]) -> String {
    parts.iter().map(|part| transliterated(part)).collect::<Vec<_>>().join(" ")
}

/// Whether middle names can be one person's: equal, or one the other's initial.
fn agree(one: &[String], other: &[String]) -> bool {
    one.len() == other.len()
        && one.iter().zip(other).all(|(one, other)| {
            one == other
                || (one.chars().count() == 1 && other.starts_with(one.as_str()))
                || (other.chars().count() == 1 && one.starts_with(other.as_str()))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::SAMPLE;

    fn check(names: &[&'static str], expected: &[&str]) {
        let full = |key: &&'static str| FullName { key, lexicon: SAMPLE.lexicon(), articles: 1 };
        let full: Vec<FullName> = names.iter().map(full).collect();
        let rules: Vec<&str> = same(&full).into_iter().map(|(_, _, rule)| rule.name()).collect();
        assert_eq!(rules, expected, "{names:?}");
    }

    #[test]
    fn transcriptions_of_both_names_are_one_person() {
        check(&["sergei weissenko", "serhii weissenko"], &["transliteration"]);
        check(&["vladimir borskyy", "volodymyr borsky"], &["transliteration"]);
        check(&["vladimir borsky", "vladimir barsky"], &[]);
        check(&["igor borsky", "ivan borsky"], &[]);
    }

    #[test]
    fn a_middle_name_may_be_missing_but_not_another() {
        check(&["anna quill", "anna b quill", "anna berta quill"], &["middle-name"; 2]);
        check(&["anna b quill", "anna c quill", "anna quill"], &[]);
    }

    #[test]
    fn a_name_that_is_far_more_often_one_persons_is_that_persons() {
        let names = |few: u32| {
            let name = |key, articles| FullName { key, lexicon: SAMPLE.lexicon(), articles };
            same(&[name("anna b quill", 12), name("anna c quill", few), name("anna quill", 2)])
                .len()
        };
        assert_eq!((names(3), names(4)), (1, 0));
        check(&["a quill", "anna quill"], &["initial"]);
        check(&["a quill", "anna quill", "ada quill"], &[]);
    }

    #[test]
    fn father_and_son_are_two() {
        check(&["ada quill jr", "ada quill"], &["transliteration"]);
        check(&["ada quill jr", "ada quill iii"], &[]);
    }

    #[test]
    fn everyday_names_and_tails_are_found() {
        check(&["joseph quill", "joe quill"], &["short-given-name"]);
        check(&["ana maria quill", "maria quill"], &["part-of-full-name"]);
        check(&["ana maria quill", "eva maria quill", "maria quill"], &[]);
    }
}
