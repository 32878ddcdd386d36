//! The stages by name, and who may watch them.

use dateline_workers::Workers;

/// One stage of ingest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Bytes to text.
    Read,
    /// Article from page furniture.
    Separate,
    /// People, places and organisations.
    Names,
    /// Publication dates that no page prints.
    Dates,
    /// Time expressions.
    Times,
    /// Quotations and their speakers.
    Quotes,
    /// Versions of one text.
    Copies,
    /// Events from dated sentences.
    Events,
}

impl Stage {
    /// All stages in their order.
    pub const ALL: [Stage; 8] = [
        Stage::Read,
        Stage::Separate,
        Stage::Names,
        Stage::Dates,
        Stage::Times,
        Stage::Quotes,
        Stage::Copies,
        Stage::Events,
    ];

    /// One word for it.
    pub fn name(self) -> &'static str {
        match self {
            Stage::Read => "read",
            Stage::Separate => "separate",
            Stage::Names => "names",
            Stage::Dates => "dates",
            Stage::Times => "times",
            Stage::Quotes => "quotes",
            Stage::Copies => "copies",
            Stage::Events => "events",
        }
    }
}

/// Is told when work on a stage begins and ends, on the thread that does it.
/// Ingest has no clock of its own; whoever wants times brings one.
///
/// A stage begins and ends many times, once for every article where articles
/// are independent, but never inside another stage on the same thread.
pub trait Observer: Sync {
    /// Work on a stage begins.
    fn begin(&self, stage: Stage);
    /// It ends.
    fn end(&self, stage: Stage);
}

/// Nobody watches.
impl Observer for () {
    fn begin(&self, _: Stage) {}
    fn end(&self, _: Stage) {}
}

/// Many hands, and who is told of what they do.
#[derive(Clone, Copy)]
pub(crate) struct Watched<'o> {
    /// Who shares the work.
    pub(crate) workers: Workers,
    observer: &'o dyn Observer,
}

impl<'o> Watched<'o> {
    /// `workers`, watched by `observer`.
    pub(crate) fn new(workers: Workers, observer: &'o dyn Observer) -> Self {
        Self { workers, observer }
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
        self.workers.map(items, work)
    }
}
