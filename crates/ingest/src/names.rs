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
mod tagged;
mod tagger;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use dateline_model::{Entity, Mention, Span};

use self::candidates::{Candidate, candidates};
use self::decide::{Found, decide};
use self::lexicon::Lexicon;
use self::reading::{Reading, Vocabulary};
pub use self::tagger::{Broken, FEATURE_BITS, LABELS, Label, UNIT, Weights, after_title, follows};
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
    find_with(drafts, overlay, Weights::built_in())
}

/// [`find`] with other weights than the ones that come with the program.
pub fn find_with(drafts: &[Draft], overlay: &Overlay, weights: &Weights) -> Names {
    find_by(&Crew::alone(), drafts, overlay, weights)
}

/// [`find_with`] by many hands: whatever concerns one text only is shared out.
pub(crate) fn find_by(
    crew: &Crew<'_>,
    drafts: &[Draft],
    overlay: &Overlay,
    weights: &Weights,
) -> Names {
    let lexicon = lexicon();
    let Ruled { bodies, vocabulary, raw, found } = ruled(crew, drafts, overlay);
    let texts = bodies.iter().zip(&raw).zip(found);
    let found: Vec<Found> = crew.map(texts, |((reading, raw), mut one)| {
        let tagged = tagger::tag(weights, &vocabulary, reading, raw, &one.body);
        tagged::combine(lexicon, reading, overlay, tagged, &mut one.body);
        one
    });
    let resolved = resolve::resolve(lexicon, &found, overlay);
    entities::write(lexicon, &found, resolved, overlay)
}

/// A stretch of a text that may hold names, for learning: its tokens, and for
/// each the numbers of its features.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// Where the tokens stand.
    pub spans: Vec<Span>,
    /// Sorted, without doubles, below two to the power of [`FEATURE_BITS`].
    pub features: Vec<Vec<u32>>,
}

/// What the tagger would see of each draft, read as one corpus.
pub fn lessons(drafts: &[Draft]) -> Vec<Vec<Lesson>> {
    let Ruled { bodies, vocabulary, raw, found } =
        ruled(&Crew::alone(), drafts, &Overlay::default());
    let texts = bodies.iter().zip(&raw).zip(&found);
    texts
        .map(|((reading, raw), one)| tagger::lessons(&vocabulary, reading, raw, &one.body))
        .collect()
}

/// What the rules alone find.
struct Ruled<'t> {
    bodies: Vec<Reading<'t>>,
    vocabulary: Vocabulary,
    /// The candidates of each body before the document and the corpus decided.
    raw: Vec<Vec<Candidate>>,
    found: Vec<Found>,
}

fn lexicon() -> &'static Lexicon {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::new);
    &LEXICON
}

fn ruled<'t>(crew: &Crew<'_>, drafts: &'t [Draft], overlay: &Overlay) -> Ruled<'t> {
    let bodies: Vec<Reading> = crew.map(drafts.iter(), |draft| Reading::new(&draft.body));
    let mut vocabulary = Vocabulary::default();
    for body in &bodies {
        vocabulary.read(body);
    }
    let ignored: BTreeSet<&str> = overlay.ignore.iter().map(String::as_str).collect();
    let lexicon = lexicon();
    let texts = drafts.iter().zip(&bodies);
    let mut found: Vec<Found> = crew.map(texts, |(draft, body)| {
        let mut one = Found { body: candidates(lexicon, &vocabulary, body), around: Vec::new() };
        one.body.retain(|candidate| !ignored.contains(candidate.text.as_str()));
        for text in draft.standfirst.iter().chain(&draft.captions) {
            one.around.extend(candidates(lexicon, &vocabulary, &Reading::new(text)));
        }
        one
    });
    let raw = found.iter().map(|one| one.body.clone()).collect();
    decide(&mut found);
    Ruled { bodies, vocabulary, raw, found }
}
