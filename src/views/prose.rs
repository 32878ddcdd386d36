//! The sources' own text, with names and dates as buttons.

use dateline_model::{Article, EntityIndex, EntityKind, Span, Telling, Timex};
use leptos::prelude::*;

use super::segments::{Passage, Piece, Thing, cut};
use super::{parts, words};
use crate::state::{Command, Store};

/// A paragraph or sentence of an article's body. `q` are the words searched
/// for, `told` the sentences that tell the open event.
pub fn prose(
    store: Store,
    article: &'static Article,
    within: Span,
    q: &str,
    told: &[Span],
) -> Vec<AnyView> {
    let mut hits = parts::hits(store, q, within.of(&article.body));
    for hit in &mut hits {
        (hit.start, hit.end) = (hit.start + within.start, hit.end + within.start);
    }
    cut(article, within, &hits, told)
        .into_iter()
        .map(|passage| self::passage(store, article, passage))
        .collect()
}

/// The sentence of one telling, with the words searched for.
pub fn sentence(store: Store, telling: &Telling) -> AnyView {
    let article = &store.corpus.articles[telling.article as usize];
    let q = store.selection.with_untracked(|it| it.q.clone());
    let text = prose(store, article, telling.span, &q, &[]);
    view! { <blockquote class="sentence" dir="auto" lang=article.language.as_str()><p>{text}</p></blockquote> }.into_any()
}

fn passage(store: Store, article: &'static Article, passage: Passage) -> AnyView {
    let pieces: Vec<AnyView> =
        passage.pieces.into_iter().map(|piece| self::piece(store, article, piece)).collect();
    let quote = passage.quote.and_then(|at| article.quotes.get(at));
    let class = match (quote, passage.told) {
        (None, false) => return pieces.into_any(),
        (None, true) => "told",
        (Some(_), false) => "quote",
        (Some(_), true) => "quote told",
    };
    let said = quote.map(|quote| match quote.speaker.map(|it| name(store, it)) {
        Some(speaker) => ["Said by ", speaker].concat(),
        None => "The text does not say who said it".to_owned(),
    });
    view! { <span class=class title=said>{pieces}</span> }.into_any()
}

fn name(store: Store, entity: EntityIndex) -> &'static str {
    store.corpus.entities.get(entity as usize).map_or("", |entity| entity.name.as_str())
}

fn piece(store: Store, article: &'static Article, piece: Piece) -> AnyView {
    let runs: Vec<AnyView> = piece
        .runs
        .iter()
        .map(|(span, hit)| {
            let text = span.of(&article.body);
            if *hit { parts::mark(text) } else { text.into_any() }
        })
        .collect();
    match piece.thing {
        None => runs.into_any(),
        Some(Thing::Entity(index)) => entity(store, index, runs),
        Some(Thing::Time(at)) => match article.timexes.get(at) {
            Some(timex) => time(store, timex, runs),
            None => runs.into_any(),
        },
    }
}

fn entity(store: Store, index: EntityIndex, runs: Vec<AnyView>) -> AnyView {
    let Some(entity) = store.corpus.entities.get(index as usize) else { return runs.into_any() };
    let class = match entity.kind {
        EntityKind::Person => "e person",
        EntityKind::Place => "e place",
        EntityKind::Organisation => "e organisation",
    };
    let chosen = move || store.selection.with(|it| it.with.contains(&index));
    view! {
        <button
            type="button"
            class=class
            data-mention=entity.id.as_str()
            title=["Show only what names ", &entity.name].concat()
            aria-pressed=move || if chosen() { "true" } else { "false" }
            on:click=move |_| store.send(Command::Include(index))
        >
            {runs}
        </button>
    }
    .into_any()
}

fn time(store: Store, timex: &'static Timex, runs: Vec<AnyView>) -> AnyView {
    let Some(days) = timex.days else { return runs.into_any() };
    view! {
        <button
            type="button"
            class="d"
            data-date=timex.value.as_str()
            title=meaning(timex)
            on:click=move |_| store.send(Command::Focus(days))
        >
            {runs}
        </button>
    }
    .into_any()
}

/// The calendar days that a phrase stands for, and what it was read against.
pub fn meaning(timex: &Timex) -> String {
    let days = timex.days.map_or_else(String::new, |days| words::days(days, timex.granularity));
    let against = match timex.anchor {
        dateline_model::Anchor::Itself => "",
        dateline_model::Anchor::Published => ", read against the date of publication",
        dateline_model::Anchor::Text => ", read against a date before it in the text",
    };
    [&days, against].concat()
}
