//! Labelled examples: what the tagger sees of a text, and what is right.

use dateline_ingest::Draft;
use dateline_ingest::names::{self, Label, Lesson};

use crate::sets::{Name, Set, Text};

/// A stretch of a text with its labels.
pub(crate) struct Example {
    /// For each token the numbers of its features; the set's kind is in the upper half.
    pub(crate) features: Vec<Vec<u64>>,
    pub(crate) labels: Vec<u8>,
    pub(crate) weight: f32,
}

/// For each set and each of its texts, the examples.
pub(crate) type Lessons = Vec<Vec<Vec<Example>>>;

/// The examples of all sets; a set is read as one corpus.
pub(crate) fn lessons(sets: &[Set]) -> Lessons {
    let of = |set: &Set| {
        let drafts: Vec<Draft> = set
            .texts
            .iter()
            .map(|text| Draft { body: text.text.clone(), ..Draft::default() })
            .collect();
        let lessons = names::lessons(&drafts);
        let texts = set.texts.iter().zip(lessons);
        texts.map(|(text, lessons)| examples(set, text, lessons)).collect()
    };
    sets.iter().map(of).collect()
}

/// Every example of every set.
pub(crate) fn all(lessons: &Lessons) -> Vec<&Example> {
    lessons.iter().flatten().flatten().collect()
}

fn examples(set: &Set, text: &Text, lessons: Vec<Lesson>) -> Vec<Example> {
    let mut out = Vec::new();
    let mut names = text.names.iter().peekable();
    for lesson in lessons {
        let Some(end) = lesson.spans.last().map(|span| span.end as usize) else { continue };
        let start = lesson.spans[0].start as usize;
        while names.next_if(|name| name.end <= start).is_some() {}
        let mut here = Vec::new();
        while let Some(name) = names.next_if(|name| name.start < end) {
            here.push(*name);
        }
        if let Some(labels) = labels(&lesson, &here) {
            let features = lesson.features.iter();
            let features = features.map(|list| widened(list, set.habit.kind)).collect();
            out.push(Example { features, labels, weight: set.habit.weight });
        }
    }
    out
}

/// The labels of a stretch; `None` where it cannot carry the right ones.
fn labels(lesson: &Lesson, names: &[Name]) -> Option<Vec<u8>> {
    let mut out = vec![Label::Outside.number() as u8; lesson.spans.len()];
    for name in names {
        let kind = name.kind?;
        let first = lesson.spans.iter().position(|span| span.start as usize == name.start)?;
        let last = lesson.spans.iter().position(|span| span.end as usize == name.end)?;
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

/// The features for all sets, and again for the sets of one kind.
fn widened(features: &[u32], kind: u64) -> Vec<u64> {
    let mut out: Vec<u64> = features.iter().map(|&feature| u64::from(feature)).collect();
    if kind != 0 {
        out.extend(features.iter().map(|&feature| u64::from(feature) | kind << 32));
    }
    out
}
