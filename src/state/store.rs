//! The page's one store: a handle that every view can copy.

use core::ops::Deref;
use std::sync::Arc;

use dateline_model::{Corpus, DayRange};
use dateline_query::{Engine, Matched, Results, Selection, Story};
use leptos::prelude::*;

use super::address;
use super::command::{Command, State, apply};
use super::history;
use super::library::Library;
use super::measure::timed;
use crate::later::{self, later};
use crate::mount::Mount;

/// A sentence to the reader about something that could not be done as asked.
pub type Notice = String;

/// What a selection shows and what it tells. One memo for both: each further type of memo is two
/// kilobytes of the first load.
pub struct Answer {
    results: Results,
    /// What it tells, wherever the reader looks.
    story: Arc<Story>,
    /// The selection without its days, which the story follows.
    anywhere: Selection,
    /// In how many parts its words were looked for; `None` where in all.
    reach: Option<usize>,
}

impl Deref for Answer {
    type Target = Results;

    fn deref(&self) -> &Results {
        &self.results
    }
}

/// Everything that the views read, and the one door for changes. Lives in the
/// context: `expect_context::<Store>()`.
#[derive(Clone, Copy)]
pub struct Store {
    /// What was read from the seeds.
    pub corpus: &'static Corpus,
    /// Search and filters over it.
    pub engine: &'static Engine,
    /// What lies beside it: texts and reasons.
    pub library: &'static Library,
    /// Where this instance is mounted.
    pub mount: &'static Mount,
    /// What the address holds, for reading; [`send`](Self::send) changes it.
    pub state: ReadSignal<State>,
    /// The state's selection alone: quiet while only what is open changes.
    pub selection: Memo<Selection>,
    /// What matches the selection.
    pub results: Memo<Arc<Answer>>,
    /// The days that the reader last asked the timeline to look at. Set again
    /// by every [`Command::Focus`], also to the same days.
    pub focus: ReadSignal<Option<DayRange>>,
    /// What could not be done as asked, newest last.
    pub notices: RwSignal<Vec<Notice>>,
    /// Whether what the address asks for may be among heads that are not here.
    pub early: RwSignal<bool>,
    /// Whether the reader asked for something that waits until all views are here.
    pub waits: RwSignal<bool>,
    set_state: WriteSignal<State>,
    set_focus: WriteSignal<Option<DayRange>>,
}

impl Store {
    /// A store over the library's corpus that shows what the address asks for and follows
    /// it from now on.
    pub fn new(library: &'static Library, mount: &'static Mount) -> Self {
        let (corpus, engine) = (library.corpus, library.engine);
        let hash = history::hash(&mount.host);
        // What an address asks for may need what is not here. Until then everything is shown.
        let asked = parse(&hash, library);
        let at_once = asked.is_some();
        let (first, said) = asked.unwrap_or_default();
        let (state, set_state) = signal(first);
        let (focus, set_focus) = signal(None);
        let selection = Memo::new(move |_| state.with(|state| state.selection.clone()));
        let results = Memo::new_with_compare(
            move |before: Option<&Arc<Answer>>| {
                let asked = selection.get();
                // Filters count anew once the names are here.
                library.track_names();
                let reach = if engine.has_words(&asked.q) { library.reach() } else { None };
                let anywhere = Selection { from: None, to: None, ..asked.clone() };
                let words = matched(engine, &asked.q);
                let results = timed("dateline:query", || engine.run_with(&asked, words.as_ref()));
                // Where only the days change, the story is the same.
                let same = before.filter(|it| it.anywhere == anywhere && it.reach == reach);
                let story = match same {
                    Some(before) => before.story.clone(),
                    None => timed("dateline:story", || {
                        Arc::new(engine.story_with(&anywhere, words.as_ref()))
                    }),
                };
                Arc::new(Answer { results, story, anywhere, reach })
            },
            // It runs only for another selection, so the results are always new.
            |_, _| true,
        );
        let store = Self {
            corpus,
            engine,
            library,
            mount,
            state,
            selection,
            results,
            focus,
            notices: RwSignal::new(Vec::new()),
            early: RwSignal::new(false),
            waits: RwSignal::new(false),
            set_state,
            set_focus,
        };
        history::follow(&mount.host, move |hash| {
            store.when_whole(move || store.arrive(&hash));
        });
        match at_once {
            true => store.say(&hash, said),
            false => later::when_here(move || {
                if !mount.is_closed() {
                    store.arrive(&history::hash(&mount.host));
                }
            }),
        }
        store
    }

    /// Whether the words of the search were looked for in all there is.
    pub fn is_searched(&self) -> bool {
        self.results.with(|answer| answer.reach.is_none())
    }

    /// What is told, wherever the reader looks.
    pub fn story(&self) -> Arc<Story> {
        self.results.with(|answer| answer.story.clone())
    }

    /// What is told where nothing is chosen, whatever is: the corpus does not change.
    pub fn whole_story(&self) -> Arc<Story> {
        let everything = Selection::default();
        let here = self
            .results
            .with_untracked(|answer| (answer.anywhere == everything).then(|| answer.story.clone()));
        here.unwrap_or_else(|| Arc::new(self.engine.story_with(&everything, None)))
    }

    /// The days in view: those that are chosen, else all, else the story's. `None` where nothing is told.
    pub fn days(&self) -> Option<DayRange> {
        let (from, to) = self.selection.with(|selection| (selection.from, selection.to));
        let all_years = self.state.with(|state| state.all_years);
        self.results.with(|answer| {
            let whole = answer.story.whole;
            if from.is_some() || to.is_some() {
                let start = from.or(whole.map(|days| days.start)).or(to)?;
                let end = to.or(whole.map(|days| days.end)).or(from)?;
                return Some(DayRange::between(start, end));
            }
            if all_years { whole } else { answer.story.days }
        })
    }

    /// Does what the reader asked for and writes it to the address.
    pub fn send(&self, command: Command) {
        if let Command::Focus(days) = command {
            self.set_focus.set(Some(days));
            return;
        }
        if !self.mount.is_whole() {
            let store = *self;
            return store.when_whole(move || store.send(command));
        }
        self.early.set(false);
        let before = self.state.get_untracked();
        // Words that are still being typed are one search, hence one entry.
        let typing = matches!(&command, Command::Search(q) if !q.is_empty())
            && !before.selection.q.is_empty();
        let next = apply(&before, command, &self.library.parts);
        if next == before {
            return;
        }
        let kept = (next.event, next.article) == (before.event, before.article)
            && next.selection != before.selection;
        self.library.parts.turn();
        self.set_state.set(next);
        // What is open was chosen among other results: it does not outlive its place in them.
        let is_shown = |state: &State| self.results.with_untracked(|results| shows(results, state));
        if kept && !self.state.with_untracked(is_shown) {
            self.set_state.update(|state| (state.event, state.article) = (None, None));
        }
        let hash = self.state.with_untracked(|state| address::format(state, &self.library.parts));
        let host = &self.mount.host;
        if typing { history::replace(host, &hash) } else { history::push(host, &hash) }
    }

    /// Does what the reader asked for once all views are here.
    fn when_whole(self, work: impl FnOnce() + Send + 'static) {
        if !self.mount.is_whole() {
            self.waits.set(true);
        }
        self.mount.when_whole(move || {
            self.waits.set(false);
            work();
        });
    }

    /// Does it again once all heads are here, where what was asked for in vain may be among those that are not;
    /// says whether it will.
    pub fn is_early(self, said: &[Notice], again: impl FnOnce() + Send + 'static) -> bool {
        let early = !said.is_empty() && !self.library.parts.has_all_heads();
        if early {
            self.library.when_headed(move || {
                if !self.mount.is_closed() {
                    again();
                }
            });
        }
        early
    }

    /// Shows what an address asks for, without writing it again.
    fn arrive(self, hash: &str) {
        let Some((next, said)) = parse(hash, self.library) else { return };
        if next != self.state.get_untracked() {
            self.library.parts.turn();
            self.set_state.set(next);
        }
        self.say(hash, said);
    }

    /// Says what an address asks for in vain. What may be known once all heads are here is looked up again then,
    /// unless the reader has gone elsewhere.
    fn say(self, hash: &str, mut said: Vec<Notice>) {
        let asked = hash.to_owned();
        let early = self.is_early(&said, move || {
            if history::hash(&self.mount.host) == asked {
                self.arrive(&asked);
            }
        });
        if early {
            said.clear();
        }
        self.early.set(early);
        if !said.is_empty() || self.notices.with_untracked(|notices| !notices.is_empty()) {
            self.notices.set(said);
        }
    }
}

later! {
    /// What an address asks for.
    "7" parse(hash: &str, library: &'static Library) -> (State, Vec<Notice>) = parse_here;
    /// What has all words of a search.
    "8" matched_later(engine: &'static Engine, q: &str) -> Option<Matched> = Engine::matched;
}

fn parse_here(hash: &str, library: &'static Library) -> (State, Vec<Notice>) {
    address::parse(hash, &library.parts)
}

/// Without words the second module is not asked.
fn matched(engine: &'static Engine, q: &str) -> Option<Matched> {
    engine.has_words(q).then(|| matched_later(engine, q)).flatten().flatten()
}

/// Whether what is open is among the results. An article also is where its event is: whoever compares
/// how an event is told reads those that the filters leave out.
pub fn shows(results: &Results, state: &State) -> bool {
    let told = state.event.is_some_and(|event| results.events.contains(&event));
    match (state.event, state.article) {
        (_, Some(article)) => told || results.articles.contains(&article),
        (event, None) => told || event.is_none(),
    }
}
