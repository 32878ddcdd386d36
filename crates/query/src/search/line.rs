//! The words of all texts, numbered, document by document as these come.
//!
//! A document is an article (title, standfirst, paragraphs) or the title of an event; articles come first. What
//! a document had when it was read before goes: titles come before texts, and little is lost with them. The
//! texts themselves are needed no more.
//!
//! ```text
//! a document:  what stands there, one after the other, in numbers of seven bits (LEB128)
//!   0            the end of a text
//!   1, form      what several words are in one, of which the one before is the first
//!   form + 2     a word; in a body, how far it begins behind the one before, in bytes
//! ```

use dateline_model::{Article, Corpus, Event, Span};

use crate::tokens::Tokens;

use super::forms::{Forms, Names};
use super::joined::Joiner;
use super::packed::{number, push_number};

const END: u32 = 0;
const JOINED: u32 = 1;
const WORDS: u32 = 2;

/// The words of documents as they were read.
pub(crate) struct Line {
    pub names: Names,
    pub forms: Forms,
    articles: usize,
    documents: Vec<Read>,
    /// By event: its sentences, where that is known.
    told: Vec<Box<[Sentence]>>,
}

/// A document as it was read.
#[derive(Clone, Default)]
struct Read {
    packed: Box<[u8]>,
    /// How many words the title has.
    title: u32,
    /// How many words and ends of texts lie before the body.
    body: u32,
}

/// Where a sentence that tells an event stands.
#[derive(Clone, Copy)]
pub(crate) struct Sentence {
    pub article: u32,
    pub span: Span,
}

/// What stands in a document.
#[derive(Clone, Copy)]
pub(crate) enum Piece {
    /// A word of this form, and where in the body it begins, if it stands there.
    Word(u32, Option<u32>),
    /// What several words are in one, of which the one before is the first.
    Joined(u32),
    /// The end of a text. It takes a place, so that no phrase goes on behind it.
    End,
}

impl Line {
    /// All that a corpus has.
    pub fn of(corpus: &Corpus) -> Self {
        let articles = corpus.articles.len();
        let mut line = Self {
            names: Names::default(),
            forms: Forms::default(),
            articles,
            documents: vec![Read::default(); articles + corpus.events.len()],
            told: vec![Box::default(); corpus.events.len()],
        };
        (0..).zip(&corpus.articles).for_each(|(at, article)| line.read_article(at, article));
        (0..).zip(&corpus.events).for_each(|(at, event)| line.read_event(at, event));
        line
    }

    /// Reads an article as it is now.
    pub fn read_article(&mut self, at: usize, article: &Article) {
        let mut reader = Reader::of(self);
        reader.text(&article.title, None);
        let title = reader.places - 1;
        if let Some(standfirst) = &article.standfirst {
            reader.text(standfirst, None);
        }
        let body = reader.places;
        for (offset, paragraph) in article.paragraphs() {
            reader.text(paragraph, Some(offset as u32));
        }
        let packed = reader.packed.into();
        self.documents[at] = Read { packed, title, body };
    }

    /// Reads an event as it is now.
    pub fn read_event(&mut self, at: usize, event: &Event) {
        let mut reader = Reader::of(self);
        reader.text(&event.title, None);
        let (packed, body) = (reader.packed.into(), reader.places);
        self.documents[self.articles + at] = Read { packed, title: body - 1, body };
        // Of what is withheld, or lies elsewhere, no place is known.
        let known = event.tellings.iter().filter(|it| it.span.start < it.span.end);
        self.told[at] = known.map(|it| Sentence { article: it.article, span: it.span }).collect();
    }

    pub fn articles(&self) -> usize {
        self.articles
    }

    pub fn documents(&self) -> usize {
        self.documents.len()
    }

    /// How many words the title of a document has.
    pub fn title(&self, document: usize) -> u32 {
        self.documents[document].title
    }

    /// What stands in a document, in its order.
    pub fn pieces(&self, document: usize) -> impl Iterator<Item = Piece> {
        let Read { packed, body, .. } = &self.documents[document];
        let (mut bytes, mut place, mut at) = (&**packed, 0, 0);
        core::iter::from_fn(move || {
            if bytes.is_empty() {
                return None;
            }
            let piece = match number(&mut bytes) {
                JOINED => return Some(Piece::Joined(number(&mut bytes))),
                END => Piece::End,
                form if place < *body => Piece::Word(form - WORDS, None),
                form => {
                    at += number(&mut bytes);
                    Piece::Word(form - WORDS, Some(at))
                }
            };
            place += 1;
            Some(piece)
        })
    }

    /// The sentences of all events, each with its event, in the order of the events.
    pub fn told(&self) -> impl Iterator<Item = (u32, Sentence)> {
        (0..).zip(&self.told).flat_map(|(event, told)| told.iter().map(move |it| (event, *it)))
    }
}

/// Packs the texts of a document.
struct Reader<'l> {
    line: &'l mut Line,
    joiner: Joiner,
    packed: Vec<u8>,
    /// How many words and ends there are.
    places: u32,
    /// Where in the body the word before begins.
    at: u32,
    spans: Vec<(Span, u32)>,
}

impl<'l> Reader<'l> {
    fn of(line: &'l mut Line) -> Self {
        Self {
            line,
            joiner: Joiner::default(),
            packed: Vec::new(),
            places: 0,
            at: 0,
            spans: Vec::new(),
        }
    }

    /// A text; a paragraph comes with its place in the body.
    fn text(&mut self, text: &str, offset: Option<u32>) {
        let Line { names, forms, .. } = &mut *self.line;
        let mut tokens = Tokens::of(text);
        self.spans.clear();
        while let Some(span) = tokens.next() {
            let (start, end) = (span.start as usize, span.end as usize);
            self.joiner.take(text, &tokens.word, start, end);
            self.spans.push((span, forms.id(names, span.of(text), &tokens.word)));
        }
        self.joiner.end();
        let mut joined = self.joiner.found.drain(..).peekable();
        for (place, (span, form)) in (0..).zip(&self.spans) {
            push_number(&mut self.packed, form + WORDS);
            if let Some(offset) = offset {
                let at = offset + span.start;
                push_number(&mut self.packed, at - self.at);
                self.at = at;
            }
            while let Some(one) = joined.next_if(|one| one.first == place) {
                let (last, _) = self.spans[(one.first + one.count) as usize - 1];
                let whole = Span { start: span.start, end: last.end };
                push_number(&mut self.packed, JOINED);
                push_number(&mut self.packed, forms.id(names, whole.of(text), &one.word));
            }
        }
        push_number(&mut self.packed, END);
        self.places += self.spans.len() as u32 + 1;
    }
}
