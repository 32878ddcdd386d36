//! No file of this crate holds a word of any language, nor a sentence for readers: what pages say and
//! why a line was left out comes from `lang`.

mod allowed;

use std::collections::BTreeSet;
use std::path::Path;

use dateline_lang::page::kinds;
use dateline_lang::reasons::pages::rules;
use dateline_literals::{breaches, literals};

use self::allowed::{ALLOWED, TABLES};

/// Compiled for tests only.
const TESTS: [&str; 4] = ["file/parts/tests.rs", "file/tests.rs", "page/seeds.rs", "page/tests.rs"];

#[test]
fn no_literal_is_a_word() {
    let known: BTreeSet<&str> = rules().collect();
    let wrong = breaches(&sources(), ALLOWED, |file, literal| {
        known.contains(literal) || TABLES.iter().any(|table| table.0 == file)
    });
    assert!(wrong.is_empty(), "words belong to a pack of crates/lang:\n{}", wrong.join("\n"));
}

/// A rule that a file names without a reason is found by the test above.
#[test]
fn every_reason_is_told_by_a_rule() {
    let named: BTreeSet<String> =
        sources().iter().flat_map(|source| literals(&source.1)).map(|row| row.1).collect();
    let kinds: BTreeSet<&str> = kinds().collect();
    let untold: Vec<&str> =
        rules().filter(|rule| !named.contains(*rule) && !kinds.contains(rule)).collect();
    assert!(untold.is_empty(), "{untold:?}");
}

/// The files that a program is built from.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = dateline_literals::sources(&root);
    assert!(sources.len() > 40, "the crate's files were expected in {}", root.display());
    sources.retain(|source| !TESTS.contains(&source.0.as_str()));
    sources
}
