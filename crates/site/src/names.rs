//! File names from ids, which may be anything at all.

use dateline_model::Corpus;
use dateline_text::{Ids, hash};

use crate::story::Story;

/// Longer names are cut; the hash behind them keeps them apart.
const LONGEST: usize = 80;

/// Names that some system keeps for its devices.
const RESERVED: [&str; 4] = ["aux", "con", "nul", "prn"];

/// Where every article and every event stands.
pub(crate) struct Names {
    /// By article.
    pub articles: Vec<String>,
    /// By event: its own page, or its place on the page of its day.
    pub events: Vec<String>,
}

impl Names {
    pub(crate) fn new(corpus: &Corpus, story: &Story) -> Self {
        // All events are named, so that one keeps its name whether it has a page of its own or not.
        let mut events = paths("events", corpus.events.iter().map(|event| event.id.as_str()));
        for (at, path) in events.iter_mut().enumerate().filter(|(at, _)| !story.own[*at]) {
            let address = story.groups[story.group[at]].address.as_deref().unwrap_or_default();
            let page = address.split('#').next().unwrap_or_default();
            *path = format!("{page}#{}", stem(path));
        }
        let articles = paths("articles", corpus.articles.iter().map(|it| it.id.as_str()));
        Self { articles, events }
    }

    /// The name of an event on the page of its day.
    pub(crate) fn anchor(&self, at: usize) -> &str {
        let path = &self.events[at];
        path.rsplit_once('#').map_or_else(|| stem(path), |(_, name)| name)
    }
}

/// The name in a path.
fn stem(path: &str) -> &str {
    path.trim_start_matches("events/").trim_end_matches(".html")
}

/// An id that every file system takes as it is gives its own name. Any other
/// gives what of it can be read and a hash of it, so that a page keeps its
/// address whatever else is in the corpus.
fn paths<'i>(folder: &str, ids: impl Iterator<Item = &'i str>) -> Vec<String> {
    let mut names = Ids::default();
    ids.map(|id| {
        let name = if is_safe(id) { id.to_owned() } else { readable(id) };
        format!("{folder}/{}.html", names.unique(&name))
    })
    .collect()
}

/// Small letters, digits, `-` and `_`, beginning with a letter or a digit, not too long, no device.
fn is_safe(id: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let device = RESERVED.contains(&id)
        || (id.len() == 4 && (id.starts_with("com") || id.starts_with("lpt")));
    !device
        && id.len() <= LONGEST
        && id.bytes().next().is_some_and(plain)
        && id.bytes().all(|byte| plain(byte) || matches!(byte, b'-' | b'_'))
}

fn readable(id: &str) -> String {
    let mut out = String::new();
    for c in id.chars() {
        if out.len() >= LONGEST - 20 {
            break;
        }
        let c = c.to_ascii_lowercase();
        if c.is_ascii_lowercase() || c.is_ascii_digit() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    if !out.is_empty() && !out.ends_with('-') {
        out.push('-');
    }
    format!("{out}{:016x}", hash(id))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn check(ids: &[&str], expected: &[&str]) {
        assert_eq!(paths("a", ids.iter().copied()), expected);
    }

    #[test]
    fn a_plain_id_is_its_own_name() {
        check(&["001_66ab", "2025-05-16-talks"], &["a/001_66ab.html", "a/2025-05-16-talks.html"]);
    }

    #[test]
    fn any_other_id_gives_what_can_be_read_of_it_and_a_hash() {
        for (id, start) in [
            ("../x", "a/x-"),
            ("__proto__", "a/proto-"),
            ("Talks", "a/talks-"),
            ("con", "a/con-"),
            ("lpt1", "a/lpt1-"),
            ("переговоры", "a/"),
            ("", "a/"),
            ("a/b.c\0", "a/a-b-c-"),
        ] {
            let path = &paths("a", [id].into_iter())[0];
            let hash = path.strip_prefix(start).and_then(|rest| rest.strip_suffix(".html"));
            assert!(hash.is_some_and(|hash| hash.len() == 16), "{id:?}: {path}");
        }
        let long = "x".repeat(1_000_000);
        assert!(paths("a", [long.as_str()].into_iter())[0].len() < 100);
    }

    #[test]
    fn a_page_keeps_the_address_that_it_always_had() {
        check(
            &["Talks", "a/b.c", "переговоры", "", "x", "x", "x-2"],
            &[
                "a/talks-6a093a90424b05f4.html",
                "a/a-b-c-9ef711bc433a78ba.html",
                "a/e6fb71445093247f.html",
                "a/cbf29ce484222325.html",
                "a/x.html",
                "a/x-2.html",
                "a/x-2-2.html",
            ],
        );
    }

    #[test]
    fn no_two_names_are_equal_in_any_case() {
        let all = paths("a", ["x", "X", "x", "x-2", "CON", "con", "é", "è"].into_iter());
        let folded: BTreeSet<String> = all.iter().map(|path| path.to_lowercase()).collect();
        assert_eq!(folded.len(), all.len(), "{all:?}");
    }
}
