//! How much is told of each day, as bars on the axis.

use dateline_model::{Day, DayRange};

use crate::scale::Frame;

/// A bar of one day, or of the days that share a column where days are too narrow to be told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Left edge.
    pub left: i32,
    /// Right edge, excluded.
    pub right: i32,
    /// The count of its day, the highest of several.
    pub count: u32,
    /// The days with a count that it stands for, from the first to the last.
    pub days: DayRange,
}

/// The bars of days in view, in order; `counts` by day, ascending. Days narrower than `least` pixels share
/// columns of that width. A column is as high as its highest day, so that all bars have one scale.
pub fn bars(frame: &Frame, least: i32, counts: &[(Day, u32)]) -> Vec<Bar> {
    let least = least.max(1);
    let ends = frame.stretches.first().zip(frame.stretches.last());
    let Some(view) = ends.map(|(first, last)| DayRange { start: first.start, end: last.end })
    else {
        return Vec::new();
    };
    let mut bars: Vec<Bar> = Vec::new();
    for &(day, count) in counts.iter().filter(|(day, _)| view.contains(*day)) {
        let (mut left, mut right) = frame.slot(day);
        if right - left < least {
            left = frame.x(day).div_euclid(least) * least;
            right = left + least;
        }
        match bars.last_mut() {
            // A column may reach into the slot of a wider day.
            Some(last) if left < last.right => {
                last.count = last.count.max(count);
                last.days.end = day;
            }
            _ => bars.push(Bar { left, right, count, days: DayRange::single(day) }),
        }
    }
    bars
}

/// The bar at a pixel, or the nearest.
pub fn bar_at(bars: &[Bar], x: i32) -> Option<usize> {
    let away = |bar: &Bar| (bar.left - x).max(x - bar.right + 1).max(0);
    (0..bars.len()).min_by_key(|&at| away(&bars[at]))
}

#[cfg(test)]
mod tests {
    use dateline_model::Granularity;

    use super::*;
    use crate::scale::Axis;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn frame(days: &[&str], width: i32) -> Frame {
        let points: Vec<(Day, Granularity)> =
            days.iter().map(|text| (day(text), Granularity::Day)).collect();
        Axis::new(&points, width).frame()
    }

    #[test]
    fn a_day_with_room_has_its_own_bar() {
        let frame = frame(&["2025-05-01", "2025-05-10"], 200);
        let counts = [(day("2025-05-01"), 2), (day("2025-05-02"), 5), (day("2025-05-10"), 1)];
        let found = bars(&frame, 6, &counts);
        let brief: Vec<_> = found.iter().map(|bar| (bar.left, bar.right, bar.count)).collect();
        assert_eq!(brief, [(0, 20, 2), (20, 40, 5), (180, 200, 1)]);
    }

    #[test]
    fn narrow_days_share_columns_as_high_as_the_highest_of_them() {
        let frame = frame(&["2025-01-01", "2025-07-19"], 100);
        let counts: Vec<(Day, u32)> =
            (0..200).map(|at| (day("2025-01-01") + at, 1 + at as u32 % 7)).collect();
        let found = bars(&frame, 5, &counts);
        assert_eq!(found.len(), 20);
        assert!(found.iter().all(|bar| bar.right - bar.left == 5 && bar.count == 7));
        assert!(found.windows(2).all(|two| two[0].days.end < two[1].days.start));
        assert_eq!(found.iter().map(|bar| bar.days.days()).sum::<i32>(), 200);
    }

    #[test]
    fn days_out_of_view_have_no_bar() {
        let frame = frame(&["2025-05-01", "2025-05-10"], 200);
        assert_eq!(bars(&frame, 6, &[(day("2025-04-30"), 2), (day("2025-05-11"), 5)]), []);
        assert_eq!(bars(&Frame::default(), 6, &[(day("2025-04-30"), 2)]), []);
    }

    #[test]
    fn a_finger_finds_the_nearest_bar() {
        let frame = frame(&["2025-05-01", "2025-05-10"], 200);
        let found = bars(&frame, 6, &[(day("2025-05-01"), 2), (day("2025-05-10"), 1)]);
        for (x, expected) in [(-9, 0), (10, 0), (80, 0), (120, 1), (500, 1)] {
            assert_eq!(bar_at(&found, x), Some(expected), "{x}");
        }
        assert_eq!(bar_at(&[], 10), None);
    }
}
