//! Takes withheld words out of reasons, labels and warnings.
//!
//! A reason quotes what its rule saw, often two or three words. Which texts it
//! may have seen is known: its own article's, those that it names, those that
//! tell the event. What it quotes stays where a published text has it too.
//! Last, whatever repeats a run of withheld words is emptied, wherever it is.

use std::collections::BTreeMap;

use dateline_lang::reasons::events as reasons;
use dateline_model::{Article, Basis, Corpus, Evidence, Telling, Withheld};

use super::is_withheld;
use super::ngrams::Ngrams;

/// Stands where withheld words stood.
const GONE: &str = "\u{2026}";

/// Cleans `corpus`; `before` has the whole of each withheld article.
pub(super) fn scrub(corpus: &mut Corpus, before: &[Option<Article>]) {
    let titles: BTreeMap<&str, usize> = before
        .iter()
        .enumerate()
        .filter_map(|(at, article)| Some((article.as_ref()?.title.as_str(), at)))
        .collect();
    for at in 0..corpus.articles.len() {
        let mut evidence = core::mem::take(&mut corpus.articles[at].published.evidence);
        for reason in &mut evidence {
            let named = quoted(&reason.why).filter_map(|words| titles.get(words).copied());
            let sources: Vec<usize> = named.chain([at]).collect();
            clean(reason, &sources, &corpus.articles, before);
        }
        corpus.articles[at].published.evidence = evidence;
    }
    for event in &mut corpus.events {
        if !event.tellings.iter().any(is_withheld) {
            continue;
        }
        let sources: Vec<usize> = event.tellings.iter().map(article_of).collect();
        for reason in &mut event.evidence {
            if reason.rule == reasons::SAME_WORDS {
                reason.text.clear();
                reason.why = reasons::SHARED_UNSHOWN.into();
            }
            clean(reason, &sources, &corpus.articles, before);
        }
        event.evidence.dedup();
    }
    sweep(corpus, before);
}

fn article_of(telling: &Telling) -> usize {
    telling.article as usize
}

/// Empties what a reason quotes from the withheld part of its sources.
fn clean(
    reason: &mut Evidence,
    sources: &[usize],
    articles: &[Article],
    before: &[Option<Article>],
) {
    let gone = |words: &str| {
        let words = words.trim();
        let withheld = |at: &usize| {
            before[*at].as_ref().is_some_and(|whole| {
                own_words(whole).any(|text| text.contains(words))
                    && !is_title(&articles[*at], words)
            })
        };
        let shown = |at: &usize| own_words(&articles[*at]).any(|text| text.contains(words));
        !words.is_empty() && sources.iter().any(withheld) && !sources.iter().any(shown)
    };
    if gone(&reason.text) {
        reason.text.clear();
    }
    let parts: Vec<String> = quoted(&reason.why).filter(|words| gone(words)).map(wrap).collect();
    for part in parts {
        reason.why = reason.why.replace(&part, &wrap(GONE));
    }
}

fn wrap(words: &str) -> String {
    format!("\u{201c}{words}\u{201d}")
}

/// What stands between quotation marks of our own.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('\u{201c}').skip(1).filter_map(|rest| Some(rest.split_once('\u{201d}')?.0))
}

/// What an outlet wrote itself.
fn own_words(article: &Article) -> impl Iterator<Item = &str> {
    let captions = article.captions.iter().map(String::as_str);
    [article.body.as_str()].into_iter().chain(article.standfirst.as_deref()).chain(captions)
}

fn is_title(article: &Article, words: &str) -> bool {
    article.title == words
}

/// Empties whatever still repeats a run of withheld words.
fn sweep(corpus: &mut Corpus, before: &[Option<Article>]) {
    let ngrams = {
        let whole = before.iter().zip(&corpus.articles);
        let withheld = whole.flat_map(|(article, left)| {
            article.iter().flat_map(|article| {
                let furniture = article.furniture.iter().map(|line| line.text.as_str());
                // A summary that is left is judged by the rest, not by itself.
                let own = own_words(article);
                own.filter(|text| left.standfirst.as_deref() != Some(text))
                    .chain(furniture)
                    .chain([article.title.as_str()])
            })
        });
        Ngrams::new(withheld, published(corpus))
    };
    for article in corpus.articles.iter_mut() {
        article.published.evidence.iter_mut().for_each(|reason| empty(reason, &ngrams));
        if article.withheld == Withheld::Nothing {
            continue;
        }
        let fields = [&mut article.standfirst, &mut article.section];
        for field in fields {
            if field.as_deref().is_some_and(|text| ngrams.are_in(text)) {
                *field = None;
            }
        }
    }
    for entity in &mut corpus.entities {
        entity.evidence.iter_mut().for_each(|reason| empty(reason, &ngrams));
    }
    for event in &mut corpus.events {
        event.evidence.iter_mut().for_each(|reason| empty(reason, &ngrams));
    }
    for warning in &mut corpus.warnings {
        if ngrams.are_in(&warning.message) {
            warning.message = format!("{}: {}", warning.file, warning.kind.name());
        }
    }
}

fn empty(reason: &mut Evidence, ngrams: &Ngrams) {
    if ngrams.are_in(&reason.text) {
        reason.text.clear();
    }
    if ngrams.are_in(&reason.why) {
        reason.why = reasons::UNSHOWN.into();
    }
}

/// A printed date is a fact; a longer line that holds one is text.
const DATE: usize = 60;

/// Every text that is shown anyway: texts that are not withheld, and facts.
fn published(corpus: &Corpus) -> impl Iterator<Item = &str> {
    let articles = corpus.articles.iter().flat_map(|article| {
        let facts = [&article.outlet, &article.via, &article.agency, &article.author];
        let dates = article.published.evidence.iter();
        let stated = article.published.basis == Basis::Stated;
        let dates = dates.filter(move |reason| stated && reason.text.len() <= DATE);
        let open = article.withheld == Withheld::Nothing;
        let furniture = article.furniture.iter().filter(move |_| open);
        let section = article.section.as_deref().filter(|_| open);
        let standfirst = article.standfirst.as_deref().filter(|_| open);
        [article.title.as_str(), article.body.as_str()]
            .into_iter()
            .chain(article.captions.iter().map(String::as_str))
            .chain(standfirst)
            .chain(section)
            .chain(facts.into_iter().flatten().map(String::as_str))
            .chain(article.tags.iter().map(String::as_str))
            .chain(dates.map(|reason| reason.text.as_str()))
            .chain(furniture.map(|line| line.text.as_str()))
    });
    let names = corpus.entities.iter().flat_map(|entity| {
        let spellings = entity.spellings.iter().map(|spelling| spelling.text.as_str());
        [entity.name.as_str()].into_iter().chain(spellings)
    });
    let site = [corpus.site.title.as_str()].into_iter().chain(corpus.site.description.as_deref());
    articles.chain(names).chain(site)
}
