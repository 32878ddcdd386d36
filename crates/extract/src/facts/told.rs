//! Which of two readings of a date its text speaks for: news tells of days near its own, and names their
//! months.

use dateline_model::Day;

use super::printed::named_days;

/// Whether the other reading is the nearer one to the days that the texts name; `None` where none is near, or
/// both are.
pub(crate) fn nearer<'t>(
    texts: impl Iterator<Item = &'t str>,
    day: Day,
    other: Day,
) -> Option<bool> {
    /// The two readings mostly lie further apart, in days.
    const NEAR: i32 = 31;
    /// So many lines tell enough.
    const LINES: usize = 80;
    let (mut one, mut two) = (i32::MAX, i32::MAX);
    for (month, date) in texts.take(LINES).flat_map(named_days) {
        let years =
            (day.year() - 1..=day.year() + 1).filter_map(|year| Day::new(year, month, date));
        for told in years {
            one = one.min((told - day).abs());
            two = two.min((told - other).abs());
        }
    }
    (one.min(two) <= NEAR && one.max(two) > NEAR).then_some(two < one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_days_that_a_text_names_decide_between_two_readings() {
        let day = |month, day| Day::new(2024, month, day).expect("a day");
        let check = |text: &str, expected| {
            assert_eq!(nearer([text].into_iter(), day(5, 3), day(3, 5)), expected, "{text}");
        };
        check("It stays shut until March 20, after a warning on 27 February.", Some(true));
        check("The boats came on 2 May.", Some(false));
        check("From 20 March to 2 May nothing came.", None);
        check("In March nothing came, and in 2023 neither.", None);
        check("The war began on 1 September 1939.", None);
    }
}
