//! A corpus in parts: what the first screen needs stays together, names, titles, texts and reasons lie beside it.
//!
//! A part is lists of articles, events and entities, and of whom events name, in the two streams that a corpus has.
//! Each part stands by itself: what the core or another part says too is said again, so that one request shows what
//! was asked for.
//! Whoever makes parts compresses and hashes them; a part is known by the hash of what a host serves.

#[cfg(feature = "encode")]
use std::collections::BTreeSet;

use super::fields::{FieldReader, Mark, Packed};
#[cfg(feature = "encode")]
use super::{FieldWriter, pack};
#[cfg(feature = "encode")]
use crate::parts::publication_order;
use crate::{Article, Contents, DecodeError, Entity, Event, Names, PartKind};
#[cfg(feature = "encode")]
use crate::{ArticleIndex, Basis, Corpus, EntityIndex, Part, Span};

/// So many key events keep their heads in the core: a reader sees twenty or thirty at once.
#[cfg(feature = "encode")]
const WEIGHTIEST: usize = 200;
#[cfg(feature = "encode")]
const FIRST: usize = 60;

/// A corpus that was put into parts.
#[cfg(feature = "encode")]
pub struct Parted {
    /// What the bundle holds, as [`decode_parted`](super::decode_parted) reads it.
    pub core: Vec<u8>,
    /// The parts as they are served, in the core's order.
    pub parts: Vec<Vec<u8>>,
}

/// A part as a host serves it, and its SHA-256.
#[cfg(feature = "encode")]
pub type Served = (Vec<u8>, [u8; 32]);

/// Puts a corpus into parts of about `size` bytes before compression. `wrap` compresses all of them, and gives
/// each with its SHA-256.
///
/// The core lacks: of articles and of events that no first screen shows ids, titles and what else only lists say; of
/// articles the text and what is marked in it, captions, what was left out, file, address, summary, tags and
/// fingerprint; of events whom they name, all sentences of an article but one, where they stand, and the reasons;
/// and all entities. The names lack the reasons, in which articles a spelling is used, and the spelling that is the
/// name.
#[cfg(feature = "encode")]
pub fn part(corpus: &Corpus, size: usize, wrap: &dyn Fn(Vec<Vec<u8>>) -> Vec<Served>) -> Parted {
    let light = without_texts(corpus);
    let core = without_heads(&light);
    let order = publication_order(corpus);
    let source = Source { corpus, light: &light, order: &order };
    let shares = source.shares(size);
    let bytes = shares.iter().map(|contents| source.bytes(contents)).collect();
    let (mut parts, mut served) = (Vec::new(), Vec::new());
    for (contents, (bytes, hash)) in shares.into_iter().zip(wrap(bytes)) {
        parts.push(Part { contents, hash, length: bytes.len() as u32 });
        served.push(bytes);
    }
    Parted { core: pack(&core, &parts), parts: served }
}

/// Unpacks the part of the names.
///
/// # Errors
/// Says that the bytes are not the part's.
pub fn unpack_names(bytes: &[u8], contents: &Contents) -> Result<Names, DecodeError> {
    let mut reader = FieldReader::new(bytes);
    let none = reader.count() + reader.count() > 0;
    let names = Names { entities: Packed::unpack(&mut reader), named: Packed::unpack(&mut reader) };
    let fits = names.entities.len() == length(contents.entities)
        && names.named.len() == length(contents.named);
    if !none && fits && reader.ended_well() { Ok(names) } else { Err(DecodeError::Payload) }
}

/// Any other part as it came, and where in it each article, event and entity begins: packed they are a fifth of
/// what they are unpacked, and one is unpacked without the others.
pub struct Rows {
    bytes: Vec<u8>,
    /// Where each text ends.
    ends: Vec<u32>,
    articles: Vec<Mark>,
    events: Vec<Mark>,
    entities: Vec<Mark>,
}

impl Rows {
    /// Of a part's bytes; `article` and `event` are told of each head, in the order of the part.
    ///
    /// # Errors
    /// Says that the bytes are not the part's.
    pub fn new(
        bytes: Vec<u8>,
        contents: &Contents,
        article: &mut dyn FnMut(usize, &Article),
        event: &mut dyn FnMut(usize, &Event),
    ) -> Result<Self, DecodeError> {
        let mut reader = FieldReader::new(&bytes);
        reader.skims = contents.kind != PartKind::Heads;
        let articles = marks(&mut reader, article);
        let events = marks(&mut reader, event);
        let entities = marks(&mut reader, &mut |_, _: &Entity| ());
        let fits = articles.len() == length(contents.articles)
            && events.len() == length(contents.events)
            && entities.len() == length(contents.entities)
            && reader.count() == 0;
        let ends = reader.ends();
        if !fits || !reader.ended_well() {
            return Err(DecodeError::Payload);
        }
        Ok(Self { bytes, ends, articles, events, entities })
    }

    /// The article in this place of the part.
    pub fn article(&self, row: usize) -> Option<Article> {
        self.row(&self.articles, row)
    }

    /// The event in this place.
    pub fn event(&self, row: usize) -> Option<Event> {
        self.row(&self.events, row)
    }

    /// The entity in this place.
    pub fn entity(&self, row: usize) -> Option<Entity> {
        self.row(&self.entities, row)
    }

    fn row<T: Packed>(&self, marks: &[Mark], row: usize) -> Option<T> {
        let mark = marks.get(row)?;
        Some(T::unpack(&mut FieldReader::at(&self.bytes, *mark, &self.ends)))
    }
}

/// Where each item of a list begins.
fn marks<T: Packed>(reader: &mut FieldReader<'_>, told: &mut dyn FnMut(usize, &T)) -> Vec<Mark> {
    let mut marks = Vec::new();
    for row in 0..reader.count() {
        marks.push(reader.mark());
        told(row, &T::unpack(reader));
    }
    marks
}

fn length(range: (u32, u32)) -> usize {
    range.1.saturating_sub(range.0) as usize
}

/// What parts are made of.
#[cfg(feature = "encode")]
struct Source<'c> {
    corpus: &'c Corpus,
    /// The corpus without its texts: what the core has, with all heads and names.
    light: &'c Corpus,
    /// The articles by publication.
    order: &'c [ArticleIndex],
}

#[cfg(feature = "encode")]
impl Source<'_> {
    /// The bytes of a part.
    fn bytes(&self, contents: &Contents) -> Vec<u8> {
        let mut out = FieldWriter::default();
        let range = |(from, to): (u32, u32)| from as usize..to as usize;
        let from = if contents.kind == PartKind::Texts { self.corpus } else { self.light };
        let articles = &self.order[range(contents.articles)];
        out.number(articles.len() as u32);
        articles.iter().for_each(|at| from.articles[*at as usize].pack(&mut out));
        out.list(&from.events[range(contents.events)]);
        out.list(&from.entities[range(contents.entities)]);
        let named = self.corpus.events[range(contents.named)].iter();
        let named: Vec<Vec<EntityIndex>> = named.map(|event| event.entities.clone()).collect();
        out.list(&named);
        out.finish()
    }

    /// What each part holds: the names, then heads, then texts, then the rest of events and entities.
    fn shares(&self, size: usize) -> Vec<Contents> {
        let count = |length: usize| length as u32;
        let articles = count(self.corpus.articles.len());
        let events = count(self.corpus.events.len());
        let entities = count(self.corpus.entities.len());
        // Filters need all of them, whatever they are chosen for.
        let (named, everybody) = ((0, events), (0, entities));
        let names =
            Contents { kind: PartKind::Names, entities: everybody, named, ..Default::default() };
        let mut all = vec![names];
        for kind in [PartKind::Heads, PartKind::Texts] {
            let contents = Contents { kind, ..Default::default() };
            self.cut(size, articles, &|articles| Contents { articles, ..contents }, &mut all);
            self.cut(size, events, &|events| Contents { events, ..contents }, &mut all);
        }
        let of = |entities| Contents { entities, ..Default::default() };
        self.cut(size, entities, &of, &mut all);
        all
    }

    /// Cuts the first so many where `size` is reached.
    fn cut(
        &self,
        size: usize,
        count: u32,
        of: &dyn Fn((u32, u32)) -> Contents,
        all: &mut Vec<Contents>,
    ) {
        let (mut start, mut bytes) = (0, 0);
        for at in 0..count {
            let length = self.bytes(&of((at, at + 1))).len();
            if bytes > 0 && bytes + length > size {
                all.push(of((start, at)));
                (start, bytes) = (at, 0);
            }
            bytes += length;
        }
        if count > 0 {
            all.push(of((start, count)));
        }
    }
}

/// A corpus without texts and reasons.
#[cfg(feature = "encode")]
fn without_texts(corpus: &Corpus) -> Corpus {
    let mut light = corpus.clone();
    for article in &mut light.articles {
        (article.file, article.body) = Default::default();
        (article.url, article.standfirst) = Default::default();
        (article.tags, article.captions, article.furniture) = Default::default();
        (article.timexes, article.mentions, article.quotes) = Default::default();
        article.fingerprint = 0;
    }
    for event in &mut light.events {
        event.entities.clear();
        // Who tells is all that lists ask; how often an article does stands in its text.
        let mut told = BTreeSet::new();
        event.tellings.retain(|telling| told.insert(telling.article));
        for telling in &mut event.tellings {
            (telling.span, telling.timex) = (Span::new(0, 0), None);
        }
        // Lists say from what a date was inferred.
        if event.basis == Basis::Stated {
            event.evidence.clear();
        }
    }
    for entity in &mut light.entities {
        entity.evidence.clear();
        entity.spellings.retain(|spelling| spelling.text != entity.name);
        let first = entity.articles.first().copied().unwrap_or_default();
        for spelling in &mut entity.spellings {
            spelling.uses = vec![(first, spelling.count())];
        }
    }
    light
}

/// The same without the names, and without the heads that a first screen does not show.
#[cfg(feature = "encode")]
fn without_heads(light: &Corpus) -> Corpus {
    let mut core = light.clone();
    core.entities.clear();
    for article in &mut core.articles {
        (article.id, article.title) = Default::default();
        (article.via, article.agency) = Default::default();
        (article.author, article.section) = Default::default();
        article.published.evidence.clear();
    }
    for (event, shown) in core.events.iter_mut().zip(shown_first(light)) {
        if !shown {
            (event.id, event.title, event.evidence) = Default::default();
        }
    }
    core
}

/// The key events that a first screen may show: the weightiest, which the band has at any width, and the first
/// ones, with which the list begins.
#[cfg(feature = "encode")]
fn shown_first(corpus: &Corpus) -> Vec<bool> {
    let mut key: Vec<_> = (0..).zip(&corpus.events).filter(|(_, event)| event.key).collect();
    let mut shown = vec![false; corpus.events.len()];
    key.sort_by_key(|(at, event)| (event.days.start, *at));
    key.iter().take(FIRST).for_each(|(at, _)| shown[*at] = true);
    key.sort_by_key(|(at, event)| (core::cmp::Reverse(event.weight), *at));
    key.iter().take(WEIGHTIEST).for_each(|(at, _)| shown[*at] = true);
    shown
}

#[cfg(all(test, feature = "encode", feature = "sample"))]
mod tests {
    use core::ops::Deref;

    use super::*;
    use crate::codec::{decode, decode_parted, encode};
    use crate::{Corpus, Entity, Parts, sample};

    /// Not compressed, and with a hash that says which it is.
    fn wrap(all: Vec<Vec<u8>>) -> Vec<Served> {
        let hash = |bytes: &Vec<u8>| [bytes.len() as u8; 32];
        all.into_iter().map(|bytes| (bytes.clone(), hash(&bytes))).collect()
    }

    fn corpora() -> [Corpus; 3] {
        // A story, and one that has no key event.
        let mut quiet = sample::tied();
        quiet.events.iter_mut().for_each(|event| event.key = false);
        [sample::corpus(), sample::tied(), quiet]
    }

    /// Core and parts, with all of these here.
    fn read<'c>(
        parted: &Parted,
        core: &'c Corpus,
        list: &[Part],
        which: fn(&Part) -> bool,
    ) -> Parts<'c> {
        let parts = Parts::new(core, list.to_vec());
        for (at, (part, bytes)) in list.iter().zip(&parted.parts).enumerate() {
            let served = (part.length as usize, part.hash[0]);
            assert_eq!(served, (bytes.len(), bytes.len() as u8));
            if which(part) {
                match part.contents.kind {
                    PartKind::Names => drop(parts.put_names(bytes).unwrap()),
                    _ => parts.put(at, bytes.clone(), true).unwrap(),
                }
            }
        }
        parts
    }

    #[test]
    fn core_and_parts_give_the_corpus_again() {
        for corpus in corpora() {
            for size in [1, 1000, 1_000_000] {
                let parted = part(&corpus, size, &wrap);
                let (core, list) = decode_parted(&parted.core).unwrap();
                assert_eq!(list.len(), parted.parts.len());
                let parts = read(&parted, &core, &list, |_| true);
                let many = |length: usize| 0..length as u32;
                let again = Corpus {
                    articles: many(core.articles.len())
                        .map(|at| parts.article(at).unwrap().deref().clone())
                        .collect(),
                    events: many(core.events.len())
                        .map(|at| parts.event(at).unwrap().deref().clone())
                        .collect(),
                    entities: many(parts.entities().len())
                        .map(|at| parts.entity(at).unwrap().deref().clone())
                        .collect(),
                    ..core.clone()
                };
                assert_eq!(again, corpus);
            }
        }
    }

    #[test]
    fn the_core_has_what_a_first_screen_shows_and_is_no_whole_corpus() {
        for corpus in corpora() {
            let parted = part(&corpus, 1000, &wrap);
            let (core, _) = decode_parted(&parted.core).unwrap();
            assert!(core.articles.iter().all(|it| it.body.is_empty() && it.title.is_empty()));
            for (it, whole) in core.events.iter().zip(&corpus.events) {
                let title = if whole.key { &*whole.title } else { "" };
                assert_eq!((&*it.title, it.days), (title, whole.days));
            }
            assert!(
                core.entities.is_empty() && core.events.iter().all(|it| it.entities.is_empty())
            );
            assert_eq!(decode(&parted.core), Err(DecodeError::Payload));
            assert!(decode_parted(&encode(&corpus)).unwrap().1.is_empty());
        }
    }

    #[test]
    fn one_part_has_all_names_with_their_counts_and_who_names_them() {
        for corpus in corpora() {
            let parted = part(&corpus, 1, &wrap);
            let (core, list) = decode_parted(&parted.core).unwrap();
            assert!(read(&parted, &core, &list, |_| false).entities().is_empty());
            let parts = read(&parted, &core, &list, |part| part.contents.kind == PartKind::Names);
            let counts = |entities: &[Entity]| -> Vec<(String, u32)> {
                let named = entities
                    .iter()
                    .flat_map(|it| it.spellings.iter().filter(|spelling| spelling.text != it.name));
                named.map(|spelling| (spelling.text.clone(), spelling.count())).collect()
            };
            assert_eq!(counts(parts.entities()), counts(&corpus.entities));
            for (it, whole) in parts.entities().iter().zip(&corpus.entities) {
                assert_eq!((&it.id, &it.name, it.kind), (&whole.id, &whole.name, whole.kind));
                assert_eq!(it.articles, whole.articles);
            }
            let named: Vec<_> = corpus.events.iter().map(|event| event.entities.clone()).collect();
            let again: Vec<_> =
                (0..named.len() as u32).map(|at| parts.named(at).to_vec()).collect();
            assert_eq!(again, named);
            assert_eq!(Parts::new(&corpus, Vec::new()).entities(), corpus.entities);
        }
    }

    #[test]
    fn articles_of_a_time_lie_together_and_heads_are_found_by_their_ids() {
        let corpus = sample::corpus();
        let parted = part(&corpus, 1, &wrap);
        let (core, list) = decode_parted(&parted.core).unwrap();
        let none = read(&parted, &core, &list, |_| false);
        let dates = none.order().iter().map(|&at| {
            let date = core.articles[at as usize].published.date;
            (date.is_none(), date)
        });
        assert!(dates.is_sorted());
        assert!(none.article_head(0).is_none());
        assert_eq!(none.article_at(&corpus.articles[0].id), None);
        assert!(!none.has_all_heads());
        let parts = read(&parted, &core, &list, |part| part.contents.kind == PartKind::Heads);
        assert!(parts.has_all_heads());
        for (at, article) in (0..).zip(&corpus.articles) {
            assert_eq!(parts.article_at(&article.id), Some(at));
            assert_eq!(
                parts.article_head(at).map(|it| it.title.clone()),
                Some(article.title.clone())
            );
            assert!(parts.article(at).is_none());
        }
        for (at, event) in (0..).zip(&corpus.events) {
            assert_eq!(parts.event_at(&event.id), Some(at));
            assert!(parts.event(at).is_none());
        }
        assert_eq!((parts.event_at(""), parts.article_at("none")), (None, None));
        let texts = read(&parted, &core, &list, |part| part.contents.kind == PartKind::Texts);
        assert!(!texts.has_all_heads());
        assert!(
            texts.article_head(0).is_some_and(|it| *it == corpus.articles[0]),
            "a text says its title too"
        );
    }

    #[test]
    fn texts_that_nobody_looks_at_go_and_may_come_again() {
        let mut corpus = sample::corpus();
        let article = corpus.articles[0].clone();
        corpus
            .articles
            .extend((0..97).map(|number| Article { id: format!("a-{number}"), ..article.clone() }));
        let parted = part(&corpus, 1, &wrap);
        let (core, list) = decode_parted(&parted.core).unwrap();
        let parts = Parts::new(&core, list);
        let put = |at: u32, asked| {
            let part = parts.part_of_article(PartKind::Texts, at).unwrap();
            parts.put(part, parted.parts[part].clone(), asked).unwrap();
        };
        let is_here = |at: &u32| parts.article_in_passing(*at).is_some();
        let here = || (0..100).filter(is_here).collect::<Vec<u32>>();
        // A search reads all of them.
        (0..50).for_each(|at| put(at, false));
        assert_eq!(here(), (38..50).collect::<Vec<u32>>(), "the last twelve");
        // What a view looks at stays until it shows something else, be it more.
        (50..80).for_each(|at| put(at, true));
        (80..100).for_each(|at| put(at, false));
        assert_eq!(here(), (50..80).chain([99]).collect::<Vec<u32>>());
        parts.turn();
        let held = parts.article(60).unwrap();
        put(0, false);
        assert_eq!(here(), [&[0, 60][..], &(71..80).collect::<Vec<u32>>(), &[99]].concat());
        // One after the other, as a reader opens them.
        for at in (0..100).rev() {
            parts.turn();
            put(at, true);
            assert!(
                here().len() <= 12
                    && parts.article(at).is_some_and(|it| it.id == corpus.articles[at as usize].id)
            );
        }
        assert_eq!(*held, corpus.articles[60], "what is held stays with who holds it");
    }

    #[test]
    fn damaged_parts_are_errors() {
        let corpus = sample::corpus();
        let parted = part(&corpus, 1_000_000, &wrap);
        let (_, parts) = decode_parted(&parted.core).unwrap();
        for (part, bytes) in parts.iter().zip(&parted.parts) {
            let put = |bytes: &[u8], part: &Part| {
                let parts = Parts::new(&corpus, vec![part.clone()]);
                match part.contents.kind {
                    PartKind::Names => parts.put_names(bytes).map(drop),
                    _ => parts.put(0, bytes.into(), true),
                }
            };
            for end in 0..bytes.len() {
                assert!(put(&bytes[..end], part).is_err());
            }
            let other = Contents { entities: (0, 99), ..part.contents };
            assert!(put(bytes, &Part { contents: other, ..part.clone() }).is_err());
            // Another part's bytes do not fit, or else are none of ours; the hash is what is asked.
            for at in 0..bytes.len() {
                let mut bytes = bytes.clone();
                bytes[at] ^= 0x55;
                let _ = put(&bytes, part);
            }
        }
    }
}
