//! Which rows of a long list are near the screen: heights, and what fits between two edges.
//!
//! Pure, in whole pixels. Heights are estimates until a row was on the screen.

use core::ops::Range;

/// The heights of all items of a list, from its top.
#[derive(Clone, Debug, Default)]
pub struct Heights(Vec<u32>);

impl Heights {
    /// Of so many pixels each.
    pub fn new(heights: Vec<u32>) -> Self {
        Self(heights)
    }

    /// How many items there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// How high these items are together.
    pub fn of(&self, items: Range<usize>) -> u32 {
        self.0[items].iter().sum()
    }

    /// Learns how high an item is.
    pub fn learn(&mut self, item: usize, height: u32) {
        if let Some(known) = self.0.get_mut(item) {
            *known = height;
        }
    }

    /// Puts other items in the place of these.
    pub fn replace(&mut self, items: Range<usize>, with: Vec<u32>) {
        self.0.splice(items, with);
    }

    /// The items that reach into the pixels from `top` to `bottom`; the nearest where none does.
    pub fn between(&self, top: i32, bottom: i32) -> Range<usize> {
        let (mut start, mut end, mut at) = (None, 0, 0i64);
        for (item, height) in self.0.iter().enumerate() {
            let next = at + i64::from(*height);
            if next > i64::from(top) && start.is_none() {
                start = Some(item);
            }
            if at < i64::from(bottom) {
                end = item + 1;
            }
            at = next;
        }
        let start = start.unwrap_or(self.len()).min(self.len().saturating_sub(1));
        start..end.max(start + 1).min(self.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(top: i32, bottom: i32, expected: Range<usize>) {
        let heights = Heights::new(vec![10, 20, 30, 40]);
        assert_eq!(heights.between(top, bottom), expected, "{top} to {bottom}");
    }

    #[test]
    fn what_reaches_between_two_edges_is_shown() {
        check(0, 10, 0..1);
        check(9, 11, 0..2);
        check(10, 31, 1..3);
        check(-50, 500, 0..4);
    }

    #[test]
    fn outside_of_the_list_its_nearest_item_is_shown() {
        check(-50, -10, 0..1);
        check(500, 600, 3..4);
        assert_eq!(Heights::default().between(0, 10), 0..0);
    }

    #[test]
    fn heights_are_learnt_and_replaced() {
        let mut heights = Heights::new(vec![10, 20, 30]);
        heights.learn(1, 25);
        assert_eq!(heights.of(0..2), 35);
        heights.replace(1..2, vec![1, 2, 3]);
        assert_eq!((heights.len(), heights.of(0..5)), (5, 46));
    }
}
