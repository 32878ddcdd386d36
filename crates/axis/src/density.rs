//! How many items lie where, for the overview strip.

use dateline_model::Day;

use crate::scale::Frame;

/// A column of the overview.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bin {
    /// Left edge.
    pub x: i32,
    /// Events in it.
    pub events: u32,
    /// Articles in it.
    pub articles: u32,
}

impl Bin {
    /// Both together.
    pub fn count(&self) -> u32 {
        self.events + self.articles
    }
}

/// Counts events and articles in columns `wide` pixels wide, from the left;
/// empty columns are left out. Days need no order.
pub fn density(frame: &Frame, wide: i32, events: &[Day], articles: &[Day]) -> Vec<Bin> {
    let wide = wide.max(1);
    let columns = (frame.width / wide + 1) as usize;
    let mut bins: Vec<Bin> =
        (0..columns).map(|at| Bin { x: at as i32 * wide, ..Bin::default() }).collect();
    let column = |day: &Day| (frame.x(*day) / wide).clamp(0, columns as i32 - 1) as usize;
    for day in events {
        bins[column(day)].events += 1;
    }
    for day in articles {
        bins[column(day)].articles += 1;
    }
    bins.retain(|bin| bin.count() > 0);
    bins
}

#[cfg(test)]
mod tests {
    use dateline_model::Granularity;

    use super::*;
    use crate::scale::Axis;

    #[test]
    fn every_item_is_counted_once_in_the_column_of_its_day() {
        let days: Vec<Day> = (0..100).map(|at| Day::from_number(20_000 + at % 40)).collect();
        let points: Vec<(Day, Granularity)> =
            days.iter().map(|&day| (day, Granularity::Day)).collect();
        let axis = Axis::new(&points, 300);
        let frame = axis.frame(axis.fit());
        let bins = density(&frame, 6, &days, &days[..30]);
        assert_eq!(bins.iter().map(|bin| bin.events).sum::<u32>(), 100);
        assert_eq!(bins.iter().map(|bin| bin.articles).sum::<u32>(), 30);
        assert!(bins.len() <= 51 && bins.is_sorted_by_key(|bin| bin.x));
        let first = frame.x(days[0]);
        let bin = bins.iter().find(|bin| (bin.x..bin.x + 6).contains(&first)).unwrap();
        assert!(bin.events >= 3);
    }

    #[test]
    fn no_items_make_no_columns() {
        assert_eq!(density(&Frame::default(), 4, &[], &[]), []);
    }
}
