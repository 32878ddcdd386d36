//! What a panic says, and to whom: the start-up script, which tells the reader. The program that
//! panicked stands still after it, so nothing here may need the views or the state.

use core::cell::RefCell;
use core::fmt::Display;

use js_sys::Function;
use wasm_bindgen::JsValue;

thread_local! {
    static TOLD: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// From now on `told` is called with the details of each panic, as one text.
pub fn tell(told: Function) {
    TOLD.set(Some(told));
    std::panic::set_hook(Box::new(|panic| {
        TOLD.with_borrow(|told| {
            let Some(told) = told else { return };
            let _ = told.call1(&JsValue::UNDEFINED, &details(panic).into());
        });
    }));
}

/// What somebody needs who is to find the fault: the version, the place and the message.
fn details(panic: &dyn Display) -> String {
    ["Dateline ", env!("CARGO_PKG_VERSION"), " ", &panic.to_string()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_details_begin_with_the_version() {
        let text = details(&"panicked at src/views.rs:7:5:\nno such day");
        let version = env!("CARGO_PKG_VERSION");
        let expected = format!("Dateline {version} panicked at src/views.rs:7:5:\nno such day");
        assert_eq!(text, expected);
    }
}
