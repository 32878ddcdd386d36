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
use dateline_workers::Workers;

/// What the stage returns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// By kind, then by number of articles, then by number of mentions, then by name.
    pub entities: Vec<Entity>,
    /// For each draft, its mentions in order.
    pub mentions: Vec<Vec<Mention>>,
}

/// The words of one article that may hold names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text<'t> {
    /// Where mentions are counted.
    pub body: &'t str,
    /// Standfirst and captions: names that stand there help to read the body.
    pub around: Vec<&'t str>,
}

/// What an editor puts right.
#[derive(Clone, Copy, Debug, Default)]
pub struct Corrections<'o> {
    /// What is no name.
    pub ignore: &'o [String],
    /// Spellings that are nobody else's.
    pub split: &'o [String],
    /// A name, and the spellings that are the same.
    pub merge: &'o [(String, Vec<String>)],
}

/// Finds the names of a whole corpus.
///
/// ```
/// use dateline_names::{Corrections, Text, Weights, find};
/// use dateline_workers::Workers;
/// let body = "Foreign Minister Ada Quill left Kyiv. Quill said nothing.";
/// let texts = [Text { body, ..Text::default() }];
/// let names = find(&texts, &Corrections::default(), Weights::built_in(), &Workers::alone());
/// let found: Vec<&str> = names.entities.iter().map(|entity| entity.name.as_str()).collect();
/// assert_eq!(found, ["Ada Quill", "Kyiv"]);
/// assert_eq!(names.mentions[0].len(), 3);
/// ```
pub fn find(
    texts: &[Text<'_>],
    corrections: &Corrections<'_>,
    weights: &Weights,
    workers: &Workers,
) -> Names {
    let lexicon = lexicon();
    let Ruled { bodies, vocabulary, raw, found } = ruled(texts, corrections, workers);
    let rows = bodies.iter().zip(&raw).zip(found);
    let found: Vec<Found> = workers.map(rows, |((reading, raw), mut one)| {
        let tagged = tagger::tag(weights, &vocabulary, reading, raw, &one.body);
        tagged::combine(lexicon, reading, corrections, tagged, &mut one.body);
        one
    });
    let resolved = resolve::resolve(lexicon, &found, corrections);
    entities::write(lexicon, &found, resolved, corrections)
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

/// What the tagger would see of each text, read as one corpus.
pub fn lessons(texts: &[Text<'_>]) -> Vec<Vec<Lesson>> {
    let Ruled { bodies, vocabulary, raw, found } =
        ruled(texts, &Corrections::default(), &Workers::alone());
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

fn ruled<'t>(texts: &[Text<'t>], corrections: &Corrections<'_>, workers: &Workers) -> Ruled<'t> {
    let bodies: Vec<Reading> = workers.map(texts.iter(), |text| Reading::new(text.body));
    let mut vocabulary = Vocabulary::default();
    for body in &bodies {
        vocabulary.read(body);
    }
    let ignored: BTreeSet<&str> = corrections.ignore.iter().map(String::as_str).collect();
    let lexicon = lexicon();
    let rows = texts.iter().zip(&bodies);
    let mut found: Vec<Found> = workers.map(rows, |(text, body)| {
        let mut one = Found { body: candidates(lexicon, &vocabulary, body), around: Vec::new() };
        one.body.retain(|candidate| !ignored.contains(candidate.text.as_str()));
        for text in &text.around {
            one.around.extend(candidates(lexicon, &vocabulary, &Reading::new(text)));
        }
        one
    });
    let raw = found.iter().map(|one| one.body.clone()).collect();
    decide(&mut found);
    Ruled { bodies, vocabulary, raw, found }
}
