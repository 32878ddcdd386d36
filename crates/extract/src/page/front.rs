//! Reads a block of "Key: value" lines at the head of a file.

use std::borrow::Cow;

use dateline_lang::page::{HEAD_KEYS, find};

use super::places::{Page, Place};
use crate::facts::stated::{Fact, Origin, Statement};

/// Keys of a message's head that say nothing of the article. Lower case, sorted.
const MAIL_KEYS: [&str; 12] = [
    "bcc",
    "cc",
    "content-transfer-encoding",
    "content-type",
    "delivered-to",
    "list-unsubscribe",
    "message-id",
    "mime-version",
    "received",
    "reply-to",
    "return-path",
    "to",
];

/// A block is not longer than this many lines.
const LONGEST: usize = 40;

/// Takes the header lines off a page and returns what they state, in order.
pub(crate) fn take(page: &mut Page) -> Vec<Statement> {
    let mut statements = Vec::new();
    let mut taken = Vec::new();
    // A long page may hold "Source: …" anywhere: the block is the page's head.
    for (index, line) in page.lines.iter().enumerate().take(LONGEST) {
        if is_fence(&line.text) {
            taken.push(index);
            continue;
        }
        let Some(row) = statement(&line.text) else { break };
        taken.push(index);
        statements.push(row);
    }
    if !is_block(&statements) {
        return Vec::new();
    }
    for index in taken {
        page.put(index, Place::Out("header-block"));
    }
    kept(statements)
}

/// The block at the head of a raw text: what it states, and its length in bytes.
pub(crate) fn block(text: &str) -> Option<(Vec<Statement>, usize)> {
    let mut statements = Vec::new();
    let (mut at, mut length) = (0, 0);
    let head = unfolded(text.get(..8_000).unwrap_or(text));
    // Folded lines would shift the places: such a block is left to `take`.
    let whole = matches!(head, Cow::Borrowed(_));
    for line in text.split_inclusive('\n').take(LONGEST).filter(|_| whole) {
        let bare = line.trim().trim_start_matches(['#', '>', ' ']);
        let bare = bare.replace("**", "").replace("__", "");
        at += line.len();
        if bare.trim().is_empty() || is_fence(&bare) {
            continue;
        }
        let Some(row) = statement(&bare) else { break };
        length = at;
        statements.push(row);
    }
    is_block(&statements).then(|| (kept(statements), length))
}

/// A text whose header block has no folded lines: a line that begins with white
/// space goes on where the line before it ended.
pub(crate) fn unfolded(text: &str) -> Cow<'_, str> {
    let start = text.len() - text.trim_start().len();
    let head = &text[start..];
    let end = head.find("\n\n").map_or(head.len(), |end| end + 1);
    let block = &head[..end];
    let folded = |line: &str| line.starts_with([' ', '\t']) && !line.trim().is_empty();
    let fits = end <= 8_000
        && block.lines().skip(1).any(folded)
        && block.lines().all(|line| folded(line) || statement(line).is_some() || mail_line(line));
    if !fits {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    out.push_str(&text[..start]);
    for line in block.lines() {
        if folded(line) {
            out.truncate(out.trim_end_matches('\n').len());
            out.push(' ');
            out.push_str(line.trim());
        } else {
            out.push_str(line);
        }
        out.push('\n');
    }
    out.push_str(&head[end..]);
    Cow::Owned(out)
}

/// One such line may be anything; a block has two, or states the title.
fn is_block(statements: &[Option<Statement>]) -> bool {
    let told: Vec<&Statement> = statements.iter().flatten().collect();
    told.len() >= 2 || told.first().is_some_and(|row| row.fact == Fact::Title)
}

fn kept(statements: Vec<Option<Statement>>) -> Vec<Statement> {
    statements.into_iter().flatten().filter(|row| !row.values[0].is_empty()).collect()
}

fn is_fence(line: &str) -> bool {
    matches!(line.trim(), "---" | "+++")
}

/// What a "Key: value" line states; `Some(None)` where nothing of the article.
pub(crate) fn statement(line: &str) -> Option<Option<Statement>> {
    let (key, value) = line.split_once(':')?;
    let key = key.trim();
    if key.len() > 30 {
        return None;
    }
    let name = key.to_lowercase();
    let Some(mut fact) = find(&HEAD_KEYS, &name) else {
        let extension = ["X-", "List-", "DKIM-", "ARC-"].iter().any(|head| key.starts_with(head));
        let known = extension || MAIL_KEYS.binary_search(&name.as_str()).is_ok();
        return (known && mail_line(line)).then_some(None);
    };
    let value = value.trim().trim_matches('"').to_owned();
    // "Source" may name the outlet or lead to the page.
    if fact == Fact::Outlet && (value.starts_with("https://") || value.starts_with("http://")) {
        fact = Fact::Url;
    }
    let (values, key) = (vec![value], key.to_owned());
    Some(Some(Statement { fact, values, key, origin: Origin::HeaderBlock }))
}

/// "X-Mailer: …", "To: …": a line of a message's head.
fn mail_line(line: &str) -> bool {
    line.split_once(':').is_some_and(|(key, _)| {
        (2..=30).contains(&key.len())
            && key.starts_with(|c: char| c.is_ascii_uppercase())
            && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_sorted() {
        assert!(MAIL_KEYS.is_sorted());
    }

    /// What the block at the head of a text states.
    fn check(text: &str, expected: &[(Fact, &str)]) {
        let mut page = Page::read(&unfolded(text));
        let found = take(&mut page);
        let found: Vec<(Fact, &str)> =
            found.iter().map(|row| (row.fact, row.values[0].as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_header_block_is_taken_in_any_usual_wording() {
        check(
            "Title: Harbour opens\nDate: 2024-05-03\nURL: https://example.org/a\n\nThe boat came.",
            &[
                (Fact::Title, "Harbour opens"),
                (Fact::Date, "2024-05-03"),
                (Fact::Url, "https://example.org/a"),
            ],
        );
        check(
            "Headline: Harbour opens\nPublished on: 3 May 2024\nSource: https://example.org/a\n\nThe boat came.",
            &[
                (Fact::Title, "Harbour opens"),
                (Fact::Date, "3 May 2024"),
                (Fact::Url, "https://example.org/a"),
            ],
        );
        check(
            "From: Ada Lind <ada@example.org>\nTo: all@example.org\nSubject: Harbour opens\n after nine years\nDate: Fri, 3 May 2024 08:15:00 +0200\n\nThe boat came.",
            &[
                (Fact::Sender, "Ada Lind <ada@example.org>"),
                (Fact::Title, "Harbour opens after nine years"),
                (Fact::Date, "Fri, 3 May 2024 08:15:00 +0200"),
            ],
        );
    }

    #[test]
    fn a_single_line_with_a_colon_is_no_block() {
        check("Source: the mayor\n\nThe boat came.", &[]);
        check("To: the mayor\nThe boat came.", &[]);
        check("From: here\n\nThe boat came.", &[]);
    }

    #[test]
    fn a_block_above_markdown_is_cut_off_at_its_end() {
        let text = "**Title:** Harbour opens\n**Date:** 2024-05-03\n\nThe boat came.";
        let (statements, length) = block(text).expect("a block");
        assert_eq!((statements.len(), &text[length..]), (2, "\nThe boat came."));
        assert!(block("The boat came.\nDate: 2024-05-03").is_none());
    }
}
