//! Which of the articles that have all words comes first.
//!
//! By words in the title, then by words that stand close together, then by how
//! rare and how frequent the words are (BM25 in whole numbers, so that every
//! machine ranks alike), then in the order of the corpus.

use dateline_sort::sort_keys;

use crate::selection::{Hits, SearchOptions};

use super::hits::{self, Cursor, Found, Stands};
use super::index::Index;
use super::query;

/// The articles in which all words of a text occur, best first.
pub(crate) fn search(index: &Index, text: &str, options: SearchOptions) -> Hits {
    let clauses = query::parse(text, options.prefix);
    let found: Vec<Found> = clauses
        .iter()
        .map(|clause| hits::find(index, clause, options.typos, index.articles()))
        .collect();
    let all = hits::all(&found, index.articles());
    let clauses: Vec<Clause> = found.into_iter().map(|found| Clause::new(index, found)).collect();
    let mut looks: Vec<Look> = clauses.iter().map(Look::new).collect();
    let mut keys: Vec<u64> = Vec::with_capacity(all.len());
    for article in all {
        looks.iter_mut().for_each(|look| look.at(article));
        let key = points(index, &looks, article);
        keys.push(u64::from(u32::MAX - key) << 32 | article as u64);
    }
    sort_keys(&mut keys);
    Hits {
        total: keys.len() as u32,
        articles: keys.iter().take(options.limit).map(|&key| key as u32).collect(),
    }
}

/// One clause, and what its words weigh.
struct Clause {
    found: Found,
    /// For a word that is also the beginning of others: where it stands as itself.
    exact: Option<Stands>,
    /// Whether all of it stands as the reader wrote it.
    is_exact: bool,
    /// More for a clause that fewer articles have.
    rarity: u64,
}

impl Clause {
    fn new(index: &Index, found: Found) -> Self {
        let articles = index.articles();
        let having = found.stands.documents();
        let rarity = u64::from((1 + articles / having.max(1)).ilog2()) + 1;
        let uses = |term: u32| index.uses(term) as usize;
        let is_exact = found.exact.map_or(found.words > 1, |term| uses(term) == found.stands.len());
        let exact = found.exact.filter(|_| !is_exact);
        let exact = exact.map(|term| Stands::new(index, index.all_of(term), articles));
        Self { found, exact, is_exact, rarity }
    }
}

/// A look at one article after the other, for one clause.
struct Look<'c> {
    clause: &'c Clause,
    all: Cursor<'c>,
    own: Option<Cursor<'c>>,
    /// The positions in the article that is looked at.
    starts: &'c [u32],
    /// Those of them at which the reader's own words stand.
    exact: &'c [u32],
}

impl<'c> Look<'c> {
    fn new(clause: &'c Clause) -> Self {
        let (all, own) =
            (Cursor::new(&clause.found.stands), clause.exact.as_ref().map(Cursor::new));
        Self { clause, all, own, starts: &[], exact: &[] }
    }

    fn at(&mut self, article: usize) {
        self.starts = self.all.positions(article);
        self.exact = match &mut self.own {
            Some(own) => own.positions(article),
            None if self.clause.is_exact => self.starts,
            None => &[],
        };
    }
}

/// What speaks for an article, as one number; more is better.
fn points(index: &Index, clauses: &[Look<'_>], article: usize) -> u32 {
    let (mut title, mut near, mut weight) = (0, 0, 0);
    let title_end = index.titles[article];
    // k1 = 1.2 and b = 0.75, the usual ones; uses are in halves and thousandths.
    let damping = 600 + 1800 * index.extent(article).len() as u64 / index.mean;
    for (at, &Look { clause, starts, exact, .. }) in clauses.iter().enumerate() {
        let heads = |positions: &[u32]| positions.first().is_some_and(|&first| first < title_end);
        title += u32::from(heads(starts)) + u32::from(heads(exact));
        let uses = (starts.len() + exact.len()) as u64 * 1000;
        weight += (clause.rarity * 4096 * uses / (uses + damping)) as u32;
        if let Some(next) = clauses.get(at + 1) {
            near += nearness(starts, clause.found.words, next.starts);
        }
    }
    title.min(63) << 26 | near.min(63) << 20 | weight.min((1 << 20) - 1)
}

/// 3 where the second follows the first, then less with the distance.
fn nearness(mut one: &[u32], words: u32, mut other: &[u32]) -> u32 {
    let mut best = 0;
    while let ([a, ones @ ..], [b, others @ ..]) = (one, other) {
        best = best.max(match a.abs_diff(*b) {
            _ if *b == a + words => return 3,
            0..=5 => 2,
            6..=15 => 1,
            _ => 0,
        });
        if a <= b {
            one = ones;
        } else {
            other = others;
        }
    }
    best
}
