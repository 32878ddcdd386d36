//! The band: a spine of days with its bars, key events as sentences above and below it, and what is folded
//! away at its ends. It can be pointed at, dragged and typed on.

use core::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use dateline_axis::{Span, bar_at};
use dateline_model::{Day, DayRange, EventIndex, Granularity};
use dateline_words as words;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, PointerEvent, WheelEvent};

use super::chart::Chart;
use super::draw::draw;
use super::keys::{self, Action};
use super::layout::{Fold, Layout};
use crate::dom::{El, button, el, follow, px, svg, when_paused};
use crate::state::Command;
use crate::views::parts;

/// Movements shorter than this are a click.
const CLICK: i32 = 4;

/// After the wheel has rested so long, the days it came to are chosen.
const REST: core::time::Duration = core::time::Duration::from_millis(300);

/// Of spans longer than this the weekday says nothing, in days.
const WEEKS: i32 = 62;

/// The fingers that are down, and what they did.
#[derive(Default)]
struct Hands {
    fingers: Vec<(i32, i32)>,
    down: i32,
    dragged: bool,
    /// The days in view when the gesture began, and what it has made of them.
    span: Option<Span>,
}

/// All of it.
pub fn band(chart: Chart) -> El {
    let cursor = RwSignal::new(None::<usize>);
    let keys = RwSignal::new(false);
    let lines = svg("svg", "").attr("aria-hidden", "true");
    let drawing = lines.element().clone();
    follow(move || {
        let open = chart.store.state.with(|state| state.event);
        let event =
            |index: EventIndex| Some((index, chart.store.corpus.events.get(index as usize)?.days));
        chart.seen(|layout| drawing.set_inner_html(&draw(layout, open.and_then(event))));
    });
    let pixels = |pixels: i32| Some(pixels.to_string());
    let lines = lines
        .live("width", move || pixels(chart.size().width))
        .live("height", move || pixels(chart.size().height()));
    let inside = move || {
        let layout = chart.layout();
        let mut inside: Vec<El> = Vec::new();
        if !layout.size.narrow() && layout.listed.is_empty() {
            inside.extend(layout.before.as_ref().map(|it| folded(chart, it, layout.days, true)));
            inside.extend(layout.after.as_ref().map(|it| folded(chart, it, layout.days, false)));
        }
        inside.extend(offered(chart, &layout).or_else(|| coming(chart, &layout)));
        inside
    };
    let place = el("div", "band");
    let host: HtmlElement = place.element().clone().unchecked_into();
    follow(move || {
        let _ = host.style().set_property("height", &px(chart.size().height()));
    });
    let close = move || keys.set(false);
    place
        .attr("data-timeline", "")
        .attr("role", "group")
        .attr("aria-label", "Events in order of time. Press ? for the keys.")
        .toggle("of-a-day", move || chart.seen(|layout| !layout.listed.is_empty()))
        .on("wheel", wheel(chart))
        .on("keydown", move |event| key(chart, keys, event.unchecked_ref()))
        .child(lines)
        .child(days(chart, cursor))
        .child(el("div", "").live_children(inside))
        .child(el("ol", "labels").live_children(move || labels(chart)))
        .child(el("div", "").live_children(move || {
            let mut over: Vec<El> = tip(chart, cursor).into_iter().collect();
            over.extend(keys.get().then(|| panel(close)));
            over
        }))
}

/// The sentences, or a day's own.
fn labels(chart: Chart) -> Vec<El> {
    let layout = chart.layout();
    let Some(days) = layout.days else { return Vec::new() };
    if !layout.listed.is_empty() {
        let own = |index: &EventIndex| {
            let event = &chart.store.corpus.events[*index as usize];
            let hour = event.clock.map(|clock| clock.to_string());
            el("li", "sentence-label").child(sentence(chart, *index, &hour.unwrap_or_default()))
        };
        return layout.listed.iter().map(own).collect();
    }
    let size = layout.size;
    layout
        .labels
        .iter()
        .map(|label| {
            let place = label.place;
            let made =
                el("li", if label.heavy { "sentence-label heavy" } else { "sentence-label" })
                    .style("left", &px(place.left))
                    .style("width", &px(size.label()));
            let made = if place.above {
                made.style("bottom", &px(size.height() - size.sentence()))
            } else {
                made.style("top", &px(size.below()))
            };
            let event = &chart.store.corpus.events[label.event as usize];
            made.child(sentence(
                chart,
                label.event,
                &when(event.days.start, event.granularity, days),
            ))
        })
        .collect()
}

/// The day of an event for someone who looks at `days`.
fn when(day: Day, granularity: Granularity, days: DayRange) -> String {
    if granularity < Granularity::Day {
        return words::day_seen_from(days.end.year(), day, granularity);
    }
    let year = days.start.year() != days.end.year() && days.days() > WEEKS;
    let tick = words::tick(day, Granularity::Day, year);
    if days.days() > WEEKS || year {
        return tick;
    }
    // Of days before the Gregorian calendar none is told.
    match words::weekday(day).get(..3) {
        Some(weekday) => [weekday, " ", &tick].concat(),
        None => tick,
    }
}

/// One event: when, who tells it, and its sentence. A link, so that it opens in a tab of its own too.
fn sentence(chart: Chart, index: EventIndex, when: &str) -> El {
    let store = chart.store;
    let event = &store.corpus.events[index as usize];
    let told = words::tellers(event, store.corpus).counted();
    let date = el("b", "").child(parts::event_mark(event)).text(when).text(" ");
    let head = el("span", "when").child(date).child(el("span", "").text(&told)).text(" ");
    // Its sentence comes, and then all of them are made again.
    let Some(event) = store.library.event_head(index) else { return head.text("\u{2026}") };
    parts::leading("", "", store, Command::OpenEvent(Some(index)))
        .attr("data-event", &event.id)
        .attr("title", &event.title)
        .truth("aria-current", move || store.state.with(|state| state.event == Some(index)))
        .child(head)
        .child(parts::event_title(store, &event))
}

/// What lies beyond an end, in words.
fn folded(chart: Chart, fold: &Fold, days: Option<DayRange>, before: bool) -> El {
    let library = chart.store.library;
    let year = days.map_or(0, |days| days.end.year());
    let far = words::day_seen_from(year, fold.farthest, fold.granularity);
    let count = words::count(fold.events, "event");
    let all = if before {
        [&count, " before, from ", &far].concat()
    } else {
        [&count, " after, until ", &far].concat()
    };
    let anchors = fold
        .anchors
        .iter()
        .filter_map(|index| {
            let event = library.event_head(*index)?;
            let when = words::day_seen_from(year, event.days.start, event.granularity);
            let title = el("span", "").attr("dir", "auto").text(&event.title);
            let line = el("span", "line");
            let link = parts::leading("", "", chart.store, Command::OpenEvent(Some(*index)))
                .attr("data-event", &event.id)
                .attr("title", &event.title)
                .child(line.child(el("b", "").text(&when)).text(" ").child(title));
            Some(el("li", "").child(link))
        })
        .collect();
    let size = chart.size();
    el("div", if before { "folded before" } else { "folded after" })
        .style("top", &px(size.spine() + size.px(8)))
        .style("width", &px(size.fold()))
        .child(button("link", &all, move || chart.store.send(Command::AllYears)))
        .child(el("ul", "").children(anchors))
}

/// Why nothing stands in a band while what a search has found is read.
fn coming(chart: Chart, layout: &Layout) -> Option<El> {
    let store = chart.store;
    (layout.days.is_none() && !store.is_searched() && !store.library.has_lost()).then(|| {
        let said = "The texts that tell of it are on their way\u{2026}";
        el("div", "timeline-offer").child(el("p", "").text(said))
    })
}

/// The way out of days without anything.
fn offered(chart: Chart, layout: &Layout) -> Option<El> {
    let (day, days) = layout.next.zip(layout.days)?;
    let lead = if day > days.end { "Next: " } else { "Previous: " };
    let there = words::day_seen_from(days.end.year(), day, Granularity::Day);
    let length = days.days() - 1;
    let target = if day > days.end {
        DayRange { start: day, end: day + length }
    } else {
        DayRange { start: day - length, end: day }
    };
    let go = button("button", &[lead, &there].concat(), move || chart.choose(target));
    Some(
        el("div", "timeline-offer")
            .child(el("p", "").text(&["Nothing is dated ", &words::extent(days), "."].concat()))
            .child(go),
    )
}

/// The bars under the hand: one tab stop, arrows from bar to bar, Enter or a click for the days of one.
fn days(chart: Chart, cursor: RwSignal<Option<usize>>) -> El {
    let hands = StoredValue::new(Hands::default());
    let host = StoredValue::new(None::<Element>);
    let place = move |event: &PointerEvent| {
        let left = host.get_value().map_or(0, |one| one.get_bounding_client_rect().left() as i32);
        event.client_x() - left
    };
    let at = move |x: i32| chart.now(|layout| bar_at(&layout.bars, x - layout.left));
    let choose = move |at: Option<usize>| {
        let days = chart.now(|layout| layout.bars.get(at?).map(|bar| bar.days));
        if let Some(days) = days {
            chart.choose(days);
        }
    };
    let down = move |event: &PointerEvent| {
        if event.button() != 0 {
            return;
        }
        let x = place(event);
        hands.update_value(|hands| {
            hands.fingers.retain(|finger| finger.0 != event.pointer_id());
            hands.fingers.push((event.pointer_id(), x));
            if hands.fingers.len() == 1 {
                (hands.down, hands.dragged) = (x, false);
                hands.span = chart.days.get_untracked().map(Span::from);
            }
        });
    };
    let moved = move |event: &PointerEvent| {
        let x = place(event);
        let held = hands.try_update_value(|hands| drag(chart, hands, event.pointer_id(), x));
        match held.flatten() {
            None => cursor.set(at(x)),
            Some(days) => {
                if let Some(host) = host.get_value() {
                    let _ = host.set_pointer_capture(event.pointer_id());
                }
                cursor.set(None);
                if chart.draft.get_untracked() != Some(days) {
                    chart.draft.set(Some(days));
                }
            }
        }
    };
    let up = move |event: &PointerEvent, cancelled: bool| {
        let x = place(event);
        let ended = hands.try_update_value(|hands| {
            let held = hands.fingers.len();
            hands.fingers.retain(|finger| finger.0 != event.pointer_id());
            (held > 0 && hands.fingers.is_empty()).then_some(hands.dragged)
        });
        match ended.flatten() {
            Some(true) => {
                if let Some(days) = chart.draft.get_untracked() {
                    chart.choose(days);
                }
            }
            Some(false) if !cancelled => choose(at(x)),
            _ => {}
        }
    };
    let count = move || chart.seen(|layout| layout.bars.len());
    let typed = move |event: &KeyboardEvent| {
        let last = count().saturating_sub(1);
        let now = cursor.get_untracked().unwrap_or(0).min(last);
        let next = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => (now + 1).min(last),
            "ArrowLeft" | "ArrowDown" => now.saturating_sub(1),
            "Home" => 0,
            "End" => last,
            "Enter" | " " => {
                event.prevent_default();
                return choose(Some(now));
            }
            _ => return,
        };
        event.prevent_default();
        cursor.set(Some(next));
    };
    let said = move || {
        let layout = chart.layout();
        let bar = layout.bars.get(cursor.get().unwrap_or(0))?;
        Some(chart.said(bar.days, bar.count))
    };
    let size = move || chart.size();
    let made = el("div", "band-days")
        .attr("role", "slider")
        .attr("tabindex", "0")
        .attr("aria-label", "Days. Enter shows one")
        .attr("aria-valuemin", "1")
        .live("aria-valuemax", move || Some(count().max(1).to_string()))
        .live("aria-valuenow", move || Some((cursor.get().unwrap_or(0) + 1).to_string()))
        .live("aria-valuetext", said)
        .on("pointerdown", move |event| down(event.unchecked_ref()))
        .on("pointermove", move |event| moved(event.unchecked_ref()))
        .on("pointerup", move |event| up(event.unchecked_ref(), false))
        .on("pointercancel", move |event| up(event.unchecked_ref(), true))
        .on("pointerleave", move |_| cursor.set(None))
        .on("keydown", move |event| typed(event.unchecked_ref()))
        .on("focus", move |event| {
            // Only where the keys came here: a click says where by itself.
            let element: Option<Element> = event.target().and_then(|one| one.dyn_into().ok());
            let by_keys = element.is_some_and(|one| one.matches(":focus-visible").unwrap_or(false));
            if by_keys && cursor.get_untracked().is_none() {
                cursor.set(Some(0));
            }
        })
        .on("blur", move |_| cursor.set(None))
        .child(el("div", "").live_children(move || {
            let layout = chart.layout();
            let bar = cursor.get().and_then(|at| layout.bars.get(at).copied());
            bar.map(|bar| {
                el("span", "band-cursor")
                    .style("left", &px(layout.left + bar.left))
                    .style("width", &px(bar.right - bar.left))
            })
            .into_iter()
            .collect()
        }));
    let element: HtmlElement = made.element().clone().unchecked_into();
    host.set_value(Some(made.element().clone()));
    follow(move || {
        // A finger needs more height than the bars have.
        let (top, high) =
            (size().spine() - size().bar() - size().px(4), size().bar() + size().px(24));
        let _ = element.style().set_property("top", &px(top));
        let _ = element.style().set_property("height", &px(high));
    });
    made
}

/// The days that a held finger, or two, have come to; `None` while it only hovers or has hardly moved.
fn drag(chart: Chart, hands: &mut Hands, id: i32, x: i32) -> Option<DayRange> {
    let before = hands.fingers.clone();
    let finger = hands.fingers.iter_mut().find(|finger| finger.0 == id)?;
    let last = finger.1;
    if !hands.dragged && (x - hands.down).abs() < CLICK {
        return None;
    }
    let by = if hands.dragged { last - x } else { hands.down - x };
    finger.1 = x;
    hands.dragged = true;
    let (span, whole) = hands.span.zip(chart.story().whole)?;
    let next = match (before.as_slice(), hands.fingers.as_slice()) {
        ([(_, one), (_, other)], [(_, here), (_, there)]) => {
            let apart = |a: &i32, b: &i32| (a - b).abs().max(8);
            let middle = i32::midpoint(*here, *there);
            let day = chart.now(|layout| layout.frame.day(middle - layout.left))?;
            span.zoom(day, apart(here, there), apart(one, other), whole)
        }
        _ => span.drag(by, chart.now(|layout| layout.frame.width), whole),
    };
    hands.span = Some(next);
    Some(next.days(whole))
}

/// Ctrl and the wheel zoom; the plain wheel scrolls the page.
fn wheel(chart: Chart) -> impl Fn(web_sys::Event) + 'static {
    let span = Rc::new(Cell::new(None::<Span>));
    let turned = span.clone();
    let rest = when_paused(REST, move || {
        turned.set(None);
        if let Some(Some(days)) = chart.draft.try_get_untracked() {
            chart.choose(days);
        }
    });
    move |event| {
        let event: &WheelEvent = event.unchecked_ref();
        if !event.ctrl_key() && !event.meta_key() {
            return;
        }
        event.prevent_default();
        let target: Option<Element> = event.current_target().and_then(|one| one.dyn_into().ok());
        let left = target.map_or(0, |one| one.get_bounding_client_rect().left() as i32);
        let x = event.client_x() - left;
        let speed = 1000 + (event.delta_y().abs() as i32 * 5).clamp(10, 500);
        let (times, by) = if event.delta_y() < 0.0 { (speed, 1000) } else { (1000, speed) };
        let day = chart.now(|layout| layout.frame.day(x - layout.left));
        let before = span.get().or_else(|| chart.days.get_untracked().map(Span::from));
        let (Some(before), Some(day), Some(whole)) = (before, day, chart.story().whole) else {
            return;
        };
        let next = before.zoom(day, times, by, whole);
        span.set(Some(next));
        chart.draft.set(Some(next.days(whole)));
        rest();
    }
}

fn key(chart: Chart, keys: RwSignal<bool>, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let Some(action) = keys::action(&event.key()) else { return };
    if action != Action::Leave {
        event.prevent_default();
    }
    match action {
        Action::Earlier => chart.pan(-1),
        Action::Later => chart.pan(1),
        Action::In => chart.zoom(2, 1),
        Action::Out => chart.zoom(1, 2),
        Action::All => chart.store.send(Command::AllYears),
        Action::Help => keys.update(|open| *open = !*open),
        Action::Leave => {
            // What is open closes by the same key, and gives the focus back here.
            let reading = |state: &crate::state::State| state.event.or(state.article).is_some();
            let active = chart.store.mount.active();
            if let Some(active) = active.filter(|_| !chart.store.state.with_untracked(reading)) {
                let _ = active.blur();
            }
        }
    }
}

/// What the bar under the pointer or the keys says.
fn tip(chart: Chart, cursor: RwSignal<Option<usize>>) -> Option<El> {
    let layout: Arc<Layout> = chart.layout();
    let bar = layout.bars.get(cursor.get()?).copied()?;
    let middle = layout.left + i32::midpoint(bar.left, bar.right);
    // The tip is 300 pixels at most and stays on the page.
    let left = (middle - 150).min(layout.size.width - 300).max(0);
    let top = layout.size.spine() + layout.size.px(22);
    let made = el("p", "timeline-tip").attr("aria-hidden", "true");
    Some(
        made.text(&chart.said(bar.days, bar.count)).style("left", &px(left)).style("top", &px(top)),
    )
}

/// The keys. Its first button has the focus.
fn panel(close: impl Fn() + Copy + 'static) -> El {
    let rows =
        keys::LIST.iter().flat_map(|(key, does)| [el("dt", "").text(key), el("dd", "").text(does)]);
    let first = button("close", "Close", close);
    let focus: HtmlElement = first.element().clone().unchecked_into();
    request_animation_frame(move || drop(focus.focus()));
    el("div", "timeline-panel")
        .attr("role", "dialog")
        .attr("aria-label", "Keys")
        .on("keydown", move |event| {
            let key: &KeyboardEvent = event.unchecked_ref();
            if key.key() == "Escape" {
                event.stop_propagation();
                close();
            }
        })
        .child(el("h3", "").text("Keys"))
        .child(first)
        .child(el("dl", "").children(rows.collect()))
}
