//! Finds names in bodies and gives all spellings of one name one entity.
//!
//! Chunks of capitalised words are cut into segments, a segment gets a kind from
//! the words beside it, the document and the corpus settle what that leaves open,
//! a tagger weighs what the rules found, and only then are names merged. A wrong
//! merge is worse than a missed one.
//!
//! The engine knows no word of any language: each text comes with a [`Language`].

mod article;
mod candidate;
mod candidates;
mod chunks;
mod combine;
mod corpus;
mod cues;
mod data;
mod decide;
mod entities;
mod firms;
mod fold;
mod guess;
mod here;
mod identity;
mod kept;
mod kinds;
mod language;
mod lexicon;
mod ministries;
mod people;
mod reasons;
mod resolve;
mod rule;
#[cfg(test)]
mod sample;
mod segments;
mod short_forms;
mod tagger;
mod tokenized;
mod union_find;
mod usage;
mod vocabularies;
mod vocabulary;

use std::collections::BTreeSet;

use dateline_workers::Workers;

use self::article::Candidates;
use self::candidates::candidates;
pub use self::corpus::{Corrections, Here, Names, Options, Text};
pub use self::data::{Data, Few, Gazetteer, Grammar, Lists, Tagger};
use self::decide::decide;
use self::kept::Kept;
pub use self::language::Language;
pub use self::lexicon::Row;
pub use self::rule::{Reason, Rule};
pub use self::tagger::{Broken, FEATURE_BITS, LABELS, Label, Sequence, UNIT, Weights, follows};
use self::tagger::{Read, Ruled, Words};
use self::tokenized::Tokenized;
use self::vocabularies::Vocabularies;

/// Finds the names of a whole corpus.
///
/// ```
/// use dateline_names::{Corrections, Data, Gazetteer, Language, Lists, Options, Text, find};
/// use dateline_workers::Workers;
/// static SMALL: Language = Language::new(Data {
///     lists: Lists { roles: "minister", role_modifiers: "foreign", ..Data::EMPTY.lists },
///     gazetteer: Gazetteer { cities: &["Kyiv, Kiev"], ..Data::EMPTY.gazetteer },
///     ..Data::EMPTY
/// });
/// let body = "Foreign Minister Ada Quill left Kyiv. Quill said nothing.";
/// let texts = [
///     Text { body, language: Some(&SMALL), ..Text::default() },
///     Text { body, ..Text::default() },
/// ];
/// let options = Options { weights: None, voice: |reason| reason.rule.name().to_owned() };
/// let names = find(&texts, &Corrections::default(), &options, &Workers::alone());
/// let found: Vec<&str> = names.entities.iter().map(|entity| entity.name.as_str()).collect();
/// assert_eq!(found, ["Ada Quill", "Kyiv"]);
/// assert_eq!(names.mentions[0].len(), 3);
/// assert_eq!(names.mentions[1].len(), 0);
/// ```
pub fn find(
    texts: &[Text<'_>],
    corrections: &Corrections<'_>,
    options: &Options<'_>,
    workers: &Workers,
) -> Names {
    read(texts, corrections.ignore, options.weights, workers).named(corrections, options.voice)
}

/// What was read in the texts of a corpus, before it is said which names are one. It hangs on nothing but the
/// texts, on what is no name, and on the weights.
#[derive(Clone)]
pub struct Found {
    texts: usize,
    found: Vec<Candidates>,
}

/// The first half of [`find`], and nearly all of its work.
pub fn read(
    texts: &[Text<'_>],
    ignore: &[String],
    weights: Option<&Weights>,
    workers: &Workers,
) -> Found {
    let ByRules { bodies, vocabularies, raw, found } = by_rules(texts, ignore, workers);
    let rows = bodies.into_iter().zip(raw).zip(found);
    let mut found: Vec<Candidates> =
        workers.map_with(rows, Words::default, |met, ((text, raw), mut one)| {
            let language = one.language;
            let weights = weights.or_else(|| language.weights());
            let vocabulary = vocabularies.of(language);
            if let (Some(weights), Some(vocabulary)) = (weights, vocabulary) {
                let (lookup, text) = (language.lookup(), &text.again(texts[one.article].body));
                let read = Read { lookup, vocabulary, text, raw: &raw, settled: &one.body };
                let tagged = tagger::tag(weights, read, met);
                combine::combine(language, text, ignore, tagged, &mut one.body);
            }
            one
        });
    kinds::one_kind(&mut found);
    Found { texts: texts.len(), found }
}

impl Found {
    /// The second half of [`find`], with the same `ignore` as the first.
    pub fn named(
        mut self,
        corrections: &Corrections<'_>,
        voice: fn(&Reason<'_>) -> String,
    ) -> Names {
        kinds::by_overlay(&mut self.found, corrections);
        let resolved = resolve::resolve(&self.found, corrections);
        entities::write(self.texts, &self.found, resolved, corrections, voice)
    }
}

/// What the tagger would see of each text, read as one corpus.
pub fn sequences(texts: &[Text<'_>]) -> Vec<Vec<Sequence>> {
    let ByRules { bodies, vocabularies, raw, found } = by_rules(texts, &[], &Workers::alone());
    let mut out = vec![Vec::new(); texts.len()];
    for ((text, raw), one) in bodies.into_iter().zip(&raw).zip(&found) {
        if let Some(vocabulary) = vocabularies.of(one.language) {
            let (lookup, text) = (one.language.lookup(), &text.again(texts[one.article].body));
            out[one.article] =
                tagger::observed(Read { lookup, vocabulary, text, raw, settled: &one.body });
        }
    }
    out
}

/// So many texts have one count of words before all are put together: few enough to be shared out evenly,
/// enough that most words are put together a few times only.
const TOGETHER: usize = 512;

/// What the rules alone find, for each text that has a language.
struct ByRules {
    bodies: Vec<Kept>,
    vocabularies: Vocabularies,
    /// The candidates of each body before the document and the corpus decided.
    raw: Vec<Vec<Ruled>>,
    found: Vec<Candidates>,
}

fn by_rules(texts: &[Text<'_>], ignore: &[String], workers: &Workers) -> ByRules {
    let texts = texts.iter().enumerate();
    let texts: Vec<(usize, &Text<'_>, &'static Language)> =
        texts.filter_map(|(at, text)| Some((at, text, text.language?))).collect();
    let parts = workers.map(texts.chunks(TOGETHER), |texts| {
        let mut vocabularies = Vocabularies::default();
        let bodies = texts.iter().map(|(_, text, language)| {
            let body = Tokenized::new(text.body, language.data().sentences);
            vocabularies.read(language, &body);
            Kept::of(body)
        });
        (bodies.collect::<Vec<Kept>>(), vocabularies)
    });
    let mut vocabularies = Vocabularies::default();
    let mut bodies = Vec::with_capacity(texts.len());
    for (more, words) in parts {
        bodies.extend(more);
        vocabularies.join(words);
    }
    let ignored: BTreeSet<&str> = ignore.iter().map(String::as_str).collect();
    let rows = texts.iter().zip(bodies);
    let found = workers.map(rows, |(&(article, text, language), body)| {
        let mut one = Candidates { article, language, body: Vec::new(), around: Vec::new() };
        let Some(vocabulary) = vocabularies.of(language) else { return (body, one) };
        let lexicon = language.lexicon();
        let body = body.again(text.body);
        one.body = candidates(lexicon, vocabulary, &body);
        one.body.retain(|candidate| !ignored.contains(candidate.text.as_str()));
        for text in &text.around {
            let text = Tokenized::new(text, language.data().sentences);
            one.around.extend(candidates(lexicon, vocabulary, &text));
        }
        (Kept::of(body), one)
    });
    let (bodies, found): (Vec<Kept>, Vec<Candidates>) = found.into_iter().unzip();
    let raw = found.iter().map(|one| one.body.iter().map(Ruled::of).collect()).collect();
    let found = decide(found, workers);
    ByRules { bodies, vocabularies, raw, found }
}
