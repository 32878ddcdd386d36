//! What must hold for any input, one function a stage.
//!
//! The property tests, the bounded run of mutated seeds and the fuzz targets
//! call the same functions, so each rule stands here once. A function panics
//! where its stage breaks a rule. A new stage adds a row to [`STAGES`]; the
//! tests and `fuzz/` find it there.

#[cfg(all(test, not(target_arch = "wasm32")))]
mod again;
mod corpus;
pub mod hostile;
pub mod mutate;
mod pages;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod properties;
pub mod seeds;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use dateline_model::{Day, Mention, Span};

use dateline_extract::SIZE_LIMIT;
use dateline_lang::en::names::ENGLISH;
use dateline_lang::reasons::names as reasons;
use dateline_names::{Corrections, Names, Options, Text};
use dateline_workers::Workers;

use crate::quotes;

pub use corpus::{check as corpus, ingest};

/// One stage's check.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// The stage, and the fuzz target.
    pub name: &'static str,
    /// Panics where the stage breaks a rule on these bytes.
    pub run: fn(&[u8]),
}

/// All checks, in the order of the stages.
pub const STAGES: &[Check] = &[
    Check { name: "read", run: read },
    Check { name: "separate", run: separate },
    Check { name: "cut", run: cut },
    Check { name: "names", run: names },
    Check { name: "timex", run: timex },
    Check { name: "quotes", run: quotes },
    Check { name: "markdown", run: |bytes| corpus::file("a.md", bytes) },
    Check { name: "json", run: |bytes| corpus::file("a.json", bytes) },
    Check { name: "lines", run: |bytes| corpus::file("a.ndjson", bytes) },
    Check { name: "mail", run: |bytes| corpus::file("a.eml", bytes) },
    Check { name: "html", run: pages::html },
    Check { name: "ingest", run: ingest },
];

/// Runs the check of that name.
///
/// # Panics
/// Where there is none.
pub fn run(name: &str, bytes: &[u8]) {
    let check = STAGES.iter().find(|check| check.name == name).expect("a check of that name");
    (check.run)(bytes);
}

/// Bytes become text with plain line ends, or are refused with a reason.
pub fn read(bytes: &[u8]) {
    match dateline_extract::read(bytes) {
        Ok(read) => {
            assert!(bytes.len() <= SIZE_LIMIT);
            assert!(!read.text.contains('\r'), "a carriage return was left");
            assert!(!read.text.trim().is_empty(), "an empty text was let through");
            assert!(read.doubts.iter().all(|(_, why)| !why.is_empty()));
        }
        Err((kind, why)) => {
            assert!(kind.skips() && !why.is_empty(), "refused without a reason");
        }
    }
}

/// A page becomes a draft with a title, and paragraphs that are not empty.
pub fn separate(bytes: &[u8]) {
    let page = text_of(bytes);
    let draft = dateline_extract::separate(&page, "page.txt");
    assert!(!draft.language.is_empty());
    if draft.body.is_empty() {
        return;
    }
    assert!(!draft.title.is_empty(), "a body without a title");
    for paragraph in draft.body.split("\n\n") {
        assert!(!paragraph.trim().is_empty(), "an empty paragraph");
    }
    for line in &draft.furniture {
        assert!(!line.rule.is_empty() && !line.why.is_empty(), "left out without a reason");
    }
    if let Some(when) = &draft.published {
        assert!(when.date.is_some() && !when.evidence.is_empty(), "a date without evidence");
    }
    assert_eq!(draft, dateline_extract::separate(&page, "page.txt"), "two runs differ");
}

/// Tokens and sentences cover the text in order and leave out only white space.
pub fn cut(bytes: &[u8]) {
    let body = text_of(bytes);
    let tokens: Vec<Span> = dateline_text::tokens(&body).iter().map(|token| token.span).collect();
    ordered("token", &body, tokens.iter().copied());
    let sentences = (dateline_lang::ENGLISH.sentences)(&body);
    ordered("sentence", &body, sentences.iter().copied());
    let mut end = 0;
    for span in tokens {
        assert!(body[end..span.start as usize].chars().all(char::is_whitespace), "text was lost");
        end = span.end as usize;
    }
    assert!(body[end..].chars().all(char::is_whitespace), "text was lost");
}

/// Expressions are in order, and a day range does not end before it begins.
pub fn timex(bytes: &[u8]) {
    let body = text_of(bytes);
    for published in [None, Day::new(2025, 5, 28), Day::new(1914, 1, 1), Day::new(2024, 2, 29)] {
        let found = dateline_timex::tag(&dateline_lang::en::time::ENGLISH, &body, published);
        ordered("time expression", &body, found.iter().map(|timex| timex.span));
        for timex in &found {
            assert!(!timex.rule.is_empty() && !timex.value.is_empty());
            assert!(timex.days.is_none_or(|days| days.start <= days.end), "{timex:?}");
        }
    }
}

/// Mentions are in order and each has its entity; counts agree with them.
pub fn names(bytes: &[u8]) {
    let body = text_of(bytes);
    let names = names_of(&body);
    mentions(&body, &names.mentions[0], names.entities.len());
    corpus::entities(&names.entities, &[names.mentions[0].as_slice()]);
}

/// Quotations are in order, in one paragraph each, spoken by somebody known.
pub fn quotes(bytes: &[u8]) {
    let body = text_of(bytes);
    let names = names_of(&body);
    let found = quotes::find(&dateline_lang::ENGLISH, &body, &names.mentions[0], &names.entities);
    ordered("quotation", &body, found.iter().map(|quote| quote.span));
    for quote in &found {
        assert!(!quote.span.of(&body).contains("\n\n"), "a quotation crosses a paragraph");
        assert!(quote.speaker.is_none_or(|index| (index as usize) < names.entities.len()));
    }
}

fn text_of(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// The names of one text.
pub(crate) fn names_of(body: &str) -> Names {
    let texts = [Text { body, language: Some(&ENGLISH), ..Text::default() }];
    let options = Options { weights: None, voice: reasons::spelling };
    dateline_names::find(&texts, &Corrections::default(), &options, &Workers::alone())
}

fn mentions(body: &str, mentions: &[Mention], entities: usize) {
    ordered("mention", body, mentions.iter().map(|mention| mention.span));
    assert!(mentions.iter().all(|mention| (mention.entity as usize) < entities));
}

/// Spans are not empty, lie on character boundaries inside the text, follow one
/// another and never overlap.
fn ordered(what: &str, text: &str, spans: impl Iterator<Item = Span>) {
    let mut end = 0;
    for span in spans {
        let range = span.range();
        assert!(range.start < range.end, "an empty {what} at {span:?}");
        assert!(text.get(range).is_some(), "a {what} off its text or between characters: {span:?}");
        assert!(end <= span.start, "a {what} at {span:?} before the end of the last, {end}");
        end = span.end;
    }
}
