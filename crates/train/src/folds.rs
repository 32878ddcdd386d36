//! Models that have not seen what they are to be judged by.

use std::collections::BTreeMap;
use std::path::Path;

use crate::crf;
use crate::examples::{Example, TrainingSet};
use crate::sets::Set;

/// Writes `fold-N.bin` for each part of the judged sets, learned from all the
/// rest, and `folds.json`: for each of these files and each judged set, the
/// documents that it may judge.
pub(crate) fn write(
    sets: &[Set],
    training: &TrainingSet,
    folds: u64,
    out: &Path,
) -> Result<(), String> {
    let numbers: Vec<u64> = (0..folds).collect();
    // Each model is one thread's from start to end, so their number changes no byte.
    let models: Vec<Vec<u8>> = std::thread::scope(|scope| {
        let half = numbers.len().div_ceil(2);
        let learn =
            |fold: &u64| crf::learn(&training.features, &rest(sets, training, folds, *fold));
        let threads: Vec<_> = numbers
            .chunks(half)
            .map(|some| scope.spawn(move || some.iter().map(learn).collect::<Vec<_>>()))
            .collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap_or_default()).collect()
    });
    let mut judges: BTreeMap<String, BTreeMap<&str, Vec<&str>>> = BTreeMap::new();
    for (&fold, model) in numbers.iter().zip(&models) {
        let file = format!("fold-{fold}.bin");
        crate::write(&out.join(&file), model)?;
        let judged = sets.iter().filter(|set| set.habit.judged).map(|set| {
            let ids = set.texts.iter().map(|text| text.id.as_str());
            (set.name, ids.filter(|id| part(id, folds) == fold).collect())
        });
        judges.insert(file, judged.collect());
    }
    let json = serde_json::to_string_pretty(&judges).map_err(|error| error.to_string())?;
    crate::write(&out.join("folds.json"), json.as_bytes())
}

/// What is left without one part of the judged sets.
fn rest<'l>(sets: &[Set], training: &'l TrainingSet, folds: u64, fold: u64) -> Vec<&'l Example> {
    let mut out = Vec::new();
    for (set, training) in sets.iter().zip(&training.sets) {
        for (text, examples) in set.texts.iter().zip(training) {
            if !(set.habit.judged && part(&text.id, folds) == fold) {
                out.extend(examples);
            }
        }
    }
    out
}

/// The part of a document, by its id alone.
pub(crate) fn part(id: &str, folds: u64) -> u64 {
    let hash = dateline_text::hash(id);
    (hash ^ hash >> 32) % folds
}
