//! No file of this crate holds a word of any language, nor a sentence for readers: what pages say and
//! why a line was left out comes from `lang`.

mod allowed;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use dateline_lang::en::page_reasons::rules;
use dateline_lang::page::kinds;

use self::allowed::{ALLOWED, TABLES};

/// Compiled for tests only.
const TESTS: [&str; 3] = ["file/tests.rs", "page/seeds.rs", "page/tests.rs"];

#[test]
fn no_literal_is_a_word() {
    let known: BTreeSet<&str> = rules().collect();
    let mut used: BTreeSet<(&str, &str)> = BTreeSet::new();
    let mut wrong = Vec::new();
    for (name, line, literal) in literals() {
        let rows = ALLOWED.iter().filter(|row| row.0 == name);
        let allowed = rows.flat_map(|row| row.2.iter().map(|text| (row.0, *text)));
        match allowed.into_iter().find(|row| row.1 == literal) {
            Some(row) => drop(used.insert(row)),
            None if known.contains(literal.as_str()) => {}
            None if TABLES.iter().any(|table| table.0 == name) => {}
            None => wrong.push(format!("{name}:{line}: {literal:?}")),
        }
    }
    assert!(wrong.is_empty(), "words belong to a pack of crates/lang:\n{}", wrong.join("\n"));
    let all = ALLOWED.iter().flat_map(|row| row.2.iter().map(|text| (row.0, *text)));
    let unused: Vec<_> = all.filter(|row| !used.contains(row)).collect();
    assert!(unused.is_empty(), "no longer needed: {unused:?}");
}

/// A rule that a file names without a reason is found by the test above.
#[test]
fn every_reason_is_told_by_a_rule() {
    let named: BTreeSet<String> = literals().map(|row| row.2).collect();
    let kinds: BTreeSet<&str> = kinds().collect();
    let untold: Vec<&str> =
        rules().filter(|rule| !named.contains(*rule) && !kinds.contains(rule)).collect();
    assert!(untold.is_empty(), "{untold:?}");
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

/// File, line and text of every literal with two letters or more.
fn literals() -> impl Iterator<Item = (String, usize, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    assert!(files.len() > 40, "the crate's files were expected in {}", root.display());
    files.into_iter().flat_map(move |file| {
        let name = file.strip_prefix(&root).expect("a file of the crate");
        let name = name.to_str().expect("a plain name").replace('\\', "/");
        let source = fs::read_to_string(&file).expect("a source file");
        let found = if TESTS.contains(&name.as_str()) { Vec::new() } else { words(&source) };
        found.into_iter().map(move |(line, literal)| (name.clone(), line, literal))
    })
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
