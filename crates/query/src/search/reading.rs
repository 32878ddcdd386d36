//! What is searched while titles and texts come.

use std::sync::Arc;

use dateline_model::{Article, ArticleIndex, Corpus, Event, EventIndex};

use super::index::Index;
use super::line::{Line, Texts};

/// Texts, and where every word stands in them.
pub(crate) struct Searched<'c> {
    pub texts: Texts<'c>,
    pub index: Index,
}

/// The articles and events of a corpus as far as they were read. At the first question that has any words all are
/// numbered; from then on those of what is read, at once, since they come a few at a time. They are put in order
/// at the next question, which takes a tenth of that.
pub(crate) struct Reading<'c> {
    texts: Texts<'c>,
    /// The words, as long as more may come.
    line: Option<Line>,
    more: bool,
    /// What was asked last, and whether nothing was read since.
    searched: Option<Arc<Searched<'c>>>,
    is_last: bool,
}

impl<'c> Reading<'c> {
    /// The corpus as it is.
    pub fn new(corpus: &'c Corpus) -> Self {
        let texts = Texts {
            articles: corpus.articles.iter().collect(),
            events: corpus.events.iter().collect(),
        };
        Self { texts, line: None, more: false, searched: None, is_last: true }
    }

    /// Has these in the place of what the corpus has there.
    pub fn read(
        &mut self,
        articles: &mut dyn Iterator<Item = (ArticleIndex, &'c Article)>,
        events: &mut dyn Iterator<Item = (EventIndex, &'c Event)>,
        more: bool,
    ) {
        let mut read = |texts: &Texts<'c>, document: usize| {
            if let Some(line) = &mut self.line {
                line.read(texts, document);
            }
        };
        for (at, article) in articles {
            self.texts.articles[at as usize] = article;
            read(&self.texts, at as usize);
        }
        for (at, event) in events {
            self.texts.events[at as usize] = event;
            read(&self.texts, self.texts.articles.len() + at as usize);
        }
        (self.more, self.is_last) = (more, false);
    }

    /// What was read so far.
    pub fn searched(&mut self) -> Arc<Searched<'c>> {
        if let Some(searched) = self.searched.as_ref().filter(|_| self.is_last) {
            return searched.clone();
        }
        let line = self.line.take().unwrap_or_else(|| Line::of(&self.texts));
        let index = Index::new(&self.texts, &line);
        self.line = self.more.then_some(line);
        self.is_last = true;
        let searched = Arc::new(Searched { texts: self.texts.clone(), index });
        self.searched = Some(searched.clone());
        searched
    }

    /// What the last question was about.
    pub fn last(&mut self) -> Arc<Searched<'c>> {
        self.searched.clone().unwrap_or_else(|| self.searched())
    }
}
