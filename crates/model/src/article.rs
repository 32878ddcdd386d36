//! One news article as it was read from its seed.

use serde::{Deserialize, Serialize};

use crate::index::{ArticleIndex, EntityIndex};
use crate::span::Span;
use crate::timex::Timex;
use crate::when::When;

/// One article, separated from the page it stood on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// The path below the seeds folder without its extension; unique.
    pub id: String,
    /// The path below the seeds folder.
    pub file: String,
    /// The headline.
    pub title: String,
    /// The summary under the title; not part of the body.
    pub standfirst: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// The site that carried it on, where that is not the outlet.
    pub via: Option<String>,
    /// Who wrote it, where that is a news agency.
    pub agency: Option<String>,
    /// The byline.
    pub author: Option<String>,
    /// The section of the site.
    pub section: Option<String>,
    /// The original's address.
    pub url: Option<String>,
    /// BCP 47.
    pub language: String,
    /// What was not looked for in the body, since nothing here knows its language.
    pub unread: Unread,
    /// Tags and hashtags printed with the article.
    pub tags: Vec<String>,
    /// When it was published.
    pub published: When,
    /// Paragraphs, joined by an empty line (`"\n\n"`).
    pub body: String,
    /// Captions of pictures, in page order.
    pub captions: Vec<String>,
    /// Every line of the page that is in none of the fields above.
    pub furniture: Vec<Furniture>,
    /// Time expressions of the body, in order, never overlapping.
    pub timexes: Vec<Timex>,
    /// Names in the body, in order, never overlapping.
    pub mentions: Vec<Mention>,
    /// Quotations in the body, in order.
    pub quotes: Vec<Quote>,
    /// The first article with this text, where this is a later version of it: an agency's report in
    /// another outlet, a page saved again, a text with a line changed.
    pub version_of: Option<ArticleIndex>,
    /// How much of the text another version has too, in percent of the shorter of the two; 0 where there
    /// is no other.
    pub version_shared: u8,
    /// What of the body is not here because it may not be republished.
    pub withheld: Withheld,
    /// A hash of the body as it was read, whatever is withheld of it; of a text that stands before, its
    /// carrier is in it too.
    pub fingerprint: u64,
}

/// What was not looked for in an article, for want of its language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unread {
    /// All was read.
    #[default]
    Nothing,
    /// Names of people, places and organisations.
    Names,
    /// Time expressions that are more than digits.
    Times,
    /// Both.
    NamesAndTimes,
}

impl Unread {
    /// What was not looked for, a word each.
    pub fn parts(self) -> &'static [&'static str] {
        match self {
            Self::Nothing => &[],
            Self::Names => &["names"],
            Self::Times => &["times"],
            Self::NamesAndTimes => &["names", "times"],
        }
    }
}

/// How much of an article's text the editor keeps out of what is published.
///
/// What a withheld text names and tells stays known: its names are
/// [`Mention`]s, its sentences [`Telling`](crate::Telling)s, with an empty span.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Withheld {
    /// All of it is here.
    #[default]
    Nothing,
    /// The body is its beginning only.
    Rest,
    /// The body is empty.
    All,
}

impl Article {
    /// The article that had its text first: itself, at `own`, where it is no later version.
    pub fn first_version(&self, own: ArticleIndex) -> ArticleIndex {
        self.version_of.unwrap_or(own)
    }

    /// The body's paragraphs with their byte offset in the body.
    pub fn paragraphs(&self) -> impl Iterator<Item = (usize, &str)> {
        let mut at = Some(0);
        // By hand: searching for a text brings 3 KB of the standard library into the bundle.
        core::iter::from_fn(move || {
            let start = at?;
            let rest = self.body.get(start..)?;
            let end = rest.as_bytes().windows(2).position(|two| two == b"\n\n");
            at = end.map(|end| start + end + 2);
            Some((start, &rest[..end.unwrap_or(rest.len())]))
        })
    }
}

/// A line of the page that is not the article, and why it was left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Furniture {
    /// The line as it stood, without the white space around it.
    pub text: String,
    /// The name of the rule that left it out.
    pub rule: String,
    /// A sentence that a reader understands.
    pub why: String,
}

/// A name in the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Where it stands.
    pub span: Span,
    /// Whom or what it names.
    pub entity: EntityIndex,
}

/// Words that the body gives as somebody's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// The quoted words with their marks.
    pub span: Span,
    /// Who said them, where the text tells.
    pub speaker: Option<EntityIndex>,
}
