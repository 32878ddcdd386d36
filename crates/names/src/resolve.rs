//! Says which candidates name one and the same, and by which rule.
//!
//! Whole names first; bare surnames and ministries wait until these are one.

use std::collections::{BTreeMap, BTreeSet};

use dateline_model::EntityKind::{self, Organisation, Person};
use dateline_text::QuickMap;

use crate::article::Candidates;
use crate::candidate::{Candidate, Strength};
use crate::corpus::Corrections;
use crate::firms::{merge_countries, merge_firms};
use crate::fold::transliterated;
use crate::identity::{Facts, Identity, Link, Resolved, articles};
use crate::lexicon::{Lexicon, among};
use crate::ministries::country_of_key;
use crate::people::{FullName, most, parts, same, without_particle};
use crate::rule::Rule;
use crate::short_forms::{merge_acronyms, merge_first_words};

/// Resolves the candidates of a corpus.
pub(crate) fn resolve(found: &[Candidates], corrections: &Corrections<'_>) -> Resolved {
    let mut resolved = Resolved::default();
    let split: BTreeSet<&str> = corrections.split.iter().map(String::as_str).collect();
    let mut nodes: Vec<Vec<Option<usize>>> = Vec::new();
    for one in found {
        let lexicon = one.language.lexicon();
        let of = |resolved: &mut Resolved, candidate: &Candidate| {
            whole(lexicon, resolved, candidate, &split)
        };
        nodes.push(one.all().map(|candidate| of(&mut resolved, candidate)).collect());
    }
    merge_people(&nodes, &mut resolved);
    merge_firms(&nodes, &mut resolved);
    merge_countries(&nodes, &mut resolved);
    merge_acronyms(found, &nodes, &mut resolved);
    merge_first_words(found, &nodes, &split, &mut resolved);
    let rows = found.iter().zip(&nodes);
    let articles: Vec<Index> = rows.map(|(one, nodes)| Index::of(&resolved, one, nodes)).collect();
    let mut everyone = Index::default();
    articles.iter().for_each(|here| everyone.add(here));
    for ((one, nodes), here) in found.iter().zip(&nodes).zip(&articles) {
        let links = parts_of(one, nodes, [here, &everyone], &mut resolved);
        resolved.links.push(links);
    }
    resolved
}

/// The links of an article's candidates, the parts of names among them.
fn parts_of(
    one: &Candidates,
    nodes: &[Option<usize>],
    [here, everyone]: [&Index; 2],
    resolved: &mut Resolved,
) -> Vec<Option<Link>> {
    let lexicon = one.language.lexicon();
    // Of each surname, who was named last in full.
    let mut last: QuickMap<String, usize> = QuickMap::default();
    let mut links = Vec::with_capacity(one.body.len());
    for (candidate, &node) in one.body.iter().zip(nodes) {
        links.push(match node {
            Some(node) => {
                if candidate.kind == Some(Person) {
                    let surname = parts(lexicon, &candidate.key).last().copied().unwrap_or("");
                    let short = without_particle(lexicon, surname);
                    for name in [Some(surname), short].into_iter().flatten() {
                        last.insert(transliterated(name), resolved.root(node));
                    }
                }
                Some(Link { node, rule: None })
            }
            None => part(lexicon, resolved, candidate, &Seen { here, everyone, last: &last }),
        });
    }
    links
}

/// The identity of a candidate that is a whole name; `None` where it is a part.
fn whole(
    lexicon: &'static Lexicon,
    resolved: &mut Resolved,
    candidate: &Candidate,
    split: &BTreeSet<&str>,
) -> Option<usize> {
    let kind = candidate.kind?;
    // What the tagger or the corpus gave another kind may be listed as that.
    let listed = || lexicon.listed(&candidate.text).filter(|_| kind != Person);
    let row = candidate.row.or_else(listed).map(|row| lexicon.at(row));
    let row = row.filter(|row| row.kind == kind);
    let facts = Facts { kind, row, country: None, lexicon };
    let named = |resolved: &mut Resolved, identity| Some(resolved.node(identity, facts));
    let ministry = |resolved: &mut Resolved, country: usize, topic| {
        let country = lexicon.at(country).usual();
        let facts = Facts { country: Some(country), ..facts };
        Some(resolved.node(Identity::Ministry(country, topic), facts))
    };
    if split.contains(candidate.text.as_str()) {
        return named(resolved, Identity::Split(candidate.text.clone()));
    }
    if let Some(row) = row {
        return named(resolved, Identity::of_row(row));
    }
    if kind == Organisation && lexicon.is_ministry(&candidate.key) {
        if let Some((country, topic)) = country_of_key(lexicon, &candidate.key) {
            return ministry(resolved, country, topic);
        }
        return candidate.country.and_then(|country| {
            let words: Vec<&str> = candidate.key.split(' ').collect();
            let topic = words[words.len().saturating_sub(2)..].join(" ");
            ministry(resolved, country, topic)
        });
    }
    if kind == Person && parts(lexicon, &candidate.key).len() == 1 {
        return None;
    }
    named(resolved, Identity::Name(kind, plain(lexicon, kind, &candidate.key)))
}

/// A folded name as it is compared: the first letters of a person's name as one word, any other name
/// without its article and with blanks for its hyphens.
fn plain(lexicon: &Lexicon, kind: EntityKind, key: &str) -> String {
    if kind == Person {
        let mut words: Vec<&str> = key.split(' ').collect();
        let single = words.iter().take_while(|word| word.chars().count() == 1).count();
        let letters = words.drain(..single).collect::<String>();
        let rest = words.join(" ");
        return [letters, rest]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ");
    }
    let words: Vec<&str> = key.split(['-', ' ']).filter(|word| !word.is_empty()).collect();
    let article = words.len() > 2 && among(lexicon.grammar().articles, words[0]);
    words[usize::from(article)..].join(" ")
}

/// To whom a name leads, and in how many articles.
type Bearers = BTreeMap<usize, u32>;

/// Where names of one word lead, in a document or in the corpus.
#[derive(Default)]
struct Index {
    surnames: QuickMap<String, Bearers>,
    given: QuickMap<String, Bearers>,
    ministries: QuickMap<String, Bearers>,
    /// Who is named with a title that stays: "King Quill" is not who is meant where "Quill"
    /// stands alone.
    titled: BTreeSet<usize>,
}

impl Index {
    /// Of one article.
    fn of(resolved: &Resolved, found: &Candidates, nodes: &[Option<usize>]) -> Self {
        let lexicon = found.language.lexicon();
        let mut index = Self::default();
        for (candidate, node) in found.all().zip(nodes) {
            let Some(node) = *node else { continue };
            let root = resolved.root(node);
            let note = |names: &mut QuickMap<String, Bearers>, name: String| {
                names.entry(name).or_default().insert(root, 1);
            };
            if candidate.kind == Some(Person) {
                let parts = parts(lexicon, &candidate.key);
                if let [given, .., surname] = parts.as_slice() {
                    note(&mut index.surnames, transliterated(surname));
                    if let Some(short) = without_particle(lexicon, surname) {
                        note(&mut index.surnames, transliterated(short));
                    }
                    note(&mut index.given, transliterated(given));
                    if among(lexicon.grammar().kept_titles, given) {
                        index.titled.insert(root);
                    }
                }
            } else if lexicon.is_ministry(&candidate.key) {
                let words: Vec<&str> = candidate.key.split(' ').collect();
                let topic = words[words.len().saturating_sub(2)..].join(" ");
                note(&mut index.ministries, topic);
            }
        }
        index
    }

    /// Adds an article to the corpus.
    fn add(&mut self, here: &Self) {
        let add = |names: &mut QuickMap<String, Bearers>, others: &QuickMap<String, Bearers>| {
            for (name, bearers) in others {
                let all = names.entry(name.clone()).or_default();
                let plain = bearers.keys().filter(|root| !here.titled.contains(root));
                plain.for_each(|&root| *all.entry(root).or_default() += 1);
            }
        };
        add(&mut self.surnames, &here.surnames);
        add(&mut self.ministries, &here.ministries);
    }
}

/// What is known of names where a part of one stands.
struct Seen<'s> {
    here: &'s Index,
    everyone: &'s Index,
    /// Of each surname, who was named last in full.
    last: &'s QuickMap<String, usize>,
}

/// The link of a bare surname, given name or ministry.
fn part(
    lexicon: &'static Lexicon,
    resolved: &mut Resolved,
    candidate: &Candidate,
    seen: &Seen<'_>,
) -> Option<Link> {
    let kind = candidate.kind?;
    let facts = Facts { kind, row: None, country: None, lexicon };
    let Seen { here, everyone, last } = seen;
    let only = |set: Option<&Bearers>| match set {
        Some(set) if set.len() == 1 => set.keys().next().copied(),
        _ => None,
    };
    let most = |set: Option<&Bearers>, rule: Rule| {
        let (node, only) = most(set?)?;
        Some((node, Some(if only { rule } else { Rule::MostNamed })))
    };
    let own = |resolved: &mut Resolved| {
        (resolved.node(Identity::Name(kind, plain(lexicon, kind, &candidate.key)), facts), None)
    };
    let (node, rule) = if kind == Organisation {
        let known = only(here.ministries.get(&candidate.key));
        let known = known.map(|node| (node, Some(Rule::MinistryOfArticle)));
        let known = known
            .or_else(|| most(everyone.ministries.get(&candidate.key), Rule::MinistryOfArticle));
        match known {
            Some(known) => known,
            None if candidate.strength == Strength::Sure => own(resolved),
            None => return None,
        }
    } else {
        let own_part = parts(lexicon, &candidate.key).first().copied().unwrap_or("");
        let whole = transliterated(own_part);
        let short = || without_particle(lexicon, own_part).map(transliterated);
        // "al-Quill" is "Quill" where nobody is called so with the particle.
        let known = everyone.surnames.contains_key(&whole);
        let key = if known { whole } else { short().unwrap_or(whole) };
        if let Some(node) = only(here.surnames.get(&key)) {
            (node, Some(Rule::SurnameOfFullName))
        } else if here.surnames.contains_key(&key) {
            // Two people of this article have it: neither is chosen, unless the one whom the
            // articles mean by it was named last.
            let most = most(everyone.surnames.get(&key), Rule::MostNamed);
            match most.filter(|(node, _)| last.get(&key) == Some(node)) {
                Some(most) => most,
                None => own(resolved),
            }
        } else if let Some(node) = only(here.given.get(&key)) {
            (node, Some(Rule::GivenNameOfFullName))
        } else if let Some(most) = most(everyone.surnames.get(&key), Rule::SurnameInCorpus) {
            most
        } else {
            own(resolved)
        }
    };
    Some(Link { node, rule })
}

fn merge_people(nodes: &[Vec<Option<usize>>], resolved: &mut Resolved) {
    let articles = articles(nodes, resolved);
    let names = resolved.names(Person);
    let full: Vec<FullName> = names
        .iter()
        .map(|(&node, key)| {
            let articles = articles.get(&node).copied().unwrap_or(0);
            FullName { key, lexicon: resolved.facts[node].lexicon, articles }
        })
        .collect();
    let merges = same(&full);
    let nodes: Vec<usize> = names.keys().copied().collect();
    for (one, other, rule) in merges {
        resolved.merge(nodes[one], nodes[other], rule);
    }
}
