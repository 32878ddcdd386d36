//! User Timing measures of what the reader waits for: `dateline:decode`,
//! `dateline:mount`, `dateline:query` and `dateline:timeline`. Always on.

/// Does `work` and leaves a measure of that name with the time it took.
/// A browser without User Timing loses the measure and nothing else.
pub fn timed<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let performance = leptos::prelude::window().performance();
    if let Some(performance) = &performance {
        let _ = performance.mark(name);
    }
    let result = work();
    if let Some(performance) = &performance {
        let _ = performance.measure_with_start_mark(name, name);
        performance.clear_marks_with_mark_name(name);
    }
    result
}
