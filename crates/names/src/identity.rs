//! Which candidates are one without any merge, and which of those were merged.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use dateline_model::EntityKind;

use crate::lexicon::{Lexicon, Row};
use crate::rule::Rule;

/// What makes candidates one without any merge.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Identity {
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
    pub(crate) fn of_row(row: &Row) -> Self {
        Self::Row(row.kind, row.usual())
    }
}

/// What is known of an identity.
#[derive(Clone, Copy)]
pub(crate) struct Facts {
    pub(crate) kind: EntityKind,
    pub(crate) row: Option<&'static Row>,
    /// The country whose ministry it is.
    pub(crate) country: Option<&'static str>,
    /// Of the language in which it was first met.
    pub(crate) lexicon: &'static Lexicon,
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
    pub(crate) fn node(&mut self, identity: Identity, facts: Facts) -> usize {
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

    /// The identity of a gazetteer's row or of a name, if it was met.
    pub(crate) fn met(&self, identity: &Identity) -> Option<usize> {
        self.nodes.get(identity).copied()
    }

    /// The folded names of a kind that are in no gazetteer, by their identities.
    pub(crate) fn names(&self, kind: EntityKind) -> BTreeMap<usize, String> {
        self.nodes
            .iter()
            .filter_map(|(identity, &node)| match identity {
                Identity::Name(of, key) if *of == kind => Some((node, key.clone())),
                _ => None,
            })
            .collect()
    }
}

/// In how many articles each identity stands, with all that are one with it.
pub(crate) fn articles(nodes: &[Vec<Option<usize>>], resolved: &Resolved) -> HashMap<usize, u32> {
    let mut out = HashMap::new();
    for nodes in nodes {
        let here: BTreeSet<usize> =
            nodes.iter().flatten().map(|&node| resolved.root(node)).collect();
        here.into_iter().for_each(|root| *out.entry(root).or_default() += 1);
    }
    out
}
