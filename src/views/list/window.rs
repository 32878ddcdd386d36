//! A list of any length with a few hundred elements: rows near the screen, and space as high as the
//! others before and after them.
//!
//! An observer says when that space comes near the screen; it knows the screen also where the page
//! is a frame as high as its content, or where the list scrolls by itself. Rows that stay are not
//! touched, so the browser keeps them where they are, with the focus and whatever is selected.

use core::cell::RefCell;
use core::ops::Range;
use std::collections::VecDeque;
use std::rc::Rc;

use dateline_model::Day;
use dateline_words as words;
use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{
    Element, FocusOptions, HtmlElement, IntersectionObserver, IntersectionObserverEntry,
    IntersectionObserverInit,
};

use super::groups::Group;
use super::heights::Heights;
use super::rows::{self, Addresses, Kind};
use crate::dom::{El, active_near, button, el, follow, hear, px};
use crate::state::Store;

/// So many pixels before and after the middle of what is looked at have rows.
const NEAR: i32 = 2_400;
/// Rows are made when their place is so near the screen.
const MARGIN: &str = "1000px 0px";
/// A row, and a heading before it or what opens the rest of a day.
const STEP: usize = 3;
/// A title that is not here has about so many letters.
const TITLE: usize = 90;
/// So many items are printed at most.
const PRINTED: usize = 500;

/// A list with its rows near the screen.
#[derive(Clone)]
pub struct Window(Rc<RefCell<Rows>>);

struct Rows {
    kind: Kind,
    addresses: Addresses,
    groups: Vec<Group>,
    /// The first item of each group, its heading.
    starts: Vec<usize>,
    heights: Heights,
    /// The items that have elements.
    range: Range<usize>,
    /// Their elements; a heading's is that of its section.
    items: VecDeque<Option<Element>>,
    sections: VecDeque<Section>,
    place: HtmlElement,
    above: HtmlElement,
    below: HtmlElement,
    observer: Option<IntersectionObserver>,
    /// The item that had the focus when it went.
    left: Option<usize>,
}

struct Section {
    whole: Element,
    list: Element,
}

/// What an item is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Item {
    Heading(usize),
    /// Group, its row, and the place among its items.
    Row(usize, usize, usize),
    /// What opens the rest of a group.
    Behind(usize),
}

impl Window {
    /// The list of these groups as it is seen `top` pixels beneath its beginning, and its element.
    pub fn new(store: Store, kind: Kind, groups: Vec<Group>, top: i32, width: i32) -> (Self, El) {
        let made = el("div", "window").attr("tabindex", "-1");
        let space = || el("div", "space").attr("aria-hidden", "true");
        let (above, below) = (space(), space());
        let html = |one: &El| one.element().clone().unchecked_into::<HtmlElement>();
        let rows = Rows {
            kind,
            addresses: Addresses::new(store),
            starts: starts(&groups),
            heights: Heights::new(estimates(store, kind, &groups, width)),
            groups,
            range: 0..0,
            items: VecDeque::new(),
            sections: VecDeque::new(),
            place: html(&made),
            above: html(&above),
            below: html(&below),
            observer: None,
            left: None,
        };
        let made = made.child(above).child(below);
        let window = Self(Rc::new(RefCell::new(rows)));
        window.observe();
        if store.library.is_parted() {
            let filled = window.clone();
            follow(move || {
                store.library.track();
                filled.0.borrow_mut().fill();
            });
        }
        window.0.borrow_mut().look(top);
        let made = window.listen(made);
        // It has heights only once it is on the page.
        let again = window.clone();
        store.mount.next_frame(move || {
            let mut rows = again.0.borrow_mut();
            rows.settle();
            rows.look(top);
        });
        (window, made)
    }

    /// Brings the first group of this day or a later one to the top of the screen, or else the last.
    pub fn go_to(&self, day: Day) {
        let section = self.0.borrow_mut().reach(day);
        if let Some(section) = section {
            section.scroll_into_view();
        }
    }

    /// Follows the keys that reach for an end, the disclosures, and the printer.
    fn listen(&self, made: El) -> El {
        for (name, many) in [("beforeprint", Some(PRINTED)), ("afterprint", None)] {
            let act = self.act(Box::new(move |rows| rows.print(many)));
            hear(&leptos::prelude::window(), name, move |_| act());
        }
        let on = |made: El, name: &str, act: fn(&mut Rows)| {
            let act = self.act(Box::new(act));
            made.on(name, move |_| act())
        };
        let made = on(made, "home", |rows| rows.look(0));
        let made = on(made, "end", |rows| rows.look(rows.heights.of(0..rows.heights.len()) as i32));
        let made = on(made, "back", |rows| rows.step(STEP, 0));
        on(made, "further", |rows| rows.step(0, STEP))
    }

    /// Does something with the rows as long as they are shown: what listens must not hold them, since they hold
    /// the elements that hold what listens.
    fn act(&self, act: Box<dyn Fn(&mut Rows)>) -> impl Fn() + use<> {
        let rows = Rc::downgrade(&self.0);
        move || {
            if let Some(rows) = rows.upgrade() {
                act(&mut rows.borrow_mut());
            }
        }
    }

    /// Shows what is behind the key events of a group, or puts it away.
    pub fn toggle(&self, group: usize) {
        self.0.borrow_mut().toggle(group);
    }

    fn observe(&self) {
        let rows = Rc::downgrade(&self.0);
        let seen = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            let Some(rows) = rows.upgrade() else { return };
            for entry in entries.iter() {
                rows.borrow_mut().seen(entry.unchecked_ref());
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(MARGIN);
        let seen = seen.into_js_value();
        let observer = IntersectionObserver::new_with_options(seen.unchecked_ref(), &options).ok();
        let gone = observer.clone();
        on_cleanup(move || {
            if let Some(observer) = gone {
                observer.disconnect();
            }
        });
        self.0.borrow_mut().observer = observer;
    }
}

impl Rows {
    /// Space came near the screen: rows are wanted where it is seen.
    fn seen(&mut self, entry: &IntersectionObserverEntry) {
        if !entry.is_intersecting() {
            return;
        }
        let (whole, part) = (entry.bounding_client_rect(), entry.intersection_rect());
        let inside = ((part.top() + part.bottom()) / 2.0 - whole.top()) as i32;
        let is_below = entry.target() == *self.below.unchecked_ref::<Element>();
        let before = if is_below { self.heights.of(0..self.range.end) as i32 } else { 0 };
        self.look(before + inside);
    }

    /// Has rows around this many pixels beneath the top.
    fn look(&mut self, at: i32) {
        self.show(self.heights.between(at.saturating_sub(NEAR), at.saturating_add(NEAR)));
    }

    /// Has so many rows more where the focus is at the first or the last of those that are there.
    fn step(&mut self, back: usize, further: usize) {
        let Some(active) = active_near(&self.place) else { return };
        let has_it =
            |row: &Option<Element>| row.as_ref().is_some_and(|it| it.contains(Some(&active)));
        let Range { start, end } = self.range;
        if back > 0 && self.items.iter().take(back).any(has_it) {
            self.show(start.saturating_sub(back)..end);
        }
        if further > 0 && self.items.iter().rev().take(further).any(has_it) {
            self.show(start..(end + further).min(self.heights.len()));
        }
    }

    fn show(&mut self, range: Range<usize>) {
        if range == self.range {
            return;
        }
        if range.start >= self.range.end || range.end <= self.range.start {
            while !self.range.is_empty() {
                self.drop_first();
            }
            self.range = range.start..range.start;
        }
        while self.range.start < range.start {
            self.drop_first();
        }
        while self.range.end > range.end {
            self.drop_last();
        }
        while self.range.end < range.end {
            self.add_last();
        }
        while self.range.start > range.start {
            self.add_first();
        }
        self.settle();
    }

    /// Learns the heights of what is on the page, makes the space around it fit, and waits for what
    /// comes next.
    fn settle(&mut self) {
        for (place, item) in self.range.clone().enumerate() {
            let high = match (self.item(item), self.items.get(place)) {
                (Item::Heading(_), Some(Some(section))) => {
                    section.first_element_child().map_or(0, |heading| height(&heading))
                }
                (_, Some(Some(row))) => height(row),
                _ => 0,
            };
            if high > 0 {
                self.heights.learn(item, high as u32);
            }
        }
        // A section without its first rows has its heading all the same.
        let extra = match self.item_in(self.range.start) {
            Some(Item::Row(group, ..) | Item::Behind(group)) => {
                self.heights.of(self.starts[group]..self.starts[group] + 1)
            }
            _ => 0,
        };
        let all = self.heights.len();
        let above = self.heights.of(0..self.range.start.min(all)).saturating_sub(extra);
        let below = self.heights.of(self.range.end.min(all)..all);
        for (space, high) in [(&self.above, above), (&self.below, below)] {
            let _ = space.style().set_property("height", &px(high as i32));
            if let Some(observer) = &self.observer {
                observer.unobserve(space);
                observer.observe(space);
            }
        }
        self.keep_focus();
    }

    /// What the item is that has this place.
    fn item(&self, item: usize) -> Item {
        let group = self.starts.partition_point(|start| *start <= item) - 1;
        let at = item - self.starts[group];
        let first = self.groups[group].first;
        match at {
            0 => Item::Heading(group),
            _ if self.groups[group].behind() == 0 || at <= first => Item::Row(group, at - 1, at),
            _ if at == first + 1 => Item::Behind(group),
            _ => Item::Row(group, at - 2, at),
        }
    }

    fn item_in(&self, item: usize) -> Option<Item> {
        (item < self.heights.len()).then(|| self.item(item))
    }

    fn group_of(&self, item: usize) -> Option<usize> {
        self.item_in(item).map(|item| match item {
            Item::Heading(group) | Item::Row(group, ..) | Item::Behind(group) => group,
        })
    }

    /// Makes those rows again whose titles have come, and quotes texts that have.
    fn fill(&mut self) {
        let mut any = false;
        for place in 0..self.items.len() {
            let row = self.items[place].as_ref().and_then(|row| row.first_element_child());
            let Some(row) = row else { continue };
            if row.class_list().contains(rows::UNQUOTED)
                && let Item::Row(group, at, _) = self.item(self.range.start + place)
            {
                let index = self.groups[group].rows[at];
                any |= rows::quote_in(&row, self.addresses.store(), index);
            }
            if !row.class_list().contains(rows::COMING) {
                continue;
            }
            let made = self.make(self.range.start + place, None);
            if let (Some(made), Some(before)) = (&made, &self.items[place]) {
                let _ = before.replace_with_with_node_1(made);
                any = true;
            }
            self.items[place] = made;
        }
        if any {
            self.settle();
        }
    }

    fn drop_first(&mut self) {
        let item = self.range.start;
        let dropped = self.items.pop_front().flatten();
        self.range.start += 1;
        let rest = self.range.is_empty() || self.group_of(item + 1) != self.group_of(item);
        let section = if rest { self.sections.pop_front() } else { None };
        self.take_away(item, dropped, section);
    }

    fn drop_last(&mut self) {
        self.range.end -= 1;
        let item = self.range.end;
        let dropped = self.items.pop_back().flatten();
        let rest =
            self.range.is_empty() || self.group_of(item.wrapping_sub(1)) != self.group_of(item);
        let section = if rest { self.sections.pop_back() } else { None };
        self.take_away(item, dropped, section);
    }

    fn take_away(&mut self, item: usize, dropped: Option<Element>, section: Option<Section>) {
        let gone = match (section, dropped) {
            (Some(section), _) => section.whole,
            // A heading goes with its section.
            (None, Some(row)) if !matches!(self.item(item), Item::Heading(_)) => row,
            _ => return,
        };
        if active_near(&self.place).is_some_and(|active| gone.contains(Some(&active))) {
            self.left = Some(item);
            focus(&self.place);
        }
        gone.remove();
    }

    fn add_last(&mut self) {
        let item = self.range.end;
        let opens = self.range.is_empty() || self.group_of(item - 1) != self.group_of(item);
        if opens {
            let section = self.section(item);
            let _ = self.place.insert_before(&section.whole, Some(&self.below));
            self.sections.push_back(section);
        }
        let made = self.make(item, self.sections.back());
        if let (Some(made), Some(section), false) =
            (&made, self.sections.back(), matches!(self.item(item), Item::Heading(_)))
        {
            let _ = section.list.append_child(made);
        }
        self.items.push_back(made);
        self.range.end += 1;
    }

    fn add_first(&mut self) {
        let item = self.range.start - 1;
        let opens = self.range.is_empty() || self.group_of(item + 1) != self.group_of(item);
        if opens {
            let section = self.section(item);
            let next = self.above.next_sibling();
            let _ = self.place.insert_before(&section.whole, next.as_ref());
            self.sections.push_front(section);
        }
        let made = self.make(item, self.sections.front());
        if let (Some(made), Some(section), false) =
            (&made, self.sections.front(), matches!(self.item(item), Item::Heading(_)))
        {
            let _ = section.list.insert_before(made, section.list.first_child().as_ref());
        }
        self.items.push_front(made);
        self.range.start = item;
    }

    /// The section that an item is in, with its heading.
    fn section(&self, item: usize) -> Section {
        let group = &self.groups[self.group_of(item).unwrap_or_default()];
        let heading = el("h3", "")
            .child(el("span", "").text(&group.title))
            .text(" ")
            .child(el("span", "aside").text(&group.aside));
        let list = el("ol", "");
        let list_element = list.element().clone();
        let whole = el("section", "day").child(heading).child(list);
        Section { whole: whole.element().clone(), list: list_element }
    }

    fn make(&self, item: usize, section: Option<&Section>) -> Option<Element> {
        let (group, place, content) = match self.item(item) {
            Item::Heading(_) => return section.map(|section| section.whole.clone()),
            Item::Row(group, row, place) => {
                let (index, dated) = (self.groups[group].rows[row], self.groups[group].dated);
                let store = self.addresses.store();
                let content = match self.kind {
                    Kind::Event => rows::event(store, index, dated, &self.addresses),
                    Kind::Article => rows::article(store, index, &self.addresses),
                };
                (group, place, content)
            }
            Item::Behind(group) => (group, self.groups[group].first + 1, self.disclosure(group)),
        };
        let all = self.size(group) - 1;
        let made = el("li", "")
            .attr("aria-setsize", &all.to_string())
            .attr("aria-posinset", &place.to_string())
            .child(content.attr("tabindex", "-1"));
        Some(made.element().clone())
    }

    /// "111 more dated events".
    fn disclosure(&self, group: usize) -> El {
        let Group { first, open, .. } = self.groups[group];
        button("link behind", &words::more_events(first, self.groups[group].behind()), || {})
            .attr("data-group", &group.to_string())
            .attr("aria-expanded", if open { "true" } else { "false" })
    }

    /// How many items a group has.
    fn size(&self, group: usize) -> usize {
        size(&self.groups[group])
    }

    /// Opens or closes a group where it stands; what opened it keeps the focus.
    fn toggle(&mut self, group: usize) {
        let (start, size) = (self.starts[group], self.size(group));
        let top = self.heights.of(0..start) as i32;
        self.groups[group].open = !self.groups[group].open;
        let store = self.addresses.store();
        let width = self.place.client_width();
        let high = estimates(store, self.kind, &self.groups[group..=group], width);
        let known = self.groups[group].first + 2;
        self.heights.replace(start + known.min(size)..start + size, high[known..].to_vec());
        self.starts = starts(&self.groups);
        let had = active_near(&self.place).is_some_and(|active| self.place.contains(Some(&active)));
        let seen = self.heights.of(0..self.range.start) as i32 + NEAR;
        while !self.range.is_empty() {
            self.drop_first();
        }
        self.left = None;
        self.range = 0..0;
        let at = seen.max(top);
        self.show(self.heights.between(at.min(top + NEAR) - NEAR, at + NEAR));
        if had {
            let selector = ["[data-group=\"", &group.to_string(), "\"]"].concat();
            if let Ok(Some(opener)) = self.place.query_selector(&selector) {
                focus(opener.unchecked_ref());
            }
        }
    }

    /// Makes sure that a group which has this day, or comes after it, is there.
    fn reach(&mut self, day: Day) -> Option<Element> {
        let last = self.groups.iter().rposition(|group| group.day.is_some())?;
        let found = self.groups.iter().position(|group| group.day.is_some_and(|it| it >= day));
        let start = self.starts[found.unwrap_or(last)];
        self.look(self.heights.of(0..start) as i32 + 1);
        self.items.get(start.checked_sub(self.range.start)?)?.clone()
    }

    /// Has the first so many items for the printer, or else those near the screen again.
    fn print(&mut self, many: Option<usize>) {
        let Some(many) = many else {
            if let Ok(Some(said)) = self.place.query_selector(".not-printed") {
                said.remove();
            }
            let top = -(self.place.get_bounding_client_rect().top() as i32);
            return self.look(top.max(0));
        };
        self.show(0..many.min(self.heights.len()));
        let left = (self.range.end..self.heights.len())
            .filter(|item| matches!(self.item(*item), Item::Row(..)))
            .count();
        if left > 0 {
            let said = ["and ", &words::number(left), " more"].concat();
            let said = el("p", "not-printed").text(&said);
            let _ = self.place.append_child(said.element());
        }
    }

    /// One row is the list's Tab stop; one that had the focus when it went gets it back.
    fn keep_focus(&mut self) {
        let has_it = active_near(&self.place)
            .is_some_and(|active| active == *self.place.unchecked_ref::<Element>());
        if let Some(item) = self.left.filter(|item| has_it && self.range.contains(item)) {
            self.left = None;
            if let Some(row) = self.control(item) {
                return focus(&row);
            }
        }
        if matches!(self.place.query_selector("[tabindex=\"0\"]"), Ok(None)) {
            let first = self.range.clone().find_map(|item| self.control(item));
            if let Some(row) = first {
                row.set_tab_index(0);
            }
        }
    }

    /// The link or button of an item.
    fn control(&self, item: usize) -> Option<HtmlElement> {
        if matches!(self.item(item), Item::Heading(_)) {
            return None;
        }
        let row = self.items.get(item.checked_sub(self.range.start)?)?.as_ref()?;
        let control = row.first_element_child()?;
        (!control.class_list().contains(rows::COMING)).then(|| control.unchecked_into())
    }
}

/// Gives the focus without scrolling there.
fn focus(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

fn height(element: &Element) -> i32 {
    element.unchecked_ref::<HtmlElement>().offset_height()
}

/// How many items a group has: its heading, its rows, and what opens the rest.
fn size(group: &Group) -> usize {
    1 + group.shown() + usize::from(group.behind() > 0)
}

fn starts(groups: &[Group]) -> Vec<usize> {
    let mut at = 0;
    let start = |group: &Group| {
        let start = at;
        at += size(group);
        start
    };
    groups.iter().map(start).collect()
}

/// How high items will be, roughly, in a list of this width: what is not on the screen is not laid out.
fn estimates(store: Store, kind: Kind, groups: &[Group], width: i32) -> Vec<u32> {
    // At 16 pixels a letter takes about 7.5; the mark and the margins take 60.
    let letters = ((width.max(300) - 60) as usize * 2 / 15).max(20);
    let parts = &store.library.parts;
    let row = |index: &u32| {
        let (title, lines) = match kind {
            Kind::Event => (parts.length_of_event_title(*index), 18),
            Kind::Article => (parts.length_of_article_title(*index), 36),
        };
        20 + lines + 21 * title.unwrap_or(TITLE).div_ceil(letters) as u32
    };
    let mut heights = Vec::new();
    for group in groups {
        heights.push(34);
        heights.extend(group.rows[..group.first].iter().map(row));
        if group.behind() > 0 {
            heights.push(36);
        }
        if group.open {
            heights.extend(group.rows[group.first..].iter().map(row));
        }
    }
    heights
}
