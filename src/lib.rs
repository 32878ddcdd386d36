//! Dateline's page: the corpus in the bundle, the state, and the views.

pub mod dom;
pub mod state;
pub mod views;

use any_spawner::Executor;
use dateline_model::decode;
use dateline_query::Engine;
use leptos::prelude::*;
use state::{Store, interface, measure::timed};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Unpacks the corpus and mounts the page into the element `#dateline`, whose
/// `data-state` says how far that is: `loading`, `ready`, `empty` or `error`.
pub fn start(packed: &[u8]) {
    let Some(root) = document().get_element_by_id("dateline") else { return };
    let root: HtmlElement = root.unchecked_into();
    let corpus = match timed("dateline:decode", || decode(packed)) {
        Ok(corpus) => &*Box::leak(Box::new(corpus)),
        Err(error) => {
            root.set_text_content(Some(
                &["The articles cannot be shown: ", &error.to_string(), "."].concat(),
            ));
            return announce(&root, "error");
        }
    };
    let ready = timed("dateline:mount", || {
        let engine = &*Box::leak(Box::new(Engine::new(corpus)));
        // What the signals set off runs as tasks of the browser. It refuses a
        // second call, which only tests make.
        let _ = Executor::init_wasm_bindgen();
        let owner = Owner::new();
        let ready = owner.with(|| {
            let store = Store::new(corpus, engine);
            dom::replace(&root, views::page(store));
            interface::install(store)
        });
        // The page lives as long as its window.
        core::mem::forget(owner);
        ready
    });
    announce(&root, if corpus.articles.is_empty() { "empty" } else { "ready" });
    ready();
}

fn announce(root: &HtmlElement, state: &str) {
    let _ = root.set_attribute("data-state", state);
}
