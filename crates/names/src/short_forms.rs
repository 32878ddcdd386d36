//! Organisations of one word that are short for a longer one of their article.

use std::collections::{BTreeMap, BTreeSet};

use dateline_model::EntityKind::Organisation;

use crate::article::Candidates;
use crate::candidate::Candidate;
use crate::fold::fold;
use crate::identity::Resolved;
use crate::rule::Rule;

/// An acronym is the one organisation of its article whose words it begins.
pub(crate) fn merge_acronyms(
    found: &[Candidates],
    nodes: &[Vec<Option<usize>>],
    resolved: &mut Resolved,
) {
    let capitals = |one: &Candidate| one.text.chars().all(|c| !c.is_lowercase());
    merge_short(found, nodes, resolved, Rule::Acronym, |one| acronyms(&one.text), capitals);
}

/// An organisation of one word is the one longer organisation of its article
/// that begins with the word: "Acme Foods Inc." and "Acme".
pub(crate) fn merge_first_words(
    found: &[Candidates],
    nodes: &[Vec<Option<usize>>],
    split: &BTreeSet<&str>,
    resolved: &mut Resolved,
) {
    let free = |one: &Candidate| one.row.is_none() && !split.contains(one.text.as_str());
    let first = |one: &Candidate| {
        let word = one.key.split(' ').next().filter(|_| free(one));
        word.map(str::to_owned).into_iter().collect()
    };
    merge_short(found, nodes, resolved, Rule::FirstWord, first, free);
}

/// Joins organisations of one word, where they are `short`, with the one longer
/// organisation of their article that has the word among its `forms`. Where
/// articles disagree about which that is, the word stays by itself.
fn merge_short(
    found: &[Candidates],
    nodes: &[Vec<Option<usize>>],
    resolved: &mut Resolved,
    rule: Rule,
    forms: impl Fn(&Candidate) -> Vec<String>,
    short: impl Fn(&Candidate) -> bool,
) {
    let mut meant: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (one, nodes) in found.iter().zip(nodes) {
        let mut longer: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for (candidate, node) in one.all().zip(nodes) {
            if let (Some(node), Some(Organisation), 2..) = (*node, candidate.kind, candidate.words)
            {
                let root = resolved.root(node);
                for form in forms(candidate) {
                    longer.entry(form).or_default().insert(root);
                }
            }
        }
        for (candidate, node) in one.all().zip(nodes) {
            let (Some(node), Some(Organisation), 1) = (*node, candidate.kind, candidate.words)
            else {
                continue;
            };
            if let Some(longer) = longer.get(&candidate.key).filter(|_| short(candidate)) {
                meant.entry(node).or_default().extend(longer);
            }
        }
    }
    for (node, longer) in meant {
        if let (1, Some(&longer)) = (longer.len(), longer.first()) {
            resolved.merge(longer, node, rule);
        }
    }
}

/// The acronyms that a name can have: with and without its small words.
fn acronyms(name: &str) -> Vec<String> {
    let letters = |small: bool| -> String {
        let words = name.split([' ', '-']);
        let words =
            words.filter(|word| small || word.chars().next().is_some_and(char::is_uppercase));
        fold(&words.filter_map(|word| word.chars().next()).collect::<String>())
    };
    let (all, capitals) = (letters(true), letters(false));
    if all == capitals { vec![capitals] } else { vec![capitals, all] }
}
