//! The overview strip with the brush: drag, touch and keys.

use dateline_axis::{Axis, bars, ticks};
use dateline_model::{Day, DayRange, Granularity};
use dateline_words as words;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, PointerEvent};

use super::brush::{Grip, click, drag, grip, pixels, step, whole};
use super::chart::Chart;
use super::draw::{BASE, COLUMN, draw_strip};
use crate::dom::{El, el, follow_by_frame, svg};
use crate::state::Command;

/// Left and right of the axis.
const MARGIN: i32 = 24;

/// Wide columns, in pixels.
const WIDE: i32 = 6;

/// The height of the strip, in pixels.
const HEIGHT: &str = "46";

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

/// All days, with those in view marked on them.
pub fn strip(chart: Chart) -> El {
    let surface = StoredValue::new(None::<Element>);
    let draft = RwSignal::new(None::<DayRange>);
    let dragging = StoredValue::new(None::<Drag>);
    let brush = Memo::new(move |_| draft.get().or_else(|| chart.days.get()));
    let chosen = move || {
        draft.with(Option::is_some)
            || chart.store.selection.with(|one| one.from.is_some() || one.to.is_some())
    };
    let place = move |event: &PointerEvent| {
        let left =
            surface.get_value().map_or(0, |svg| svg.get_bounding_client_rect().left() as i32);
        event.client_x() - left - MARGIN
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
            // The story's own days are in view, but nobody has chosen them: a click begins anew.
            let brush = held.brush.filter(|_| untrack(chosen));
            let days = chart.overview.with_untracked(|frame| click(frame, brush, held.down));
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
    let ground = svg("rect", "ground")
        .attr("x", "-16")
        .attr("y", "0")
        .attr("height", HEIGHT)
        .live("width", move || Some(chart.overview.with(|frame| frame.width + 32).to_string()));
    let drawing = svg("g", "").attr("aria-hidden", "true");
    let lines = drawing.element().clone();
    let all = chart.store.whole_story();
    follow_by_frame(move || {
        let wide = (chart.size().width - 2 * MARGIN).max(1);
        let story = chart.store.story();
        let mut points: Vec<(Day, Granularity)> =
            all.bars.iter().map(|bar| (bar.0, Granularity::Day)).collect();
        if let Some(whole) = all.whole {
            points.extend([(whole.start, Granularity::Day), (whole.end, Granularity::Day)]);
        }
        let frame = Axis::new(&points, wide).frame();
        let ticks = ticks(&frame, &|text| chart.size().words(text));
        let [behind, before] = [&all.bars, &story.bars].map(|told| bars(&frame, WIDE, told));
        lines.set_inner_html(&draw_strip(&frame, &behind, &before, &ticks));
        if chart.overview.with_untracked(|old| *old != frame) {
            chart.overview.set(frame);
        }
    });
    let brushed = svg("rect", "brush")
        .attr("y", &(BASE - COLUMN - 4).to_string())
        .attr("height", &(COLUMN + 5).to_string())
        .live("x", move || Some(edges().0.to_string()))
        .live("width", move || Some((edges().1 - edges().0).max(1).to_string()));
    let place = move || Some(["translate(", &MARGIN.to_string(), " 0)"].concat());
    let inside = svg("g", "")
        .live("transform", place)
        .child(ground)
        .child(drawing)
        .child(brushed)
        .child(handle(chart, brush, Grip::From))
        .child(handle(chart, brush, Grip::To));
    let whole = svg("svg", "")
        .attr("height", HEIGHT)
        .live("width", move || Some(chart.size().width.to_string()))
        .on("pointerdown", move |event| down(event.unchecked_into()))
        .on("pointermove", move |event| moved(event.unchecked_into()))
        .on("pointerup", move |_| up())
        .on("pointercancel", move |_| cancel())
        .child(inside);
    surface.set_value(Some(whole.element().clone()));
    el("div", "timeline-strip").toggle("brushed", chosen).child(whole)
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

/// Lets the reader choose these days; none are the story's.
fn choose(chart: Chart, days: Option<DayRange>) {
    match days {
        Some(days) => chart.choose(days),
        None => chart.store.send(Command::Brush(None)),
    }
}
