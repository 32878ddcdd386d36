//! Holds what stands between quotation marks in sources against a list of what may.

use crate::literals;

/// A file, why the literals may stand there, and the literals as the source writes them.
pub type Row<'a> = (&'a str, &'a str, &'a [&'a str]);

/// The literals that may not stand where they do, as "file:line: literal", and what the list holds without
/// need. `known` is asked with file and literal where the list has no row.
pub fn breaches(
    sources: &[(String, String)],
    allowed: &[Row<'_>],
    known: impl Fn(&str, &str) -> bool,
) -> Vec<String> {
    // Every literal of the list, and whether a source has it.
    let mut list: Vec<(&str, &str, bool)> = allowed
        .iter()
        .flat_map(|(file, _, texts)| texts.iter().map(move |text| (*file, *text, false)))
        .collect();
    let mut out = Vec::new();
    for (file, source) in sources {
        for (line, literal) in literals(source) {
            match list.iter_mut().find(|row| row.0 == file && row.1 == literal) {
                Some(row) => row.2 = true,
                None if known(file, &literal) => {}
                None => out.push(format!("{file}:{line}: {literal:?}")),
            }
        }
    }
    let unused = list.iter().filter(|row| !row.2);
    out.extend(unused.map(|(file, text, _)| format!("{file}: {text:?} is no longer needed")));
    let bare = allowed.iter().filter(|row| row.1.is_empty());
    out.extend(bare.map(|row| format!("{}: a reason was expected", row.0)));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, allowed: &[Row<'_>], expected: &[&str]) {
        let sources = [("a.rs".to_owned(), source.to_owned())];
        let known = |file: &str, literal: &str| file == "a.rs" && literal == "known-rule";
        assert_eq!(breaches(&sources, allowed, known), expected, "{source}");
    }

    #[test]
    fn a_literal_needs_a_row_of_its_own_file() {
        check("\n\"today\"", &[], &["a.rs:2: \"today\""]);
        check("\"today\"", &[("a.rs", "a rule", &["today"])], &[]);
        check(
            "\"today\"",
            &[("b.rs", "a rule", &["today"])],
            &["a.rs:1: \"today\"", "b.rs: \"today\" is no longer needed"],
        );
        check("\"known-rule\"", &[], &[]);
    }

    #[test]
    fn a_row_needs_a_literal_and_a_reason() {
        let again = "a.rs: \"today\" is no longer needed";
        check("\"now\"", &[("a.rs", "a rule", &["now", "today"])], &[again]);
        check("\"today\"", &[("a.rs", "a rule", &["today", "today"])], &[again]);
        check("\"today\"", &[("a.rs", "", &["today"])], &["a.rs: a reason was expected"]);
    }
}
