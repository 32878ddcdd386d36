//! Which of the articles that have all words comes first.
//!
//! By words in the title, then by words that stand close together, then by how
//! rare and how frequent the words are (BM25 in whole numbers, so that every
//! machine ranks alike), then in the order of the corpus.

use crate::{Hits, SearchOptions};

use super::hits::{self, Found};
use super::index::Index;
use super::query;

/// The articles in which all words of a text occur, best first.
pub(crate) fn search(index: &Index, text: &str, options: SearchOptions) -> Hits {
    let clauses = query::parse(text, options.prefix);
    let found: Vec<Found> =
        clauses.iter().map(|clause| hits::find(index, clause, options.typos)).collect();
    let mut points = vec![Points::default(); index.articles()];
    for found in &found {
        weigh(index, found, &mut points);
    }
    for pair in found.windows(2) {
        near(index, &pair[0], &pair[1], &mut points);
    }
    let mut keys: Vec<u64> = Vec::new();
    let matched = hits::all(index, &found);
    for (at, points) in points.iter().enumerate().filter(|&(at, _)| matched[at]) {
        keys.push(u64::from(u32::MAX - points.key()) << 32 | at as u64);
    }
    keys.sort_unstable();
    Hits {
        total: keys.len() as u32,
        articles: keys.iter().take(options.limit).map(|&key| key as u32).collect(),
    }
}

/// What speaks for an article.
#[derive(Clone, Copy, Default)]
struct Points {
    /// 2 for each clause in the title, 1 where it is a mere beginning.
    title: u32,
    /// Up to 3 for each two neighbouring clauses.
    near: u32,
    /// Rarity times frequency, over all clauses.
    weight: u32,
}

impl Points {
    /// One number, more is better.
    fn key(self) -> u32 {
        self.title.min(63) << 26 | self.near.min(63) << 20 | self.weight.min((1 << 20) - 1)
    }
}

/// Adds what one clause says about title and frequency.
fn weigh(index: &Index, found: &Found, points: &mut [Points]) {
    let articles = index.articles();
    // Uses by article, twice for the whole word.
    let mut uses = vec![0u32; articles];
    let mut titles = vec![0u32; articles];
    let mut add = |positions: &[u32]| {
        let mut last = usize::MAX;
        for &position in positions {
            let document = index.document(position) as usize;
            if document >= articles {
                break;
            }
            uses[document] += 1;
            if document != last && position < index.titles[document] {
                titles[document] += 1;
            }
            last = document;
        }
    };
    add(&found.starts);
    match found.exact {
        Some(term) => add(index.postings(term)),
        None if found.words > 1 => add(&found.starts),
        None => {}
    }
    let using = uses.iter().filter(|&&uses| uses > 0).count() as u64;
    if using == 0 {
        return;
    }
    let rarity = u64::from((1 + articles as u64 / using).ilog2()) + 1;
    for (at, &uses) in uses.iter().enumerate().filter(|&(_, &uses)| uses > 0) {
        // k1 = 1.2 and b = 0.75, the usual ones; uses are in halves.
        let uses = u64::from(uses) * 1000;
        let damping = 600 + 1800 * index.extent(at).len() as u64 / index.mean;
        points[at].weight += (rarity * 4096 * uses / (uses + damping)) as u32;
        points[at].title += titles[at];
    }
}

/// Adds what the distance between two clauses says.
fn near(index: &Index, one: &Found, other: &Found, points: &mut [Points]) {
    let (mut i, mut j) = (0, 0);
    let (mut last, mut best) = (usize::MAX, 0);
    while let (Some(&a), Some(&b)) = (one.starts.get(i), other.starts.get(j)) {
        let document = index.document(a) as usize;
        if document >= points.len() {
            break;
        }
        if document != last {
            (last, best) = (document, 0);
        }
        if index.extent(document).contains(&b) {
            let here = match a.abs_diff(b) {
                _ if b == a + one.words => 3,
                0..=5 => 2,
                6..=15 => 1,
                _ => 0,
            };
            if here > best {
                points[document].near += here - best;
                best = here;
            }
        }
        if a <= b {
            i += 1;
        } else {
            j += 1;
        }
    }
}
