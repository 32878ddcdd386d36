//! Quarters, halves, seasons and years in short: the parts of a year that
//! business news names without saying which year it means.

use dateline_model::{Anchor, Day};

use crate::calendar::{self, Stretch};
use crate::context::Context;
use crate::parts::{Amount, Parts};
use crate::tense::Tense;
use crate::valued::Valued;

impl Context {
    /// A quarter: of its printed year, of the year `near` publication's, or
    /// of the year that the tense and the distance choose.
    pub(crate) fn quarter(&self, parts: &Parts, near: Option<i32>, tense: Tense) -> Option<Valued> {
        let quarter = ordinal(parts).filter(|q| (1..=4).contains(q))?;
        self.part(parts, near, tense, &format!("Q{quarter}"), |year| {
            calendar::quarter(year, quarter)
        })
    }

    /// A half, in the same way.
    pub(crate) fn half(&self, parts: &Parts, near: Option<i32>, tense: Tense) -> Option<Valued> {
        let half = ordinal(parts).or(Some(2)).filter(|h| (1..=2).contains(h))?;
        self.part(parts, near, tense, &format!("H{half}"), |year| calendar::half(year, half))
    }

    /// A season.
    pub(crate) fn season(&self, parts: &Parts, tense: Tense) -> Option<Valued> {
        let code = parts.season?;
        let (year, anchor) = match (parts.year, self.published, self.history) {
            (Some(year), ..) => (year, Anchor::Itself),
            (None, Some(published), false) => {
                let own = published.year().into();
                (self.season_year(code, own, tense), Anchor::Published)
            }
            _ => match self.story.year {
                Some(year) => (year, Anchor::Text),
                None => {
                    let unknown = format!("XXXX-{code}");
                    return Some(Valued::placeholder(&unknown, Anchor::Published));
                }
            },
        };
        Some(Valued::date(calendar::season(year, code), anchor))
    }

    fn part(
        &self,
        parts: &Parts,
        near: Option<i32>,
        tense: Tense,
        code: &str,
        stretch: impl Fn(i32) -> Stretch,
    ) -> Option<Valued> {
        if let Some(year) = parts.year {
            return Some(Valued::date(stretch(year), Anchor::Itself));
        }
        let told = self.story.year.filter(|_| self.history || self.published.is_none());
        if let (Some(year), None) = (told, near) {
            return Some(Valued::date(stretch(year), Anchor::Text));
        }
        let Some(published) = self.published else {
            return Some(Valued::placeholder(&format!("XXXX-{code}"), Anchor::Published));
        };
        let own = i32::from(published.year());
        let year = match near {
            Some(steps) => own + steps,
            None => {
                (own - 1..=own + 1).min_by_key(|year| distance(stretch(*year), published, tense))?
            }
        };
        Some(Valued::date(stretch(year), Anchor::Published))
    }

    /// "The year-earlier quarter", "the third quarter a year earlier".
    pub(crate) fn quarter_before(&self, parts: &Parts, tense: Tense) -> Option<Valued> {
        let (year, quarter) = match ordinal(parts) {
            Some(quarter) => {
                let told = self.quarter(parts, None, tense)?;
                (told.days?.start.year().into(), quarter)
            }
            None => self.current_quarter()?,
        };
        Some(Valued::date(calendar::quarter(year - 1, quarter), Anchor::Text))
    }

    /// "The 1988 quarter".
    pub(crate) fn quarter_of(&self, parts: &Parts) -> Option<Valued> {
        let (_, quarter) = self.current_quarter()?;
        Some(Valued::date(calendar::quarter(parts.year?, quarter), Anchor::Text))
    }

    /// "The quarter", "the latest quarter".
    pub(crate) fn latest_quarter(&self, latest: bool) -> Option<Valued> {
        let quarter = if latest { self.quarter_over() } else { self.current_quarter() };
        Some(match quarter {
            Some((year, quarter)) => Valued::date(calendar::quarter(year, quarter), Anchor::Text),
            None => Valued::placeholder("XXXX-QX", Anchor::Published),
        })
    }

    /// "The year-ago period": a year before the quarter at hand, else the
    /// year before.
    pub(crate) fn year_before(&self) -> Valued {
        if let Some((year, quarter)) = self.story.compared_quarter() {
            return Valued::date(calendar::quarter(year - 1, quarter), Anchor::Text);
        }
        let year = self.here().map(|day| i32::from(day.year()) - 1);
        match year {
            Some(year) => Valued::date(calendar::year(year), Anchor::Published),
            None => Valued::placeholder("XXXX", Anchor::Published),
        }
    }

    /// The quarter named last, else the last that was over at publication.
    fn current_quarter(&self) -> Option<(i32, u8)> {
        self.story.quarter().or_else(|| self.quarter_over())
    }

    /// The last quarter that was over at publication.
    fn quarter_over(&self) -> Option<(i32, u8)> {
        let published = self.published?;
        let (year, month) = (i32::from(published.year()), published.month() as u8);
        Some(if month <= 3 { (year - 1, 4) } else { (year, (month - 1) / 3) })
    }

    /// "'98", "05/27/98": the century that puts it nearest before now.
    pub(crate) fn short_year(&self, parts: &Parts) -> Option<Valued> {
        let Some(Amount::Exact(tail, _)) = parts.amount else { return None };
        let told = self.story.year.filter(|_| self.history);
        let now = told.or(self.published.map(|day| day.year().into())).unwrap_or(SHORT_NOW);
        let latest = if self.history { now + 50 } else { now + 10 };
        let year = latest - (latest - tail as i32).rem_euclid(100);
        self.date(&Parts { year: Some(year), amount: None, ..*parts }, Tense::Unsaid)
    }
}

/// With neither a story nor a publication day, '98 is 1998 and '20 is 2020.
const SHORT_NOW: i32 = 2025;

fn ordinal(parts: &Parts) -> Option<u8> {
    match parts.amount {
        Some(Amount::Exact(n, _)) => u8::try_from(n).ok(),
        _ => None,
    }
}

/// How far `stretch` lies from publication, in days; against the tense it
/// counts three times, and what is told as past hardly ever lies ahead. A firm that "expects" a result of the quarter just over
/// so keeps that quarter, and "will open in the first quarter" said in autumn
/// means the coming one.
fn distance(stretch: Stretch, published: Day, tense: Tense) -> i32 {
    let Some(days) = stretch.days else { return i32::MAX };
    let (past, coming) = (published - days.end, days.start - published);
    match tense {
        Tense::Future if past > 0 => past * 3,
        _ if past > 0 => past,
        Tense::Future => coming.max(0),
        Tense::Past => coming.max(0) * 12,
        Tense::Unsaid => coming.max(0) * 3,
    }
}
