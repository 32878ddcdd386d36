//! Dateline's page: the corpus that it is handed, the state, and the views.

pub mod dom;
pub mod later;
pub mod mount;
pub mod panics;
pub mod state;
pub mod views;

use core::cell::Cell;
use core::time::Duration;

use any_spawner::Executor;
use dateline_model::{DecodeError, decode_parted};
use dateline_query::Engine;
use js_sys::{Function, Object, Promise};
use later::later;
use leptos::prelude::*;
use mount::Mount;
use state::interface::{self, set};
use state::{Library, Store, measure::timed};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, Window};

type Parts = std::vec::IntoIter<views::Part>;
type Unpacked = Result<&'static Library, DecodeError>;

thread_local! {
    /// What the start-up script handed over, unpacked once for all instances.
    static UNPACKED: Cell<Unpacked> = const { Cell::new(Err(DecodeError::Header)) };
}

/// Takes the packed corpus and what fetches a part of it (by its hash, calling back with its bytes or without);
/// mounts the page into its own element `#dateline`, and its interface on the window. Inside somebody else's page there is no such element, and nothing is mounted.
pub fn start(packed: &[u8], fetch: Function) {
    later::fetch_by(fetch.clone());
    // Unpacking is a task of its own, as every part of the page is; an error is said by `mount`.
    UNPACKED.set(unpack(packed, fetch));
    let Ok(Some(root)) = document().query_selector("#dateline[data-state]") else { return };
    let work = move || {
        let Some((ready, interface)) = show(root.unchecked_into(), window()) else { return };
        // Whoever asks before all of it is here finds what to wait for.
        let early = Object::new();
        set(&early, "ready", &ready);
        set(&window(), "dateline", &early);
        later::when_here(move || set(&window(), "dateline", &interface()));
    };
    set_timeout(work, Duration::ZERO);
}

/// Mounts an instance into `root`, whose `data-state` says how far that is: `loading`, `ready`,
/// `empty` or `error`. Gives its interface, whose `ready` waits for all views, or undefined after an
/// error, or where what comes [`later`] is not here; an error is also that nothing was handed to [`start`] before.
/// For `host` see [`Mount`].
pub fn mount(root: HtmlElement, host: Window) -> JsValue {
    show(root, host).map_or(JsValue::UNDEFINED, |(_, interface)| interface())
}

/// The same, and the promise of all views, and what gives the interface.
fn show(root: HtmlElement, host: Window) -> Option<(Promise, impl FnOnce() -> JsValue)> {
    let library = match UNPACKED.get() {
        Ok(library) => library,
        Err(error) => {
            let words = ["The articles cannot be shown: ", &error.to_string(), "."].concat();
            let said = dom::el("h1", "").text(&words);
            dom::replace(&root, vec![dom::el("main", "nothing").child(said)]);
            announce(&root, "error");
            return None;
        }
    };
    let mounted = Mount::new(root, host);
    // What the signals set off runs as tasks of the browser. It refuses a
    // second call.
    let _ = Executor::init_wasm_bindgen();
    let owner = Owner::new();
    let (store, (first, rest)) = timed("dateline:mount", || {
        owner.with(|| {
            let store = Store::new(library, mounted);
            (store, views::page(store))
        })
    });
    let state = if library.corpus.articles.is_empty() { "empty" } else { "ready" };
    let (mut first, mut rest) = (first.into_iter(), rest.into_iter());
    let ready = Promise::new(&mut |resolve: Function, _| {
        let whole = move || {
            mounted.whole();
            let _ = resolve.call0(&JsValue::UNDEFINED);
            // Who watches the state finds the interface here now.
            announce(&mounted.root, state);
        };
        let (all, rest) = (owner.clone(), core::mem::take(&mut rest));
        let done = move || {
            announce(&mounted.root, state);
            later::when_here(move || {
                // A reader who scrolls or searches next finds them here.
                library.ask_for_heads();
                make(mounted, all, rest, Box::new(whole));
            });
        };
        make(mounted, owner.clone(), core::mem::take(&mut first), Box::new(done));
    });
    // With the owner all that follows the state would end: it stays until it is closed.
    let close = move || {
        mounted.close();
        // What has the focus tells of losing it, while there still is who hears it.
        mounted.root.set_text_content(None);
        owner.cleanup();
        announce(&mounted.root, "loading");
    };
    let promised = ready.clone();
    let interface = move || {
        interface_later(store, ready, Box::new(close)).map_or(JsValue::UNDEFINED, Into::into)
    };
    Some((promised, interface))
}

later! {
    /// What may be called from outside.
    "6" interface_later(store: Store, ready: Promise, close: Box<dyn Fn()>) -> Object = interface::interface;
}

/// Makes part after part, each in a task of its own, and says when all are `done`.
fn make(mounted: &'static Mount, owner: Owner, mut parts: Parts, done: Box<dyn FnOnce()>) {
    mounted.soon(move || {
        if let Some(part) = parts.next() {
            timed("dateline:mount", || owner.with(part));
        }
        if parts.len() > 0 { make(mounted, owner, parts, done) } else { done() }
    });
}

fn unpack(packed: &[u8], fetch: Function) -> Unpacked {
    let (corpus, parts) = timed("dateline:decode", || decode_parted(packed))?;
    let corpus = &*Box::leak(Box::new(corpus));
    let engine = &*Box::leak(Box::new(Engine::new(corpus)));
    let library = &*Box::leak(Box::new(Library::new(corpus, engine, parts, fetch)));
    library.ask_for_names();
    Ok(library)
}

fn announce(root: &HtmlElement, state: &str) {
    let _ = root.set_attribute("data-state", state);
}
