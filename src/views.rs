//! What the reader sees. Views read the store and send commands; they know
//! nothing of how the corpus was made.

mod article;
mod chips;
mod compare;
mod event;
mod filters;
mod header;
mod list;
mod notices;
mod order;
mod parts;
mod prose;
mod reader;
mod screen;
mod segments;
mod timeline;

use crate::dom::{El, button, el, fragment, replace};
use crate::later::later;
use crate::state::Store;
use screen::Screen;

later! {
    /// The column of filters.
    "0" filters_later(store: Store, screen: Screen) -> El = filters::filters;
    /// The reader, with all that is read in it.
    "1" reader_later(store: Store, screen: Screen) -> El = reader::reader;
    /// The foot of the page.
    "2" footer_later(store: Store) -> El = notices::footer;
}

/// A piece of work that takes a phone a few hundredths of a second.
pub type Part = Box<dyn FnOnce()>;

/// The whole page, to be made part by part, each in a task of its own: what the
/// reader does meanwhile is heard in between. It is on the page after the last of the first;
/// the others take their places when what they need is here.
pub fn page(store: Store) -> (Vec<Part>, Vec<Part>) {
    let mount = store.mount;
    if store.corpus.articles.is_empty() {
        let foot = el("footer", "foot");
        let place = foot.another();
        let empty = move || replace(&mount.root, vec![notices::empty_corpus(store), foot]);
        let rest = move || place.replace_by(footer_later(store));
        return (vec![Box::new(empty)], vec![Box::new(rest)]);
    }
    let screen = Screen::new(store);
    let covered = move || screen.sheet_over() || screen.reading_over(store);
    let part = move || el("div", "").flag("inert", covered);
    let (all, above, main) = (fragment(), part(), el(mount.main(), "desk"));
    let (whole, middle) = (all.another(), above.another());
    let [first, second] = [(); 2].map(|()| main.another());
    let [filters, reader, foot] =
        [el("div", "filters"), el("section", "reader"), el("footer", "foot")];
    let places = [filters.another(), reader.another(), foot.another()];
    let parts: Vec<Part> = vec![
        Box::new(move || {
            whole
                .child(button("skip", "Skip to the list", move || mount.focus("#list")))
                .child(part().child(header::header(store, filters::opener(store, screen))))
                .child(notices::notices(store))
                .child(middle)
                .child(first)
                .child(filters::veil(screen))
                .child(part().child(foot));
        }),
        Box::new(move || {
            drop(second.child(filters).child(list::list(store, screen)).child(reader))
        }),
        // Last, since it measures itself on the page.
        Box::new(move || {
            above.child(timeline::timeline(store));
            replace(&mount.root, vec![all]);
        }),
    ];
    let [filters, reader, foot] = places;
    let rest: Vec<Part> = vec![
        Box::new(move || filters.replace_by(filters_later(store, screen))),
        Box::new(move || reader.replace_by(reader_later(store, screen))),
        Box::new(move || foot.replace_by(footer_later(store))),
    ];
    (parts, rest)
}
