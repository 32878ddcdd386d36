//! Valuing: what an expression means on the calendar, given the publication
//! day and the story so far.

use dateline_model::{Anchor, Day, DayRange, Granularity, TimexKind};

use super::calendar::{self, Stretch, civil, shifted};
use super::find::Found;
use super::lexicon::{Amount, Parts};
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

    fn date(stretch: Stretch, anchor: Anchor) -> Self {
        let Stretch { value, days, granularity } = stretch;
        Self { kind: TimexKind::Date, value, days, granularity, anchor }
    }

    fn bare(kind: TimexKind, value: String, anchor: Anchor) -> Self {
        Self { kind, value, days: None, granularity: Granularity::Day, anchor }
    }

    fn placeholder(value: &str, anchor: Anchor) -> Self {
        Self::bare(TimexKind::Date, value.to_owned(), anchor)
    }

    fn with_part(self, part: Option<&str>) -> Self {
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
    fn here(&self) -> Option<Day> {
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
    fn story_base(&self, unit: Option<Unit>) -> Option<Day> {
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

    fn date(&self, parts: &Parts, tense: Tense) -> Option<Valued> {
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

    /// A month or a day of a month without a year.
    fn month_or_day(
        &self,
        month: u8,
        day: Option<u8>,
        weekday: Option<u8>,
        tense: Tense,
    ) -> Option<Valued> {
        let (year, anchor) = match self.year_for(month, day, weekday, tense) {
            Some(found) => found,
            None => {
                let day = day.map(|day| format!("-{day:02}")).unwrap_or_default();
                civil(2000, month, 1)?;
                return Some(Valued::placeholder(
                    &format!("XXXX-{month:02}{day}"),
                    Anchor::Published,
                ));
            }
        };
        let stretch = match day {
            Some(day) => calendar::day(civil(year, month, day)?),
            None => calendar::month(year, month),
        };
        Some(Valued::date(stretch, anchor))
    }

    fn year_for(
        &self,
        month: u8,
        day: Option<u8>,
        weekday: Option<u8>,
        tense: Tense,
    ) -> Option<(i32, Anchor)> {
        if let Some(year) = self.year_of_story(month) {
            return Some((year, Anchor::Text));
        }
        let published = self.published?;
        let own = i32::from(published.year());
        let distance = |year: i32| {
            let first = civil(year, month, day.unwrap_or(1))?;
            let last = if day.is_some() { first } else { calendar::month(year, month).days?.end };
            Some(if last < published {
                last - published
            } else if first > published {
                first - published
            } else {
                0
            })
        };
        let fits = |year: i32| {
            weekday.is_none_or(|weekday| {
                civil(year, month, day.unwrap_or(1))
                    .is_some_and(|d| d.weekday() == usize::from(weekday))
            })
        };
        // A weekday printed beside the date settles the year.
        let reach = if weekday.is_some() { 6 } else { 1 };
        let candidates = (own - reach..=own + reach).filter(|year| fits(*year));
        // "In November, in January": a list goes forward.
        let story = &self.story;
        let listed =
            story.month.filter(|_| tense == Tense::Unsaid && story.at - story.month_at <= 12);
        let cost = |year: i32| {
            if let Some((last_year, last)) = listed {
                let ahead = (year - last_year) * 12 + i32::from(month) - i32::from(last);
                return if ahead < 0 { 1_000 - ahead } else { ahead };
            }
            let days = distance(year).unwrap_or(i32::MAX / 4);
            // The tense decides between last year and this one unless it
            // would lead more than six times as far away.
            let against = match tense {
                Tense::Past => days > 0,
                Tense::Future => days < 0,
                Tense::Unsaid => false,
            };
            days.abs() * if against { 6 } else { 1 }
        };
        candidates.min_by_key(|year| cost(*year)).or(Some(own)).map(|y| (y, Anchor::Published))
    }

    /// The year that the story gives a bare month.
    fn year_of_story(&self, month: u8) -> Option<i32> {
        let story = &self.story;
        if !self.history && self.published.is_some() {
            // News inherits only right after a printed date of another year.
            let ((year, last), at) = story.printed?;
            let own = i32::from(self.published?.year());
            let near = story.at - at <= 60 && year < own - 1 || story.at - at <= 25 && year < own;
            return (near && (0..=6).contains(&(i32::from(month) - i32::from(last))))
                .then_some(year);
        }
        let Some((own, last)) = story.month else { return story.year };
        match story.year {
            Some(named) if named > own && named - own <= 2 => Some(named),
            // A story goes forward: January after November is next year's. A
            // year before or far from it is an aside.
            _ => Some(if i32::from(month) - i32::from(last) < BACKWARD { own + 1 } else { own }),
        }
    }

    fn weekday(&self, weekday: u8, tense: Tense) -> Option<Valued> {
        let weekday = i32::from(weekday);
        let (base, anchor) = if self.history {
            (self.story.day, Anchor::Text)
        } else {
            (self.published, Anchor::Published)
        };
        let Some(base) = base else {
            return Some(Valued::placeholder(&format!("XXXX-WXX-{}", weekday + 1), anchor));
        };
        let ahead = (weekday - base.weekday() as i32).rem_euclid(7);
        let day = match (ahead, tense) {
            (0, _) => base,
            (_, Tense::Future) => base + ahead,
            _ => base + ahead - 7,
        };
        Some(Valued::date(calendar::day(day), anchor))
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

    /// A bare season: the one under way or just past, the coming one after "will".
    fn season_year(&self, code: &str, own: i32, tense: Tense) -> i32 {
        let Some(published) = self.published else { return own };
        let starts = |year: i32| calendar::season(year, code).days.map(|d| d.start);
        match tense {
            Tense::Past if starts(own).is_some_and(|start| start > published) => own - 1,
            _ => own,
        }
    }

    fn today(&self, found: &Found, steps: i32) -> Valued {
        let night = matches!(
            crate::rules::time_en::RULES[found.rule].name,
            "today/tonight" | "today/last-night"
        );
        let part = if night { Some("NI") } else { found.parts.part };
        if self.history {
            let value = if steps == 0 && part.is_none() { "PRESENT_REF" } else { "XXXX-XX-XX" };
            return Valued::placeholder(value, Anchor::Text);
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
    fn deictic(&self, parts: &Parts, steps: i32, tense: Tense) -> Option<Valued> {
        let anchor = if self.history && self.story.year.is_some() {
            Anchor::Text
        } else {
            Anchor::Published
        };
        let here =
            if parts.weekday.is_some() && self.history { self.story.day } else { self.here() };
        if let Some(unit) = parts.unit {
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

    /// "The next day", "that year", "the previous April".
    fn of_text(&self, parts: &Parts, steps: i32) -> Option<Valued> {
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

    fn offset(
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
        if matches!(unit, Unit::Hour | Unit::Minute | Unit::Second) {
            let days = if unit == Unit::Hour { count / 24 } else { 0 };
            let mut hours = Valued::date(calendar::day(base + sign * days), anchor);
            if days == 0 {
                hours.kind = TimexKind::Time;
                hours.value.push_str("TXX");
            }
            return Some(hours);
        }
        shifted(base, unit, sign * count).map(|stretch| Valued::date(stretch, anchor))
    }

    fn of_context(&self, unit: Unit) -> Option<Valued> {
        let base = if self.history { self.story_base(Some(unit)) } else { self.published };
        let anchor = if self.history { Anchor::Text } else { Anchor::Published };
        Some(match base {
            Some(day) => Valued::date(shifted(day, unit, 0)?, anchor),
            None => Valued::placeholder(unknown(unit), anchor),
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

/// How many months a story may step back within a year; see the figures in
/// the module `story`. More is the same month of the next year.
const BACKWARD: i32 = -8;

/// The weekday, month, holiday or season of `parts` before, at or after `here`.
fn near(parts: &Parts, here: Day, steps: i32, tense: Tense) -> Option<Stretch> {
    if let Some(weekday) = parts.weekday {
        let ahead = (i32::from(weekday) - here.weekday() as i32).rem_euclid(7);
        let past = if ahead == 0 { -7 } else { ahead - 7 };
        let coming = if ahead == 0 { 7 } else { ahead };
        let days = match steps {
            -2 => i32::from(weekday) - here.weekday() as i32 - 7,
            n if n < 0 => past,
            0 if tense == Tense::Past => {
                if ahead == 0 {
                    0
                } else {
                    past
                }
            }
            0 => ahead,
            _ => coming,
        };
        return Some(calendar::day(here + days));
    }
    let (own, month) = (i32::from(here.year()), here.month() as u8);
    if let Some(named) = parts.month {
        let before = named < month
            || parts.day.is_some_and(|day| named == month && (day as i8) < here.day());
        let after = named > month
            || parts.day.is_some_and(|day| named == month && (day as i8) > here.day());
        let year = match steps {
            n if n < 0 => {
                if before {
                    own
                } else {
                    own - 1
                }
            }
            0 => own,
            _ => {
                if after {
                    own
                } else {
                    own + 1
                }
            }
        };
        return Some(match parts.day {
            Some(day) => calendar::day(civil(year, named, day)?),
            None => calendar::month(year, named),
        });
    }
    let code = parts.season?;
    let over = calendar::season(own, code).days.is_some_and(|days| days.end < here);
    let year = match steps {
        n if n < 0 => {
            if over {
                own
            } else {
                own - 1
            }
        }
        0 => own,
        _ if code == "WI" && month < 9 => own,
        _ => own + 1,
    };
    Some(calendar::season(year, code))
}

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

/// TimeML's placeholder for a stretch that nothing places.
fn unknown(unit: Unit) -> &'static str {
    match unit {
        Unit::Week => "XXXX-WXX",
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Year => "XXXX",
        Unit::Decade => "XXX",
        Unit::Century => "XX",
        Unit::Hour | Unit::Minute | Unit::Second => "XXXX-XX-XXTXX",
        Unit::Day => "XXXX-XX-XX",
    }
}

/// The same for a weekday, month or season.
fn unplaced(parts: &Parts) -> String {
    if let Some(weekday) = parts.weekday {
        format!("XXXX-WXX-{}", weekday + 1)
    } else if let Some(month) = parts.month {
        let day = parts.day.map(|day| format!("-{day:02}")).unwrap_or_default();
        format!("XXXX-{month:02}{day}")
    } else if let Some(season) = parts.season {
        format!("XXXX-{season}")
    } else {
        parts.part.map_or("XXXX-XX-XX".to_owned(), |part| format!("XXXX-XX-XXT{part}"))
    }
}

fn duration(parts: &Parts) -> Option<Valued> {
    let count = match parts.amount {
        Some(Amount::Exact(count, true)) => format!("{count}.5"),
        Some(Amount::Exact(count, false)) => count.to_string(),
        Some(Amount::Vague) => "X".to_owned(),
        None => "1".to_owned(),
    };
    let value = match parts.unit? {
        Unit::Second => format!("PT{count}S"),
        Unit::Minute => format!("PT{count}M"),
        Unit::Hour => format!("PT{count}H"),
        Unit::Day => format!("P{count}D"),
        Unit::Week => format!("P{count}W"),
        Unit::Weekend => format!("P{count}WE"),
        Unit::Month => format!("P{count}M"),
        Unit::Quarter => format!("P{count}Q"),
        Unit::Year => format!("P{count}Y"),
        Unit::Decade => format!("P{count}DE"),
        Unit::Century => format!("P{count}CE"),
    };
    Some(Valued::bare(TimexKind::Duration, value, Anchor::Itself))
}

fn half_of(unit: Unit) -> Option<Valued> {
    let value = match unit {
        Unit::Minute => "PT30S",
        Unit::Hour => "PT30M",
        Unit::Day => "PT12H",
        Unit::Month => "P15D",
        Unit::Year => "P6M",
        Unit::Decade => "P5Y",
        Unit::Century => "P50Y",
        Unit::Second | Unit::Week | Unit::Weekend | Unit::Quarter => return None,
    };
    Some(Valued::bare(TimexKind::Duration, value.to_owned(), Anchor::Itself))
}

fn every(parts: &Parts) -> Option<Valued> {
    let value = if parts.amount.is_some() {
        duration(parts)?.value
    } else if let Some(unit) = parts.unit {
        unknown(unit).to_owned()
    } else {
        unplaced(parts)
    };
    Some(Valued::bare(TimexKind::Set, value, Anchor::Itself))
}
