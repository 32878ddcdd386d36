//! The Trunk entry: unpack the corpus, mount the page.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{HtmlElement, Window};

/// A smaller allocator than the standard one: 1 KB less of the first load.
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

static CORPUS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.bin"));

fn main() {
    dateline::start(CORPUS);
}

/// For `embed-inline.js`: mounts an instance into somebody else's page.
#[wasm_bindgen]
pub fn mount(root: HtmlElement, host: Window) -> JsValue {
    dateline::mount(CORPUS, root, host)
}
