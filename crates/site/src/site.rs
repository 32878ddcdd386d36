//! What every page asks for: the corpus, what it does not say, and the names of the files.

use std::collections::BTreeMap;

use dateline_model::{ArticleIndex, Corpus};

use crate::names::Names;
use crate::story::Story;

/// What a corpus does not say.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Where the site will stand, ending in `/`. Site map and canonical
    /// addresses need it; everything else is relative.
    pub url: Option<String>,
    /// The site's icon, from its root; without one, one is drawn.
    pub icon: Option<String>,
}

/// One file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// From the site's root, with `/` between the parts; ASCII, unique in any case.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A corpus with what every page asks for.
pub(crate) struct Site<'c> {
    pub(crate) corpus: &'c Corpus,
    pub(crate) options: &'c Options,
    pub(crate) names: Names,
    pub(crate) story: Story,
    /// By article: the events it tells, in the story's order.
    pub(crate) told: Vec<Vec<usize>>,
    /// By first article with a text: the later ones.
    pub(crate) versions: BTreeMap<ArticleIndex, Vec<ArticleIndex>>,
}

impl<'c> Site<'c> {
    pub(crate) fn new(corpus: &'c Corpus, options: &'c Options) -> Self {
        let mut told = vec![Vec::new(); corpus.articles.len()];
        for (at, event) in corpus.events.iter().enumerate() {
            for telling in &event.tellings {
                let list: Option<&mut Vec<usize>> = told.get_mut(telling.article as usize);
                if let Some(list) = list.filter(|list| list.last() != Some(&at)) {
                    list.push(at);
                }
            }
        }
        let story = Story::new(corpus);
        for list in &mut told {
            list.sort_by_key(|at| story.rank[*at]);
        }
        let names = Names::new(corpus, &story);
        Self { corpus, options, names, story, told, versions: corpus.versions() }
    }

    /// What heads every page.
    pub(crate) fn title(&self) -> &str {
        site_title(self.corpus)
    }

    /// The full address of a file, where the site's own is known.
    pub(crate) fn full(&self, path: &str) -> Option<String> {
        self.options.url.as_ref().map(|url| format!("{url}{path}"))
    }
}

/// What heads the site of a corpus.
pub(crate) fn site_title(corpus: &Corpus) -> &str {
    match corpus.site.title.as_str() {
        "" => "Dateline",
        title => title,
    }
}
