//! The words of all texts, numbered, document by document as these come.
//!
//! A document is an article (title, standfirst, paragraphs) or the title of an event; articles come first. What
//! a document had when it was read before is passed over from then on: titles come before texts, and little is
//! lost with them.

use core::ops::Range;

use dateline_model::{Article, Event};
use dateline_sort::order_of_words;

use crate::tokens::Tokens;

use super::joined::Joiner;

/// Parts two texts of a document.
pub(crate) const GAP: u32 = u32::MAX;

/// What is searched: the articles and the events of a corpus, each in its order.
#[derive(Clone)]
pub(crate) struct Texts<'c> {
    pub articles: Vec<&'c Article>,
    pub events: Vec<&'c Event>,
}

impl Texts<'_> {
    /// How many documents there are.
    pub fn len(&self) -> usize {
        self.articles.len() + self.events.len()
    }
}

/// The words of documents as they were read.
pub(crate) struct Line {
    pub names: Names,
    /// Each word's number, and [`GAP`] behind each text.
    words: Vec<u32>,
    /// By word of a body: where it begins there.
    bytes: Vec<u32>,
    /// What several words are in one: where the first of them stands in its document, and the number.
    joined: Vec<(u32, u32)>,
    documents: Vec<Read>,
}

/// Where a document's words lie in a [`Line`].
#[derive(Clone, Default)]
struct Read {
    words: Range<usize>,
    joined: Range<usize>,
    /// How many words the title has.
    title: u32,
    /// How many words and gaps lie before the body.
    body: usize,
}

/// The words of one document.
pub(crate) struct Words<'l> {
    /// Each word's number, and [`GAP`] behind each text.
    pub all: &'l [u32],
    /// What several words are in one: where the first of them stands, ascending, and the number.
    pub joined: &'l [(u32, u32)],
    /// How many words the title has.
    pub title: u32,
    bytes: &'l [u32],
    body: usize,
}

impl Line {
    /// All that is there.
    pub fn of(texts: &Texts<'_>) -> Self {
        let mut line = Self {
            names: Names::default(),
            words: Vec::new(),
            bytes: Vec::new(),
            joined: Vec::new(),
            documents: vec![Read::default(); texts.len()],
        };
        (0..texts.len()).for_each(|document| line.read(texts, document));
        line
    }

    /// Reads a document as it is now.
    pub fn read(&mut self, texts: &Texts<'_>, document: usize) {
        let (start, first_joined) = (self.words.len(), self.joined.len());
        let mut joiner = Joiner::default();
        let (mut title, mut body) = (None, None);
        each_text(texts, document, &mut |text, offset| {
            let mut tokens = Tokens::of(text);
            let first = self.words.len();
            if offset.is_some() {
                body.get_or_insert(first - start);
            }
            while let Some(span) = tokens.next() {
                joiner.take(text, &tokens.word, span.start as usize, span.end as usize);
                self.words.push(self.names.id(&tokens.word));
                self.bytes.push(offset.unwrap_or(0) as u32 + span.start);
            }
            joiner.end();
            for one in joiner.found.drain(..) {
                let place = (first - start) as u32 + one.first;
                self.joined.push((place, self.names.id(&one.word)));
            }
            title.get_or_insert((self.words.len() - start) as u32);
            self.words.push(GAP);
            self.bytes.push(0);
        });
        self.documents[document] = Read {
            words: start..self.words.len(),
            joined: first_joined..self.joined.len(),
            title: title.unwrap_or(0),
            body: body.unwrap_or(self.words.len() - start),
        };
    }

    pub fn document(&self, document: usize) -> Words<'_> {
        let read = &self.documents[document];
        Words {
            all: &self.words[read.words.clone()],
            joined: &self.joined[read.joined.clone()],
            title: read.title,
            bytes: &self.bytes[read.words.clone()],
            body: read.body,
        }
    }
}

impl Words<'_> {
    /// Byte and place of each word of the body.
    pub fn body(&self) -> Vec<(u32, u32)> {
        let words = (0u32..).zip(self.all.iter().zip(self.bytes)).skip(self.body);
        words
            .filter(|(_, (word, _))| **word != GAP)
            .map(|(place, (_, byte))| (*byte, place))
            .collect()
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

/// Numbers words in the order in which they come, by a table of open
/// addressing over one string.
#[derive(Default)]
pub(crate) struct Names {
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
    pub fn sorted(&self) -> (String, Vec<u32>, Vec<u32>) {
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
