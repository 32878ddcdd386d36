//! Writes the entities: canonical name, spellings with their counts, evidence.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use dateline_model::{Entity, EntityIndex, EntityKind, Evidence, Mention, Spelling};
use dateline_text::Ids;

use crate::article::Candidates;
use crate::candidate::Candidate;
use crate::corpus::{Corrections, Names};
use crate::fold::{fold, slug};
use crate::here::relink;
use crate::identity::{Facts, Link, Resolved};
use crate::ministries::country_of_key;
use crate::reasons::evidence;
use crate::rule::{Reason, Rule};
use crate::usage::Usage;

/// One entity before its place in the list is known.
struct Draft {
    kind: EntityKind,
    name: String,
    uses: BTreeMap<String, Usage>,
    evidence: Vec<Evidence>,
}

/// Entities and the mentions of `texts` texts from what was resolved.
pub(crate) fn write(
    texts: usize,
    found: &[Candidates],
    mut resolved: Resolved,
    corrections: &Corrections<'_>,
    voice: fn(&Reason<'_>) -> String,
) -> Names {
    let mut named = merge_by_overlay(found, &mut resolved, corrections);
    relink(found, &mut resolved, corrections.here, &mut named);
    let mut uses: BTreeMap<usize, BTreeMap<String, Usage>> = BTreeMap::new();
    // Of identities whose kind the editor says: what they were read as.
    let mut befores: BTreeMap<usize, EntityKind> = BTreeMap::new();
    let mut seen = 0;
    for (article, links) in found.iter().zip(&resolved.links) {
        let lexicon = article.language.lexicon();
        for (candidate, link) in article.body.iter().zip(links) {
            let Some(link) = link else { continue };
            seen += 1;
            if let Some(before) = candidate.before {
                befores.entry(resolved.root(link.node)).or_insert(before);
            }
            let spellings = uses.entry(resolved.root(link.node)).or_default();
            let one = spellings.entry(candidate.text.clone()).or_insert_with(|| Usage {
                first: seen,
                words: candidate.words,
                small_ministry: lexicon.ends_in_ministry(&candidate.text),
                node: link.node,
                rule: link.rule,
                ..Usage::default()
            });
            one.overruled |= candidate.overruled;
            *one.by_article.entry(article.article as u32).or_default() += 1;
        }
    }
    let ignored: BTreeSet<&str> = corrections.ignore.iter().map(String::as_str).collect();
    let mut drafts: Vec<(usize, Draft)> = Vec::new();
    for (root, uses) in uses {
        let facts = resolved.facts[root];
        let kind = facts.kind;
        let row = facts.row.map(|row| row.spellings.as_slice());
        let name = match named.get(&root) {
            Some(name) => (*name).to_owned(),
            None => of_country(canonical(kind, row, &uses), &facts),
        };
        if ignored.contains(name.as_str()) {
            continue;
        }
        let otherwise = match facts.country {
            _ if named.contains_key(&root) => Some(Rule::Overlay),
            Some(_) => Some(Rule::MinistryOfArticle),
            None => None,
        };
        let mut evidence = evidence(&resolved, &name, row, &uses, otherwise, voice);
        let said = corrections.kinds.iter().find(|(text, _)| is_called(text, &name, &uses));
        let kind = match said {
            Some((_, now)) => {
                let before = befores.get(&root).copied().unwrap_or(kind);
                if before != *now {
                    let rule = Rule::OverlayKind { before, now: *now };
                    let why = voice(&Reason { rule, text: "", name: &name });
                    evidence.insert(0, Evidence::new(rule.name(), "", why));
                }
                *now
            }
            None => kind,
        };
        drafts.push((root, Draft { kind, name, uses, evidence }));
    }
    drafts.sort_by_cached_key(|(_, one)| order(one));
    let mut places: HashMap<usize, EntityIndex> = HashMap::new();
    let mut ids = Ids::default();
    let mut entities = Vec::new();
    for (root, draft) in drafts {
        places.insert(root, entities.len() as EntityIndex);
        entities.push(entity(draft, &mut ids));
    }
    let mut mentions = vec![Vec::new(); texts];
    for (article, links) in found.iter().zip(&resolved.links) {
        let mention = |(candidate, link): (&Candidate, &Option<Link>)| {
            let entity = *places.get(&resolved.root(link.as_ref()?.node))?;
            Some(Mention { span: candidate.span, entity })
        };
        let pairs = article.body.iter().zip(links);
        mentions[article.article] = pairs.filter_map(mention).collect();
    }
    Names { entities, mentions }
}

/// Whether an entity is called or spelled so.
fn is_called(text: &str, name: &str, uses: &BTreeMap<String, Usage>) -> bool {
    let key = fold(text);
    fold(name) == key || uses.keys().any(|spelling| fold(spelling) == key)
}

/// Kind, most articles, most mentions, name.
fn order(draft: &Draft) -> impl Ord + use<> {
    let articles: BTreeSet<u32> =
        draft.uses.values().flat_map(|one| one.by_article.keys().copied()).collect();
    let mentions: u32 = draft.uses.values().map(Usage::count).sum();
    use core::cmp::Reverse;
    (draft.kind, Reverse(articles.len()), Reverse(mentions), draft.name.clone())
}

fn entity(draft: Draft, ids: &mut Ids) -> Entity {
    let id = ids.unique(&slug(&draft.name));
    let articles: BTreeSet<u32> =
        draft.uses.values().flat_map(|one| one.by_article.keys().copied()).collect();
    let mut uses: Vec<(String, Usage)> = draft.uses.into_iter().collect();
    uses.sort_by_key(|(_, one)| (core::cmp::Reverse(one.count()), one.first));
    let spellings = uses
        .into_iter()
        .map(|(text, one)| Spelling { text, uses: one.by_article.into_iter().collect() })
        .collect();
    Entity {
        id,
        name: draft.name,
        kind: draft.kind,
        spellings,
        articles: articles.into_iter().collect(),
        evidence: draft.evidence,
    }
}

/// The name that stands for all spellings: the most frequent full form; for
/// what the gazetteer knows, ties go by its order. A place that the sources
/// only abbreviate gets its full name from there ("United States").
fn canonical(
    kind: EntityKind,
    row: Option<&[&'static str]>,
    uses: &BTreeMap<String, Usage>,
) -> String {
    let abbreviated = |text: &str| !text.chars().any(char::is_lowercase);
    if let (EntityKind::Place, Some([first, ..])) = (kind, row)
        && uses.keys().all(|text| abbreviated(text))
        && uses.keys().all(|text| fold(text) != fold(first))
    {
        return (*first).to_owned();
    }
    // "United States" and not "America", unless that is far more usual.
    if let (EntityKind::Place, Some([first, ..])) = (kind, row) {
        let own = uses.get(*first).map_or(0, Usage::count);
        let full = uses.iter().filter(|(text, _)| !abbreviated(text));
        let most = full.map(|(_, one)| one.count()).max().unwrap_or(0);
        if own > 0 && own * 4 >= most * 3 {
            return (*first).to_owned();
        }
    }
    let rank = |text: &str| {
        row.and_then(|row| row.iter().position(|spelling| *spelling == text)).unwrap_or(usize::MAX)
    };
    let most = uses.iter().min_by_key(|(text, one)| {
        let short = match kind {
            EntityKind::Person => one.words == 1,
            EntityKind::Place => abbreviated(text),
            EntityKind::Organisation => {
                one.rule.is_some() || one.small_ministry || (row.is_none() && abbreviated(text))
            }
        };
        (short, core::cmp::Reverse(one.count()), rank(text), one.first)
    });
    most.map(|(text, _)| text.clone()).unwrap_or_default()
}

/// A ministry's name that does not say whose it is gets its country.
fn of_country(name: String, facts: &Facts) -> String {
    match facts.country {
        Some(country) if country_of_key(facts.lexicon, &fold(&name)).is_none() => {
            format!("{name} ({country})")
        }
        _ => name,
    }
}

/// Makes one what the editor says is one; the names that the editor chose.
fn merge_by_overlay<'o>(
    found: &[Candidates],
    resolved: &mut Resolved,
    corrections: &Corrections<'o>,
) -> BTreeMap<usize, &'o str> {
    let mut wanted: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, (name, others)) in corrections.merge.iter().enumerate() {
        for text in core::iter::once(name).chain(others) {
            wanted.entry(fold(text)).or_default().push(at);
        }
    }
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); corrections.merge.len()];
    for (one, links) in found.iter().zip(&resolved.links) {
        for (candidate, link) in one.body.iter().zip(links) {
            if let (Some(link), Some(rows)) = (link, wanted.get(&candidate.key)) {
                for &row in rows {
                    // The name itself comes first, so that its kind is kept.
                    let own = fold(&corrections.merge[row].0) == candidate.key;
                    let at = if own { 0 } else { groups[row].len() };
                    groups[row].insert(at, link.node);
                }
            }
        }
    }
    let mut out = BTreeMap::new();
    for (row, group) in groups.iter().enumerate() {
        let Some(&first) = group.first() else { continue };
        let kind = resolved.facts[resolved.root(first)];
        for &other in group {
            resolved.merge(first, other, Rule::Overlay);
        }
        let root = resolved.root(first);
        resolved.facts[root] = kind;
        out.insert(root, corrections.merge[row].0.as_str());
    }
    out.into_iter().map(|(node, name)| (resolved.root(node), name)).collect()
}
