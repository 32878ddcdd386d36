//! What filters and counts read, laid out flat: no strings, no hashing.

use dateline_model::{ArticleIndex, Corpus, Day, Entity, EntityIndex};
use dateline_sort::sort_keys;

/// Stands for "no outlet".
pub(crate) const NO_OUTLET: u16 = u16::MAX;
/// Stands for "no month".
pub(crate) const NO_MONTH: i32 = i32::MIN;

pub(crate) struct Tables {
    /// Distinct, by name.
    pub outlets: Vec<String>,
    /// The articles in the order of [`Results`](crate::Results).
    pub order: Vec<ArticleIndex>,
    /// By article: position in `outlets`.
    pub outlet: Vec<u16>,
    /// By article: months since year 0.
    pub month: Vec<i32>,
    /// By article: its day. Beside the articles, since these are read from far apart.
    pub day: Vec<Option<Day>>,
}

impl Tables {
    pub fn new(corpus: &Corpus) -> Self {
        let articles = &corpus.articles;
        let outlets: Vec<String> = corpus.outlets().iter().map(|&name| name.into()).collect();
        let outlet = articles
            .iter()
            .map(|article| {
                let name = article.outlet.as_deref();
                let found = name.and_then(|name| {
                    outlets.binary_search_by(|other| other.as_str().cmp(name)).ok()
                });
                found.map_or(NO_OUTLET, |at| at as u16)
            })
            .collect();
        let month = articles
            .iter()
            .map(|article| {
                article
                    .published
                    .date
                    .map_or(NO_MONTH, |day| i32::from(day.year()) * 12 + i32::from(day.month()) - 1)
            })
            .collect();
        let mut order: Vec<u64> = (0u64..)
            .zip(articles)
            .map(|(at, article)| {
                // Days before 1970 are negative; undated ones come last.
                let day = article
                    .published
                    .date
                    .map_or(u32::MAX, |day| (i64::from(day.number()) + (1 << 30)) as u32);
                u64::from(day) << 32 | at
            })
            .collect();
        sort_keys(&mut order);
        let order = order.iter().map(|&key| key as u32).collect();
        let day = articles.iter().map(|article| article.published.date).collect();
        Self { outlets, order, outlet, month, day }
    }
}

/// Who is named, and where.
pub(crate) struct Names<'c> {
    pub entities: &'c [Entity],
    /// By article: the entities it names, ascending.
    pub articles: SparseRows,
    /// By event: the entities its tellings name, ascending.
    pub events: SparseRows,
}

impl<'c> Names<'c> {
    /// Nobody.
    pub const NONE: Self =
        Self { entities: &[], articles: SparseRows::NONE, events: SparseRows::NONE };

    /// `told` says of each event whom its tellings name.
    pub fn new<'t>(
        articles: usize,
        entities: &'c [Entity],
        told: impl Iterator<Item = &'t [EntityIndex]>,
    ) -> Self {
        let mut named = Vec::new();
        // Not from the texts' marks, which may lie elsewhere.
        for (entity, it) in (0u64..).zip(entities) {
            let known = it.articles.iter().filter(|&&at| (at as usize) < articles);
            named.extend(known.map(|&at| u64::from(at) << 32 | entity));
        }
        let (mut pairs, mut events) = (Vec::new(), 0);
        for (at, names) in (0u64..).zip(told) {
            pairs.extend(names.iter().map(|&entity| at << 32 | u64::from(entity)));
            events += 1;
        }
        Self {
            entities,
            articles: SparseRows::new(articles, named),
            events: SparseRows::new(events, pairs),
        }
    }
}

/// Many short ascending lists in two flat vectors: a matrix of yes and no in compressed sparse rows.
pub(crate) struct SparseRows {
    starts: Vec<u32>,
    items: Vec<EntityIndex>,
}

impl SparseRows {
    const NONE: Self = Self { starts: Vec::new(), items: Vec::new() };

    /// From pairs `row << 32 | item`, in any order.
    fn new(rows: usize, mut pairs: Vec<u64>) -> Self {
        sort_keys(&mut pairs);
        pairs.dedup();
        let mut starts = vec![0; rows + 1];
        for &pair in &pairs {
            starts[(pair >> 32) as usize + 1] += 1;
        }
        for row in 0..rows {
            starts[row + 1] += starts[row];
        }
        Self { starts, items: pairs.iter().map(|&pair| pair as u32).collect() }
    }

    /// Empty where there is no such row.
    pub fn row(&self, at: usize) -> &[EntityIndex] {
        match self.starts.get(at..at + 2) {
            Some(&[from, to]) => &self.items[from as usize..to as usize],
            _ => &[],
        }
    }
}
