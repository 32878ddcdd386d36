//! An article between separation and the stages that read its body.

use dateline_lang::page::why;
use dateline_model::{Furniture, When};
use dateline_text::close;
use serde::{Deserialize, Serialize};

/// What separation makes of one page. The later stages add dates, names,
/// quotations and events.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The headline; the first words of the body where the page has none.
    pub title: String,
    /// The summary under the title.
    pub standfirst: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// The site that carried it on, where that is not the outlet.
    pub via: Option<String>,
    /// The news agency that wrote it.
    pub agency: Option<String>,
    /// The byline.
    pub author: Option<String>,
    /// The section of the site.
    pub section: Option<String>,
    /// The original's address.
    pub url: Option<String>,
    /// BCP 47; `und` where no language was recognised.
    pub language: String,
    /// Tags and hashtags.
    pub tags: Vec<String>,
    /// The printed publication date; `None` where the page prints none.
    pub published: Option<When>,
    /// Paragraphs joined by `"\n\n"`.
    pub body: String,
    /// Captions of pictures.
    pub captions: Vec<String>,
    /// Every line that is in no other field, in page order.
    pub furniture: Vec<Furniture>,
    /// The lines of the page that are its text or were left out, in page order, each by its
    /// [`fingerprint`](dateline_text::fingerprint): a line that an editor takes into the text stands where it stood.
    /// Empty where there was no page.
    pub page: Vec<u64>,
    /// Whether no article could be told from the page, so that all lines were kept.
    pub unseparated: bool,
    /// Whether the page lists stories that stand elsewhere, and is none of them.
    pub lists: bool,
}

impl Draft {
    /// Closes what its short texts leave open of directions of writing.
    pub fn close_directions(&mut self) {
        close(&mut self.title);
        let Draft { standfirst, outlet, via, agency, author, section, .. } = self;
        for text in [standfirst, outlet, via, agency, author, section].into_iter().flatten() {
            close(text);
        }
        self.tags.iter_mut().for_each(close);
    }

    /// Takes the first words of the body for a title that is still missing.
    pub(crate) fn name_itself(&mut self) {
        if self.title.is_empty() {
            self.title = first_words(self.body.lines().next().unwrap_or(""), 80);
        }
    }
}

/// A line's first characters, cut at a word; whole where it has no more than `most`.
pub fn first_words(line: &str, most: usize) -> String {
    let Some((cut, _)) = line.char_indices().nth(most) else { return line.to_owned() };
    let head = &line[..cut];
    let end = head.rfind(' ').unwrap_or(cut);
    format!("{}…", head[..end].trim_end())
}

/// A line that the rule leaves out. A rule with several reasons names the one behind a `/`.
pub(crate) fn left_out(text: impl Into<String>, rule: &str) -> Furniture {
    let name = rule.split_once('/').map_or(rule, |row| row.0);
    Furniture { text: text.into(), rule: name.into(), why: why(rule).into() }
}
