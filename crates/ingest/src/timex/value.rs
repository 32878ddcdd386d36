//! Valuing: what an expression means on the calendar, given the publication
//! day and the story so far.

use dateline_model::{Anchor, Day, DayRange, Granularity, TimexKind};

use super::calendar::{self, Stretch, civil};
use super::find::Found;
use super::lexicon::{Amount, Parts};
use super::notation::{duration, every, half_of};
use super::story::Story;
use super::tense::Tense;
use crate::rules::time_en::Reading;
use crate::rules::time_en::words::Unit;

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
            Reading::Date => self.date(parts, tense).map(|v| v.with_part(parts.part)),
            Reading::InThatYear => {
                let parts = Parts { year: self.story_year(), ..*parts };
                let anchored = self.date(&parts, tense)?;
                Some(Valued { anchor: Anchor::Text, ..anchored })
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
            Reading::Season | Reading::Quarter | Reading::Half => self.part_of_year(found, tense),
            Reading::Today(steps) => Some(self.today(found, steps)),
            Reading::Deictic(steps) => self.deictic(parts, steps, tense),
            Reading::Story(steps) => self.of_text(parts, steps),
            Reading::FromPublished(sign) => {
                self.offset(parts, sign, self.here(), Anchor::Published)
            }
            Reading::FromStory(sign) => {
                let base = self.story_base(parts.unit);
                self.offset(parts, sign, base, Anchor::Text)
            }
            // News may mean another happening than the one it dated last.
            Reading::FromEvent(sign) => {
                let told = self.history || self.story.in_sentence;
                let base = self.story_base(parts.unit).filter(|_| told);
                self.offset(parts, sign, base, Anchor::Text)
            }
            Reading::OfContext => self.of_context(parts.unit.unwrap_or(Unit::Year)),
            Reading::Clock => {
                let (hour, minute) = parts.clock?;
                Some(self.time(&format!("{hour:02}:{minute:02}"), Granularity::Minute))
            }
            Reading::Part => Some(self.time(parts.part?, Granularity::Day)),
            Reading::PartIs(part) => Some(self.time(part, Granularity::Day)),
            Reading::Duration => duration(parts),
            Reading::HalfOf => half_of(parts.unit?),
            Reading::SomeOf => duration(&Parts { amount: Some(Amount::Vague), ..*parts }),
            Reading::Every => every(parts),
            Reading::Reference(value) => Some(Valued::placeholder(value, Anchor::Published)),
            Reading::Soon => (tense == Tense::Future)
                .then(|| Valued::placeholder("FUTURE_REF", Anchor::Published)),
            Reading::Set(value) => {
                Some(Valued::bare(TimexKind::Set, value.to_owned(), Anchor::Itself))
            }
            Reading::Fixed(year, month, day) => {
                Day::new(year, month, day).map(|d| Valued::date(calendar::day(d), Anchor::Itself))
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
                civil(year, month, day).map(|d| Valued::date(calendar::day(d), Anchor::Itself))
            }
            (Some(year), Some(month), None) => {
                Some(Valued::date(calendar::month(year, month), Anchor::Itself))
            }
            (Some(year), None, _) => Some(Valued::date(calendar::year(year), Anchor::Itself)),
            (None, Some(month), day) => self.month_or_day(month, day, parts.weekday, tense),
            (None, None, _) => self.weekday(parts.weekday?, tense),
        }
    }

    fn part_of_year(&self, found: &Found, tense: Tense) -> Option<Valued> {
        let parts = &found.parts;
        let stated = parts.year.map(|year| (year, Anchor::Itself));
        let context = || {
            if self.history || self.published.is_none() {
                Some((self.story.year?, Anchor::Text))
            } else {
                Some((i32::from(self.published?.year()), Anchor::Published))
            }
        };
        let ordinal = match parts.amount {
            Some(Amount::Exact(n, _)) => u8::try_from(n).ok(),
            _ => None,
        };
        let known = stated.or_else(context);
        let (year, anchor) = known.unwrap_or((0, Anchor::Published));
        let (stretch, code) = match found.reading() {
            Reading::Quarter => {
                let quarter = ordinal.filter(|q| (1..=4).contains(q))?;
                (calendar::quarter(year, quarter), format!("Q{quarter}"))
            }
            Reading::Half => {
                let half = ordinal.unwrap_or(2);
                let half = Some(half).filter(|h| (1..=2).contains(h))?;
                (calendar::half(year, half), format!("H{half}"))
            }
            _ => {
                let code = parts.season?;
                let year = if anchor == Anchor::Published {
                    self.season_year(code, year, tense)
                } else {
                    year
                };
                (calendar::season(year, code), code.to_owned())
            }
        };
        Some(match known {
            Some(_) => Valued::date(stretch, anchor),
            None => Valued::placeholder(&format!("XXXX-{code}"), anchor),
        })
    }

    /// A time of day on the day that the sentence is about.
    fn time(&self, time: &str, granularity: Granularity) -> Valued {
        let day = self.story.day.filter(|_| self.story.in_sentence || self.history);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::time_en::RULES;

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
