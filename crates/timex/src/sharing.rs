//! Valuing what is read together: the ends of a stretch and the days of a list, of which one leaves
//! to the other what year or week it is of.

use dateline_model::{Anchor, Day, Timex};

use crate::calendar;
use crate::context::Context;
use crate::parts::{Parts, Unit};
use crate::row::{Found, Reading};
use crate::tense::Tense;
use crate::tokens::Tokens;
use crate::valued::Valued;

impl Context {
    /// The values of both ends, where one leaves something to the other; `None` where each is read
    /// by itself.
    pub(crate) fn value_ends(
        &self,
        tokens: &Tokens<'_>,
        [first, last]: [&Found; 2],
        tense: Tense,
    ) -> Option<[Valued; 2]> {
        if first.reading() != Reading::Date || last.reading() != Reading::Date {
            return None;
        }
        let bare = |parts: &Parts| parts.year.is_none() && parts.month.is_none();
        let (one, other) = (&first.parts, &last.parts);
        if bare(one) && bare(other) && one.weekday.is_some() && other.weekday.is_some() {
            return self.weekdays([one, other], tense);
        }
        if one.month.is_none() || other.month.is_none() {
            return None;
        }
        // What a row has seen behind the expression is not printed in it.
        let own = |found: &Found| found.parts.year.filter(|_| prints_year(tokens, found));
        let (begins, ends) = (own(first), own(last));
        if begins.is_some() && ends.is_some() {
            return None;
        }
        let pair = [first, last];
        match (begins.is_some(), ends.is_some()) {
            (false, true) => self.sharing(pair, true, tense),
            (true, false) => self.sharing(pair, false, tense),
            // What the text has named just before gives its year to the first.
            _ if !self.history => {
                let told = |one| self.value(one, tense).is_some_and(|v| v.anchor == Anchor::Text);
                let backward = self.looks_back(tense) && !told(first) && !told(last);
                self.sharing(pair, backward, tense)
            }
            // In a story the one of both readings that lies nearer to where it stands.
            _ => {
                let readings = [false, true].map(|backward| self.sharing(pair, backward, tense));
                let told = self.story_base(Some(Unit::Month));
                readings.into_iter().flatten().min_by_key(|pair| distance(pair, told))
            }
        }
    }

    /// The value of a day in a list, after the day before it.
    pub(crate) fn value_listed(&self, one: &Found, before: &Timex, tense: Tense) -> Option<Valued> {
        let year = Some(i32::from(before.days?.start.year()));
        let parts = Parts { year, ..one.parts };
        let valued = self.value(&Found { parts, ..*one }, tense)?;
        Some(Valued { anchor: before.anchor, ..valued })
    }

    /// Both ends, the one valued by itself and the other in its year or the next beside it.
    fn sharing(
        &self,
        [first, last]: [&Found; 2],
        backward: bool,
        tense: Tense,
    ) -> Option<[Valued; 2]> {
        let (given, sought, step) = if backward { (last, first, -1) } else { (first, last, 1) };
        let given = self.value(given, tense)?;
        let days = given.days?;
        let sought = [0, step].into_iter().find_map(|step| {
            let year = Some(i32::from(days.start.year()) + step);
            let parts = Parts { year, ..sought.parts };
            let valued = self.value(&Found { parts, ..*sought }, tense)?;
            let there = valued.days?;
            let fits = if backward { there.start <= days.end } else { days.start <= there.end };
            fits.then_some(Valued { anchor: given.anchor, ..valued })
        })?;
        Some(if backward { [sought, given] } else { [given, sought] })
    }

    /// Weekdays of one stretch: what is over ended at the last such day, what is to come begins at
    /// the next.
    fn weekdays(&self, parts: [&Parts; 2], tense: Tense) -> Option<[Valued; 2]> {
        let steps = |from: Day, to: &Parts| {
            to.weekday.map(|to| (i32::from(to) - from.weekday() as i32).rem_euclid(7))
        };
        let valued = |day: Day, like: &Valued, parts: &Parts| {
            Valued::date(calendar::day(day), like.anchor).with_part(parts.part)
        };
        let [first, last] = parts;
        if self.looks_back(tense) {
            let end = self.date(last, tense)?;
            let day = end.day()?;
            let begin = day - (7 - steps(day, first)?) % 7;
            return Some([valued(begin, &end, first), end.with_part(last.part)]);
        }
        let begin = self.date(first, tense)?;
        let day = begin.day()?;
        let end = valued(day + steps(day, last)?, &begin, last);
        Some([begin.with_part(first.part), end])
    }

    /// Whether a stretch is sought from its end: news tells of what is over. A story goes forward.
    fn looks_back(&self, tense: Tense) -> bool {
        !self.history && tense != Tense::Future
    }
}

/// How far a stretch lies from a day, in days.
fn distance([first, last]: &[Valued; 2], from: Option<Day>) -> i32 {
    let (Some(from), Some(first), Some(last)) = (from, first.days, last.days) else { return 0 };
    (first.start - from).max(from - last.end).max(0)
}

/// Whether a year stands in the expression itself.
fn prints_year(tokens: &Tokens<'_>, found: &Found) -> bool {
    let printed =
        |at: usize| tokens.number(at, 4).is_some_and(|n| Some(n as i32) == found.parts.year);
    (found.start..found.end).any(printed)
}
