//! Says which candidates name one and the same, and by which rule.

use std::collections::{BTreeMap, BTreeSet};

use dateline_model::EntityKind::{self, Organisation, Person};

use crate::candidate::{Candidate, Candidates, Strength};
use crate::corpus::Corrections;
use crate::fold::{fold, transliterated};
use crate::lexicon::{Lexicon, List, Row};
use crate::ministries::country_of_key;
use crate::people::{FullName, parts, same};
use crate::rule::Rule;

/// What makes candidates one without any merge.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Identity {
    /// A row of the gazetteer: its kind and its usual spelling, in whatever language.
    Row(EntityKind, &'static str),
    /// A ministry: the country's usual spelling, and the topic.
    Ministry(&'static str, String),
    /// A folded name.
    Name(EntityKind, String),
    /// A spelling that the editor keeps apart.
    Split(String),
}

/// A mention before it has an entity.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Link {
    /// The identity that it belongs to.
    pub(crate) node: usize,
    /// Why, where that is no merge of whole identities.
    pub(crate) rule: Option<Rule>,
}

impl Identity {
    fn of_row(row: &Row) -> Self {
        Self::Row(row.kind, row.usual())
    }
}

/// What is known of an identity.
#[derive(Clone, Copy)]
pub(crate) struct Facts {
    pub(crate) kind: EntityKind,
    pub(crate) row: Option<&'static Row>,
    /// Of the language in which it was first met.
    lexicon: &'static Lexicon,
}

/// Every identity of a corpus, and which of them are one.
#[derive(Default)]
pub(crate) struct Resolved {
    nodes: BTreeMap<Identity, usize>,
    /// Of each identity.
    pub(crate) facts: Vec<Facts>,
    parents: Vec<usize>,
    /// By which rule an identity was merged into another.
    pub(crate) rules: Vec<Option<Rule>>,
    /// For each article and candidate of its body: the link, if it stays.
    pub(crate) links: Vec<Vec<Option<Link>>>,
}

impl Resolved {
    fn node(&mut self, identity: Identity, facts: Facts) -> usize {
        let next = self.facts.len();
        let at = *self.nodes.entry(identity).or_insert(next);
        if at == next {
            self.facts.push(facts);
            self.parents.push(next);
            self.rules.push(None);
        }
        at
    }

    /// The identity that stands for all that are one with `node`.
    pub(crate) fn root(&self, mut node: usize) -> usize {
        while self.parents[node] != node {
            node = self.parents[node];
        }
        node
    }

    /// Makes two identities one; the earlier stands for both.
    pub(crate) fn merge(&mut self, one: usize, other: usize, rule: Rule) {
        let (one, mut at) = (self.root(one), other);
        let other = self.root(other);
        if one == other {
            return;
        }
        let (kept, gone) = (one.min(other), one.max(other));
        if self.rules[at].is_some() || at == kept {
            at = gone;
        }
        self.rules[at].get_or_insert(rule);
        self.rules[gone].get_or_insert(rule);
        self.parents[gone] = kept;
        // Paths stay short, so that long chains of merges stay cheap.
        while self.parents[at] != at && at != kept {
            let next = self.parents[at];
            self.parents[at] = kept;
            at = next;
        }
    }
}

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

fn names_of(resolved: &Resolved, kind: EntityKind) -> BTreeMap<usize, String> {
    resolved
        .nodes
        .iter()
        .filter_map(|(identity, &node)| match identity {
            Identity::Name(of, key) if *of == kind => Some((node, key.clone())),
            _ => None,
        })
        .collect()
}

fn merge_people(resolved: &mut Resolved) {
    let names = names_of(resolved, Person);
    let nodes: Vec<usize> = names.keys().copied().collect();
    let full: Vec<FullName> =
        names.iter().map(|(&node, key)| (key.as_str(), resolved.facts[node].lexicon)).collect();
    for (one, other, rule) in same(&full) {
        resolved.merge(nodes[one], nodes[other], rule);
    }
}

/// "Acme Corp" is "Acme" where both are named.
fn merge_companies(resolved: &mut Resolved) {
    for (node, key) in names_of(resolved, Organisation) {
        let lexicon = resolved.facts[node].lexicon;
        let Some((stem, suffix)) = key.rsplit_once(' ') else { continue };
        if !lexicon.has(List::CompanySuffixes, suffix) {
            continue;
        }
        let stem = stem.trim_end_matches(',');
        let row = lexicon.row(stem).map(|row| Identity::of_row(lexicon.at(row)));
        let name = Identity::Name(Organisation, stem.to_owned());
        let other =
            row.and_then(|row| resolved.nodes.get(&row)).or_else(|| resolved.nodes.get(&name));
        if let Some(&other) = other {
            resolved.merge(other, node, Rule::CompanySuffix);
        }
    }
}

/// An acronym is the one organisation of its article whose words it begins.
fn merge_acronyms(found: &[Candidates], nodes: &[Vec<Option<usize>>], resolved: &mut Resolved) {
    let capitals = |one: &Candidate| one.text.chars().all(|c| !c.is_lowercase());
    merge_short(found, nodes, resolved, Rule::Acronym, |one| acronyms(&one.text), capitals);
}

/// An organisation of one word is the one longer organisation of its article
/// that begins with the word: "Acme Foods Inc." and "Acme".
fn merge_first_words(
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
