//! The interface of an instance, `window.dateline` on the page of its own: what
//! pages that embed it, scripts and measurements may call. Every call goes the
//! way of the reader's own action.

use dateline_model::{Day, DayRange, Parts};
use dateline_query::SearchOptions;
use js_sys::{Array, Error, Function, Object, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use super::address::{self, Fields};
use super::command::{Command, State};
use super::store::Store;

/// How many entities `facets()` gives unless told otherwise.
const TOP: f64 = 50.0;
/// How many articles `search()` gives unless told otherwise.
const LIMIT: f64 = 20.0;
/// Why nothing answers any more.
const CLOSED: &str = "this explorer was closed";
/// Why `search()` gives nothing.
const LOST: &str = "some of the articles' texts could not be fetched";

/// The interface to `store`. Its `ready` is settled when the views answer;
/// `close` takes the instance away: calls then throw, and closing again does nothing.
pub fn interface(store: Store, ready: Promise, close: Box<dyn Fn()>) -> Object {
    let interface = Object::new();
    set(&interface, "ready", &ready);
    set(&interface, "version", &env!("CARGO_PKG_VERSION").into());
    answer(&interface, "state", store, move |_, _| {
        describe(&store.state.get_untracked(), &store.library.parts).into()
    });
    answer(&interface, "go", store, move |partial, _| {
        go(store, understand(&partial));
        JsValue::UNDEFINED
    });
    answer(&interface, "search", store, move |text, options| {
        let options = SearchOptions {
            limit: number(&options, "limit", LIMIT),
            prefix: flag(&options, "prefix"),
            typos: flag(&options, "typos"),
        };
        let text = text.as_string().unwrap_or_default();
        // Totals are exact: an answer waits for the texts.
        Promise::new(&mut |resolve: Function, reject: Function| {
            let text = text.clone();
            store.mount.when_whole(move || {
                store.library.when_whole(move |whole| {
                    let _ = match whole {
                        true => resolve.call1(&JsValue::UNDEFINED, &search(store, &text, options)),
                        false => reject.call1(&JsValue::UNDEFINED, &Error::new(LOST)),
                    };
                })
            });
        })
        .into()
    });
    answer(&interface, "facets", store, move |partial, options| {
        let state = store.state.get_untracked();
        let state = address::read(understand(&partial), &state, &store.library.parts).0;
        facets(store, &state, number(&options, "top", TOP)).into()
    });
    answer(&interface, "look", store, move |from, to| {
        let day = |value: JsValue| Day::parse(&value.as_string()?);
        if let (Some(from), Some(to)) = (day(from), day(to)) {
            store.send(Command::Focus(DayRange::between(from, to)));
        }
        JsValue::UNDEFINED
    });
    method(&interface, "close", move |_, _| {
        if !store.mount.is_closed() {
            close();
        }
        Ok(JsValue::UNDEFINED)
    });
    interface
}

/// Goes where the fields lead. An event or an article whose head is not here is waited for.
fn go(store: Store, fields: Fields) {
    let state = store.state.get_untracked();
    let (next, said) = address::read(fields.clone(), &state, &store.library.parts);
    if !store.is_early(&said, move || go(store, fields)) {
        store.notices.set(said);
        store.send(Command::Go(next));
    }
}

/// The articles that have all words of a text.
fn search(store: Store, text: &str, options: SearchOptions) -> Object {
    let hits = store.engine.search(text, options);
    let found = Object::new();
    let ids = hits.articles.iter().filter_map(|index| store.library.parts.article_head(*index));
    set(&found, "total", &hits.total.into());
    set(&found, "ids", &ids.map(|article| JsValue::from(&*article.id)).collect::<Array>());
    found
}

/// The counts of `state`, as the outward format draws them.
fn facets(store: Store, state: &State, top: usize) -> Object {
    let results = store.engine.run(&state.selection);
    let row = |cells: &[JsValue]| -> JsValue { cells.iter().collect::<Array>().into() };
    let entities = results.facets.entities.iter().take(top).filter_map(|(index, count)| {
        let entity = store.library.entities().get(*index as usize)?;
        Some(row(&[(&*entity.id).into(), (&*entity.name).into(), (*count).into()]))
    });
    let outlets = results.facets.outlets.iter().filter_map(|(index, count)| {
        let name = store.engine.outlets().get(usize::from(*index))?;
        Some(row(&[(&**name).into(), (*count).into()]))
    });
    let months = results.facets.months.iter().map(|(year, month, count)| {
        row(&[format!("{year:04}-{month:02}").into(), (*count).into()])
    });
    let found = Object::new();
    set(&found, "articles", &(results.articles.len() as u32).into());
    set(&found, "events", &(results.events.len() as u32).into());
    set(&found, "entities", &entities.collect::<Array>());
    set(&found, "outlets", &outlets.collect::<Array>());
    set(&found, "months", &months.collect::<Array>());
    found
}

/// A state as an object with the keys of the address: lists for `with`,
/// `without` and `outlet`, `null` where nothing is chosen.
fn describe(state: &State, parts: &Parts<'_>) -> Object {
    let object = Object::new();
    for (key, values) in address::fields(state, parts) {
        let value: JsValue = match (key.as_str(), values.first()) {
            ("with" | "without" | "outlet", _) => {
                values.iter().map(|value| JsValue::from(&**value)).collect::<Array>().into()
            }
            ("view", _) => state.view.name().into(),
            (_, Some(value)) => (&**value).into(),
            ("q", None) => "".into(),
            (_, None) => JsValue::NULL,
        };
        set(&object, &key, &value);
    }
    object
}

/// The fields of an object that a caller gave. A list may come as an array or,
/// as in the address, with commas.
fn understand(partial: &JsValue) -> Fields {
    // Another page of the site has objects and lists of classes of its own: kinds are asked, not classes.
    if !partial.is_object() {
        return Fields::new();
    }
    let text = |value: JsValue| value.as_string().unwrap_or_default();
    Object::entries(partial.unchecked_ref())
        .iter()
        .filter_map(|pair| {
            let pair: Array = pair.unchecked_into();
            let (key, value) = (text(pair.get(0)), pair.get(1));
            if value.is_undefined() {
                return None;
            }
            let values = match Array::is_array(&value) {
                true => value.unchecked_ref::<Array>().iter().map(text).collect(),
                false => vec![text(value)],
            };
            Some((key, values))
        })
        .collect()
}

fn number(options: &JsValue, key: &str, otherwise: f64) -> usize {
    option(options, key).and_then(|value| value.as_f64()).unwrap_or(otherwise).max(0.0) as usize
}

fn flag(options: &JsValue, key: &str) -> bool {
    option(options, key).and_then(|value| value.as_bool()).unwrap_or(true)
}

fn option(options: &JsValue, key: &str) -> Option<JsValue> {
    options.is_object().then(|| Reflect::get(options, &key.into()).ok()).flatten()
}

/// Gives an object a property.
pub fn set(object: &Object, key: &str, value: &JsValue) {
    let _ = Reflect::set(object, &key.into(), value);
}

/// A method that answers until the instance is closed: then its signals are gone.
fn answer(
    object: &Object,
    name: &str,
    store: Store,
    call: impl Fn(JsValue, JsValue) -> JsValue + 'static,
) {
    method(object, name, move |first, second| match store.mount.is_closed() {
        true => Err(Error::new(CLOSED).into()),
        false => Ok(call(first, second)),
    });
}

fn method(
    object: &Object,
    name: &str,
    call: impl Fn(JsValue, JsValue) -> Result<JsValue, JsValue> + 'static,
) {
    let call: Box<dyn Fn(JsValue, JsValue) -> Result<JsValue, JsValue>> = Box::new(call);
    let call: Function = Closure::wrap(call).into_js_value().unchecked_into();
    set(object, name, &call);
}
