//! Events against outlets: what each says of the same happening.

use dateline_model::EventIndex;
use leptos::prelude::*;

use super::{chips, prose, words};
use crate::state::{Command, Store};

/// How many events are compared at once; a larger table cannot be read.
const ROWS: usize = 60;

/// The table. On a narrow screen each event is a block with its outlets beneath.
pub fn compare(store: Store) -> AnyView {
    let results = store.results.get();
    if results.events.is_empty() {
        return chips::nothing_left(store);
    }
    let corpus = store.corpus;
    let tellers = |index: EventIndex| words::tellers(&corpus.events[index as usize], corpus);
    let several: Vec<EventIndex> =
        results.events.iter().copied().filter(|index| tellers(*index).len() > 1).collect();
    if several.is_empty() {
        return view! {
            <p class="nothing-left">
                "None of these events is told by two outlets, so there is nothing to compare."
            </p>
        }
        .into_any();
    }
    let several = &several[..several.len().min(ROWS)];
    let mut outlets: Vec<&'static str> = several.iter().flat_map(|index| tellers(*index)).collect();
    outlets.sort_unstable();
    outlets.dedup();
    let heads: Vec<AnyView> = outlets
        .iter()
        .map(|name| view! { <th scope="col" dir="auto">{*name}</th> }.into_any())
        .collect();
    let rows: Vec<AnyView> = several.iter().map(|index| row(store, *index, &outlets)).collect();
    view! {
        <table class="compare">
            <caption class="unseen">"Events told by several outlets, and each one's sentence"</caption>
            <thead>
                <tr>
                    <th scope="col">"Event"</th>
                    {heads}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(store: Store, index: EventIndex, outlets: &[&'static str]) -> AnyView {
    let event = &store.corpus.events[index as usize];
    let cells: Vec<AnyView> = outlets
        .iter()
        .map(|name| {
            let sentences: Vec<AnyView> = event
                .tellings
                .iter()
                .filter_map(|telling| {
                    let article = store.corpus.articles.get(telling.article as usize)?;
                    (words::outlet(article) == *name).then(|| prose::sentence(store, telling))
                })
                .collect();
            if sentences.is_empty() {
                view! { <td class="none"><span class="unseen">"not told"</span></td> }.into_any()
            } else {
                view! { <td data-outlet-name=*name>{sentences}</td> }.into_any()
            }
        })
        .collect();
    let line = match words::status(event.status) {
        Some(status) => [&words::days(event.days, event.granularity), " \u{b7} ", status].concat(),
        None => words::days(event.days, event.granularity),
    };
    view! {
        <tr>
            <th scope="row">
                <button
                    type="button"
                    class="row"
                    data-event=event.id.as_str()
                    on:click=move |_| store.send(Command::OpenEvent(Some(index)))
                >
                    <span class="meta">{line}</span>
                    <span class="title" dir="auto">{event.title.as_str()}</span>
                </button>
            </th>
            {cells}
        </tr>
    }
    .into_any()
}
