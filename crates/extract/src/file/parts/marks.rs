//! Lines by which an export counts its articles or ends each.

use dateline_lang::exports::{COUNTS, ENDS, NUMBERS};

/// A line that parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// "2 of 5 DOCUMENTS", "Document 2 of 5": the number and how many there are.
    Count(usize, usize),
    /// "End of Document", "Document PORTP00020240305ek350001a".
    End,
}

/// No such line is longer, in bytes.
const LONGEST: usize = 120;

/// What a line marks.
pub(super) fn mark(line: &str) -> Option<Mark> {
    let rule = |c: char| c.is_whitespace() || matches!(c, '=' | '-' | '*' | '#' | '_' | '~');
    if line.len() > LONGEST {
        return None;
    }
    let bare = line.trim_matches(rule);
    let words = bare.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    if ENDS.contains(&words.as_str()) || is_number(&words) {
        return Some(Mark::End);
    }
    COUNTS.iter().find_map(|(before, between, after)| {
        let inner = words.strip_prefix(before)?.strip_suffix(after)?;
        let (number, of) = inner.split_once(between)?;
        let (number, of) = (count(number)?, count(of)?);
        (1..=of).contains(&number).then_some(Mark::Count(number, of))
    })
}

/// An archive's own number of an article: a code of the outlet, the day and some more digits.
fn is_number(words: &str) -> bool {
    NUMBERS.iter().any(|before| {
        words.strip_prefix(before).is_some_and(|code| {
            (20..=40).contains(&code.len())
                && code.bytes().all(|byte| byte.is_ascii_alphanumeric())
                && code.bytes().take(2).all(|byte| byte.is_ascii_alphabetic())
                && code.bytes().filter(u8::is_ascii_digit).count() >= 10
        })
    })
}

/// "1,024" is a number too.
fn count(text: &str) -> Option<usize> {
    let digits = text.replace([',', '.'], "");
    let fits = (1..=6).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| digits.parse().ok()).flatten()
}

/// Whether a marked-up text has such a line between two of its tags.
pub(super) fn hinted(html: &str) -> bool {
    let counts = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit());
    let ends = |text: &str| ENDS.iter().any(|words| text.eq_ignore_ascii_case(words));
    html.split('>')
        .map(|text| text.split('<').next().unwrap_or("").trim())
        .filter(|text| text.len() <= LONGEST && (counts(text) || ends(text)))
        .any(|text| mark(text).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_count_or_end_are_told_from_prose() {
        for (line, expected) in [
            ("                   2 of 15 DOCUMENTS", Some(Mark::Count(2, 15))),
            ("Document 3 of 3", Some(Mark::Count(3, 3))),
            ("=== Article 2 of 1,024 ===", Some(Mark::Count(2, 1024))),
            ("7 von 9 DOKUMENTEN", Some(Mark::Count(7, 9))),
            ("End of Document", Some(Mark::End)),
            ("Document PORTP00020240305ek350001a", Some(Mark::End)),
            ("Document 4 of 3", None),
            ("Page 2 of 5", None),
            ("Article 5 of the treaty", None),
            ("Document of the year", None),
            ("Document PORTP0002024", None),
            ("He read the document 2 of 3 times", None),
            ("", None),
        ] {
            assert_eq!(mark(line), expected, "{line}");
        }
    }

    #[test]
    fn a_page_is_an_export_only_where_such_a_line_may_begin() {
        for line in ["Document 1 of 2", "1 of 2 DOCUMENTS", "End of Document"] {
            assert!(hinted(&format!("<p><b> {line}\n</b></p>")), "{line}");
        }
        assert!(!hinted("<p>The Document and the Article</p><script>new Document()</script>"));
    }
}
