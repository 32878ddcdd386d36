//! What of a corpus is its story: the span of days in which most of what is told took place, and the
//! events that stand for it. What lies before and after the span is background and outlook: a few
//! sentences each that reach back decades must not set the scale.

use crate::day::{Day, DayRange};

/// The part of all tellings that a story holds at least, as a fraction: seventeen in twenty.
const PART: (u64, u64) = (17, 20);

/// The shortest span of days with at least seventeen in twenty of all tellings, the earliest of
/// several. `told` is how many tell of a day, by day, a day once or more often. `None` where nothing is told.
pub fn story_days(told: &[(Day, u32)]) -> Option<DayRange> {
    let all: u64 = told.iter().map(|(_, count)| u64::from(*count)).sum();
    let enough = |count: u64| count > 0 && count * PART.1 >= all * PART.0;
    let (mut shortest, mut first, mut held): (Option<DayRange>, usize, u64) = (None, 0, 0);
    for &(end, count) in told {
        held += u64::from(count);
        while let Some(&(start, count)) = told.get(first).filter(|_| enough(held)) {
            let days = DayRange { start, end };
            if shortest.is_none_or(|shortest| days.days() < shortest.days()) {
                shortest = Some(days);
            }
            held -= u64::from(count);
            first += 1;
        }
    }
    shortest
}

/// At least so many events stand for a story, where there are as many.
const AT_LEAST: usize = 12;

/// Which events stand for the story, of each its weight and whether ingest found it to belong to the story:
/// those that do, and the heaviest of all, the earliest of several, until there are twelve.
pub fn key_events(weighed: &[(u32, bool)]) -> Vec<bool> {
    let mut heaviest: Vec<u32> = Vec::with_capacity(AT_LEAST + 1);
    for &(weight, _) in weighed {
        let at = heaviest.partition_point(|&other| other >= weight);
        if at < AT_LEAST {
            heaviest.insert(at, weight);
            heaviest.truncate(AT_LEAST);
        }
    }
    let least = heaviest.last().copied().unwrap_or(0);
    let mut room = heaviest.iter().filter(|&&weight| weight == least).count();
    weighed
        .iter()
        .map(|&(weight, key)| {
            let among = weight > least || (weight == least && room > 0);
            if weight == least && among {
                room -= 1;
            }
            key || among
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_events_are_those_of_the_story_and_the_heaviest() {
        assert_eq!(key_events(&[]), [false; 0]);
        assert_eq!(key_events(&[(1, false); 3]), [true; 3]);
        // Fourteen as heavy: the earliest twelve; a key event as well, however light.
        let mut weighed = vec![(5, false); 14];
        weighed.push((1, true));
        let expected: Vec<bool> = (0..15).map(|at| at < 12 || at == 14).collect();
        assert_eq!(key_events(&weighed), expected);
        // A heavier one at the end takes the place of the last of those.
        weighed.push((9, false));
        let expected: Vec<bool> = (0..16).map(|at| !(11..=13).contains(&at)).collect();
        assert_eq!(key_events(&weighed), expected);
    }

    fn check(told: &[(&str, u32)], expected: Option<(&str, &str)>) {
        let day = |text: &str| Day::parse(text).unwrap();
        let told: Vec<(Day, u32)> = told.iter().map(|(text, count)| (day(text), *count)).collect();
        let expected = expected.map(|(start, end)| DayRange { start: day(start), end: day(end) });
        assert_eq!(story_days(&told), expected, "{told:?}");
    }

    #[test]
    fn background_and_outlook_are_left_outside() {
        let told = [
            ("1935-10-31", 1),
            ("1979-03-26", 2),
            ("2011-01-25", 20),
            ("2011-01-28", 20),
            ("2011-02-11", 20),
            ("2011-09-01", 3),
        ];
        check(&told, Some(("2011-01-25", "2011-02-11")));
    }

    #[test]
    fn a_story_without_background_is_all_of_it() {
        check(
            &[("2024-03-01", 1), ("2024-03-02", 1), ("2024-03-09", 1)],
            Some(("2024-03-01", "2024-03-09")),
        );
        check(&[("2024-03-01", 4)], Some(("2024-03-01", "2024-03-01")));
        check(&[("2024-03-01", 1), ("2024-03-01", 3)], Some(("2024-03-01", "2024-03-01")));
    }

    #[test]
    fn of_two_spans_as_short_the_earlier_one_counts() {
        // One day alone holds eighteen of twenty; below, either end may be left out, but not both.
        check(
            &[("2024-01-01", 1), ("2024-02-01", 18), ("2024-03-03", 1)],
            Some(("2024-02-01", "2024-02-01")),
        );
        check(
            &[("2024-01-01", 10), ("2024-01-11", 80), ("2024-01-21", 10)],
            Some(("2024-01-01", "2024-01-11")),
        );
    }

    #[test]
    fn nothing_told_is_no_story() {
        check(&[], None);
        check(&[("2024-03-01", 0)], None);
    }

    #[test]
    fn no_shorter_span_holds_as_much() {
        let mut seed = 7u32;
        let mut next = |below: u32| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 8) % below
        };
        for _ in 0..200 {
            let mut day = Day::parse("2024-01-01").unwrap();
            let told: Vec<(Day, u32)> = (0..1 + next(9))
                .map(|_| {
                    day = day + next(20) as i32;
                    (day, 1 + next(9))
                })
                .collect();
            let all: u32 = told.iter().map(|one| one.1).sum();
            let found = story_days(&told).unwrap();
            let held = |days: DayRange| -> u32 {
                told.iter().filter(|one| days.contains(one.0)).map(|one| one.1).sum()
            };
            assert!(held(found) * 20 >= all * 17, "{told:?}");
            for (at, start) in told.iter().enumerate() {
                for end in &told[at..] {
                    let days = DayRange { start: start.0, end: end.0 };
                    let enough = held(days) * 20 >= all * 17;
                    assert!(!enough || days.days() >= found.days(), "{told:?}");
                }
            }
        }
    }
}
