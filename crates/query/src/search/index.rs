//! Where every word stands.
//!
//! All texts lie one after the other on one line of positions, one for each
//! word: the articles (title, standfirst, paragraphs), then the titles of the
//! events. An empty position parts two texts, so no phrase crosses from one to
//! the next. The postings of a term are the ascending positions at which it
//! stands; all postings are one flat vector. What several words are when they
//! are written as one is a further term at the first of them.

use core::ops::Range;

use dateline_model::{Article, Event};
use dateline_sort::{order_of_words, sort_keys};

use crate::tokens::Tokens;

use super::joined::Joiner;

/// Marks the empty position between two texts while the index is built.
const GAP: u32 = u32::MAX;
/// The documents are looked up by position in steps of `1 << STEP`.
const STEP: u32 = 7;

/// What is searched: the articles and the events of a corpus, each in its order.
pub(crate) struct Texts<'c> {
    pub articles: Vec<&'c Article>,
    pub events: Vec<&'c Event>,
}

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
    pub fn new(texts: &Texts<'_>) -> Self {
        let mut names = Names::default();
        let mut line: Vec<u32> = Vec::new();
        let (mut documents, mut titles) = (vec![0], Vec::new());
        let (mut told, tellings) = tellings(texts);
        let mut tellings = tellings.iter().peekable();
        // Byte and position of each word of the body at hand.
        let mut body: Vec<(u32, u32)> = Vec::new();
        // Position and name of each term that several words make, as one key.
        let (mut joiner, mut joined) = (Joiner::default(), Vec::<u64>::new());
        for document in 0..texts.articles.len() + texts.events.len() {
            body.clear();
            each_text(texts, document, &mut |text, offset| {
                let mut tokens = Tokens::of(text);
                let start = line.len() as u32;
                while let Some(span) = tokens.next() {
                    joiner.take(text, &tokens.word, span.start as usize, span.end as usize);
                    if let Some(offset) = offset {
                        body.push((offset as u32 + span.start, line.len() as u32));
                    }
                    line.push(names.id(&tokens.word));
                }
                joiner.end();
                for one in joiner.found.drain(..) {
                    let name = names.id(&one.word);
                    joined.push(u64::from(start + one.first) << 32 | u64::from(name));
                }
                if titles.len() == document && document < texts.articles.len() {
                    titles.push(line.len() as u32);
                }
                line.push(GAP);
            });
            documents.push(line.len() as u32);
            while let Some(key) = tellings.next_if(|&key| key >> 32 == document as u64) {
                let told = &mut told[*key as u32 as usize];
                let first = body.partition_point(|&(byte, _)| byte < told.start);
                let end = body.partition_point(|&(byte, _)| byte < told.end);
                *told = match first < end {
                    true => body[first].1..body[end - 1].1 + 1,
                    false => 0..0,
                };
            }
        }
        let (text, terms, ranks) = names.sorted();
        sort_keys(&mut joined);
        let (starts, positions) = postings(&line, &joined, &ranks);
        let mut steps = Vec::with_capacity((line.len() >> STEP) + 1);
        let mut document = 0;
        for position in (0..line.len() as u32).step_by(1 << STEP) {
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

/// The texts of a document, in order; a paragraph comes with its place in the
/// body.
pub(crate) fn each_text(
    texts: &Texts<'_>,
    document: usize,
    visit: &mut dyn FnMut(&str, Option<usize>),
) {
    let Some(article) = texts.articles.get(document) else {
        return visit(&texts.events[document - texts.articles.len()].title, None);
    };
    visit(&article.title, None);
    if let Some(standfirst) = &article.standfirst {
        visit(standfirst, None);
    }
    for (offset, paragraph) in article.paragraphs() {
        visit(paragraph, Some(offset));
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

/// Turns the line of words, and what some of them make together, into postings:
/// for each term, in sorted order, the positions at which it stands.
fn postings(line: &[u32], joined: &[u64], ranks: &[u32]) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0u32; ranks.len() + 1];
    let names = joined.iter().map(|&key| key as u32);
    for id in line.iter().copied().filter(|&id| id != GAP).chain(names) {
        starts[ranks[id as usize] as usize + 1] += 1;
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
    let mut joined = joined.iter().peekable();
    for (position, &id) in (0u32..).zip(line) {
        if id != GAP {
            put(position, id);
        }
        while let Some(&key) = joined.next_if(|&&key| key >> 32 == u64::from(position)) {
            put(position, key as u32);
        }
    }
    (starts, positions)
}

/// Numbers words in the order in which they come, by a table of open
/// addressing over one string.
#[derive(Default)]
struct Names {
    text: String,
    ends: Vec<u32>,
    /// Number plus one; 0 is free. Its length is a power of two.
    slots: Vec<u32>,
}

impl Names {
    fn id(&mut self, word: &str) -> u32 {
        if self.ends.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let at = self.slot(word);
        if self.slots[at] == 0 {
            self.text.push_str(word);
            self.ends.push(self.text.len() as u32);
            self.slots[at] = self.ends.len() as u32;
        }
        self.slots[at] - 1
    }

    fn get(&self, id: usize) -> &str {
        let start = if id == 0 { 0 } else { self.ends[id - 1] };
        &self.text[start as usize..self.ends[id] as usize]
    }

    /// Where `word` is, or where it belongs.
    fn slot(&self, word: &str) -> usize {
        let mask = self.slots.len() - 1;
        // The upper bits are the better ones.
        let mut at = (dateline_text::hash(word) >> 32) as usize & mask;
        while self.slots[at] != 0 && self.get(self.slots[at] as usize - 1) != word {
            at = (at + 1) & mask;
        }
        at
    }

    fn grow(&mut self) {
        self.slots = vec![0; (self.slots.len() * 2).max(64)];
        for id in 0..self.ends.len() {
            let at = self.slot(self.get(id));
            self.slots[at] = id as u32 + 1;
        }
    }

    /// The words in sorted order, their starts, and the rank of each number.
    fn sorted(&self) -> (String, Vec<u32>, Vec<u32>) {
        let ids = order_of_words(self.ends.len() as u32, &|id| self.get(id as usize));
        let mut ranks = vec![0; ids.len()];
        let (mut text, mut starts) = (String::with_capacity(self.text.len()), vec![0]);
        for (rank, &id) in (0u32..).zip(&ids) {
            ranks[id as usize] = rank;
            text.push_str(self.get(id as usize));
            starts.push(text.len() as u32);
        }
        (text, starts, ranks)
    }
}
