//! The timeline: everything as a strip with the brush, what happened, and what
//! was published. A second view of the list under it, never the only one.
//!
//! What is drawn is decided in plain functions (`plan`, `scene`, `draw`,
//! `brush`, `keys`); `chart` keeps what changes with every frame.

mod brush;
mod chart;
mod draw;
mod keys;
mod label;
mod motion;
mod plan;
mod scene;
#[cfg(test)]
mod scene_tests;
mod strip;
mod surface;
mod text;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};

use crate::dom::{El, button, el};
use crate::state::Store;
use chart::Chart;

/// The three rows over the whole width of the page.
pub fn timeline(store: Store) -> El {
    let chart = Chart::new(store);
    let rows = move || match chart.narrow() {
        true => Vec::new(),
        false => vec![controls(chart), surface::surface(chart)],
    };
    // What is drawn for a width changes the section's height, and an observer of that would be told
    // of its own doing: an error in the page around. This is as wide, and never high.
    let gauge = el("div", "");
    let host = gauge.element().clone();
    let made = el("section", "timeline")
        .attr("aria-label", "Timeline")
        .toggle("narrow", move || chart.narrow())
        .child(gauge)
        .child(strip::strip(chart))
        .child(el("div", "").live_children(rows));
    let owner = Owner::current().unwrap_or_default();
    // It has a width only once it is on the page.
    queue_microtask(move || {
        owner.with(|| {
            follow_width(&host, chart);
            chart.follow(store);
        });
    });
    made
}

fn controls(chart: Chart) -> El {
    let control = |name: &str, said: &str, act: fn(Chart)| {
        button("", name, move || act(chart)).attr("aria-label", said)
    };
    el("div", "timeline-controls")
        .child(control("\u{2212}", "Zoom out", |chart| chart.zoom(2, 3)))
        .child(control("+", "Zoom in", |chart| chart.zoom(3, 2)))
        .child(control("Story", "Story: the days that most of it tells of", |chart| chart.story()))
        .child(control("Fit", "Fit: show everything", |chart| chart.fit()))
}

/// Tells the chart how wide the page is, now and whenever that changes.
fn follow_width(host: &Element, chart: Chart) {
    let measured = host.clone();
    chart.set_width(measured.client_width());
    let changed = Closure::<dyn FnMut()>::new(move || chart.set_width(measured.client_width()));
    let changed = changed.into_js_value();
    let Ok(observer) = ResizeObserver::new(changed.unchecked_ref()) else { return };
    observer.observe(host);
    on_cleanup(move || observer.disconnect());
}
