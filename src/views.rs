//! What the reader sees. Views read the store and send commands; they know
//! nothing of how the corpus was made.

pub mod timeline;

use leptos::prelude::*;

use crate::state::Store;

/// The whole page.
pub fn app() -> AnyView {
    let store = expect_context::<Store>();
    view! { <h1>{store.corpus.site.title.as_str()}</h1> }.into_any()
}
