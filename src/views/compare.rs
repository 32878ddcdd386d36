//! Events against outlets: what each says of the same happening.

use dateline_model::EventIndex;
use dateline_sort::distinct;
use dateline_words as words;
use leptos::prelude::*;

use super::{chips, prose};
use crate::dom::{El, button, el};
use crate::state::{Command, Store};

/// How many events are compared at once; a larger table cannot be read.
const ROWS: usize = 60;

/// The table. On a narrow screen each event is a block with its outlets beneath.
pub fn compare(store: Store) -> El {
    let results = store.results.get();
    if results.events.is_empty() {
        return chips::nothing_left(store);
    }
    let corpus = store.corpus;
    let outlets =
        |index: EventIndex| words::tellers(&corpus.events[index as usize], corpus).outlets;
    let several: Vec<EventIndex> =
        results.events.iter().copied().filter(|index| outlets(*index).len() > 1).collect();
    if several.is_empty() {
        let none = "None of these events is told by two outlets that are named, so there is nothing to compare.";
        return el("p", "nothing-left").text(none);
    }
    let several = &several[..several.len().min(ROWS)];
    let tellings = several.iter().flat_map(|index| &corpus.events[*index as usize].tellings);
    let articles = tellings.filter_map(|telling| corpus.articles.get(telling.article as usize));
    let outlets = distinct(articles.map(words::outlet));
    let head = |name: &&str| el("th", "").attr("scope", "col").attr("dir", "auto").text(name);
    let heads = el("tr", "").child(head(&"Event")).children(outlets.iter().map(head).collect());
    let rows = several.iter().map(|index| row(store, *index, &outlets)).collect();
    let caption = "Events told by several outlets, and each one's sentence";
    el("table", "compare")
        .child(el("caption", "unseen").text(caption))
        .child(el("thead", "").child(heads))
        .child(el("tbody", "").children(rows))
}

fn row(store: Store, index: EventIndex, outlets: &[&'static str]) -> El {
    let event = &store.corpus.events[index as usize];
    let cells = outlets
        .iter()
        .map(|name| {
            let sentences: Vec<El> = event
                .tellings
                .iter()
                .filter_map(|telling| {
                    let article = store.corpus.articles.get(telling.article as usize)?;
                    (words::outlet(article) == *name).then(|| prose::sentence(store, telling))
                })
                .collect();
            if sentences.is_empty() {
                el("td", "none").child(el("span", "unseen").text("not told"))
            } else {
                el("td", "").attr("data-outlet-name", name).children(sentences)
            }
        })
        .collect();
    let line = match words::status(event.status) {
        Some(status) => [&words::days(event.days, event.granularity), " \u{b7} ", status].concat(),
        None => words::days(event.days, event.granularity),
    };
    let open = button("row", "", move || store.send(Command::OpenEvent(Some(index))))
        .attr("data-event", &event.id)
        .child(el("span", "meta").text(&line))
        .child(el("span", "title").attr("dir", "auto").text(&event.title));
    el("tr", "").child(el("th", "").attr("scope", "row").child(open)).children(cells)
}
