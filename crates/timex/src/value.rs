//! Valuing: what an expression means on the calendar, given the publication
//! day and the story so far.

use dateline_model::{Anchor, Day, DayRange, Granularity, TimexKind};

use super::calendar::{self, Stretch, civil};
use super::find::Found;
use super::lexicon::{Amount, Parts};
use super::notation::{duration, every, half_of, in_calendar};
use super::story::Story;
use super::tense::Tense;
use dateline_lang::en::time::words::{Feast, Unit};
use dateline_lang::en::time::{Guard, RULES, Reading};

/// What expressions are read against.
pub(super) struct Reader {
    /// The publication day.
    pub(super) published: Option<Day>,
    /// Whether the text tells a history.
    pub(super) history: bool,
    /// The dates named so far.
    pub(super) story: Story,
}

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Valued {
    /// TimeML's type.
    pub(super) kind: TimexKind,
    /// TimeML's value.
    pub(super) value: String,
    /// The days it covers.
    pub(super) days: Option<DayRange>,
    /// How fine these are.
    pub(super) granularity: Granularity,
    /// What it was read against.
    pub(super) anchor: Anchor,
}

impl Valued {
    /// The day, where it is one.
    pub(super) fn day(&self) -> Option<Day> {
        self.days.filter(|days| days.days() == 1).map(|days| days.start)
    }

    pub(super) fn date(stretch: Stretch, anchor: Anchor) -> Self {
        let Stretch { value, days, granularity } = stretch;
        Self { kind: TimexKind::Date, value, days, granularity, anchor }
    }

    pub(super) fn bare(kind: TimexKind, value: String, anchor: Anchor) -> Self {
        Self { kind, value, days: None, granularity: Granularity::Day, anchor }
    }

    pub(super) fn placeholder(value: &str, anchor: Anchor) -> Self {
        Self::bare(TimexKind::Date, value.to_owned(), anchor)
    }

    /// The same at an hour of that day.
    pub(super) fn with_clock(self, clock: Option<(u8, u8)>) -> Self {
        let (Some((hour, minute)), Some(day)) = (clock, self.day()) else { return self };
        let value = format!("{}T{hour:02}:{minute:02}", calendar::day(day).value);
        Self { kind: TimexKind::Time, value, granularity: Granularity::Minute, ..self }
    }

    pub(super) fn with_part(self, part: Option<&str>) -> Self {
        let Some(part) = part else { return self };
        if self.granularity != Granularity::Day {
            return self;
        }
        Self { kind: TimexKind::Time, value: format!("{}T{part}", self.value), ..self }
    }
}

impl Reader {
    /// The value of `found`; `None` where the calendar has no such day.
    pub(super) fn value(&self, found: &Found, tense: Tense) -> Option<Valued> {
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
            Reading::Decade => Some(Valued::date(calendar::decade(parts.year?), Anchor::Itself)),
            Reading::Century => {
                let Some(Amount::Exact(ordinal, _)) = parts.amount else { return None };
                calendar::century(ordinal).map(|c| Valued::date(c, Anchor::Itself))
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
            Reading::Today(steps) => Some(self.today(found, steps).with_clock(parts.clock)),
            Reading::Deictic(steps) => self.deictic(parts, steps, tense),
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
            Reading::WeekOf => {
                let dated = self.date(parts, tense)?;
                let Some(day) = dated.day() else { return Some(dated) };
                let weekend = RULES[found.rule].name == "date/weekend-of";
                let stretch = if weekend { calendar::weekend(day) } else { calendar::week(day) };
                Some(Valued::date(stretch, dated.anchor))
            }
            Reading::OfContext => {
                let bare = RULES[found.rule].guard == Guard::ForThe;
                self.of_context(parts.unit.unwrap_or(Unit::Year), bare)
            }
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
            Reading::HalfOf => half_of(parts.unit?),
            Reading::SomeOf => duration(&Parts { amount: Some(Amount::Vague), ..*parts }),
            Reading::Every => every(parts, self.history && !found.is_rate()),
            Reading::EveryOther => {
                every(&Parts { amount: Some(Amount::Exact(2, false)), ..*parts }, false)
            }
            Reading::ThatTime => Some(self.that_time()),
            Reading::Reference(value) => Some(Valued::placeholder(value, Anchor::Published)),
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

    /// The day that "here and now" is: publication, or where a history stands.
    pub(super) fn here(&self) -> Option<Day> {
        if self.history {
            self.story_base(Some(Unit::Year)).or(self.published)
        } else {
            self.published
        }
    }

    /// The date named last; without one TimeML's word for the past.
    fn that_time(&self) -> Valued {
        match self.story.latest() {
            Some(stretch) => Valued::date(stretch.clone(), Anchor::Text),
            None => Valued::placeholder("PAST_REF", Anchor::Text),
        }
    }

    fn story_year(&self) -> Option<i32> {
        self.story.year.or_else(|| self.published.map(|day| day.year().into()))
    }

    fn context_month(&self) -> Option<(i32, u8)> {
        self.story
            .month
            .or_else(|| self.published.map(|day| (day.year().into(), day.month() as u8)))
    }

    /// A day that stands for the date last named, if it is fine enough for `unit`.
    pub(super) fn story_base(&self, unit: Option<Unit>) -> Option<Day> {
        let story = &self.story;
        match unit {
            Some(Unit::Year | Unit::Decade | Unit::Century) => civil(story.year?, 1, 1),
            Some(Unit::Month | Unit::Quarter) => {
                let (year, month) = story.month?;
                civil(year, month, 1)
            }
            _ => story.recent_day(),
        }
    }

    pub(super) fn date(&self, parts: &Parts, tense: Tense) -> Option<Valued> {
        match (parts.year, parts.month, parts.day) {
            (Some(year), Some(month), Some(day)) => {
                let day = feast_day(parts.feast, year).or_else(|| civil(year, month, day))?;
                Some(Valued::date(calendar::day(day), Anchor::Itself))
            }
            (Some(year), Some(month), None) => {
                Some(Valued::date(calendar::month(year, month), Anchor::Itself))
            }
            (Some(year), None, _) => Some(Valued::date(calendar::year(year), Anchor::Itself)),
            (None, Some(month), day) => {
                let dated = self.month_or_day(month, day, parts.weekday, tense)?;
                let moved =
                    dated.days.and_then(|days| feast_day(parts.feast, days.start.year().into()));
                Some(
                    moved.map_or(dated.clone(), |day| {
                        Valued::date(calendar::day(day), dated.anchor)
                    }),
                )
            }
            (None, None, _) => self.weekday(parts.weekday?, tense),
        }
    }

    /// A time of day on the day that the text is about. News that tells of an
    /// hour as past and names no day tells of its own; what happens "in the
    /// morning" at all happens on no day.
    fn time(&self, time: &str, granularity: Granularity, tense: Tense) -> Valued {
        // "Daily from 9 a.m.".
        let told = tense == Tense::Past && !self.story.recurs;
        let day = if self.history || self.story.in_sentence {
            self.story.day
        } else if granularity == Granularity::Minute {
            self.story.recent_day().or(self.published).filter(|_| told)
        } else {
            self.story.recent_day().filter(|_| told)
        };
        let anchor = Anchor::Text;
        let Some(day) = day else {
            return Valued::bare(TimexKind::Time, format!("XXXX-XX-XXT{time}"), anchor);
        };
        let dated = Valued::date(calendar::day(day), anchor);
        Valued {
            kind: TimexKind::Time,
            value: format!("{}T{time}", dated.value),
            granularity,
            ..dated
        }
    }
}

/// The day of a holiday that follows the weekday, in `year`.
pub(super) fn feast_day(feast: Option<Feast>, year: i32) -> Option<Day> {
    let Feast::Nth(month, weekday, n) = feast? else { return None };
    let first = civil(year, month, 1)?;
    let ahead = (i32::from(weekday) - first.weekday() as i32).rem_euclid(7);
    let day = first + ahead + 7 * (i32::from(n) - 1);
    Some(if day.month() == first.month() { day } else { day - 7 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_lang::en::time::RULES;

    /// Values `parts` as if the rule of that name had found them, without a text.
    fn check(rule: &str, parts: Parts, tense: Tense, expected: Option<&str>) {
        let rule = RULES.iter().position(|row| row.name == rule).unwrap();
        let found = Found { rule, start: 0, end: 1, parts };
        let published = Day::new(2025, 5, 28);
        let reader = Reader { published, history: false, story: Story::new(false) };
        assert_eq!(reader.value(&found, tense).map(|v| v.value).as_deref(), expected);
    }

    #[test]
    fn a_weekday_follows_the_tense() {
        let friday = Parts { weekday: Some(4), ..Parts::default() };
        check("weekday/bare", friday, Tense::Past, Some("2025-05-23"));
        check("weekday/bare", friday, Tense::Future, Some("2025-05-30"));
    }

    #[test]
    fn a_day_that_the_calendar_lacks_has_no_value() {
        let parts = Parts { year: Some(2025), month: Some(2), day: Some(30), ..Parts::default() };
        check("date/day-month-year", parts, Tense::Unsaid, None);
    }
}
