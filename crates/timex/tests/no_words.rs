//! The engine holds no word of any language: what stands between quotation
//! marks in its sources is a code, a mark or a class of the notation.

use std::fs;
use std::path::Path;

/// Letters that may stand together, and why.
const ALLOWED: [(&str, &[&str]); 3] = [
    (
        "TimeML's codes of values, units, seasons and parts of the day",
        &[
            "XX", "XXX", "XXXX", "WXX", "WE", "QX", "TXX", "XXT", "XXTXX", "PT", "DE", "CE", "BC",
            "SP", "SU", "FA", "WI", "NI",
        ],
    ),
    ("TimeML's vague references", &["PRESENT", "PAST", "FUTURE", "REF"]),
    (
        "classes of the notation",
        &[
            "DAY",
            "ORD",
            "MONTH",
            "FULLMONTH",
            "MM",
            "DD",
            "YEAR",
            "YYYY",
            "YY",
            "BCYEAR",
            "BCHEAD",
            "DECADE",
            "WEEKDAYS",
            "LAST",
            "WEEKDAY",
            "WDAY",
            "NUM",
            "ANUM",
            "UNIT",
            "CALUNIT",
            "ONEUNIT",
            "MANYUNITS",
            "WEEKEND",
            "SEASON",
            "PART",
            "CLOCK",
            "HOLIDAY",
            "MOD",
            "ABOUT",
            "DASH",
        ],
    ),
];

#[test]
fn no_source_of_the_engine_holds_a_word() {
    let mut words = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let source = fs::read_to_string(&path).unwrap();
            for (line, word) in words_in(&source) {
                words.push(format!("{}:{line}: {word:?}", path.display()));
            }
        }
    }
    words.sort();
    assert!(words.is_empty(), "\n{}", words.join("\n"));
}

#[test]
fn a_word_in_a_source_is_seen() {
    for (source, expected) in [
        ("matches!(word, \"today\")", vec![(1, "today")]),
        ("// \"today\"\nlet a = 'x'; f::<'t>(\"the\u{201c} {of} \\u{201c}\")", vec![(2, "the")]),
        ("&[\"a\", \"märz\"]", vec![(1, "märz")]),
        ("'\"'; \"XXXX-WXX\"; '\\''; r\"in\"", vec![(1, "in")]),
        ("row(\"date/iso\", \"YYYY ~DASH\")", vec![]),
        ("\"date/iso and\"", vec![(1, "date"), (1, "iso"), (1, "and")]),
        ("#[cfg(test)]\nmod tests { \"today\" }", vec![]),
    ] {
        let found = words_in(source);
        let found: Vec<(usize, &str)> = found.iter().map(|(at, word)| (*at, &**word)).collect();
        assert_eq!(found, expected, "{source}");
    }
}

/// The words between quotation marks of a source, with their lines. Comments
/// and unit tests are passed over.
fn words_in(source: &str) -> Vec<(usize, String)> {
    let source = source.split("#[cfg(test)]\nmod tests").next().unwrap();
    literals(source)
        .into_iter()
        .flat_map(|(line, text)| {
            let words = if is_row_name(&text) { Vec::new() } else { foreign_words(&text) };
            words.into_iter().map(move |word| (line, word))
        })
        .collect()
}

/// The texts between quotation marks, with the lines where they begin.
fn literals(source: &str) -> Vec<(usize, String)> {
    let (mut out, mut line) = (Vec::new(), 1);
    let mut rest = source.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\n' => line += 1,
            '/' if rest.peek() == Some(&'/') => while rest.next_if(|c| *c != '\n').is_some() {},
            // A character; a lifetime has no second quote.
            '\'' => {
                let mut ahead = rest.clone();
                let escaped = ahead.next() == Some('\\');
                if escaped {
                    rest.next();
                    rest.next();
                    while rest.next_if(|c| *c != '\'').is_some() {}
                    rest.next();
                } else if ahead.next() == Some('\'') {
                    rest.next();
                    rest.next();
                }
            }
            '"' => {
                let (start, mut text) = (line, String::new());
                while let Some(c) = rest.next().filter(|c| *c != '"') {
                    line += usize::from(c == '\n');
                    match (c, rest.peek()) {
                        ('\\', Some('u')) => while rest.next_if(|c| *c != '}').is_some() {},
                        ('\\', _) => drop(rest.next()),
                        _ => text.push(c),
                    }
                }
                out.push((start, text));
            }
            _ => {}
        }
    }
    out
}

/// The name of a row, which reaches the output.
fn is_row_name(text: &str) -> bool {
    let plain =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    text.split_once('/').is_some_and(|(group, name)| plain(group) && plain(name))
}

/// Two letters and more that no reason allows, outside the places of `format!`.
fn foreign_words(text: &str) -> Vec<String> {
    let mut bare = String::new();
    let mut depth = 0;
    for c in text.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ if depth == 0 => bare.push(c),
            _ => bare.push(' '),
        }
    }
    let allowed = |word: &str| ALLOWED.iter().any(|(_, words)| words.contains(&word));
    bare.split(|c: char| !c.is_alphabetic())
        .filter(|word| word.chars().count() > 1 && !allowed(word))
        .map(str::to_owned)
        .collect()
}
