//! The column on the right: one article, one event, or a suggestion.

use core::cell::Cell;

use dateline_model::ArticleIndex;
use leptos::prelude::*;

use super::screen::Screen;
use super::{article, event};
use crate::dom::{El, button, el, follow};
use crate::mount::Mount;
use crate::state::{Command, Store};

/// The reader. On a phone it covers the screen while something is open.
pub fn reader(store: Store, screen: Screen) -> El {
    let open = Memo::new(move |_| store.state.with(|state| (state.event, state.article)));
    follow_focus(open, store.mount, screen);
    // What to suggest is asked for only while nothing is open. A pair like
    // `open`: each further type of memo is a kilobyte of the first load.
    let lead = Memo::new(move |_| match open.get() {
        (None, None) => (None::<u32>, lead(store)),
        _ => (None, None),
    });
    let content = move || {
        vec![match open.get() {
            (told, Some(index)) => article::article(store, index, told, false),
            (Some(index), None) => event::event(store, index),
            (None, None) => match lead.get().1 {
                Some(index) => article::article(store, index, None, true),
                None => {
                    el("p", "invitation").text("Choose an event or an article to read it here.")
                }
            },
        }]
    };
    let is_open = move || open.get() != (None, None);
    let back = move || {
        let command = match open.get_untracked() {
            (_, Some(_)) => Command::OpenArticle(None),
            _ => Command::OpenEvent(None),
        };
        store.send(command);
    };
    let label = move || {
        match open.get() {
            (Some(_), Some(_)) => "\u{2190} Back to the event",
            _ if screen.is_phone.get() => "\u{2190} Back to the list",
            _ => "\u{d7} Close",
        }
        .to_owned()
    };
    el("section", "reader")
        .attr("data-reader", "")
        .attr("aria-label", "Reader")
        .toggle("open", is_open)
        .flag("inert", move || screen.sheet_over())
        .child(button("back", "", back).flag("hidden", move || !is_open()).live_text(label))
        .child(el("div", "").live_children(content))
}

/// What opens takes the focus, at its top; what closes gives it back.
fn follow_focus(open: Memo<(Option<u32>, Option<u32>)>, mount: &'static Mount, screen: Screen) {
    let last = Cell::new(None);
    follow(move || {
        let now = open.get();
        let before = last.replace(Some(now));
        if before.is_some_and(|before| before != now) {
            if now == (None, None) {
                screen.give_back("#list");
            } else {
                if before == Some((None, None)) {
                    screen.remember();
                }
                request_animation_frame(|| {
                    if let Some(reader) = mount.find(".reader") {
                        reader.set_scroll_top(0);
                    }
                });
                mount.focus_soon(".reader h2");
            }
        }
    });
}

/// What to read first: among what is shown, the article that tells most events
/// that others tell too; then the newest.
fn lead(store: Store) -> Option<ArticleIndex> {
    let (results, corpus) = (store.results.get(), store.corpus);
    let mut shared = vec![0u32; corpus.articles.len()];
    for event in &corpus.events {
        let first = event.tellings.first().map(|telling| telling.article);
        if event.tellings.iter().all(|telling| Some(telling.article) == first) {
            continue;
        }
        for telling in &event.tellings {
            if let Some(count) = shared.get_mut(telling.article as usize) {
                *count += 1;
            }
        }
    }
    let newest = |index: &ArticleIndex| {
        let index = *index as usize;
        (shared[index], corpus.articles[index].published.date, core::cmp::Reverse(index))
    };
    results.articles.iter().copied().max_by_key(newest)
}
