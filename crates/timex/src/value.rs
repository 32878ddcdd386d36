//! Valuing: what an expression means on the calendar, given the publication
//! day and the story so far.

use dateline_model::{Anchor, Day, Granularity, TimexKind};

use crate::calendar::{self, Stretch, civil, feast_day};
use crate::context::Context;
use crate::notation::{duration, every, half_of, in_calendar, unknown, unplaced};
use crate::parts::{Amount, Feast, Parts, Unit};
use crate::row::{Found, Reading};
use crate::tense::Tense;
use crate::valued::Valued;

impl Context {
    /// The value of `found`; `None` where the calendar has no such day.
    pub(crate) fn value(&self, found: &Found, tense: Tense) -> Option<Valued> {
        let parts = &found.parts;
        match found.reading() {
            Reading::Date => {
                self.date(parts, tense).map(|v| v.with_part(parts.part).with_clock(parts.clock))
            }
            Reading::InThatYear => {
                let parts = Parts { year: self.story_year(), ..*parts };
                let anchored = self.date(&parts, tense)?;
                Some(Valued { anchor: Anchor::Text, ..anchored })
            }
            Reading::InYear(steps) => {
                let year = self.here().map(|day| i32::from(day.year()) + steps);
                let parts = Parts { year, ..*parts };
                let dated = match parts.season {
                    Some(_) => self.season(&parts, tense)?,
                    None => self.date(&parts, tense)?,
                };
                Some(Valued { anchor: Anchor::Published, ..dated })
            }
            Reading::InThatMonth => {
                let (year, month) = self.context_month()?;
                let day = civil(year, month, parts.day?)?;
                Some(Valued::date(calendar::day(day), Anchor::Text))
            }
            Reading::YearTail => {
                let Some(Amount::Exact(tail, _)) = parts.amount else { return None };
                let first = parts.year?;
                let last = first - first.rem_euclid(100) + tail as i32;
                (last > first).then(|| Valued::date(calendar::year(last), Anchor::Itself))
            }
            Reading::EraYear(before) => {
                let Some(Amount::Exact(count, _)) = parts.amount else { return None };
                let year = i32::try_from(count).ok().filter(|n| (1..=ERA).contains(n))?;
                Some(Valued::date(calendar::year(before + year), Anchor::Itself))
            }
            Reading::Decade => Some(Valued::date(calendar::decade(parts.year?), Anchor::Itself)),
            Reading::Century => {
                let Some(Amount::Exact(ordinal, _)) = parts.amount else { return None };
                calendar::century(ordinal).map(|c| Valued::date(c, Anchor::Itself))
            }
            Reading::CenturyBefore => {
                let Some(Amount::Exact(ordinal, _)) = parts.amount else { return None };
                calendar::century_before(ordinal).map(|c| Valued::date(c, Anchor::Itself))
            }
            Reading::ShortYear => self.short_year(parts),
            Reading::Season => self.season(parts, tense),
            Reading::Quarter => self.quarter(parts, None, tense),
            Reading::QuarterNear(steps) => self.quarter(parts, Some(steps), tense),
            Reading::QuarterBefore => self.quarter_before(parts, tense),
            Reading::QuarterOf => self.quarter_of(parts),
            Reading::LatestQuarter => self.latest_quarter(found.end - found.start > 2),
            Reading::YearBefore => Some(self.year_before()),
            Reading::Half => self.half(parts, None, tense),
            Reading::HalfNear(steps) => self.half(parts, Some(steps), tense),
            Reading::HolidayNext(steps) => {
                let holiday = self.date(parts, tense)?;
                let day = holiday.day().map(|day| day + steps);
                day.map_or(Some(holiday.clone()), |day| {
                    Some(Valued::date(calendar::day(day), holiday.anchor))
                })
            }
            Reading::Today(steps) => Some(self.today(steps, parts.part).with_clock(parts.clock)),
            Reading::Tonight(steps) => Some(self.today(steps, Some("NI"))),
            Reading::Deictic(steps) => self.deictic(parts, steps, tense),
            Reading::WeekdayOf(steps) => {
                self.weekday_of(parts, steps).map(|v| v.with_part(parts.part))
            }
            Reading::Near(unit, steps) => self.near_unit(unit, steps),
            Reading::Story(steps) => {
                self.of_text(parts, steps, tense).map(|v| v.with_clock(parts.clock))
            }
            Reading::FromPublished(-1) | Reading::FromStory(-1)
                if self.quarter_year_ago(parts).is_some() =>
            {
                self.quarter_year_ago(parts)
            }
            Reading::FromPublished(sign) => {
                self.offset(parts, sign, self.here(), Anchor::Published)
            }
            Reading::FromStory(sign) => {
                let base = if sign < 0 && !self.history {
                    self.compared_base(parts.unit)
                } else {
                    self.story_base(parts.unit)
                };
                self.offset(parts, sign, base, Anchor::Text)
            }
            // In news TimeML marks the distance and leaves out the happening.
            Reading::FromEvent(_) if !self.history && parts.amount.is_some() => duration(parts),
            Reading::FromEvent(sign) => {
                let told = self.history || self.story.in_sentence;
                let base = self.story_base(parts.unit).filter(|_| told);
                self.offset(parts, sign, base, Anchor::Text)
            }
            Reading::WeekOf => self.around(parts, tense, calendar::week),
            Reading::WeekendOf => self.around(parts, tense, calendar::weekend),
            Reading::OfContext => self.of_context(parts.unit.unwrap_or(Unit::Year), false),
            Reading::TheUnit => self.of_context(parts.unit.unwrap_or(Unit::Year), true),
            Reading::Clock => {
                let (hour, minute) = parts.clock?;
                Some(self.time(&format!("{hour:02}:{minute:02}"), Granularity::Minute, tense))
            }
            Reading::Part => Some(self.time(parts.part?, Granularity::Day, tense)),
            Reading::AnyDay(part) => {
                Some(Valued::bare(TimexKind::Time, format!("XXXX-XX-XXT{part}"), Anchor::Text))
            }
            Reading::PartIs(part) => Some(self.time(part, Granularity::Day, tense)),
            Reading::Duration => duration(parts),
            Reading::DurationTo => duration(&Parts { amount: parts.until, ..*parts }),
            Reading::Length(value) => {
                Some(Valued::bare(TimexKind::Duration, value.to_owned(), Anchor::Itself))
            }
            Reading::SpanAhead if self.history => self.of_text(parts, 1, tense),
            Reading::SpanAhead => duration(parts),
            Reading::AndHalf => match parts.amount.unwrap_or(Amount::Exact(1, false)) {
                Amount::Exact(count, _) => {
                    duration(&Parts { amount: Some(Amount::Exact(count, true)), ..*parts })
                }
                Amount::Vague => duration(parts),
            },
            Reading::DurationOf(unit) => duration(&Parts { unit: Some(unit), ..*parts }),
            Reading::HalfOf => half_of(parts.unit?),
            Reading::SomeOf => duration(&Parts { amount: Some(Amount::Vague), ..*parts }),
            Reading::Every => every(parts, self.history),
            Reading::EveryPart(part) => {
                let day = parts
                    .weekday
                    .map(|_| unplaced(parts))
                    .unwrap_or_else(|| unknown(Unit::Day).to_owned());
                Some(Valued::bare(TimexKind::Set, format!("{day}T{part}"), Anchor::Itself))
            }
            Reading::Rate => every(parts, false),
            Reading::EveryOther => {
                every(&Parts { amount: Some(Amount::Exact(2, false)), ..*parts }, false)
            }
            Reading::NthWeekday => match parts.amount? {
                Amount::Exact(n, _) => self.nth_weekday(parts, u8::try_from(n).ok()?, tense),
                Amount::Vague => None,
            },
            Reading::LastWeekday => self.nth_weekday(parts, LAST, tense),
            Reading::ThatTime => Some(self.that_time()),
            Reading::SameDay => {
                let told = self.story.recent_day().map(|day| calendar::day(day).value);
                let value = told.unwrap_or_else(|| unknown(Unit::Day).to_owned());
                Some(Valued::placeholder(&value, Anchor::Text))
            }
            Reading::SomeDay => Some(Valued::placeholder(&unplaced(parts), Anchor::Itself)),
            Reading::Reference(value) => Some(Valued::placeholder(value, Anchor::Published)),
            Reading::OneDay => {
                let ahead = tense == Tense::Future;
                let value = if ahead { "FUTURE_REF" } else { "PAST_REF" };
                Some(Valued::placeholder(value, Anchor::Published))
            }
            Reading::Soon => (tense == Tense::Future)
                .then(|| Valued::placeholder("FUTURE_REF", Anchor::Published)),
            Reading::Former => {
                self.history.then(|| Valued::placeholder("PAST_REF", Anchor::Itself))
            }
            Reading::Set(value) => {
                let value = if self.history { in_calendar(value) } else { value };
                Some(Valued::bare(TimexKind::Set, value.to_owned(), Anchor::Itself))
            }
            Reading::Fixed(year, month, day) => {
                let fixed = Day::new(year, month, day)?;
                // Before that day the words could only mean another.
                if parts.month.is_some() && self.published.is_some_and(|day| day < fixed) {
                    return self.date(parts, tense);
                }
                Some(Valued::date(calendar::day(fixed), Anchor::Itself))
            }
        }
    }

    /// "The first Monday of October".
    fn nth_weekday(&self, parts: &Parts, n: u8, tense: Tense) -> Option<Valued> {
        let (month, weekday) = (parts.month?, parts.weekday?);
        let dated = self.date(&Parts { day: None, weekday: None, ..*parts }, tense)?;
        let Some(days) = dated.days else { return Some(dated) };
        let feast = Some(Feast::Nth(month, weekday, n)).filter(|_| (1..=LAST).contains(&n));
        let day = feast_day(feast, days.start.year().into())?;
        Some(Valued::date(calendar::day(day), dated.anchor))
    }

    /// The week or weekend that holds the day of `parts`.
    fn around(
        &self,
        parts: &Parts,
        tense: Tense,
        stretch: impl Fn(Day) -> Stretch,
    ) -> Option<Valued> {
        let dated = self.date(parts, tense)?;
        let Some(day) = dated.day() else { return Some(dated) };
        Some(Valued::date(stretch(day), dated.anchor))
    }
}

/// What a feast calls the last such weekday of a month.
const LAST: u8 = 5;

/// The years of the longest era: a larger number counts something else.
const ERA: i32 = 70;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::row::{Row, free, row};
    use crate::story::Story;

    static DATE: Row = row("", "", Reading::Date, free, "", "", "");

    /// Values `parts` as if a row had found them as a date, without a text.
    fn check(parts: Parts, tense: Tense, expected: Option<&str>) {
        let found = Found { row: &DATE, start: 0, end: 1, parts };
        let published = Day::new(2025, 5, 28);
        let context = Context { published, history: false, story: Story::new(false) };
        assert_eq!(context.value(&found, tense).map(|v| v.value).as_deref(), expected);
    }

    #[test]
    fn a_weekday_follows_the_tense() {
        let friday = Parts { weekday: Some(4), ..Parts::default() };
        check(friday, Tense::Past, Some("2025-05-23"));
        check(friday, Tense::Future, Some("2025-05-30"));
    }

    #[test]
    fn a_day_that_the_calendar_lacks_has_no_value() {
        let parts = Parts { year: Some(2025), month: Some(2), day: Some(30), ..Parts::default() };
        check(parts, Tense::Unsaid, None);
    }
}
