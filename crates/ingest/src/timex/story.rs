//! The dates that a text has named so far, and whether it tells a history.

use dateline_model::{Anchor, Day, Granularity};

use super::find::Found;
use super::lexicon::Words;
use super::value::Valued;
use crate::rules::time_en::Reading;

/// The dates named last.
#[derive(Clone, Debug, Default)]
pub(super) struct Story {
    /// The year.
    pub(super) year: Option<i32>,
    /// The month with its year.
    pub(super) month: Option<(i32, u8)>,
    /// The day.
    pub(super) day: Option<Day>,
    /// Whether the day was named in the sentence at hand.
    pub(super) in_sentence: bool,
    /// The last month or day with a printed year, and the token where it stood.
    pub(super) printed: Option<((i32, u8), usize)>,
    /// The token where the month was named.
    pub(super) month_at: usize,
    /// The token at hand.
    pub(super) at: usize,
    sentence: Option<u32>,
}

impl Story {
    /// Goes on to an expression at token `at` of the sentence that begins at
    /// byte `sentence`.
    pub(super) fn enter(&mut self, sentence: u32, at: usize) {
        if self.sentence != Some(sentence) {
            self.sentence = Some(sentence);
            self.in_sentence = false;
        }
        self.at = at;
    }

    /// Takes up a date that was read.
    pub(super) fn note(&mut self, words: &Words<'_>, found: &Found, valued: &Valued) {
        let Some(days) = valued.days else { return };
        let range_end = found.reading() == Reading::YearTail
            || found.start >= 2
                && (words.dash(found.start - 1) || words.is(found.start - 1, "to"))
                && words.number(found.start - 2, 4).is_some();
        let aside =
            range_end || words.is(found.start.wrapping_sub(1), "(") && words.is(found.end, ")");
        let start = days.start;
        let (year, month) = (i32::from(start.year()), start.month() as u8);
        match valued.granularity {
            Granularity::Day | Granularity::Minute => {
                self.day = Some(start);
                self.in_sentence = true;
                self.month = Some((year, month));
                self.year = Some(year);
            }
            Granularity::Week => {
                self.month = Some((year, month));
                self.year = Some(year);
            }
            Granularity::Month => {
                self.month = Some((year, month));
                self.year = Some(year);
            }
            // A year in brackets is a source or a life, the last of a range
            // lies ahead: neither is where the story stands.
            Granularity::Year if aside => {}
            Granularity::Year if days.days() <= 366 => {
                if self.year != Some(year) {
                    self.month = None;
                }
                self.year = Some(year);
            }
            Granularity::Year => {}
        }
        if valued.granularity >= Granularity::Month {
            self.month_at = found.end;
        }
        if valued.anchor == Anchor::Itself && valued.granularity >= Granularity::Month {
            self.printed = Some(((year, month), found.end));
        }
    }
}

/// Whether a text tells a history: it names past years again and again, and
/// hardly speaks from its own day.
///
/// On the 22 war histories at hand the years outnumber words such as
/// "yesterday" and bare weekdays by more than 20 to 1, on the 39 news texts by
/// less than 3 to 1 wherever there are four years or more beside months.
pub(super) fn is_history(words: &Words<'_>, found: &[Found], published: Option<Day>) -> bool {
    let newest = published.map_or(i32::MAX, |day| i32::from(day.year()) - 1);
    let (mut years, mut own_day) = (0usize, 0usize);
    for one in found {
        match one.reading() {
            Reading::Date | Reading::Season => {
                if one.parts.year.is_some_and(|year| year < newest) {
                    years += 1;
                } else if one.parts.weekday.is_some() && one.parts.day.is_none() {
                    own_day += 1;
                }
            }
            Reading::Today(_) => {
                // "Today" in a history means these days.
                own_day += usize::from(!words.is(one.start, "today"));
            }
            Reading::Deictic(_) | Reading::FromPublished(_) => own_day += 1,
            _ => {}
        }
    }
    years >= 4 && years > 6 * own_day
}
