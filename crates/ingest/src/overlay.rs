//! The editor's corrections, already read from `dateline.toml`.

use dateline_model::{Clock, Day};

/// What the editor says. Applied after the stages it corrects; every
/// correction shows in the evidence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overlay {
    /// The page's title and description.
    pub title: Option<String>,
    /// One or two sentences under the title.
    pub description: Option<String>,
    /// Outlet names to show instead of those found: found, shown.
    pub outlets: Vec<(String, String)>,
    /// Names that are one entity: canonical name, other spellings.
    pub merge: Vec<(String, Vec<String>)>,
    /// Spellings that must stay entities of their own.
    pub split: Vec<String>,
    /// Names that are no entity.
    pub ignore: Vec<String>,
    /// Corrections of single articles, by id.
    pub articles: Vec<ArticleOverlay>,
}

/// Corrections of one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleOverlay {
    /// Which.
    pub id: String,
    /// Headline.
    pub title: Option<String>,
    /// Outlet.
    pub outlet: Option<String>,
    /// Byline.
    pub author: Option<String>,
    /// Publication date.
    pub date: Option<Day>,
    /// Publication time.
    pub time: Option<Clock>,
    /// Address of the original.
    pub url: Option<String>,
}
