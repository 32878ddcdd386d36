//! The list in the middle: the timeline in reading order, in words.

mod groups;
mod heights;
pub mod rows;
mod window;

use core::cell::RefCell;
use std::rc::Rc;

use dateline_model::Day;
use dateline_words as words;
use gloo::events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, MouseEvent};

use super::screen::Screen;
use super::{chips, compare};
use crate::dom::{El, button, el, follow, is_plain, selects};
use crate::later::later;
use crate::state::{Command, Store, View};
use groups::Group;
use rows::Kind;
use window::Window;

/// A list of more days offers to go to one.
const FEW_DAYS: usize = 7;

/// The list that is shown, where it is one of rows.
type Shown = Rc<RefCell<Option<Window>>>;

/// Chips, tabs, and the list that the tab shows.
pub fn list(store: Store, screen: Screen) -> El {
    let view = Memo::new(move |_| store.state.with(|state| state.view));
    let shown = Shown::default();
    let days = el("div", "days");
    let element = days.element().clone();
    let content = {
        let shown = shown.clone();
        move || {
            shown.take();
            let place = Place { store, shown: shown.clone(), days: element.clone() };
            match view.get() {
                View::Story => place.story(),
                View::Events => place.events(),
                View::Articles => place.articles(),
                View::Compare => compare_later(store).into_iter().collect(),
            }
        }
    };
    let days = days
        .live_children(content)
        .on("mousedown", pressed)
        .on("click", move |event| clicked(store, &shown, &event));
    mark_open(store, days.element().clone());
    let tabs = View::ALL.into_iter().map(|tab| self::tab(store, view, tab)).collect();
    el("section", "list")
        .attr("id", "list")
        .attr("aria-label", "List")
        .attr("tabindex", "-1")
        .toggle("wide", move || view.get() == View::Compare)
        .flag("inert", move || screen.sheet_over() || screen.reading_over(store))
        .child(el("p", "choices-in-words").live_text(move || choices(store)))
        .child(chips::chips(store))
        .child(el("nav", "tabs").attr("aria-label", "Lists").children(tabs))
        .child(el("h2", "unseen").live_text(move || label(store, view.get()).to_owned()))
        .child(days)
}

later! {
    /// Events against outlets.
    "3" compare_later(store: Store) -> El = compare::compare;
    /// In place of an empty list.
    "4" nothing_left(store: Store) -> El = chips::nothing_left;
}

/// What is chosen, for paper, which has no chips: "What names Sergey Lavrov and not Hakan Fidan.".
fn choices(store: Store) -> String {
    let selection = store.selection.get();
    let name = |at: &u32| {
        store
            .library
            .entities()
            .get(*at as usize)
            .map_or(String::new(), |it| words::isolated(&it.name))
    };
    let names = |all: &[u32]| all.iter().map(name).collect::<Vec<String>>();
    let outlet =
        |at: &u16| store.engine.outlets().get(usize::from(*at)).map(|it| words::isolated(it));
    let outlets: Vec<String> = selection.outlets.iter().filter_map(outlet).collect();
    let mut said: Vec<String> = Vec::new();
    if !selection.q.is_empty() {
        said.push(["with the words ", &words::quoted(&selection.q)].concat());
    }
    if !selection.with.is_empty() {
        said.push(["naming ", &words::all_of(&names(&selection.with))].concat());
    }
    if !selection.without.is_empty() {
        said.push(["not naming ", &words::one_of(&names(&selection.without))].concat());
    }
    if !outlets.is_empty() {
        said.push(["from ", &words::one_of(&outlets)].concat());
    }
    let days = (selection.from.is_some() || selection.to.is_some()).then(|| store.days()).flatten();
    said.extend(days.map(|days| ["of ", &words::range(days)].concat()));
    match said.is_empty() {
        true => String::new(),
        false => ["Only what is told ", &said.join(", "), "."].concat(),
    }
}

fn label(store: Store, tab: View) -> &'static str {
    match tab {
        View::Story => "Story",
        View::Events => "All events",
        View::Articles => "Articles",
        View::Compare if compare::has_several_outlets(store) => "Compare",
        View::Compare => "Versions",
    }
}

fn tab(store: Store, view: Memo<View>, tab: View) -> El {
    let count = move || {
        words::number(match tab {
            View::Articles => store.results.with(|results| results.articles.len()),
            View::Story => in_story(store),
            _ => store.results.with(|results| results.events.len()),
        })
    };
    let count = (tab != View::Compare).then(|| el("span", "").live_text(count));
    button("", "", move || store.send(Command::SetView(tab)))
        .attr("data-view", tab.name())
        .truth("aria-current", move || view.get() == tab)
        .child(el("b", "").live_text(move || label(store, tab).to_owned()))
        .text(" ")
        .maybe(count)
}

/// Whether a search has found events whose texts, which tell their story, are on their way: until then all of
/// them stand for it.
fn comes(store: Store) -> bool {
    !store.is_searched() && store.results.with(|results| !results.events.is_empty())
}

/// How many events stand for the story in the days that are in view.
fn in_story(store: Store) -> usize {
    let story = store.story();
    if story.events.is_empty() && comes(store) {
        return store.results.with(|results| results.events.len());
    }
    let Some(window) = store.days() else { return 0 };
    let inside = |at: u32| store.corpus.events[at as usize].days.overlaps(window);
    story.events.iter().filter(|told| told.key && inside(told.event)).count()
}

/// Where a list of rows is made.
struct Place {
    store: Store,
    shown: Shown,
    days: Element,
}

impl Place {
    fn story(&self) -> Vec<El> {
        let (store, results, story) = (self.store, self.store.results.get(), self.store.story());
        let window = store.days().filter(|_| !story.events.is_empty());
        let Some(window) = window else {
            return if comes(store) { self.events() } else { self.without_events() };
        };
        let groups = groups::story(store.corpus, &story, &results, window);
        let (before, first, after) = story.outside(store.corpus, window);
        let line = |said: Option<String>| {
            said.map(|said| button("link fold-line", &said, move || store.send(Command::AllYears)))
        };
        let before = words::events_before(before, first, window);
        let mut made = vec![self.head(line(before), &groups)];
        if groups.is_empty() {
            made.extend(nothing_left(store));
        } else {
            made.push(self.rows(Kind::Event, groups));
        }
        made.extend(line(words::events_after(after)));
        made
    }

    fn events(&self) -> Vec<El> {
        let (store, results) = (self.store, self.store.results.get());
        if results.events.is_empty() {
            return self.without_events();
        }
        let groups = groups::events(store.corpus, &store.story(), &results);
        vec![self.head(None, &groups), self.rows(Kind::Event, groups)]
    }

    fn articles(&self) -> Vec<El> {
        let (store, results) = (self.store, self.store.results.get());
        if results.articles.is_empty() {
            return nothing_left(store).into_iter().collect();
        }
        let groups = groups::articles(store.corpus, &results);
        vec![self.head(None, &groups), self.rows(Kind::Article, groups)]
    }

    fn without_events(&self) -> Vec<El> {
        let mut instead: Vec<El> = nothing_left(self.store).into_iter().collect();
        // Articles without a dated happening are still something to read.
        if self.store.results.with(|results| !results.articles.is_empty()) {
            instead.extend(self.articles());
        }
        instead
    }

    fn rows(&self, kind: Kind, groups: Vec<Group>) -> El {
        let place = self.days.get_bounding_client_rect();
        let top = (-place.top() as i32).max(0);
        let (window, made) = Window::new(self.store, kind, groups, top, place.width() as i32);
        *self.shown.borrow_mut() = Some(window);
        made
    }

    /// What lies before, and where a day is gone to.
    fn head(&self, before: Option<El>, groups: &[Group]) -> El {
        let days: Vec<Day> = groups.iter().filter_map(|group| group.day).collect();
        let jump = (days.len() > FEW_DAYS).then(|| self.jump(days[0], days[days.len() - 1]));
        el("div", "list-head").maybe(before).maybe(jump)
    }

    fn jump(&self, first: Day, last: Day) -> El {
        let shown = self.shown.clone();
        let go = move |event: Event| {
            let day = Day::parse(&event_target_value(&event));
            let window = shown.borrow().clone();
            if let Some((day, window)) = day.zip(window) {
                window.go_to(day);
            }
        };
        let input = el("input", "")
            .attr("type", "date")
            .attr("min", &first.to_string())
            .attr("max", &last.to_string())
            .on("change", go);
        el("label", "jump").text("Go to ").child(input)
    }
}

/// A row is no link while the mouse is pressed on it: no selection begins inside a link.
fn pressed(event: Event) {
    let Some(mouse) = event.dyn_ref::<MouseEvent>().filter(|it| it.button() == 0 && is_plain(it))
    else {
        return;
    };
    let target = mouse.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(row) = target.and_then(|target| target.closest("a.row[href]").ok()?) else { return };
    let Some(href) = row.get_attribute("href") else { return };
    let _ = row.remove_attribute("href");
    let restore = move |_: &Event| drop(row.set_attribute("href", &href));
    EventListener::once(&window(), "mouseup", restore).forget();
}

/// A click on a row opens it here, and one on what is behind a day shows that. With a key that asks
/// for a tab of its own it is the browser's, and so is one that ends a drag over words.
fn clicked(store: Store, shown: &Shown, event: &Event) {
    let (Some(target), Some(mouse)) = (event.target(), event.dyn_ref::<MouseEvent>()) else {
        return;
    };
    let Ok(Some(found)) =
        target.unchecked_ref::<Element>().closest("[data-group], a[data-event], a[data-article]")
    else {
        return;
    };
    let data = |name: &str| found.get_attribute(name);
    if let Some(group) = data("data-group").and_then(|group| group.parse().ok()) {
        let window = shown.borrow().clone();
        if let Some(window) = window {
            window.toggle(group);
        }
        return;
    }
    if event.default_prevented() || !is_plain(mouse) {
        return;
    }
    event.prevent_default();
    // By keys nothing is dragged.
    if mouse.detail() > 0 && selects(&found) {
        return;
    }
    let parts = &store.library.parts;
    if let Some(id) = data("data-event") {
        store.send(Command::OpenEvent(parts.event_at(&id)));
    } else if let Some(id) = data("data-article") {
        store.send(Command::OpenArticle(parts.article_at(&id)));
    }
}

/// The rows of what is open say so.
fn mark_open(store: Store, days: Element) {
    let open = move || store.state.with(|state| (state.event, state.article));
    follow(move || {
        let (event, article) = open();
        let id = |kind: &str, id: Option<String>| id.map(|id| (["data-", kind].concat(), id));
        let parts = &store.library.parts;
        let event = event.and_then(|at| parts.event_head(at)).map(|it| it.id.clone());
        let article = article.and_then(|at| parts.article_head(at)).map(|it| it.id.clone());
        let open = [id("event", event), id("article", article)];
        let Ok(rows) = days.query_selector_all("a[aria-current]") else { return };
        for at in 0..rows.length() {
            let Some(row) = rows.item(at).and_then(|row| row.dyn_into::<HtmlElement>().ok()) else {
                continue;
            };
            let is = open
                .iter()
                .flatten()
                .any(|(name, id)| row.get_attribute(name).as_ref() == Some(id));
            let _ = row.set_attribute("aria-current", if is { "true" } else { "false" });
        }
    });
}
