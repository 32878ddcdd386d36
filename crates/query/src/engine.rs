//! The one door to this crate's answers.

use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use dateline_model::{
    Article, ArticleIndex, Corpus, Entity, EntityIndex, Event, EventIndex, Held, Span,
};

use crate::facets::Filter;
use crate::search::{self, Index, Matched, Reading};
use crate::selection::{Hits, Relaxation, Results, SearchOptions, Selection};
use crate::story::{self, Story, Tellers};
use crate::tables::{Names, Tables};
use crate::{facets, relax};

/// An engine over a corpus that lives as long as the program, as the page's
/// does.
pub type Engine = EngineOn<'static>;

/// Answers every question about one corpus. Build it once.
///
/// The tables behind the filters are built at once; the index of words at the
/// first question that has words, or by [`prepare`](Self::prepare). Of a corpus whose titles and texts lie
/// elsewhere it searches what is there, and more as they are [`read`](Self::read); and nobody is named in one
/// whose names lie elsewhere, until [they are](Self::read_names).
///
/// ```
/// use dateline_query::{EngineOn, SearchOptions, Selection};
///
/// let corpus = dateline_model::sample::corpus();
/// let engine = EngineOn::new(&corpus);
/// assert_eq!(engine.outlets(), ["Alder Times", "Norhaven Post"]);
///
/// // What names Port Alder (entity 2), and is about tolls or a toll?
/// let results = engine.run(&Selection { q: "toll".into(), with: vec![2], ..Default::default() });
/// assert_eq!(results.articles, [1]);
/// assert_eq!(results.facets.outlets, [(1, 1)]);
///
/// let hits = engine.search("weiss strike", SearchOptions::default());
/// assert_eq!((hits.total, hits.articles), (2, vec![2, 1]));
/// ```
pub struct EngineOn<'c> {
    pub(crate) corpus: &'c Corpus,
    tables: Tables,
    names: OnceLock<Names<'c>>,
    tellers: Tellers,
    reading: Mutex<Reading<'c>>,
}

impl<'c> EngineOn<'c> {
    /// Builds the tables of a corpus.
    pub fn new(corpus: &'c Corpus) -> Self {
        let engine = Self {
            corpus,
            tables: Tables::new(corpus),
            names: OnceLock::new(),
            tellers: Tellers::new(corpus),
            reading: Mutex::new(Reading::new(corpus)),
        };
        if !corpus.entities.is_empty() {
            engine.read_names(&corpus.entities, corpus.events.iter().map(|event| &*event.entities));
        }
        engine
    }

    /// Filters by these from now on: all who are named, and by event whom it names. What was read once stays.
    pub fn read_names<'t>(
        &self,
        entities: &'c [Entity],
        events: impl Iterator<Item = &'t [EntityIndex]>,
    ) {
        self.names.get_or_init(|| Names::new(self.corpus.articles.len(), entities, events));
    }

    pub(crate) fn names(&self) -> &Names<'c> {
        const NOBODY: &Names<'_> = &Names::NONE;
        self.names.get().unwrap_or(NOBODY)
    }

    /// Builds the index of words now, so that the first search need not.
    pub fn prepare(&self) {
        self.searched();
    }

    /// Searches these from the next question on, each in the place of what the corpus has there: with a title
    /// that it is without, or with a text. `more` says whether others are to come.
    pub fn read(
        &self,
        articles: &mut dyn Iterator<Item = (ArticleIndex, Held<'_, Article>)>,
        events: &mut dyn Iterator<Item = (EventIndex, Held<'_, Event>)>,
        more: bool,
    ) {
        self.reading().read(articles, events, more);
    }

    /// The distinct outlets, by name.
    pub fn outlets(&self) -> &[String] {
        &self.tables.outlets
    }

    /// What a selection shows.
    ///
    /// An article is in when it names all of `with` and none of `without`, one
    /// of `outlets` published it, its publication day lies in the days, and the
    /// words of `q` occur in title, standfirst and body taken together.
    ///
    /// An event is in when its tellings name all of `with` and none of
    /// `without`, an article tells it that is of one of `outlets` and names
    /// none of `without`, its days overlap the days, and the words of `q` all
    /// occur in its title, or all in the telling sentences of one article.
    pub fn run(&self, selection: &Selection) -> Results {
        self.run_with(selection, self.matched(&selection.q).as_ref())
    }

    /// The same where what its words [match](Self::matched) is known; `None` where it has none.
    pub fn run_with(&self, selection: &Selection, matched: Option<&Matched>) -> Results {
        facets::run(&self.filter(selection, matched), selection)
    }

    /// What the matching articles tell, wherever the reader looks: the selection's days do not matter.
    ///
    /// An event is told where it meets every other choice, as in [`run`](Self::run), and a matching
    /// article tells it.
    pub fn story(&self, selection: &Selection) -> Story {
        self.story_with(selection, self.matched(&selection.q).as_ref())
    }

    /// The same where what its words [match](Self::matched) is known; `None` where it has none.
    pub fn story_with(&self, selection: &Selection, matched: Option<&Matched>) -> Story {
        story::story(self.corpus, &self.tellers, &self.filter(selection, matched))
    }

    /// Whether a text has anything to look for: words, or symbols such as "€" and "#".
    pub fn has_words(&self, q: &str) -> bool {
        search::has_words(q)
    }

    /// The articles in which all words of a text occur, best first.
    ///
    /// Words in the title count most, then words that stand close together,
    /// then rare words and frequent use. A text without words finds nothing.
    pub fn search(&self, text: &str, options: SearchOptions) -> Hits {
        match search::has_words(text) {
            true => search::search(&self.searched(), text, options),
            false => Hits::default(),
        }
    }

    /// What to mark in a text for the words `q`: whole words, and phrases in
    /// one piece. Ascending, never overlapping, on character boundaries. What was
    /// [read](Self::read) since the last search has no part in it.
    pub fn highlights(&self, q: &str, text: &str) -> Vec<Span> {
        match search::has_words(q) {
            true => search::highlights(&self.reading().last(), q, text),
            false => Vec::new(),
        }
    }

    /// For the words of `q` that occur nowhere: the words of the corpus most
    /// like them, as the sources spell them, nearest first.
    pub fn suggest(&self, q: &str) -> Vec<String> {
        match search::has_words(q) {
            true => search::suggest(&self.searched(), q),
            false => Vec::new(),
        }
    }

    /// Where a selection shows neither article nor event: the one choice to
    /// take back that brings most back. `None` where it shows something, or
    /// where only several choices together are to blame.
    pub fn relax(&self, selection: &Selection) -> Option<Relaxation> {
        // The words are looked up once, however many choices there are.
        let matched = self.matched(&selection.q);
        relax::relax(selection, &|rest, words| {
            let matched = matched.as_ref().filter(|_| words);
            facets::count(&self.filter(rest, matched))
        })
    }

    /// What has all words of `q`; `None` where it has no words.
    pub fn matched(&self, q: &str) -> Option<Matched> {
        // A page without words never waits for the index.
        search::has_words(q).then(|| search::matched(&self.searched(), q))
    }

    fn filter<'a>(&'a self, selection: &Selection, matched: Option<&'a Matched>) -> Filter<'a> {
        Filter::new(self.corpus, &self.tables, self.names(), selection, matched)
    }

    fn searched(&self) -> Arc<Index> {
        self.reading().searched()
    }

    fn reading(&self) -> MutexGuard<'_, Reading<'c>> {
        self.reading.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
