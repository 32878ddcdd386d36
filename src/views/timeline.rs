//! The timeline: everything as a strip with the brush, what happened, and what
//! was published. A second view of the list under it, never the only one.
//!
//! What is drawn is decided in plain functions (`plan`, `scene`, `draw`,
//! `brush`, `keys`); `chart` keeps what changes with every frame.

mod brush;
mod chart;
mod draw;
mod keys;
mod motion;
mod plan;
mod scene;
#[cfg(test)]
mod scene_tests;
mod strip;
mod surface;
mod text;
mod words;

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};

use crate::state::Store;
use chart::Chart;

/// At most this wide, only the strip is drawn: the list says the rest.
const NARROW: i32 = 719;

/// The three rows over the whole width of the page.
#[component]
pub fn Timeline() -> impl IntoView {
    let store = expect_context::<Store>();
    let chart = Chart::new(store);
    let host = NodeRef::<html::Section>::new();
    Effect::new(move |_| {
        if let Some(host) = host.get() {
            follow_width(&host, chart);
        }
    });
    chart.follow(store);
    view! {
        <section class="timeline" class:narrow=move || chart.narrow() aria-label="Timeline" node_ref=host>
            {strip::strip(chart)}
            {move || (!chart.narrow()).then(|| (controls(chart), surface::surface(chart)))}
        </section>
    }
    .into_any()
}

fn controls(chart: Chart) -> AnyView {
    let button = |name: &'static str, said: &'static str, act: fn(Chart)| {
        html::button()
            .attr("type", "button")
            .attr("aria-label", said)
            .on(ev::click, move |_| act(chart))
            .child(name)
    };
    view! {
        <div class="timeline-controls">
            {button("\u{2212}", "Zoom out", |chart| chart.zoom(2, 3))}
            {button("+", "Zoom in", |chart| chart.zoom(3, 2))}
            {button("Fit", "Fit: show everything", |chart| chart.fit())}
        </div>
    }
    .into_any()
}

/// Tells the chart how wide the page is, now and whenever that changes.
fn follow_width(host: &Element, chart: Chart) {
    let measured = host.clone();
    chart.set_width(measured.client_width());
    let changed = Closure::<dyn FnMut()>::new(move || chart.set_width(measured.client_width()));
    let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) else { return };
    observer.observe(host);
    let kept = StoredValue::new_local((observer, changed));
    on_cleanup(move || {
        kept.with_value(|(observer, _)| observer.disconnect());
    });
}
