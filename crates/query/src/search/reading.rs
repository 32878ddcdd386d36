//! What is searched while titles and texts come.

use std::sync::Arc;

use dateline_model::{Article, ArticleIndex, Corpus, Event, EventIndex, Held};

use super::index::Index;
use super::line::Line;

/// The articles and events of a corpus as far as they were read. The words of what is read are numbered at once,
/// since it comes a little at a time; those of the corpus itself at the first question that has any, or when
/// something is read. They are put in order at the next question, which takes a tenth of that. Where no more is to
/// come only that order is kept.
pub(crate) struct Reading<'c> {
    corpus: &'c Corpus,
    /// The words, as long as more may come.
    line: Option<Line>,
    more: bool,
    /// What was asked last, and whether nothing was read since.
    searched: Option<Arc<Index>>,
    is_last: bool,
}

impl<'c> Reading<'c> {
    /// The corpus as it is.
    pub fn new(corpus: &'c Corpus) -> Self {
        Self { corpus, line: None, more: false, searched: None, is_last: true }
    }

    /// Has these in the place of what the corpus has there.
    pub fn read(
        &mut self,
        articles: &mut dyn Iterator<Item = (ArticleIndex, Held<'_, Article>)>,
        events: &mut dyn Iterator<Item = (EventIndex, Held<'_, Event>)>,
        more: bool,
    ) {
        let line = self.line.get_or_insert_with(|| Line::of(self.corpus));
        articles.for_each(|(at, article)| line.read_article(at as usize, &article));
        events.for_each(|(at, event)| line.read_event(at as usize, &event));
        (self.more, self.is_last) = (more, false);
    }

    /// What was read so far.
    pub fn searched(&mut self) -> Arc<Index> {
        if let Some(searched) = self.searched.as_ref().filter(|_| self.is_last) {
            return searched.clone();
        }
        // The one before is needed no more.
        self.searched = None;
        let line = self.line.take().unwrap_or_else(|| Line::of(self.corpus));
        let index = Arc::new(Index::new(&line));
        self.line = self.more.then_some(line);
        self.is_last = true;
        self.searched = Some(index.clone());
        index
    }

    /// What the last question was about.
    pub fn last(&mut self) -> Arc<Index> {
        self.searched.clone().unwrap_or_else(|| self.searched())
    }
}
