//! The sources' own text, with names and dates as buttons.

use dateline_model::{Article, EntityIndex, Span, Telling, Timex};
use dateline_words as words;
use leptos::prelude::*;

use super::parts;
use super::segments::{Passage, Phrase, TextRun, Thing, cut};
use crate::dom::{El, button, el, text};
use crate::state::{Command, Store};

/// A paragraph or sentence of an article's body. `q` are the words searched
/// for, `told` the sentences that tell the open event.
pub fn prose(
    store: Store,
    article: &'static Article,
    within: Span,
    q: &str,
    told: &[Span],
) -> Vec<El> {
    let mut hits = parts::hits(store, q, within.of(&article.body));
    for hit in &mut hits {
        (hit.start, hit.end) = (hit.start + within.start, hit.end + within.start);
    }
    let mut made = Vec::new();
    for passage in cut(article, within, &hits, told) {
        self::passage(store, article, passage, &mut made);
    }
    made
}

/// The sentence of one telling, with the words searched for.
pub fn sentence(store: Store, telling: &Telling) -> El {
    let article = &store.corpus.articles[telling.article as usize];
    if let (0, Some(withheld)) = (telling.span.end, parts::withheld(article)) {
        return withheld;
    }
    let q = store.selection.with_untracked(|it| it.q.clone());
    let words = prose(store, article, telling.span, &q, &[]);
    parts::sourced("blockquote", "sentence", Some(&article.language))
        .child(el("p", "").children(words))
}

fn passage(store: Store, article: &'static Article, passage: Passage, made: &mut Vec<El>) {
    let phrases = passage.phrases.into_iter().map(|phrase| self::phrase(store, article, phrase));
    let quote = passage.quote.and_then(|at| article.quotes.get(at));
    let class = match (quote, passage.told) {
        (None, false) => return made.extend(phrases),
        (None, true) => "told",
        (Some(_), false) => "quote",
        (Some(_), true) => "quote told",
    };
    let voiced = el("span", class).children(phrases.collect());
    made.push(match quote.map(|quote| quote.speaker) {
        None => voiced,
        Some(None) => voiced.attr("title", "The text does not say who said it"),
        Some(Some(speaker)) => voiced.attr("title", &["Said by ", name(store, speaker)].concat()),
    });
}

fn name(store: Store, entity: EntityIndex) -> &'static str {
    store.corpus.entities.get(entity as usize).map_or("", |entity| entity.name.as_str())
}

fn phrase(store: Store, article: &'static Article, phrase: Phrase) -> El {
    let whole = match phrase.thing {
        None => match phrase.runs.as_slice() {
            [TextRun { span, hit: false }] => return text(span.of(&article.body)),
            _ => el("span", ""),
        },
        Some(Thing::Entity(index)) => entity(store, index),
        Some(Thing::Time(at)) => time(store, &article.timexes[at]),
    };
    let runs = phrase.runs.iter().map(|run| {
        let words = run.span.of(&article.body);
        if run.hit { parts::mark(words) } else { text(words) }
    });
    whole.children(runs.collect())
}

fn entity(store: Store, index: EntityIndex) -> El {
    let entity = &store.corpus.entities[index as usize];
    button(&parts::coloured("e", entity.kind), "", move || store.send(Command::Include(index)))
        .attr("data-mention", &entity.id)
        .attr("title", &["Show only what names ", &entity.name].concat())
        .truth("aria-pressed", move || store.selection.with(|it| it.with.contains(&index)))
}

fn time(store: Store, timex: &'static Timex) -> El {
    let look = move || {
        if let Some(days) = timex.days {
            store.send(Command::Focus(days));
        }
    };
    button("d", "", look).attr("data-date", &timex.value).attr("title", &words::meaning(timex))
}
