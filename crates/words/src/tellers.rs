//! Who tells an event, and no more of it than is known: outlets where each article names its own,
//! else articles.

use dateline_model::{Corpus, Event, Telling};
use dateline_sort::{distinct, sort_keys};
use dateline_text::isolated;

use crate::numbers::count;

/// So many are named in a line.
const NAMED: usize = 3;

/// Who tells one event, or several.
pub struct Tellers<'c> {
    /// The outlets that are named, sorted.
    pub outlets: Vec<&'c str>,
    /// The first of them, in the order of their telling.
    first: Vec<&'c str>,
    /// Articles; versions of one text are one.
    texts: usize,
    /// Whether each article names its outlet.
    all_named: bool,
}

/// Who tells an event.
pub fn tellers<'c>(event: &Event, corpus: &'c Corpus) -> Tellers<'c> {
    tellers_of(&mut event.tellings.iter(), corpus)
}

/// Whose these tellings are. Those of articles that the corpus lacks are nobody's.
pub fn tellers_of<'c>(
    tellings: &mut dyn Iterator<Item = &Telling>,
    corpus: &'c Corpus,
) -> Tellers<'c> {
    let (mut outlets, mut first, mut texts) = (Vec::new(), Vec::new(), Vec::new());
    let mut all_named = true;
    for telling in tellings {
        let Some(article) = corpus.articles.get(telling.article as usize) else { continue };
        texts.push(article.first_version(telling.article).into());
        let Some(name) = article.outlet.as_deref() else {
            all_named = false;
            continue;
        };
        outlets.push(name);
        if first.len() < NAMED && !first.contains(&name) {
            first.push(name);
        }
    }
    sort_keys(&mut texts);
    texts.dedup();
    Tellers { outlets: distinct(outlets), first, texts: texts.len(), all_named }
}

impl Tellers<'_> {
    /// How many tell it, as far as is known.
    pub fn how_many(&self) -> usize {
        if self.all_named { self.outlets.len() } else { self.texts }
    }

    /// "2 outlets", "18 articles"; the editor, where no article tells it.
    pub fn counted(&self) -> String {
        if self.texts == 0 {
            return "the editor".into();
        }
        count(self.how_many(), if self.all_named { "outlet" } else { "article" })
    }

    /// "told by 2 outlets", "told by 18 articles".
    pub fn told_by(&self) -> String {
        ["told by ", &self.counted()].concat()
    }

    /// Who tells it, in a sentence: "Alder Times, Norhaven Post", "18 articles".
    pub fn said(&self) -> String {
        if self.all_named { self.named().join(", ") } else { self.counted() }
    }

    /// The outlets of a line: "Alder Times", "Norhaven Post", "Ledger", "2 more outlets".
    pub fn named(&self) -> Vec<String> {
        let mut names: Vec<String> = self.first.iter().map(|name| isolated(name)).collect();
        let more = self.outlets.len() - self.first.len();
        if more > 0 {
            names.push(count(more, "more outlet"));
        }
        names
    }

    /// Whether their names say all: there is one outlet, or there are several and each is known.
    pub(crate) fn is_one_name(&self) -> bool {
        self.all_named && self.outlets.len() == 1
    }
}

#[cfg(test)]
mod tests {
    use dateline_model::sample;

    use super::*;

    /// Who tells the event of the 4th of March where so many of its articles name no outlet, and all
    /// others are versions of the first `versions`.
    fn check(outlets: &[Option<&str>], texts: u32, expected: &str) {
        let mut corpus = sample::corpus();
        let (article, telling) = (corpus.articles[0].clone(), corpus.events[2].tellings[0]);
        corpus.articles.clear();
        let event = &mut corpus.events[2];
        event.tellings.clear();
        for (at, outlet) in (0..).zip(outlets) {
            let mut article = article.clone();
            article.outlet = outlet.map(Into::into);
            article.version_of = (at >= texts).then_some(0);
            corpus.articles.push(article);
            // Each tells it in two sentences.
            event.tellings.extend([Telling { article: at, ..telling }; 2]);
        }
        event.tellings.push(Telling { article: 99, ..telling });
        assert_eq!(tellers(&corpus.events[2], &corpus).told_by(), expected);
    }

    #[test]
    fn names_are_said_where_they_are_known() {
        let mut corpus = sample::tied();
        let said =
            |corpus: &Corpus, event: u32| tellers(&corpus.events[event as usize], corpus).said();
        assert_eq!(said(&corpus, 2), "Alder Times, Norhaven Post");
        assert_eq!(said(&corpus, sample::CALL), "1 article");
        assert_eq!(said(&corpus, sample::STRIKE), "2 articles");
        corpus.events[2].tellings.clear();
        assert_eq!(said(&corpus, 2), "");
    }

    #[test]
    fn outlets_are_counted_where_each_article_names_its_own() {
        check(&[Some("A")], 9, "told by 1 outlet");
        check(&[Some("B"), Some("A"), Some("B")], 9, "told by 2 outlets");
        check(&[Some("B"), Some("A")], 1, "told by 2 outlets");
    }

    #[test]
    fn articles_are_counted_where_one_does_not() {
        check(&[None], 9, "told by 1 article");
        check(&[None; 18], 99, "told by 18 articles");
        check(&[Some("A"), None, Some("A")], 9, "told by 3 articles");
    }

    #[test]
    fn versions_of_one_text_are_one_article() {
        check(&[None; 18], 1, "told by 1 article");
        check(&[None; 18], 5, "told by 5 articles");
        check(&[Some("A"), None], 1, "told by 1 article");
        let corpus = sample::tied();
        let said = |event: u32| tellers(&corpus.events[event as usize], &corpus).told_by();
        assert_eq!(said(sample::CALL), "told by 1 article");
        assert_eq!(said(sample::STRIKE), "told by 2 articles");
    }
}
