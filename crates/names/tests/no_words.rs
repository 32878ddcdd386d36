//! The engine holds no word of any language: what it compares comes from a pack.

use std::path::Path;

use dateline_literals::{Row, breaches, sources};

/// Literals with two letters or more that are no word of a language, and why they may stand there.
const ALLOWED: &[Row<'_>] = &[
    ("entities.rs", "a name with its country in brackets", &["{name} ({country})"]),
    ("fold.rs", "the id of an entity whose name has no letter", &["name"]),
    ("language.rs", "the type, for debugging", &["Language"]),
    (
        "rule.rs",
        RULE,
        &[
            "acronym",
            "alternative-name-list",
            "case-only",
            "company-suffix",
            "country",
            "first-word",
            "given-name-of-full-name",
            "initial",
            "middle-name",
            "ministry-of-article",
            "most-named",
            "one-kind",
            "overlay",
            "part-of-full-name",
            "place-head",
            "short-given-name",
            "spelling-only",
            "surname-in-corpus",
            "surname-of-full-name",
            "trade",
            "transliteration",
        ],
    ),
    ("tagger/hash.rs", HASH, &["phrase"]),
    ("tagger/lookup.rs", HASH, &["exact"]),
    ("tagger/weights.rs", "how the file of weights begins", &["DLNW\\x01\\x0d"]),
    ("tagger/weights.rs", "the type, for debugging", &["Weights of {} features"]),
    (
        "tagger/weights.rs",
        BROKEN,
        &[
            "a feature is too high",
            "a label is too high",
            "a number is too long",
            "feature {feature} is too high",
            "no weights for names: {}",
            "something follows the last feature",
            "the checksum differs",
            "they begin otherwise",
            "they end too early",
            "too short",
        ],
    ),
];

const RULE: &str = "a rule's name, which the output carries";
const HASH: &str = "keeps two kinds of hashes apart; the weights are bound to it";
const BROKEN: &str = "what is wrong with a file of weights, told to who gave it";

#[test]
fn no_literal_is_a_word() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = sources(&root);
    assert!(sources.len() > 20, "the engine's files were expected in {}", root.display());
    // Compiled for tests only.
    sources.retain(|source| source.0 != "sample.rs");
    let wrong = breaches(&sources, ALLOWED, |_, _| false);
    assert!(wrong.is_empty(), "words belong to a pack of crates/lang:\n{}", wrong.join("\n"));
}
