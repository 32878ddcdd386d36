//! One function over many items, by as many threads as there are.
//!
//! Results stand in the order of the items whatever the number of threads, so
//! that the same input gives the same bytes. WebAssembly has one thread.

use core::num::NonZeroUsize;

/// How many threads share the work.
#[derive(Clone, Copy, Debug)]
pub struct Workers {
    threads: NonZeroUsize,
}

/// A thread takes so many items at a time: few enough that a folder of one long
/// and many short articles is shared evenly, enough that taking costs nothing.
const BATCH: usize = 8;

impl Workers {
    /// As many threads as asked for, or as the machine has.
    pub fn new(threads: Option<NonZeroUsize>) -> Self {
        Self { threads: threads.unwrap_or_else(available) }
    }

    /// One thread.
    pub fn alone() -> Self {
        Self { threads: NonZeroUsize::MIN }
    }

    /// What `work` makes of each item, in the order of the items.
    pub fn map<T: Send, R: Send>(
        &self,
        items: impl ExactSizeIterator<Item = T> + Send,
        work: impl Fn(T) -> R + Sync,
    ) -> Vec<R> {
        self.map_with(items, || (), |(), item| work(item))
    }

    /// The same, where each thread keeps something at hand from item to item. It must not show in the
    /// results: which items a thread gets is chance.
    pub fn map_with<S, T: Send, R: Send>(
        &self,
        items: impl ExactSizeIterator<Item = T> + Send,
        kept: impl Fn() -> S + Sync,
        work: impl Fn(&mut S, T) -> R + Sync,
    ) -> Vec<R> {
        let threads = self.threads.get().min(items.len().div_ceil(BATCH));
        if threads <= 1 { alone(items, &kept, &work) } else { shared(threads, items, &kept, &work) }
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

fn alone<S, T, R>(
    items: impl Iterator<Item = T>,
    kept: &impl Fn() -> S,
    work: &impl Fn(&mut S, T) -> R,
) -> Vec<R> {
    let mut kept = kept();
    items.map(|item| work(&mut kept, item)).collect()
}

#[cfg(target_arch = "wasm32")]
fn shared<S, T, R>(
    _threads: usize,
    items: impl Iterator<Item = T>,
    kept: &impl Fn() -> S,
    work: &impl Fn(&mut S, T) -> R,
) -> Vec<R> {
    alone(items, kept, work)
}

#[cfg(not(target_arch = "wasm32"))]
fn shared<S, T: Send, R: Send>(
    threads: usize,
    items: impl Iterator<Item = T> + Send,
    kept: &(impl Fn() -> S + Sync),
    work: &(impl Fn(&mut S, T) -> R + Sync),
) -> Vec<R> {
    use std::sync::{Mutex, PoisonError};

    let queue = Mutex::new(items.enumerate());
    let serve = || {
        let mut kept = kept();
        let mut done: Vec<(usize, R)> = Vec::new();
        loop {
            let batch: Vec<(usize, T)> = {
                let mut queue = queue.lock().unwrap_or_else(PoisonError::into_inner);
                queue.by_ref().take(BATCH).collect()
            };
            if batch.is_empty() {
                return done;
            }
            done.extend(batch.into_iter().map(|(at, item)| (at, work(&mut kept, item))));
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
            let workers = Workers::new(NonZeroUsize::new(threads));
            for count in [0, 1, 7, 8, 9, 1000] {
                let squares = workers.map(0..count, |item: i32| item * item);
                let expected: Vec<i32> = (0..count).map(|item| item * item).collect();
                assert_eq!(squares, expected, "{threads} threads, {count} items");
            }
        }
    }

    #[test]
    fn what_a_thread_keeps_goes_from_item_to_item() {
        for threads in [1, 3] {
            let workers = Workers::new(NonZeroUsize::new(threads));
            let seen = workers.map_with(
                0..1000,
                || 0,
                |count, item: i32| {
                    *count += 1;
                    (item, *count)
                },
            );
            assert!(seen.iter().enumerate().all(|(at, row)| row.0 == at as i32));
            let most = seen.iter().map(|row| row.1).max();
            assert!(most.is_some_and(|most| most * threads >= 1000), "{most:?}");
        }
    }

    #[test]
    fn owned_items_are_given_away() {
        let workers = Workers::new(NonZeroUsize::new(4));
        let items: Vec<String> = (0..100).map(|item| format!("{item}")).collect();
        let back = workers.map(items.clone().into_iter(), |item: String| item);
        assert_eq!(back, items);
    }
}
