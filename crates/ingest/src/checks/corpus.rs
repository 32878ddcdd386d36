//! What must hold for a whole corpus.

use core::num::NonZeroUsize;
use std::collections::{BTreeMap, BTreeSet};

use dateline_lang::reasons::editor as reasons;
use dateline_model::{Article, Corpus, Day, Entity, EntityKind, Mention, Withheld, decode, encode};

use super::{mentions, ordered, text_of};
use crate::overlay::{
    ArticleOverlay, Behind, Body, EventOverlay, Fact, NameOverlay, Overlay, OwnEvent, Publish,
    Remark, Remarks,
};
use crate::{Known, Options, Source, join_again, open_all, publish};

/// What parts the files in one input of the whole pipeline.
const BETWEEN_FILES: u8 = 0x1E;

/// Several files, parted by the byte 0x1E, become one sound corpus, which is
/// the same on one thread and on three.
pub fn ingest(bytes: &[u8]) {
    let files: Vec<&[u8]> = bytes.split(|byte| *byte == BETWEEN_FILES).take(64).collect();
    let names: Vec<String> = (0..files.len()).map(|number| format!("{number}.txt")).collect();
    let sources: Vec<Source<'_>> =
        names.iter().zip(&files).map(|(path, bytes)| Source { path, bytes, meta: None }).collect();
    let overlay = overlay(&text_of(bytes));
    for plain in [false, true] {
        let options = |threads: usize| Options {
            plain,
            threads: NonZeroUsize::new(threads),
            ..Options::default()
        };
        let one = crate::ingest(&sources, &overlay, &options(1));
        check(&one);
        let again = |overlay: &Overlay, known: &mut Known| {
            let opened = open_all(&sources, &options(1));
            join_again(opened, overlay, &options(1), &(), known)
        };
        let mut known = Known::default();
        again(&Overlay::default(), &mut known);
        assert_eq!(one, again(&overlay, &mut known), "what is known changes the corpus");
        assert_eq!(one, again(&overlay, &mut known), "what is known changes the corpus");
        assert_eq!(
            one,
            crate::ingest(&sources, &overlay, &options(3)),
            "threads change the corpus"
        );
        for body in [Body::Excerpt, Body::None] {
            let rules = Publish { body, ..overlay.publish.clone() };
            published(&one, &publish::apply(one.clone(), &rules));
        }
    }
}

/// What may be published is the beginning of each text at most, and still a corpus.
fn published(before: &Corpus, after: &Corpus) {
    assert_eq!(before.articles.len(), after.articles.len());
    for (before, after) in before.articles.iter().zip(&after.articles) {
        assert!(before.body.starts_with(&after.body), "a text that was not there");
        match after.withheld {
            Withheld::Nothing => assert_eq!(before, after),
            Withheld::Rest => assert!(after.body.chars().count() <= publish::EXCERPT),
            Withheld::All => assert!(after.body.is_empty()),
        }
    }
    unique("event", after.events.iter().map(|event| event.id.as_str()));
    for event in &after.events {
        assert!(!event.title.is_empty() && !event.evidence.is_empty(), "{event:?}");
        for telling in &event.tellings {
            let article = &after.articles[telling.article as usize];
            assert!(telling.span.end as usize <= article.body.len(), "{event:?}");
        }
    }
    assert_eq!(decode(&encode(after)).as_ref(), Ok(after), "packing loses something");
}

/// One file of that name becomes a sound corpus.
pub(super) fn file(path: &str, bytes: &[u8]) {
    for plain in [false, true] {
        let options = Options { plain, threads: NonZeroUsize::new(1), ..Options::default() };
        let source = Source { path, bytes, meta: None };
        check(&crate::ingest(&[source], &Overlay::default(), &options));
    }
}

/// An overlay made of the input's own lines: every correction meets some name,
/// some id, and some text that is neither.
fn overlay(text: &str) -> Overlay {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).take(28);
    let mut line = || lines.next().unwrap_or("Ada Quill").chars().take(80).collect::<String>();
    let remark = Remark { note: Some(line()), when: Day::parse("2026-11-30") };
    // Of what is put right, and of what is not.
    let own =
        [Fact::Title, Fact::LinesIn, Fact::Label, Fact::Kind].map(|fact| (fact, remark.clone()));
    let remarks = Remarks { rest: remark, own: own.into() };
    Overlay {
        title: None,
        description: Some(line()),
        outlets: vec![(line(), line())],
        merge: vec![(line(), vec![line(), "Quill".into()])],
        split: vec![line(), "Kyiv".into()],
        ignore: vec![line(), "Moscow".into()],
        names: [EntityKind::Place, EntityKind::Person]
            .map(|kind| NameOverlay { name: line(), kind: Some(kind), remarks: remarks.clone() })
            .into(),
        articles: vec![ArticleOverlay {
            id: "0".into(),
            title: Some(line()),
            checked: true,
            lines_out: vec![line(), line()],
            lines_in: vec![(line(), Behind::Paragraph(line())), (line(), Behind::Page)],
            names: vec![(line(), line()), ("Quill".into(), line()), (line(), String::new())],
            remarks: remarks.clone(),
            ..Default::default()
        }],
        // An event's id begins with its day; one of these may meet one.
        events: vec![
            EventOverlay {
                id: "2024-03-05".into(),
                label: Some(line()),
                merge: vec![line(), "2024-03-05".into(), "own".into()],
                leave_out: text.len().is_multiple_of(2),
                ..Default::default()
            },
            EventOverlay {
                id: "own".into(),
                label: Some(line()),
                date: Day::parse("2024-03-05"),
                own: Some(OwnEvent {
                    from: text.len().is_multiple_of(3).then(|| "2024-03-05".into()),
                    told: vec![("0".into(), vec![line(), line()]), ("1".into(), Vec::new())],
                }),
                remarks,
                ..Default::default()
            },
        ],
        first_visit: None,
        publish: Publish {
            body: Body::Excerpt,
            outlets: vec![(line(), Body::Full), (line(), Body::None)],
            articles: vec![("1".into(), Body::Full)],
        },
        url: None,
    }
}

/// Panics where a corpus breaks a rule.
pub fn check(corpus: &Corpus) {
    unique("article", corpus.articles.iter().map(|article| article.id.as_str()));
    unique("entity", corpus.entities.iter().map(|entity| entity.id.as_str()));
    unique("event", corpus.events.iter().map(|event| event.id.as_str()));
    corpus.articles.iter().for_each(|one| article(one, corpus.entities.len()));
    versions(&corpus.articles);
    let found: Vec<&[Mention]> =
        corpus.articles.iter().map(|article| article.mentions.as_slice()).collect();
    entities(&corpus.entities, &found);
    events(corpus);
    assert!(corpus.warnings.iter().all(|warning| !warning.message.is_empty()));
    assert_eq!(decode(&encode(corpus)).as_ref(), Ok(corpus), "packing loses something");
}

fn article(article: &Article, entities: usize) {
    let body = article.body.as_str();
    ordered("time expression", body, article.timexes.iter().map(|timex| timex.span));
    ordered("quotation", body, article.quotes.iter().map(|quote| quote.span));
    mentions(body, &article.mentions, entities);
    assert!(
        article
            .quotes
            .iter()
            .filter_map(|quote| quote.speaker)
            .all(|one| (one as usize) < entities)
    );
    assert!(
        article.timexes.iter().filter_map(|timex| timex.days).all(|days| days.start <= days.end)
    );
    let when = &article.published;
    if let (Some(earliest), Some(date), Some(latest)) = (when.earliest, when.date, when.latest) {
        assert!(earliest <= date && date <= latest, "{when:?}");
    }
    assert!(!when.evidence.is_empty(), "a date, or none, without a reason");
}

/// A version is one of an earlier article, which is itself the first.
fn versions(articles: &[Article]) {
    for (at, article) in (0..).zip(articles) {
        if let Some(first) = article.version_of {
            assert!(first < at && articles[first as usize].version_of.is_none());
            assert!((1..=100).contains(&article.version_shared), "a version without a reason");
        }
    }
}

/// Every entity is named, by the articles and as often as it says.
pub(super) fn entities(entities: &[Entity], mentions: &[&[Mention]]) {
    let mut counts: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    for (article, mentions) in (0..).zip(mentions) {
        for mention in *mentions {
            *counts.entry((mention.entity, article)).or_default() += 1;
        }
    }
    let mut said: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    for (index, entity) in (0..).zip(entities) {
        assert!(!entity.name.is_empty() && !entity.id.is_empty() && !entity.articles.is_empty());
        assert!(entity.articles.is_sorted_by(|one, next| one < next), "{}", entity.name);
        for (article, count) in entity.spellings.iter().flat_map(|spelling| &spelling.uses) {
            *said.entry((index, *article)).or_default() += count;
        }
        let articles = said.range((index, 0)..=(index, u32::MAX)).map(|row| row.0.1);
        assert!(articles.eq(entity.articles.iter().copied()), "{}", entity.name);
    }
    assert_eq!(said, counts, "spellings are counted otherwise than mentioned");
}

fn events(corpus: &Corpus) {
    for event in &corpus.events {
        assert!(event.days.start <= event.days.end, "{event:?}");
        // An event that nobody tells is the editor's own, which is told by whole articles too.
        let is_own = event.evidence.iter().any(|reason| reason.why == reasons::OWN);
        assert!(is_own || !event.tellings.is_empty(), "{event:?}");
        assert!(event.entities.iter().all(|one| (*one as usize) < corpus.entities.len()));
        assert!(!event.evidence.is_empty(), "an event without a reason");
        for telling in &event.tellings {
            let article = &corpus.articles[telling.article as usize];
            let whole = is_own && telling.span.end == 0;
            let span = Some(telling.span).filter(|_| !whole);
            ordered("telling", &article.body, span.into_iter());
            let timex = telling.timex.map(|index| &article.timexes[index as usize]);
            assert!(timex.is_none_or(|timex| timex.span.overlaps(telling.span)), "{event:?}");
        }
    }
}

fn unique<'t>(what: &str, ids: impl Iterator<Item = &'t str>) {
    let mut seen = BTreeSet::new();
    for id in ids {
        assert!(seen.insert(id), "two {what}s have the id {id:?}");
    }
}
