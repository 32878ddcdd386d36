//! Everything that was read from one folder of seeds.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::article::Article;
use crate::entity::Entity;
use crate::event::Event;
use crate::index::ArticleIndex;

/// A whole corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corpus {
    /// What the editor says about the site.
    pub site: Site,
    /// In order of their files' names.
    pub articles: Vec<Article>,
    /// By kind, then by number of articles, then by name.
    pub entities: Vec<Entity>,
    /// By first day, then coarser first, then by id.
    pub events: Vec<Event>,
    /// What the reader of the page should know was not read, or read with doubt.
    pub warnings: Vec<Warning>,
}

impl Corpus {
    /// The distinct outlets, by name.
    pub fn outlets(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for outlet in self.articles.iter().filter_map(|article| article.outlet.as_deref()) {
            // There are few outlets for many articles.
            if let Err(place) = names.binary_search(&outlet) {
                names.insert(place, outlet);
            }
        }
        names
    }

    /// By the first article with a text: the later versions of it.
    pub fn versions(&self) -> BTreeMap<ArticleIndex, Vec<ArticleIndex>> {
        let mut versions: BTreeMap<ArticleIndex, Vec<ArticleIndex>> = BTreeMap::new();
        for (at, article) in (0..).zip(&self.articles) {
            if let Some(first) = article.version_of {
                versions.entry(first).or_default().push(at);
            }
        }
        versions
    }
}

/// What heads the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    /// The page's title.
    pub title: String,
    /// One or two sentences under it.
    pub description: Option<String>,
}

/// Something that a stage could not do, or did with doubt. Never an error:
/// everything else is still read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Warning {
    /// The seed's path below the folder.
    pub file: String,
    /// What kind of trouble.
    pub kind: WarningKind,
    /// Says file, place and what was expected, to a person.
    pub message: String,
}

/// Kinds of [`Warning`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WarningKind {
    /// Nothing in the file but white space; skipped.
    Empty,
    /// The file is no text; skipped.
    Binary,
    /// The file is over the size limit; skipped.
    TooLarge,
    /// The file could not be opened or read; skipped.
    Unreadable,
    /// The file's kind is not one that is read; skipped.
    UnknownType,
    /// The same bytes, or the same article text, as another; skipped.
    Duplicate,
    /// The text was not valid UTF-8; another charset was assumed.
    Charset,
    /// Bytes that no charset explains were shown as U+FFFD.
    Damaged,
    /// No article was found between the page's furniture; all lines were kept.
    NoBody,
    /// No publication date could be printed or inferred.
    NoDate,
    /// Facts beside the article (`NAME.meta.json`, front matter, a field) could not be used.
    Meta,
    /// The overlay names something that the corpus lacks.
    Overlay,
    /// A part of a file that is no article, such as a row of a data file; left out.
    Malformed,
}

impl WarningKind {
    /// The word the outward formats use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Binary => "binary",
            Self::TooLarge => "too-large",
            Self::Unreadable => "unreadable",
            Self::UnknownType => "unknown-type",
            Self::Duplicate => "duplicate",
            Self::Charset => "charset",
            Self::Damaged => "damaged",
            Self::NoBody => "no-body",
            Self::NoDate => "no-date",
            Self::Meta => "meta",
            Self::Malformed => "malformed",
            Self::Overlay => "overlay",
        }
    }

    /// Whether the file, or a part of it, was left out of the corpus.
    pub fn skips(self) -> bool {
        matches!(
            self,
            Self::Empty
                | Self::Binary
                | Self::TooLarge
                | Self::Unreadable
                | Self::UnknownType
                | Self::Duplicate
                | Self::Malformed
        )
    }
}
