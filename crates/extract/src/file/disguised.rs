//! Files that are something else than their ending says. Reading them as text would put marks of their
//! format into a title, so they are named instead.

use super::fields::is_field;

/// How a file begins that is no text of an article, and what it is.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "a text in RTF"),
    (b"PK\x03\x04", "a packed file (ZIP, DOCX, ODT or EPUB)"),
    (b"\x1F\x8B", "a packed file (GZIP)"),
    (b"bplist00", "a web archive or another property list of macOS"),
    (b"\xD0\xCF\x11\xE0", "a document of an older office program"),
    (b"WARC/", "an archive of the web (WARC)"),
];

/// How a feed begins, behind its declaration.
const FEEDS: &[&str] = &["<rss", "<feed", "<rdf:rdf"];

/// What a file is by its first bytes, where that is none of the kinds that are read.
pub(super) fn by_bytes(bytes: &[u8]) -> Option<&'static str> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    SIGNATURES.iter().find(|row| bytes.starts_with(row.0)).map(|row| row.1)
}

/// The same by its text.
pub(super) fn by_text(text: &str) -> Option<&'static str> {
    let head: String = text.trim_start().chars().take(2_000).collect::<String>().to_lowercase();
    let mut rest = head.as_str();
    // Declarations, comments and style sheets stand before the first element.
    while let Some(inner) = rest.strip_prefix("<?").or_else(|| rest.strip_prefix("<!--")) {
        rest = inner.split_once('>').map_or("", |row| row.1).trim_start();
    }
    if FEEDS.iter().any(|feed| rest.starts_with(feed)) {
        return Some("a feed (RSS or Atom)");
    }
    is_table(text).then_some("a table (CSV or TSV)")
}

/// Whether the first line names fields of articles and the next ones have as many.
fn is_table(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let (Some(head), Some(row)) = (lines.next(), lines.next()) else { return false };
    [',', '\t', ';'].into_iter().any(|mark| {
        let names: Vec<&str> = head.split(mark).map(|name| name.trim_matches(['"', ' '])).collect();
        let fits = (3..=200).contains(&names.len())
            && names.iter().all(|name| name.len() <= 40 && !name.contains(char::is_whitespace));
        fits && names.iter().filter(|name| is_field(name)).count() >= 3
            && row.matches(mark).count() + 1 >= names.len()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_other_kinds_are_known_by_how_they_begin() {
        for (text, expected) in [
            ("%PDF-1.7\n1 0 obj", true),
            ("{\\rtf1\\ansi Salt\\par}", true),
            ("\u{FEFF}%PDF-1.7", true),
            ("<?xml version=\"1.0\"?>\n<!-- made -->\n<rss version=\"2.0\"><channel>", true),
            ("<feed xmlns=\"http://www.w3.org/2005/Atom\">", true),
            ("title,date,text\n\"Salt\",2024-03-05,\"The boat, it came.\"\n", true),
            ("id\ttitle\turl\ttext\n1\tSalt\thttps://example.org/\tThe boat came.\n", true),
            ("{\"title\": \"Salt\"}", false),
            ("<?xml version=\"1.0\"?><html><body><p>Salt</p></body></html>", false),
            ("Salt, choir, date\nThe boat came, with salt, and a choir.", false),
            ("Salt is dear\n\nThe boat came.", false),
        ] {
            let found = by_bytes(text.as_bytes()).or_else(|| by_text(text));
            assert_eq!(found.is_some(), expected, "{text}: {found:?}");
        }
    }
}
