//! What a drag or a key on the overview does to the chosen days. Pure.

use dateline_axis::{Frame, StretchKind};
use dateline_model::{Day, DayRange};

/// A handle is taken within this many pixels: a finger is not a point.
const REACH: i32 = 14;

/// What the pointer took hold of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grip {
    /// The left handle.
    From,
    /// The right handle.
    To,
    /// All of it, to move it.
    Whole,
    /// Nothing yet: a new brush begins.
    New,
}

/// What lies at `x`, with the brush between two pixels.
pub fn grip(brush: Option<(i32, i32)>, x: i32) -> Grip {
    let Some((left, right)) = brush else { return Grip::New };
    let (to_left, to_right) = ((x - left).abs(), (x - right).abs());
    // Of a narrow brush the middle third still moves it.
    let reach = REACH.min((right - left) / 3).max(4);
    if x < left && to_left <= REACH || to_left <= reach && to_left <= to_right {
        Grip::From
    } else if x > right && to_right <= REACH || to_right <= reach {
        Grip::To
    } else if left < x && x < right {
        Grip::Whole
    } else {
        Grip::New
    }
}

/// The days after a drag from `down` to `x`, with the brush at first between
/// two pixels.
pub fn drag(
    frame: &Frame,
    grip: Grip,
    brush: Option<(i32, i32)>,
    down: i32,
    x: i32,
) -> Option<DayRange> {
    let last = frame.width - 1;
    let (left, right) = brush.unwrap_or((down, down));
    let (one, other) = match grip {
        Grip::From => (x, right - 1),
        Grip::To => (left, x),
        Grip::New => (down, x),
        Grip::Whole => {
            let by = (x - down).clamp(-left, (last - right).max(-left));
            (left + by, right - 1 + by)
        }
    };
    Some(DayRange::between(frame.day(one.clamp(0, last))?, frame.day(other.clamp(0, last))?))
}

/// The days after a click at `x`, the way without dragging: a column of the
/// strip, and where something is chosen the nearer end moves there.
pub fn click(frame: &Frame, brush: Option<(i32, i32)>, x: i32) -> Option<DayRange> {
    let Some((left, right)) = brush else { return drag(frame, Grip::New, None, x - 3, x + 3) };
    let end = if x - left < right - x { Grip::From } else { Grip::To };
    drag(frame, end, brush, x, x)
}

/// The pixels of chosen days.
pub fn pixels(frame: &Frame, days: DayRange) -> (i32, i32) {
    (frame.slot(days.start).0, frame.slot(days.end).1)
}

/// All days of the axis.
pub fn whole(frame: &Frame) -> Option<DayRange> {
    Some(DayRange { start: frame.stretches.first()?.start, end: frame.stretches.last()?.end })
}

/// A day `by` days on; a break is crossed in one step.
pub fn step(frame: &Frame, day: Day, by: i32) -> Day {
    let Some(whole) = whole(frame) else { return day };
    let next = (day + by).clamp(whole.start, whole.end);
    match frame.stretches.iter().find(|stretch| stretch.start <= next && next <= stretch.end) {
        Some(stretch) if stretch.kind == StretchKind::Break && by > 0 => stretch.end + 1,
        Some(stretch) if stretch.kind == StretchKind::Break => stretch.start - 1,
        _ => next,
    }
}

#[cfg(test)]
mod tests {
    use dateline_axis::Axis;
    use dateline_model::Granularity;

    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn frame() -> Frame {
        let points: Vec<(Day, Granularity)> =
            ["1991-01-01", "2025-05-16", "2025-05-26", "2025-05-28", "2025-06-02"]
                .iter()
                .map(|text| (day(text), Granularity::Day))
                .collect();
        let axis = Axis::new(&points, 600);
        axis.frame()
    }

    #[test]
    fn the_pointer_takes_what_it_is_on() {
        let brush = Some((100, 200));
        for (x, expected) in [
            (95, Grip::From),
            (104, Grip::From),
            (150, Grip::Whole),
            (195, Grip::To),
            (210, Grip::To),
            (300, Grip::New),
            (40, Grip::New),
        ] {
            assert_eq!(grip(brush, x), expected, "{x}");
        }
        assert_eq!(grip(None, 100), Grip::New);
        assert_eq!(grip(Some((100, 124)), 112), Grip::Whole);
    }

    #[test]
    fn a_drag_draws_moves_and_stretches() {
        let frame = frame();
        let x = |text: &str| frame.x(day(text));
        let days = |start: &str, end: &str| DayRange { start: day(start), end: day(end) };
        let drawn = drag(&frame, Grip::New, None, x("2025-05-28"), x("2025-05-16"));
        assert_eq!(drawn, Some(days("2025-05-16", "2025-05-28")));
        let brush = Some(pixels(&frame, days("2025-05-16", "2025-05-20")));
        let moved = drag(&frame, Grip::Whole, brush, x("2025-05-18"), x("2025-05-22"));
        assert_eq!(moved, Some(days("2025-05-20", "2025-05-24")));
        let longer = drag(&frame, Grip::To, brush, x("2025-05-20"), x("2025-06-01"));
        assert_eq!(longer, Some(days("2025-05-16", "2025-06-01")));
        let turned = drag(&frame, Grip::To, brush, x("2025-05-20"), 0);
        assert_eq!(turned, Some(days("1991-01-01", "2025-05-16")));
    }

    #[test]
    fn clicks_choose_without_a_drag() {
        let frame = frame();
        let x = |text: &str| frame.x(day(text));
        let days = |start: &str, end: &str| DayRange { start: day(start), end: day(end) };
        let first = click(&frame, None, x("2025-05-26")).unwrap();
        assert!(first.start <= day("2025-05-26") && day("2025-05-26") <= first.end);
        let brush = |start: &str, end: &str| Some(pixels(&frame, days(start, end)));
        for (start, end, at, expected) in [
            ("2025-05-18", "2025-05-26", "2025-05-30", days("2025-05-18", "2025-05-30")),
            ("2025-05-18", "2025-05-26", "2025-05-16", days("2025-05-16", "2025-05-26")),
            ("2025-05-16", "2025-05-30", "2025-05-19", days("2025-05-19", "2025-05-30")),
        ] {
            assert_eq!(click(&frame, brush(start, end), x(at)), Some(expected), "{at}");
        }
    }

    #[test]
    fn a_brush_cannot_be_moved_out_of_the_strip() {
        let frame = frame();
        let brush = Some(pixels(&frame, DayRange::between(day("2025-05-16"), day("2025-05-20"))));
        let right = drag(&frame, Grip::Whole, brush, 300, 5000).unwrap();
        assert_eq!(right.end, day("2025-06-02"));
        let all = Some(pixels(&frame, whole(&frame).unwrap()));
        assert_eq!(drag(&frame, Grip::Whole, all, 300, -500), whole(&frame));
    }

    #[test]
    fn keys_cross_a_break_in_one_step() {
        let frame = frame();
        assert_eq!(step(&frame, day("1991-01-01"), 1), day("2025-05-16"));
        assert_eq!(step(&frame, day("2025-05-16"), -7), day("1991-01-01"));
        assert_eq!(step(&frame, day("2025-06-02"), 1), day("2025-06-02"));
        assert_eq!(step(&frame, day("2025-05-26"), 7), day("2025-06-02"));
    }
}
