//! Which articles and events have all words of a query.

use core::ops::Range;

use dateline_sort::sort_keys;

use super::index::{Index, Told};
use super::query::{self, Clause, Way};

/// By article and by event: whether all words occur.
pub struct Matched {
    pub(crate) articles: Vec<bool>,
    pub(crate) events: Vec<bool>,
}

/// Ascending positions, by the documents in which they lie. Most words stand in few.
#[derive(Default)]
pub(crate) struct Stands {
    positions: Vec<u32>,
    /// Each document with the first of its positions, and at the end one behind all.
    documents: Vec<(u32, u32)>,
}

impl Stands {
    /// Those positions that lie in the first so many documents.
    pub fn new(index: &Index, positions: Vec<u32>, documents: usize) -> Self {
        let (mut at, mut document) = (0, 0);
        let mut found = Vec::new();
        while let Some(&position) = positions.get(at) {
            document = index.document(position, document);
            if document as usize >= documents {
                break;
            }
            found.push((document, at as u32));
            let end = index.extent(document as usize).end;
            while positions.get(at).is_some_and(|&position| position < end) {
                at += 1;
            }
        }
        found.push((u32::MAX, at as u32));
        Self { positions, documents: found }
    }

    /// In how many documents.
    pub fn documents(&self) -> usize {
        self.documents.len().saturating_sub(1)
    }

    /// How many positions, those of further documents too.
    pub fn len(&self) -> usize {
        self.positions.len()
    }
}

/// Looks at [`Stands`] document by document, in their order.
pub(crate) struct Cursor<'s> {
    stands: &'s Stands,
    at: usize,
}

impl<'s> Cursor<'s> {
    pub fn new(stands: &'s Stands) -> Self {
        Self { stands, at: 0 }
    }

    /// The positions in a document, which is none before the last one asked for: from which to which of all.
    fn range(&mut self, document: usize) -> Range<usize> {
        let documents = &self.stands.documents;
        while documents.get(self.at).is_some_and(|it| (it.0 as usize) < document) {
            self.at += 1;
        }
        match documents.get(self.at..) {
            Some([here, next, ..]) if here.0 as usize == document => {
                here.1 as usize..next.1 as usize
            }
            _ => 0..0,
        }
    }

    /// The positions themselves.
    pub fn positions(&mut self, document: usize) -> &'s [u32] {
        let range = self.range(document);
        &self.stands.positions[range]
    }
}

/// Where one clause of a query stands.
#[derive(Default)]
pub(crate) struct Found {
    /// The positions of its first word.
    pub stands: Stands,
    /// How many words it has as the reader wrote it.
    pub words: u32,
    /// By position: how many words stand there. Empty where it is `words` at all of them.
    lengths: Vec<u8>,
    /// For a single word: the term that it is, as against one that it begins.
    pub exact: Option<u32>,
}

/// What the words of `q` hit, as [`run`](crate::EngineOn::run) reads them.
pub(crate) fn matched(index: &Index, q: &str) -> Matched {
    let documents = index.documents();
    let found: Vec<Found> =
        query::parse(q, true).iter().map(|clause| find(index, clause, true, documents)).collect();
    let mut articles = vec![false; documents];
    let all = all(&found, documents);
    all.iter().for_each(|document| articles[*document] = true);
    let mut events = articles.split_off(index.articles());
    let mut cursors: Vec<Cursor> = found.iter().map(|found| Cursor::new(&found.stands)).collect();
    for &article in all.iter().take_while(|document| **document < articles.len()) {
        let here: Vec<Range<usize>> = cursors.iter_mut().map(|it| it.range(article)).collect();
        for told in index.told(article).chunk_by(|one, other| one.event == other.event) {
            let event = &mut events[told[0].event as usize];
            let mut each = found.iter().zip(&here);
            let is_in = |(found, here): (&Found, &Range<usize>)| {
                told.iter().any(|it| found.lies_in(here, it))
            };
            *event = *event || each.all(is_in);
        }
    }
    Matched { articles, events }
}

impl Found {
    /// Whether one of a document's positions, `here` among all, stands in a sentence.
    fn lies_in(&self, here: &Range<usize>, told: &Told) -> bool {
        let starts = &self.stands.positions[here.clone()];
        let first = starts.partition_point(|&start| start < told.start);
        let at = here.start + first;
        let words = self.lengths.get(at).map_or(self.words, |&words| u32::from(words));
        starts.get(first).is_some_and(|start| start + words <= told.end)
    }
}

/// The documents in which every clause stands, ascending, of the first so many; without a clause all.
pub(crate) fn all(found: &[Found], documents: usize) -> Vec<usize> {
    let Some(least) = found.iter().min_by_key(|found| found.stands.documents()) else {
        return (0..documents).collect();
    };
    let mut cursors: Vec<Cursor> = found.iter().map(|found| Cursor::new(&found.stands)).collect();
    let least = &least.stands.documents[..least.stands.documents()];
    let mut stand =
        |document: &usize| cursors.iter_mut().all(|cursor| !cursor.range(*document).is_empty());
    least.iter().map(|it| it.0 as usize).filter(|document| stand(document)).collect()
}

/// Where a clause stands in the first so many documents.
pub(crate) fn find(index: &Index, clause: &Clause, typos: bool, documents: usize) -> Found {
    let [typed, others @ ..] = clause.as_slice() else { return Found::default() };
    let words = typed.len() as u32;
    let exact = match typed.as_slice() {
        [slot] => index.range(&slot.word, false).next(),
        _ => None,
    };
    let mut keys: Vec<u64> = Vec::new();
    for way in others {
        push_keys(&mut keys, &stands(index, way, false), way.len());
    }
    // What is written in another way is not mistyped.
    let mut starts = stands(index, typed, typos && keys.is_empty());
    let mut lengths = Vec::new();
    if !keys.is_empty() {
        push_keys(&mut keys, &starts, typed.len());
        sort_keys(&mut keys);
        starts.clear();
        for key in keys {
            let start = (key >> 8) as u32;
            // Where several ways begin, the one of fewest words.
            if starts.last() != Some(&start) {
                starts.push(start);
                lengths.push(key as u8);
            }
        }
    }
    Found { stands: Stands::new(index, starts, documents), words, lengths, exact }
}

/// Whether the words of a clause may be others that are like them: what stands somewhere in another
/// way is not mistyped.
pub(crate) fn may_be_mistyped(index: &Index, clause: &Clause) -> bool {
    clause.iter().skip(1).all(|way| stands(index, way, false).is_empty())
}

/// Adds where a way of so many words begins, as keys in the order of the positions.
fn push_keys(keys: &mut Vec<u64>, starts: &[u32], words: usize) {
    for &start in starts {
        keys.push(u64::from(start) << 8 | words as u64);
    }
}

/// The positions at which a way begins, ascending.
fn stands(index: &Index, way: &Way, typos: bool) -> Vec<u32> {
    let terms: Vec<Vec<u32>> = way.iter().map(|slot| query::terms(index, slot, typos)).collect();
    if terms.iter().any(Vec::is_empty) {
        return Vec::new();
    }
    let mut starts = merged(index, &terms[0]);
    for (offset, terms) in (0u32..).zip(&terms).skip(1) {
        match terms.as_slice() {
            [term] => keep(&mut starts, &mut index.postings(*term), offset),
            several => keep(&mut starts, &mut merged(index, several).into_iter(), offset),
        }
    }
    starts
}

/// Keeps the positions after which, at `offset`, one of `others` stands.
fn keep(starts: &mut Vec<u32>, others: &mut dyn Iterator<Item = u32>, offset: u32) {
    let mut rest = others.peekable();
    starts.retain(|&start| {
        while rest.next_if(|&other| other < start + offset).is_some() {}
        rest.peek().is_some_and(|&other| other == start + offset)
    });
}

/// Up to one position in so many, as a power of two, is sorted into those of the most frequent term.
/// Among 8,000,000 words that takes a third off a search of "president", and 12 instead of 10 less.
const FEW: u32 = 10;

/// The positions of a term with those of its few fellows, ascending.
fn with_few(index: &Index, terms: &[u32], most: u32) -> Vec<u32> {
    let mut few: Vec<u64> = Vec::new();
    for &term in terms.iter().filter(|&&term| term != most) {
        few.extend(index.postings(term).map(u64::from));
    }
    let positions = index.all_of(most);
    if few.is_empty() {
        return positions;
    }
    sort_keys(&mut few);
    let mut out: Vec<u32> = Vec::with_capacity(positions.len() + few.len());
    let mut at = 0;
    for &other in &few {
        let other = other as u32;
        while let Some(&position) = positions.get(at).filter(|&&position| position <= other) {
            out.push(position);
            at += 1;
        }
        if out.last() != Some(&other) {
            out.push(other);
        }
    }
    out.extend_from_slice(&positions[at..]);
    out
}

/// The positions of several terms together, ascending.
fn merged(index: &Index, terms: &[u32]) -> Vec<u32> {
    let uses = |term: &u32| index.uses(*term) as usize;
    let Some(most) = terms.iter().copied().max_by_key(uses) else { return Vec::new() };
    let rest: usize = terms.iter().map(uses).sum::<usize>() - uses(&most);
    if rest <= index.positions() as usize >> FEW {
        return with_few(index, terms, most);
    }
    // One bit for each position costs less than sorting what may be most of
    // the corpus.
    let mut bits = vec![0u64; (index.positions() as usize >> 6) + 1];
    let mut count = 0;
    for &term in terms {
        for position in index.postings(term) {
            bits[position as usize >> 6] |= 1 << (position & 63);
            count += 1;
        }
    }
    let mut out = Vec::with_capacity(count);
    for (at, &word) in (0u32..).zip(&bits) {
        let mut word = word;
        while word != 0 {
            out.push(at << 6 | word.trailing_zeros());
            word &= word - 1;
        }
    }
    out
}
