//! What lies beside the bundle: fetched when a view asks for it, and kept from then on.
//!
//! The corpus has what lists, filters and the timeline need. Texts, where sentences stand in them, and
//! reasons may lie in parts of their own, as `dateline_model::part` makes them. A view asks for a whole
//! article and gets none at first; when its part is here, what asked is made anew.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use dateline_model::{
    Article, ArticleIndex, Contents, Corpus, Entity, EntityIndex, Event, EventIndex, Part,
    unpack_part,
};
use dateline_query::Engine;
use js_sys::{Function, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

/// So many parts are on their way at once: what is asked for later, and is more urgent, waits for few.
const FLYING: usize = 4;

/// What is told whether all is here now.
type Waiting = Box<dyn FnOnce(bool) + Send>;

/// The whole of a corpus, as far as it is here. Lives as long as the program.
pub struct Library {
    /// What lists, filters and the timeline need.
    pub corpus: &'static Corpus,
    /// What answers questions about it.
    pub engine: &'static Engine,
    parts: Vec<Part>,
    articles: Shelf<Article>,
    events: Shelf<Event>,
    entities: Shelf<Entity>,
    /// Asks for a part by its hash, and calls back with its bytes or without.
    fetch: Function,
    orders: Mutex<Orders>,
    /// How many parts are here. Told anew as well when one that was lost may be asked for again.
    here: ArcRwSignal<usize>,
    /// Whether all are.
    whole: ArcRwSignal<bool>,
    lost: ArcRwSignal<bool>,
}

/// What was asked for.
struct Orders {
    /// By part.
    states: Vec<State>,
    /// What views asked for, the first first.
    named: VecDeque<usize>,
    /// What is wanted because all is, in its order.
    others: VecDeque<usize>,
    /// Whether all is wanted.
    all: bool,
    waiting: Vec<Waiting>,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Unasked,
    Queued,
    Flying,
    Here,
    Lost,
}

/// By place in the corpus: which part makes it whole, and the whole.
struct Shelf<T: 'static>(Vec<(usize, OnceLock<&'static T>)>);

impl<T> Shelf<T> {
    fn new(length: usize, parts: &[Part], contents: &dyn Fn(&Contents) -> &[u32]) -> Self {
        let mut slots: Vec<_> = (0..length).map(|_| (0, OnceLock::new())).collect();
        for (at, part) in parts.iter().enumerate() {
            for place in contents(&part.contents) {
                if let Some(slot) = slots.get_mut(*place as usize) {
                    slot.0 = at;
                }
            }
        }
        Self(slots)
    }

    fn put(&self, whole: Vec<(u32, T)>) {
        for (place, whole) in whole {
            if let Some(slot) = self.0.get(place as usize) {
                slot.1.get_or_init(|| Box::leak(Box::new(whole)));
            }
        }
    }

    fn all(&self) -> Vec<&'static T> {
        self.0.iter().filter_map(|slot| slot.1.get().copied()).collect()
    }
}

impl Library {
    /// The library of `corpus` whose parts are fetched by `fetch`; without parts, all is here.
    pub fn new(
        corpus: &'static Corpus,
        engine: &'static Engine,
        parts: Vec<Part>,
        fetch: Function,
    ) -> Self {
        let orders = Orders {
            states: vec![State::Unasked; parts.len()],
            named: VecDeque::new(),
            others: VecDeque::new(),
            all: false,
            waiting: Vec::new(),
        };
        let length = |length| if parts.is_empty() { 0 } else { length };
        Self {
            articles: Shelf::new(length(corpus.articles.len()), &parts, &|it| &it.articles),
            events: Shelf::new(length(corpus.events.len()), &parts, &|it| &it.events),
            entities: Shelf::new(length(corpus.entities.len()), &parts, &|it| &it.entities),
            orders: Mutex::new(orders),
            here: ArcRwSignal::new(0),
            whole: ArcRwSignal::new(parts.is_empty()),
            lost: ArcRwSignal::new(false),
            corpus,
            engine,
            parts,
            fetch,
        }
    }

    /// An article with its text. `None` while that is not here: what asked is made anew when it is.
    pub fn article(&'static self, at: ArticleIndex) -> Option<&'static Article> {
        self.get(&self.articles, &self.corpus.articles, at)
    }

    /// An article with its text, if that is here; asks for nothing.
    pub fn article_here(&self, at: ArticleIndex) -> Option<&'static Article> {
        self.find(&self.articles, &self.corpus.articles, at)
    }

    /// An event with the places of its tellings and its reasons, as [`article`](Self::article).
    pub fn event(&'static self, at: EventIndex) -> Option<&'static Event> {
        self.get(&self.events, &self.corpus.events, at)
    }

    /// An entity with its reasons, as [`article`](Self::article).
    pub fn entity(&'static self, at: EntityIndex) -> Option<&'static Entity> {
        self.get(&self.entities, &self.corpus.entities, at)
    }

    /// Whether all texts are here; asks for them. Who asks is told once they are.
    pub fn is_whole(&'static self) -> bool {
        let whole = self.whole.get();
        if !whole {
            self.ask_for_all();
        }
        whole
    }

    /// Calls `done` when all is here, or with false where something could not be had.
    pub fn when_whole(&'static self, done: impl FnOnce(bool) + Send + 'static) {
        if self.whole.get_untracked() {
            return done(true);
        }
        self.retry();
        self.orders().waiting.push(Box::new(done));
        self.ask_for_all();
    }

    /// How many bytes lie beside the bundle that can be kept for later visits without a network; 0 where none
    /// do, or this is no page that can.
    pub fn keepable(&self) -> u32 {
        let keeps = js_sys::Reflect::get(&self.fetch, &"keeps".into());
        let keeps = keeps.is_ok_and(|keeps| keeps.is_truthy());
        if keeps { self.parts.iter().map(|part| part.length).sum() } else { 0 }
    }

    /// Has all of it kept, and says whether it is.
    pub fn keep(&self, done: impl FnOnce(bool) + 'static) {
        let done = Closure::once_into_js(move |kept: JsValue| done(kept.is_truthy()));
        let _ = self.fetch.call2(&JsValue::UNDEFINED, &JsValue::NULL, &done);
    }

    /// How much of a hundred is here.
    pub fn percent(&self) -> usize {
        self.here.get() * 100 / self.parts.len().max(1)
    }

    /// Whether anything lies beside the bundle.
    pub fn is_parted(&self) -> bool {
        !self.parts.is_empty()
    }

    /// Whether something that was asked for could not be had.
    pub fn has_lost(&self) -> bool {
        self.lost.get()
    }

    /// Lets what could not be had be asked for again.
    pub fn retry(&self) {
        let mut any = false;
        for state in &mut self.orders().states {
            if *state == State::Lost {
                (*state, any) = (State::Unasked, true);
            }
        }
        if any {
            self.lost.set(false);
            // Whoever waits asks again.
            self.here.notify();
            self.whole.notify();
        }
    }

    fn orders(&self) -> MutexGuard<'_, Orders> {
        self.orders.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn get<T>(&'static self, shelf: &Shelf<T>, core: &'static [T], at: u32) -> Option<&'static T> {
        let found = self.find(shelf, core, at);
        if found.is_none() {
            let part = shelf.0.get(at as usize)?.0;
            self.here.track();
            self.ask(part);
        }
        found
    }

    fn find<T>(&self, shelf: &Shelf<T>, core: &'static [T], at: u32) -> Option<&'static T> {
        match self.is_parted() {
            true => shelf.0.get(at as usize)?.1.get().copied(),
            false => core.get(at as usize),
        }
    }

    /// Asks for a part, before all that no view asked for.
    fn ask(&'static self, part: usize) {
        let mut orders = self.orders();
        let Orders { states, named, others, .. } = &mut *orders;
        if matches!(states[part], State::Unasked | State::Queued) && !named.contains(&part) {
            states[part] = State::Queued;
            others.retain(|other| *other != part);
            named.push_back(part);
        }
        drop(orders);
        self.pump();
    }

    /// Asks for all that is not here.
    fn ask_for_all(&'static self) {
        let mut orders = self.orders();
        orders.all = true;
        let Orders { states, others, .. } = &mut *orders;
        for (part, state) in states.iter_mut().enumerate() {
            if *state == State::Unasked {
                *state = State::Queued;
                others.push_back(part);
            }
        }
        drop(orders);
        self.pump();
    }

    /// Fetches what is to be fetched, a few at a time.
    fn pump(&'static self) {
        loop {
            let mut orders = self.orders();
            let flying = orders.states.iter().filter(|state| **state == State::Flying).count();
            if flying >= FLYING {
                return;
            }
            let next = orders.named.pop_front().or_else(|| orders.others.pop_front());
            let Some(part) = next else { return };
            orders.states[part] = State::Flying;
            drop(orders);
            let done = Closure::once_into_js(move |bytes: JsValue| self.take(part, &bytes));
            let hash = Uint8Array::from(&self.parts[part].hash[..]);
            let _ = self.fetch.call2(&JsValue::UNDEFINED, &hash, &done);
        }
    }

    /// Takes a part's bytes, or hears that there are none.
    fn take(&'static self, part: usize, bytes: &JsValue) {
        let bytes = bytes.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec);
        let made = bytes
            .and_then(|bytes| unpack_part(&bytes, &self.parts[part].contents, self.corpus).ok());
        let is_here = made.is_some();
        if let Some(made) = made {
            self.articles.put(made.articles);
            self.events.put(made.events);
            self.entities.put(made.entities);
        }
        let mut orders = self.orders();
        orders.states[part] = if is_here { State::Here } else { State::Lost };
        // Views that still wait ask again; what is closed by now is not fetched for nothing.
        while let Some(part) = orders.named.pop_back() {
            match orders.all {
                true => orders.others.push_front(part),
                false => orders.states[part] = State::Unasked,
            }
        }
        let whole = orders.states.iter().all(|state| *state == State::Here);
        let told = whole || !is_here;
        let waiting = if told { core::mem::take(&mut orders.waiting) } else { Vec::new() };
        drop(orders);
        self.pump();
        if whole {
            self.engine.read(self.articles.all(), self.events.all());
            self.whole.set(true);
        }
        match is_here {
            true => self.here.update(|here| *here += 1),
            false => self.lost.set(true),
        }
        waiting.into_iter().for_each(|done| done(whole));
    }
}
