//! What lies beside the bundle: fetched when a view asks for it.
//!
//! The corpus has what the list and the timeline need. Names, titles, texts, where sentences stand in them, and
//! reasons may lie in parts of their own, as `dateline_model::part` makes them. A view asks for a head or
//! for a whole article and gets none at first; when its part is here, what asked is made anew. Names are
//! asked for at once, and what comes [`later`](crate::later) waits for them. Names and heads stay; of texts those
//! stay that were looked at last, and what went is fetched again, from what the browser keeps.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use dateline_model::{
    Article, ArticleIndex, Corpus, Entity, EntityIndex, Event, EventIndex, Held, Part, PartKind,
    Parts,
};
use dateline_query::Engine;
use js_sys::{Function, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use crate::later::{self, later};

/// So many parts are on their way at once, for what views ask for …
const FLYING: usize = 4;

/// … and so many of those that no view asked for: what is, shares the network with few.
const BEHIND: usize = 2;

/// A search looks anew when what is here has doubled, or when one part in so many of all has come since: whoever
/// reads what it found is not disturbed more often.
const STEPS: usize = 4;

/// What is told whether all is here now.
type Waiting = Box<dyn FnOnce(bool) + Send>;

/// The whole of a corpus, as far as it is here. Lives as long as the program.
pub struct Library {
    /// What the list and the timeline need.
    pub corpus: &'static Corpus,
    /// What lies beside it, as far as it is here.
    pub parts: Parts<'static>,
    /// What answers questions about it.
    pub engine: &'static Engine,
    /// Asks for a part by its hash, and calls back with its bytes or without.
    fetch: Function,
    orders: Mutex<Orders>,
    /// How many parts are here. Told anew as well when one that was lost may be asked for again.
    here: ArcRwSignal<usize>,
    /// How many were here when it was last told that a search finds more.
    searched: ArcRwSignal<usize>,
    /// Whether the names are.
    named: ArcRwSignal<bool>,
    /// Whether all heads are.
    headed: ArcRwSignal<bool>,
    /// Whether all parts are.
    whole: ArcRwSignal<bool>,
    lost: ArcRwSignal<bool>,
}

/// What was asked for.
struct Orders {
    /// By part.
    states: Vec<State>,
    /// By part: whether it was here once, and so was read for the search.
    came: Vec<bool>,
    /// By part: whether a view asked for it since.
    asked: Vec<bool>,
    /// What views asked for, the first first.
    named: VecDeque<usize>,
    /// What is wanted because all is, in its order.
    others: VecDeque<usize>,
    /// Whether all is wanted.
    all: bool,
    waiting: Vec<Waiting>,
    /// What waits for all heads only.
    for_heads: Vec<Box<dyn FnOnce() + Send>>,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Unasked,
    Queued,
    Flying,
    /// Its bytes are here, what takes them is not.
    Waiting,
    Here,
    Lost,
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
            came: vec![false; parts.len()],
            asked: vec![false; parts.len()],
            named: VecDeque::new(),
            others: VecDeque::new(),
            all: false,
            waiting: Vec::new(),
            for_heads: Vec::new(),
        };
        let parts = Parts::new(corpus, parts);
        Self {
            corpus,
            engine,
            orders: Mutex::new(orders),
            here: ArcRwSignal::new(0),
            searched: ArcRwSignal::new(0),
            named: ArcRwSignal::new(parts.list().is_empty()),
            headed: ArcRwSignal::new(parts.has_all_heads()),
            whole: ArcRwSignal::new(parts.list().is_empty()),
            lost: ArcRwSignal::new(false),
            parts,
            fetch,
        }
    }

    /// Everybody who is named, without reasons; nobody while that is not here.
    pub fn entities(&'static self) -> &'static [Entity] {
        self.parts.entities()
    }

    /// Follows whether the names are here.
    pub fn track_names(&self) {
        self.named.track();
    }

    /// Asks for the names, if they lie beside. What comes later waits for them.
    pub fn ask_for_names(&'static self) {
        if !self.named.get_untracked() {
            later::wait_for_names();
            self.ask_for(|part| part.contents.kind == PartKind::Names);
        }
    }

    /// An article with its title, and what else lists say of it. `None` while that is not here: what asked is
    /// made anew when it is.
    pub fn article_head(&'static self, at: ArticleIndex) -> Option<Held<'static, Article>> {
        let part = || self.parts.part_of_article(PartKind::Heads, at);
        self.get(self.parts.article_head(at), part)
    }

    /// An event with its title, as [`article_head`](Self::article_head).
    pub fn event_head(&'static self, at: EventIndex) -> Option<Held<'static, Event>> {
        self.get(self.parts.event_head(at), || self.parts.part_of_event(PartKind::Heads, at))
    }

    /// Whether all heads are here; asks for them.
    pub fn has_heads(&'static self) -> bool {
        let headed = self.headed.get();
        if !headed {
            self.ask_for_heads();
        }
        headed
    }

    /// Asks for the heads that are not here, after all that a view asks for.
    pub fn ask_for_heads(&'static self) {
        self.ask_for(|part| part.contents.kind == PartKind::Heads);
    }

    /// Calls `done` when all heads are here.
    pub fn when_headed(&'static self, done: impl FnOnce() + Send + 'static) {
        if self.headed.get_untracked() {
            return done();
        }
        self.orders().for_heads.push(Box::new(done));
        self.ask_for_heads();
    }

    /// Follows what comes.
    pub fn track(&self) {
        self.here.track();
    }

    /// An article with its text. `None` while that is not here: what asked is made anew when it is.
    pub fn article(&'static self, at: ArticleIndex) -> Option<Held<'static, Article>> {
        let part = || self.parts.part_of_article(PartKind::Texts, at);
        self.get(self.parts.article(at), part)
    }

    /// An article with its text for a glance, if that is here. What was here and went is asked for, after all that
    /// views ask for; who [`track`](Self::track)s is told.
    pub fn article_in_passing(&'static self, at: ArticleIndex) -> Option<Held<'static, Article>> {
        let found = self.parts.article_in_passing(at);
        if let (None, Some(part)) = (&found, self.parts.part_of_article(PartKind::Texts, at)) {
            let mut orders = self.orders();
            let waits = matches!(orders.states[part], State::Here | State::Unasked);
            if orders.came[part] && waits {
                orders.states[part] = State::Queued;
                orders.others.push_back(part);
                drop(orders);
                self.pump();
            }
        }
        found
    }

    /// An event with the places of its tellings and its reasons, as [`article`](Self::article).
    pub fn event(&'static self, at: EventIndex) -> Option<Held<'static, Event>> {
        self.get(self.parts.event(at), || self.parts.part_of_event(PartKind::Texts, at))
    }

    /// An entity with its reasons, as [`article`](Self::article).
    pub fn entity(&'static self, at: EntityIndex) -> Option<Held<'static, Entity>> {
        self.get(self.parts.entity(at), || self.parts.part_of_entity(at))
    }

    /// How many of the parts were searched, as far as it was told; `None` where all were. Asks for all of it. Who
    /// asks is told when it is more.
    pub fn reach(&'static self) -> Option<usize> {
        (!self.is_whole()).then(|| self.searched.get())
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
        if keeps { self.parts.list().iter().map(|part| part.length).sum() } else { 0 }
    }

    /// Has all of it kept, and says whether it is.
    pub fn keep(&self, done: impl FnOnce(bool) + 'static) {
        let done = Closure::once_into_js(move |kept: JsValue| done(kept.is_truthy()));
        let _ = self.fetch.call2(&JsValue::UNDEFINED, &JsValue::NULL, &done);
    }

    /// How much of a hundred is here.
    pub fn percent(&self) -> usize {
        self.here.get() * 100 / self.parts.list().len().max(1)
    }

    /// Whether anything lies beside the bundle.
    pub fn is_parted(&self) -> bool {
        !self.parts.list().is_empty()
    }

    /// Whether something that was asked for could not be had.
    pub fn has_lost(&self) -> bool {
        self.lost.get()
    }

    /// Whether titles that were asked for could not be had.
    pub fn has_lost_heads(&self) -> bool {
        self.lost.get() && !self.headed.get()
    }

    /// Lets what could not be had be asked for again.
    pub fn retry(&'static self) {
        let (mut any, mut names, mut heads) = (false, false, false);
        for (state, part) in self.orders().states.iter_mut().zip(self.parts.list()) {
            if *state == State::Lost {
                (*state, any) = (State::Unasked, true);
                names |= part.contents.kind == PartKind::Names;
                heads |= part.contents.kind == PartKind::Heads;
            }
        }
        if any {
            self.lost.set(false);
            if names {
                self.ask_for_names();
            }
            if heads {
                self.ask_for_heads();
            }
            // Whoever waits asks again.
            self.here.notify();
            self.whole.notify();
        }
    }

    /// Counts one more part.
    fn count(&self) {
        self.here.update(|here| *here += 1);
        let (here, before) = (self.here.get_untracked(), self.searched.get_untracked());
        if here >= (2 * before).min(before + self.parts.list().len().div_ceil(STEPS)) {
            self.searched.set(here);
        }
    }

    fn orders(&self) -> MutexGuard<'_, Orders> {
        self.orders.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn get<T>(
        &'static self,
        found: Option<Held<'static, T>>,
        part: impl FnOnce() -> Option<usize>,
    ) -> Option<Held<'static, T>> {
        if found.is_none() {
            self.here.track();
            self.ask(part()?);
        }
        found
    }

    /// Asks for a part, before all that no view asked for.
    fn ask(&'static self, part: usize) {
        let mut orders = self.orders();
        let Orders { states, named, others, asked, .. } = &mut *orders;
        asked[part] = true;
        let may = !matches!(states[part], State::Flying | State::Waiting | State::Lost);
        if may && !named.contains(&part) {
            states[part] = State::Queued;
            others.retain(|other| *other != part);
            named.push_back(part);
        }
        drop(orders);
        self.pump();
    }

    /// Asks for all that is not here.
    fn ask_for_all(&'static self) {
        self.orders().all = true;
        self.ask_for(|_| true);
    }

    /// Asks for these, after all that a view asked for.
    fn ask_for(&'static self, wanted: fn(&Part) -> bool) {
        let mut orders = self.orders();
        let Orders { states, others, came, .. } = &mut *orders;
        for (at, part) in self.parts.list().iter().enumerate() {
            if states[at] == State::Unasked && !came[at] && wanted(part) {
                states[at] = State::Queued;
                others.push_back(at);
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
            let next = match orders.named.pop_front() {
                None if flying < BEHIND => orders.others.pop_front(),
                named => named,
            };
            let Some(part) = next else { return };
            orders.states[part] = State::Flying;
            drop(orders);
            let done = Closure::once_into_js(move |bytes: JsValue| self.take(part, &bytes));
            let hash = Uint8Array::from(&self.parts.list()[part].hash[..]);
            let _ = self.fetch.call2(&JsValue::UNDEFINED, &hash, &done);
        }
    }

    /// Takes a part's bytes, or hears that there are none. Only names are taken before what comes later.
    fn take(&'static self, part: usize, bytes: &JsValue) {
        let bytes = bytes.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec);
        if self.parts.list()[part].contents.kind != PartKind::Names {
            self.orders().states[part] = State::Waiting;
            later::when_here(move || {
                take_later(self, part, bytes);
            });
            // Names, for which it may wait, must not wait for it.
            return self.pump();
        }
        let names = bytes.and_then(|bytes| self.parts.put_names(&bytes).ok());
        self.came(part, names.is_some(), &mut |_| {
            if let Some(names) = names {
                self.engine.read_names(&names.entities, names.named.iter().map(Vec::as_slice));
                self.named.set(true);
            }
        });
    }

    /// Notes that a part is here, or could not be had, and tells who waits for it. What is here for the first time is
    /// to be `read`, which is told whether more is to come.
    fn came(&'static self, part: usize, is_here: bool, read: &mut dyn FnMut(bool)) {
        let is_names = self.parts.list()[part].contents.kind == PartKind::Names;
        let mut orders = self.orders();
        orders.states[part] = if is_here { State::Here } else { State::Lost };
        let is_first = is_here && !core::mem::replace(&mut orders.came[part], true);
        // Views that still wait ask again; what is closed by now is not fetched for nothing.
        while let Some(part) = orders.named.pop_back() {
            let is_heads = self.parts.list()[part].contents.kind == PartKind::Heads;
            match (orders.all || is_heads) && !orders.came[part] {
                true => orders.others.push_front(part),
                false => orders.states[part] = State::Unasked,
            }
        }
        let whole = orders.came.iter().all(|came| *came);
        let headed = !self.headed.get_untracked() && self.parts.has_all_heads();
        let told = whole || !is_here;
        let waiting = if told { core::mem::take(&mut orders.waiting) } else { Vec::new() };
        let for_heads = if headed { core::mem::take(&mut orders.for_heads) } else { Vec::new() };
        drop(orders);
        self.pump();
        if is_first {
            read(!whole);
        }
        if headed {
            self.headed.set(true);
        }
        if whole {
            self.whole.set(true);
        }
        match is_here {
            true if is_first => self.count(),
            true => self.here.notify(),
            // What waits for names says so itself.
            false if is_names => {}
            false => self.lost.set(true),
        }
        if is_names {
            later::names_came(is_here);
        }
        for_heads.into_iter().for_each(|done| done());
        waiting.into_iter().for_each(|done| done(whole));
    }
}

later! {
    /// Takes the bytes of titles or texts, and has them searched.
    "b" take_later(library: &'static Library, part: usize, bytes: Option<Vec<u8>>) -> () = take_part;
}

fn take_part(library: &'static Library, part: usize, bytes: Option<Vec<u8>>) {
    let parts = &library.parts;
    let asked = core::mem::take(&mut library.orders().asked[part]);
    let is_here = bytes.is_some_and(|bytes| parts.put(part, bytes, asked).is_ok());
    library.came(part, is_here, &mut |more| {
        library.engine.read(&mut parts.articles_of(part), &mut parts.events_of(part), more);
    });
}
