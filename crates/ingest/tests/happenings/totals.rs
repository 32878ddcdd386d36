//! What is counted, and in which half.

/// Which failures are read while events are made better (`Work`), and which only counted (`Check`).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Half {
    Work,
    Check,
}

/// What was counted; sums over corpora.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    pub happenings: usize,
    /// Of the happenings told by several articles, those of which at least two articles tell and
    /// every telling sentence that is told lies in one event.
    pub gathered: usize,
    pub several: usize,
    /// Happenings too many in one event, summed.
    pub merged: usize,
    /// Telling sentences that are in no event.
    pub lost: usize,
    pub tellings: usize,
    pub wrong_day: usize,
    pub wrong_status: usize,
    /// Happenings that some event tells, so that its day and status are judged.
    pub told: usize,
    /// Sentences that tell nothing and are in an event.
    pub told_nothing: usize,
    pub nothing: usize,
    /// Events of such sentences only as tell happenings that have their event elsewhere.
    pub surplus: usize,
}

impl Totals {
    pub fn add(&mut self, other: &Self) {
        self.happenings += other.happenings;
        self.gathered += other.gathered;
        self.several += other.several;
        self.merged += other.merged;
        self.lost += other.lost;
        self.tellings += other.tellings;
        self.wrong_day += other.wrong_day;
        self.wrong_status += other.wrong_status;
        self.told += other.told;
        self.told_nothing += other.told_nothing;
        self.nothing += other.nothing;
        self.surplus += other.surplus;
    }
}

/// Half the names fall to each side, and stay there whatever corpora are added.
pub fn half(name: &str) -> Half {
    let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    if (hash >> 32).is_multiple_of(2) { Half::Work } else { Half::Check }
}
