//! A scale over days that leaves out the stretches where nothing is.

use dateline_model::{Day, Granularity};
use dateline_sort::sort_by;
use dateline_words as words;

/// How wide a break is drawn, in pixels, with its words under it; and without,
/// where all breaks together would take more than a third of the width.
const BREAKS: [i32; 2] = [68, 30];

/// What a stretch with a single day is given at least, in pixels: room for its
/// mark and for four figures under it.
const FLOORS: [i32; 2] = [52, 42];

/// Shorter empty stretches are never collapsed, in days. Four weeks still read
/// as a pause; the words of a break would say less than the distance does.
const SHORTEST_BREAK: i32 = 28;

/// An empty stretch longer than the populated days divided by this collapses.
/// At a sixth the pause would take more room than the break's own width.
const SHARE: i64 = 6;

/// A gap up to this many times the usual one (the lower quartile, so that a few
/// clusters are enough to set it) is part of the corpus's own rhythm.
const UNUSUAL: i32 = 4;

/// Days of the items, cut into populated stretches, each with its width.
/// Valid when segments are in order and do not touch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Axis {
    pub(crate) segments: Vec<Segment>,
    pub(crate) width: i32,
    pub(crate) break_width: i32,
}

/// A populated stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Segment {
    /// First day with an item.
    pub start: Day,
    /// Last day with an item.
    pub end: Day,
    /// The finest granularity of its items: it says how to name the stretch.
    pub granularity: Granularity,
    /// Pixels.
    pub width: i32,
}

impl Segment {
    pub(crate) fn days(&self) -> i32 {
        self.end - self.start + 1
    }
}

impl Axis {
    /// The axis of `points` on `width` pixels. Points need no order.
    pub fn new(points: &[(Day, Granularity)], width: i32) -> Self {
        let mut points = points.to_vec();
        sort_by(&mut points, &mut |one, other| one < other);
        let width = width.max(1);
        let broken = breaks(&points, (width / (3 * BREAKS[1])) as usize);
        let mut segments: Vec<Segment> = Vec::new();
        for (at, &(day, granularity)) in points.iter().enumerate() {
            match segments.last_mut() {
                Some(last) if !broken.contains(&at) => {
                    last.end = day;
                    last.granularity = last.granularity.max(granularity);
                }
                _ => segments.push(Segment { start: day, end: day, granularity, width: 0 }),
            }
        }
        let count = segments.len() as i32 - 1;
        let size = usize::from(count * BREAKS[0] * 3 > width);
        share_out(&mut segments, width - count * BREAKS[size], FLOORS[size]);
        Self { segments, width, break_width: BREAKS[size] }
    }

    /// The axis as it is drawn.
    pub fn frame(&self) -> Frame {
        let mut stretches: Vec<Stretch> = Vec::with_capacity(self.segments.len() * 2);
        let mut x = 0;
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
            stretches.push(Stretch {
                left: x,
                right: x + segment.width,
                start: segment.start,
                end: segment.end,
                granularity: segment.granularity,
                kind: StretchKind::Populated,
            });
            x += segment.width;
        }
        Frame { stretches, width: self.width }
    }
}

/// Which points begin a new segment, by position.
///
/// Gaps are taken from the shortest: each is kept while it is no more than its
/// share of what was kept so far, and always when it is much like the shorter
/// gaps, since an even rhythm needs no breaks. Where that makes more than
/// `most` breaks, only gaps stay broken that are more than the share of the
/// whole.
fn breaks(points: &[(Day, Granularity)], most: usize) -> Vec<usize> {
    let mut gaps: Vec<(i32, usize)> = points
        .windows(2)
        .enumerate()
        .map(|(at, two)| (two[1].0 - two[0].0, at + 1))
        .filter(|&(gap, _)| gap > 0)
        .collect();
    sort_by(&mut gaps, &mut |one, other| one < other);
    let span: i64 = gaps.iter().map(|gap| i64::from(gap.0)).sum();
    let usual = gaps.get(gaps.len().saturating_sub(1) / 4).map_or(0, |gap| gap.0);
    let mut kept = 0;
    let first = gaps.iter().position(|&(gap, _)| {
        let length = i64::from(gap);
        let breaks = gap > SHORTEST_BREAK && gap / UNUSUAL > usual && length * SHARE > kept;
        kept += length;
        breaks
    });
    let mut broken = gaps.split_off(first.unwrap_or(gaps.len()));
    if broken.len() > most {
        broken.retain(|&(gap, _)| i64::from(gap) * SHARE > span);
        let extra = broken.len().saturating_sub(most);
        broken.drain(..extra);
    }
    broken.into_iter().map(|(_, at)| at).collect()
}

/// A floor for each segment, the rest by length, nothing lost to rounding.
fn share_out(segments: &mut [Segment], room: i32, floor: i32) {
    let count = segments.len() as i32;
    if count == 0 {
        return;
    }
    let room = room.max(count);
    let floor = floor.min(room / count);
    let rest = i64::from(room - floor * count);
    let days: i64 = segments.iter().map(|segment| i64::from(segment.days() - 1)).sum();
    let (mut seen, mut given) = (0i64, 0i64);
    for (at, segment) in segments.iter_mut().enumerate() {
        seen += i64::from(segment.days() - 1);
        let upto =
            if days == 0 { rest * (at as i64 + 1) / i64::from(count) } else { rest * seen / days };
        segment.width = floor + (upto - given) as i32;
        given = upto;
    }
}

/// What of the axis is drawn where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// Segments and breaks in turn; the first and the last are segments.
    pub stretches: Vec<Stretch>,
    /// Pixels in view.
    pub width: i32,
}

/// A stretch of the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Left edge.
    pub left: i32,
    /// Right edge, excluded.
    pub right: i32,
    /// First day.
    pub start: Day,
    /// Last day.
    pub end: Day,
    /// The finest granularity of the items in it.
    pub granularity: Granularity,
    /// Whether anything is in it.
    pub kind: StretchKind,
}

/// Kinds of [`Stretch`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StretchKind {
    /// Days with items.
    Populated,
    /// Days without any, drawn narrow.
    Break,
}

impl Stretch {
    /// A break's length in words: "4 months".
    pub fn words(&self) -> String {
        words::length(self.start - 1, self.end + 1)
    }

    /// Pixels a hundred days take.
    pub fn hundred_days(&self) -> i32 {
        (i64::from(self.right - self.left) * 100 / i64::from(self.end - self.start + 1)) as i32
    }

    /// Left edge of `day` in it; the stretch's right edge for the day after.
    fn edge(&self, day: Day) -> i32 {
        let days = i64::from(self.end - self.start + 1);
        let at = i64::from((day - self.start).clamp(0, self.end - self.start + 1));
        self.left + (i64::from(self.right - self.left) * at / days) as i32
    }
}

impl Frame {
    /// Left and right edge of a day. Days before the axis lie at its beginning,
    /// days after it at its end.
    pub fn slot(&self, day: Day) -> (i32, i32) {
        match self.stretches.iter().find(|stretch| day <= stretch.end).or(self.stretches.last()) {
            None => (0, 0),
            Some(stretch) if day < stretch.start => (stretch.left, stretch.left),
            Some(stretch) => (stretch.edge(day), stretch.edge(day + 1)),
        }
    }

    /// The middle of a day.
    pub fn x(&self, day: Day) -> i32 {
        let (left, right) = self.slot(day);
        left + (right - left) / 2
    }

    /// The day at a pixel; in a break, the nearest day with an item.
    pub fn day(&self, x: i32) -> Option<Day> {
        let last = self.stretches.last()?;
        let stretch = self.stretches.iter().find(|stretch| x < stretch.right).unwrap_or(last);
        if stretch.kind == StretchKind::Break {
            let middle = stretch.left + (stretch.right - stretch.left) / 2;
            return Some(if x < middle { stretch.start - 1 } else { stretch.end + 1 });
        }
        let (wide, days) =
            (i64::from(stretch.right - stretch.left).max(1), stretch.end - stretch.start);
        let at = i64::from(x - stretch.left) * i64::from(days + 1) / wide;
        let mut day = stretch.start + at.clamp(0, i64::from(days)) as i32;
        // Edges are rounded down: the pixel may already be the next day's.
        if day < stretch.end && stretch.edge(day + 1) <= x {
            day = day + 1;
        }
        Some(day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(days: &[&str]) -> Vec<(Day, Granularity)> {
        days.iter().map(|day| (Day::parse(day).unwrap(), Granularity::Day)).collect()
    }

    const TALKS: [&str; 12] = [
        "1991-01-01",
        "2022-01-01",
        "2025-05-16",
        "2025-05-19",
        "2025-05-23",
        "2025-05-25",
        "2025-05-26",
        "2025-05-27",
        "2025-05-28",
        "2025-06-02",
        "2025-10-16",
        "2025-10-20",
    ];

    fn check_breaks(days: &[&str], width: i32, expected: &[&str]) {
        let axis = Axis::new(&points(days), width);
        let frame = axis.frame();
        let words: Vec<String> = frame
            .stretches
            .iter()
            .filter(|stretch| stretch.kind == StretchKind::Break)
            .map(Stretch::words)
            .collect();
        assert_eq!(words, expected, "{days:?}");
    }

    #[test]
    fn long_empty_stretches_collapse_and_are_named() {
        check_breaks(&TALKS, 1200, &["31 years", "3 years", "4 months"]);
        check_breaks(&TALKS, 350, &["31 years", "3 years", "4 months"]);
    }

    #[test]
    fn pauses_of_less_than_four_weeks_stay() {
        check_breaks(&["2025-05-01", "2025-05-02", "2025-05-29"], 900, &[]);
        check_breaks(&["2025-05-01", "2025-05-02", "2025-06-05"], 900, &["1 month"]);
    }

    #[test]
    fn an_evenly_sparse_corpus_has_no_breaks() {
        let years: Vec<String> = (1950..2020).map(|year| format!("{year}-01-01")).collect();
        let years: Vec<&str> = years.iter().map(String::as_str).collect();
        check_breaks(&years, 900, &[]);
        check_breaks(&years[..5], 900, &[]);
    }

    #[test]
    fn old_dates_do_not_squash_a_recent_cluster() {
        check_breaks(
            &["1931-01-01", "1950-01-01", "1998-01-01", "2024-03-04", "2024-03-07", "2024-03-15"],
            900,
            &["19 years", "48 years", "26 years"],
        );
    }

    #[test]
    fn few_islands_far_apart_break_at_every_gap() {
        let days: Vec<String> = (0..5)
            .flat_map(|island| (1..20).map(move |day| format!("{}-03-{day:02}", 1980 + 7 * island)))
            .collect();
        let days: Vec<&str> = days.iter().map(String::as_str).collect();
        check_breaks(&days, 1200, &["7 years"; 4]);
    }

    #[test]
    fn the_stretches_fill_the_width_exactly() {
        for width in [200, 390, 1283] {
            let axis = Axis::new(&points(&TALKS), width);
            let frame = axis.frame();
            assert_eq!(frame.stretches[0].left, 0);
            assert_eq!(frame.stretches.last().unwrap().right, width);
            assert!(frame.stretches.windows(2).all(|two| two[0].right == two[1].left));
        }
    }

    #[test]
    fn days_map_to_pixels_in_order_and_back() {
        let axis = Axis::new(&points(&TALKS), 1200);
        let frame = axis.frame();
        let days: Vec<Day> = TALKS.iter().map(|day| Day::parse(day).unwrap()).collect();
        for day in &days {
            assert_eq!(frame.day(frame.x(*day)), Some(*day));
        }
        let start = days[0].number();
        let xs: Vec<i32> =
            (start..start + 12_800).map(|day| frame.x(Day::from_number(day))).collect();
        assert!(xs.is_sorted());
    }

    #[test]
    fn pixels_map_to_days_in_order() {
        let axis = Axis::new(&points(&TALKS), 1200);
        let frame = axis.frame();
        let days: Vec<Option<Day>> = (-50..1250).map(|x| frame.day(x)).collect();
        assert!(days.is_sorted());
    }

    #[test]
    fn a_pixel_in_a_break_is_the_nearer_edge() {
        let axis = Axis::new(&points(&TALKS), 1200);
        let frame = axis.frame();
        let stretch = frame.stretches[1];
        assert_eq!(frame.day(stretch.left + 3), Day::parse("1991-01-01"));
        assert_eq!(frame.day(stretch.right - 3), Day::parse("2022-01-01"));
    }

    #[test]
    fn lone_days_are_apart_even_on_a_phone() {
        let axis = Axis::new(&points(&TALKS), 358);
        let frame = axis.frame();
        let lone = |at: usize| frame.x(Day::parse(TALKS[at]).unwrap());
        assert!(lone(1) - lone(0) >= 24 && lone(2) - lone(1) >= 24);
    }

    #[test]
    fn nothing_at_all_is_an_empty_axis() {
        let axis = Axis::new(&[], 500);
        let frame = axis.frame();
        assert_eq!((frame.day(3), frame.x(Day::from_number(4))), (None, 0));
    }

    #[test]
    fn the_whole_calendar_does_not_overflow() {
        for width in [1, 1000, i32::MAX / 4] {
            let frame = Axis::new(&points(&["0001-01-01", "9999-12-31"]), width).frame();
            assert!(frame.x(Day::from_number(0)) >= frame.stretches[0].left);
        }
    }
}
