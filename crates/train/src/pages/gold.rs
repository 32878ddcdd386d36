//! Saved pages as plain text, with what a careful reader says of them.

use std::collections::HashMap;
use std::io::Read;
use std::path::Path;

use flate2::read::MultiGzDecoder;
use serde::Deserialize;

use super::shingles::words;

/// One page.
#[derive(Clone, Deserialize)]
pub(crate) struct Gold {
    pub(crate) id: String,
    pub(crate) site: String,
    pub(crate) lang: String,
    pub(crate) title: Option<String>,
    #[serde(default)]
    pub(crate) title_alt: Option<String>,
    #[serde(default, deserialize_with = "flag")]
    pub(crate) title_in_text: bool,
    #[serde(default)]
    pub(crate) days: Option<Vec<String>>,
    #[serde(default)]
    pub(crate) date: Option<String>,
    #[serde(default, deserialize_with = "flag")]
    pub(crate) date_in_text: bool,
    #[serde(default)]
    pub(crate) authors: Option<Vec<String>>,
    #[serde(default)]
    pub(crate) authors_in_text: Option<Vec<bool>>,
    #[serde(default, deserialize_with = "list")]
    pub(crate) body: Vec<String>,
    #[serde(default, deserialize_with = "list")]
    pub(crate) standfirst: Vec<String>,
    /// Who published it; where no reader says, what the saved page states once that was asked.
    #[serde(default)]
    pub(crate) outlet: Option<String>,
    text_path: String,
    html_path: String,
    #[serde(skip)]
    pub(crate) text: String,
}

fn list<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    Ok(Option::<Vec<String>>::deserialize(from)?.unwrap_or_default())
}

fn flag<'de, D: serde::Deserializer<'de>>(from: D) -> Result<bool, D::Error> {
    Ok(Option::<bool>::deserialize(from)?.unwrap_or_default())
}

impl Gold {
    /// Whether a line says the headline: the same words, or four in five.
    pub(crate) fn is_title(&self, line: &str) -> bool {
        [&self.title, &self.title_alt].into_iter().flatten().any(|title| loose(title, line))
    }
}

impl Gold {
    /// Whether a text is the headline, word for word.
    pub(crate) fn says_title(&self, text: &str) -> bool {
        let own = words(text);
        [&self.title, &self.title_alt].into_iter().flatten().any(|title| words(title) == own)
    }

    /// Whether a day is one of those that are right.
    pub(crate) fn is_day(&self, day: &str) -> bool {
        self.days.iter().flatten().chain(&self.date).any(|other| other == day)
    }

    pub(crate) fn is_author(&self, name: &str) -> bool {
        self.authors.iter().flatten().any(|other| same_person(other, name))
    }

    /// The authors, where the text prints them all.
    pub(crate) fn printed_authors(&self) -> Option<&Vec<String>> {
        let printed = self.authors_in_text.as_ref().is_some_and(|all| all.iter().all(|one| *one));
        self.authors.as_ref().filter(|_| printed)
    }

    /// Which half the page is of: its failures may be read, or it is only scored.
    pub(crate) fn is_work(&self) -> bool {
        dateline_text::hash(&self.site).count_ones().is_multiple_of(2)
    }

    /// The same as texts that are nothing but headline, authors, day and article, as many are saved: a
    /// whole one, and one of the first paragraphs alone.
    pub(crate) fn bare(&self) -> Vec<Gold> {
        let Some(title) = self.title.as_ref().filter(|_| !self.body.is_empty()) else {
            return Vec::new();
        };
        let hash = dateline_text::hash(&self.id);
        let short = 1 + (hash >> 8) as usize % 4;
        // One in four has no headline, half say who wrote them and when.
        let (headed, signed) = (hash % 4 != 3, hash.is_multiple_of(2));
        let bare = |body: &[String]| {
            let mut parts: Vec<String> = headed.then(|| title.clone()).into_iter().collect();
            if signed {
                parts.extend(self.authors.as_ref().map(|names| names.join(", ")));
                parts.extend(self.date.clone());
            }
            parts.extend(body.iter().cloned());
            let text = parts.join("\n\n");
            let mut bare = Gold { text, title_in_text: true, body: body.to_vec(), ..self.clone() };
            if !headed {
                // A headline that is nowhere: no line is one.
                (bare.title, bare.title_alt) = (Some(String::new()), None);
            }
            bare.date_in_text = signed && bare.date.is_some();
            bare
        };
        vec![bare(&self.body), bare(&self.body[..short.min(self.body.len())])]
    }
}

/// Whether two names say one person: the same words, or all of one's in the other.
pub(crate) fn same_person(one: &str, other: &str) -> bool {
    let (one, other) = (words(one), words(other));
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    let mut left = long.clone();
    let all = short.iter().all(|word| {
        left.iter().position(|other| other == word).map(|at| left.swap_remove(at)).is_some()
    });
    !short.is_empty()
        && (all && (short.len() >= 2 || short.len() == long.len())
            || one.concat() == other.concat())
}

/// Whether two texts have the same words, or four in five.
pub(crate) fn loose(one: &str, other: &str) -> bool {
    let (one, other) = (words(one), words(other));
    let mut counts: HashMap<&str, usize> = HashMap::new();
    one.iter().for_each(|word| *counts.entry(word).or_default() += 1);
    let shared = other
        .iter()
        .filter(|word| {
            counts
                .get_mut(word.as_str())
                .filter(|count| **count > 0)
                .map(|count| *count -= 1)
                .is_some()
        })
        .count();
    shared > 0 && 10 * shared >= 4 * (one.len() + other.len())
}

/// Reads the pages of the folder of development sets.
pub(crate) fn read(data: &Path) -> Result<Vec<Gold>, String> {
    let folder = data.join("pages2");
    let lines = gunzip(&folder.join("dev.jsonl.gz"))?;
    let lines = String::from_utf8_lossy(&lines);
    let mut out = Vec::new();
    for (number, line) in lines.lines().enumerate().filter(|row| !row.1.trim().is_empty()) {
        let mut page: Gold = serde_json::from_str(line)
            .map_err(|error| format!("dev.jsonl.gz:{}: {error}", number + 1))?;
        page.text = String::from_utf8_lossy(&gunzip(&folder.join(&page.text_path))?).into_owned();
        out.push(page);
    }
    Ok(out)
}

/// The bytes of a page as it was saved.
pub(crate) fn saved(data: &Path, page: &Gold) -> Result<Vec<u8>, String> {
    gunzip(&data.join("pages2").join(&page.html_path))
}

fn gunzip(path: &Path) -> Result<Vec<u8>, String> {
    let error = |error| format!("{}: {error}", path.display());
    let file = std::fs::File::open(path).map_err(error)?;
    let mut bytes = Vec::new();
    MultiGzDecoder::new(file).read_to_end(&mut bytes).map_err(error)?;
    Ok(bytes)
}
