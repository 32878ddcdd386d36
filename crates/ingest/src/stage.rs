//! The stages by name, and who may watch them.

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
    /// Events from dated sentences.
    Events,
}

impl Stage {
    /// All stages in their order.
    pub const ALL: [Stage; 7] = [
        Stage::Read,
        Stage::Separate,
        Stage::Names,
        Stage::Dates,
        Stage::Times,
        Stage::Quotes,
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
