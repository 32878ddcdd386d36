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

use crate::dom::{El, button, el};
use crate::state::Store;
use desk::Desk;

/// The whole page.
pub fn page(store: Store) -> Vec<El> {
    if store.corpus.articles.is_empty() {
        return notices::empty_corpus(store);
    }
    let desk = Desk::new(store);
    let covered = move || desk.sheet_over() || desk.reading_over(store);
    vec![
        button("skip", "Skip to the list", move || store.place.focus("#list")),
        el("div", "").flag("inert", covered).child(header::header(store)),
        notices::notices(store),
        el("div", "").flag("inert", covered).child(timeline::timeline(store)),
        el(store.place.main(), "desk")
            .child(filters::filters(store, desk))
            .child(list::list(store, desk))
            .child(reader::reader(store, desk)),
        filters::veil(desk),
        filters::opener(store, desk),
        el("div", "").flag("inert", covered).child(notices::footer(store)),
    ]
}
