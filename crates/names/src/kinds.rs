//! One name is of one kind in a corpus, unless two bearers are told apart: a surname whose article
//! has the full name, a name with a title.

use dateline_model::EntityKind::{self, Organisation, Person, Place};
use dateline_text::{QuickMap, QuickSet};

use crate::article::Candidates;
use crate::candidate::{Candidate, Strength};
use crate::corpus::Corrections;
use crate::fold::{fold, transliterated};
use crate::lexicon::Lexicon;
use crate::people::parts;

const KINDS: [EntityKind; 3] = [Person, Place, Organisation];

/// How a corpus uses one name.
#[derive(Clone, Copy, Default)]
struct Uses {
    /// In how many articles it is mostly of each kind.
    articles: [u32; 3],
    mentions: [u32; 3],
    /// The kind of its row in a gazetteer.
    listed: Option<EntityKind>,
}

/// Gives every name the kind that most articles take it for.
pub(crate) fn one_kind(found: &mut [Candidates]) {
    let mut uses: QuickMap<String, Uses> = QuickMap::default();
    for one in found.iter() {
        count(one, &mut uses);
    }
    let several = |uses: &Uses| uses.mentions.iter().filter(|&&mentions| mentions > 0).count() > 1;
    uses.retain(|_, uses| several(uses));
    if uses.is_empty() {
        return;
    }
    for one in found.iter_mut() {
        let lexicon = one.language.lexicon();
        let people = people(one);
        for candidate in one.body.iter_mut().chain(&mut one.around) {
            let Some(kind) = uses.get(&candidate.key).and_then(Uses::kind) else { continue };
            if candidate.kind != Some(kind) && !told_apart(lexicon, candidate, &people) {
                set(lexicon, candidate, kind);
                candidate.overruled = true;
            }
        }
    }
}

/// Gives the names that an editor corrects their kind before they are merged, so that a person's surname finds
/// the person.
pub(crate) fn by_overlay(found: &mut [Candidates], corrections: &Corrections<'_>) {
    if corrections.kinds.is_empty() {
        return;
    }
    let kinds: QuickMap<String, EntityKind> =
        corrections.kinds.iter().map(|(name, kind)| (fold(name), *kind)).collect();
    for one in found.iter_mut() {
        let lexicon = one.language.lexicon();
        for candidate in one.body.iter_mut().chain(&mut one.around) {
            let Some(&kind) = kinds.get(&candidate.key) else { continue };
            if candidate.kind != Some(kind) {
                candidate.before = candidate.before.or(candidate.kind);
                set(lexicon, candidate, kind);
            }
        }
    }
}

fn set(lexicon: &Lexicon, candidate: &mut Candidate, kind: EntityKind) {
    candidate.kind = Some(kind);
    let row = lexicon.row(&candidate.text);
    candidate.row = row.filter(|&row| lexicon.at(row).kind == kind);
}

impl Uses {
    /// The kind that the most articles take it for; of equals, the listed one.
    fn kind(&self) -> Option<EntityKind> {
        KINDS.into_iter().max_by_key(|&kind| {
            let slot = kind as usize;
            (
                self.articles[slot],
                self.listed == Some(kind),
                self.mentions[slot],
                core::cmp::Reverse(slot),
            )
        })
    }
}

/// Adds the names of an article; a name that is told apart counts for no other.
fn count(one: &Candidates, uses: &mut QuickMap<String, Uses>) {
    let lexicon = one.language.lexicon();
    let people = people(one);
    let mut here: QuickMap<&str, [u32; 3]> = QuickMap::default();
    for candidate in &one.body {
        let Some(kind) = candidate.kind else { continue };
        if !told_apart(lexicon, candidate, &people) {
            here.entry(&candidate.key).or_default()[kind as usize] += 1;
            if let Some(row) = candidate.row {
                let listed = lexicon.at(row).kind;
                uses.entry(candidate.key.clone()).or_default().listed.get_or_insert(listed);
            }
        }
    }
    for (key, mentions) in here {
        let all = uses.entry(key.to_owned()).or_default();
        let most = mentions.iter().copied().max().unwrap_or(0);
        for (slot, here) in mentions.into_iter().enumerate() {
            all.mentions[slot] += here;
            all.articles[slot] += u32::from(here == most);
        }
    }
}

/// The surnames and given names of whom an article names in full.
fn people(one: &Candidates) -> QuickSet<String> {
    let lexicon = one.language.lexicon();
    let full = one.all().filter(|one| one.words > 1 && one.kind == Some(Person));
    let names = full.flat_map(|one| {
        let parts = parts(lexicon, &one.key);
        let ends = [parts.first().copied(), parts.last().copied()];
        ends.into_iter().flatten().filter(move |_| parts.len() > 1).map(transliterated)
    });
    names.collect()
}

/// Whether a person's name says by itself that it is one.
fn told_apart(lexicon: &Lexicon, candidate: &Candidate, people: &QuickSet<String>) -> bool {
    if candidate.kind != Some(Person) {
        return false;
    }
    let parts = parts(lexicon, &candidate.key);
    match parts.as_slice() {
        [own] => candidate.titled || people.contains(&transliterated(own)),
        _ => candidate.titled && candidate.strength == Strength::Sure,
    }
}
