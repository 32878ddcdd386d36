//! The timeline: what happened, as a band of days with sentences, and everything as a strip with the brush.
//! A second view of the list under it, never the only one.
//!
//! What is shown is decided in plain functions (`size`, `layout`, `draw`, `brush`, `keys`); `chart` holds
//! which days are in view.

mod band;
mod brush;
mod chart;
mod draw;
mod keys;
mod layout;
mod size;
mod strip;

use dateline_model::DayRange;
use dateline_words as words;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};

use crate::dom::{El, button, el};
use crate::state::{Command, Store};
use chart::Chart;
use size::Size;

/// The timeline over the whole width of the page.
pub fn timeline(store: Store) -> El {
    let chart = Chart::new(store);
    let strip = move || if chart.narrow() { Vec::new() } else { vec![strip::strip(chart)] };
    // What is drawn for a width changes the section's height, and an observer of that would be told
    // of its own doing: an error in the page around. This is as wide, and never high.
    let gauge = el("div", "");
    let host = gauge.element().clone();
    let made = el("section", "timeline")
        .attr("aria-label", "Timeline")
        .toggle("narrow", move || chart.narrow())
        .child(gauge)
        .child(head(chart))
        .child(band::band(chart))
        .child(el("div", "").live_children(strip));
    let owner = Owner::current().unwrap_or_default();
    // It has a width only once it is on the page.
    store.mount.at_once(move || {
        owner.with(|| {
            follow_size(&host, chart);
            chart.follow();
        });
    });
    made
}

/// What the band shows, in words, and how to see more or less.
fn head(chart: Chart) -> El {
    let store = chart.store;
    let control = |name: &str, said: &str, act: fn(Chart)| {
        button("", name, move || act(chart)).attr("aria-label", said)
    };
    let chosen = move || store.selection.with(|it| it.from.is_some() || it.to.is_some());
    let all = move || store.state.with(|state| state.all_years);
    let story = control("Story", "Story: the days that most of it tells of", |chart| {
        chart.store.send(Command::Brush(None));
    });
    let years = control("All years", "All years: show everything", |chart| {
        chart.store.send(Command::AllYears);
    });
    let controls = el("div", "timeline-controls")
        .child(el("span", "neighbours").live_children(move || neighbours(chart)))
        .child(control("\u{2212}", "Zoom out", |chart| chart.zoom(1, 2)))
        .child(control("+", "Zoom in", |chart| chart.zoom(2, 1)))
        .child(story.truth("aria-pressed", move || !chosen() && !all()))
        .child(years.truth("aria-pressed", move || !chosen() && all()));
    el("div", "timeline-head")
        .child(el("h2", "").text("What happened"))
        .child(el("p", "").live_text(move || in_words(chart)))
        .child(controls)
}

/// The days beside a day's own view.
fn neighbours(chart: Chart) -> Vec<El> {
    let Some(days) = chart.seen(|layout| layout.days).filter(|days| days.days() == 1) else {
        return Vec::new();
    };
    let to = |on: bool| {
        let day = chart.neighbour(on)?;
        let there = words::day_seen_from(days.end.year(), day, dateline_model::Granularity::Day);
        let label =
            if on { [&there, " \u{2192}"].concat() } else { ["\u{2190} ", &there].concat() };
        Some(button("", &label, move || chart.choose(DayRange::single(day))))
    };
    [to(false), to(true)].into_iter().flatten().collect()
}

/// Which days are in view, and how much of what is dated in them is shown.
fn in_words(chart: Chart) -> String {
    let layout = chart.layout();
    let Some(days) = layout.days else { return String::new() };
    let shown = layout.labels.len() + layout.listed.len();
    let inside = words::count(layout.inside, "event");
    let extent = words::extent(days);
    if layout.inside == 0 {
        return extent;
    }
    if layout.size.narrow() {
        return [&extent, " \u{b7} ", &inside, ". Bars: articles that tell of the day"].concat();
    }
    if shown == layout.inside {
        return [&extent, " \u{b7} ", &inside, ", bars: articles that tell of the day"].concat();
    }
    let told = if layout.listed.is_empty() {
        ", those that most articles tell, in their own words. Bars: articles that tell of the day"
    } else {
        " dated on it: by the clock where a source gives the hour, then those that most articles tell"
    };
    [&extent, " \u{b7} ", &words::number(shown), " of ", &inside, told].concat()
}

/// Tells the chart how wide the page is and how large its text, now and whenever that changes.
fn follow_size(host: &Element, chart: Chart) {
    let measured = host.clone();
    let measure = move || {
        chart.set_size(Size { width: measured.client_width(), rem: root_size() });
    };
    measure();
    let changed = Closure::<dyn FnMut()>::new(measure);
    let changed = changed.into_js_value();
    let Ok(observer) = ResizeObserver::new(changed.unchecked_ref()) else { return };
    observer.observe(host);
    on_cleanup(move || observer.disconnect());
}

/// The root's size of text in pixels.
fn root_size() -> i32 {
    let root = document().document_element();
    let style = root.and_then(|root| window().get_computed_style(&root).ok().flatten());
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    size.and_then(|size| size.split(['.', 'p']).next()?.parse().ok()).unwrap_or(16)
}
