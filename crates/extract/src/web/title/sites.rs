//! The names that a site goes by, and how it joins them to a headline.

use crate::facts::address::host;
use crate::web::blocks::Block;
use crate::web::facts;
use crate::web::head::Head;
use dateline_text::letters;

/// Marks that sites put between a headline and their name.
const SEPARATORS: [&str; 11] =
    [" | ", " - ", " – ", " — ", " :: ", " « ", " » ", " · ", " • ", " / ", " : "];

/// Signs that do so without spaces where letters have no case and words no spaces.
const CLOSE_SEPARATORS: [char; 5] = ['_', '|', '｜', '-', '－'];

/// The names that the site goes by, letters alone.
pub(super) struct Sites {
    names: Vec<String>,
    /// Lines that say who owns the page.
    owners: Vec<String>,
}

impl Sites {
    pub(super) fn of(head: &Head, blocks: &[Block]) -> Sites {
        let mut names: Vec<String> = head
            .all(&[
                "og:site_name",
                "application-name",
                "twitter:site",
                "twitter:domain",
                "apple-mobile-web-app-title",
            ])
            .map(|row| row.1.trim_start_matches('@').to_owned())
            .collect();
        names.extend(head.stated("publisher").flat_map(|value| head.names(value)));
        names.extend(facts::address(head).and_then(|address| host(&address).map(str::to_owned)));
        let owned = blocks.iter().rev().take(40);
        let owned = owned.filter(|block| block.chars <= 300 && block.text.contains('©'));
        let owners = owned.map(|block| squeezed(&block.text)).collect();
        let names = names.iter().map(|name| squeezed(name)).filter(|name| !name.is_empty());
        Sites { names: names.collect(), owners }
    }

    /// Whether a text is the site's name, or part of it, or holds it.
    pub(super) fn has(&self, text: &str) -> bool {
        let part = squeezed(text);
        if part.is_empty() {
            return false;
        }
        let named = self.names.iter().any(|name| {
            *name == part
                || name.contains(&part) && part.len() * 2 > name.len()
                || part.contains(name.as_str()) && name.len() * 2 > part.len()
        });
        let telling = part.len() >= 4 && size(text) <= 3 || part.len() >= 8;
        named || telling && self.owners.iter().any(|line| line.contains(&part))
    }

    /// Whether the head states that the site is called so; `key` is letters alone.
    pub(super) fn is_named(&self, key: &str) -> bool {
        self.names.iter().any(|name| name == key)
    }

    /// Whether a stated name of the site stands before or behind a mark of a text.
    pub(super) fn is_joined(&self, text: &str) -> bool {
        let marks = marks(text);
        let Some((first, last)) = marks.first().zip(marks.last()) else { return false };
        [&text[..first.0], &text[last.1..]]
            .into_iter()
            .map(squeezed)
            .any(|end| !end.is_empty() && end.len() < text.len() / 2 && self.is_named(&end))
    }

    /// A title without the site's name before or after it, nor short names of sections.
    pub(super) fn without(&self, text: &str) -> String {
        let mut text = text.trim();
        for _ in 0..4 {
            let marks = marks(text);
            let Some((first, last)) = marks.first().zip(marks.last()) else { break };
            let (front, rest, back) = (&text[..first.0], &text[..last.0], &text[last.1..]);
            let label = size(back) <= 4 && size(rest) >= 3 && size(back) < size(rest);
            let firm = match &text[last.0..last.1] {
                " / " | "-" => false,
                " : " => size(back) <= 2,
                _ => true,
            };
            if self.has(back) && !rest.trim().is_empty() || label && firm {
                text = rest.trim();
            } else if self.has(front) {
                text = text[first.1..].trim();
            } else {
                break;
            }
        }
        text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '|' | '»' | '«')).to_owned()
    }
}

/// Words of four letters or more; of scripts without spaces pairs of letters.
pub(super) fn telling(text: &str) -> impl Iterator<Item = String> {
    let lower = text.to_lowercase();
    let words: Vec<String> = lower.split(|c: char| !c.is_alphanumeric()).flat_map(cut).collect();
    words.into_iter().filter(|word| word.contains(caseless) || word.chars().count() >= 4)
}

/// A word; of scripts without spaces its pairs of letters.
pub(super) fn cut(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    if letters.len() < 3 || !word.contains(caseless) {
        return vec![word.to_owned()];
    }
    letters.windows(2).map(|pair| pair.iter().collect()).collect()
}

/// Letters of scripts that are written without spaces.
fn caseless(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0E7F}' | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}')
}

/// How long a text is in words; of scripts without spaces two letters count as one.
pub(super) fn size(text: &str) -> usize {
    let letters = text.chars().filter(|&c| caseless(c)).count();
    text.split_whitespace().count().max(letters / 2)
}

/// Where marks part a title: begin and end of each.
pub(crate) fn marks(text: &str) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> = SEPARATORS
        .iter()
        .flat_map(|mark| text.match_indices(mark).map(|row| (row.0, row.0 + mark.len())))
        .collect();
    let close = text.match_indices(CLOSE_SEPARATORS).filter(|(at, mark)| {
        text[..*at].ends_with(caseless) || text[at + mark.len()..].starts_with(caseless)
    });
    out.extend(close.map(|(at, mark)| (at, at + mark.len())));
    out.sort_unstable();
    out
}

/// Letters and digits alone, lower case.
pub(crate) fn squeezed(text: &str) -> String {
    letters(text).collect()
}
