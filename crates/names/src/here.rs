//! Mentions that an editor says are somebody else's, or nobody's.

use std::collections::BTreeMap;

use crate::article::Candidates;
use crate::candidate::Candidate;
use crate::corpus::Here;
use crate::fold::fold;
use crate::identity::{Facts, Identity, Link, Resolved};
use crate::rule::Rule;

/// Links the mentions to whom the editor says. A name that no text has is somebody new, of the kind that the
/// mention had; `named` gets what that one is called.
pub(crate) fn relink<'o>(
    found: &[Candidates],
    resolved: &mut Resolved,
    rows: &[Here<'o>],
    named: &mut BTreeMap<usize, &'o str>,
) {
    for row in rows {
        let Some(at) = found.iter().position(|one| one.article == row.text) else { continue };
        let key = fold(row.spelling);
        let is_meant = |candidate: &Candidate| candidate.key == key;
        let places: Vec<usize> =
            (0..found[at].body.len()).filter(|place| is_meant(&found[at].body[*place])).collect();
        let Some(first) = places.first() else { continue };
        let node = match row.name {
            "" => None,
            name => target(found, resolved, named, name)
                .or_else(|| new((at, *first), found, resolved, named, name)),
        };
        for place in places {
            resolved.links[at][place] = node.map(|node| Link { node, rule: Some(Rule::Overlay) });
        }
    }
}

/// Who is called or spelled so.
fn target(
    found: &[Candidates],
    resolved: &Resolved,
    named: &BTreeMap<usize, &str>,
    name: &str,
) -> Option<usize> {
    let key = fold(name);
    let called = named.iter().find(|(_, known)| fold(known) == key).map(|(node, _)| *node);
    called.or_else(|| {
        let rows = found.iter().zip(&resolved.links);
        let pairs = rows.flat_map(|(one, links)| one.body.iter().zip(links));
        let mut own = pairs.filter(|(candidate, _)| candidate.key == key);
        own.find_map(|(_, link)| Some(resolved.root(link.as_ref()?.node)))
    })
}

/// Somebody whom no text names so, of the kind that the mention at this place of this text had.
fn new<'o>(
    (at, place): (usize, usize),
    found: &[Candidates],
    resolved: &mut Resolved,
    named: &mut BTreeMap<usize, &'o str>,
    name: &'o str,
) -> Option<usize> {
    let before =
        resolved.links[at][place].map(|link| resolved.facts[resolved.root(link.node)].kind);
    let kind = found[at].body[place].kind.or(before)?;
    let lexicon = found[at].language.lexicon();
    let node = resolved
        .node(Identity::Split(name.to_owned()), Facts { kind, row: None, country: None, lexicon });
    let root = resolved.root(node);
    named.insert(root, name);
    Some(root)
}
