//! A real panic in a browser, and what the start-up script hears of it. A file of its own: the hook
//! takes the place of the test runner's.
#![cfg(target_arch = "wasm32")]

use dateline::panics;
use js_sys::{Array, Function};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn a_panic_tells_version_place_and_message() {
    let heard = Array::new();
    let list = heard.clone();
    let told = Closure::<dyn Fn(JsValue)>::new(move |details| {
        list.push(&details);
    });
    panics::tell(told.into_js_value().unchecked_into());
    let place = format!(" panicked at tests/panics.rs:{}:", line!() + 1);
    let ill = Closure::<dyn Fn()>::new(|| panic!("the day of {} is lost", "a-opening"));
    let ill: Function = ill.into_js_value().unchecked_into();
    assert!(ill.call0(&JsValue::UNDEFINED).is_err(), "the program stops there");
    assert_eq!(heard.length(), 1);
    let details = heard.get(0).as_string().unwrap();
    let begin = ["Dateline ", env!("CARGO_PKG_VERSION"), &place].concat();
    assert!(details.starts_with(&begin), "{details}");
    assert!(details.ends_with("\nthe day of a-opening is lost"), "{details}");
}
