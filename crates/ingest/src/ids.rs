//! The ids of articles.

use std::collections::HashSet;

use dateline_text::{Ids, slug};

/// The ids of articles. What a file's path gives is kept for that file, so that
/// a row's own name never takes it.
pub(crate) struct ArticleIds {
    files: HashSet<String>,
    ids: Ids,
}

impl ArticleIds {
    /// For the files with these paths.
    pub(crate) fn new<'a>(paths: impl Iterator<Item = &'a str>) -> Self {
        Self { files: paths.map(|path| id_of(path).to_owned()).collect(), ids: Ids::default() }
    }

    /// The id of a file's article: the path's for the first, the path's with its
    /// number for others, or its own name where that is free.
    pub(crate) fn take(&mut self, path: &str, number: usize, own: Option<&str>) -> String {
        let file = id_of(path);
        let own = own.map(slug).filter(|own| (1..=80).contains(&own.len()));
        let named = own.map(|own| {
            // A number alone says nothing outside its file.
            if own.contains(char::is_alphabetic) { own } else { format!("{file}-{own}") }
        });
        let numbered = if number == 1 { file.to_owned() } else { format!("{file}-{number}") };
        let free = |id: &String| !self.files.contains(id) && !self.ids.has(id);
        let wanted = named.filter(free).unwrap_or(numbered);
        self.ids.unique(&wanted)
    }
}

/// The path without its ending.
fn id_of(path: &str) -> &str {
    let file = path.rfind('/').map_or(0, |at| at + 1);
    match path[file..].rfind('.') {
        Some(dot) if dot > 0 => &path[..file + dot],
        _ => path,
    }
}
