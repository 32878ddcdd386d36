//! The browser's history, or what stands for it: one entry for each command. Inside somebody else's
//! page there is none: Back is there to leave that page, and what was chosen is in the same entry.

use wasm_bindgen::JsValue;
use web_sys::Window;

use crate::dom::hear;

/// The hash of the page's address, with its `#`.
pub fn hash(host: &Window) -> String {
    host.location().hash().unwrap_or_default()
}

/// Adds an entry with this hash; embedded, the entry that there is gets it.
pub fn push(host: &Window, hash: &str) {
    if is_embedded(host) {
        return replace(host, hash);
    }
    let done = host
        .history()
        .and_then(|history| history.push_state_with_url(&JsValue::NULL, "", Some(hash)));
    // Some browsers refuse after many in a short time; setting the hash adds an entry too.
    if done.is_err() {
        let _ = host.location().set_hash(hash);
    }
}

/// Gives the current entry this hash.
pub fn replace(host: &Window, hash: &str) {
    let done = host
        .history()
        .and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(hash)));
    // A sandboxed frame may refuse.
    if done.is_err() {
        let _ = host.location().replace(hash);
    }
}

/// Whether the page stands in a frame. An instance inside somebody else's page has no parent, and a
/// history of its own that keeps nothing.
fn is_embedded(host: &Window) -> bool {
    host.parent().ok().flatten().is_some_and(|parent| parent != *host)
}

/// Calls `arrive` with the hash whenever Back, Forward, a link or the reader's
/// own typing changes it, until the present owner is cleaned up.
pub fn follow(host: &'static Window, arrive: impl Fn(String) + Clone + 'static) {
    // Most browsers fire both for one step; the second finds nothing to do.
    for name in ["popstate", "hashchange"] {
        let arrive = arrive.clone();
        hear(host, name, move |_| arrive(hash(host)));
    }
}
