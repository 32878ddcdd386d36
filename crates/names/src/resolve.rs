//! Says which candidates name one and the same, and by which rule.

use std::collections::{BTreeMap, BTreeSet};

use dateline_model::EntityKind::{Organisation, Person};

use crate::article::Candidates;
use crate::candidate::{Candidate, Strength};
use crate::corpus::Corrections;
use crate::fold::transliterated;
use crate::identity::{Facts, Identity, Link, Resolved};
use crate::lexicon::{Lexicon, List};
use crate::ministries::country_of_key;
use crate::people::{FullName, parts, same};
use crate::rule::Rule;
use crate::short_forms::{merge_acronyms, merge_first_words};

/// Resolves the candidates of a corpus.
pub(crate) fn resolve(found: &[Candidates], corrections: &Corrections<'_>) -> Resolved {
    let mut resolved = Resolved::default();
    let split: BTreeSet<&str> = corrections.split.iter().map(String::as_str).collect();
    // Whole names first; bare surnames and ministries wait until these are one.
    let mut nodes: Vec<Vec<Option<usize>>> = Vec::new();
    for one in found {
        let lexicon = one.language.lexicon();
        let of = |resolved: &mut Resolved, candidate: &Candidate| {
            whole(lexicon, resolved, candidate, &split)
        };
        nodes.push(one.all().map(|candidate| of(&mut resolved, candidate)).collect());
    }
    merge_people(&mut resolved);
    merge_companies(&mut resolved);
    merge_acronyms(found, &nodes, &mut resolved);
    merge_first_words(found, &nodes, &split, &mut resolved);
    let mut everyone = Index::default();
    for (one, nodes) in found.iter().zip(&nodes) {
        everyone.add(&resolved, one, nodes);
    }
    for (one, nodes) in found.iter().zip(&nodes) {
        let lexicon = one.language.lexicon();
        let mut here = Index::default();
        here.add(&resolved, one, nodes);
        let links = one.body.iter().zip(nodes).map(|(candidate, &node)| match node {
            Some(node) => Some(Link { node, rule: None }),
            None => part(lexicon, &mut resolved, candidate, &here, &everyone),
        });
        let links = links.collect();
        resolved.links.push(links);
    }
    resolved
}

/// The identity of a candidate that is a whole name; `None` where it is a part.
fn whole(
    lexicon: &'static Lexicon,
    resolved: &mut Resolved,
    candidate: &Candidate,
    split: &BTreeSet<&str>,
) -> Option<usize> {
    let kind = candidate.kind?;
    let row = candidate.row.map(|row| lexicon.at(row));
    let facts = Facts { kind, row, lexicon };
    let named = |resolved: &mut Resolved, identity| Some(resolved.node(identity, facts));
    let ministry = |country: usize, topic| Identity::Ministry(lexicon.at(country).usual(), topic);
    if split.contains(candidate.text.as_str()) {
        return named(resolved, Identity::Split(candidate.text.clone()));
    }
    if let Some(row) = row {
        return named(resolved, Identity::of_row(row));
    }
    if kind == Organisation && lexicon.is_ministry(&candidate.key) {
        if let Some((country, topic)) = country_of_key(lexicon, &candidate.key) {
            return named(resolved, ministry(country, topic));
        }
        return candidate.country.and_then(|country| {
            let words: Vec<&str> = candidate.key.split(' ').collect();
            let topic = words[words.len().saturating_sub(2)..].join(" ");
            named(resolved, ministry(country, topic))
        });
    }
    if kind == Person && parts(lexicon, &candidate.key).len() == 1 {
        return None;
    }
    named(resolved, Identity::Name(kind, candidate.key.clone()))
}

/// Where names of one word lead, in a document or in the corpus.
#[derive(Default)]
struct Index {
    surnames: BTreeMap<String, BTreeSet<usize>>,
    given: BTreeMap<String, BTreeSet<usize>>,
    ministries: BTreeMap<String, BTreeSet<usize>>,
}

impl Index {
    /// Notes the names of an article.
    fn add(&mut self, resolved: &Resolved, found: &Candidates, nodes: &[Option<usize>]) {
        let lexicon = found.language.lexicon();
        for (candidate, node) in found.all().zip(nodes) {
            let Some(node) = *node else { continue };
            let root = resolved.root(node);
            if candidate.kind == Some(Person) {
                let parts = parts(lexicon, &candidate.key);
                if let [given, .., surname] = parts.as_slice() {
                    self.surnames.entry(transliterated(surname)).or_default().insert(root);
                    self.given.entry(transliterated(given)).or_default().insert(root);
                }
            } else if lexicon.is_ministry(&candidate.key) {
                let words: Vec<&str> = candidate.key.split(' ').collect();
                let topic = words[words.len().saturating_sub(2)..].join(" ");
                self.ministries.entry(topic).or_default().insert(root);
            }
        }
    }
}

/// The link of a bare surname, given name or ministry.
fn part(
    lexicon: &'static Lexicon,
    resolved: &mut Resolved,
    candidate: &Candidate,
    here: &Index,
    everyone: &Index,
) -> Option<Link> {
    let kind = candidate.kind?;
    let facts = Facts { kind, row: None, lexicon };
    let only = |set: Option<&BTreeSet<usize>>| match set {
        Some(set) if set.len() == 1 => set.first().copied(),
        _ => None,
    };
    if kind == Organisation {
        let known = only(here.ministries.get(&candidate.key));
        return match known {
            Some(node) => Some(Link { node, rule: Some(Rule::MinistryOfArticle) }),
            None if candidate.strength == Strength::Sure => {
                let identity = Identity::Name(kind, candidate.key.clone());
                Some(Link { node: resolved.node(identity, facts), rule: None })
            }
            None => None,
        };
    }
    let key = transliterated(parts(lexicon, &candidate.key).first().copied().unwrap_or(""));
    let (node, rule) = if let Some(node) = only(here.surnames.get(&key)) {
        (node, Some(Rule::SurnameOfFullName))
    } else if here.surnames.contains_key(&key) {
        // Two people of this article have it: neither is chosen.
        (resolved.node(Identity::Name(kind, candidate.key.clone()), facts), None)
    } else if let Some(node) = only(here.given.get(&key)) {
        (node, Some(Rule::GivenNameOfFullName))
    } else if let Some(node) = only(everyone.surnames.get(&key)) {
        (node, Some(Rule::SurnameInCorpus))
    } else {
        (resolved.node(Identity::Name(kind, candidate.key.clone()), facts), None)
    };
    Some(Link { node, rule })
}

fn merge_people(resolved: &mut Resolved) {
    let names = resolved.names(Person);
    let nodes: Vec<usize> = names.keys().copied().collect();
    let full: Vec<FullName> =
        names.iter().map(|(&node, key)| (key.as_str(), resolved.facts[node].lexicon)).collect();
    for (one, other, rule) in same(&full) {
        resolved.merge(nodes[one], nodes[other], rule);
    }
}

/// "Acme Corp" is "Acme" where both are named.
fn merge_companies(resolved: &mut Resolved) {
    for (node, key) in resolved.names(Organisation) {
        let lexicon = resolved.facts[node].lexicon;
        let Some((stem, suffix)) = key.rsplit_once(' ') else { continue };
        if !lexicon.has(List::CompanySuffixes, suffix) {
            continue;
        }
        let stem = stem.trim_end_matches(',');
        let row = lexicon.row(stem).map(|row| Identity::of_row(lexicon.at(row)));
        let name = Identity::Name(Organisation, stem.to_owned());
        let other = row.and_then(|row| resolved.met(&row)).or_else(|| resolved.met(&name));
        if let Some(other) = other {
            resolved.merge(other, node, Rule::CompanySuffix);
        }
    }
}
