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
    /// Where the page will stand, ending in `/`: for what must name it in full.
    pub url: Option<String>,
    /// How much of the articles' texts may be republished.
    pub publish: Publish,
}

/// How much of the articles' texts may be republished. [`publish`](crate::publish)
/// applies it to a finished corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publish {
    /// Where nothing below says otherwise.
    pub body: Body,
    /// By outlet, agency, or site that carried it on; where several fit an
    /// article, the strictest counts.
    pub outlets: Vec<(String, Body)>,
    /// By article id; counts before the others.
    pub articles: Vec<(String, Body)>,
}

/// How much of a text may be republished; the strictest last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Body {
    /// All of it.
    #[default]
    Full,
    /// Its beginning, as far as [`publish::EXCERPT`](crate::publish::EXCERPT).
    Excerpt,
    /// Nothing.
    None,
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
