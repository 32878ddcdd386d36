//! Texts that stand word for word in several outlets. Who carried one, and when, is told of each; but a
//! sentence that many print is written once, and what it calls new was so on the first of their days.

use dateline_model::{Article, Day};
use dateline_text::{QuickMap, fingerprint};

/// What an article is to the others with its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reprint {
    /// The first day on which anybody published the text.
    pub first: Option<Day>,
    /// Whether an earlier article of the corpus has the same text.
    pub again: bool,
}

/// For each article. Copies are known to be versions of one text.
pub(super) fn reprints(articles: &[Article]) -> Vec<Reprint> {
    let known: Vec<Option<u64>> = articles
        .iter()
        .map(|article| (article.version_shared > 0).then(|| fingerprint(&article.body)))
        .collect();
    let mut texts: QuickMap<u64, (usize, Option<Day>)> = QuickMap::default();
    for (at, (article, text)) in articles.iter().zip(&known).enumerate() {
        let Some(text) = text else { continue };
        let (_, first) = texts.entry(*text).or_insert((at, None));
        *first = first.iter().copied().chain(article.published.date).min();
    }
    let of = |(at, (article, text)): (usize, (&Article, &Option<u64>))| match text {
        Some(text) => Reprint { first: texts[text].1, again: texts[text].0 != at },
        None => Reprint { first: article.published.date, again: false },
    };
    articles.iter().zip(&known).enumerate().map(of).collect()
}
