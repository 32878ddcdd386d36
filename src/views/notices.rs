//! What could not be done as asked, and what could not be read.

use leptos::prelude::*;

use super::parts::{self, Folded};
use super::words;
use crate::state::Store;

/// Sentences about what the address asked for and the corpus lacks.
pub fn notices(store: Store) -> AnyView {
    let shown = move || {
        let said = store.notices.get();
        let lines: Vec<AnyView> =
            said.into_iter().map(|line| view! { <p>{line}</p> }.into_any()).collect();
        (!lines.is_empty()).then(|| {
            view! {
                <div class="notices">
                    <div>{lines}</div>
                    {parts::button("link", "Dismiss", move || store.notices.set(Vec::new()))}
                </div>
            }
            .into_any()
        })
    };
    view! { <div role="status">{shown}</div> }.into_any()
}

/// A page without articles says so.
pub fn empty_corpus(store: Store) -> AnyView {
    view! {
        <main class="nothing">
            <h1>"No articles yet"</h1>
            <p>"Put files into " <code>"seeds/"</code> " and build again."</p>
        </main>
        {footer(store)}
    }
    .into_any()
}

/// The foot of the page: files that were left out or read with doubt.
pub fn footer(store: Store) -> AnyView {
    let warnings = &store.corpus.warnings;
    if warnings.is_empty() {
        return ().into_any();
    }
    let mut skipped: Vec<&str> = warnings
        .iter()
        .filter(|warning| warning.kind.skips())
        .map(|warning| warning.file.as_str())
        .collect();
    skipped.dedup();
    let doubts = words::count(warnings.len(), "note");
    let summary = match skipped.len() {
        0 => [&doubts, " on how the files were read"].concat(),
        1 => ["1 file was not read; ", &doubts, " in all"].concat(),
        many => [&words::count(many, "file"), " were not read; ", &doubts, " in all"].concat(),
    };
    view! {
        <footer class="foot">{parts::folded(summary, warning_list, Folded { store, article: 0 })}</footer>
    }
    .into_any()
}

fn warning_list(of: Folded) -> AnyView {
    let lines: Vec<AnyView> = of
        .store
        .corpus
        .warnings
        .iter()
        .map(|warning| {
            view! {
                <li>
                    <b dir="auto">{warning.file.as_str()}</b>
                    ": "
                    {warning.message.as_str()}
                    " "
                    <small>{warning.kind.name()}</small>
                </li>
            }
            .into_any()
        })
        .collect();
    view! { <ul class="plain">{lines}</ul> }.into_any()
}
