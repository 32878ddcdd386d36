//! The column on the right: one article, one event, or a suggestion.

use core::cell::Cell;
use core::cmp::Reverse;
use std::rc::Rc;

use dateline_model::{ArticleIndex, EventIndex};
use dateline_query::ToldEvent;
use leptos::prelude::*;
use web_sys::HtmlElement;

use super::screen::Screen;
use super::{article, event, parts};
use crate::dom::{El, button, el, follow, follow_by_frame};
use crate::mount::Mount;
use crate::state::{Command, Store, shows};

/// The reader. On a phone it covers the screen while something is open.
pub fn reader(store: Store, screen: Screen) -> El {
    let open = Memo::new(move |_| store.state.with(|state| (state.event, state.article)));
    follow_focus(open, store.mount, screen);
    // What to suggest is asked for only while nothing is open, and no letter that is typed waits for it.
    // A signal of numbers: one of a further type would be a kilobyte.
    let (first, turn) = (Rc::new(Cell::new((None, None))), RwSignal::new(0));
    let suggested = first.clone();
    follow_by_frame(move || {
        let now = match open.get() {
            // A phone shows the list then, and need not fetch what is told of the event.
            (None, None) if !screen.is_phone.get() => top(store),
            _ => (None, None),
        };
        if suggested.replace(now) != now {
            turn.update(|turn| *turn += 1);
        }
    });
    let content = move || {
        vec![match open.get() {
            (told, Some(index)) => article::article(store, index, told, false),
            (Some(index), None) => event::event(store, index, false),
            // What a link leads to may be told of by a head that is on its way.
            (None, None) if store.early.get() => parts::waiting(store),
            (None, None) => {
                // Only here: what is open has the focus, and is not made anew.
                turn.track();
                match first.get() {
                    (Some(index), _) => event::event(store, index, true),
                    (None, Some(index)) => article::article(store, index, None, true),
                    (None, None) => {
                        el("p", "invitation").text("Choose an event or an article to read it here.")
                    }
                }
            }
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
        .child(el("div", "").attr("role", "status").live_children(move || outside(store)))
        .child(el("div", "").live_children(content))
}

/// Says of what was opened by a link, here or elsewhere, that it is not among what is shown. Where the
/// choices change, the store closes it instead.
fn outside(store: Store) -> Vec<El> {
    let what = store.state.with(|state| {
        let shown = store.results.with(|results| shows(results, state));
        (!shown).then(|| if state.article.is_some() { "article" } else { "event" })
    });
    let Some(what) = what else { return Vec::new() };
    let said = ["This ", what, " is not among what the search and the filters leave."].concat();
    let clear = button("link", "Take them back", move || store.send(Command::Clear));
    vec![el("p", "outside").text(&said).text(" ").child(clear)]
}

/// What opens takes the focus, at its top; what closes gives it back.
fn follow_focus(open: Memo<(Option<u32>, Option<u32>)>, mount: &'static Mount, screen: Screen) {
    let last = Cell::new(None);
    follow(move || {
        let now = open.get();
        let before = last.replace(Some(now));
        if before.is_some_and(|before| before != now) {
            if now == (None, None) {
                // Whoever searches or filters goes on where they are.
                if mount.active().is_none_or(|at| is_reading(&at)) {
                    screen.give_back("#list");
                }
            } else {
                if before == Some((None, None)) {
                    screen.remember();
                }
                mount.next_frame(move || {
                    if let Some(reader) = mount.find(".reader") {
                        reader.set_scroll_top(0);
                    }
                    // Whoever has closed it meanwhile is elsewhere.
                    if open.get_untracked() != (None, None) {
                        mount.focus(".reader h2");
                    }
                });
            }
        }
    });
}

/// Whether the focus is in the reader, or nowhere in particular.
fn is_reading(active: &HtmlElement) -> bool {
    active.tag_name() == "BODY" || active.closest(".reader").is_ok_and(|found| found.is_some())
}

/// What to read first among what is shown: the event in view that most is made of, or else the newest article.
fn top(store: Store) -> (Option<EventIndex>, Option<ArticleIndex>) {
    let corpus = store.corpus;
    let days = store.days();
    let story = store.story();
    let event = {
        let event = |told: &ToldEvent| &corpus.events[told.event as usize];
        let in_view = |told: &&ToldEvent| days.is_none_or(|days| days.overlaps(event(told).days));
        // A year in which something was is no happening to begin with, where there is another.
        let rank = |told: &&ToldEvent| {
            let exact = event(told).is_of_a_day();
            (exact, told.key, told.weight, Reverse(told.event))
        };
        story.events.iter().filter(in_view).max_by_key(rank).map(|told| told.event)
    };
    store.results.with(|results| {
        let newest = |index: &ArticleIndex| {
            (corpus.articles[*index as usize].published.date, Reverse(*index))
        };
        (event, results.articles.iter().copied().max_by_key(newest))
    })
}
