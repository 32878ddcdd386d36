//! Reads gold: a head of `key: value` lines, an empty line, and a body with marks.

use std::path::Path;

/// What a careful reader finds in one article.
pub struct Gold {
    /// The file's name without its ending, the article's id.
    pub id: String,
    /// Headline.
    pub title: String,
    /// `YYYY-MM-DD`.
    pub date: String,
    /// Byline; empty where the page has none.
    pub author: String,
    /// Who published it; empty where the page does not say.
    pub outlet: String,
    /// Words of the page that are not of the article.
    pub out: Vec<String>,
    /// Paragraphs joined by an empty line, without marks.
    pub body: String,
    /// The marks, in order.
    pub marks: Vec<Mark>,
}

/// One marked expression; byte offsets in the body.
pub struct Mark {
    /// `t` a time expression; `p`, `l`, `o` a person, place, organisation.
    pub kind: char,
    /// The value of a time expression, or which entity a name is of.
    pub key: String,
    pub start: usize,
    pub end: usize,
}

/// Reads a folder of gold in name order.
pub fn load(folder: &Path) -> Vec<Gold> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder of gold")
        .map(|entry| entry.expect("a file of gold").path())
        .collect();
    files.sort();
    let read = |path: &std::path::PathBuf| {
        let text = std::fs::read_to_string(path).expect("gold is text");
        let id = path.file_stem().expect("a file has a name").to_string_lossy();
        parse(&id, &text)
    };
    files.iter().map(read).collect()
}

fn parse(id: &str, text: &str) -> Gold {
    let (head, marked) = text.split_once("\n\n").expect("an empty line before the body");
    let all = |key: &str| -> Vec<String> {
        let line = |line: &str| Some(line.strip_prefix(key)?.strip_prefix(':')?.trim().to_owned());
        head.lines().filter_map(line).collect()
    };
    let one = |key: &str| {
        let mut found = all(key);
        assert_eq!(found.len(), 1, "{id} has one line `{key}:`");
        found.remove(0)
    };
    let (body, marks) = unmark(id, marked.trim());
    Gold {
        id: id.to_owned(),
        title: one("title"),
        date: one("date"),
        author: one("author"),
        outlet: one("outlet"),
        out: all("out"),
        body,
        marks,
    }
}

fn unmark(id: &str, marked: &str) -> (String, Vec<Mark>) {
    let (mut body, mut marks) = (String::new(), Vec::new());
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('[') {
        let (mark, after) = after.split_once(']').expect("a mark ends");
        let (label, text) = mark.split_once(' ').expect("a mark has a text");
        let (kind, key) = label.split_once('=').expect("a mark has a key");
        assert!(matches!(kind, "t" | "p" | "l" | "o"), "{id}: mark `{mark}`");
        body.push_str(before);
        let start = body.len();
        body.push_str(text);
        let kind = kind.chars().next().expect("one letter");
        marks.push(Mark { kind, key: key.to_owned(), start, end: body.len() });
        rest = after;
    }
    body.push_str(rest);
    (body, marks)
}
