//! The page's head: title, what is in it, search, share.

use leptos::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::{parts, words};
use crate::state::{Command, Store};

/// The head of the page.
pub fn header(store: Store) -> AnyView {
    let corpus = store.corpus;
    let inside = [
        words::count(corpus.articles.len(), "article"),
        words::count(corpus.events.len(), "event"),
        words::count(store.engine.outlets().len(), "outlet"),
    ]
    .join(" \u{b7} ");
    let title = match corpus.site.title.as_str() {
        "" => "Dateline",
        title => title,
    };
    document().set_title(title);
    view! {
        <header class="top">
            <h1 dir="auto">
                <button type="button" class="home" on:click=move |_| store.send(Command::Home)>
                    {title}
                </button>
            </h1>
            <p class="inside">{inside}</p>
            {corpus.site.description.as_deref().map(|text| parts::span("about", text))}
            {search(store)}
            {share(store)}
        </header>
    }
    .into_any()
}

fn search(store: Store) -> AnyView {
    let words = Memo::new(move |_| store.state.with(|state| state.selection.q.clone()));
    view! {
        <form role="search" class="search" on:submit=move |event| event.prevent_default()>
            <input
                id="search"
                type="search"
                placeholder="Search titles and texts"
                aria-label="Search titles and texts"
                aria-keyshortcuts="/"
                autocomplete="off"
                spellcheck="false"
                prop:value=move || words.get()
                on:focus=move |_| {
                    // The index of words is built while the reader thinks of one.
                    set_timeout(move || store.engine.prepare(), core::time::Duration::ZERO);
                }
                on:input=move |event| store.send(Command::Search(event_target_value(&event)))
            />
            <kbd aria-hidden="true">"/"</kbd>
        </form>
    }
    .into_any()
}

/// Copies the address, which holds all that is shown.
fn share(store: Store) -> AnyView {
    let copied = RwSignal::new(false);
    let copy = move || {
        let address = window().location().href().unwrap_or_default();
        spawn_local(async move {
            // Absent where the page is not served securely.
            let clipboard = window().navigator().clipboard();
            let written = if clipboard.is_undefined() {
                Err(address.clone().into())
            } else {
                JsFuture::from(clipboard.write_text(&address)).await
            };
            if written.is_ok() {
                copied.set(true);
                set_timeout(move || copied.set(false), core::time::Duration::from_secs(2));
            } else {
                let notice = ["The address of this view: ", &address].concat();
                store.notices.update(|notices| notices.push(notice));
            }
        });
    };
    view! {
        <button type="button" class="button share" on:click=move |_| copy()>
            <span aria-live="polite">
                {move || if copied.get() { "Address copied" } else { "Share" }}
            </span>
        </button>
    }
    .into_any()
}
