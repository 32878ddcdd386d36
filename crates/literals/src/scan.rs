//! Finds the text literals of Rust sources.

/// The text literals with two letters or more, as the source writes them, and the lines where they begin.
///
/// Comments, characters, lifetimes and the unit tests that end a file are passed over; escapes are no
/// letters.
///
/// ```
/// let source = "let marks = \"\\u{201C}\";\nlet word = \"today\"; // \"of\"";
/// assert_eq!(dateline_literals::literals(source), [(2, "today".to_owned())]);
/// ```
pub fn literals(source: &str) -> Vec<(usize, String)> {
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
                let hashes = if raw { hashes } else { 0 };
                let close: Vec<char> = core::iter::once('"').chain(vec!['#'; hashes]).collect();
                at += 1;
                let first = at;
                while at < source.len() && !source[at..].starts_with(&close) {
                    at += if source[at] == '\\' && !raw { 2 } else { 1 };
                }
                let literal: String = source[first..at.min(source.len())].iter().collect();
                if letters(&literal, raw) >= 2 {
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

/// How many letters a literal has. In a raw one a backslash is a backslash.
fn letters(literal: &str, raw: bool) -> usize {
    let mut rest = literal.chars();
    let mut count = 0;
    while let Some(c) = rest.next() {
        if c == '\\' && !raw {
            match rest.next() {
                Some('u') => drop(rest.by_ref().find(|c| *c == '}')),
                Some('x') => drop(rest.by_ref().nth(1)),
                _ => {}
            }
        } else if c.is_alphabetic() {
            count += 1;
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expected: &[(usize, &str)]) {
        let found = literals(source);
        let found: Vec<(usize, &str)> = found.iter().map(|(at, text)| (*at, &**text)).collect();
        assert_eq!(found, expected, "{source}");
    }

    #[test]
    fn a_word_is_seen_wherever_it_stands() {
        check("matches!(word, \"today\")", &[(1, "today")]);
        check(
            "low == r\"of\" || low == r#\"the\"# || b\"and\" == low",
            &[(1, "of"), (1, "the"), (1, "and")],
        );
        check("&[\"a\", \"märz\"]", &[(1, "märz")]);
        check("\"date/iso and\"", &[(1, "date/iso and")]);
        check("row(\"date/iso\",\n\"YYYY ~DASH\")", &[(1, "date/iso"), (2, "YYYY ~DASH")]);
        check("r\"\\d+\\w\"", &[(1, "\\d+\\w")]);
        check("\"a\n\" == x;\n\"two\nlines\";\n\"of\"", &[(3, "two\nlines"), (5, "of")]);
        check("#\"in\" == x; \"of\"", &[(1, "in"), (1, "of")]);
    }

    #[test]
    fn comments_and_the_unit_tests_at_the_end_are_passed_over() {
        check("// \"of\"\n/* \"of\"\n*/ x == \"\\\"of\"", &[(3, "\\\"of")]);
        check("/// \"of\"\nx == \"a\"", &[]);
        check("#[cfg(test)]\nmod tests { \"today\" }", &[]);
        check("x == \"of\";\n#[cfg(test)]\nmod tests { x == \"the\" }", &[(1, "of")]);
        check("#[cfg(test)]\nmod tests;\nx == \"of\"", &[(3, "of")]);
    }

    #[test]
    fn characters_and_lifetimes_open_no_literal() {
        check("['\"', 'a'].map(|c| \"in\")", &[(1, "in")]);
        check("fn a<'a>(x: &'a str) { x == \"für\" }", &[(1, "für")]);
        check("'\"'; \"XXXX-WXX\"; '\\''; r\"in\"", &[(1, "XXXX-WXX"), (1, "in")]);
        check("'\\\\'; '\\u{22}'; \"in\"", &[(1, "in")]);
    }

    #[test]
    fn escapes_are_no_letters() {
        check("x == \"'s\" || x == \"\\u{2019}s\" || x == \"\\n\" || x == \"\\t\\r\"", &[]);
        check("x == \"\\xfe\\xff\" || x == \"\\u{fe}\\u{ff}\"", &[]);
        check(
            "// \"today\"\nlet a = 'x'; f::<'t>(\"the\\u{201c} {of} \\u{201c}\")",
            &[(2, "the\\u{201c} {of} \\u{201c}")],
        );
    }
}
