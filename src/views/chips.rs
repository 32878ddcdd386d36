//! What is chosen, as chips that take each choice back; and what to do when
//! nothing is left.

use core::time::Duration;

use dateline_model::DayRange;
use dateline_query::Choice;
use dateline_words as words;
use leptos::prelude::*;
use web_sys::Element;

use super::parts;
use crate::dom::{El, button, el, follow, replace, when_paused};
use crate::later::later;
use crate::state::{Command, Store, View};

/// A reader who pauses so long has stopped typing.
const PAUSE: Duration = Duration::from_millis(700);

/// The line above the list: how much is shown, and every choice.
pub fn chips(store: Store) -> El {
    let events = move || words::number(store.results.with(|results| results.events.len()));
    let articles = move || words::number(store.results.with(|results| results.articles.len()));
    let of = |all: usize, what| [" of ", &words::count(all, what)].concat();
    let shown = el("p", "")
        .text("Showing ")
        .child(el("span", "").attr("data-count", "events").live_text(events))
        .text(&of(store.corpus.events.len(), "event"))
        .text(", ")
        .child(el("span", "").attr("data-count", "articles").live_text(articles))
        .text(&of(store.corpus.articles.len(), "article"));
    let taken_back = el("div", "chosen").attr("role", "toolbar").attr("aria-label", "Choices");
    let bar = taken_back.another();
    let taken_back = taken_back.live_children(move || {
        let mut chips = chosen(store);
        // Whoever took the last one back by a key goes on at the search.
        let active = store.mount.active().filter(|active| bar.element().contains(Some(active)));
        if chips.is_empty()
            && active.is_some_and(|it| it.matches(":focus-visible").unwrap_or(false))
        {
            store.mount.focus_soon("#search");
        }
        if chips.len() > 1 {
            chips.push(button("link", "Clear all", move || store.send(Command::Clear)));
        }
        chips
    });
    let said = said(store, shown.element().clone());
    let wordless = el("p", "")
        .attr("data-wordless", "")
        .live_text(move || store.selection.with(|selection| wordless(store, &selection.q)));
    el("div", "chips")
        .child(shown)
        .child(taken_back)
        .child(wordless)
        .child(el("div", "").attr("role", "status").live_children(move || searching(store)))
        .child(respelt(store))
        .child(said)
}

/// While titles or texts are on their way, a search finds what is here: how far they are, or that they do not
/// come.
fn searching(store: Store) -> Vec<El> {
    let is_searched = store.is_searched();
    if store.library.has_lost_heads() || !is_searched && store.library.has_lost() {
        return vec![parts::lost(store)];
    }
    if is_searched {
        return Vec::new();
    }
    let here = words::number(store.library.percent());
    let said = ["Found in the ", &here, " % that is here so far; the rest is on its way."].concat();
    vec![el("p", "meta waiting").attr("data-searching", "").text(&said)]
}

/// Says for which words of the search their nearest spellings stand, and leads to either: once the
/// reader has paused, since looking for what is near takes a while.
fn respelt(store: Store) -> El {
    let made = el("div", "").attr("data-respelt", "").attr("role", "status");
    let place = made.element().clone();
    let say =
        when_paused(PAUSE, move || replace(&place, spellings_later(store).unwrap_or_default()));
    follow(move || {
        store.results.track();
        say();
    });
    made
}

later! {
    /// The nearest spellings of a search's words.
    "5" spellings_later(store: Store) -> Vec<El> = spellings;
}

fn spellings(store: Store) -> Vec<El> {
    let q = store.selection.with_untracked(|it| it.q.clone());
    // Without articles, the list itself offers what is near.
    if store.results.with_untracked(|results| results.articles.is_empty()) {
        return Vec::new();
    }
    let words: Vec<&str> = q.split(' ').collect();
    let mut quoted = false;
    let mut lines = Vec::new();
    for (at, word) in words.iter().enumerate() {
        // What stands in quotation marks is looked for as it stands.
        let marks = word.bytes().filter(|byte| *byte == b'"').count();
        quoted ^= marks % 2 == 1;
        if quoted || marks > 0 {
            continue;
        }
        let near = store.engine.suggest(word);
        let Some(nearest) = near.first() else { continue };
        let instead = |other: &str, label: &str| {
            let mut words = words.clone();
            words[at] = other;
            let q = words.join(" ");
            button("link", label, move || store.send(Command::Search(q.clone())))
        };
        let written = words::quoted(word);
        let line = el("p", "")
            .text(&["No text has ", &written, "; shown is what has "].concat())
            .child(instead(nearest, &words::quoted(nearest)))
            .text(", the nearest spelling. ")
            .child(instead(&["\"", word, "\""].concat(), &["Search only for ", &written].concat()));
        lines.push(line);
    }
    lines
}

/// What is said of a search that has no word: it leaves nothing out, which would look like an answer.
fn wordless(store: Store, q: &str) -> String {
    if q.trim().is_empty() || store.engine.has_words(q) {
        return String::new();
    }
    ["There is no word to look for in ", &words::quoted(q), ": a search is for letters and digits."]
        .concat()
}

/// What `shown` says, for those who hear the page: once, when the reader has paused.
fn said(store: Store, shown: Element) -> El {
    let made = el("p", "unseen").attr("role", "status");
    let place = made.element().clone();
    let say = when_paused(PAUSE, move || place.set_text_content(shown.text_content().as_deref()));
    follow(move || {
        store.results.track();
        say();
    });
    made
}

fn chosen(store: Store) -> Vec<El> {
    let selection = store.selection.get();
    let mut chips = Vec::new();
    if !selection.q.is_empty() {
        let words = words::quoted(&selection.q);
        chips.push(chip("chip", &words, store, Command::Search(String::new())));
    }
    for (entities, not) in [(&selection.with, ""), (&selection.without, "not ")] {
        for index in entities {
            let Some(entity) = store.library.entities().get(*index as usize) else { continue };
            let class = parts::coloured("chip", entity.kind);
            chips.push(chip(&class, &[not, &entity.name].concat(), store, Command::Drop(*index)));
        }
    }
    for index in &selection.outlets {
        let Some(name) = store.engine.outlets().get(usize::from(*index)) else { continue };
        chips.push(chip("chip", name, store, Command::ToggleOutlet(*index)));
    }
    let days = match (selection.from, selection.to) {
        (Some(start), Some(end)) => Some(words::range(DayRange { start, end })),
        (Some(start), None) => Some(["from ", &words::range(DayRange::single(start))].concat()),
        (None, Some(end)) => Some(["until ", &words::range(DayRange::single(end))].concat()),
        (None, None) => None,
    };
    chips.extend(days.map(|days| chip("chip", &days, store, Command::Brush(None))));
    chips
}

fn chip(class: &str, label: &str, store: Store, takes_back: Command) -> El {
    button(class, "", move || store.send(takes_back.clone()))
        .attr("aria-label", &["Take back: ", label].concat())
        .child(el("span", "").attr("dir", "auto").text(label))
        .text(" \u{d7}")
}

/// In place of an empty list: which choice to drop, and words that would hit.
pub fn nothing_left(store: Store) -> El {
    let selection = store.selection.get();
    let offer = |label: &str, command: Command| {
        button("button", label, move || store.send(command.clone()))
    };
    let (articles, events) =
        store.results.with(|results| (results.articles.len(), results.events.len()));
    let title = match (articles, events) {
        (0, 0) => "Nothing matches all of these choices",
        (0, _) => "No article matches all of these choices",
        (_, _) => "No event matches all of these choices, but these articles do",
    };
    let mut offers = vec![el("h2", "").text(title)];
    if events > 0 {
        let label = ["Show ", &words::count(events, "event")].concat();
        offers.push(offer(&label, Command::SetView(View::Events)));
    }
    if !selection.q.is_empty() && articles == 0 {
        let nearest = store.engine.suggest(&selection.q);
        if !nearest.is_empty() {
            offers.push(el("p", "").text("Nearest words in these articles:"));
        }
        for word in nearest {
            offers.push(offer(&word, Command::Search(word.clone())));
        }
    }
    if let Some(relaxation) = store.engine.relax(&selection) {
        let (what, command) = dropping(store, relaxation.drop);
        let brings = [
            words::count(relaxation.events as usize, "event"),
            words::count(relaxation.articles as usize, "article"),
        ]
        .join(" and ");
        offers.push(offer(&["Without ", &what, ": ", &brings].concat(), command));
    }
    if selection != Default::default() {
        offers.push(button("link", "Show everything", move || store.send(Command::Clear)));
    }
    el("div", "nothing-left").children(offers)
}

/// A choice in words, and the command that takes it back.
fn dropping(store: Store, choice: Choice) -> (String, Command) {
    let name = |index: u32| {
        store.library.entities().get(index as usize).map_or("", |entity| entity.name.as_str())
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
