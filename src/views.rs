//! What the reader sees. Views read the store and send commands; they know
//! nothing of how the corpus was made.

mod article;
mod chips;
mod compare;
mod desk;
mod event;
mod filters;
mod header;
mod list;
mod notices;
mod parts;
mod prose;
mod reader;
mod segments;
mod timeline;
mod words;

use leptos::prelude::*;

use crate::state::Store;
use desk::Desk;
use timeline::Timeline;

/// The whole page.
pub fn app() -> AnyView {
    let store = expect_context::<Store>();
    let desk = Desk::new(store);
    provide_context(desk);
    if store.corpus.articles.is_empty() {
        return notices::empty_corpus(store);
    }
    let covered = move || {
        let open = store.state.with(|state| state.article.is_some() || state.event.is_some());
        (desk.is_phone.get() && open) || (desk.has_sheet.get() && desk.sheet.get())
    };
    view! {
        <button type="button" class="skip" on:click=move |_| desk::focus("#list")>
            "Skip to the list"
        </button>
        <div inert=covered>{header::header(store)}</div>
        {notices::notices(store)}
        <div inert=covered><Timeline /></div>
        <main class="desk">
            {filters::filters(store, desk)}
            {list::list(store, desk)}
            {reader::reader(store, desk)}
        </main>
        {filters::opener(store, desk)}
        <div inert=covered>{notices::footer(store)}</div>
    }
    .into_any()
}
