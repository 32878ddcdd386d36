//! Where an instance is mounted: the page of its own, or a box inside somebody else's page.

use core::sync::atomic::{AtomicBool, Ordering};
use core::time::Duration;
use std::sync::{Mutex, PoisonError};

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Window};

use crate::dom::active_near;

/// Where one instance is mounted. Lives as long as the window, also after the instance was closed.
pub struct Mount {
    /// Where the address, the history, the width and the keys come from. The window; inside
    /// somebody else's page an object of `embed-inline.js` with the same `location`, `history`,
    /// `matchMedia` and `addEventListener`, and nothing else of a window.
    pub host: Window,
    /// The element that all of the instance is in.
    pub root: HtmlElement,
    closed: AtomicBool,
    /// What waits until all views are here; none once they are.
    waiting: Mutex<Option<Vec<Work>>>,
}

type Work = Box<dyn FnOnce() + Send>;

impl Mount {
    /// A mount that stays.
    pub fn new(root: HtmlElement, host: Window) -> &'static Self {
        let waiting = Mutex::new(Some(Vec::new()));
        Box::leak(Box::new(Self { host, root, closed: AtomicBool::new(false), waiting }))
    }

    /// Says that the instance is closed: what it still waited for is not to be done.
    pub fn close(&self) {
        self.closed.store(true, Ordering::Relaxed);
    }

    /// Whether the instance was closed.
    pub fn is_closed(&self) -> bool {
        self.closed.load(Ordering::Relaxed)
    }

    /// Whether all views are here.
    pub fn is_whole(&self) -> bool {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).is_none()
    }

    /// Does `work` once all views are here, unless the instance is closed by then; in the order of asking.
    pub fn when_whole(&self, work: impl FnOnce() + Send + 'static) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        match &mut *waiting {
            Some(waiting) => waiting.push(Box::new(work)),
            None => {
                drop(waiting);
                work();
            }
        }
    }

    /// Says that all views are here.
    pub fn whole(&self) {
        let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner).take();
        for work in waiting.into_iter().flatten().filter(|_| !self.is_closed()) {
            work();
        }
    }

    /// The tag of the main part. Inside somebody else's page that is theirs to tell.
    pub fn main(&self) -> &'static str {
        if self.host.document().is_some() { "main" } else { "div" }
    }

    /// The first element of the instance that `selector` finds.
    pub fn find(&self, selector: &str) -> Option<HtmlElement> {
        Some(self.root.query_selector(selector).ok()??.unchecked_into())
    }

    /// Puts the focus on the first element that `selector` finds.
    pub fn focus(&self, selector: &str) {
        if let Some(element) = self.find(selector) {
            let _ = element.focus();
        }
    }

    /// The same, once the views have followed the state.
    pub fn focus_soon(&'static self, selector: &'static str) {
        self.next_frame(move || self.focus(selector));
    }

    /// Does `work` before the next picture, unless the instance is closed by then: its signals are gone.
    pub fn next_frame(&'static self, work: impl FnOnce() + 'static) {
        request_animation_frame(self.while_open(Box::new(work)));
    }

    /// Does `work` when what is being done is done, unless the instance is closed by then.
    pub fn at_once(&'static self, work: impl FnOnce() + 'static) {
        queue_microtask(self.while_open(Box::new(work)));
    }

    /// Does `work` in a task of its own, unless the instance is closed by then.
    pub fn soon(&'static self, work: impl FnOnce() + 'static) {
        set_timeout(self.while_open(Box::new(work)), Duration::ZERO);
    }

    fn while_open(&'static self, work: Box<dyn FnOnce()>) -> impl FnOnce() {
        move || {
            if !self.is_closed() {
                work();
            }
        }
    }

    /// What has the focus, as far as the instance's own document or shadow root may know.
    pub fn active(&self) -> Option<HtmlElement> {
        active_near(&self.root).map(JsCast::unchecked_into)
    }
}
