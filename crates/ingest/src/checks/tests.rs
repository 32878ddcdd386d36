//! The checks on made-up, damaged and hostile texts. Nothing here looks at a clock.

use dateline_model::Day;

use super::hostile::{DOCUMENTS, HOSTILE};
use super::mutate::{Dice, mutated, pieced};
use super::{Check, STAGES, seeds};
use crate::overlay::Overlay;
use crate::{Options, Source, ingest};

/// How many texts each check reads; a debug build does it in seconds.
const TEXTS: usize = 60;

fn each_stage(texts: impl Fn(&Check) -> Vec<Vec<u8>>) {
    for check in STAGES {
        for text in texts(check) {
            (check.run)(&text);
        }
    }
}

#[test]
fn texts_of_telling_pieces_break_no_stage() {
    each_stage(|_| {
        let mut dice = Dice::new(1);
        (0..TEXTS).map(|_| pieced(&mut dice)).collect()
    });
}

#[test]
fn damaged_seeds_break_no_stage() {
    each_stage(|check| {
        let mut dice = Dice::new(2);
        let sample = seeds::SAMPLES.iter().find(|row| row.0 == check.name);
        let whole = sample.is_some() || check.name == "ingest";
        let count = if whole { 8 } else { 24 };
        let seed = |dice: &mut Dice| dice.of(&seeds::SEEDS).1;
        (0..count)
            .map(|_| {
                let (text, other) = (seed(&mut dice), seed(&mut dice));
                mutated(&mut dice, sample.map_or(text, |row| row.1.as_bytes()), other)
            })
            .collect()
    });
}

#[test]
fn hostile_texts_break_no_stage() {
    for hostile in HOSTILE {
        let text = hostile.text(600);
        assert!(text.len() >= 600, "{}", hostile.name);
        for check in STAGES.iter().filter(|check| !of_a_format(check)) {
            (check.run)(text.as_bytes());
        }
    }
}

#[test]
fn hostile_documents_break_no_format() {
    for (_, hostile) in DOCUMENTS {
        let text = hostile.text(20_000);
        for check in STAGES.iter().filter(|check| of_a_format(check)) {
            if hostile.name.starts_with(check.name) {
                (check.run)(text.as_bytes());
            } else {
                (check.run)(&text.as_bytes()[..600]);
            }
        }
    }
}

fn of_a_format(check: &Check) -> bool {
    seeds::SAMPLES.iter().any(|row| row.0 == check.name)
}

#[test]
fn a_sample_is_read_as_its_format_says() {
    let files = ["a.md", "a.json", "a.ndjson", "a.eml"];
    for ((_, text), file) in seeds::SAMPLES.iter().zip(files) {
        let source = Source { path: file, bytes: text.as_bytes(), meta: None };
        let corpus = ingest(&[source], &Overlay::default(), &Options::default());
        assert_eq!(corpus.articles[0].title, "Bridge opens", "{file}");
        assert_eq!(corpus.articles[0].published.date, Day::new(2024, 3, 5), "{file}");
    }
}

/// What `cargo xtask test` asks the host for and gives to the build for WebAssembly.
#[cfg(target_arch = "wasm32")]
#[test]
fn the_seeds_give_the_same_bytes_here_as_on_the_host() {
    let expected = option_env!("DATELINE_SEEDS_FINGERPRINT").expect("the host's fingerprint");
    let corpus = seeds::corpus(&Options::default());
    assert_eq!(format!("{:016x}", seeds::fingerprint(&corpus)), expected);
}

#[test]
fn the_seeds_make_a_sound_corpus() {
    let corpus = seeds::corpus(&Options::default());
    super::corpus(&corpus);
    assert_eq!(corpus.articles.len(), seeds::SEEDS.len());
}

#[test]
fn stages_have_names_of_their_own() {
    let mut names: Vec<&str> = STAGES.iter().map(|check| check.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), STAGES.len());
}
