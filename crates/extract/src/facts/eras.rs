//! Days that a page counts by another calendar than the common one: years of the Buddhist era and of East
//! Asian eras, whose months are ours, and the solar calendar of Iran. Days by the moon are not read, since
//! countries begin the same month a day apart.

use dateline_model::Day;

/// A year of our calendar that pages print, in whatever era; a four-digit number outside is none.
pub(super) fn year(number: i32) -> Option<i16> {
    match number {
        1900..=2099 => Some(number as i16),
        // No page is dated five hundred years ahead: the years 1990 to 2100 of the Buddhist era.
        2533..=2643 => Some((number - BUDDHIST) as i16),
        _ => None,
    }
}

const BUDDHIST: i32 = 543;

/// Whether a number may be a year of the Hijra by the sun: 1921 to 2121.
pub(super) fn is_solar(year: i32) -> bool {
    (1300..1500).contains(&year)
}

/// The day of Iran's calendar: six months of 31 days, five of 30, one of 29 or 30.
pub(super) fn solar(year: i32, month: i32, day: i32) -> Option<Day> {
    let long = match month {
        1..=6 => 31,
        7..=11 => 30,
        12 => 29 + i32::from(leaps(year)),
        _ => return None,
    };
    if !is_solar(year) || !(1..=long).contains(&day) {
        return None;
    }
    let days = |year| 365 + i32::from(leaps(year));
    let years: i32 = match year >= KNOWN {
        true => (KNOWN..year).map(days).sum(),
        false => -(year..KNOWN).map(days).sum::<i32>(),
    };
    let months = 31 * (month - 1).min(6) + 30 * (month - 7).max(0);
    Some(Day::new(2024, 3, 20)? + years + months + day - 1)
}

/// The year that began on 20 March 2024.
const KNOWN: i32 = 1403;

/// Eight of 33 years are leap years, which is right for all years of [`is_solar`].
fn leaps(year: i32) -> bool {
    matches!(year % 33, 1 | 5 | 9 | 13 | 17 | 22 | 26 | 30)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_iran_are_those_of_its_almanacs() {
        let check = |year, month, day, expected: &str| {
            let found = solar(year, month, day).map(|day| day.to_string()).unwrap_or_default();
            assert_eq!(found, expected, "{year}-{month}-{day}");
        };
        check(1403, 1, 1, "2024-03-20");
        check(1402, 12, 29, "2024-03-19");
        check(1400, 1, 1, "2021-03-21");
        check(1399, 12, 30, "2021-03-20");
        check(1403, 12, 30, "2025-03-20");
        check(1404, 7, 1, "2025-09-23");
        check(1357, 11, 22, "1979-02-11");
        check(1402, 12, 30, "");
        check(1402, 13, 1, "");
        check(1402, 7, 31, "");
        check(2024, 1, 1, "");
    }

    #[test]
    fn a_year_far_ahead_is_one_of_the_buddhist_era() {
        assert_eq!(
            [year(2567), year(2024), year(2200), year(2700)],
            [Some(2024), Some(2024), None, None]
        );
    }
}
