//! The clock that ingest does not have: it adds up how long each stage works.

use std::cell::Cell;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use dateline_ingest::{Observer, Stage};

thread_local! {
    static BEGAN: Cell<Option<Instant>> = const { Cell::new(None) };
}

/// How long this thread has worked, where the system says so; else how late it is. Other programs on
/// the machine disturb the first less.
pub(super) fn worked() -> Duration {
    static BEGAN: LazyLock<Instant> = LazyLock::new(Instant::now);
    let status = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = status.and_then(|status| status.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| BEGAN.elapsed(), Duration::from_nanos)
}

/// Adds the times of all threads.
#[derive(Default)]
pub(super) struct Clock {
    nanoseconds: [AtomicU64; Stage::ALL.len()],
}

impl Clock {
    /// How long all threads together have worked on a stage.
    pub(super) fn of(&self, stage: Stage) -> Duration {
        Duration::from_nanos(self.nanoseconds[stage as usize].load(Ordering::Relaxed))
    }

    /// The stage that took longest.
    pub(super) fn longest(&self) -> Stage {
        Stage::ALL.into_iter().max_by_key(|stage| self.of(*stage)).unwrap_or(Stage::Read)
    }
}

impl Observer for Clock {
    fn begin(&self, _: Stage) {
        BEGAN.set(Some(Instant::now()));
    }

    fn end(&self, stage: Stage) {
        if let Some(began) = BEGAN.take() {
            let nanoseconds = began.elapsed().as_nanos() as u64;
            self.nanoseconds[stage as usize].fetch_add(nanoseconds, Ordering::Relaxed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_counted_up() {
        let before = worked();
        let sum: u64 = (0..3_000_000).fold(0, |sum, number| sum ^ (number * number));
        assert!(sum > 0 && worked() > before);
    }

    #[test]
    fn time_is_added_to_the_stage_that_ends() {
        let clock = Clock::default();
        clock.begin(Stage::Names);
        std::thread::sleep(Duration::from_millis(2));
        clock.end(Stage::Names);
        assert!(clock.of(Stage::Names) >= Duration::from_millis(2));
        assert_eq!(clock.of(Stage::Read), Duration::ZERO);
        assert_eq!(clock.longest(), Stage::Names);
    }
}
