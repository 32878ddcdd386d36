//! How a date is read of which day and month could be exchanged: by the page's other days, then by its
//! country. Where nothing decides, the day may be either, and is not called stated.

use dateline_lang::page::why;
use dateline_model::{Basis, Day, When};

use super::head::Head;

/// Which countries write the month first, as far as a page says which is its own. Programs write American
/// English unasked, so that it settles nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Country {
    MonthFirst,
    DayFirst,
}

impl Country {
    /// The country of the page's language: `en-GB`.
    pub fn of(head: &Head) -> Option<Country> {
        let tag = head.language.clone().or_else(|| head.first(&["og:locale"]))?;
        let region = tag.split(['-', '_']).skip(1).find(|part| part.len() == 2)?;
        let month_first = region.eq_ignore_ascii_case("us");
        Some(if month_first { Country::MonthFirst } else { Country::DayFirst })
    }
}

/// One reading of a stated date.
#[derive(Debug)]
pub(super) struct Order {
    pub day: Day,
    /// Says why it is read so.
    pub rule: &'static str,
    /// The other reading, where nothing decides.
    pub open: Option<Day>,
}

impl Order {
    /// `text` is the statement, `sure` are other days of the page; `told` says whether the other reading is
    /// the one near the days that the article names.
    pub fn of(
        day: Day,
        other: Day,
        text: &str,
        sure: impl Iterator<Item = Day>,
        country: Option<Country>,
        told: impl FnOnce() -> Option<bool>,
    ) -> Order {
        /// The two readings of a date mostly lie further apart, in days.
        const NEAR: i32 = 31;
        let (mut near, mut far) = (i32::MAX, i32::MAX);
        for one in sure {
            near = near.min((one - day).abs());
            far = far.min((one - other).abs());
        }
        if near.min(far) <= NEAR {
            let day = if far < near { other } else { day };
            return Order { day, rule: "printed-order/other-dates", open: None };
        }
        let month_first = exchanged(text, day).is_some_and(|read| read == Country::MonthFirst);
        let as_in =
            |country| if month_first == (country == Country::MonthFirst) { day } else { other };
        let guess = |first: Day, rule| {
            let open = if first == day { other } else { day };
            Order { day: first, rule, open: Some(open) }
        };
        if country == Some(Country::DayFirst) {
            return Order {
                day: as_in(Country::DayFirst),
                rule: "printed-order/country",
                open: None,
            };
        }
        match (told(), country) {
            (Some(swap), _) => guess(if swap { other } else { day }, "printed-order/told"),
            (None, Some(country)) => guess(as_in(country), "printed-order/us"),
            (None, None) => guess(day, "stated-date/open-marks"),
        }
    }
}

/// Which number of the text was read first for a day.
fn exchanged(text: &str, day: Day) -> Option<Country> {
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty());
    let mut short = numbers.filter(|number| number.len() <= 2).filter_map(|n| n.parse::<i8>().ok());
    let first = short.next()?;
    Some(if first == day.month() { Country::MonthFirst } else { Country::DayFirst })
}

/// The same for a date that only the page's lines print.
pub(super) fn printed_order(mut when: When, country: Option<Country>) -> When {
    let open = why("printed-order/open");
    let Some(day) = when.date.filter(|_| when.evidence[0].why.contains(open)) else { return when };
    let Some(other) = Day::new(day.year(), day.day(), day.month()) else { return when };
    let rule = match country {
        Some(Country::MonthFirst) => {
            when.date = Some(other);
            either(&mut when, day);
            "printed-order/us"
        }
        Some(Country::DayFirst) => {
            (when.earliest, when.latest, when.basis) = (Some(day), Some(day), Basis::Stated);
            "printed-order/country"
        }
        None => {
            either(&mut when, other);
            return when;
        }
    };
    when.evidence[0].why = when.evidence[0].why.replace(open, why(rule));
    when
}

/// Nothing decides between the day and another.
pub(super) fn either(when: &mut When, other: Day) {
    let Some(day) = when.date else { return };
    (when.earliest, when.latest) = (Some(day.min(other)), Some(day.max(other)));
    when.basis = Basis::Inferred;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: i8, day: i8) -> Day {
        Day::new(2024, month, day).expect("a day")
    }

    #[test]
    fn other_days_then_the_country_settle_the_order() {
        let check = |sure: &[Day], country, told, expected: (Day, Option<Day>)| {
            let (april, march) = (day(4, 3), day(3, 4));
            let sure = sure.iter().copied();
            let order = Order::of(april, march, "04/03/2024", sure, country, || told);
            assert_eq!((order.day, order.open), expected, "{country:?} {told:?}");
        };
        check(&[day(3, 5)], None, None, (day(3, 4), None));
        check(&[day(4, 1)], Some(Country::DayFirst), None, (day(4, 3), None));
        check(&[day(11, 5)], Some(Country::DayFirst), Some(false), (day(3, 4), None));
        check(&[], Some(Country::MonthFirst), None, (day(4, 3), Some(day(3, 4))));
        check(&[], Some(Country::MonthFirst), Some(true), (day(3, 4), Some(day(4, 3))));
        check(&[], None, Some(true), (day(3, 4), Some(day(4, 3))));
        check(&[], None, None, (day(4, 3), Some(day(3, 4))));
    }
}
