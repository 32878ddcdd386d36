//! Settles the kind of every candidate by what the rest of its document and of
//! the corpus says, and drops those that nothing supports.

use dateline_model::EntityKind::{self, Person, Place};
use dateline_text::{QuickMap, QuickSet};
use dateline_workers::Workers;

use crate::article::Candidates;
use crate::candidate::{Candidate, Strength};
use crate::fold::transliterated;
use crate::lexicon::Lexicon;
use crate::people::parts;

/// Votes for each kind: person, place, organisation.
type Votes = QuickMap<String, [u32; 3]>;

/// Leaves only candidates that have a kind.
pub(crate) fn decide(found: Vec<Candidates>, workers: &Workers) -> Vec<Candidates> {
    let mut corpus = Votes::default();
    let mut everyone = QuickSet::default();
    for one in found.iter() {
        vote(one, &mut corpus);
        surnames(one, Strength::Likely, &mut everyone);
    }
    workers.map(found.into_iter(), |mut one| {
        let mut document = Votes::default();
        vote(&one, &mut document);
        let mut people = QuickSet::default();
        surnames(&one, Strength::Bare, &mut people);
        let votes = [&document, &corpus];
        let lexicon = one.language.lexicon();
        for list in [&mut one.body, &mut one.around] {
            list.retain_mut(|candidate| settle(lexicon, candidate, votes, [&people, &everyone]));
        }
        one
    })
}

/// Gives a candidate its kind; whether it has one.
fn settle(
    lexicon: &Lexicon,
    candidate: &mut Candidate,
    votes: [&Votes; 2],
    people: [&QuickSet<String>; 2],
) -> bool {
    let surname = candidate.words <= 2 && !candidate.key.is_empty();
    let own = transliterated(candidate.key.rsplit(' ').next().unwrap_or(""));
    if candidate.words == 1 && surname {
        let sure = candidate.strength == Strength::Sure;
        let place = candidate.kind == Some(Place);
        // A town may share its name with a person of the document only when the
        // gazetteer does not know it better.
        if people[0].contains(&own) && !sure
            || people[1].contains(&own) && candidate.row.is_none() && !sure && !place
        {
            candidate.kind = Some(Person);
            candidate.row = None;
            return true;
        }
    }
    if candidate.row.is_some() || candidate.strength == Strength::Sure {
        return true;
    }
    for votes in votes {
        if let Some(kind) = votes.get(&candidate.key).and_then(majority) {
            candidate.kind = Some(kind);
            return true;
        }
    }
    candidate.kind.is_some() && candidate.strength > Strength::Unsupported
        || candidate.country.is_some()
        || lexicon.is_ministry(&candidate.key)
}

fn vote(found: &Candidates, votes: &mut Votes) {
    for candidate in found.all() {
        let weight = match candidate.strength {
            Strength::Sure => 3,
            Strength::Likely => 1,
            Strength::Bare | Strength::Unsupported => continue,
        };
        if let Some(kind) = candidate.kind {
            votes.entry(candidate.key.clone()).or_default()[slot(kind)] += weight;
        }
    }
}

fn slot(kind: EntityKind) -> usize {
    kind as usize
}

fn majority(votes: &[u32; 3]) -> Option<EntityKind> {
    let kinds = [Person, Place, EntityKind::Organisation];
    let best = votes.iter().copied().max().filter(|&most| most > 0)?;
    kinds.into_iter().find(|&kind| votes[slot(kind)] == best)
}

/// The surnames of everybody whose full name a draft has with enough reason.
fn surnames(found: &Candidates, least: Strength, out: &mut QuickSet<String>) {
    for candidate in found.all() {
        let full = candidate.words > 1 && candidate.kind == Some(Person);
        if full && candidate.strength >= least {
            let name = parts(found.language.lexicon(), &candidate.key);
            out.extend(name.last().map(|surname| transliterated(surname)));
        }
        if candidate.titled && candidate.words == 1 && candidate.kind == Some(Person) {
            out.insert(transliterated(&candidate.key));
        }
    }
}
