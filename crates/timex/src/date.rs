//! Dates that lack a part: which year a month, a day, a season or a weekday
//! without one belongs to, and which day an hour.

use dateline_model::{Anchor, Granularity, TimexKind};

use crate::calendar::{self, civil, feast_day};
use crate::context::Context;
use crate::parts::Parts;
use crate::tense::Tense;
use crate::valued::Valued;

impl Context {
    pub(crate) fn date(&self, parts: &Parts, tense: Tense) -> Option<Valued> {
        match (parts.year, parts.month, parts.day) {
            (Some(year), Some(month), Some(day)) => {
                let day = match parts.feast {
                    Some(_) => feast_day(parts.feast, year)?,
                    None => civil(year, month, day)?,
                };
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
    pub(crate) fn time(&self, time: &str, granularity: Granularity, tense: Tense) -> Valued {
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

    /// A month or a day of a month without a year.
    pub(crate) fn month_or_day(
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
        if let Some(year) = self.year_of_story(month, day, tense) {
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
        let near = story.month_at.is_some_and(|at| story.at - at <= 12);
        let listed = story.month.filter(|_| tense == Tense::Unsaid && near);
        let cost = |year: i32| {
            if let Some((last_year, last)) = listed {
                let ahead = (year - last_year) * 12 + i32::from(month) - i32::from(last);
                return if ahead < 0 { 1_000 - ahead } else { ahead };
            }
            let days = distance(year).unwrap_or(i32::MAX / 8);
            // The tense decides between last year and this one unless it
            // would lead that many times as far away.
            let against = match tense {
                Tense::Past => days > 0,
                Tense::Future => days < 0,
                Tense::Unsaid => false,
            };
            let times = if tense == Tense::Future && day.is_some() { AHEAD } else { AGAINST };
            days.abs() * if against { times } else { 1 }
        };
        candidates.min_by_key(|year| cost(*year)).or(Some(own)).map(|y| (y, Anchor::Published))
    }

    /// The year that the story gives a bare month.
    fn year_of_story(&self, month: u8, day: Option<u8>, tense: Tense) -> Option<i32> {
        let story = &self.story;
        if !self.history && self.published.is_some() {
            // News inherits only right after a printed date of another year.
            let own = i32::from(self.published?.year());
            // "Last year, a storm killed 1,100 people in December."
            let told = story.year_in_sentence.filter(|year| *year < own);
            if told.is_some() && tense != Tense::Future {
                return told;
            }
            let ((year, last), at) = story.printed?;
            if tense == Tense::Future && !story.in_sentence {
                return None;
            }
            // News prints no year with a day just over.
            let just_over = day
                .and_then(|day| civil(own, month, day))
                .zip(self.published)
                .is_some_and(|(day, now)| (0..=JUST_OVER).contains(&(now - day)));
            if just_over && !story.in_sentence && tense == Tense::Past {
                return None;
            }
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

    pub(crate) fn weekday(&self, weekday: u8, tense: Tense) -> Option<Valued> {
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

    /// A bare season: the one under way or just past, the coming one after "will".
    pub(crate) fn season_year(&self, code: &str, own: i32, tense: Tense) -> i32 {
        let Some(published) = self.published else { return own };
        let starts = |year: i32| calendar::season(year, code).days.map(|d| d.start);
        match tense {
            Tense::Past if starts(own).is_some_and(|start| start > published) => own - 1,
            _ => own,
        }
    }
}

/// How many days before publication a day is just over.
const JUST_OVER: i32 = 45;

/// How many times as far away the tense may lead.
const AGAINST: i32 = 6;

/// The same for a day of which a verb says that it is to come: "takes effect on December 31", said
/// in February. A month is as often told in passing, so that 12 misreads two of them in 216 articles
/// on Egypt and mends one elsewhere; for days 25 misreads the newswire stories.
const AHEAD: i32 = 12;

/// How many months a story may step back within a year; more is the same month
/// of the next year. On 22 war histories 8 finds 0.912 of the days, 10 finds
/// 0.911, 4 and 6 find 0.910.
const BACKWARD: i32 = -8;
