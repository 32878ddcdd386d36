//! The mathematics of the timeline: days become pixels, marks become groups,
//! labels find their rows. Integers only, no screen: what draws it measures
//! text once and hands the measure in.
//!
//! ```
//! use dateline_axis::{Axis, StretchKind};
//! use dateline_model::{Day, Granularity};
//!
//! let day = |text: &str| (Day::parse(text).unwrap(), Granularity::Day);
//! let axis = Axis::new(&[day("1991-12-26"), day("2025-05-16"), day("2025-06-02")], 800);
//! let frame = axis.frame(axis.fit());
//! assert_eq!(frame.stretches[1].kind, StretchKind::Break);
//! assert_eq!(frame.stretches[1].words(), "33 years");
//! ```

mod cluster;
mod density;
mod lanes;
mod names;
mod scale;
mod ticks;
mod window;

pub use cluster::{Group, Spot, group, positions};
pub use density::{Bin, density};
pub use lanes::{Label, Wish, cut, pack};
pub use names::{Name, place_names};
pub use scale::{Axis, Frame, Segment, Stretch, StretchKind};
pub use ticks::{Tick, TickKind, ticks};
pub use window::Window;
