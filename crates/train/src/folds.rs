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
    let learn = |fold| crf::learn(&training.features, &rest(sets, training, folds, fold));
    let models = by_number(folds, learn);
    write_models(&models, out, |fold| {
        let judged = sets.iter().filter(|set| set.habit.judged).map(|set| {
            let ids = set.texts.iter().map(|text| text.id.as_str());
            (set.name, ids.filter(|id| part(id, folds) == fold).collect())
        });
        judged.collect()
    })
}

/// What is learned for each number, on two threads. Each model is one thread's from start to end, so
/// that their number changes no byte.
pub(crate) fn by_number<M: Send>(count: u64, learn: impl Fn(u64) -> M + Sync) -> Vec<M> {
    let numbers: Vec<u64> = (0..count).collect();
    let learn = &learn;
    std::thread::scope(|scope| {
        let threads: Vec<_> = numbers
            .chunks(numbers.len().div_ceil(2))
            .map(|some| {
                scope.spawn(move || some.iter().map(|fold| learn(*fold)).collect::<Vec<_>>())
            })
            .collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap_or_default()).collect()
    })
}

/// The documents of each set that a model may judge.
pub(crate) type Judged<'t> = BTreeMap<&'t str, Vec<&'t str>>;

/// Writes `fold-N.bin` for each model, and `folds.json`, which says what each may judge.
pub(crate) fn write_models<'t>(
    models: &[Vec<u8>],
    out: &Path,
    judged: impl Fn(u64) -> Judged<'t>,
) -> Result<(), String> {
    let mut judges: BTreeMap<String, Judged<'t>> = BTreeMap::new();
    for (fold, model) in (0..).zip(models) {
        let file = format!("fold-{fold}.bin");
        crate::write(&out.join(&file), model)?;
        judges.insert(file, judged(fold));
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
