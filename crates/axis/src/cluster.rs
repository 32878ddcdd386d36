//! Marks that would lie over each other become one.

use dateline_model::Day;

use crate::scale::Frame;

/// Marks of one day stand side by side where each has this many pixels.
const SIDE_BY_SIDE: i32 = 18;

/// Pixels left free between two marks.
const CLEAR: i32 = 2;

/// Radius of a mark that stands for several.
pub(crate) const GROUP_RADIUS: i32 = 11;

/// A mark before grouping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Its middle.
    pub x: i32,
    /// Half its width.
    pub radius: i32,
}

/// One or several neighbouring marks, drawn as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its middle.
    pub x: i32,
    /// Half its width.
    pub radius: i32,
    /// Position of the first spot.
    pub first: usize,
    /// Position after the last spot.
    pub end: usize,
    /// The middle of its leftmost spot.
    pub left: i32,
    /// The middle of its rightmost spot.
    pub right: i32,
}

impl Group {
    /// How many spots it stands for.
    pub fn count(&self) -> usize {
        self.end - self.first
    }
}

/// Where items of these sorted days stand: in the middle of their day or, where
/// the day is wide enough, side by side in it.
pub fn positions(frame: &Frame, days: &[Day]) -> Vec<i32> {
    let mut out = Vec::with_capacity(days.len());
    for same in days.chunk_by(|one, next| one == next) {
        let (left, right) = frame.slot(same[0]);
        let count = same.len() as i32;
        let apart = ((right - left) / count).min(4 * SIDE_BY_SIDE);
        let apart = if apart < SIDE_BY_SIDE { 0 } else { apart };
        let first = left + (right - left - apart * (count - 1)) / 2;
        out.extend((0..count).map(|at| first + at * apart));
    }
    out
}

/// Groups spots, sorted by `x`, until no two marks touch.
///
/// A group stands in the middle of its spots, so a dense stretch becomes a row
/// of groups and not one. All spots of the axis are grouped, not only those in
/// view: panning then never regroups them.
pub fn group(spots: &[Spot]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (at, spot) in spots.iter().enumerate() {
        groups.push(Group {
            x: spot.x,
            radius: spot.radius,
            first: at,
            end: at + 1,
            left: spot.x,
            right: spot.x,
        });
        while let [.., before, last] = groups.as_slice() {
            if last.x - before.x >= before.radius + last.radius + CLEAR {
                break;
            }
            let (left, right) = (before.left, last.right);
            let merged = Group {
                x: left + (right - left) / 2,
                radius: GROUP_RADIUS,
                first: before.first,
                end: last.end,
                left,
                right,
            };
            groups.pop();
            groups.pop();
            groups.push(merged);
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use dateline_model::Granularity;

    use super::*;
    use crate::scale::Axis;

    fn check(xs: &[i32], expected: &[(i32, usize)]) {
        let spots: Vec<Spot> = xs.iter().map(|&x| Spot { x, radius: 5 }).collect();
        let groups: Vec<(i32, usize)> =
            group(&spots).iter().map(|group| (group.x, group.count())).collect();
        assert_eq!(groups, expected, "{xs:?}");
    }

    #[test]
    fn marks_that_are_apart_stay_alone() {
        check(&[10, 30, 60], &[(10, 1), (30, 1), (60, 1)]);
    }

    #[test]
    fn marks_that_touch_become_one_in_their_middle() {
        check(&[10, 16, 60], &[(13, 2), (60, 1)]);
        check(&[10, 10, 10], &[(10, 3)]);
    }

    #[test]
    fn a_group_that_grows_into_its_neighbour_takes_it_in() {
        check(&[10, 24, 30], &[(20, 3)]);
    }

    #[test]
    fn a_dense_stretch_is_many_groups_that_never_touch() {
        let spots: Vec<Spot> = (0..2000).map(|at| Spot { x: at * 3 / 5, radius: 5 }).collect();
        let groups = group(&spots);
        assert!((20..=60).contains(&groups.len()), "{}", groups.len());
        assert!(groups.windows(2).all(|two| two[1].x - two[0].x >= two[0].radius + two[1].radius));
        assert_eq!(groups.iter().map(Group::count).sum::<usize>(), 2000);
    }

    #[test]
    fn marks_of_one_wide_day_stand_side_by_side_inside_it() {
        let day = |text: &str| Day::parse(text).unwrap();
        let axis = Axis::new(
            &[(day("2025-05-19"), Granularity::Day), (day("2025-05-20"), Granularity::Day)],
            200,
        );
        let frame = axis.frame(axis.fit());
        let xs = positions(&frame, &[day("2025-05-19"), day("2025-05-19"), day("2025-05-20")]);
        assert_eq!(xs.len(), 3);
        assert!(xs[1] - xs[0] >= 18);
        assert!(xs.iter().all(|&x| frame.day(x).is_some()));
        assert_eq!(frame.day(xs[1]), Some(day("2025-05-19")));
        let narrow = Axis::new(
            &[(day("2025-05-01"), Granularity::Day), (day("2025-07-19"), Granularity::Day)],
            200,
        );
        let xs = positions(&narrow.frame(narrow.fit()), &[day("2025-05-01"), day("2025-05-01")]);
        assert_eq!(xs[0], xs[1]);
    }
}
