//! The few shapes that the page is made of. One function for each, so that a
//! shape is compiled once however often it is drawn.

use dateline_model::{EntityKind, Event, Evidence, Span, Status};
use leptos::prelude::*;

use super::words;
use crate::state::Store;

/// What a click does.
pub type Action = Box<dyn Fn()>;

/// A button of text.
pub fn button(
    class: &'static str,
    label: impl Into<String>,
    action: impl Fn() + 'static,
) -> AnyView {
    plain_button(class, label.into(), Box::new(action))
}

fn plain_button(class: &'static str, label: String, action: Action) -> AnyView {
    view! { <button type="button" class=class on:click=move |_| action()>{label}</button> }
        .into_any()
}

/// A stretch of text in a class of its own.
pub fn span(class: &'static str, text: impl Into<String>) -> AnyView {
    plain_span(class, text.into())
}

fn plain_span(class: &'static str, text: String) -> AnyView {
    view! { <span class=class>{text}</span> }.into_any()
}

/// A section that opens in place. What is in it is made when it is first opened.
pub fn folded(summary: String, content: fn(Folded) -> AnyView, of: Folded) -> AnyView {
    let opened = RwSignal::new(false);
    view! {
        <details class="fold" on:toggle=move |_| opened.set(true)>
            <summary>{summary}</summary>
            {move || opened.get().then(|| content(of))}
        </details>
    }
    .into_any()
}

/// What a folded section is about.
#[derive(Clone, Copy)]
pub struct Folded {
    /// The store, for what lies in the corpus.
    pub store: Store,
    /// The article, where it is about one.
    pub article: u32,
}

/// The reasons for a date or a merger, each with the words that were seen.
pub fn evidence(lead: &'static str, reasons: &'static [Evidence]) -> AnyView {
    let reasons: Vec<AnyView> = reasons
        .iter()
        .map(|reason| {
            let seen = (!reason.text.is_empty()).then(|| words::quoted(&reason.text));
            view! {
                <li>
                    <span class="seen" dir="auto">{seen}</span>
                    " "
                    {reason.why.as_str()}
                    " "
                    <small>{reason.rule.as_str()}</small>
                </li>
            }
            .into_any()
        })
        .collect();
    view! { <div class="why"><b>{lead}</b><ul>{reasons}</ul></div> }.into_any()
}

/// Text with its search hits marked.
pub fn marked(text: &'static str, hits: &[Span]) -> Vec<AnyView> {
    let mut views = Vec::new();
    let mut at = 0;
    for hit in hits {
        let (start, end) = (hit.start as usize, hit.end as usize);
        views.extend(text.get(at..start).filter(|plain| !plain.is_empty()).map(IntoAny::into_any));
        views.extend(text.get(start..end).map(mark));
        at = end;
    }
    views.extend(text.get(at..).filter(|plain| !plain.is_empty()).map(IntoAny::into_any));
    views
}

/// What to mark in `text` for the words `q`. Without words the index of words,
/// which is built at the first question, is not asked.
pub fn hits(store: Store, q: &str, text: &str) -> Vec<Span> {
    if q.is_empty() { Vec::new() } else { store.engine.highlights(q, text) }
}

/// A search hit.
pub fn mark(text: &'static str) -> AnyView {
    view! { <mark>{text}</mark> }.into_any()
}

/// The class that carries a kind's colour.
pub fn kind_class(kind: EntityKind) -> &'static str {
    kind.name()
}

/// The class of an event's mark: solid, hollow or dashed. Its line says the
/// same in words.
pub fn mark_class(event: &Event) -> &'static str {
    match (event.status, event.basis) {
        (Status::Planned | Status::Proposed, _) => "mark planned",
        (Status::CalledOff, _) => "mark off",
        (_, dateline_model::Basis::Inferred) => "mark inferred",
        _ => "mark",
    }
}
