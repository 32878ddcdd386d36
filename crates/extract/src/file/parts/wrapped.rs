//! Paragraphs of a text whose lines were broken at one width.

use super::Row;

/// A text with longer lines was not broken at all, and one with shorter lines is a list.
const WIDTHS: core::ops::RangeInclusive<usize> = 36..=120;

/// The paragraphs of a text that has an empty line between them. A line goes on in the next one where
/// that one's first word would not have fitted on it.
pub(super) fn paragraphs(rows: &[Row<'_>]) -> Vec<String> {
    let chars = |text: &str| text.chars().count();
    let width = rows.iter().map(|row| chars(row.text)).max().unwrap_or(0);
    let mut out: Vec<String> = Vec::new();
    // How long the line is that may go on, and whether it may.
    let mut last: Option<usize> = None;
    for row in rows {
        let text = row.text.trim();
        if text.is_empty() {
            last = None;
            continue;
        }
        let word = chars(text.split_whitespace().next().unwrap_or(""));
        match out.last_mut() {
            Some(before)
                if WIDTHS.contains(&width) && last.is_some_and(|last| last + 1 + word > width) =>
            {
                before.push(' ');
                before.push_str(text);
            }
            _ => out.push(text.to_owned()),
        }
        last = Some(chars(row.text));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::rows;
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(paragraphs(&rows(text)), expected, "{text}");
    }

    #[test]
    fn a_broken_line_goes_on_and_a_short_one_does_not() {
        check(
            "The old harbour opened again on Sunday\nafter nine years of work.\n\nThe mayor was glad.",
            &[
                "The old harbour opened again on Sunday after nine years of work.",
                "The mayor was glad.",
            ],
        );
        check("Who came:\nthe mayor\nhis deputy\n", &["Who came:", "the mayor", "his deputy"]);
        let long = "The old harbour opened again. ".repeat(6);
        check(&format!("{long}\n{long}"), &[long.trim(), long.trim()]);
    }
}
