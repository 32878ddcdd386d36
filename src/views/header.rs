//! The page's head: title, what is in it, search, share.

use core::time::Duration;
use std::rc::Rc;

use dateline_query::Engine;
use dateline_words as words;
use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::HtmlInputElement;

use crate::dom::{El, button, el, follow};
use crate::later::later;
use crate::state::{Command, Store};

/// The head of the page; what opens the filters stands beside the search.
pub fn header(store: Store, filters: El) -> El {
    let corpus = store.corpus;
    let inside = words::inside(corpus);
    let title = match corpus.site.title.as_str() {
        "" => "Dateline",
        title => title,
    };
    // Somebody else's page keeps its own title.
    if let Some(document) = store.mount.host.document() {
        follow(move || document.set_title(&tab_title(store, title)));
    }
    let home = button("home", title, move || store.send(Command::Home));
    let about = corpus.site.description.as_deref().map(|about| el("p", "about").text(about));
    el("header", "top")
        .child(el("h1", "").attr("dir", "auto").child(home))
        .child(el("p", "inside").text(&inside))
        .maybe(about)
        .child(search(store))
        .child(filters)
        .child(share(store))
}

/// What is open, or else what is searched for, before the page's own name.
fn tab_title(store: Store, page: &str) -> String {
    let library = store.library;
    let shown = store.state.with(|state| match (state.article, state.event) {
        (Some(at), _) => library.article_head(at).map(|article| article.title.clone()),
        (None, Some(at)) => library.event_head(at).map(|event| event.title.clone()),
        (None, None) if state.selection.q.trim().is_empty() => None,
        (None, None) => Some(words::quoted(&state.selection.q)),
    });
    words::tab_title(&shown.unwrap_or_default(), page)
}

fn search(store: Store) -> El {
    let input = field("", "Search titles and texts", "Search titles and texts")
        .attr("id", "search")
        .attr("aria-keyshortcuts", "/")
        .on("focus", move |_| {
            // The texts come, and the index of words is built, while the reader thinks of one.
            store.library.when_whole(move |_| {
                let ahead = move || prepare(store.engine).unwrap_or_default();
                set_timeout(ahead, Duration::ZERO);
            });
        });
    let input = typed(input, move |words| store.send(Command::Search(words)));
    show_value(&input, move || store.selection.with(|selection| selection.q.clone()));
    el("form", "search")
        .attr("role", "search")
        .on("submit", |event| event.prevent_default())
        .child(input)
        .child(el("kbd", "").attr("aria-hidden", "true").text("/"))
}

later! {
    /// Builds the index of words.
    "a" prepare(engine: &'static Engine) -> () = Engine::prepare;
}

/// A field for words to search for.
pub fn field(class: &str, hint: &str, label: &str) -> El {
    el("input", class)
        .attr("type", "search")
        .attr("placeholder", hint)
        .attr("aria-label", label)
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
}

/// Does `act` with every change of a field's words. What an input method still composes is none yet: it
/// comes when it is done.
pub fn typed(field: El, act: impl Fn(String) + 'static) -> El {
    let act = Rc::new(act);
    let done = act.clone();
    field
        .on("input", move |event| {
            let composing = Reflect::get(&event, &"isComposing".into());
            if !composing.is_ok_and(|composing| composing.is_truthy()) {
                act(event_target_value(&event));
            }
        })
        .on("compositionend", move |event| done(event_target_value(&event)))
}

/// Lets a field show a value that also others change.
pub fn show_value(field: &El, value: impl Fn() -> String + 'static) {
    let input: HtmlInputElement = field.element().clone().unchecked_into();
    follow(move || {
        let value = value();
        // Setting what it has would move the cursor.
        if input.value() != value {
            input.set_value(&value);
        }
    });
}

/// Copies the address, which holds all that is shown.
fn share(store: Store) -> El {
    let copied = RwSignal::new(false);
    let address = move || store.mount.host.location().href().unwrap_or_default();
    let refused = move || {
        let notice = ["The address of this view: ", &address()].concat();
        store.notices.update(|notices| notices.push(notice));
    };
    // Callbacks and no `async`: each future brings its own executor's code.
    let written = Closure::<dyn FnMut(JsValue)>::new(move |_| {
        copied.set(true);
        set_timeout(move || copied.set(false), Duration::from_secs(2));
    });
    let failed = Closure::<dyn FnMut(JsValue)>::new(move |_| refused());
    let copy = move || {
        let clipboard = window().navigator().clipboard();
        // Absent where the page is not served securely.
        if clipboard.is_undefined() {
            refused();
        } else {
            let _ = clipboard.write_text(&address()).then2(&written, &failed);
        }
    };
    let label = el("span", "")
        .attr("aria-live", "polite")
        .live_text(move || if copied.get() { "Address copied" } else { "Share" }.to_owned());
    button("button share", "", copy).child(label)
}
