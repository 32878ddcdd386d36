//! What belongs to this screen alone and to no address: how wide it is,
//! whether the sheet of filters is open, where the focus came from, and keys.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent, Window};

use crate::dom::hear;
use crate::mount::Mount;
use crate::state::{Command, Store};

/// Below this width filters are a sheet; see `style/layout.css`.
const SHEET: &str = "(max-width: 1099px)";
/// Below this width the reader covers the screen; see `style/layout.css`.
const PHONE: &str = "(max-width: 719px)";

/// A sheet of A4 without its margins, in pixels.
const PAPER: i32 = 680;

/// The screen's own state. Lives in the context beside the store.
#[derive(Clone, Copy)]
pub struct Screen {
    /// Whether the filters are a sheet here.
    pub has_sheet: ReadSignal<bool>,
    /// Whether the reader covers everything else here.
    pub is_phone: ReadSignal<bool>,
    /// Whether the sheet of filters is open.
    pub sheet: RwSignal<bool>,
    /// What had the focus before the reader or the sheet opened.
    opener: StoredValue<Option<HtmlElement>>,
    mount: &'static Mount,
}

impl Screen {
    /// Follows the screen and the keys of this page.
    pub fn new(store: Store) -> Self {
        let mount = store.mount;
        let screen = Self {
            has_sheet: matches(&mount.host, SHEET),
            is_phone: matches(&mount.host, PHONE),
            sheet: RwSignal::new(false),
            opener: StoredValue::new(None),
            mount,
        };
        hear(&mount.host, "keydown", move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                screen.key(store, event);
            }
        });
        for (name, printing) in [("beforeprint", true), ("afterprint", false)] {
            hear(&window(), name, move |_| fit_paper(mount, printing));
        }
        screen
    }

    /// Whether the reader covers everything else now.
    pub fn reading_over(&self, store: Store) -> bool {
        self.is_phone.get()
            && store.state.with(|state| state.event.is_some() || state.article.is_some())
    }

    /// Whether the sheet of filters covers everything else now.
    pub fn sheet_over(&self) -> bool {
        self.has_sheet.get() && self.sheet.get()
    }

    /// Opens the sheet of filters and puts the focus into it.
    pub fn open_sheet(&self) {
        self.remember();
        self.sheet.set(true);
        self.mount.focus_soon("#filters");
    }

    /// Closes it and gives the focus back.
    pub fn close_sheet(&self) {
        self.sheet.set(false);
        self.give_back(".opener");
    }

    /// Keeps what has the focus, to give it back later.
    pub fn remember(&self) {
        self.opener.set_value(self.mount.active());
    }

    /// Gives the focus back to what had it, or else to the first of `otherwise`.
    pub fn give_back(&self, otherwise: &'static str) {
        let opener = self.opener.try_update_value(Option::take).flatten();
        let mount = self.mount;
        // First the views let what was covered answer again.
        mount.next_frame(move || match opener.filter(|opener| opener.is_connected()) {
            Some(opener) => drop(opener.focus()),
            None => mount.focus(otherwise),
        });
    }

    fn key(&self, store: Store, event: &KeyboardEvent) {
        if event.default_prevented() || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let active = self.mount.active();
        if !active.as_ref().is_none_or(|active| self.is_ours(active)) {
            return;
        }
        match event.key().as_str() {
            "/" if !active.as_deref().is_some_and(takes_text) => {
                event.prevent_default();
                self.mount.focus("#search");
            }
            // The browser empties a search field first.
            "Escape" if active.as_deref().is_some_and(has_text) => {}
            "Escape" if self.sheet.get_untracked() => self.close_sheet(),
            "Escape" => {
                let (event, article) =
                    store.state.with_untracked(|state| (state.event, state.article));
                if article.is_some() {
                    store.send(Command::OpenArticle(None));
                } else if event.is_some() {
                    store.send(Command::OpenEvent(None));
                }
            }
            _ => {}
        }
    }

    /// Whether the focus is inside this instance, or nowhere in particular.
    fn is_ours(&self, active: &Element) -> bool {
        active.tag_name() == "BODY" || self.mount.root.contains(Some(active))
    }
}

/// Lets the timeline, which is as wide as the screen, be as wide as the paper.
fn fit_paper(mount: &Mount, printing: bool) {
    let Some(timeline) = mount.find(".timeline") else { return };
    let wide = timeline.offset_width().max(1);
    let zoom = if printing { (PAPER * 100 / wide).min(100) } else { 100 };
    let _ = timeline.style().set_property("zoom", &[&zoom.to_string(), "%"].concat());
}

fn takes_text(active: &Element) -> bool {
    active.is_instance_of::<HtmlInputElement>()
        || active.tag_name() == "TEXTAREA"
        || active.has_attribute("contenteditable")
}

fn has_text(active: &Element) -> bool {
    active.dyn_ref::<HtmlInputElement>().is_some_and(|input| !input.value().is_empty())
}

/// Whether the screen matches a media query, now and later.
fn matches(host: &Window, query: &str) -> ReadSignal<bool> {
    let list = host.match_media(query).ok().flatten();
    let (now, set) = signal(list.as_ref().is_some_and(|list| list.matches()));
    if let Some(list) = list {
        let seen = list.clone();
        hear(&list, "change", move |_| set.set(seen.matches()));
    }
    now
}
