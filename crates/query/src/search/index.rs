//! Where every word stands.
//!
//! All texts lie one after the other on one line of positions, one for each
//! word: the articles (title, standfirst, paragraphs), then the titles of the
//! events. An empty position parts two texts, so no phrase crosses from one to
//! the next. The postings of a term are the ascending positions at which it
//! stands; all postings are one flat vector. What several words are when they
//! are written as one is a further term at the first of them.

use core::ops::Range;

use dateline_sort::sort_keys;

use super::line::{GAP, Line, Texts};

/// The documents are looked up by position in steps of `1 << STEP`.
const STEP: u32 = 7;

pub(crate) struct Index {
    /// The terms, folded and sorted, without anything between them.
    text: String,
    /// Where each term starts in `text`; one more at the end.
    terms: Vec<u32>,
    /// Where each term's postings start in `positions`; one more at the end.
    starts: Vec<u32>,
    positions: Vec<u32>,
    /// The first position of each document: articles, then events. One more
    /// at the end.
    documents: Vec<u32>,
    /// By position shifted by [`STEP`]: the document there.
    steps: Vec<u32>,
    /// By article: the position after its title.
    pub titles: Vec<u32>,
    /// The tellings of all events, in their order: where the sentence stands.
    pub told: Vec<Range<u32>>,
    /// How many positions an article has in the middle.
    pub mean: u64,
}

impl Index {
    /// Of the words of these texts.
    pub fn new(texts: &Texts<'_>, line: &Line) -> Self {
        let (mut documents, mut titles) = (vec![0], Vec::with_capacity(texts.articles.len()));
        let (mut told, tellings) = tellings(texts);
        let mut tellings = tellings.iter().peekable();
        let mut start = 0;
        for document in 0..texts.len() {
            let words = line.document(document);
            if document < texts.articles.len() {
                titles.push(start + words.title);
            }
            let mut body = None;
            while let Some(key) = tellings.next_if(|&key| key >> 32 == document as u64) {
                let told = &mut told[*key as u32 as usize];
                let body = body.get_or_insert_with(|| words.body());
                let first = body.partition_point(|&(byte, _)| byte < told.start);
                let end = body.partition_point(|&(byte, _)| byte < told.end);
                *told = match first < end {
                    true => start + body[first].1..start + body[end - 1].1 + 1,
                    false => 0..0,
                };
            }
            start += words.all.len() as u32;
            documents.push(start);
        }
        let (text, terms, ranks) = line.names.sorted();
        let (starts, positions) = postings(line, texts.len(), &ranks);
        let mut steps = Vec::with_capacity((start as usize >> STEP) + 1);
        let mut document = 0;
        for position in (0..start).step_by(1 << STEP) {
            while documents[document + 1] <= position {
                document += 1;
            }
            steps.push(document as u32);
        }
        let articles = titles.len();
        let mean = u64::from(documents[articles]) / articles.max(1) as u64;
        Self { text, terms, starts, positions, documents, steps, titles, told, mean }
    }

    /// How many terms there are.
    pub fn len(&self) -> u32 {
        self.terms.len() as u32 - 1
    }

    pub fn term(&self, term: u32) -> &str {
        &self.text[self.terms[term as usize] as usize..self.terms[term as usize + 1] as usize]
    }

    /// The first term that is not before `word`.
    pub fn lower(&self, word: &str) -> u32 {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if self.term(middle) < word {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The term that is `word`; with `prefix`, all that begin with it.
    pub fn range(&self, word: &str, prefix: bool) -> Range<u32> {
        let start = self.lower(word);
        let fits = |term: u32| match prefix {
            true => self.term(term).starts_with(word),
            false => self.term(term) == word,
        };
        let (mut end, mut high) = (start, self.len());
        while end < high {
            let middle = end + (high - end) / 2;
            if fits(middle) {
                end = middle + 1;
            } else {
                high = middle;
            }
        }
        start..end
    }

    pub fn postings(&self, term: u32) -> &[u32] {
        let term = term as usize;
        &self.positions[self.starts[term] as usize..self.starts[term + 1] as usize]
    }

    /// How many positions there are.
    pub fn positions(&self) -> u32 {
        *self.documents.last().unwrap_or(&0)
    }

    pub fn articles(&self) -> usize {
        self.titles.len()
    }

    pub fn documents(&self) -> usize {
        self.documents.len() - 1
    }

    pub fn document(&self, position: u32) -> u32 {
        let mut document = self.steps[(position >> STEP) as usize];
        while self.documents[document as usize + 1] <= position {
            document += 1;
        }
        document
    }

    /// By document: how many of ascending `positions` come before it. One more
    /// at the end.
    pub fn cuts(&self, positions: &[u32]) -> Vec<u32> {
        let mut at = 0;
        let before = |&limit: &u32| {
            while positions.get(at).is_some_and(|&position| position < limit) {
                at += 1;
            }
            at as u32
        };
        self.documents.iter().map(before).collect()
    }

    /// The positions of a document.
    pub fn extent(&self, document: usize) -> Range<u32> {
        self.documents[document]..self.documents[document + 1]
    }
}

/// The bytes of every telling, in the order of the events; and the tellings by
/// article, as `article << 32 | telling`, ascending.
fn tellings(texts: &Texts<'_>) -> (Vec<Range<u32>>, Vec<u64>) {
    let (mut bytes, mut keys) = (Vec::new(), Vec::new());
    for telling in texts.events.iter().flat_map(|event| &event.tellings) {
        keys.push(u64::from(telling.article) << 32 | bytes.len() as u64);
        bytes.push(telling.span.start..telling.span.end);
    }
    sort_keys(&mut keys);
    (bytes, keys)
}

/// Turns the words of so many documents, and what some of them make together, into postings:
/// for each term, in sorted order, the positions at which it stands.
fn postings(line: &Line, documents: usize, ranks: &[u32]) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0u32; ranks.len() + 1];
    for document in 0..documents {
        let words = line.document(document);
        let joined = words.joined.iter().map(|&(_, id)| id);
        for id in words.all.iter().copied().filter(|&id| id != GAP).chain(joined) {
            starts[ranks[id as usize] as usize + 1] += 1;
        }
    }
    for term in 0..ranks.len() {
        starts[term + 1] += starts[term];
    }
    let mut next = starts.clone();
    let mut positions = vec![0; starts[ranks.len()] as usize];
    let mut put = |position: u32, id: u32| {
        let at = &mut next[ranks[id as usize] as usize];
        positions[*at as usize] = position;
        *at += 1;
    };
    let mut start = 0;
    for document in 0..documents {
        let words = line.document(document);
        let mut joined = words.joined.iter().peekable();
        for (place, &id) in (0u32..).zip(words.all) {
            if id != GAP {
                put(start + place, id);
            }
            while let Some(&(_, id)) = joined.next_if(|(at, _)| *at == place) {
                put(start + place, id);
            }
        }
        start += words.all.len() as u32;
    }
    (starts, positions)
}
