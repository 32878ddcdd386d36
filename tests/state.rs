//! The store, the address and the browser's history together, in a browser.
#![cfg(target_arch = "wasm32")]

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use dateline::later;
use dateline::mount::Mount;
use dateline::state::{Command, Library, Store, View, interface};
use dateline_model::{Entity, decode_parted, part, sample};
use dateline_query::Engine;
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{HtmlElement, Window};

wasm_bindgen_test_configure!(run_in_browser);

/// A store over the sample corpus that begins at this hash.
fn at(hash: &str) -> Store {
    let history = window().history().unwrap();
    history.push_state_with_url(&JsValue::NULL, "", Some(hash)).unwrap();
    store_in(window())
}

/// A store over the sample corpus whose address and history are those of `host`.
fn store_in(host: Window) -> Store {
    let corpus = &*Box::leak(Box::new(sample::corpus()));
    let engine = &*Box::leak(Box::new(Engine::new(corpus)));
    let library = Library::new(corpus, engine, Vec::new(), Function::new_no_args(""));
    store_over(library, host)
}

fn store_over(library: Library, host: Window) -> Store {
    let library = &*Box::leak(Box::new(library));
    let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    let owner = Owner::new();
    let mount = Mount::new(root, host);
    let store = owner.with(|| Store::new(library, mount));
    // There are no views here to wait for.
    mount.whole();
    std::mem::forget(owner);
    store
}

fn hash() -> String {
    window().location().hash().unwrap()
}

/// Walks the history and waits until the page has noticed.
async fn walk(steps: i32) {
    let before = hash();
    window().history().unwrap().go_with_delta(steps).unwrap();
    for _ in 0..40 {
        pause().await;
        if hash() != before {
            break;
        }
    }
    // The event follows the new address.
    pause().await;
}

async fn pause() {
    let pause = Promise::new(&mut |resolve, _| {
        set_timeout(move || drop(resolve.call0(&JsValue::NULL)), Duration::from_millis(50));
    });
    JsFuture::from(pause).await.unwrap();
}

/// Sends `command` from `before` and expects the hash `after`.
fn check(before: &str, command: Command, after: &str) {
    at(before).send(command);
    assert_eq!(hash(), after);
}

#[wasm_bindgen_test]
fn every_command_is_written_to_the_address() {
    check("#/", Command::Include(0), "#/?with=marta-quell");
    check("#/?with=marta-quell", Command::Exclude(0), "#/?without=marta-quell");
    check("#/", Command::ToggleOutlet(0), "#/?outlet=Alder%20Times");
    check("#/", Command::SetView(View::Compare), "#/?view=compare");
    check("#/", Command::OpenArticle(Some(0)), "#/?article=a-opening");
    check("#/?q=toll&article=a-opening", Command::Clear, "#/?article=a-opening");
}

#[wasm_bindgen_test]
fn a_store_begins_with_what_the_address_asks_for() {
    let store = at("#/?with=anton-weiss&outlet=Alder%20Times");
    let results = store.results.get_untracked();
    assert_eq!((&results.articles, &results.events), (&vec![2], &vec![4]));
    assert!(store.notices.get_untracked().is_empty());
}

#[wasm_bindgen_test]
fn what_the_corpus_lacks_is_a_notice_and_no_failure() {
    let store = at("#/?with=nobody&colour=red");
    assert_eq!(store.notices.get_untracked().len(), 2);
    assert_eq!(store.results.get_untracked().articles.len(), 4);
}

#[wasm_bindgen_test]
async fn back_and_forward_walk_the_states() {
    let store = at("#/");
    store.send(Command::Include(0));
    store.send(Command::OpenEvent(Some(2)));
    walk(-1).await;
    assert_eq!((store.state.get_untracked().event, hash()), (None, "#/?with=marta-quell".into()));
    walk(-1).await;
    assert!(store.selection.get_untracked().with.is_empty());
    walk(2).await;
    assert_eq!(store.state.get_untracked().event, Some(2));
}

#[wasm_bindgen_test]
async fn words_that_are_typed_are_one_entry() {
    let store = at("#/");
    for typed in ["t", "to", "tol", "toll"] {
        store.send(Command::Search(typed.into()));
    }
    assert_eq!(hash(), "#/?q=toll");
    walk(-1).await;
    assert_eq!((store.state.get_untracked().selection.q, hash()), (String::new(), "#/".into()));
}

#[wasm_bindgen_test]
fn a_command_that_changes_nothing_makes_no_entry() {
    let store = at("#/?view=list");
    let before = window().history().unwrap().length().unwrap();
    store.send(Command::SetView(View::Articles));
    store.send(Command::OpenArticle(None));
    assert_eq!(window().history().unwrap().length().unwrap(), before);
}

#[wasm_bindgen_test]
fn looking_at_days_selects_nothing() {
    let store = at("#/");
    let days = store.corpus.events[2].days;
    store.send(Command::Focus(days));
    assert_eq!((store.focus.get_untracked(), hash()), (Some(days), "#/".into()));
}

#[wasm_bindgen_test]
fn each_change_of_the_selection_leaves_one_measure() {
    let performance = window().performance().unwrap();
    let queries = || performance.get_entries_by_name("dateline:query").length();
    let store = at("#/");
    store.results.track();
    let before = queries();
    store.send(Command::Include(0));
    store.results.get_untracked();
    store.send(Command::OpenArticle(Some(0)));
    store.results.get_untracked();
    assert_eq!(queries(), before + 1);
}

/// `interface[name](argument)`.
fn call(interface: &Object, name: &str, argument: &JsValue) -> JsValue {
    let method: Function = Reflect::get(interface, &name.into()).unwrap().unchecked_into();
    method.call1(interface, argument).unwrap()
}

fn object(pairs: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (key, value) in pairs {
        Reflect::set(&object, &(*key).into(), value).unwrap();
    }
    object.into()
}

fn json(value: &JsValue) -> String {
    js_sys::JSON::stringify(value).unwrap().into()
}

#[wasm_bindgen_test]
async fn a_page_that_embeds_this_one_goes_the_readers_way() {
    let store = at("#/");
    let interface =
        interface::interface(store, Promise::resolve(&JsValue::UNDEFINED), Box::new(|| ()));
    let call = |name: &str, argument: &JsValue| call(&interface, name, argument);
    let with: JsValue = Array::of1(&"anton-weiss".into()).into();
    call("go", &object(&[("with", with), ("view", "list".into())]));
    assert_eq!(hash(), "#/?with=anton-weiss&view=list");
    call("go", &object(&[("with", JsValue::NULL)]));
    assert_eq!(
        json(&call("state", &JsValue::UNDEFINED)),
        r#"{"q":"","with":[],"without":[],"outlet":[],"from":null,"to":null,"event":null,"article":null,"view":"list","years":null}"#
    );
    let found: Promise = call("search", &"strike weiss".into()).unchecked_into();
    let found = JsFuture::from(found).await.unwrap();
    assert_eq!(json(&found), r#"{"total":2,"ids":["c-strike-off","b-strike"]}"#);
    let counts = call("facets", &object(&[("outlet", "Norhaven Post".into())]));
    let part = |key: &str| json(&Reflect::get(&counts, &key.into()).unwrap());
    assert_eq!((part("articles"), part("events")), ("1".into(), "3".into()));
    assert_eq!(part("outlets"), r#"[["Alder Times",2],["Norhaven Post",1]]"#);
}

#[wasm_bindgen_test]
fn looking_at_days_through_the_interface_takes_two_days_and_nothing_else() {
    let store = at("#/");
    let interface =
        interface::interface(store, Promise::resolve(&JsValue::UNDEFINED), Box::new(|| ()));
    let look: Function = Reflect::get(&interface, &"look".into()).unwrap().unchecked_into();
    for (from, to) in
        [("2024-03-04", ""), ("yesterday", "2024-03-09"), ("2024-13-01", "2024-13-02")]
    {
        look.call2(&interface, &from.into(), &to.into()).unwrap();
        look.call2(&interface, &from.into(), &JsValue::from(7)).unwrap();
        assert_eq!(store.focus.get_untracked(), None, "{from} {to}");
    }
    look.call2(&interface, &"2024-03-04".into(), &"2024-03-09".into()).unwrap();
    assert_eq!(store.focus.get_untracked().map(|days| days.days()), Some(6));
    assert_eq!(hash(), "#/");
}

#[wasm_bindgen_test]
fn an_instance_with_a_host_of_its_own_leaves_the_address_of_the_page_alone() {
    at("#/?view=list");
    let host = js_sys::eval(
        "const host = { location: { hash: '#/?with=anton-weiss' }, addEventListener() {},
           history: { pushState(state, title, hash) { host.location.hash = hash; } } }; host",
    );
    let host: Window = host.unwrap().unchecked_into();
    let store = store_in(host.clone());
    assert_eq!(store.results.get_untracked().articles.len(), 2);
    store.send(Command::SetView(View::Compare));
    assert_eq!(host.location().hash().unwrap(), "#/?with=anton-weiss&view=compare");
    assert_eq!(hash(), "#/?view=list");
}

/// A store over the sample corpus in small parts, and the parts as they are served. `asked` of the window
/// collects what is asked for: a hash and what takes the bytes.
fn store_of_parts() -> (Store, Vec<Vec<u8>>) {
    store_of_parts_at("#/")
}

/// The same where the window's address has this hash.
fn store_of_parts_at(hash: &str) -> (Store, Vec<Vec<u8>>) {
    // The hash only has to tell parts apart.
    let parted = part(&sample::corpus(), 300, &|all| {
        (1u8..).zip(all).map(|(number, bytes)| (bytes, [number; 32])).collect()
    });
    let (corpus, parts) = decode_parted(&parted.core).unwrap();
    let corpus = &*Box::leak(Box::new(corpus));
    let engine = &*Box::leak(Box::new(Engine::new(corpus)));
    set(&window(), "asked", &Array::new());
    let fetch = Function::new_with_args("hash, done", "asked.push([hash[0], done])");
    window().history().unwrap().push_state_with_url(&JsValue::NULL, "", Some(hash)).unwrap();
    (store_over(Library::new(corpus, engine, parts, fetch), window()), parted.parts)
}

fn set(of: &JsValue, name: &str, value: &JsValue) {
    Reflect::set(of, &name.into(), value).unwrap();
}

/// What is asked for and was not answered.
fn asked() -> Array {
    Reflect::get(&window(), &"asked".into()).unwrap().unchecked_into()
}

/// Answers what was asked for first, with what `answer` makes of its bytes.
fn serve(parts: &[Vec<u8>], answer: impl Fn(&[u8]) -> JsValue) {
    let one: Array = asked().shift().unchecked_into();
    let number = one.get(0).as_f64().unwrap() as usize - 1;
    let done: Function = one.get(1).unchecked_into();
    done.call1(&JsValue::UNDEFINED, &answer(&parts[number])).unwrap();
}

fn bytes(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}

#[wasm_bindgen_test]
fn a_text_that_lies_beside_comes_when_it_is_asked_for() {
    let (store, parts) = store_of_parts();
    assert_eq!(asked().length(), 0, "nothing was asked for");
    Owner::new().with(|| {
        assert!(store.library.article(0).is_none());
        assert!(store.library.article(0).is_none(), "asked for once");
        assert_eq!(asked().length(), 1);
        serve(&parts, bytes);
        let whole = sample::corpus();
        assert!(store.library.article(0).is_some_and(|it| *it == whole.articles[0]));
        assert_eq!(store.corpus.articles[0].body, "");
        assert!(store.library.event(2).is_none());
        serve(&parts, bytes);
        assert!(store.library.event(2).is_some_and(|it| *it == whole.events[2]));
        assert_eq!(asked().length(), 0);
    });
}

#[wasm_bindgen_test]
fn what_comes_later_waits_for_names_that_lie_beside() {
    let (store, parts) = store_of_parts();
    let whole = sample::corpus();
    let named = || store.results.with_untracked(|results| results.facets.entities.len());
    assert_eq!((store.library.entities().len(), named()), (0, 0));
    store.library.ask_for_names();
    assert_eq!(asked().length(), 1);
    let done = Rc::new(Cell::new(false));
    let sets = done.clone();
    later::when_here(move || sets.set(true));
    Owner::new().with(|| {
        serve(&parts, |whole| bytes(&whole[..whole.len() / 2]));
        assert!(later::is_lost() && !later::is_here());
        assert!(!done.get());
        store.library.retry();
        assert!(!later::is_lost());
        serve(&parts, bytes);
        assert!(later::is_here() && done.get());
        let names = |entities: &[Entity]| -> Vec<String> {
            entities.iter().map(|entity| entity.name.clone()).collect()
        };
        assert_eq!(names(store.library.entities()), names(&whole.entities));
        assert_eq!(named(), whole.entities.len(), "counted anew");
    });
}

#[wasm_bindgen_test]
fn titles_come_when_they_are_asked_for_and_a_text_says_its_own() {
    let (store, parts) = store_of_parts();
    let whole = sample::corpus();
    Owner::new().with(|| {
        assert!(store.library.article_head(0).is_none());
        assert_eq!(asked().length(), 1);
        serve(&parts, bytes);
        let head = store.library.article_head(0).unwrap();
        assert_eq!((&head.title, &*head.body), (&whole.articles[0].title, ""));
        assert!(store.library.article(2).is_none());
        serve(&parts, bytes);
        assert!(store.library.article_head(2).is_some_and(|it| *it == whole.articles[2]));
        assert!(!store.library.has_heads());
        while asked().length() > 0 {
            serve(&parts, bytes);
        }
        assert!(store.library.has_heads());
        assert!(!store.library.is_whole(), "only titles were asked for");
    });
}

#[wasm_bindgen_test]
fn an_address_of_what_is_not_known_waits_for_all_titles() {
    for (id, known) in [("a-opening", Some(0)), ("no-such", None)] {
        let (store, parts) = store_of_parts_at(&["#/?article=", id].concat());
        let open = || store.state.with_untracked(|state| state.article);
        let said = || store.notices.with_untracked(Vec::len);
        assert_eq!((open(), said(), store.early.get_untracked()), (None, 0, true));
        while asked().length() > 0 {
            serve(&parts, bytes);
        }
        let lacks = usize::from(known.is_none());
        assert_eq!((open(), said(), store.early.get_untracked()), (known, lacks, false));
    }
}

#[wasm_bindgen_test]
fn a_part_that_is_missing_or_damaged_is_said_and_may_be_asked_for_again() {
    let (store, parts) = store_of_parts();
    let damages: [fn(&[u8]) -> JsValue; 3] = [
        |_| JsValue::UNDEFINED,
        |whole| bytes(&whole[..whole.len() / 2]),
        |_| bytes(b"<!doctype html>"),
    ];
    Owner::new().with(|| {
        for damage in damages {
            assert!(store.library.article(1).is_none());
            serve(&parts, damage);
            assert!(store.library.article(1).is_none());
            assert!(store.library.has_lost());
            assert_eq!(asked().length(), 0, "it is not asked for again by itself");
            store.library.retry();
            assert!(!store.library.has_lost());
        }
        assert!(store.library.article(1).is_none());
        serve(&parts, bytes);
        assert!(store.library.article(1).is_some());
    });
}

#[wasm_bindgen_test]
fn a_search_finds_more_as_titles_and_texts_come_and_all_once_they_are_here() {
    let (store, parts) = store_of_parts();
    let found = || store.results.with_untracked(|results| results.articles.clone());
    store.send(Command::Search("alder".into()));
    assert!(!store.is_searched());
    assert!((1..=4).contains(&asked().length()), "a few at a time: {}", asked().length());
    let mut counts = vec![found().len()];
    while asked().length() > 0 {
        assert!(!store.is_searched());
        serve(&parts, bytes);
        counts.push(found().len());
    }
    assert!(store.is_searched());
    assert_eq!(store.library.percent(), 100);
    assert!(counts.is_sorted(), "what was found stays: {counts:?}");
    counts.dedup();
    assert!(counts.len() > 2, "some are found before all are here: {counts:?}");
    let whole = at("#/?q=alder");
    whole.results.with_untracked(|expected| assert_eq!(found(), expected.articles));
}

#[wasm_bindgen_test]
async fn the_interface_answers_a_search_when_all_is_here_or_says_what_lacks() {
    let (store, parts) = store_of_parts();
    let interface = interface::interface(store, Promise::resolve(&JsValue::NULL), Box::new(|| {}));
    let search: Function = Reflect::get(&interface, &"search".into()).unwrap().unchecked_into();
    let ask = || -> Promise {
        search.call1(&JsValue::NULL, &"accounts".into()).unwrap().unchecked_into()
    };
    let first = ask();
    serve(&parts, |_| JsValue::UNDEFINED);
    assert!(JsFuture::from(first).await.is_err());
    let second = ask();
    while asked().length() > 0 {
        serve(&parts, bytes);
    }
    let found = JsFuture::from(second).await.unwrap();
    assert_eq!(Reflect::get(&found, &"total".into()).unwrap(), 1);
}
