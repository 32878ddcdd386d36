//! The short way from one window to the next.

use dateline_axis::Window;

/// How long a move takes, in milliseconds: long enough for the eye to follow a
/// mark, short enough not to wait for.
const LENGTH: i32 = 160;

/// A move under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Motion {
    /// Where it began.
    pub from: Window,
    /// Where it ends.
    pub to: Window,
    /// When it began, in milliseconds.
    pub began: i32,
}

impl Motion {
    /// The window at a moment, and whether that is the end. Both numbers run
    /// evenly, so every mark moves along a straight line; it slows to its end.
    pub fn at(&self, now: i32) -> (Window, bool) {
        let gone = now.saturating_sub(self.began).clamp(0, LENGTH);
        if gone == LENGTH {
            return (self.to, true);
        }
        let left = i64::from(LENGTH - gone);
        let whole = i64::from(LENGTH) * i64::from(LENGTH);
        let between = |from: i32, to: i32| {
            (i64::from(to) - (i64::from(to) - i64::from(from)) * left * left / whole) as i32
        };
        let (from, to) = (self.from, self.to);
        (Window { zoom: between(from.zoom, to.zoom), left: between(from.left, to.left) }, false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_move_begins_and_ends_where_it_says_and_never_turns() {
        let (from, to) = (Window { zoom: 1024, left: 0 }, Window { zoom: 9000, left: 4000 });
        let motion = Motion { from, to, began: 70 };
        assert_eq!(motion.at(70), (from, false));
        assert_eq!(motion.at(70 + LENGTH), (to, true));
        assert_eq!(motion.at(i32::MAX), (to, true));
        let lefts: Vec<i32> = (70..300).map(|now| motion.at(now).0.left).collect();
        assert!(lefts.is_sorted());
    }
}
