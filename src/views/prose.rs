//! The sources' own text, with names and dates marked.
//!
//! Marked, and nothing more: what is read here is selected, copied, clipped and read out as the text
//! that it is. A click on a mark does something all the same; without a mouse, the same is done by the
//! names and dates that stand below an article or an event as links and buttons.

use core::cell::Cell;
use std::rc::Rc;

use dateline_model::{Article, ArticleIndex, EntityIndex, Held, Span, Telling, Timex};
use dateline_words as words;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent};

use super::parts;
use super::segments::{Passage, Phrase, TextRun, Thing, cut};
use crate::dom::{El, el, is_plain, text};
use crate::state::{Command, Store};

/// So many pixels the hand may move in a click; farther, it selects.
const STEADY: i32 = 3;

/// A paragraph or sentence of an article's body. `q` are the words searched
/// for, `told` the sentences that tell the open event.
pub fn prose(store: Store, article: &Article, within: Span, q: &str, told: &[Span]) -> Vec<El> {
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
pub fn sentence(store: Store, article: &Held<'static, Article>, telling: &Telling) -> El {
    // Withheld, or told by all of an article.
    if telling.span.end == 0 {
        return parts::withheld(article).unwrap_or_else(|| text(""));
    }
    quoted(store, article, telling.article, telling.span)
}

/// Somebody's words, as an article has them.
pub fn quoted(
    store: Store,
    article: &Held<'static, Article>,
    index: ArticleIndex,
    span: Span,
) -> El {
    let quoted = parts::sourced("blockquote", "sentence", Some(&article.language));
    let q = store.selection.with_untracked(|it| it.q.clone());
    let words = prose(store, article, span, &q, &[]);
    answering(parts::of_article(quoted, store, index), store, article)
        .child(el("p", "").children(words))
}

/// Lets `root` answer clicks on the names and dates of the prose in it: a name filters, a date is
/// looked at. Selecting, by drag or by a second click, is no click on a mark.
pub fn answering(root: El, store: Store, article: &Held<'static, Article>) -> El {
    let article = article.clone();
    let pressed = Rc::new(Cell::new((0, 0)));
    let press = pressed.clone();
    root.on("mousedown", move |event| press.set(place(&event))).on("click", move |event| {
        let Some(click) = event.dyn_ref::<MouseEvent>().filter(|click| is_plain(click)) else {
            return;
        };
        let ((x, y), (from_x, from_y)) = (place(&event), pressed.get());
        let steady = (x - from_x).abs() <= STEADY && (y - from_y).abs() <= STEADY;
        // Programs that read a page out click without a place and without a count.
        if click.detail() > 1 || (click.detail() == 1 && !steady) {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(mark) = target.and_then(|it| it.closest("[data-mention], [data-date]").ok()?)
        else {
            return;
        };
        if let Some(command) = meant(store, &article, &mark) {
            store.send(command);
        }
    })
}

fn place(event: &Event) -> (i32, i32) {
    event.dyn_ref().map_or((0, 0), |event: &MouseEvent| (event.client_x(), event.client_y()))
}

/// What a click on a mark asks for.
fn meant(store: Store, article: &Article, mark: &Element) -> Option<Command> {
    if let Some(id) = mark.get_attribute("data-mention") {
        let entity = store.library.entities().iter().position(|entity| entity.id == id)?;
        return Some(Command::Include(entity as EntityIndex));
    }
    // What has one value, has the same days.
    let value = mark.get_attribute("data-date")?;
    let timex = article.timexes.iter().find(|timex| timex.value == value)?;
    Some(Command::Focus(timex.days?))
}

fn passage(store: Store, article: &Article, passage: Passage, made: &mut Vec<El>) {
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
    store.library.entities().get(entity as usize).map_or("", |entity| entity.name.as_str())
}

fn phrase(store: Store, article: &Article, phrase: Phrase) -> El {
    let whole = match phrase.thing {
        None => match phrase.runs.as_slice() {
            [TextRun { span, hit: false }] => return text(span.of(&article.body)),
            _ => el("span", ""),
        },
        Some(Thing::Entity(index)) => entity(store, index),
        Some(Thing::Time(at)) => time(&article.timexes[at]),
    };
    let runs = phrase.runs.iter().map(|run| {
        let words = run.span.of(&article.body);
        if run.hit { parts::mark(words) } else { text(words) }
    });
    whole.children(runs.collect())
}

fn entity(store: Store, index: EntityIndex) -> El {
    let entity = &store.library.entities()[index as usize];
    el("span", &parts::coloured("e", entity.kind))
        .attr("data-mention", &entity.id)
        .attr("title", &["Show only what names ", &entity.name].concat())
        .toggle("on", move || store.selection.with(|it| it.with.contains(&index)))
}

fn time(timex: &Timex) -> El {
    el("span", "d").attr("data-date", &timex.value).attr("title", &words::meaning(timex))
}
