//! A corpus in parts: what the first screen needs stays together, texts and reasons lie beside it.
//!
//! A part is the fields of its [`Contents`], in the two streams that a corpus has: for each article, event
//! and entity what the corpus is without. Whoever makes parts compresses and hashes them; a part is known
//! by the hash of what a host serves.

use super::fields::{FieldReader, Packed};
#[cfg(feature = "encode")]
use super::{FieldWriter, pack};
use crate::{Article, Contents, Corpus, DecodeError, Entity, Event, Whole};
#[cfg(feature = "encode")]
use crate::{ArticleIndex, Basis, Part, Span};

/// What a part gives of a value: the fields that the core is without.
trait Rest {
    /// Appends them.
    #[cfg(feature = "encode")]
    fn pack_rest(&self, out: &mut FieldWriter);
    /// Reads them back.
    fn unpack_rest(&mut self, reader: &mut FieldReader<'_>);
}

macro_rules! rest {
    ($($type:ident { $($field:ident)* })*) => {$(
        impl Rest for $type {
            #[cfg(feature = "encode")]
            fn pack_rest(&self, out: &mut FieldWriter) {
                $(Packed::pack(&self.$field, out);)*
            }
            fn unpack_rest(&mut self, reader: &mut FieldReader<'_>) {
                $(self.$field = Packed::unpack(reader);)*
            }
        }
    )*};
}

rest! {
    Article {
        file url standfirst tags body captions furniture timexes mentions quotes fingerprint
    }
    Event { tellings evidence }
    Entity { spellings evidence }
}

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
/// The core lacks: of articles the text and what is marked in it, captions, what was left out, file,
/// address, summary, tags and fingerprint; of events where the sentences stand, and the reasons unless
/// the date is not stated; of entities the reasons, in which articles a spelling is used, and the spelling
/// that is the name.
#[cfg(feature = "encode")]
pub fn part(corpus: &Corpus, size: usize, wrap: &dyn Fn(Vec<Vec<u8>>) -> Vec<Served>) -> Parted {
    let shares = shares(corpus, size);
    let bytes = shares.iter().map(|contents| contents_of(corpus, contents)).collect();
    let (mut parts, mut served) = (Vec::new(), Vec::new());
    for (contents, (bytes, hash)) in shares.into_iter().zip(wrap(bytes)) {
        parts.push(Part { contents, hash, length: bytes.len() as u32 });
        served.push(bytes);
    }
    // What hosts compress anyway is not compressed twice.
    Parted { core: pack(&core(corpus), &parts, usize::MAX), parts: served }
}

/// Unpacks a part of `corpus`.
///
/// # Errors
/// Says that the bytes are not the part's.
pub fn unpack_part(
    bytes: &[u8],
    contents: &Contents,
    corpus: &Corpus,
) -> Result<Whole, DecodeError> {
    let mut reader = FieldReader::new(bytes);
    let mut whole = Whole::default();
    complete(&contents.articles, &corpus.articles, &mut whole.articles, &mut reader)?;
    complete(&contents.events, &corpus.events, &mut whole.events, &mut reader)?;
    complete(&contents.entities, &corpus.entities, &mut whole.entities, &mut reader)?;
    if reader.ended_well() { Ok(whole) } else { Err(DecodeError::Payload) }
}

/// Copies of some values of the core, with what a part gives of them.
fn complete<T: Rest + Clone>(
    places: &[u32],
    core: &[T],
    whole: &mut Vec<(u32, T)>,
    reader: &mut FieldReader<'_>,
) -> Result<(), DecodeError> {
    for &at in places {
        let mut value = core.get(at as usize).ok_or(DecodeError::Payload)?.clone();
        value.unpack_rest(reader);
        whole.push((at, value));
    }
    Ok(())
}

/// The bytes of a part.
#[cfg(feature = "encode")]
fn contents_of(corpus: &Corpus, contents: &Contents) -> Vec<u8> {
    let mut out = FieldWriter::default();
    contents.articles.iter().for_each(|&at| corpus.articles[at as usize].pack_rest(&mut out));
    contents.events.iter().for_each(|&at| corpus.events[at as usize].pack_rest(&mut out));
    contents.entities.iter().for_each(|&at| corpus.entities[at as usize].pack_rest(&mut out));
    out.finish()
}

/// What the parts hold: the texts in the order of publication, since what tells of one happening is mostly
/// published about the same time; then events and entities.
#[cfg(feature = "encode")]
fn shares(corpus: &Corpus, size: usize) -> Vec<Contents> {
    let mut order: Vec<ArticleIndex> = (0..corpus.articles.len() as u32).collect();
    order.sort_by_key(|&at| {
        let date = corpus.articles[at as usize].published.date;
        (date.is_none(), date)
    });
    let articles = |articles| Contents { articles, ..Default::default() };
    let events = |events| Contents { events, ..Default::default() };
    let entities = |entities| Contents { entities, ..Default::default() };
    let mut all = Vec::new();
    share(corpus, size, order, &articles, &mut all);
    share(corpus, size, (0..corpus.events.len() as u32).collect(), &events, &mut all);
    share(corpus, size, (0..corpus.entities.len() as u32).collect(), &entities, &mut all);
    all
}

/// Cuts `places` where `size` is reached.
#[cfg(feature = "encode")]
fn share(
    corpus: &Corpus,
    size: usize,
    places: Vec<u32>,
    of: &dyn Fn(Vec<u32>) -> Contents,
    all: &mut Vec<Contents>,
) {
    let (mut now, mut bytes) = (Vec::new(), 0);
    for at in places {
        let length = contents_of(corpus, &of(vec![at])).len();
        if bytes + length > size && !now.is_empty() {
            all.push(of(core::mem::take(&mut now)));
            bytes = 0;
        }
        bytes += length;
        now.push(at);
    }
    if !now.is_empty() {
        all.push(of(now));
    }
}

/// A corpus without what its parts hold.
#[cfg(feature = "encode")]
fn core(corpus: &Corpus) -> Corpus {
    let mut core = corpus.clone();
    for article in &mut core.articles {
        (article.file, article.body) = Default::default();
        (article.url, article.standfirst) = Default::default();
        (article.tags, article.captions, article.furniture) = Default::default();
        (article.timexes, article.mentions, article.quotes) = Default::default();
        article.fingerprint = 0;
    }
    for event in &mut core.events {
        for telling in &mut event.tellings {
            (telling.span, telling.timex) = (Span::new(0, 0), None);
        }
        // Lists say from what a date was inferred.
        if event.basis == Basis::Stated {
            event.evidence.clear();
        }
    }
    for entity in &mut core.entities {
        entity.evidence.clear();
        entity.spellings.retain(|spelling| spelling.text != entity.name);
        let first = entity.articles.first().copied().unwrap_or_default();
        for spelling in &mut entity.spellings {
            spelling.uses = vec![(first, spelling.count())];
        }
    }
    core
}

#[cfg(all(test, feature = "encode", feature = "sample"))]
mod tests {
    use super::*;
    use crate::codec::{decode, decode_parted, encode};
    use crate::sample;

    /// Not compressed, and with a hash that says which it is.
    fn wrap(all: Vec<Vec<u8>>) -> Vec<Served> {
        let hash = |bytes: &Vec<u8>| [bytes.len() as u8; 32];
        all.into_iter().map(|bytes| (bytes.clone(), hash(&bytes))).collect()
    }

    #[test]
    fn core_and_parts_give_the_corpus_again() {
        for corpus in [sample::corpus(), sample::tied()] {
            for size in [1, 1000, 1_000_000] {
                let parted = part(&corpus, size, &wrap);
                let (core, parts) = decode_parted(&parted.core).unwrap();
                assert_eq!(parts.len(), parted.parts.len());
                let mut again = core.clone();
                for (part, bytes) in parts.iter().zip(&parted.parts) {
                    assert_eq!(
                        (part.length as usize, part.hash[0]),
                        (bytes.len(), bytes.len() as u8)
                    );
                    let whole = unpack_part(bytes, &part.contents, &core).unwrap();
                    whole
                        .articles
                        .into_iter()
                        .for_each(|(at, it)| again.articles[at as usize] = it);
                    whole.events.into_iter().for_each(|(at, it)| again.events[at as usize] = it);
                    whole
                        .entities
                        .into_iter()
                        .for_each(|(at, it)| again.entities[at as usize] = it);
                }
                assert_eq!(again, corpus);
            }
        }
    }

    #[test]
    fn the_core_has_no_text_and_is_no_whole_corpus() {
        let corpus = sample::corpus();
        let parted = part(&corpus, 1000, &wrap);
        let (core, _) = decode_parted(&parted.core).unwrap();
        assert!(core.articles.iter().all(|it| it.body.is_empty() && it.mentions.is_empty()));
        assert!(
            core.articles.iter().zip(&corpus.articles).all(|(it, whole)| it.title == whole.title)
        );
        let counts = |corpus: &Corpus| -> Vec<(String, u32)> {
            let named = corpus
                .entities
                .iter()
                .flat_map(|it| it.spellings.iter().filter(|spelling| spelling.text != it.name));
            named.map(|spelling| (spelling.text.clone(), spelling.count())).collect()
        };
        assert_eq!(counts(&core), counts(&corpus));
        assert_eq!(decode(&parted.core), Err(DecodeError::Payload));
        assert!(decode_parted(&encode(&corpus)).unwrap().1.is_empty());
    }

    #[test]
    fn articles_of_a_time_lie_together() {
        let corpus = sample::corpus();
        let parted = part(&corpus, 1, &wrap);
        let (core, parts) = decode_parted(&parted.core).unwrap();
        let order: Vec<ArticleIndex> =
            parts.iter().flat_map(|part| part.contents.articles.clone()).collect();
        assert_eq!(order.len(), core.articles.len());
        let dates = order.iter().filter_map(|&at| core.articles[at as usize].published.date);
        assert!(dates.is_sorted());
    }

    #[test]
    fn damaged_parts_are_errors() {
        let corpus = sample::corpus();
        let parted = part(&corpus, 1_000_000, &wrap);
        let (core, parts) = decode_parted(&parted.core).unwrap();
        let bytes = &parted.parts[0];
        for end in 0..bytes.len() {
            assert!(unpack_part(&bytes[..end], &parts[0].contents, &core).is_err());
        }
        let other = Contents { articles: vec![99], ..Default::default() };
        assert!(unpack_part(bytes, &other, &core).is_err());
        // Another part's bytes do not fit, or else are none of ours; the hash is what is asked.
        for at in 0..bytes.len() {
            let mut bytes = bytes.clone();
            bytes[at] ^= 0x55;
            let _ = unpack_part(&bytes, &parts[0].contents, &core);
        }
    }
}
