//! One function over many items, by as many threads as there are.
//!
//! Results stand in the order of the items whatever the number of threads, so
//! that the same input gives the same bytes. WebAssembly has one thread.

use core::num::NonZeroUsize;

use crate::stage::{Observer, Stage};

/// Who does the work, and who is told of it.
#[derive(Clone, Copy)]
pub(crate) struct Crew<'o> {
    threads: NonZeroUsize,
    observer: &'o dyn Observer,
}

/// A thread takes so many items at a time: few enough that a folder of one long
/// and many short articles is shared evenly, enough that taking costs nothing.
const BATCH: usize = 8;

impl<'o> Crew<'o> {
    /// As many threads as asked for, or as the machine has.
    pub(crate) fn new(threads: Option<NonZeroUsize>, observer: &'o dyn Observer) -> Self {
        Self { threads: threads.unwrap_or_else(available), observer }
    }

    /// One thread, observed by nobody.
    pub(crate) fn alone() -> Crew<'static> {
        Crew { threads: NonZeroUsize::MIN, observer: &() }
    }

    /// Does `work` as a part of `stage`.
    pub(crate) fn during<R>(&self, stage: Stage, work: impl FnOnce() -> R) -> R {
        self.observer.begin(stage);
        let result = work();
        self.observer.end(stage);
        result
    }

    /// What `work` makes of each item, in the order of the items.
    pub(crate) fn map<T: Send, R: Send>(
        &self,
        items: impl ExactSizeIterator<Item = T> + Send,
        work: impl Fn(T) -> R + Sync,
    ) -> Vec<R> {
        let threads = self.threads.get().min(items.len().div_ceil(BATCH));
        if threads <= 1 { items.map(work).collect() } else { shared(threads, items, &work) }
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn available() -> NonZeroUsize {
    std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}

#[cfg(target_arch = "wasm32")]
fn available() -> NonZeroUsize {
    NonZeroUsize::MIN
}

#[cfg(target_arch = "wasm32")]
fn shared<T, R>(
    _threads: usize,
    items: impl Iterator<Item = T>,
    work: &(impl Fn(T) -> R + Sync),
) -> Vec<R> {
    items.map(work).collect()
}

#[cfg(not(target_arch = "wasm32"))]
fn shared<T: Send, R: Send>(
    threads: usize,
    items: impl Iterator<Item = T> + Send,
    work: &(impl Fn(T) -> R + Sync),
) -> Vec<R> {
    use std::sync::{Mutex, PoisonError};

    let queue = Mutex::new(items.enumerate());
    let serve = || {
        let mut done: Vec<(usize, R)> = Vec::new();
        loop {
            let batch: Vec<(usize, T)> = {
                let mut queue = queue.lock().unwrap_or_else(PoisonError::into_inner);
                queue.by_ref().take(BATCH).collect()
            };
            if batch.is_empty() {
                return done;
            }
            done.extend(batch.into_iter().map(|(at, item)| (at, work(item))));
        }
    };
    let mut all: Vec<(usize, R)> = std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(serve)).collect();
        let mut all = serve();
        for other in others {
            match other.join() {
                Ok(done) => all.extend(done),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        all
    });
    all.sort_unstable_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_keep_the_order_of_the_items_for_any_number_of_threads() {
        for threads in [1, 2, 3, 16] {
            let crew = Crew::new(NonZeroUsize::new(threads), &());
            for count in [0, 1, 7, 8, 9, 1000] {
                let squares = crew.map(0..count, |item: i32| item * item);
                let expected: Vec<i32> = (0..count).map(|item| item * item).collect();
                assert_eq!(squares, expected, "{threads} threads, {count} items");
            }
        }
    }

    #[test]
    fn owned_items_are_given_away() {
        let crew = Crew::new(NonZeroUsize::new(4), &());
        let items: Vec<String> = (0..100).map(|item| format!("{item}")).collect();
        let back = crew.map(items.clone().into_iter(), |item: String| item);
        assert_eq!(back, items);
    }
}
