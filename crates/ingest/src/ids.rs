//! Ids that occur once.

use std::collections::{HashMap, HashSet};

use crate::slug::slug;

/// Gives ids away, each only once.
#[derive(Default)]
pub(crate) struct Ids {
    given: HashSet<String>,
    /// The number that the next id of that beginning tries first.
    next: HashMap<String, u32>,
}

impl Ids {
    /// `wanted`, or with the first number behind it that makes it new.
    pub(crate) fn unique(&mut self, wanted: &str) -> String {
        let mut id = wanted.to_owned();
        if self.given.contains(&id) {
            let next = self.next.entry(id.clone()).or_insert(2);
            while self.given.contains(&id) {
                id = format!("{wanted}-{next}");
                *next += 1;
            }
        }
        self.given.insert(id.clone());
        id
    }
}

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
        let free = |id: &String| !self.files.contains(id) && !self.ids.given.contains(id);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_that_is_taken_gets_a_number_that_is_free() {
        let mut ids = Ids::default();
        let given: Vec<String> =
            ["a", "a-3", "a", "a", "b", "a-2"].iter().map(|wanted| ids.unique(wanted)).collect();
        assert_eq!(given, ["a", "a-3", "a-2", "a-4", "b", "a-2-2"]);
    }
}
