//! Which part of an axis is in view, and how it moves.

use dateline_model::{DayRange, Granularity};

use crate::scale::{Axis, Frame, Segment, Stretch, StretchKind};

/// The zoom at which the whole axis is in view.
const FIT: i32 = 1024;

/// No day is drawn wider than this, in pixels: a dozen marks of one day stand
/// apart, and a label still lies near its day.
const WIDEST_DAY: i64 = 240;

/// The part in view, in the axis's own pixels. Breaks keep their width at every
/// zoom and count like any other pixels, so that panning across them is even.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// In 1024ths of the zoom at which the whole axis is in view.
    pub zoom: i32,
    /// Pixels of the zoomed axis left of the view.
    pub left: i32,
}

impl Window {
    /// Everything in view, on any axis.
    pub const WHOLE: Self = Self { zoom: FIT, left: 0 };
}

impl Axis {
    /// Everything in view.
    pub fn fit(&self) -> Window {
        Window::WHOLE
    }

    /// Zooms by `times / by`; what is at `x` stays at `x`.
    pub fn zoom(&self, window: Window, x: i32, times: i32, by: i32) -> Window {
        let zoom = i64::from(window.zoom) * i64::from(times) / i64::from(by.max(1));
        self.zoom_to(window, x, zoom)
    }

    /// Moves the view by `pixels` to the right.
    pub fn pan(&self, window: Window, pixels: i32) -> Window {
        self.clamp(Window { left: window.left.saturating_add(pixels), ..window })
    }

    /// The nearest valid window.
    pub fn clamp(&self, window: Window) -> Window {
        let zoom = window.zoom.clamp(FIT, self.most().max(i64::from(FIT)) as i32);
        let right = (self.total(zoom) - i64::from(self.width)).max(0);
        Window { zoom, left: i64::from(window.left).clamp(0, right) as i32 }
    }

    /// A window that shows these days with a little room, as large as it goes.
    pub fn show(&self, days: DayRange) -> Window {
        let room = self.width * 4 / 5;
        let wide = |zoom: i32| {
            let frame = self.frame_at(zoom, 0);
            frame.slot(days.end).1 - frame.slot(days.start).0
        };
        // Widths grow with the zoom: bisect for the last that fits.
        let (mut low, mut high) = (FIT, self.most().max(i64::from(FIT)) as i32);
        while high - low > FIT / 16 {
            let middle = low + (high - low) / 2;
            if wide(middle) <= room { low = middle } else { high = middle }
        }
        let frame = self.frame_at(low, 0);
        let middle = (frame.slot(days.start).0 + frame.slot(days.end).1) / 2;
        self.clamp(Window { zoom: low, left: middle - self.width / 2 })
    }

    /// Moves the view as little as needed to have these days in it.
    pub fn reach(&self, window: Window, days: DayRange) -> Window {
        let frame = self.frame(window);
        let (start, end) = (frame.slot(days.start).0, frame.slot(days.end).1);
        let margin = (self.width / 10).min(60);
        if start < 0 || start >= self.width {
            self.pan(
                window,
                start
                    - if start < 0 {
                        margin
                    } else {
                        self.width - margin - (end - start).min(self.width / 2)
                    },
            )
        } else {
            window
        }
    }

    /// The axis as it is drawn under `window`.
    pub fn frame(&self, window: Window) -> Frame {
        let window = self.clamp(window);
        self.frame_at(window.zoom, window.left)
    }

    /// Whether one can zoom in further.
    pub fn can_zoom(&self, window: Window) -> bool {
        i64::from(window.zoom) < self.most()
    }

    fn frame_at(&self, zoom: i32, left: i32) -> Frame {
        let mut stretches: Vec<Stretch> = Vec::with_capacity(self.segments.len() * 2);
        let mut x = -left;
        for segment in &self.segments {
            if let Some(before) = stretches.last().copied() {
                stretches.push(Stretch {
                    left: x,
                    right: x + self.break_width,
                    start: before.end + 1,
                    end: segment.start - 1,
                    granularity: Granularity::Day,
                    kind: StretchKind::Break,
                });
                x += self.break_width;
            }
            let wide = wide(segment, zoom) as i32;
            stretches.push(Stretch {
                left: x,
                right: x + wide,
                start: segment.start,
                end: segment.end,
                granularity: segment.granularity,
                kind: StretchKind::Populated,
            });
            x += wide;
        }
        Frame { stretches, width: self.width }
    }

    fn total(&self, zoom: i32) -> i64 {
        let breaks = self.segments.len().saturating_sub(1) as i64 * i64::from(self.break_width);
        breaks + self.segments.iter().map(|segment| wide(segment, zoom)).sum::<i64>()
    }

    /// The zoom at which every segment has reached its full width.
    fn most(&self) -> i64 {
        self.segments
            .iter()
            .map(|segment| full(segment) * i64::from(FIT) / i64::from(segment.width.max(1)) + 1)
            .max()
            .unwrap_or(0)
            .min(i64::from(i32::MAX))
    }

    fn zoom_to(&self, window: Window, x: i32, zoom: i64) -> Window {
        let zoom = zoom.clamp(i64::from(FIT), self.most().max(i64::from(FIT))) as i32;
        let before = self.frame(window);
        let after = self.frame_at(zoom, 0);
        let Some(at) = before
            .stretches
            .iter()
            .position(|stretch| x < stretch.right)
            .or(before.stretches.len().checked_sub(1))
        else {
            return self.fit();
        };
        let (old, new) = (before.stretches[at], after.stretches[at]);
        let inside = i64::from(x - old.left) * i64::from(new.right - new.left)
            / i64::from(old.right - old.left).max(1);
        let left = i64::from(new.left) + inside - i64::from(x);
        self.clamp(Window { zoom, left: left.clamp(0, i64::from(i32::MAX)) as i32 })
    }
}

fn full(segment: &Segment) -> i64 {
    i64::from(segment.width).max(WIDEST_DAY * i64::from(segment.days()))
}

fn wide(segment: &Segment, zoom: i32) -> i64 {
    (i64::from(segment.width) * i64::from(zoom) / i64::from(FIT)).min(full(segment))
}

#[cfg(test)]
mod tests {
    use dateline_model::Day;

    use super::*;

    fn axis() -> Axis {
        let points: Vec<(Day, Granularity)> =
            ["1991-01-01", "2025-05-16", "2025-05-26", "2025-06-02", "2025-10-16", "2025-10-20"]
                .iter()
                .map(|day| (Day::parse(day).unwrap(), Granularity::Day))
                .collect();
        Axis::new(&points, 1000)
    }

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn what_is_under_the_pointer_stays_there() {
        let axis = axis();
        let x = axis.frame(axis.fit()).x(day("2025-05-26"));
        let mut window = axis.fit();
        for _ in 0..6 {
            window = axis.zoom(window, x, 5, 4);
            assert!((axis.frame(window).x(day("2025-05-26")) - x).abs() <= 8);
        }
        assert!(window.zoom > 3 * FIT);
    }

    #[test]
    fn zooming_out_ends_at_everything() {
        let axis = axis();
        let far = axis.zoom(axis.fit(), 500, 9, 1);
        assert_eq!(axis.zoom(far, 20, 1, 100), axis.fit());
    }

    #[test]
    fn far_in_a_segment_no_break_is_left() {
        let axis = axis();
        let x = axis.frame(axis.fit()).x(day("2025-05-26"));
        let frame = axis.frame(axis.zoom(axis.fit(), x, 1000, 1));
        let breaks = frame.stretches.iter().filter(|stretch| {
            stretch.kind == StretchKind::Break && stretch.right > 0 && stretch.left < frame.width
        });
        assert_eq!(breaks.count(), 0);
        assert_eq!(frame.slot(day("2025-05-26")).1 - frame.slot(day("2025-05-26")).0, 240);
    }

    #[test]
    fn panning_stops_at_both_ends_and_breaks_keep_their_width() {
        let axis = axis();
        let near = axis.zoom(axis.fit(), 500, 4, 1);
        assert_eq!(axis.pan(near, -100_000).left, 0);
        let end = axis.pan(near, 100_000);
        let frame = axis.frame(end);
        assert_eq!(frame.stretches.last().unwrap().right, 1000);
        assert!(
            frame
                .stretches
                .iter()
                .filter(|stretch| stretch.kind == StretchKind::Break)
                .all(|stretch| { stretch.right - stretch.left == axis.break_width })
        );
    }

    #[test]
    fn panning_moves_every_mark_by_the_same_pixels() {
        let axis = axis();
        let window = axis.pan(axis.zoom(axis.fit(), 500, 3, 1), 40);
        let moved = axis.pan(window, 25);
        for text in ["1991-01-01", "2025-05-26", "2025-10-20"] {
            let (before, after) = (axis.frame(window).x(day(text)), axis.frame(moved).x(day(text)));
            assert_eq!(before - after, 25);
        }
    }

    #[test]
    fn days_asked_for_are_shown_as_large_as_they_go() {
        let axis = axis();
        let days = DayRange { start: day("2025-05-26"), end: day("2025-06-02") };
        let frame = axis.frame(axis.show(days));
        let (left, right) = (frame.slot(days.start).0, frame.slot(days.end).1);
        assert!(left >= 0 && right <= 1000);
        assert!(right - left > 700);
    }

    #[test]
    fn a_day_out_of_view_is_reached_and_one_in_view_moves_nothing() {
        let axis = axis();
        let window = axis.show(DayRange::single(day("2025-05-26")));
        let there = axis.reach(window, DayRange::single(day("1991-01-01")));
        let x = axis.frame(there).x(day("1991-01-01"));
        assert!((0..1000).contains(&x));
        assert_eq!(axis.reach(there, DayRange::single(day("1991-01-01"))), there);
        let back = axis.reach(there, DayRange::single(day("2025-10-20")));
        assert!((0..1000).contains(&axis.frame(back).x(day("2025-10-20"))));
    }
}
