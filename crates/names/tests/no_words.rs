//! The engine holds no word of any language: what it compares comes from a pack.

use std::fs;
use std::path::{Path, PathBuf};

/// Literals with two letters or more that are no word of a language: the file,
/// the literal, and why it may stand there.
const ALLOWED: &[(&str, &str, &str)] = &[
    ("fold.rs", "name", "the id of an entity whose name has no letter"),
    ("language.rs", "Language", "the type, for debugging"),
    ("rule.rs", "acronym", RULE),
    ("rule.rs", "alternative-name-list", RULE),
    ("rule.rs", "case-only", RULE),
    ("rule.rs", "company-suffix", RULE),
    ("rule.rs", "first-word", RULE),
    ("rule.rs", "given-name-of-full-name", RULE),
    ("rule.rs", "middle-name", RULE),
    ("rule.rs", "ministry-of-article", RULE),
    ("rule.rs", "overlay", RULE),
    ("rule.rs", "part-of-full-name", RULE),
    ("rule.rs", "short-given-name", RULE),
    ("rule.rs", "spelling-only", RULE),
    ("rule.rs", "surname-in-corpus", RULE),
    ("rule.rs", "surname-of-full-name", RULE),
    ("rule.rs", "transliteration", RULE),
    ("tagger/hash.rs", "phrase", HASH),
    ("tagger/lookup.rs", "exact", HASH),
    ("tagger/weights.rs", "DLNW\\x01\\x0d", "how the file of weights begins"),
    ("tagger/weights.rs", "Weights of {} features", "the type, for debugging"),
    ("tagger/weights.rs", "a feature is too high", BROKEN),
    ("tagger/weights.rs", "a label is too high", BROKEN),
    ("tagger/weights.rs", "a number is too long", BROKEN),
    ("tagger/weights.rs", "feature {feature} is too high", BROKEN),
    ("tagger/weights.rs", "no weights for names: {}", BROKEN),
    ("tagger/weights.rs", "something follows the last feature", BROKEN),
    ("tagger/weights.rs", "the checksum differs", BROKEN),
    ("tagger/weights.rs", "they begin otherwise", BROKEN),
    ("tagger/weights.rs", "they end too early", BROKEN),
    ("tagger/weights.rs", "too short", BROKEN),
];

const RULE: &str = "a rule's name, which the output carries";
const HASH: &str = "keeps two kinds of hashes apart; the weights are bound to it";
const BROKEN: &str = "what is wrong with a file of weights, told to who gave it";

#[test]
fn no_literal_is_a_word() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    assert!(files.len() > 20, "the engine's files were expected in {}", root.display());
    let mut used = vec![false; ALLOWED.len()];
    let mut wrong = Vec::new();
    for file in &files {
        let name = file.strip_prefix(&root).expect("a file of the crate");
        let name = name.to_str().expect("a plain name").replace('\\', "/");
        // Compiled for tests only.
        if name == "sample.rs" {
            continue;
        }
        let source = fs::read_to_string(file).expect("a source file");
        for (line, literal) in words(&source) {
            let row = ALLOWED.iter().position(|row| row.0 == name && row.1 == literal);
            match row {
                Some(row) => used[row] = true,
                None => wrong.push(format!("{name}:{line}: {literal:?}")),
            }
        }
    }
    assert!(wrong.is_empty(), "words belong to a pack of crates/lang:\n{}", wrong.join("\n"));
    let unused: Vec<&str> =
        ALLOWED.iter().zip(&used).filter(|(_, used)| !**used).map(|(row, _)| row.1).collect();
    assert!(unused.is_empty(), "no longer needed: {unused:?}");
}

#[test]
fn a_word_is_seen_wherever_it_stands() {
    let check = |source: &str, expected: &[&str]| {
        let found = words(source);
        let found: Vec<&str> = found.iter().map(|(_, literal)| literal.as_str()).collect();
        assert_eq!(found, expected, "{source}");
    };
    check("matches!(word, \"today\")", &["today"]);
    check("low == r\"of\" || low == r#\"the\"# || b\"and\" == low", &["of", "the", "and"]);
    check("['\"', 'a'].map(|c| \"in\")", &["in"]);
    check("fn a<'a>(x: &'a str) { x == \"für\" }", &["für"]);
    check("// \"of\"\n/* \"of\" */ x == \"\\\"of\"", &["\\\"of"]);
    check("/// \"of\"\nx == \"a\" || x == \"'s\" || x == \"\\u{2019}s\" || x == \"\\n\"", &[]);
    check("x == \"of\";\n#[cfg(test)]\nmod tests { x == \"the\" }", &["of"]);
}

fn collect(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of the crate") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, out);
        } else {
            out.push(path);
        }
    }
}

/// The literals with two letters or more and their lines, up to the module of tests.
fn words(source: &str) -> Vec<(usize, String)> {
    let end = source.find("#[cfg(test)]\nmod tests {").unwrap_or(source.len());
    let source: Vec<char> = source[..end].chars().collect();
    let mut out = Vec::new();
    let (mut at, mut line) = (0, 1);
    while at < source.len() {
        let next = source.get(at + 1).copied();
        let start = at;
        match source[at] {
            '/' if next == Some('/') => at = until(&source, at, &['\n']),
            '/' if next == Some('*') => at = until(&source, at + 2, &['*', '/']) + 2,
            // A character, not a lifetime.
            '\'' if next == Some('\\') => at = until(&source, at + 3, &['\'']) + 1,
            '\'' if source.get(at + 2) == Some(&'\'') => at += 3,
            '"' => {
                let hashes = source[..at].iter().rev().take_while(|c| **c == '#').count();
                let raw = source[..at - hashes].last() == Some(&'r');
                let close: Vec<char> = core::iter::once('"').chain(vec!['#'; hashes]).collect();
                at += 1;
                let first = at;
                while at < source.len() && !source[at..].starts_with(&close) {
                    at += if source[at] == '\\' && !raw { 2 } else { 1 };
                }
                let literal: String = source[first..at.min(source.len())].iter().collect();
                if letters(&literal) >= 2 {
                    out.push((line, literal));
                }
                at += close.len();
            }
            _ => at += 1,
        }
        let passed = &source[start..at.min(source.len())];
        line += passed.iter().filter(|c| **c == '\n').count();
    }
    out
}

/// Where a text begins at or after a place; the end where it never does.
fn until(source: &[char], from: usize, text: &[char]) -> usize {
    (from..source.len()).find(|&at| source[at..].starts_with(text)).unwrap_or(source.len())
}

/// How many letters a literal has; escapes are none.
fn letters(literal: &str) -> usize {
    let mut rest = literal.chars().peekable();
    let mut count = 0;
    while let Some(c) = rest.next() {
        if c == '\\' && rest.next() == Some('u') {
            rest.by_ref().find(|c| *c == '}');
        } else if c.is_alphabetic() {
            count += 1;
        }
    }
    count
}
