//! Makes elements and lets them follow the state.
//!
//! Signals, memos and owners are Leptos's; the elements are made here and not
//! by its `view!` macro. Every `view!` is a type of its own, and each type
//! brings its own code to build, compare and erase it: for this page that was
//! more than the whole budget of the first load. Here everything that differs
//! is boxed, so one small set of functions draws the whole page.

use core::cell::Cell;
use core::sync::atomic::{AtomicUsize, Ordering};
use core::time::Duration;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, EventTarget, HtmlElement, MouseEvent, Node};

/// What can have the focus, for keeping it where it was.
const FOCUSABLE: &str = "button, input, summary, a[href]";

/// An element, or a text, that is being made.
pub struct El(Node);

/// An HTML element of that class; an empty class is none.
pub fn el(tag: &str, class: &str) -> El {
    made(document().create_element(tag), class)
}

/// An SVG element of that class; an empty class is none.
pub fn svg(tag: &str, class: &str) -> El {
    made(document().create_element_ns(Some("http://www.w3.org/2000/svg"), tag), class)
}

fn made(element: Result<Element, JsValue>, class: &str) -> El {
    // Only a tag that is no name is refused, and tags are constants here.
    let Ok(element) = element else { return text("") };
    let made = El(element.into());
    if class.is_empty() { made } else { made.attr("class", class) }
}

/// What has children and is no element: where it is put, they are.
pub fn fragment() -> El {
    El(document().create_document_fragment().into())
}

/// A text.
pub fn text(text: &str) -> El {
    El(document().create_text_node(text).into())
}

/// A button of text.
pub fn button(class: &str, label: &str, act: impl Fn() + 'static) -> El {
    el("button", class).attr("type", "button").text(label).click(act)
}

/// A link of text. A plain click does `act` here; one that asks for a new tab or window is the
/// browser's, and so is copying the address.
pub fn link(class: &str, label: &str, href: &str, act: impl Fn() + 'static) -> El {
    // Else a drag over its words would carry it away instead of selecting them.
    let link = el("a", class).attr("href", href).attr("draggable", "false").text(label);
    linked(link, Box::new(act))
}

fn linked(link: El, act: Box<dyn Fn()>) -> El {
    link.on("click", move |event| {
        let Some(click) = event.dyn_ref::<MouseEvent>().filter(|click| is_plain(click)) else {
            return;
        };
        event.prevent_default();
        // What listens must not hold the element: neither would ever go.
        let element = event.current_target();
        let selected = |link: EventTarget| selects(link.unchecked_ref());
        // A key opens also what is selected.
        if click.detail() == 0 || !element.is_some_and(selected) {
            act();
        }
    })
}

/// A length for a style.
#[inline(never)]
pub fn px(pixels: i32) -> String {
    [&*pixels.to_string(), "px"].concat()
}

/// Whether words of this element are selected.
pub fn selects(element: &Element) -> bool {
    let selection = window().get_selection().ok().flatten();
    selection.is_some_and(|selection| {
        !selection.is_collapsed()
            && selection
                .contains_node_with_allow_partial_containment(element, true)
                .unwrap_or(false)
    })
}

/// Whether a click has no key with it that makes it mean something else.
pub fn is_plain(click: &MouseEvent) -> bool {
    !(click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key())
}

impl El {
    /// Gives it an attribute.
    pub fn attr(self, name: &str, value: &str) -> Self {
        let _ = self.element().set_attribute(name, value);
        self
    }

    /// Sets a style. Through the style object: a policy may forbid style attributes.
    pub fn style(self, name: &str, value: &str) -> Self {
        let _ = self.0.unchecked_ref::<HtmlElement>().style().set_property(name, value);
        self
    }

    /// Adds a text.
    pub fn text(self, more: &str) -> Self {
        self.child(text(more))
    }

    /// Adds a child.
    pub fn child(self, child: El) -> Self {
        let _ = self.0.append_child(&child.0);
        self
    }

    /// Adds children.
    pub fn children(self, children: Vec<El>) -> Self {
        children.into_iter().fold(self, El::child)
    }

    /// Adds a child where there is one.
    pub fn maybe(self, child: Option<El>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// Does `act` on every event of that name. Lives as long as the element, which `act` must not hold, nor
    /// anything that it stands in: neither would ever go.
    pub fn on(self, name: &str, act: impl Fn(Event) + 'static) -> Self {
        self.listen(name, Box::new(act))
    }

    /// Does `act` on every click.
    pub fn click(self, act: impl Fn() + 'static) -> Self {
        self.listen_click(Box::new(act))
    }

    /// Gives it an attribute that follows the state; `None` takes it away.
    pub fn live(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        self.follow_value(name, Box::new(value))
    }

    /// Gives it an attribute without a value, while `is` is so.
    pub fn flag(self, name: &'static str, is: impl Fn() -> bool + 'static) -> Self {
        self.follow_words(name, Some(""), None, Box::new(is))
    }

    /// Gives it an attribute that says "true" or "false".
    pub fn truth(self, name: &'static str, is: impl Fn() -> bool + 'static) -> Self {
        self.follow_words(name, Some("true"), Some("false"), Box::new(is))
    }

    /// Gives it a class, while `is` is so.
    pub fn toggle(self, class: &'static str, is: impl Fn() -> bool + 'static) -> Self {
        self.follow_class(class, Box::new(is))
    }

    /// Makes a text that follows the state its only child.
    pub fn live_text(self, text: impl Fn() -> String + 'static) -> Self {
        self.follow_text(Box::new(text))
    }

    /// Makes children that follow the state its only children.
    pub fn live_children(self, children: impl Fn() -> Vec<El> + 'static) -> Self {
        self.follow_children(Box::new(children))
    }

    /// The same, by the frame: see [`follow_by_frame`].
    pub fn live_children_by_frame(self, children: impl Fn() -> Vec<El> + 'static) -> Self {
        let (element, children): (_, Box<dyn Fn() -> Vec<El>>) =
            (self.element().clone(), Box::new(children));
        by_frame(Box::new(move || replace(&element, children())));
        self
    }

    /// Another handle on the same element.
    pub fn another(&self) -> Self {
        Self(self.0.clone())
    }

    /// Puts another in its place, where there is one.
    pub fn replace_by(&self, other: Option<El>) {
        if let Some(other) = other {
            let _ = self.element().replace_with_with_node_1(&other.0);
        }
    }

    /// The element itself.
    pub fn element(&self) -> &Element {
        self.0.unchecked_ref()
    }

    fn listen(self, name: &str, act: Box<dyn Fn(Event)>) -> Self {
        let act = Closure::wrap(act).into_js_value();
        let _ = self.0.add_event_listener_with_callback(name, act.unchecked_ref());
        self
    }

    fn listen_click(self, act: Box<dyn Fn()>) -> Self {
        self.listen("click", Box::new(move |_| act()))
    }

    fn follow_value(self, name: &'static str, value: Box<dyn Fn() -> Option<String>>) -> Self {
        let element = self.element().clone();
        follow(move || say(&element, name, value().as_deref()));
        self
    }

    fn follow_words(
        self,
        name: &'static str,
        yes: Option<&'static str>,
        no: Option<&'static str>,
        is: Box<dyn Fn() -> bool>,
    ) -> Self {
        let element = self.element().clone();
        follow(move || say(&element, name, if is() { yes } else { no }));
        self
    }

    fn follow_class(self, class: &'static str, is: Box<dyn Fn() -> bool>) -> Self {
        let classes = self.element().class_list();
        follow(move || {
            let _ = classes.toggle_with_force(class, is());
        });
        self
    }

    fn follow_text(self, text: Box<dyn Fn() -> String>) -> Self {
        let node = self.0.clone();
        follow(move || node.set_text_content(Some(&text())));
        self
    }

    fn follow_children(self, children: Box<dyn Fn() -> Vec<El>>) -> Self {
        let element = self.element().clone();
        follow(move || replace(&element, children()));
        self
    }
}

/// Does `act` once after a pause, however often the function it gives was called before, and not at all
/// once the present owner is cleaned up.
pub fn when_paused(pause: Duration, act: impl Fn() + 'static) -> impl Fn() {
    let (act, turn): (Rc<dyn Fn()>, _) = (Rc::new(act), Arc::new(AtomicUsize::new(0)));
    let next = |turn: &AtomicUsize| turn.fetch_add(1, Ordering::Relaxed) + 1;
    let last = turn.clone();
    on_cleanup(move || {
        next(&last);
    });
    move || {
        let (act, turn, now) = (act.clone(), turn.clone(), next(&turn));
        let work = move || {
            if turn.load(Ordering::Relaxed) == now {
                act();
            }
        };
        set_timeout(work, pause);
    }
}

/// Does `act` at every event of this name on `target`, until the present owner is cleaned up.
pub fn hear(target: &EventTarget, name: &'static str, act: impl Fn(Event) + 'static) {
    hear_each(target.clone(), name, Box::new(act));
}

fn hear_each(target: EventTarget, name: &'static str, act: Box<dyn Fn(Event)>) {
    let act: js_sys::Function = Closure::wrap(act).into_js_value().unchecked_into();
    let _ = target.add_event_listener_with_callback(name, &act);
    on_cleanup(move || drop(target.remove_event_listener_with_callback(name, &act)));
}

/// Does `work` now and whenever a signal that it read changes, until the
/// present owner is cleaned up. One type for all effects of the page.
pub fn follow(work: impl Fn() + 'static) {
    let work: Box<dyn Fn()> = Box::new(work);
    keep(work);
}

/// The same, but what changes is followed with the next frame: for what a letter that is typed need not wait for,
/// and what several changes of one frame would draw in vain.
pub fn follow_by_frame(work: impl Fn() + 'static) {
    by_frame(Box::new(work));
}

fn by_frame(work: Box<dyn Fn()>) {
    let (due, turn) = (Cell::new(true), RwSignal::new(0));
    follow(move || {
        turn.track();
        if due.replace(false) {
            return work();
        }
        due.set(true);
        request_animation_frame(move || {
            // Nothing is left to follow once the present owner is cleaned up.
            let _ = turn.try_update(|turn| *turn += 1);
        });
    });
}

fn keep(work: Box<dyn Fn()>) {
    let effect = RenderEffect::new(move |_: Option<()>| work());
    on_cleanup(move || drop(effect));
}

/// Gives an attribute this value, or takes it away.
fn say(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// Puts `children` in the place of those that `parent` has. A focus inside
/// stays at its place in the order, or the last one;
/// `src/page/roving.mjs` then finds what had it.
pub fn replace(parent: &Element, children: Vec<El>) {
    let active = active_near(parent).filter(|active| parent.contains(Some(active)));
    let place = active.and_then(|active| places(parent).position(|one| one == active));
    let nodes: js_sys::Array = children.iter().map(|child| &child.0).collect();
    parent.replace_children_with_node(&nodes);
    if let Some(element) = place.and_then(|place| places(parent).take(place + 1).last()) {
        let _ = element.unchecked_into::<HtmlElement>().focus();
    }
}

/// What has the focus in the tree that `node` is in. Only a document and a shadow root know;
/// both have the same property for it.
pub fn active_near(node: &Node) -> Option<Element> {
    node.get_root_node().unchecked_into::<Document>().active_element()
}

/// What can have the focus inside an element, in order.
fn places(parent: &Element) -> impl Iterator<Item = Element> {
    let found = parent.query_selector_all(FOCUSABLE).ok();
    let count = found.as_ref().map_or(0, |found| found.length());
    (0..count).filter_map(move |at| Some(found.as_ref()?.item(at)?.unchecked_into()))
}
