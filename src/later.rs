//! What only later views need: a second module of the program, which is fetched once the first one runs, and
//! the names of a corpus that lies in parts.
//!
//! `later!` stands where the program is parted: what can be reached through these functions alone
//! lies in the second module, by a tool that follows every call and every address (`xtask/src/split.rs`).
//! Each gives nothing while that module is not here, so that nothing can call into what is not there,
//! and who follows the state is made anew when it is. A build without the feature `split`, as Trunk's own and
//! the tests', is one module that is whole from the start.

use core::cell::{Cell, RefCell};

use js_sys::{Function, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

type Work = Box<dyn FnOnce()>;

thread_local! {
    static HERE: ArcRwSignal<bool> = ArcRwSignal::new(!cfg!(feature = "split"));
    /// What of the two is not.
    static LACKS: Cell<Lacks> =
        const { Cell::new(Lacks { program: cfg!(feature = "split"), names: false }) };
    static LOST: ArcRwSignal<bool> = ArcRwSignal::new(false);
    /// What fetches parts of the corpus has it as `later`.
    static FETCH: RefCell<Option<Function>> = const { RefCell::new(None) };
    static WAITING: RefCell<Vec<Work>> = const { RefCell::new(Vec::new()) };
}

#[derive(Clone, Copy)]
struct Lacks {
    program: bool,
    names: bool,
}

/// Whether it is here; who follows the state is told when it comes.
pub fn is_here() -> bool {
    HERE.with(ArcRwSignal::get)
}

/// Whether it could not be had.
pub fn is_lost() -> bool {
    LOST.with(ArcRwSignal::get)
}

/// Does `work` when it is here.
pub fn when_here(work: impl FnOnce() + 'static) {
    match HERE.with(ArcRwSignal::get_untracked) {
        true => work(),
        false => WAITING.with_borrow_mut(|waiting| waiting.push(Box::new(work))),
    }
}

/// Asks for it by what fetches parts of the corpus.
pub fn fetch_by(fetch: Function) {
    FETCH.set(Some(fetch));
    retry();
}

/// Asks for it, also where it could not be had before.
pub fn retry() {
    LOST.with(|lost| lost.set(false));
    // A build of one module is started by a script that knows of no second.
    let Some(later) = script("later").filter(|_| LACKS.get().program) else { return };
    let done = Closure::once_into_js(|came: JsValue| {
        take(came.is_truthy(), Lacks { program: false, ..LACKS.get() });
    });
    let _ = later.call1(&JsValue::UNDEFINED, &done);
}

/// Says that names are on their way.
pub fn wait_for_names() {
    LACKS.set(Lacks { names: true, ..LACKS.get() });
    LOST.with(|lost| lost.set(false));
    HERE.with(|here| here.set(false));
}

/// Says that they are here, or could not be had.
pub fn names_came(came: bool) {
    take(came, Lacks { names: false, ..LACKS.get() });
}

fn take(came: bool, lacks: Lacks) {
    if !came {
        LOST.with(|lost| lost.set(true));
        return tell(false);
    }
    LACKS.set(lacks);
    if lacks.program || lacks.names {
        return;
    }
    HERE.with(|here| here.set(true));
    tell(true);
    for work in WAITING.take() {
        work();
    }
}

/// Tells the script that started the program whether all is here: somebody else's page waits for that.
fn tell(came: bool) {
    if let Some(tried) = script("tried") {
        let _ = tried.call1(&JsValue::UNDEFINED, &came.into());
    }
}

/// What the script that started the program has under this name.
fn script(name: &str) -> Option<Function> {
    FETCH.with_borrow(|fetch| Reflect::get(fetch.as_ref()?, &name.into()).ok()?.dyn_into().ok())
}

/// Functions by number, each with what it stands for. The names are the splitting tool's: it takes the one for
/// the other, and stops where either is missing; the linker does where two have one number.
macro_rules! later {
    ($($(#[doc = $doc:literal])* $number:literal $name:ident($($arg:ident: $type:ty),*) -> $out:ty = $path:path;)*) => {$(
        $(#[doc = $doc])*
        fn $name($($arg: $type),*) -> Option<$out> {
            #[cfg(feature = "split")]
            #[expect(unsafe_code, reason = "the import is the export below, of the same type")]
            #[allow(improper_ctypes, reason = "both sides are of one compilation")]
            #[link(wasm_import_module = "__wasm_split_placeholder__")]
            unsafe extern "C" {
                #[link_name = concat!("__wasm_split_00later00_import_0000000000000000000000000000000", $number)]
                safe fn call($($arg: $type),*) -> $out;
            }
            #[cfg(feature = "split")]
            #[expect(unsafe_code, reason = "no other symbol has this name")]
            #[allow(improper_ctypes_definitions, reason = "both sides are of one compilation")]
            #[unsafe(export_name = concat!("__wasm_split_00later00_export_0000000000000000000000000000000", $number))]
            extern "C" fn behind($($arg: $type),*) -> $out {
                $path($($arg),*)
            }
            #[cfg(not(feature = "split"))]
            fn call($($arg: $type),*) -> $out {
                $path($($arg),*)
            }
            $crate::later::is_here().then(|| call($($arg),*))
        }
    )*};
}
pub(crate) use later;
