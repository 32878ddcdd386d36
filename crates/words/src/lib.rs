//! What the page says in its own voice: days, counts, sources, reasons.
//!
//! The app, the pages without scripts and the time axis use the same words.
//! Pure. Says what is known and how it is known; never invents a precision.

mod articles;
mod days;
mod differing;
mod events;
mod folds;
mod inferred;
mod languages;
mod links;
mod lists;
mod numbers;
mod quoted;
mod tellers;
mod titles;
mod versions;

pub use dateline_text::isolated;

pub use articles::{
    as_written, basis, basis_of_date, by, credit, day_of_publication, meaning, outlet, printed,
    published, source, undated,
};
pub use days::{
    day_and_month, day_seen_from, days, extent, full_day, length, range, tick, weekday,
    widest_tick, year,
};
pub use differing::{Difference, Differs, Told, differing};
pub use events::{event_basis, event_line, known_to, status, worded};
pub use folds::{events_after, events_before, more_events};
pub use languages::unread;
pub use links::linked;
pub use lists::{all_of, one_of};
pub use numbers::{count, inside, megabytes, number};
pub use quoted::quoted;
pub use tellers::{Tellers, tellers, tellers_of};
pub use titles::{named_and_tellers, page_title, tab_title, withheld_title};
pub use versions::{Versions, versions};
