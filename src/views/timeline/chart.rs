//! What the band and the overview share: how wide the page is, which days are in view, and how they change.

use std::sync::Arc;

use dateline_axis::{Frame, Span};
use dateline_model::{Day, DayRange};
use dateline_query::Story;
use dateline_words as words;
use leptos::prelude::*;

use super::layout::Layout;
use super::size::Size;
use crate::dom::{follow, follow_by_frame};
use crate::state::measure::timed;
use crate::state::{Command, Store};

/// Days shown beside those that the reader asked to see.
const BESIDE: i32 = 7;

/// A handle on the timeline's state.
#[derive(Clone, Copy)]
pub struct Chart {
    /// The page's store.
    pub store: Store,
    /// What the band shows; a signal of its own type would be kilobytes of the first load.
    layout: StoredValue<Arc<Layout>>,
    /// Counts the layouts, for who follows them.
    made: RwSignal<i32>,
    /// Where days are on the overview.
    pub overview: RwSignal<Frame>,
    /// Days that are looked at for a moment: under a gesture, or on somebody's word. The address does not
    /// hold them.
    pub draft: RwSignal<Option<DayRange>>,
    /// The days in view: those, or else what the address says. Quiet while only what is open changes, so
    /// that who closes it finds the sentence they opened it by.
    pub days: Memo<Option<DayRange>>,
    size: RwSignal<Size>,
}

impl Chart {
    /// A chart over the store's story, as wide as nothing.
    pub fn new(store: Store) -> Self {
        let (size, draft) = (RwSignal::new(Size { width: 0, rem: 16 }), RwSignal::new(None));
        let days = Memo::new(move |_| draft.get().or_else(|| store.days()));
        let layout = StoredValue::new(Arc::new(Layout::default()));
        let made = RwSignal::new(0);
        follow_by_frame(move || {
            let (days, story, size) = (days.get(), store.story(), size.get());
            // Before it is on the page, and while it is hidden, there is nothing to lay out.
            let days = days.filter(|_| size.width > 0);
            let next = timed("dateline:timeline", || {
                Arc::new(Layout::new(store.corpus, &story, days, size))
            });
            layout.set_value(next);
            made.set(made.get_untracked() + 1);
        });
        Self { store, layout, made, overview: RwSignal::default(), draft, days, size }
    }

    /// Looks where the reader asks to, until other days are chosen.
    pub fn follow(self) {
        let store = self.store;
        follow(move || {
            store.selection.track();
            store.state.with(|state| state.all_years);
            if self.draft.with_untracked(Option::is_some) {
                self.draft.set(None);
            }
        });
        follow(move || {
            if let Some(days) = store.focus.get() {
                let whole = self.story().whole.unwrap_or(days);
                let room = DayRange { start: days.start - BESIDE, end: days.end + BESIDE };
                let start = room.start.max(whole.start.min(days.start));
                let end = room.end.min(whole.end.max(days.end));
                self.draft.set(Some(DayRange { start, end }));
            }
        });
    }

    /// What the band shows, now and whenever that changes.
    pub fn layout(self) -> Arc<Layout> {
        self.made.track();
        self.layout.get_value()
    }

    /// Asks what the band shows, now and whenever that changes.
    pub fn seen<T>(self, ask: impl FnOnce(&Layout) -> T) -> T {
        ask(&self.layout())
    }

    /// Asks what the band shows now.
    pub fn now<T>(self, ask: impl FnOnce(&Layout) -> T) -> T {
        self.layout.with_value(|layout| ask(layout))
    }

    /// Whether there is room for bars only.
    pub fn narrow(self) -> bool {
        self.size.get().narrow()
    }

    /// The band's size.
    pub fn size(self) -> Size {
        self.size.get()
    }

    /// Says how wide the band is, and how large text is.
    pub fn set_size(self, size: Size) {
        if self.size.get_untracked() != size {
            self.size.set(size);
        }
    }

    /// The story as it stands now.
    pub fn story(self) -> Arc<Story> {
        untrack(move || self.store.story())
    }

    /// Lets the reader choose these days: the story's own and all of them have names.
    pub fn choose(self, days: DayRange) {
        let story = self.story();
        let command = match story.whole {
            Some(whole) if days.start <= whole.start && whole.end <= days.end => Command::AllYears,
            _ if story.days == Some(days) => Command::Brush(None),
            _ => Command::Brush(Some(days)),
        };
        self.draft.set(None);
        self.store.send(command);
    }

    /// Zooms around what is told most in view, or the day of what is open there.
    pub fn zoom(self, times: i32, by: i32) {
        let Some((days, whole)) = self.days.get_untracked().zip(self.story().whole) else { return };
        let next = Span::from(days).zoom(self.middle(days), times, by, whole).days(whole);
        if next != days {
            self.choose(next);
        }
    }

    /// Moves on by half of what is in view; a day at least.
    pub fn pan(self, parts: i32) {
        let Some((days, whole)) = self.days.get_untracked().zip(self.story().whole) else { return };
        let next = Span::from(days).pan(parts, 2, whole).days(whole);
        if next != days {
            self.choose(next);
        }
    }

    /// The next day that is told of, or the one before: on from the days in view.
    pub fn neighbour(self, on: bool) -> Option<Day> {
        let (days, story) = (self.days.get()?, self.store.story());
        let mut told = story.bars.iter().map(|bar| bar.0);
        if on { told.find(|day| *day > days.end) } else { told.rfind(|day| *day < days.start) }
    }

    /// Where a zoom goes in: the open event's day, else the day in view that half of the tellings reach.
    fn middle(self, days: DayRange) -> Day {
        let open = self.store.state.with_untracked(|state| state.event);
        let open = open.and_then(|index| self.store.corpus.events.get(index as usize));
        if let Some(day) = open.map(|event| event.days.start).filter(|day| days.contains(*day)) {
            return day;
        }
        let story = self.story();
        let inside = || story.bars.iter().filter(|bar| days.contains(bar.0));
        let all: u64 = inside().map(|bar| u64::from(bar.1)).sum();
        let mut sum = 0;
        let half = inside().find(|bar| {
            sum += u64::from(bar.1);
            2 * sum >= all
        });
        half.map_or(days.start + days.days() / 2, |bar| bar.0)
    }

    /// What a bar says: "Friday 28 January 2011: 67 articles tell of it, in 114 events".
    pub fn said(self, days: DayRange, count: u32) -> String {
        let story = self.story();
        let events = Layout::dated_on(self.store.corpus, &story, days);
        let articles = words::count(count as usize, "article");
        let tell = if count == 1 { " tells of it, in " } else { " tell of it, in " };
        let several =
            if count == 1 { " tells of a day, in " } else { " at most tell of a day, in " };
        let tell = if days.days() == 1 { tell } else { several };
        [&words::extent(days), ": ", &articles, tell, &words::count(events, "event")].concat()
    }
}
