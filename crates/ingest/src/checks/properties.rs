//! The checks on arbitrary input, shrunk where one fails. The seed is fixed, so
//! that a run on one machine is the run on every other.

use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::sample::select;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use super::STAGES;
use super::mutate::PIECES;
use crate::overlay::Overlay;
use crate::{Options, Source, ingest};

/// Runs `check` on so many values.
pub(super) fn check<S: Strategy>(cases: u32, strategy: S, check: impl Fn(S::Value)) {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let dice = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let result = TestRunner::new_with_rng(config, dice).run(&strategy, |value| {
        check(value);
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
}

/// Each stage must hold on values of this strategy.
fn each_stage<S: Strategy<Value = Vec<u8>>>(cases: u32, strategy: impl Fn() -> S) {
    for stage in STAGES {
        check(cases, strategy(), |bytes| (stage.run)(&bytes));
    }
}

#[test]
fn every_stage_holds_on_any_bytes() {
    each_stage(40, || vec(any::<u8>(), 0..300));
}

#[test]
fn every_stage_holds_on_any_text() {
    each_stage(40, || any::<String>().prop_map(String::into_bytes));
}

#[test]
fn every_stage_holds_on_texts_of_telling_pieces() {
    let piece = || prop_oneof![3 => select(PIECES), 1 => Just(" "), 1 => Just("the ")];
    each_stage(40, || vec(piece(), 0..40).prop_map(|pieces| pieces.concat().into_bytes()));
}

/// Small articles that name the same few people, so that they are neighbours.
pub(super) fn page() -> impl Strategy<Value = String> {
    let sentence = select(vec![
        "Mayor Ada Quill met Ben Marsh and Ida Moor in Kyiv on Monday.",
        "\u{201C}We will not wait any longer,\u{201D} Quill said on May 5.",
        "The Harbour Board opened the bridge on 5 March 2024, after a year of repairs.",
        "Marsh is expected in Oslo next week, where the talks will go on.",
        "Two years ago the harbour was closed for three months.",
        "According to Ida Moor, the budget was approved last Tuesday.",
    ]);
    let head =
        select(vec!["", "The Port Post, 7 March 2024\n\n", "Oakdale Courier, May 6, 2024\n\n"]);
    let title = select(vec!["Bridge opens", "Talks go on", "Harbour closed again"]);
    (title, head, vec(sentence, 2..9), any::<u16>()).prop_map(|(title, head, body, number)| {
        format!("{title}\n\n{head}{} It was report number {number}.\n", body.join(" "))
    })
}

#[test]
fn the_order_of_the_files_changes_no_article() {
    let pages = vec(page(), 1..9).prop_flat_map(|pages| {
        let order: Vec<usize> = (0..pages.len()).collect();
        (Just(pages), Just(order).prop_shuffle())
    });
    check(24, pages, |(pages, order)| {
        let straight: Vec<usize> = (0..pages.len()).collect();
        assert_eq!(read(&pages, &straight), read(&pages, &order));
    });
}

/// What was read from each page, by its name, with entities by their kinds.
fn read(pages: &[String], order: &[usize]) -> Vec<String> {
    let names: Vec<String> = order.iter().map(|page| format!("{page}.txt")).collect();
    let sources: Vec<Source<'_>> = order
        .iter()
        .zip(&names)
        .map(|(&page, path)| Source { path, bytes: pages[page].as_bytes(), meta: None })
        .collect();
    let corpus = ingest(&sources, &Overlay::default(), &Options::default());
    let mut out: Vec<String> = corpus
        .articles
        .iter()
        .map(|article| {
            let mentions = article.mentions.iter();
            let kinds: Vec<_> =
                mentions.map(|one| (one.span, corpus.entities[one.entity as usize].kind)).collect();
            let quotes: Vec<_> = article.quotes.iter().map(|quote| quote.span).collect();
            let when = &article.published;
            let days = (when.earliest, when.date, when.latest, when.basis);
            format!(
                "{} {:?} {:?} {:?} {days:?} {:?} {kinds:?} {quotes:?}",
                article.id, article.title, article.body, article.outlet, article.timexes
            )
        })
        .collect();
    out.sort();
    out
}
