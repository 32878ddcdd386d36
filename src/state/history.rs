//! The browser's history: one entry for each command.

use gloo::events::EventListener;
use leptos::prelude::window;
use wasm_bindgen::JsValue;

/// The hash of the page's address, with its `#`.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Adds an entry with this hash.
pub fn push(hash: &str) {
    let done = window()
        .history()
        .and_then(|history| history.push_state_with_url(&JsValue::NULL, "", Some(hash)));
    // A sandboxed frame may refuse; setting the hash adds an entry too.
    if done.is_err() {
        let _ = window().location().set_hash(hash);
    }
}

/// Gives the current entry this hash.
pub fn replace(hash: &str) {
    let done = window()
        .history()
        .and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(hash)));
    if done.is_err() {
        let _ = window().location().set_hash(hash);
    }
}

/// Calls `arrive` with the hash whenever Back, Forward, a link or the reader's
/// own typing changes it. For as long as the page lives.
pub fn follow(arrive: impl Fn(String) + Clone + 'static) {
    // Most browsers fire both for one step; the second finds nothing to do.
    for name in ["popstate", "hashchange"] {
        let arrive = arrive.clone();
        EventListener::new(&window(), name, move |_| arrive(hash())).forget();
    }
}
