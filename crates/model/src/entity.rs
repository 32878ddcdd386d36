//! People, places and organisations, one for all their spellings.

use serde::{Deserialize, Serialize};

use crate::index::ArticleIndex;
use crate::when::Evidence;

/// Somebody or something that articles name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// A slug of the name, unique in the corpus: `sergey-lavrov`.
    pub id: String,
    /// The canonical name, as some source spells it; where the sources only
    /// abbreviate a place, or the editor names it, the full name.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// Every spelling seen, most frequent first; `name` is among them if it was seen.
    pub spellings: Vec<Spelling>,
    /// The articles that name it, ascending.
    pub articles: Vec<ArticleIndex>,
    /// Why the spellings were taken for one; empty where there is one spelling.
    pub evidence: Vec<Evidence>,
}

/// One spelling of a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spelling {
    /// As it stands in the sources.
    pub text: String,
    /// How often, by article, ascending by article.
    pub uses: Vec<(ArticleIndex, u32)>,
}

impl Spelling {
    /// How often in the whole corpus.
    pub fn count(&self) -> u32 {
        self.uses.iter().map(|(_, count)| count).sum()
    }
}

/// The three kinds of entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EntityKind {
    /// A human being.
    Person,
    /// A country, city, region, river: anything with a position on a map.
    Place,
    /// A party, company, ministry, paper, army, court, club.
    Organisation,
}

impl EntityKind {
    /// The word the outward formats use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Organisation => "organisation",
        }
    }
}
