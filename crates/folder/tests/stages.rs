//! What each stage of the ingest makes of the five seeds, as a person reads it
//! in a diff. `seeds.rs` holds what must be so; this shows what changes.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::LazyLock;

use dateline_ingest::Options;
use dateline_model::{Article, Corpus};

static CORPUS: LazyLock<Corpus> = LazyLock::new(|| {
    let seeds = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../seeds"));
    dateline_folder::read(&[seeds], &Options::default()).expect("the seeds can be read")
});

/// A part for each article, headed by its file.
fn by_article(mut part: impl FnMut(&mut String, &Article)) -> String {
    let mut out = String::new();
    for article in &CORPUS.articles {
        writeln!(out, "== {}", article.file).expect("a string");
        part(&mut out, article);
    }
    out
}

fn name(entity: u32) -> &'static str {
    &CORPUS.entities[entity as usize].name
}

#[test]
fn separation_of_the_seeds() {
    insta::assert_snapshot!(by_article(|out, article| {
        for (_, paragraph) in article.paragraphs() {
            writeln!(out, "body     {paragraph:.70}").expect("a string");
        }
        for caption in &article.captions {
            writeln!(out, "caption  {caption:.70}").expect("a string");
        }
        for line in &article.furniture {
            writeln!(out, "{:24} {:.60}", line.rule, line.text).expect("a string");
        }
    }));
}

#[test]
fn publication_dates_of_the_seeds() {
    insta::assert_snapshot!(by_article(|out, article| {
        let when = &article.published;
        writeln!(out, "{:?} {:?} {:?}..{:?}", when.basis, when.date, when.earliest, when.latest)
            .expect("a string");
        for evidence in &when.evidence {
            writeln!(out, "{}: “{}” {}", evidence.rule, evidence.text, evidence.why)
                .expect("a string");
        }
    }));
}

#[test]
fn time_expressions_of_the_seeds() {
    insta::assert_snapshot!(by_article(|out, article| {
        for timex in &article.timexes {
            let (text, kind) = (timex.span.of(&article.body), timex.kind.name());
            writeln!(out, "{text} | {kind} {} | {}", timex.value, timex.rule).expect("a string");
        }
    }));
}

#[test]
fn names_of_the_seeds() {
    let mut out = String::new();
    for entity in &CORPUS.entities {
        writeln!(out, "{} {}", entity.kind.name(), entity.name).expect("a string");
        for spelling in &entity.spellings {
            writeln!(out, "    {} {}", spelling.count(), spelling.text).expect("a string");
        }
        for evidence in &entity.evidence {
            writeln!(out, "    {}: {}", evidence.rule, evidence.text).expect("a string");
        }
    }
    insta::assert_snapshot!(out);
}

#[test]
fn quotations_of_the_seeds() {
    insta::assert_snapshot!(by_article(|out, article| {
        for quote in &article.quotes {
            let speaker = quote.speaker.map_or("?", name);
            writeln!(out, "{speaker}: {}", quote.span.of(&article.body)).expect("a string");
        }
    }));
}

#[test]
fn events_of_the_seeds() {
    let mut out = String::new();
    for event in &CORPUS.events {
        let status = event.status.name();
        writeln!(out, "{} {status} {:?} | {}", event.id, event.basis, event.title)
            .expect("a string");
        for telling in &event.tellings {
            let article = &CORPUS.articles[telling.article as usize];
            let outlet = article.outlet.as_deref().unwrap_or("?");
            writeln!(out, "    {outlet}: {:.80}", telling.span.of(&article.body))
                .expect("a string");
        }
        let names: Vec<&str> = event.entities.iter().map(|entity| name(*entity)).collect();
        writeln!(out, "    {}", names.join(", ")).expect("a string");
    }
    insta::assert_snapshot!(out);
}
