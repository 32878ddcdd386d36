//! The mathematics of the timeline: days become pixels, counts become bars, sentences find their places
//! above and below them. Integers only, no screen: what draws it hands in how wide its text is.
//!
//! ```
//! use dateline_axis::{Axis, StretchKind};
//! use dateline_model::{Day, Granularity};
//!
//! let day = |text: &str| (Day::parse(text).unwrap(), Granularity::Day);
//! let axis = Axis::new(&[day("1991-12-26"), day("2025-05-16"), day("2025-06-02")], 800);
//! let frame = axis.frame();
//! assert_eq!(frame.stretches[1].kind, StretchKind::Break);
//! assert_eq!(frame.stretches[1].words(), "33 years");
//! ```

mod band;
mod bars;
mod scale;
mod span;
mod ticks;

pub use band::{Place, Room, Wish, place};
pub use bars::{Bar, bar_at, bars};
pub use scale::{Axis, Frame, Stretch, StretchKind};
pub use span::Span;
pub use ticks::{Tick, TickKind, ticks};
