//! "Last week", "the next day", "three years ago": steps from a day.

use dateline_model::{Anchor, Day, TimexKind};

use crate::calendar::{self, Stretch, civil, feast_day, shifted};
use crate::context::Context;
use crate::notation::{unknown, unplaced};
use crate::parts::{Amount, Parts, Unit};
use crate::tense::Tense;
use crate::valued::Valued;

impl Context {
    pub(crate) fn today(&self, steps: i32, part: Option<&str>) -> Valued {
        if self.history {
            let value = match part {
                None if steps == 0 => "PRESENT_REF".to_owned(),
                None => "XXXX-XX-XX".to_owned(),
                Some(part) => format!("XXXX-XX-XXT{part}"),
            };
            return Valued::placeholder(&value, Anchor::Text);
        }
        match self.published {
            Some(day) => {
                Valued::date(calendar::day(day + steps), Anchor::Published).with_part(part)
            }
            None => {
                let value = part.map_or("XXXX-XX-XX".to_owned(), |p| format!("XXXX-XX-XXT{p}"));
                Valued::bare(
                    if part.is_some() { TimexKind::Time } else { TimexKind::Date },
                    value,
                    Anchor::Published,
                )
            }
        }
    }

    /// "Last week", "next Friday", "this summer".
    pub(crate) fn deictic(&self, parts: &Parts, steps: i32, tense: Tense) -> Option<Valued> {
        let anchor = if self.history && self.story.year.is_some() {
            Anchor::Text
        } else {
            Anchor::Published
        };
        let here =
            if parts.weekday.is_some() && self.history { self.story.day } else { self.here() };
        // "This years festival" names no unit as such; it means the year.
        let named = parts.weekday.is_some() || parts.month.is_some() || parts.season.is_some();
        let unit = parts.unit.or((!named).then_some(Unit::Year));
        if let Some(unit) = unit {
            let here = if self.history { self.story_base(Some(unit)) } else { here };
            return Some(match here {
                Some(day) if unit == Unit::Weekend => {
                    Valued::date(weekend_near(day, steps, tense), anchor)
                }
                Some(day) => Valued::date(shifted(day, unit, steps)?, anchor),
                None => Valued::placeholder(unknown(unit), anchor),
            });
        }
        let Some(here) = here else {
            return Some(Valued::placeholder(&unplaced(parts), anchor));
        };
        Some(Valued::date(near(parts, here, steps, tense)?, anchor).with_part(parts.part))
    }

    /// "Tuesday of last week".
    pub(crate) fn weekday_of(&self, parts: &Parts, steps: i32) -> Option<Valued> {
        let (here, anchor) = if self.history {
            (self.story.day, Anchor::Text)
        } else {
            (self.published, Anchor::Published)
        };
        let weekday = i32::from(parts.weekday?);
        let Some(here) = here else {
            return Some(Valued::placeholder(&unplaced(parts), anchor));
        };
        let monday = here - here.weekday() as i32;
        Some(Valued::date(calendar::day(monday + steps * 7 + weekday), anchor))
    }

    /// "A fortnight ago".
    pub(crate) fn near_unit(&self, unit: Unit, steps: i32) -> Option<Valued> {
        let Some(here) = self.here() else {
            return Some(Valued::placeholder(unknown(unit), Anchor::Published));
        };
        Some(Valued::date(shifted(here, unit, steps)?, Anchor::Published))
    }

    /// "The next day", "that year", "the previous April".
    pub(crate) fn of_text(&self, parts: &Parts, steps: i32, tense: Tense) -> Option<Valued> {
        if let (Some(Unit::Quarter), Some((year, quarter))) = (parts.unit, self.story.quarter()) {
            let first = civil(year, quarter * 3 - 2, 1)?;
            return Some(Valued::date(shifted(first, Unit::Quarter, steps)?, Anchor::Text));
        }
        // "The previous day" in news that has named no past day: the day
        // before its own.
        let day_before = parts.unit == Some(Unit::Day) && steps < 0 && tense != Tense::Future;
        // "The night before" is that of publication, unless the sentence names a day.
        let alone = parts.unit.is_none() && parts.weekday.is_none();
        let night_before = parts.part.is_some() && alone && steps < 0;
        if (day_before || night_before) && !self.history && !self.story.in_sentence {
            let told = self.story.recent_day();
            let ahead = told.zip(self.published).is_some_and(|(told, now)| told > now);
            if let (true, Some(now)) = (ahead || night_before, self.published) {
                let before = Valued::date(calendar::day(now + steps), Anchor::Published);
                return Some(before.with_part(parts.part));
            }
        }
        if let Some(unit) = parts.unit {
            let base = self.story_base(Some(unit)).or_else(|| {
                let coarse = matches!(unit, Unit::Month | Unit::Year | Unit::Decade | Unit::Week);
                self.published.filter(|_| coarse && !self.history)
            });
            return Some(match base {
                Some(day) => Valued::date(shifted(day, unit, steps)?, Anchor::Text),
                None => Valued::placeholder(unknown(unit), Anchor::Text),
            });
        }
        let fine = parts.weekday.is_some() || parts.part.is_some();
        let base = if fine {
            self.story.recent_day()
        } else {
            self.story_base(Some(Unit::Month)).or_else(|| self.story_base(Some(Unit::Year)))
        };
        let Some(base) = base else {
            return Some(Valued::placeholder(&unplaced(parts), Anchor::Text));
        };
        let stretch = if parts.part.is_some() && parts.weekday.is_none() {
            calendar::day(base + steps)
        } else {
            near(parts, base, steps, Tense::Unsaid)?
        };
        Some(Valued::date(stretch, Anchor::Text).with_part(parts.part))
    }

    /// "A year ago" beside a quarter means that quarter's counterpart.
    pub(crate) fn quarter_year_ago(&self, parts: &Parts) -> Option<Valued> {
        let year = parts.unit == Some(Unit::Year) && parts.amount == Some(Amount::Exact(1, false));
        let (named, quarter) = self.story.compared_quarter().filter(|_| year && !self.history)?;
        Some(Valued::date(calendar::quarter(named - 1, quarter), Anchor::Text))
    }

    /// What news counts "a year earlier" from: a date of the same sentence, a
    /// printed one just before, else the day of publication.
    pub(crate) fn compared_base(&self, unit: Option<Unit>) -> Option<Day> {
        let told = self.story_base(unit);
        if self.story.dated_in_sentence() || self.story.stated_near() {
            return told.or(self.published);
        }
        match unit {
            Some(Unit::Year | Unit::Month | Unit::Quarter) => self.published.or(told),
            _ => {
                told.filter(|told| self.published.is_none_or(|now| *told <= now)).or(self.published)
            }
        }
    }

    pub(crate) fn offset(
        &self,
        parts: &Parts,
        sign: i32,
        base: Option<Day>,
        anchor: Anchor,
    ) -> Option<Valued> {
        let unit = parts.unit?;
        let vague = if sign < 0 { "PAST_REF" } else { "FUTURE_REF" };
        let count = match parts.amount {
            Some(Amount::Exact(count, _)) => i32::try_from(count).ok()?,
            Some(Amount::Vague) => return Some(Valued::placeholder(vague, anchor)),
            None => 1,
        };
        let Some(base) = base else { return Some(Valued::placeholder(unknown(unit), anchor)) };
        // A decade ago is that year, not the decade around it.
        let (unit, count) = match unit {
            Unit::Decade => (Unit::Year, count.saturating_mul(10)),
            Unit::Century => (Unit::Year, count.saturating_mul(100)),
            _ => (unit, count),
        };
        if matches!(unit, Unit::Hour | Unit::Minute | Unit::Second) {
            let days = if unit == Unit::Hour { count / 24 } else { 0 };
            let mut hours = Valued::date(calendar::day(base + sign * days), anchor);
            if days == 0 {
                hours.kind = TimexKind::Time;
                hours.value.push_str("TXX");
            }
            return Some(hours);
        }
        // Before or beyond the calendar: "200,000 years ago".
        let there = shifted(base, unit, sign.saturating_mul(count));
        Some(there.map_or(Valued::placeholder(vague, anchor), |there| Valued::date(there, anchor)))
    }

    pub(crate) fn of_context(&self, unit: Unit, bare: bool) -> Option<Valued> {
        // After a fourth quarter "the year" is the one that it closed.
        if let (Unit::Year, true, Some((year, 4))) =
            (unit, bare && !self.history, self.story.quarter())
        {
            return Some(Valued::date(calendar::year(year), Anchor::Text));
        }
        let base = if self.history {
            self.story_base(Some(unit))
        } else if unit == Unit::Day {
            self.story.recent_day().or(self.published)
        } else {
            self.published
        };
        let anchor = if self.history { Anchor::Text } else { Anchor::Published };
        Some(match base {
            Some(day) => Valued::date(shifted(day, unit, 0)?, anchor),
            None => Valued::placeholder(unknown(unit), anchor),
        })
    }
}

/// The weekday, month, holiday or season of `parts` before, at or after `here`.
fn near(parts: &Parts, here: Day, steps: i32, tense: Tense) -> Option<Stretch> {
    if let Some(weekday) = parts.weekday {
        let ahead = (i32::from(weekday) - here.weekday() as i32).rem_euclid(7);
        let past = if ahead == 0 { -7 } else { ahead - 7 };
        let coming = if ahead == 0 { 7 } else { ahead };
        let days = match steps {
            n if n < 0 => past + 7 * (n + 1),
            0 if tense == Tense::Past => {
                if ahead == 0 {
                    0
                } else {
                    past
                }
            }
            0 => ahead,
            n => coming + 7 * (n - 1),
        };
        return Some(calendar::day(here + days));
    }
    let (own, month) = (i32::from(here.year()), here.month() as u8);
    if let Some(named) = parts.month {
        let side = match (feast_day(parts.feast, own), parts.day) {
            (Some(day), _) => day.cmp(&here),
            (None, Some(day)) => (named, day as i8).cmp(&(month, here.day())),
            (None, None) => named.cmp(&month),
        };
        let (before, after) = (side.is_lt(), side.is_gt());
        let year = match steps {
            n if n < 0 => own + n + i32::from(before),
            0 => own,
            n => own + n - i32::from(after),
        };
        return Some(match parts.day {
            Some(day) => {
                let moved = feast_day(parts.feast, year);
                calendar::day(moved.or_else(|| civil(year, named, day))?)
            }
            None => calendar::month(year, named),
        });
    }
    let code = parts.season?;
    // In January the winter under way is last year's.
    let own = if code == WINTER && month < 3 { own - 1 } else { own };
    let over = calendar::season(own, code).days.is_some_and(|days| days.end < here);
    let year = match steps {
        n if n < 0 => own + n + i32::from(over),
        // "This winter was long", said in March.
        0 if code == WINTER && (3..6).contains(&month) && tense == Tense::Past => own - 1,
        0 => own,
        n if code == WINTER && (3..9).contains(&month) => own + n - 1,
        n => own + n,
    };
    Some(calendar::season(year, code))
}

/// TimeML's code of the one season that a new year begins in.
const WINTER: &str = "WI";

/// "The weekend" and "this weekend": the one under way or just past, the coming
/// one where the sentence looks ahead.
fn weekend_near(day: Day, steps: i32, tense: Tense) -> Stretch {
    let weeks = match steps {
        0 if day.weekday() >= 4 || tense == Tense::Future => 0,
        0 if tense == Tense::Past => -1,
        0 => 0,
        n => n,
    };
    calendar::weekend(day + weeks * 7)
}
