//! The program of the page: what the start-up script calls, and the corpus that it reads.

use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{HtmlElement, Window};

/// A smaller allocator than the standard one: 1 KB less of the first load.
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// A file that `build.rs` wrote, as a custom section of the program and nowhere else in it: nothing here
/// refers to it. The start-up script and `dateline pages` read it, so it can be exchanged without
/// compiling. Without any bytes there is no section.
macro_rules! section {
    ($name:ident, $section:literal, $file:literal) => {
        #[cfg_attr(
            target_arch = "wasm32",
            expect(unsafe_code, reason = "a name could be one that the linker knows; these are not"),
            unsafe(link_section = $section)
        )]
        static $name: [u8; include_bytes!(concat!(env!("OUT_DIR"), "/", $file)).len()] =
            *include_bytes!(concat!(env!("OUT_DIR"), "/", $file));
    };
}

section!(_CORPUS, "dateline-corpus", "corpus.bin");
section!(_URL, "dateline-url", "url.txt");

fn main() {}

/// Takes the corpus and what fetches a part of it, and mounts the page into its own element. `stopped` is told
/// of a panic.
#[wasm_bindgen]
pub fn start(corpus: &[u8], fetch: Function, stopped: Function) {
    dateline::panics::tell(stopped);
    dateline::start(corpus, fetch);
}

/// For `embed-inline.js`, after `start`: mounts an instance into somebody else's page.
#[wasm_bindgen]
pub fn mount(root: HtmlElement, host: Window) -> JsValue {
    dateline::mount(root, host)
}
