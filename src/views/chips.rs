//! What is chosen, as chips that take each choice back; and what to do when
//! nothing is left.

use dateline_model::DayRange;
use dateline_query::Choice;
use leptos::prelude::*;

use super::{parts, words};
use crate::state::{Command, Store, View};

/// The line above the list: how much is shown, and every choice.
pub fn chips(store: Store) -> AnyView {
    let chosen = move || {
        let mut chips = chosen(store);
        if chips.len() > 1 {
            chips.push(parts::button("link", "Clear all", move || store.send(Command::Clear)));
        }
        chips
    };
    let events = move || words::number(store.results.with(|results| results.events.len()));
    let articles = move || words::number(store.results.with(|results| results.articles.len()));
    let of = |all: usize, what| [" of ", &words::count(all, what)].concat();
    view! {
        <div class="chips">
            <p role="status">
                "Showing "
                <span data-count="events">{events}</span>
                {of(store.corpus.events.len(), "event")}
                ", "
                <span data-count="articles">{articles}</span>
                {of(store.corpus.articles.len(), "article")}
            </p>
            {chosen}
        </div>
    }
    .into_any()
}

fn chosen(store: Store) -> Vec<AnyView> {
    let selection = store.selection.get();
    let mut chips = Vec::new();
    if !selection.q.is_empty() {
        let words = words::quoted(&selection.q);
        chips.push(chip("chip", words, store, Command::Search(String::new())));
    }
    for (entities, not) in [(&selection.with, ""), (&selection.without, "not ")] {
        for index in entities {
            let Some(entity) = store.corpus.entities.get(*index as usize) else { continue };
            let label = [not, &entity.name].concat();
            let class = match parts::kind_class(entity.kind) {
                "person" => "chip person",
                "place" => "chip place",
                _ => "chip organisation",
            };
            chips.push(chip(class, label, store, Command::Drop(*index)));
        }
    }
    for index in &selection.outlets {
        let Some(name) = store.engine.outlets().get(usize::from(*index)) else { continue };
        chips.push(chip("chip", name.clone(), store, Command::ToggleOutlet(*index)));
    }
    let days = match (selection.from, selection.to) {
        (Some(start), Some(end)) => Some(words::range(DayRange { start, end })),
        (Some(start), None) => Some(["from ", &words::range(DayRange::single(start))].concat()),
        (None, Some(end)) => Some(["until ", &words::range(DayRange::single(end))].concat()),
        (None, None) => None,
    };
    chips.extend(days.map(|days| chip("chip", days, store, Command::Brush(None))));
    chips
}

fn chip(class: &'static str, label: String, store: Store, takes_back: Command) -> AnyView {
    let spoken = ["Take back: ", &label].concat();
    view! {
        <button
            type="button"
            class=class
            aria-label=spoken
            on:click=move |_| store.send(takes_back.clone())
        >
            <span dir="auto">{label}</span>
            " \u{d7}"
        </button>
    }
    .into_any()
}

/// In place of an empty list: which choice to drop, and words that would hit.
pub fn nothing_left(store: Store) -> AnyView {
    let selection = store.selection.get();
    let mut offers: Vec<AnyView> = Vec::new();
    let (articles, events) =
        store.results.with(|results| (results.articles.len(), results.events.len()));
    let title = match (articles, events) {
        (0, 0) => "Nothing matches all of these choices",
        (0, _) => "No article matches all of these choices",
        (_, _) => "No event matches all of these choices, but these articles do",
    };
    if events > 0 {
        let label = ["Show ", &words::count(events, "event")].concat();
        let show = move || store.send(Command::SetView(View::Timeline));
        offers.push(parts::button("button", label, show));
    }
    if !selection.q.is_empty() && articles == 0 {
        let nearest = store.engine.suggest(&selection.q);
        if !nearest.is_empty() {
            offers.push(view! { <p>"Nearest words in these articles:"</p> }.into_any());
        }
        for word in nearest {
            let search = Command::Search(word.clone());
            offers.push(parts::button("button", word, move || store.send(search.clone())));
        }
    }
    if let Some(relaxation) = store.engine.relax(&selection) {
        let (what, command) = dropping(store, relaxation.drop);
        let brings = [
            words::count(relaxation.events as usize, "event"),
            words::count(relaxation.articles as usize, "article"),
        ]
        .join(" and ");
        let label = ["Without ", &what, ": ", &brings].concat();
        offers.push(parts::button("button", label, move || store.send(command.clone())));
    }
    if selection != Default::default() {
        offers.push(parts::button("link", "Show everything", move || store.send(Command::Clear)));
    }
    view! {
        <div class="nothing-left">
            <h2>{title}</h2>
            {offers}
        </div>
    }
    .into_any()
}

/// A choice in words, and the command that takes it back.
fn dropping(store: Store, choice: Choice) -> (String, Command) {
    let name = |index: u32| {
        store.corpus.entities.get(index as usize).map_or("", |entity| entity.name.as_str())
    };
    match choice {
        Choice::Query => {
            let words = words::quoted(&store.selection.with_untracked(|it| it.q.clone()));
            (words, Command::Search(String::new()))
        }
        Choice::With(index) => (name(index).to_owned(), Command::Drop(index)),
        Choice::Without(index) => (["excluding ", name(index)].concat(), Command::Drop(index)),
        Choice::Outlets => {
            let mut state = store.state.get_untracked();
            state.selection.outlets.clear();
            ("the choice of outlets".to_owned(), Command::Go(state))
        }
        Choice::Dates => ("the choice of days".to_owned(), Command::Brush(None)),
    }
}
