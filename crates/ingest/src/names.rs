//! Finds names in bodies and gives all spellings of one name one entity.
//!
//! Runs of capitalised words are cut into pieces, a piece gets a kind from the
//! words beside it, the document and the corpus settle what that leaves open,
//! and only then are names merged. A wrong merge is worse than a missed one.

mod candidates;
mod cues;
mod decide;
mod entities;
mod fold;
mod lexicon;
mod ministries;
mod people;
mod pieces;
mod reading;
mod reasons;
mod resolve;
mod runs;
#[cfg(test)]
mod tests;

use dateline_model::{Entity, Mention};

use self::candidates::candidates;
use self::decide::{Found, decide};
use self::lexicon::Lexicon;
use self::reading::{Reading, Vocabulary};
use crate::Draft;
use crate::overlay::Overlay;

/// What the stage returns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// By kind, then by number of articles, then by number of mentions, then by name.
    pub entities: Vec<Entity>,
    /// For each draft, its mentions in order.
    pub mentions: Vec<Vec<Mention>>,
}

/// Finds the names of a whole corpus.
///
/// ```
/// use dateline_ingest::{Draft, names, overlay::Overlay};
/// let body = "Foreign Minister Ada Quill left Kyiv. Quill said nothing.".to_owned();
/// let names = names::find(&[Draft { body, ..Draft::default() }], &Overlay::default());
/// let found: Vec<&str> = names.entities.iter().map(|entity| entity.name.as_str()).collect();
/// assert_eq!(found, ["Ada Quill", "Kyiv"]);
/// assert_eq!(names.mentions[0].len(), 3);
/// ```
pub fn find(drafts: &[Draft], overlay: &Overlay) -> Names {
    let lexicon = Lexicon::new();
    let bodies: Vec<Reading> = drafts.iter().map(|draft| Reading::new(&draft.body)).collect();
    let mut vocabulary = Vocabulary::default();
    for body in &bodies {
        vocabulary.read(body);
    }
    let mut found: Vec<Found> = Vec::with_capacity(drafts.len());
    for (draft, body) in drafts.iter().zip(&bodies) {
        let mut one = Found { body: candidates(&lexicon, &vocabulary, body), around: Vec::new() };
        one.body.retain(|candidate| !overlay.ignore.contains(&candidate.text));
        for text in draft.standfirst.iter().chain(&draft.captions) {
            one.around.extend(candidates(&lexicon, &vocabulary, &Reading::new(text)));
        }
        found.push(one);
    }
    decide(&mut found);
    let resolved = resolve::resolve(&lexicon, &found, overlay);
    entities::write(&lexicon, &found, resolved, overlay)
}
