//! What archives of the press print around the articles of a file that they export.
//!
//! An export may be in the language of the archive's page, whatever its articles are in. So a reader of
//! files asks the words of all languages at once.

use std::sync::LazyLock;

use crate::phrases::Fact;
use crate::{de, en, fr, nl};

/// What a label of an export stands before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Label {
    /// A fact of the article.
    States(Fact),
    /// What the archive notes for itself: codes, pages, numbers of words.
    Notes,
    /// Outlet, place, day and page in one.
    Imprint,
    /// The article's text.
    Text,
}

/// Where a label stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Above the text.
    Head,
    /// Below the text.
    Foot,
    /// Below the text, and no article has it as a word with a colon of its own.
    SureFoot,
}

/// A label in lower case, where it stands and what follows it.
pub type Row = (&'static str, Place, Label);

/// What exports say in one language. In lower case.
#[derive(Clone, Copy, Debug)]
pub struct Exports {
    /// What stands before the number of an article, between that and how many there are, and after.
    pub counts: &'static [(&'static str, &'static str, &'static str)],
    /// A line that ends an article.
    pub ends: &'static [&'static str],
    /// What stands before an archive's own number of an article, on the line that ends it.
    pub numbers: &'static [&'static str],
    /// What a line says behind a number of words.
    pub lengths: &'static [&'static str],
    /// Labels before a colon.
    pub labels: &'static [Row],
    /// Headings alone on a line.
    pub headings: &'static [Row],
    /// How a line begins or ends that says who owns the article.
    pub rights: &'static [&'static str],
}

const PACKS: [&Exports; 4] =
    [&de::exports::EXPORTS, &fr::exports::EXPORTS, &nl::exports::EXPORTS, &en::exports::EXPORTS];

/// A list of all languages.
pub type Joined<T> = LazyLock<Vec<T>>;

fn joined<T: Copy>(of: fn(&'static Exports) -> &'static [T]) -> Vec<T> {
    PACKS.iter().flat_map(|pack| of(pack)).copied().collect()
}

/// [`Exports::counts`] of all languages.
pub static COUNTS: Joined<(&str, &str, &str)> = LazyLock::new(|| joined(|pack| pack.counts));
/// [`Exports::ends`] of all languages.
pub static ENDS: Joined<&str> = LazyLock::new(|| joined(|pack| pack.ends));
/// [`Exports::numbers`] of all languages.
pub static NUMBERS: Joined<&str> = LazyLock::new(|| joined(|pack| pack.numbers));
/// [`Exports::lengths`] of all languages.
pub static LENGTHS: Joined<&str> = LazyLock::new(|| joined(|pack| pack.lengths));
/// [`Exports::rights`] of all languages.
pub static RIGHTS: Joined<&str> = LazyLock::new(|| joined(|pack| pack.rights));
static LABELS: Joined<Row> = LazyLock::new(|| sorted(|pack| pack.labels));
static HEADINGS: Joined<Row> = LazyLock::new(|| sorted(|pack| pack.headings));

/// Of a label that two languages share, the first pack's row counts.
fn sorted(of: fn(&'static Exports) -> &'static [Row]) -> Vec<Row> {
    let mut rows = joined(of);
    rows.sort_by_key(|row| row.0);
    rows.dedup_by_key(|row| row.0);
    rows
}

/// The row of a label in lower case, without its colon.
pub fn label(key: &str) -> Option<(Place, Label)> {
    find(&LABELS, key)
}

/// The row of a heading in lower case.
pub fn heading(key: &str) -> Option<(Place, Label)> {
    find(&HEADINGS, key)
}

fn find(rows: &[Row], key: &str) -> Option<(Place, Label)> {
    let at = rows.binary_search_by_key(&key, |row| row.0).ok()?;
    Some((rows[at].1, rows[at].2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_sorted_and_in_lower_case() {
        for pack in PACKS {
            for rows in [pack.labels, pack.headings] {
                assert!(rows.is_sorted_by(|one, next| one.0 < next.0), "{rows:?}");
                assert!(rows.iter().all(|row| row.0 == row.0.to_lowercase()));
            }
        }
    }

    #[test]
    fn labels_of_every_language_are_found() {
        assert_eq!(label("byline"), Some((Place::Head, Label::States(Fact::Author))));
        assert_eq!(label("länge"), Some((Place::Head, Label::Notes)));
        assert_eq!(heading("body"), Some((Place::Head, Label::Text)));
        assert_eq!(label("he said"), None);
    }
}
