//! Names under marks, each in the middle of its mark, on two rows.

/// Pixels left free beside a name.
const CLEAR: i32 = 6;

/// A name that wants a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// The middle of its mark.
    pub x: i32,
    /// The name's width.
    pub width: i32,
}

/// The row of each name, 0 nearest to the marks, or `None` where it would touch
/// another. Names come by weight, heaviest first. A name on row 1 is joined to
/// its mark by a line, which no name on row 0 may cover. Names that would leave
/// `0..width` are pushed in as far as they still reach their mark.
pub fn place_names(names: &[Name], width: i32) -> Vec<Option<(usize, i32)>> {
    let mut placed: Vec<(usize, i32, i32, i32)> = Vec::new();
    names
        .iter()
        .map(|name| {
            let middle = name.x.min(width - name.width / 2).max(name.width / 2);
            let (start, end) = (middle - name.width / 2, middle + name.width - name.width / 2);
            if name.x < 0 || name.x > width || (middle - name.x).abs() > name.width / 2 {
                return None;
            }
            let row = (0..2).find(|&row| {
                placed.iter().all(|&(other, from, to, x)| {
                    let covers = |x: i32| from - CLEAR < x && x < to + CLEAR;
                    if other == row {
                        end + CLEAR <= from || to + CLEAR <= start
                    } else if row == 1 {
                        !covers(name.x)
                    } else {
                        !(start - CLEAR < x && x < end + CLEAR)
                    }
                })
            })?;
            placed.push((row, start, end, name.x));
            Some((row, middle))
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
    fn a_name_whose_line_would_cross_another_is_left_out() {
        check(&[(100, 100), (120, 60)], &[Some(0), None]);
    }

    #[test]
    fn a_name_is_pushed_in_at_the_edge_and_left_out_beyond() {
        let place = place_names(&[Name { x: 990, width: 60 }, Name { x: 1004, width: 30 }], 1000);
        assert_eq!(place, [Some((0, 970)), None]);
    }
}
