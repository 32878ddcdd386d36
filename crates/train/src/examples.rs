//! Labelled examples: what the tagger sees of a text, and what is right.

use std::collections::HashMap;

use dateline_lang::en::names::ENGLISH;
use dateline_names::{Label, Sequence};

use crate::sets::{Name, Set, Text};

/// A sequence of tokens with its labels.
pub(crate) struct Example {
    /// For each token the places of its features in [`TrainingSet::features`].
    pub(crate) features: Vec<Vec<u32>>,
    pub(crate) labels: Vec<u8>,
    pub(crate) weight: f32,
}

/// What there is to learn from.
#[derive(Default)]
pub(crate) struct TrainingSet {
    /// The features by first appearance; the kind of sets that one is for is in
    /// the upper half.
    pub(crate) features: Vec<u64>,
    /// For each set and each of its texts, the examples.
    pub(crate) sets: Vec<Vec<Vec<Example>>>,
}

/// The examples of all sets; a set is read as one corpus.
pub(crate) fn training_set(sets: &[Set]) -> TrainingSet {
    let mut out = TrainingSet::default();
    let mut places = HashMap::new();
    for set in sets {
        let texts: Vec<dateline_names::Text<'_>> = set
            .texts
            .iter()
            .map(|text| dateline_names::Text {
                body: &text.text,
                language: Some(&ENGLISH),
                ..Default::default()
            })
            .collect();
        let sequences = dateline_names::sequences(&texts);
        let mut place = |feature: u64| {
            *places.entry(feature).or_insert_with(|| {
                out.features.push(feature);
                out.features.len() as u32 - 1
            })
        };
        let texts = set.texts.iter().zip(sequences);
        let texts = texts.map(|(text, sequences)| examples(set, text, sequences, &mut place));
        out.sets.push(texts.collect());
    }
    out
}

/// Every example of every set.
pub(crate) fn all(set: &TrainingSet) -> Vec<&Example> {
    set.sets.iter().flatten().flatten().collect()
}

fn examples(
    set: &Set,
    text: &Text,
    sequences: Vec<Sequence>,
    place: &mut impl FnMut(u64) -> u32,
) -> Vec<Example> {
    let mut out = Vec::new();
    let mut names = text.names.iter().peekable();
    for sequence in sequences {
        let Some(end) = sequence.spans.last().map(|span| span.end as usize) else { continue };
        let start = sequence.spans[0].start as usize;
        while names.next_if(|name| name.end <= start).is_some() {}
        let mut here = Vec::new();
        while let Some(name) = names.next_if(|name| name.start < end) {
            here.push(*name);
        }
        if let Some(labels) = labels(&sequence, &here) {
            let kind = set.habit.kind;
            let mut places = |list: &Vec<u32>| {
                let mut places: Vec<u32> = list.iter().map(|&one| place(one.into())).collect();
                // Once for all sets, and again for the sets of one kind.
                if kind != 0 {
                    let own = |&one: &u32| place(u64::from(one) | kind << 32);
                    places.extend(list.iter().map(own));
                }
                places
            };
            let features = sequence.features.iter().map(&mut places).collect();
            out.push(Example { features, labels, weight: set.habit.weight });
        }
    }
    out
}

/// The labels of a sequence; `None` where it cannot carry the right ones.
fn labels(sequence: &Sequence, names: &[Name]) -> Option<Vec<u8>> {
    let mut out = vec![Label::Outside.number() as u8; sequence.spans.len()];
    for name in names {
        let kind = name.kind?;
        let first = sequence.spans.iter().position(|span| span.start as usize == name.start)?;
        let last = sequence.spans.iter().position(|span| span.end as usize == name.end)?;
        for (at, label) in out.iter_mut().enumerate().take(last + 1).skip(first) {
            let label_here = match (at == first, at == last) {
                (true, true) => Label::Only(kind),
                (true, false) => Label::Begin(kind),
                (false, true) => Label::Last(kind),
                (false, false) => Label::Inside(kind),
            };
            *label = label_here.number() as u8;
        }
    }
    Some(out)
}
