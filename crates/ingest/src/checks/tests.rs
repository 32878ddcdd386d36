//! The checks on made-up, damaged and hostile texts. Nothing here looks at a clock.

use super::mutate::{Dice, mutated, pieced};
use super::{Check, STAGES, hostile::HOSTILE, seeds};
use crate::Options;

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
        let count = if check.name == "ingest" { 6 } else { 24 };
        let seed = |dice: &mut Dice| dice.of(&seeds::SEEDS).1;
        (0..count)
            .map(|_| {
                let (text, other) = (seed(&mut dice), seed(&mut dice));
                mutated(&mut dice, text, other)
            })
            .collect()
    });
}

#[test]
fn hostile_texts_break_no_stage() {
    for hostile in HOSTILE {
        let text = hostile.text(600);
        assert!(text.len() >= 600, "{}", hostile.name);
        for check in STAGES {
            (check.run)(text.as_bytes());
        }
    }
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
