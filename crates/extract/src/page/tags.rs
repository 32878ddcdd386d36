//! Reads the tags that a page prints with an article.

use std::collections::BTreeSet;

use super::places::Page;
use crate::sheet::look::Look;
use dateline_lang::page::{TAG_HEADINGS, TAG_LABELS, TOPICS, has};
use dateline_text::QuickSet;

/// How many lines below an article may still be its tags.
const REACH: usize = 10;

/// The tags, and the lines that print them. `end` is the line after the article.
pub(crate) fn find(page: &Page, end: usize) -> (Vec<String>, Vec<usize>) {
    let (mut tags, mut lines) = (Vec::new(), Vec::new());
    for (index, look) in page.looks.iter().enumerate() {
        if *look == Look::Hashtag && page.free(index) {
            lines.push(index);
            tags.extend(
                page.lines[index]
                    .text
                    .split('#')
                    .map(|tag| tag.trim_matches([' ', ',', '_']).to_owned()),
            );
        }
    }
    let mut words = None;
    let mut listed = false;
    // A line of tags may end in a full stop and so have joined the article.
    for index in end.saturating_sub(3)..(end + REACH).min(page.lines.len()) {
        let line = &page.lines[index];
        if !page.free(index) || line.chars > 400 {
            listed = false;
            continue;
        }
        if let Some(label) = TAG_LABELS.iter().find(|label| line.key.starts_with(**label)) {
            let list = line.text.get(label.len()..).unwrap_or("");
            tags.extend(
                list.split([',', ';', '|', '•'])
                    .map(|tag| tag.trim().trim_end_matches('.').to_owned()),
            );
            lines.push(index);
            listed = false;
        } else if index < end {
            continue;
        } else if has(&TAG_HEADINGS, &line.key) {
            listed = true;
        } else if listed && line.bullet && line.words <= 5 && page.looks[index] == Look::Plain {
            tags.push(line.text.clone());
            lines.push(index);
        } else if page.looks[index] == Look::Plain
            && page.places.get(index).is_some_and(Option::is_none)
        {
            listed = false;
            let known = words.get_or_insert_with(|| known_words(page, index));
            if let Some(found) = glued(&line.text, known) {
                tags.extend(found);
                lines.push(index);
            }
        }
    }
    let mut seen = BTreeSet::new();
    tags.retain(|tag| !tag.is_empty() && seen.insert(tag.to_lowercase()));
    (tags, lines)
}

/// The words of the page but for one line, lower case.
fn known_words(page: &Page, but: usize) -> QuickSet<&str> {
    let lines = page.lines.iter().enumerate().filter(|row| row.0 != but);
    lines
        .flat_map(|row| row.1.key.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| word.len() >= 3)
        .collect()
}

/// Tags printed without a gap: "harbourSalt tradechoirTown". A capital after a
/// small letter begins a tag. Two small words may be joined too: a word that
/// neither the page nor the list of topics knows comes apart where both halves
/// are known.
fn glued(text: &str, known: &QuickSet<&str>) -> Option<Vec<String>> {
    let pieces = joins(text);
    if pieces.len() < 3
        || text.contains(['.', ',', ':', '!', '?', '"', '(', '|', '/'])
        || text.chars().count() > 300
    {
        return None;
    }
    // "iPhone" and "eBay" are words, not joints.
    let joint =
        |piece: &&str| piece.rsplit(' ').next().is_some_and(|last| last.chars().count() >= 3);
    if !pieces.iter().all(joint) {
        return None;
    }
    let mut tags = Vec::new();
    for piece in pieces {
        let (front, last) =
            piece.rsplit_once(' ').map_or(("", piece), |(front, last)| (front, last));
        match halves(last, known) {
            Some((one, two)) => {
                tags.push(format!("{front} {one}").trim().to_owned());
                tags.push(two.to_owned());
            }
            None => tags.push(piece.trim().to_owned()),
        }
    }
    Some(tags)
}

/// A text cut where a capital follows a small letter.
fn joins(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let (mut start, mut small) = (0, false);
    for (at, c) in text.char_indices() {
        if small && c.is_uppercase() {
            out.push(&text[start..at]);
            start = at;
        }
        small = c.is_lowercase();
    }
    out.push(&text[start..]);
    out
}

fn halves<'t>(word: &'t str, known: &QuickSet<&str>) -> Option<(&'t str, &'t str)> {
    let knows = |half: &str| half.len() >= 3 && (known.contains(half) || has(&TOPICS, half));
    if word.len() > 60 || !word.chars().all(char::is_lowercase) || knows(word) {
        return None;
    }
    word.char_indices().map(|(at, _)| word.split_at(at)).find(|(one, two)| knows(one) && knows(two))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glued_tags_come_apart_at_capitals_and_known_words() {
        let known: QuickSet<&str> = ["harbour", "choir", "salt"].into_iter().collect();
        let check = |text: &str, expected: Option<&[&str]>| {
            let found = glued(text, &known);
            assert_eq!(
                found.as_deref().map(|tags| tags.iter().map(String::as_str).collect()),
                expected.map(<[&str]>::to_vec),
                "{text}"
            );
        };
        check("harbourSalt tradechoirTown", Some(&["harbour", "Salt trade", "choir", "Town"]));
        check("choirTown", None);
        check("The choir of the iPhone sang at eBay", None);
    }
}
