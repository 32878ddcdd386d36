//! Names under marks, each in the middle of its mark, on two rows.

/// Pixels left free beside a name.
const CLEAR: i32 = 5;

/// A name that wants a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// The middle of its mark.
    pub x: i32,
    /// The name's width.
    pub width: i32,
}

/// Where a name may stand: its row and how far beside the middle of its mark, best first.
const BESIDE: [(usize, i32); 5] = [(0, 0), (0, -4), (0, 4), (0, -10), (0, 10)];

/// Where else: below, as near to its mark as may be, or farther beside it.
const FREELY: [(usize, i32); 8] =
    [(1, 0), (1, -10), (1, 10), (1, -22), (1, 22), (0, -18), (0, 18), (1, 30)];

/// Where else if names stand close: the second row is filled from the left.
const CLOSELY: [(usize, i32); 6] = [(1, -22), (1, -10), (1, 0), (1, 10), (1, 22), (1, 30)];

/// The row, 0 nearest to the marks, and the middle of each name, or `None`
/// where it would touch another. Names come by weight, heaviest first. A name
/// on row 1 is joined to its mark by a line, which no name on row 0 may cover.
/// Every name reaches its mark, and none leaves `0..width`.
pub fn place_names(names: &[Name], width: i32) -> Vec<Option<(usize, i32)>> {
    let freely = place(names, width, &FREELY, &[]);
    let left_out =
        |places: &[Option<(usize, i32)>]| places.iter().filter(|one| one.is_none()).count();
    if left_out(&freely) == 0 {
        return freely;
    }
    // Again, with every mark's line kept free for a name on row 1.
    let close = place(names, width, &CLOSELY, names);
    if left_out(&close) < left_out(&freely) { close } else { freely }
}

/// Places one name after the other: beside its mark, or `elsewhere`. On row 0 none may cover the lines
/// of `kept`.
fn place(
    names: &[Name],
    width: i32,
    elsewhere: &[(usize, i32)],
    kept: &[Name],
) -> Vec<Option<(usize, i32)>> {
    let mut placed: Vec<(usize, i32, i32, i32)> = Vec::new();
    names
        .iter()
        .map(|name| {
            let half = name.width / 2;
            let found = BESIDE.iter().chain(elsewhere).find_map(|&(row, beside)| {
                let middle = (name.x + beside).min(width - half).max(half);
                let (start, end) = (middle - half, middle - half + name.width);
                let beyond = |x: i32| x + CLEAR <= start || end + CLEAR <= x;
                let clear = placed.iter().all(|&(other, from, to, x)| {
                    if other == row {
                        end + CLEAR <= from || to + CLEAR <= start
                    } else if row == 1 {
                        name.x + CLEAR <= from || to + CLEAR <= name.x
                    } else {
                        beyond(x)
                    }
                });
                let clear = clear
                    && (row == 1 || kept.iter().all(|other| other.x == name.x || beyond(other.x)));
                let reaches = start <= name.x && name.x <= end && (0..=width).contains(&name.x);
                (clear && reaches).then_some((row, start, end, middle))
            })?;
            placed.push((found.0, found.1, found.2, name.x));
            Some((found.0, found.3))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(names: &[(i32, i32)], expected: &[Option<usize>]) {
        let names: Vec<Name> = names.iter().map(|&(x, width)| Name { x, width }).collect();
        let rows: Vec<Option<usize>> =
            place_names(&names, 1000).iter().map(|place| place.map(|(row, _)| row)).collect();
        assert_eq!(rows, expected);
    }

    #[test]
    fn names_that_fit_stand_on_the_first_row() {
        check(&[(100, 40), (200, 60)], &[Some(0), Some(0)]);
    }

    #[test]
    fn a_name_between_two_drops_to_the_second_row() {
        check(&[(100, 60), (188, 50), (144, 100)], &[Some(0), Some(0), Some(1)]);
    }

    #[test]
    fn a_name_makes_way_by_a_few_pixels_before_it_drops() {
        let names = [Name { x: 100, width: 16 }, Name { x: 136, width: 50 }];
        assert_eq!(place_names(&names, 1000), [Some((0, 100)), Some((0, 140))]);
        check(&[(100, 16), (136, 50), (173, 86), (208, 40)], &[Some(0), Some(0), Some(1), Some(0)]);
    }

    #[test]
    fn names_a_little_too_wide_share_the_second_row_rather_than_lose_one() {
        check(&[(100, 18), (134, 55), (168, 92), (202, 40)], &[Some(0), Some(1), Some(1), Some(0)]);
    }

    #[test]
    fn a_name_whose_line_would_cross_another_is_left_out() {
        check(&[(100, 100), (120, 60), (110, 90)], &[Some(0), None, None]);
    }

    #[test]
    fn a_name_is_pushed_in_at_the_edge_and_left_out_beyond() {
        let place = place_names(&[Name { x: 990, width: 60 }, Name { x: 1004, width: 30 }], 1000);
        assert_eq!(place, [Some((0, 970)), None]);
    }
}
