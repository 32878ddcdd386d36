//! Years of other eras than the common one, which a text prints as bare numbers.
//!
//! A Thai text calls 2024 the year 2567 and a Persian one 1402 or 1403. The first is sure, since its
//! months are the common ones and the difference is fixed; of the others only that they are not ours.

use dateline_model::Day;

use crate::grammar::Grammar;
use crate::row::{Found, Reading};
use crate::table::listed;
use crate::tokens::Tokens;

/// Years by which the Buddhist era of Thailand is ahead of the common one.
pub const BUDDHIST: i32 = 543;

/// What the bare years of a text may be of.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Eras {
    /// A year with the mark of the Buddhist era stands in it.
    buddhist: bool,
    /// A month of a calendar of the Hijra stands in it with its year.
    hijri: bool,
}

impl Eras {
    pub(crate) fn new(grammar: &Grammar, tokens: &Tokens<'_>, found: &[Found]) -> Self {
        let buddhist = found.iter().any(|one| {
            let printed = (one.start..one.end).find_map(|at| far(tokens, at));
            printed.is_some_and(|printed| one.parts.year == Some(printed - BUDDHIST))
        });
        let hijri = (0..tokens.count()).any(|at| {
            let year = tokens.number(at + 1, 4).is_some_and(|year| HIJRI.contains(&(year as i32)));
            year && listed(grammar.hijri_months, tokens.get(at))
        });
        Self { buddhist, hijri }
    }

    /// An expression with its year in the common era; `None` where its year is none of ours and
    /// nothing sure.
    pub(crate) fn in_common(self, one: Found, published: Option<Day>) -> Option<Found> {
        let Some(year) = one.parts.year.filter(|_| one.reading() == Reading::Date) else {
            return Some(one);
        };
        let bare = one.parts.month.is_none();
        if self.hijri && bare && HIJRI.contains(&year) {
            return None;
        }
        if !(FAR..FAR + SPAN).contains(&year) {
            return Some(one);
        }
        let now = published.map_or(NOW, |day| i32::from(day.year()));
        let near = (year - BUDDHIST - now).abs() <= NEAR;
        if !(self.buddhist || near) {
            return Some(one);
        }
        // "The year 2525" alone is as often one far ahead.
        let sure = self.buddhist || !bare;
        let mut parts = one.parts;
        parts.year = Some(year - BUDDHIST);
        sure.then_some(Found { parts, ..one })
    }
}

fn far(tokens: &Tokens<'_>, at: usize) -> Option<i32> {
    tokens.number(at, 4).map(|year| year as i32).filter(|year| (FAR..FAR + SPAN).contains(year))
}

/// The years of the Buddhist era that news may be of.
const FAR: i32 = 2300;
const SPAN: i32 = 500;

/// The years of the Hijra, by the sun or the moon, that news may be of.
const HIJRI: std::ops::Range<i32> = 1300..1500;

/// A year of the Buddhist era that lies no further from publication is taken for one without its mark.
const NEAR: i32 = 30;

/// With no publication day the time of most texts that are read.
const NOW: i32 = 2025;
