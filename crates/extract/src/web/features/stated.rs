//! How far a line is in what the page's head states of the article.

use std::collections::HashSet;

use crate::web::facts;
use crate::web::head::Head;
use dateline_text::{hash, key_of};

/// Words of a run that is looked for.
const RUN: usize = 5;

/// What the head states.
pub(super) struct Stated {
    /// Runs of words of the article's text; nothing where it states none.
    body: HashSet<u64>,
    /// The summary's.
    summary: HashSet<u64>,
}

impl Stated {
    pub(super) fn of(head: &Head) -> Self {
        let body = facts::stated_body(head).unwrap_or_default();
        let summary = head.first(&["og:description", "description", "twitter:description"]);
        Self {
            body: runs(&key_of(&body.join(" "))).collect(),
            summary: runs(&key_of(&summary.unwrap_or_default())).collect(),
        }
    }

    /// Whether a line is in the stated text: 0 where there is none, 1 where it is too short to tell, then
    /// none, one and both of its ends.
    pub(super) fn body(&self, key: &str) -> u8 {
        ends(&self.body, key)
    }

    /// The same of the summary.
    pub(super) fn summary(&self, key: &str) -> u8 {
        ends(&self.summary, key)
    }
}

fn ends(stated: &HashSet<u64>, key: &str) -> u8 {
    if stated.is_empty() {
        return 0;
    }
    let words = || key.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let first: Vec<u64> = words().take(RUN).map(hash).collect();
    if first.len() < RUN {
        return 1;
    }
    let mut last: Vec<u64> = words().rev().take(RUN).map(hash).collect();
    last.reverse();
    let has = |words: &[u64]| u8::from(stated.contains(&run(words)));
    2 + has(&first) + has(&last)
}

/// Runs of words, each as a hash.
fn runs(key: &str) -> impl Iterator<Item = u64> {
    let words = key.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<u64> = words.map(hash).collect();
    let runs: Vec<u64> = words.windows(RUN).map(run).collect();
    runs.into_iter()
}

fn run(words: &[u64]) -> u64 {
    words.iter().fold(7, |sum: u64, word| sum.wrapping_mul(0x0100_0000_01b3) ^ word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::tree::Tree;
    use crate::web::saved::Saved;

    #[test]
    fn a_line_is_found_in_the_stated_text_by_its_ends() {
        let text = "The old harbour of the small town opened again on Sunday. ".repeat(9);
        let page = format!(
            r#"<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{text}"}}</script>"#
        );
        let stated = Stated::of(&Head::read(&Tree::read(&page), Saved::default()));
        for (line, expected) in [
            ("The harbour", 1),
            ("Snow closed the pass on Sunday, again", 2),
            ("The old harbour of the small village sank", 3),
            ("of the small town opened again", 4),
        ] {
            assert_eq!(stated.body(&key_of(line)), expected, "{line}");
        }
        assert_eq!(stated.summary("of the small town opened again"), 0);
    }
}
