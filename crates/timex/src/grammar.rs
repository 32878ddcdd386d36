//! What the engine wants of a language, as a value.

use dateline_model::Span;

use crate::asides::Aside;
use crate::digits;
use crate::parts::{Class, Count, Feast, HourMinute, Said, Unit};
use crate::ranges::Ends;
use crate::row::Row;
use crate::tense::{Beside, Sign, SignOf};
use crate::tokens::Tokens;

/// The time expressions of one language: rows, and the words that their
/// classes are made of. Every table is sorted by its first column and in small
/// letters; [`Language::fault`](crate::Language::fault) names the first that is
/// not. What a language does without keeps the value of [`Grammar::EMPTY`].
///
/// ```
/// use dateline_timex::{Grammar, Language, Reading, Row, free, row, tag};
/// static ROWS: [Row; 1] = [row(
///     "date/day-month-year",
///     "DAY [~.] MONTH YEAR",
///     Reading::Date,
///     free,
///     "Am [12. Mai 2024] kamen sie.",
///     "2024-05-12",
///     "Die 12. Mainacht 2024.",
/// )];
/// static GERMAN: Language =
///     Language::new(Grammar { rows: &ROWS, months: &[("mai", 5)], ..Grammar::EMPTY });
/// assert_eq!(tag(&GERMAN, "Am 12. Mai 2024 kamen sie.", None)[0].value, "2024-05-12");
/// ```
#[derive(Clone, Copy)]
pub struct Grammar {
    /// The rules; of equally long matches the row that stands first wins.
    pub rows: &'static [Row],
    /// Names for sets of words, in capitals, that patterns may use in place of
    /// `a|b|c`: the forms of an adjective, the articles.
    pub sets: &'static [(&'static str, &'static [&'static str])],
    /// `MONTH`, `FULLMONTH`: full names of months, 1 to 12.
    pub months: &'static [(&'static str, u8)],
    /// Months of the calendars of the Hijra, by the sun and the moon, as the language writes them:
    /// a year behind one is none of the common era. Sorted.
    pub hijri_months: &'static [&'static str],
    /// `MONTH`: short forms of months, which may bring a full stop.
    pub short_months: &'static [(&'static str, u8)],
    /// Whether a month is one only with a capital letter.
    pub capital_months: bool,
    /// `WEEKDAY`, `WDAY`: weekdays, Monday is 0.
    pub weekdays: &'static [(&'static str, u8)],
    /// `WDAY`: short forms of weekdays.
    pub short_weekdays: &'static [(&'static str, u8)],
    /// `WEEKDAYS`: weekdays as they recur, "Mondays".
    pub weekday_plurals: &'static [(&'static str, u8)],
    /// `WEEKDAY`, `WDAY`: a weekday and a part of it in one word.
    pub weekday_parts: &'static [(&'static str, (u8, &'static str))],
    /// Whether a short weekday or one that recurs is one only with a capital letter.
    pub capital_weekdays: bool,
    /// Whether nouns have a capital letter wherever they stand: a weekday, a unit
    /// or a season without one is none.
    pub capital_nouns: bool,
    /// `UNIT`, `CALUNIT`, `ONEUNIT`, `MANYUNITS`, `WEEKEND`: the forms of units.
    pub units: &'static [(&'static str, (Unit, Count))],
    /// `SEASON`: seasons by TimeML's code (SP, SU, FA, WI).
    pub seasons: &'static [(&'static str, &'static str)],
    /// `PART`: parts of the day by TimeML's code (MO, MI, AF, EV, NI) or hour.
    pub day_parts: &'static [(&'static str, &'static str)],
    /// `HOLIDAY`: days with a name of at most four tokens apart by spaces, with
    /// straight apostrophes.
    pub holidays: &'static [(&'static str, Feast)],
    /// `ORD`: ordinal words.
    pub ordinals: &'static [(&'static str, u32)],
    /// Cardinal words.
    pub cardinals: &'static [(&'static str, u32)],
    /// What touches a number behind it and makes it an ordinal: "th".
    pub ordinal_marks: &'static [&'static str],
    /// `LAST`: what stands for the fourth of four quarters.
    pub closing: &'static [&'static str],
    /// `NUM`, and `ANUM` where the last argument is true: how many.
    pub amount: fn(&Tokens<'_>, usize, bool) -> Said,
    /// `CLOCK`: how many tokens an hour takes, the hour and the minute.
    pub clock: fn(&Tokens<'_>, usize) -> Option<(usize, HourMinute)>,
    /// `DECADE`: how many tokens ten years take, and the first of them.
    pub decade: fn(&Tokens<'_>, usize) -> Option<(usize, i32)>,
    /// `BCYEAR`: a year with its era; 0 is 1 BC.
    pub year_before: fn(&Tokens<'_>, usize) -> Option<(usize, i32)>,
    /// `YEAR`: a year in words: how many tokens, and which.
    pub year_in_words: fn(&Tokens<'_>, usize) -> Option<(usize, i32)>,
    /// `FARYEAR`: words behind a number that it cannot count: articles, prepositions, pronouns.
    /// Where nouns have a capital letter, any word without one is such.
    pub behind_year: &'static [&'static str],
    /// `MOD`: how many tokens say "early", "the end of".
    pub modifier: fn(&Tokens<'_>, usize) -> Option<usize>,
    /// `ABOUT`: how many tokens say "about", "at least".
    pub about: fn(&Tokens<'_>, usize) -> Option<usize>,
    /// Words at which one of the six functions may succeed, besides numbers,
    /// dashes, apostrophes and the words of the tables. At others they are not asked.
    pub openers: &'static [&'static str],
    /// Words that begin many rows and more noun phrases, and are no row alone:
    /// articles. They are passed over early; the result is the same without.
    pub articles: &'static [&'static str],
    /// Words that open a stretch of hours: "from" 9 to 12.
    pub hours_from: &'static [&'static str],
    /// Words between its ends, besides dashes.
    pub hours_until: &'static [&'static str],
    /// Words between the years of a range, besides dashes.
    pub years_to: &'static [&'static str],
    /// Whether two expressions are the ends of one stretch by the words between
    /// and before them: "from 3 to 5 May".
    pub ends: Ends,
    /// Words that join a year to a day named before it: "the 6 January riot in 2021".
    pub in_year: &'static [&'static str],
    /// How its sentences name dates that they tell nothing of.
    pub asides: &'static [Aside],
    /// What a token says of past or to come.
    pub sign: SignOf,
    /// What the words right beside an expression say of it, before any verb of
    /// the sentence is asked.
    pub beside: Beside,
    /// Cuts a text into sentences.
    pub sentences: fn(&str) -> Vec<Span>,
}

impl Grammar {
    /// No row and no word; digits and marks are understood.
    pub const EMPTY: Self = Self {
        rows: &[],
        sets: &[],
        months: &[],
        short_months: &[],
        hijri_months: &[],
        capital_months: true,
        weekdays: &[],
        short_weekdays: &[],
        weekday_plurals: &[],
        weekday_parts: &[],
        capital_weekdays: true,
        capital_nouns: false,
        units: &[],
        seasons: &[],
        day_parts: &[],
        holidays: &[],
        ordinals: &[],
        cardinals: &[],
        ordinal_marks: &[],
        closing: &[],
        amount: |tokens, at, _| digits::amount(tokens, at),
        clock: digits::clock,
        decade: |_, _| None,
        year_before: |_, _| None,
        year_in_words: |_, _| None,
        behind_year: &[],
        modifier: |_, _| None,
        about: |_, _| None,
        openers: &[],
        articles: &[],
        hours_from: &[],
        hours_until: &[],
        years_to: &[],
        ends: |_, _, _| false,
        in_year: &[],
        asides: &[],
        sign: |_, _| Sign::Nothing,
        beside: |_, _, _| None,
        sentences: |text| dateline_text::sentences(text, &dateline_text::Stops::NONE),
    };

    /// All words at which a class may begin, in small letters. A holiday begins
    /// with the first word of its name.
    pub(crate) fn opening_words(&self) -> impl Iterator<Item = &'static str> {
        fn keys<V>(table: &'static [(&'static str, V)]) -> impl Iterator<Item = &'static str> {
            table.iter().map(|row| row.0)
        }
        (keys(self.months).chain(keys(self.short_months)))
            .chain(keys(self.weekdays))
            .chain(keys(self.short_weekdays))
            .chain(keys(self.weekday_plurals))
            .chain(keys(self.weekday_parts))
            .chain(keys(self.cardinals))
            .chain(keys(self.ordinals))
            .chain(keys(self.units))
            .chain(keys(self.seasons))
            .chain(keys(self.day_parts))
            .chain(keys(self.holidays).filter_map(|name| name.split(' ').next()))
            .chain(self.closing.iter().copied())
            .chain(self.openers.iter().copied())
    }

    /// Classes that begin with words of some tables and with nothing else, and these words, in small letters.
    pub(crate) fn tables(&self) -> [(&'static [Class], Vec<&'static str>); 6] {
        fn keys<V>(table: &'static [(&'static str, V)]) -> impl Iterator<Item = &'static str> {
            table.iter().map(|row| row.0)
        }
        let months = keys(self.months).chain(keys(self.short_months));
        let weekdays = keys(self.weekdays).chain(keys(self.short_weekdays));
        let weekdays = weekdays.chain(keys(self.weekday_parts));
        [
            (&[Class::Month, Class::FullMonth], months.collect()),
            (&[Class::Weekday, Class::AnyWeekday], weekdays.collect()),
            (&[Class::WeekdayPlural], keys(self.weekday_plurals).collect()),
            (
                &[
                    Class::Unit,
                    Class::CalendarUnit,
                    Class::OneUnit,
                    Class::ManyUnits,
                    Class::Weekend,
                ],
                keys(self.units).collect(),
            ),
            (&[Class::Season], keys(self.seasons).collect()),
            (&[Class::Part], keys(self.day_parts).collect()),
        ]
    }

    /// The first table that is not sorted or holds a word that is not in small
    /// letters or is too long to be found.
    pub(crate) fn faulty_table(&self) -> Option<String> {
        fn faulty<V>(table: &[(&'static str, V)]) -> Option<&'static str> {
            let unsorted = table.windows(2).find(|pair| pair[0].0 >= pair[1].0).map(|p| p[1].0);
            let unfit =
                |word: &&str| word.len() > crate::table::LONGEST || *word != word.to_lowercase();
            unsorted.or_else(|| table.iter().map(|row| row.0).find(unfit))
        }
        let word = (faulty(self.months).or_else(|| faulty(self.short_months)))
            .or_else(|| faulty(self.weekdays))
            .or_else(|| faulty(self.short_weekdays))
            .or_else(|| faulty(self.weekday_plurals))
            .or_else(|| faulty(self.weekday_parts))
            .or_else(|| faulty(self.units))
            .or_else(|| faulty(self.seasons))
            .or_else(|| faulty(self.day_parts))
            .or_else(|| faulty(self.holidays))
            .or_else(|| faulty(self.ordinals))
            .or_else(|| faulty(self.cardinals))?;
        Some(word.to_owned())
    }
}
