//! What changes with every frame: the plan, the window, the scene, and the one
//! redraw that puts them on the page.

use dateline_axis::{Frame, Window, density, ticks};
use dateline_model::{Day, DayRange};
use dateline_words as words;
use leptos::prelude::*;
use web_sys::Element;

use super::draw::{draw, draw_strip};
use super::keys::{self, Step};
use super::motion::Motion;
use super::plan::Plan;
use super::scene::{Measures, Open, Scene};
use super::text::Letters;
use crate::dom::follow;
use crate::state::measure::timed;
use crate::state::{Command, Store};

/// At most this wide, only the strip is drawn: the list says everything else.
const NARROW: i32 = 719;

/// Left of the axis: the rows' names. Right of it: half a label.
pub const GUTTER: i32 = 112;
const RIGHT: i32 = 34;
/// Right of the strip: the buttons.
const CONTROLS: i32 = 250;
/// Beside the strip where there are neither names nor buttons.
const NARROW_SIDE: i32 = 20;

/// Wide columns of the strip, in pixels.
const COLUMN: i32 = 6;

/// Days shown beside those that the reader asked to see.
const BESIDE: i32 = 7;

/// A handle on the timeline's state.
#[derive(Clone, Copy)]
pub struct Chart {
    /// The page's store.
    pub store: Store,
    /// The overview's drawing.
    pub strip: StoredValue<Option<Element>>,
    /// The two lower rows' drawing.
    pub drawing: StoredValue<Option<Element>>,
    /// Where days are on the overview.
    pub overview: RwSignal<Frame>,
    /// What hangs beside a mark.
    pub tip: RwSignal<Option<Tip>>,
    /// The mark that the keys are on.
    pub active: RwSignal<Option<usize>>,
    /// Where to go from an empty window.
    pub offer: RwSignal<Option<Offer>>,
    width: RwSignal<i32>,
    inner: StoredValue<Inner>,
}

/// Words beside a mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Tip {
    /// The middle of the mark, from the left of the page.
    pub x: i32,
    /// Whether the mark is an article's.
    pub paper: bool,
    /// What it says.
    pub words: String,
}

/// A way out of an empty window.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// "Next: 2 June".
    pub words: String,
    /// Whether it leads on or back.
    pub next: bool,
    /// Where to.
    pub day: Day,
}

/// What no one but the chart watches.
pub struct Inner {
    /// What is shown.
    pub plan: Option<Plan>,
    /// The part in view.
    pub window: Window,
    /// As last drawn.
    pub scene: Scene,
    /// The event that the keys are on, by position in the plan.
    pub cursor: Option<usize>,
    opening: Window,
    focused: bool,
    motion: Option<Motion>,
    open: Open,
    letters: Option<(Letters, Letters)>,
    asked: bool,
    stale_strip: bool,
}

impl Chart {
    /// A chart over the store's results, with nothing drawn.
    pub fn new(store: Store) -> Self {
        Self {
            store,
            strip: StoredValue::new(None),
            drawing: StoredValue::new(None),
            overview: RwSignal::default(),
            tip: RwSignal::new(None),
            active: RwSignal::new(None),
            offer: RwSignal::new(None),
            width: RwSignal::new(0),
            inner: StoredValue::new(Inner {
                plan: None,
                window: Window::WHOLE,
                opening: Window::WHOLE,
                scene: Scene::default(),
                cursor: None,
                focused: false,
                motion: None,
                open: Open::default(),
                letters: None,
                asked: false,
                stale_strip: true,
            }),
        }
    }

    /// Redraws when the results, the width or what is open change, and moves
    /// when the reader asks to see some days.
    pub fn follow(self, store: Store) {
        follow(move || {
            let (results, width) = (store.results.get(), self.axis_width());
            let plan = Plan::new(store.corpus, &results.events, &results.articles, width);
            self.update(|inner| {
                let days = |plan: &Plan| {
                    plan.axis.segments().iter().map(|one| (one.start, one.end)).collect::<Vec<_>>()
                };
                // Where the reader has not looked elsewhere, the story stays in view, at any width.
                let elsewhere = inner.window != inner.opening
                    && inner.plan.as_ref().is_some_and(|old| days(old) == days(&plan));
                inner.opening = plan.opening();
                inner.window =
                    if elsewhere { plan.axis.clamp(inner.window) } else { inner.opening };
                inner.motion = None;
                inner.cursor = None;
                inner.stale_strip = true;
                inner.plan = Some(plan);
            });
            self.active.set(None);
            self.tip.set(None);
        });
        follow(move || {
            let open =
                store.state.with(|state| Open { event: state.event, article: state.article });
            let changed = self.update(|inner| {
                let changed = inner.open.event != open.event;
                inner.open = open;
                changed
            });
            if let (Some(event), Some(true)) = (open.event, changed) {
                self.reach(store.corpus.events[event as usize].days.start);
            }
        });
        follow(move || {
            if let Some(days) = store.focus.get() {
                let days = DayRange { start: days.start - BESIDE, end: days.end + BESIDE };
                self.move_to(|plan, _| plan.axis.show(days));
            }
        });
    }

    /// Whether there is room for the strip only.
    pub fn narrow(self) -> bool {
        self.width.get() <= NARROW
    }

    /// The page's width in pixels.
    pub fn width(self) -> i32 {
        self.width.get()
    }

    /// Left of the strip's axis.
    pub fn strip_left(self) -> i32 {
        if self.narrow() { NARROW_SIDE } else { GUTTER }
    }

    /// Says how wide the page is.
    pub fn set_width(self, width: i32) {
        if self.width.get_untracked() != width {
            self.width.set(width);
        }
    }

    /// Zooms around the middle.
    pub fn zoom(self, times: i32, by: i32) {
        let x = self.axis_width() / 2;
        self.move_to(|plan, window| plan.axis.zoom(window, x, times, by));
    }

    /// Shows the days in which most of what is told took place.
    pub fn story(self) {
        self.move_to(|plan, _| plan.opening());
    }

    /// Shows everything.
    pub fn fit(self) {
        self.move_to(|plan, _| plan.axis.fit());
    }

    /// Brings a day into view, if it is not.
    pub fn reach(self, day: Day) {
        self.move_to(|plan, window| plan.axis.reach(window, DayRange::single(day)));
    }

    /// Moves to another window, over a moment unless the reader asks for less
    /// motion. Says whether there is anywhere to go.
    pub fn move_to(self, to: impl FnOnce(&Plan, Window) -> Window) -> bool {
        let still = still();
        self.tip.set(None);
        self.update(|inner| {
            let Some(plan) = &inner.plan else { return false };
            let from = inner.window;
            let aim = inner.motion.map_or(from, |motion| motion.to);
            let to = to(plan, aim);
            if to == aim {
                return false;
            }
            if still {
                inner.window = to;
            } else {
                inner.motion = Some(Motion { from, to, began: now() });
            }
            true
        })
        .unwrap_or(false)
    }

    /// Moves at once, as a finger or a wheel does.
    pub fn jump_to(self, to: impl FnOnce(&Plan, Window) -> Window) {
        self.update(|inner| {
            let Some(plan) = &inner.plan else { return };
            inner.motion = None;
            inner.window = to(plan, inner.window);
        });
        self.tip.set(None);
    }

    /// Moves the cursor and brings it into view.
    pub fn go(self, step: Step) {
        let day = self.update(|inner| {
            let plan = inner.plan.as_ref()?;
            let open = inner.open.event.and_then(|event| plan.position(event));
            let first = open.or(inner.scene.marks.first().map(|mark| mark.items.0)).unwrap_or(0);
            inner.cursor = keys::go(&plan.events, inner.cursor, step, first);
            Some(plan.events[inner.cursor?].day)
        });
        if let Some(Some(day)) = day {
            self.reach(day);
        }
    }

    /// Shows the cursor while the rows have the focus; it stays where it was.
    pub fn focus(self, focused: bool) {
        self.update(|inner| inner.focused = focused);
        self.tip.set(None);
    }

    /// Opens what the cursor is on.
    pub fn open(self) {
        let event = self.read(|inner| Some(inner.plan.as_ref()?.events[inner.cursor?].index));
        if let Some(Some(event)) = event {
            self.store.send(Command::OpenEvent(Some(event)));
        }
    }

    /// Reads what is inside.
    pub fn read<T>(self, read: impl FnOnce(&Inner) -> T) -> Option<T> {
        self.inner.try_with_value(read)
    }

    /// Changes what is inside and asks for a redraw.
    fn update<T>(self, change: impl FnOnce(&mut Inner) -> T) -> Option<T> {
        let (result, first) = self.inner.try_update_value(|inner| {
            let first = !inner.asked;
            inner.asked = true;
            (change(inner), first)
        })?;
        if first {
            request_animation_frame(move || self.redraw());
        }
        Some(result)
    }

    fn axis_width(self) -> i32 {
        (self.width.get() - GUTTER - RIGHT).max(1)
    }

    /// At most once in a frame, and only after something changed.
    fn redraw(self) {
        let narrow = self.width.get_untracked() <= NARROW;
        let moving = self.inner.try_update_value(|inner| {
            inner.asked = false;
            let (window, done) = inner.motion?.at(now());
            inner.window = window;
            // Nothing moves that is not drawn.
            if done || narrow {
                inner.motion = None;
            }
            inner.motion
        });
        timed("dateline:timeline", || {
            if self.inner.try_update_value(|inner| std::mem::take(&mut inner.stale_strip))
                == Some(true)
            {
                self.redraw_strip(narrow);
            }
            if !narrow {
                self.redraw_rows();
            }
        });
        if let Some(Some(_)) = moving {
            self.update(|_| {});
        }
    }

    fn redraw_rows(self) {
        let Some(drawing) = self.drawing.get_value() else { return };
        let corpus = self.store.corpus;
        let seen = self.inner.try_update_value(|inner| {
            let plan = inner.plan.as_ref()?;
            let (label, small) = inner.letters.get_or_insert_with(|| letters(&drawing));
            let text =
                Measures { label: &|text| label.measure(text), small: &|text| small.measure(text) };
            let mut scene = Scene::new(corpus, plan, inner.window, inner.open, &text);
            let cursor = inner.cursor.filter(|_| inner.focused);
            let active = cursor.and_then(|cursor| scene.mark_of(cursor));
            if let (Some(cursor), Some(active)) = (cursor, active) {
                let item = plan.events[cursor];
                let mark = &mut scene.marks[active];
                mark.words = words::event_sentence(&corpus.events[item.index as usize], corpus);
                if mark.items.1 - mark.items.0 > 1 {
                    mark.words.push_str(" One of several events at this mark.");
                }
            }
            drawing.set_inner_html(&draw(corpus, &scene, active));
            let tip = active.map(|active| Tip {
                x: scene.marks[active].x + GUTTER,
                paper: false,
                words: scene.marks[active].words.clone(),
            });
            let offer = scene.marks.is_empty().then(|| offer(plan, &scene.frame)).flatten();
            inner.scene = scene;
            Some((active, tip, offer))
        });
        if let Some(Some((active, tip, offer))) = seen {
            if self.active.get_untracked() != active || active.is_some() {
                self.active.set(active);
                self.tip.set(tip);
            }
            if self.offer.get_untracked() != offer {
                self.offer.set(offer);
            }
        }
    }

    fn redraw_strip(self, narrow: bool) {
        let Some(strip) = self.strip.get_value() else { return };
        let corpus = self.store.corpus;
        let width = self.width.get_untracked();
        let wide = if narrow { width - 2 * NARROW_SIDE } else { width - GUTTER - CONTROLS };
        let events: Vec<u32> = (0..corpus.events.len() as u32).collect();
        let articles: Vec<u32> = (0..corpus.articles.len() as u32).collect();
        let all = Plan::new(corpus, &events, &articles, wide.max(1));
        let frame = all.axis.frame(all.axis.fit());
        let bins = density(&frame, COLUMN, &all.event_days(), &all.article_days());
        let html = self.inner.try_update_value(|inner| {
            let matching = inner.plan.as_ref().map_or_else(Vec::new, |plan| {
                density(&frame, COLUMN, &plan.event_days(), &plan.article_days())
            });
            let (_, small) = inner.letters.get_or_insert_with(|| letters(&strip));
            let ticks = ticks(&frame, &|text| small.measure(text));
            draw_strip(&frame, &bins, &matching, &ticks)
        });
        if let Some(html) = html {
            strip.set_inner_html(&html);
        }
        if self.overview.with_untracked(|old| *old != frame) {
            self.overview.set(frame);
        }
    }
}

/// The nearest day with an event beyond what is in view, onwards first.
fn offer(plan: &Plan, frame: &Frame) -> Option<Offer> {
    let seen = frame.days()?;
    let next = plan.events.iter().find(|item| item.day > seen.end);
    let item = next.or_else(|| plan.events.iter().rfind(|item| item.day < seen.start))?;
    let lead = if next.is_some() { "Next: " } else { "Previous: " };
    let words = [lead, &words::day_seen_from(seen.end.year(), item.day, item.granularity)].concat();
    Some(Offer { words, next: next.is_some(), day: item.day })
}

/// The fonts of labels and of what is smaller, as the style sheet sets them around `element`.
fn letters(element: &Element) -> (Letters, Letters) {
    let family = window()
        .get_computed_style(element)
        .ok()
        .flatten()
        .and_then(|style| style.get_property_value("--sans").ok())
        .filter(|family| !family.is_empty());
    let family = family.as_deref().unwrap_or("sans-serif");
    // Labels are measured as the open one is set, which is the widest.
    (Letters::new(&["600 13px ", family].concat()), Letters::new(&["11px ", family].concat()))
}

fn now() -> i32 {
    window().performance().map_or(0, |performance| performance.now() as i32)
}

fn still() -> bool {
    window()
        .match_media("(prefers-reduced-motion: reduce)")
        .ok()
        .flatten()
        .is_some_and(|query| query.matches())
}
