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

use crate::dom::{button, el, fragment, replace};
use crate::state::Store;
use screen::Screen;

/// A piece of work that takes a phone a few hundredths of a second.
pub type Part = Box<dyn FnOnce()>;

/// The whole page, to be made part by part, each in a task of its own: what the
/// reader does meanwhile is heard in between. It is on the page after the last.
pub fn page(store: Store) -> Vec<Part> {
    let mount = store.mount;
    if store.corpus.articles.is_empty() {
        return vec![Box::new(move || replace(&mount.root, notices::empty_corpus(store)))];
    }
    let screen = Screen::new(store);
    let covered = move || screen.sheet_over() || screen.reading_over(store);
    let part = move || el("div", "").flag("inert", covered);
    let (all, above, main) = (fragment(), part(), el(mount.main(), "desk"));
    let (whole, middle) = (all.another(), above.another());
    let [first, second, third, fourth] = [(); 4].map(|()| main.another());
    vec![
        Box::new(move || {
            whole
                .child(button("skip", "Skip to the list", move || mount.focus("#list")))
                .child(part().child(header::header(store, filters::opener(store, screen))))
                .child(notices::notices(store))
                .child(middle)
                .child(first)
                .child(filters::veil(screen))
                .child(part().child(notices::footer(store)));
        }),
        Box::new(move || drop(second.child(filters::filters(store, screen)))),
        Box::new(move || drop(third.child(list::list(store, screen)))),
        Box::new(move || drop(fourth.child(reader::reader(store, screen)))),
        // Last, since it measures itself on the page.
        Box::new(move || {
            above.child(timeline::timeline(store));
            replace(&mount.root, vec![all]);
        }),
    ]
}
