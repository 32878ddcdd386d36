//! Reads a block of "Key: value" lines at the head of a file.

use super::page::{Page, Place};

/// What such a block may say. Lower-case keys, sorted.
const KEYS: &[(&str, Fact)] = &[
    ("agency", Fact::Agency),
    ("author", Fact::Author),
    ("authors", Fact::Author),
    ("by", Fact::Author),
    ("byline", Fact::Author),
    ("category", Fact::Section),
    ("date", Fact::Date),
    ("date published", Fact::Date),
    ("description", Fact::Standfirst),
    ("headline", Fact::Title),
    ("keywords", Fact::Tags),
    ("lang", Fact::Language),
    ("language", Fact::Language),
    ("link", Fact::Url),
    ("outlet", Fact::Outlet),
    ("publication", Fact::Outlet),
    ("publication date", Fact::Date),
    ("published", Fact::Date),
    ("publisher", Fact::Outlet),
    ("section", Fact::Section),
    ("site", Fact::Outlet),
    ("source", Fact::Outlet),
    ("subtitle", Fact::Standfirst),
    ("summary", Fact::Standfirst),
    ("tags", Fact::Tags),
    ("time", Fact::Date),
    ("title", Fact::Title),
    ("url", Fact::Url),
];

/// A fact that a header line states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fact {
    Title,
    Standfirst,
    Outlet,
    Agency,
    Author,
    Section,
    Url,
    Date,
    Language,
    Tags,
}

/// Takes the header lines off a page and returns what they state, in order.
pub(crate) fn take(page: &mut Page) -> Vec<(Fact, String)> {
    let mut facts = Vec::new();
    let mut taken = Vec::new();
    // A long page may hold "Source: …" anywhere: the block is the page's head.
    for (index, line) in page.lines.iter().enumerate().take(24) {
        if matches!(line.text.as_str(), "---" | "+++") {
            taken.push(index);
            continue;
        }
        let Some(fact) = line.text.split_once(':').and_then(|(key, value)| {
            let key = key.trim().to_lowercase();
            let at = KEYS.binary_search_by_key(&key.as_str(), |row| row.0).ok()?;
            Some((KEYS[at].1, value.trim().trim_matches('"').to_owned()))
        }) else {
            break;
        };
        taken.push(index);
        facts.push(fact);
    }
    // One such line may be anything; a block has two, or states the title.
    if facts.len() < 2 && facts.first().is_none_or(|fact| fact.0 != Fact::Title) {
        return Vec::new();
    }
    for index in taken {
        page.put(
            index,
            Place::Out(
                "header-block",
                "The line belongs to a block of facts at the head of the file.",
            ),
        );
    }
    facts.retain(|fact| !fact.1.is_empty());
    facts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_sorted() {
        assert!(KEYS.is_sorted_by_key(|row| row.0));
    }

    #[test]
    fn a_header_block_is_taken_and_a_single_source_line_is_not() {
        let mut page = Page::read(
            "Title: Harbour opens\nDate: 2024-05-03\nURL: https://example.org/a\n\nThe boat came.",
        );
        let facts = take(&mut page);
        assert_eq!(facts.len(), 3);
        assert_eq!(facts[2], (Fact::Url, "https://example.org/a".into()));
        assert!(page.free(3));
        assert!(take(&mut Page::read("Source: the mayor\n\nThe boat came.")).is_empty());
    }
}
