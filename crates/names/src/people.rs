//! Which full names are one person's.

use std::collections::{BTreeMap, HashMap};

use crate::fold::transliterated;
use crate::lexicon::{Lexicon, among};
use crate::rule::Rule;

/// The words of a folded person's name without "Jr", "III" and the like.
pub(crate) fn parts<'k>(lexicon: &Lexicon, key: &'k str) -> Vec<&'k str> {
    let mut parts: Vec<&str> = key.split(' ').filter(|part| !part.is_empty()).collect();
    let generations = lexicon.grammar().generations;
    while parts.len() > 1 && parts.last().is_some_and(|last| among(generations, last)) {
        parts.pop();
    }
    parts
}

/// The keys of given name and surname.
type Ends = (String, String);

/// A folded full name, and what is known of its language.
pub(crate) type FullName<'n> = (&'n str, &'n Lexicon);

/// Pairs of names that are one, by position in `names`, with the rule.
/// Every step looks names up by their folded parts, so the work is linear.
pub(crate) fn same(names: &[FullName<'_>]) -> Vec<(usize, usize, Rule)> {
    let mut out = Vec::new();
    let mut by_name: HashMap<String, usize> = HashMap::new();
    let mut by_ends: BTreeMap<Ends, Vec<(usize, Vec<String>)>> = BTreeMap::new();
    let mut by_tail: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, &(key, lexicon)) in names.iter().enumerate() {
        let parts = parts(lexicon, key);
        let [given, middle @ .., surname] = parts.as_slice() else { continue };
        let ends = (lexicon.given_key(given), transliterated(surname));
        let middle: Vec<String> = middle.iter().map(|part| lexicon.given_key(part)).collect();
        let whole = format!("{} {} {}", ends.0, middle.join(" "), ends.1);
        if let Some(&other) = by_name.get(&whole) {
            out.push((other, at, Rule::Transliteration));
            continue;
        }
        by_name.insert(whole, at);
        for start in 1..parts.len().saturating_sub(1) {
            by_tail.entry(parts[start..].join(" ")).or_default().push(at);
        }
        by_ends.entry(ends).or_default().push((at, middle));
    }
    for same in by_ends.values() {
        let middles: Vec<&[String]> =
            same.iter().map(|(_, middle)| middle.as_slice()).filter(|m| !m.is_empty()).collect();
        let agree = middles.windows(2).all(|pair| agree(pair[0], pair[1]));
        if agree {
            out.extend(same.windows(2).map(|pair| (pair[0].0, pair[1].0, Rule::MiddleName)));
        }
    }
    for (ends, same) in &by_ends {
        let lexicon = names[same[0].0].1;
        let long = lexicon.long_form(&ends.0).map(|long| (lexicon.given_key(long), ends.1.clone()));
        if let Some(others) = long.and_then(|long| by_ends.get(&long)) {
            out.push((others[0].0, same[0].0, Rule::ShortGivenName));
        }
    }
    for (at, &(key, lexicon)) in names.iter().enumerate() {
        if let Some([longer]) =
            by_tail.get(parts(lexicon, key).join(" ").as_str()).map(Vec::as_slice)
        {
            out.push((*longer, at, Rule::PartOfFullName));
        }
    }
    out
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

    fn check(names: &[&str], expected: &[&str]) {
        let full: Vec<FullName> = names.iter().map(|name| (*name, SAMPLE.lexicon())).collect();
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
    fn everyday_names_and_tails_are_found() {
        check(&["joseph quill", "joe quill"], &["short-given-name"]);
        check(&["ana maria quill", "maria quill"], &["part-of-full-name"]);
        check(&["ana maria quill", "eva maria quill", "maria quill"], &[]);
    }
}
