//! The overview strip with the brush: drag, touch and keys.

use dateline_model::DayRange;
use dateline_words as words;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, PointerEvent};

use super::brush::{Grip, click, drag, grip, pixels, step, whole};
use super::chart::Chart;
use super::draw::{BASE, COLUMN};
use crate::dom::{El, el, svg};
use crate::state::Command;

/// Movements shorter than this are a click.
const CLICK: i32 = 4;

/// A drag under way.
#[derive(Clone, Copy)]
struct Drag {
    grip: Grip,
    brush: Option<(i32, i32)>,
    down: i32,
    moved: bool,
}

/// The first row.
pub fn strip(chart: Chart) -> El {
    let surface = StoredValue::new(None::<Element>);
    let draft = RwSignal::new(None::<DayRange>);
    let dragging = StoredValue::new(None::<Drag>);
    let chosen = move || {
        let (from, to) = chart.store.selection.with(|selection| (selection.from, selection.to));
        let all = chart.overview.with(whole)?;
        (from.is_some() || to.is_some())
            .then(|| DayRange::between(from.unwrap_or(all.start), to.unwrap_or(all.end)))
    };
    let brush = Memo::new(move |_| draft.get().or_else(chosen));
    let place = move |event: &PointerEvent| {
        let left =
            surface.get_value().map_or(0, |svg| svg.get_bounding_client_rect().left() as i32);
        event.client_x() - left - chart.strip_left()
    };
    let down = move |event: PointerEvent| {
        if event.button() != 0 || !event.is_primary() {
            return;
        }
        let x = place(&event);
        let pixels = brush
            .get_untracked()
            .map(|days| chart.overview.with_untracked(|frame| pixels(frame, days)));
        dragging.set_value(Some(Drag {
            grip: grip(pixels, x),
            brush: pixels,
            down: x,
            moved: false,
        }));
        if let Some(svg) = surface.get_value() {
            let _ = svg.set_pointer_capture(event.pointer_id());
        }
    };
    let moved = move |event: PointerEvent| {
        let x = place(&event);
        dragging.update_value(|drag_| {
            let Some(held) = drag_ else { return };
            held.moved |= (x - held.down).abs() >= CLICK;
            if held.moved {
                let days = chart
                    .overview
                    .with_untracked(|frame| drag(frame, held.grip, held.brush, held.down, x));
                draft.set(days);
            }
        });
    };
    let up = move || {
        let Some(held) = dragging.get_value() else { return };
        dragging.set_value(None);
        let days = draft.get_untracked();
        if held.moved {
            choose(chart, days);
        } else if let Grip::New | Grip::Whole = held.grip {
            let days = chart.overview.with_untracked(|frame| click(frame, held.brush, held.down));
            choose(chart, days);
        }
        draft.set(None);
    };
    let cancel = move || {
        dragging.set_value(None);
        draft.set(None);
    };
    let edges = move || {
        let days = brush.get().or_else(|| chart.overview.with(whole));
        days.map_or((0, 0), |days| chart.overview.with(|frame| pixels(frame, days)))
    };
    let said = move || brush.get().map(words::extent).unwrap_or_default();
    let ground = svg("rect", "ground")
        .attr("x", "-16")
        .attr("y", "0")
        .attr("height", "60")
        .live("width", move || Some(chart.overview.with(|frame| frame.width + 32).to_string()));
    let drawing = svg("g", "").attr("aria-hidden", "true");
    chart.strip.set_value(Some(drawing.element().clone()));
    let brushed = svg("rect", "brush")
        .attr("y", &(BASE - COLUMN - 4).to_string())
        .attr("height", &(COLUMN + 5).to_string())
        .live("x", move || Some(edges().0.to_string()))
        .live("width", move || Some((edges().1 - edges().0).max(1).to_string()));
    let place = move || Some(["translate(", &chart.strip_left().to_string(), " 0)"].concat());
    let inside = svg("g", "")
        .live("transform", place)
        .child(ground)
        .child(drawing)
        .child(brushed)
        .child(handle(chart, brush, Grip::From))
        .child(handle(chart, brush, Grip::To));
    let whole = svg("svg", "")
        .attr("height", "60")
        .live("width", move || Some(chart.width().to_string()))
        .on("pointerdown", move |event| down(event.unchecked_into()))
        .on("pointermove", move |event| moved(event.unchecked_into()))
        .on("pointerup", move |_| up())
        .on("pointercancel", move |_| cancel())
        .child(inside);
    surface.set_value(Some(whole.element().clone()));
    el("div", "timeline-strip")
        .toggle("brushed", move || brush.get().is_some())
        .child(el("h2", "").text("All ").child(el("span", "").live_text(said)))
        .child(whole)
}

/// One end of the brush: a slider over days.
fn handle(chart: Chart, brush: Memo<Option<DayRange>>, grip: Grip) -> El {
    let from = grip == Grip::From;
    let days = move || brush.get().or_else(|| chart.overview.with(whole));
    let day = move || days().map(|days| if from { days.start } else { days.end });
    let limit = move |start: bool| {
        chart
            .overview
            .with(whole)
            .map(|all| if start { all.start.number() } else { all.end.number() })
    };
    let place = move || {
        let x = days().map_or(0, |days| {
            let (left, right) = chart.overview.with(|frame| pixels(frame, days));
            if from { left } else { right }
        });
        ["translate(", &x.to_string(), " ", &(BASE - COLUMN / 2 - 2).to_string(), ")"].concat()
    };
    let key = move |event: KeyboardEvent| {
        let Some((all, days)) = chart.overview.with_untracked(whole).zip(days()) else { return };
        let by = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => 1,
            "ArrowLeft" | "ArrowDown" => -1,
            "PageUp" => 7,
            "PageDown" => -7,
            "Home" => i32::MIN,
            "End" => i32::MAX,
            "Escape" | "Delete" => {
                choose(chart, None);
                return;
            }
            _ => return,
        };
        event.prevent_default();
        let day = if from { days.start } else { days.end };
        let day =
            chart.overview.with_untracked(|frame| step(frame, day, by)).clamp(all.start, all.end);
        choose(
            chart,
            Some(if from {
                DayRange { start: day.min(days.end), end: days.end }
            } else {
                DayRange { start: days.start, end: day.max(days.start) }
            }),
        );
    };
    let number = |number: i32| Some(number.to_string());
    let target = svg("rect", "target").attr("x", "-12").attr("y", "-22");
    let grip = svg("rect", "grip").attr("x", "-3").attr("y", "-10").attr("rx", "3");
    svg("g", "handle")
        .attr("role", "slider")
        .attr("tabindex", "0")
        .attr("aria-label", if from { "First day shown" } else { "Last day shown" })
        .live("aria-valuemin", move || limit(true).and_then(number))
        .live("aria-valuemax", move || limit(false).and_then(number))
        .live("aria-valuenow", move || day().and_then(|day| number(day.number())))
        .live("aria-valuetext", move || day().map(words::full_day))
        .live("transform", move || Some(place()))
        .on("keydown", move |event| key(event.unchecked_into()))
        .child(target.attr("width", "24").attr("height", "44"))
        .child(grip.attr("width", "6").attr("height", "20"))
}

/// Brushes these days; all days are no brush.
fn choose(chart: Chart, days: Option<DayRange>) {
    let all = chart.overview.with_untracked(whole);
    let days =
        days.filter(|days| all.is_none_or(|all| days.start > all.start || days.end < all.end));
    chart.store.send(Command::Brush(days));
}
