//! The two lower rows as something to point at, drag and type on.

use std::sync::Arc;

use dateline_model::DayRange;
use dateline_words as words;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, MouseEvent, PointerEvent, WheelEvent};

use super::chart::{Chart, GUTTER, Tip};
use super::draw::HEIGHT;
use super::keys::{self, Action};
use super::scene::extent;
use crate::dom::{El, button, el, svg};
use crate::state::Command;

/// Movements shorter than this are a click.
const CLICK: i32 = 4;

/// A list in words never has more lines than this; the page's list has all.
const LINES: usize = 60;

/// The pointers that are down, and what they did.
#[derive(Default)]
struct Hands {
    fingers: Vec<(i32, i32)>,
    down: i32,
    dragged: bool,
}

/// What opens over the rows.
#[derive(Clone)]
enum Open {
    Keys,
    List(Arc<Listed>),
}

/// A mark that cannot be split, in words.
struct Listed {
    heading: String,
    lines: Vec<(Command, String)>,
}

/// Rows two and three.
pub fn surface(chart: Chart) -> El {
    let host = StoredValue::new(None::<HtmlElement>);
    let hands = StoredValue::new(Hands::default());
    let open = RwSignal::new(None::<Open>);
    let place = move |client: i32| {
        let left = host.get_value().map_or(0, |host| host.get_bounding_client_rect().left() as i32);
        client - left - GUTTER
    };
    let close = move || {
        open.set(None);
        if let Some(host) = host.get_value() {
            let _ = host.focus();
        }
    };
    let wheel = move |event: WheelEvent| {
        if !event.ctrl_key() && !event.meta_key() {
            return;
        }
        event.prevent_default();
        let speed = 1000 + (event.delta_y().abs() as i32 * 5).clamp(10, 500);
        let (times, by) = if event.delta_y() < 0.0 { (speed, 1000) } else { (1000, speed) };
        let x = place(event.client_x());
        chart.jump_to(|plan, window| plan.axis.zoom(window, x, times, by));
    };
    let down = move |event: PointerEvent| {
        if event.button() != 0 {
            return;
        }
        hands.update_value(|hands| {
            let x = place(event.client_x());
            hands.fingers.retain(|finger| finger.0 != event.pointer_id());
            hands.fingers.push((event.pointer_id(), x));
            (hands.down, hands.dragged) = (x, false);
        });
    };
    let moved = move |event: PointerEvent| {
        let x = place(event.client_x());
        let held = hands.try_update_value(|hands| follow(hands, event.pointer_id(), x)).flatten();
        let Some(hold) = held else { return hover(chart, &event) };
        if let Some(host) = host.get_value() {
            let _ = host.set_pointer_capture(event.pointer_id());
        }
        chart.jump_to(|plan, window| match hold {
            Hold::Pan(by) => plan.axis.pan(window, by),
            Hold::Pinch(middle, apart, before) => plan.axis.zoom(window, middle, apart, before),
        });
    };
    let up = move |event: PointerEvent| {
        hands.update_value(|hands| hands.fingers.retain(|finger| finger.0 != event.pointer_id()));
    };
    let click = move |event: MouseEvent| {
        if hands.with_value(|hands| hands.dragged) {
            return;
        }
        if let Some((mark, paper)) = target(&event) {
            open.set(act(chart, mark, paper));
        } else {
            open.set(None);
        }
    };
    let double = move |event: MouseEvent| {
        if target(&event).is_none() {
            let x = place(event.client_x());
            chart.move_to(|plan, window| plan.axis.zoom(window, x, 2, 1));
        }
    };
    let key = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let Some(action) = keys::action(&event.key()) else { return };
        event.prevent_default();
        match action {
            Action::Go(step) => chart.go(step),
            Action::Open => chart.open(),
            Action::In => chart.zoom(3, 2),
            Action::Out => chart.zoom(2, 3),
            Action::Fit => chart.fit(),
            Action::Help => open.update(|open| {
                *open = if matches!(open, Some(Open::Keys)) { None } else { Some(Open::Keys) }
            }),
            Action::Leave if open.with_untracked(Option::is_some) => {
                event.stop_propagation();
                close();
            }
            Action::Leave => {
                // What is open closes by the same key, and gives the focus back here.
                let reading = chart
                    .store
                    .state
                    .with_untracked(|state| state.event.or(state.article).is_some());
                if let Some(host) = host.get_value().filter(|_| !reading) {
                    let _ = host.blur();
                }
            }
        }
    };
    let active = move || chart.active.get().map(|at| ["timeline-mark-", &at.to_string()].concat());
    let drawing =
        svg("g", "").attr("transform", &["translate(", &GUTTER.to_string(), " 0)"].concat());
    chart.drawing.set_value(Some(drawing.element().clone()));
    let picture = svg("svg", "")
        .attr("role", "presentation")
        .attr("height", &HEIGHT.to_string())
        .live("width", move || Some(chart.width().to_string()))
        .child(drawing);
    let surface = el("div", "timeline-surface")
        .attr("data-timeline", "")
        .attr("tabindex", "0")
        .attr("role", "listbox")
        .attr("aria-label", "Events in order of time. Press ? for the keys.")
        .attr("aria-orientation", "horizontal")
        .live("aria-activedescendant", active)
        .on("wheel", move |event| wheel(event.unchecked_into()))
        .on("pointerdown", move |event| down(event.unchecked_into()))
        .on("pointermove", move |event| moved(event.unchecked_into()))
        .on("pointerup", move |event| up(event.unchecked_into()))
        .on("pointercancel", move |event| up(event.unchecked_into()))
        .on("pointerleave", move |_| hide(chart))
        .on("click", move |event| click(event.unchecked_into()))
        .on("dblclick", move |event| double(event.unchecked_into()))
        .on("keydown", move |event| key(event.unchecked_into()))
        .on("focus", move |_| chart.focus(true))
        .on("blur", move |_| chart.focus(false))
        .child(picture);
    host.set_value(Some(surface.element().clone().unchecked_into()));
    let over = move || {
        let mut over: Vec<El> = offered(chart).into_iter().chain(tip(chart)).collect();
        over.extend(open.get().map(|open| panel(chart, open, close)));
        over
    };
    el("div", "timeline-rows")
        .child(el("h2", "happened").text("Happened"))
        .child(el("h2", "published").text("Published"))
        .child(surface)
        .child(el("div", "").live_children(over))
}

/// What a held pointer asks for.
enum Hold {
    Pan(i32),
    Pinch(i32, i32, i32),
}

/// Follows a finger; `None` while it only hovers or has hardly moved.
fn follow(hands: &mut Hands, id: i32, x: i32) -> Option<Hold> {
    let before = hands.fingers.clone();
    let finger = hands.fingers.iter_mut().find(|finger| finger.0 == id)?;
    let last = finger.1;
    if !hands.dragged && (x - hands.down).abs() < CLICK {
        return None;
    }
    let by = if hands.dragged { last - x } else { hands.down - x };
    finger.1 = x;
    hands.dragged = true;
    match (before.as_slice(), hands.fingers.as_slice()) {
        ([(_, one), (_, other)], [(_, here), (_, there)]) => {
            let apart = |a: &i32, b: &i32| (a - b).abs().max(8);
            Some(Hold::Pinch((here + there) / 2, apart(here, there), apart(one, other)))
        }
        _ => Some(Hold::Pan(by)),
    }
}

/// The mark under a pointer, and whether it is an article's.
fn target(event: &MouseEvent) -> Option<(usize, bool)> {
    let element: Element = event.target()?.dyn_into().ok()?;
    let number = |name: &str| {
        let found = element.closest(&["[", name, "]"].concat()).ok()??;
        found.get_attribute(name)?.parse().ok()
    };
    number("data-mark").map(|at| (at, false)).or_else(|| number("data-paper").map(|at| (at, true)))
}

fn hover(chart: Chart, event: &PointerEvent) {
    let tip = target(event).and_then(|(at, paper)| {
        chart.read(|inner| {
            let mark = if paper { inner.scene.papers.get(at) } else { inner.scene.marks.get(at) }?;
            Some(Tip { x: mark.x + GUTTER, paper, words: mark.words.clone() })
        })?
    });
    if tip.is_some() {
        if chart.tip.get_untracked() != tip {
            chart.tip.set(tip);
        }
    } else {
        hide(chart);
    }
}

/// Takes the tip away, unless the keys hold it.
fn hide(chart: Chart) {
    if chart.active.get_untracked().is_none() && chart.tip.get_untracked().is_some() {
        chart.tip.set(None);
    }
}

/// Opens a mark, splits it by zooming in, or lists what is in it.
fn act(chart: Chart, at: usize, paper: bool) -> Option<Open> {
    let corpus = chart.store.corpus;
    let items = chart.read(|inner| {
        let mark = if paper { inner.scene.papers.get(at) } else { inner.scene.marks.get(at) }?;
        let plan = inner.plan.as_ref()?;
        let items = if paper { &plan.articles } else { &plan.events };
        Some(items[mark.items.0..mark.items.1].to_vec())
    })??;
    let command = |index: u32| {
        if paper { Command::OpenArticle(Some(index)) } else { Command::OpenEvent(Some(index)) }
    };
    if let [item] = items.as_slice() {
        chart.store.send(command(item.index));
        return None;
    }
    let days: DayRange = extent(&items);
    let zoomed = chart.move_to(|plan, window| {
        let near = plan.axis.show(days);
        if near.zoom > window.zoom { near } else { window }
    });
    if zoomed {
        return None;
    }
    let what = if paper { "article" } else { "event" };
    let lines = items.iter().take(LINES).map(|item| {
        let words = if paper {
            words::article_sentence(&corpus.articles[item.index as usize])
        } else {
            words::event_sentence(&corpus.events[item.index as usize], corpus)
        };
        (command(item.index), words)
    });
    Some(Open::List(Arc::new(Listed {
        heading: words::several(items.len(), what, days),
        lines: lines.collect(),
    })))
}

fn tip(chart: Chart) -> Option<El> {
    let tip = chart.tip.get()?;
    // The tip is 340 pixels at most and stays on the page.
    let left = (tip.x - 170).min(chart.width() - 364).max(12);
    let class = if tip.paper { "timeline-tip paper" } else { "timeline-tip" };
    let made = el("p", class).attr("aria-hidden", "true").text(&tip.words);
    Some(made.style("left", &[&left.to_string(), "px"].concat()))
}

fn offered(chart: Chart) -> Option<El> {
    let offer = chart.offer.get()?;
    let words = if offer.next {
        [&offer.words, " \u{2192}"].concat()
    } else {
        ["\u{2190} ", &offer.words].concat()
    };
    Some(button("timeline-offer", &words, move || chart.reach(offer.day)))
}

/// The keys, or a mark in words. Its first button has the focus.
fn panel(chart: Chart, open: Open, close: impl Fn() + Copy + 'static) -> El {
    let (heading, inside) = match open {
        Open::Keys => {
            let rows = keys::LIST
                .iter()
                .flat_map(|(key, does)| [el("dt", "").text(key), el("dd", "").text(does)]);
            (String::from("Keys"), el("dl", "").children(rows.collect()))
        }
        Open::List(list) => {
            let rows = list.lines.iter().map(|(command, words)| {
                let command = command.clone();
                let act = move || chart.store.send(command.clone());
                el("li", "").child(button("", words, act))
            });
            (list.heading.clone(), el("ul", "").children(rows.collect()))
        }
    };
    let first = button("close", "Close", close);
    let focus: HtmlElement = first.element().clone().unchecked_into();
    request_animation_frame(move || drop(focus.focus()));
    el("div", "timeline-panel")
        .attr("role", "dialog")
        .attr("aria-label", &heading)
        .on("keydown", move |event| {
            let key: &KeyboardEvent = event.unchecked_ref();
            if key.key() == "Escape" {
                event.stop_propagation();
                close();
            }
        })
        .child(el("h3", "").text(&heading))
        .child(first)
        .child(inside)
}
