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
use super::packed::{number, put_number};

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
    /// How many there are in all. An end takes a place, so that no phrase goes on behind it.
    places: u32,
}

/// Where a sentence that tells an event stands.
#[derive(Clone, Copy)]
pub(crate) struct Sentence {
    pub article: u32,
    pub span: Span,
}

/// A word of a document, or what several words are in one.
#[derive(Clone, Copy)]
pub(crate) struct Piece {
    /// The place of the word, or of the first of several.
    pub place: u32,
    pub form: u32,
    /// Where in the body a word begins, if it stands there.
    pub byte: Option<u32>,
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
        let (packed, places) = (reader.packed.into(), reader.places);
        self.documents[at] = Read { packed, title, body, places };
    }

    /// Reads an event as it is now.
    pub fn read_event(&mut self, at: usize, event: &Event) {
        let mut reader = Reader::of(self);
        reader.text(&event.title, None);
        let (packed, places) = (reader.packed.into(), reader.places);
        let read = Read { packed, title: places - 1, body: places, places };
        self.documents[self.articles + at] = read;
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

    /// How many places a document has.
    pub fn places(&self, document: usize) -> u32 {
        self.documents[document].places
    }

    /// What stands in a document, in its order.
    pub fn pieces(&self, document: usize) -> impl Iterator<Item = Piece> {
        let Read { packed, body, .. } = &self.documents[document];
        let (mut bytes, mut next, mut at) = (&**packed, 0, 0);
        core::iter::from_fn(move || {
            while !bytes.is_empty() {
                let code = number(&mut bytes);
                if code == JOINED {
                    let form = number(&mut bytes);
                    return Some(Piece { place: next - 1, form, byte: None });
                }
                let place = next;
                next += 1;
                if code != END {
                    let byte = (place >= *body).then(|| {
                        at += number(&mut bytes);
                        at
                    });
                    return Some(Piece { place, form: code - WORDS, byte });
                }
            }
            None
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
        let packed = &mut self.packed;
        let mut push = |value: u32| put_number(value, &mut |byte| packed.push(byte));
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
            push(form + WORDS);
            if let Some(offset) = offset {
                let at = offset + span.start;
                push(at - self.at);
                self.at = at;
            }
            while let Some(one) = joined.next_if(|one| one.first == place) {
                let (last, _) = self.spans[(one.first + one.count) as usize - 1];
                let whole = Span { start: span.start, end: last.end };
                push(JOINED);
                push(forms.id(names, whole.of(text), &one.word));
            }
        }
        push(END);
        self.places += self.spans.len() as u32 + 1;
    }
}
