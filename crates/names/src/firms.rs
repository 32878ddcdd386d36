//! Organisations that are named with and without what only tells of what kind they are:
//! "Acme" and "Acme Corp", "Harrow" and "Harrow Motor Company", "State Department" and
//! "U.S. State Department".

use std::collections::BTreeMap;

use dateline_model::EntityKind::Organisation;
use dateline_text::QuickMap;

use crate::identity::{Identity, Resolved, articles};
use crate::lexicon::{Lexicon, List, among};
use crate::people::most;
use crate::rule::Rule;

/// No name has more words that only tell its kind.
const TAIL: usize = 3;

/// "Acme Corp" is "Acme" where both are named; "Acme Motor Corp" is, unless another name begins so.
pub(crate) fn merge_firms(nodes: &[Vec<Option<usize>>], resolved: &mut Resolved) {
    let articles = articles(nodes, resolved);
    let names = resolved.names(Organisation);
    let mut begin: QuickMap<&str, BTreeMap<usize, u32>> = QuickMap::default();
    for (&node, key) in &names {
        if let Some((first, _)) = key.split_once(' ') {
            let count = articles.get(&resolved.root(node)).copied().unwrap_or(0);
            begin.entry(first).or_default().insert(node, count);
        }
    }
    for (&node, key) in &names {
        let lexicon = resolved.facts[node].lexicon;
        let mut stem = key.as_str();
        let mut rule = Rule::CompanySuffix;
        for _ in 0..TAIL {
            let Some((shorter, last)) = stem.rsplit_once(' ') else { break };
            if !lexicon.has(List::CompanySuffixes, last) {
                if !among(lexicon.grammar().trades, last) {
                    break;
                }
                rule = Rule::Trade;
            }
            stem = shorter.trim_end_matches([',', ' ']);
            // A firm that the gazetteer knows by the short name is that one.
            let listed = lexicon.row(stem).is_some() || stem.contains(' ');
            let own = || begin.get(stem).and_then(most).is_some_and(|(most, _)| most == node);
            if rule == Rule::Trade && !listed && !own() {
                break;
            }
            if let Some(other) = met(lexicon, resolved, stem) {
                resolved.merge(other, node, rule);
                break;
            }
        }
    }
}

/// The organisation of a folded name, where the corpus names it.
fn met(lexicon: &'static Lexicon, resolved: &Resolved, key: &str) -> Option<usize> {
    let row = lexicon.row(key).map(|row| lexicon.at(row));
    let row = row.filter(|row| row.kind == Organisation).map(Identity::of_row);
    let name = Identity::Name(Organisation, key.to_owned());
    row.and_then(|row| resolved.met(&row)).or_else(|| resolved.met(&name))
}

/// "U.S. State Department" is "State Department" where no other country's is named, or hardly.
pub(crate) fn merge_countries(nodes: &[Vec<Option<usize>>], resolved: &mut Resolved) {
    let articles = articles(nodes, resolved);
    let count = |node: usize| articles.get(&node).copied().unwrap_or(0);
    let mut longer: BTreeMap<usize, BTreeMap<usize, u32>> = BTreeMap::new();
    for (node, key) in resolved.names(Organisation) {
        let lexicon = resolved.facts[node].lexicon;
        let Some(rest) = without_country(lexicon, &key) else { continue };
        // What the gazetteer lists it lists with its country.
        if let Some(short) = resolved.met(&Identity::Name(Organisation, rest.to_owned())) {
            let (short, root) = (resolved.root(short), resolved.root(node));
            longer.entry(short).or_default().insert(root, count(root));
        }
    }
    for (short, longer) in longer {
        // One mention with the country does not say whose the others are.
        let own = count(short);
        if let Some((node, _)) = most(&longer).filter(|(node, _)| count(*node) * 10 >= own) {
            resolved.merge(short, node, Rule::Country);
        }
    }
}

/// A folded name without the word for a country or its people before it.
fn without_country<'k>(lexicon: &Lexicon, key: &'k str) -> Option<&'k str> {
    let ends = key.match_indices(' ').map(|(at, _)| at).take(2);
    let ends: Vec<usize> = ends.collect();
    ends.into_iter().rev().find_map(|end| {
        let head = &key[..end];
        lexicon.is_country(head).then(|| &key[end + 1..])
    })
}
