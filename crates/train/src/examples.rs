//! Labelled examples: what the tagger sees of a text, and what is right.

use std::collections::HashMap;

use dateline_names::{Label, Lesson};

use crate::sets::{Name, Set, Text};

/// A stretch of a text with its labels.
pub(crate) struct Example {
    /// For each token the places of its features in [`Lessons::features`].
    pub(crate) features: Vec<Vec<u32>>,
    pub(crate) labels: Vec<u8>,
    pub(crate) weight: f32,
}

/// What there is to learn from.
#[derive(Default)]
pub(crate) struct Lessons {
    /// The features by first appearance; the kind of sets that one is for is in
    /// the upper half.
    pub(crate) features: Vec<u64>,
    /// For each set and each of its texts, the examples.
    pub(crate) sets: Vec<Vec<Vec<Example>>>,
}

/// The examples of all sets; a set is read as one corpus.
pub(crate) fn lessons(sets: &[Set]) -> Lessons {
    let mut out = Lessons::default();
    let mut places = HashMap::new();
    for set in sets {
        let texts: Vec<dateline_names::Text<'_>> = set
            .texts
            .iter()
            .map(|text| dateline_names::Text { body: &text.text, ..Default::default() })
            .collect();
        let lessons = dateline_names::lessons(&texts);
        let mut place = |feature: u64| {
            *places.entry(feature).or_insert_with(|| {
                out.features.push(feature);
                out.features.len() as u32 - 1
            })
        };
        let texts = set.texts.iter().zip(lessons);
        let texts = texts.map(|(text, lessons)| examples(set, text, lessons, &mut place));
        out.sets.push(texts.collect());
    }
    out
}

/// Every example of every set.
pub(crate) fn all(lessons: &Lessons) -> Vec<&Example> {
    lessons.sets.iter().flatten().flatten().collect()
}

fn examples(
    set: &Set,
    text: &Text,
    lessons: Vec<Lesson>,
    place: &mut impl FnMut(u64) -> u32,
) -> Vec<Example> {
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
            let features = lesson.features.iter().map(&mut places).collect();
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
