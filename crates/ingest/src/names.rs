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

use std::collections::BTreeSet;
use std::sync::LazyLock;

use dateline_model::{Entity, Mention};

use self::candidates::candidates;
use self::decide::{Found, decide};
use self::lexicon::Lexicon;
use self::reading::{Reading, Vocabulary};
use crate::Draft;
use crate::crew::Crew;
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
    find_with(&Crew::alone(), drafts, overlay)
}

/// [`find`] with many hands: whatever concerns one text only is shared out.
pub(crate) fn find_with(crew: &Crew<'_>, drafts: &[Draft], overlay: &Overlay) -> Names {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::new);
    let lexicon = &*LEXICON;
    let bodies: Vec<Reading> = crew.map(drafts.iter(), |draft| Reading::new(&draft.body));
    let mut vocabulary = Vocabulary::default();
    for body in &bodies {
        vocabulary.read(body);
    }
    let vocabulary = &vocabulary;
    let ignored: BTreeSet<&str> = overlay.ignore.iter().map(String::as_str).collect();
    let mut found: Vec<Found> = crew.map(drafts.iter().zip(bodies), |(draft, body)| {
        let mut one = Found { body: candidates(lexicon, vocabulary, &body), around: Vec::new() };
        one.body.retain(|candidate| !ignored.contains(candidate.text.as_str()));
        for text in draft.standfirst.iter().chain(&draft.captions) {
            one.around.extend(candidates(lexicon, vocabulary, &Reading::new(text)));
        }
        one
    });
    decide(&mut found);
    let resolved = resolve::resolve(lexicon, &found, overlay);
    entities::write(lexicon, &found, resolved, overlay)
}
