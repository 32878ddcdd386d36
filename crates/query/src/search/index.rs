//! Where every word stands.
//!
//! All texts lie one after the other on one line of positions, one for each
//! word: the articles (title, standfirst, paragraphs), then the titles of the
//! events. An empty position parts two texts, so no phrase crosses from one to
//! the next. The postings of a term are the ascending positions at which it
//! stands, each as the step from the one before; all postings are one flat vector.
//! What several words are when they are written as one is a further term at the first of them.

use core::cmp::Reverse;
use core::ops::Range;

use dateline_sort::sort_keys;

use super::line::{Line, Sentence};
use super::packed::{length, number, put_number};

pub(crate) struct Index {
    /// The terms, folded and sorted, without anything between them.
    text: String,
    /// Where each term starts in `text`; one more at the end.
    terms: Vec<u32>,
    /// The usual spellings of the terms that are spelt otherwise than they are folded, in their order.
    spellings: String,
    /// Where the spelling of each term ends.
    spelt: Vec<u32>,
    /// Where each term's postings start in `postings`; one more at the end.
    starts: Vec<u32>,
    postings: Vec<u8>,
    /// By term: how many postings it has.
    uses: Vec<u32>,
    /// The first position of each document: articles, then events. One more
    /// at the end.
    documents: Vec<u32>,
    /// By article: the position after its title.
    pub titles: Vec<u32>,
    /// The first of each article's sentences in `told`; one more at the end.
    tellers: Vec<u32>,
    told: Vec<Told>,
    /// How many positions an article has in the middle.
    pub mean: u64,
}

/// A sentence that tells an event: which, and where it stands.
pub(crate) struct Told {
    pub event: u32,
    pub start: u32,
    pub end: u32,
}

/// The positions of a term.
#[derive(Clone)]
pub(crate) struct Positions<'i> {
    bytes: &'i [u8],
    at: u32,
}

impl Iterator for Positions<'_> {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        if self.bytes.is_empty() {
            return None;
        }
        self.at += number(&mut self.bytes);
        Some(self.at)
    }
}

impl Index {
    /// Of the words that were read.
    pub fn new(line: &Line) -> Self {
        let articles = line.articles();
        let (text, terms, ranks) = line.names.sorted();
        let ranks = line.forms.words.iter().map(|word| ranks[*word as usize]);
        let count = terms.len() - 1;
        let mut documents = Vec::with_capacity(line.documents() + 1);
        documents.push(0);
        let mut titles = Vec::with_capacity(articles);
        let mut tellers = Vec::with_capacity(articles + 1);
        tellers.push(0);
        let mut told = Vec::new();
        let sentences: Vec<(u32, Sentence)> = line.told().collect();
        let keys = by_article(&sentences);
        let mut keys = keys.iter().peekable();
        let mut forms: Vec<Form> = ranks.map(|rank| Form { rank, uses: 0 }).collect();
        let mut slots = vec![Slot::default(); count];
        let mut put = |position: u32, form: u32| {
            let form = &mut forms[form as usize];
            let slot = &mut slots[form.rank as usize];
            slot.bytes += length(position - slot.last);
            slot.last = position;
            form.uses += 1;
        };
        let mut start = 0;
        let mut body = Vec::new();
        for document in 0..line.documents() {
            let is_told = keys.peek().is_some_and(|&&key| key >> 32 == document as u64);
            body.clear();
            for piece in line.pieces(document) {
                let position = start + piece.place;
                put(position, piece.form);
                body.extend(piece.byte.filter(|_| is_told).map(|byte| (byte, position)));
            }
            if document < articles {
                titles.push(start + line.title(document));
                while let Some(key) = keys.next_if(|&&key| key >> 32 == document as u64) {
                    let (event, Sentence { span, .. }) = sentences[*key as u32 as usize];
                    let first = body.partition_point(|&(byte, _)| byte < span.start);
                    let end = body.partition_point(|&(byte, _)| byte < span.end);
                    if first < end {
                        let (start, end) = (body[first].1, body[end - 1].1 + 1);
                        told.push(Told { event, start, end });
                    }
                }
                tellers.push(told.len() as u32);
            }
            start += line.places(document);
            documents.push(start);
        }
        told.shrink_to_fit();
        let mut uses = vec![0; count];
        forms.iter().for_each(|form| uses[form.rank as usize] += form.uses);
        let (spellings, spelt) = spellings(line, &forms, (&text, &terms));
        let (starts, postings) = postings(line, &forms, &documents, slots);
        let mean = u64::from(documents[articles]) / articles.max(1) as u64;
        Self {
            text,
            terms,
            spellings,
            spelt,
            starts,
            postings,
            uses,
            documents,
            titles,
            tellers,
            told,
            mean,
        }
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
        let end = match prefix {
            true => self.behind(start, word),
            false => start + u32::from(start < self.len() && self.term(start) == word),
        };
        start..end
    }

    /// The first term from this one on that does not begin with `start`.
    pub fn behind(&self, term: u32, start: &str) -> u32 {
        leap(term, |term| term < self.len() && self.term(term).starts_with(start))
    }

    /// The positions at which a term stands, ascending.
    pub fn postings(&self, term: u32) -> Positions<'_> {
        let term = term as usize;
        Positions {
            bytes: &self.postings[self.starts[term] as usize..self.starts[term + 1] as usize],
            at: 0,
        }
    }

    /// All of a term's positions. By hand, since most of a search's time is here.
    pub fn all_of(&self, term: u32) -> Vec<u32> {
        let Positions { bytes, .. } = self.postings(term);
        let (mut at, mut position) = (0, 0);
        let next = |_| {
            let mut byte = bytes[at];
            let (mut step, mut shift) = (u32::from(byte & 127), 7);
            at += 1;
            while byte > 127 {
                byte = bytes[at];
                step |= u32::from(byte & 127) << shift;
                (at, shift) = (at + 1, shift + 7);
            }
            position += step;
            position
        };
        (0..self.uses(term)).map(next).collect()
    }

    /// At how many positions a term stands.
    pub fn uses(&self, term: u32) -> u32 {
        self.uses[term as usize]
    }

    /// A term as the sources spell it most often; of two as frequent the first by its letters.
    pub fn spelling(&self, term: u32) -> &str {
        let term = term as usize;
        let start = if term == 0 { 0 } else { self.spelt[term - 1] };
        match &self.spellings[start as usize..self.spelt[term] as usize] {
            "" => self.term(term as u32),
            spelling => spelling,
        }
    }

    /// The sentences of an article that tell events, those of an event together.
    pub fn told(&self, article: usize) -> &[Told] {
        &self.told[self.tellers[article] as usize..self.tellers[article + 1] as usize]
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

    /// The document in which a position lies, from this document on.
    pub fn document(&self, position: u32, from: u32) -> u32 {
        let ends = |document: u32| self.documents.get(document as usize + 1);
        leap(from, |document| ends(document).is_some_and(|&end| end <= position))
    }

    /// The positions of a document.
    pub fn extent(&self, document: usize) -> Range<u32> {
        self.documents[document]..self.documents[document + 1]
    }
}

/// The first number from `from` on that does not fit, where those that fit come first: by leaps, since most
/// often it is near.
fn leap(from: u32, fits: impl Fn(u32) -> bool) -> u32 {
    let mut step = 1;
    while fits(from + step - 1) {
        step *= 2;
    }
    let (mut low, mut high) = (from + step / 2, from + step - 1);
    while low < high {
        let middle = low + (high - low) / 2;
        if fits(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// The places of these sentences by article, as `article << 32 | place`, ascending.
fn by_article(sentences: &[(u32, Sentence)]) -> Vec<u64> {
    let key = |(at, (_, it)): (u64, &(u32, Sentence))| u64::from(it.article) << 32 | at;
    let mut keys: Vec<u64> = (0..).zip(sentences).map(key).collect();
    sort_keys(&mut keys);
    keys
}

/// A form while the words are put in order: its term, and how often it stands.
struct Form {
    rank: u32,
    uses: u32,
}

/// A term meanwhile: how many bytes its postings take, or where the next of them goes; and the one before that.
#[derive(Clone, Default)]
struct Slot {
    bytes: u32,
    last: u32,
}

/// By term: its most frequent form, where that is not how it is folded, and where it ends.
fn spellings(line: &Line, forms: &[Form], (text, terms): (&str, &[u32])) -> (String, Vec<u32>) {
    let mut best: Vec<Option<u32>> = vec![None; terms.len() - 1];
    for (at, form) in (0u32..).zip(forms) {
        let slot = &mut best[form.rank as usize];
        let key = |at: u32| (Reverse(forms[at as usize].uses), line.forms.printed(at));
        if slot.is_none_or(|other| key(at) < key(other)) {
            *slot = Some(at);
        }
    }
    let (mut spellings, mut spelt) = (String::new(), Vec::with_capacity(best.len()));
    for (form, bounds) in best.iter().zip(terms.windows(2)) {
        let printed = form.map_or("", |form| line.forms.printed(form));
        if printed != &text[bounds[0] as usize..bounds[1] as usize] {
            spellings.push_str(printed);
        }
        spelt.push(spellings.len() as u32);
    }
    (spellings, spelt)
}

/// Where the postings of each term start, with one more at the end, and all of them.
fn postings(
    line: &Line,
    forms: &[Form],
    documents: &[u32],
    mut slots: Vec<Slot>,
) -> (Vec<u32>, Vec<u8>) {
    let mut starts = Vec::with_capacity(slots.len() + 1);
    let mut start = 0;
    for slot in &mut slots {
        starts.push(start);
        start += slot.bytes;
        *slot = Slot { bytes: start - slot.bytes, last: 0 };
    }
    starts.push(start);
    let mut postings = vec![0; start as usize];
    for (document, start) in documents[..line.documents()].iter().enumerate() {
        for piece in line.pieces(document) {
            let position = start + piece.place;
            let Slot { bytes, last } = &mut slots[forms[piece.form as usize].rank as usize];
            put_number(position - *last, &mut |byte| {
                postings[*bytes as usize] = byte;
                *bytes += 1;
            });
            *last = position;
        }
    }
    (starts, postings)
}
