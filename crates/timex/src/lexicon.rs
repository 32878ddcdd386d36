//! Token classes: what a day, a month, a number or a unit looks like.

use super::shapes::{
    about, amount, clock, day, decade, holiday, modifier, ordinal, year, year_before,
};
use super::words::Words;
use dateline_lang::en::time::words::{
    DAY_PARTS, Feast, MONTHS, SEASONS, UNITS, Unit, WEEKDAYS, look,
};

/// How many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Amount {
    /// So many, and perhaps a half.
    Exact(u32, bool),
    /// "Several", "a few".
    Vague,
}

/// What the tokens of an expression say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Parts {
    /// The year; 0 is 1 BC.
    pub(super) year: Option<i32>,
    /// 1 to 12.
    pub(super) month: Option<u8>,
    /// 1 to 31.
    pub(super) day: Option<u8>,
    /// Monday is 0.
    pub(super) weekday: Option<u8>,
    /// How many, or the how-manieth.
    pub(super) amount: Option<Amount>,
    /// Days, weeks …
    pub(super) unit: Option<Unit>,
    /// TimeML's code of a season.
    pub(super) season: Option<&'static str>,
    /// TimeML's code of a part of the day.
    pub(super) part: Option<&'static str>,
    /// Hour and minute.
    pub(super) clock: Option<(u8, u8)>,
    /// How many at most, where a range is given.
    pub(super) until: Option<Amount>,
    /// A holiday whose day depends on the year; `day` is near it.
    pub(super) feast: Option<Feast>,
}

impl Parts {
    /// These parts, and `other`'s where these say nothing.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            year: self.year.or(other.year),
            month: self.month.or(other.month),
            day: self.day.or(other.day),
            weekday: self.weekday.or(other.weekday),
            amount: self.amount.or(other.amount),
            unit: self.unit.or(other.unit),
            season: self.season.or(other.season),
            part: self.part.or(other.part),
            clock: self.clock.or(other.clock),
            feast: self.feast.or(other.feast),
            until: other.amount.filter(|_| self.amount.is_some()).or(self.until).or(other.until),
        }
    }
}

macro_rules! classes {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// What a pattern's upper-case word stands for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Class { $($(#[$doc])* $variant,)* }
        impl Class {
            /// All of them.
            pub(super) const ALL: &[Class] = &[$(Class::$variant,)*];
            /// The class with that name in patterns.
            pub(super) fn named(name: &str) -> Option<Self> {
                match name { $($name => Some(Class::$variant),)* _ => None }
            }
        }
    };
}

classes! {
    /// "16", "16th".
    Day = "DAY",
    /// "16th" only, or "sixteenth".
    Ordinal = "ORD",
    /// A month's name or its short form, with a capital.
    Month = "MONTH",
    /// A month's full name, with a capital.
    FullMonth = "FULLMONTH",
    /// A month as one or two digits.
    MonthDigits = "MM",
    /// A day as one or two digits.
    DayDigits = "DD",
    /// Four digits that may be a year.
    Year = "YEAR",
    /// Four digits inside a date in digits.
    YearDigits = "YYYY",
    /// The last two digits of a year, after one with four.
    YearTail = "YY",
    /// "480 BC".
    YearBefore = "BCYEAR",
    /// Up to four digits, where "BC" follows later.
    YearBeforeHead = "BCHEAD",
    /// "1990s", "the nineties".
    Decade = "DECADE",
    /// "Mondays".
    WeekdayPlural = "WEEKDAYS",
    /// "Last" or "final" before "quarter".
    LastOrdinal = "LAST",
    /// A weekday's full name.
    Weekday = "WEEKDAY",
    /// A weekday's name or its short form.
    AnyWeekday = "WDAY",
    /// "three", "24", "several".
    Number = "NUM",
    /// The same, or "a".
    Amount = "ANUM",
    /// A unit of time.
    Unit = "UNIT",
    /// A unit that a calendar has: day to century.
    CalendarUnit = "CALUNIT",
    /// One such unit.
    OneUnit = "ONEUNIT",
    /// Several units.
    ManyUnits = "MANYUNITS",
    /// "Weekend".
    Weekend = "WEEKEND",
    /// A season.
    Season = "SEASON",
    /// "morning", "night".
    Part = "PART",
    /// "14:30", "2:30 p.m.", "5pm".
    Clock = "CLOCK",
    /// A holiday on a fixed day.
    Holiday = "HOLIDAY",
    /// "early", "the end of", "mid-".
    Modifier = "MOD",
    /// "over", "about", "at least".
    About = "ABOUT",
    /// A hyphen or a dash.
    Dash = "DASH",
}

/// How many tokens, and what they say.
pub(super) type Said = Option<(usize, Parts)>;

impl Class {
    /// How many tokens from `at` on are of this class, and what they say.
    pub(super) fn at(self, words: &Words<'_>, at: usize) -> Said {
        if words.begins(at, self) { self.read(words, at) } else { None }
    }

    /// The same, before [`Words`] knows its classes.
    pub(super) fn read(self, words: &Words<'_>, at: usize) -> Said {
        let parts = Parts::default();
        match self {
            Class::Day => day(words, at).map(|(n, day)| (n, Parts { day: Some(day), ..parts })),
            Class::Ordinal => {
                let (length, n) = ordinal(words, at)?;
                let day = u8::try_from(n).ok().filter(|d| (1..=31).contains(d));
                Some((length, Parts { amount: Some(Amount::Exact(n, false)), day, ..parts }))
            }
            Class::Month | Class::FullMonth => {
                let word = words.get(at);
                let month = look(&MONTHS, word).filter(|_| words.capital(at))?;
                let short = word.len() == 3 && month != 5 || word.len() == 4 && month == 9;
                if short && self == Class::FullMonth {
                    return None;
                }
                let stop = usize::from(short && words.is(at + 1, ".") && words.touches(at + 1));
                Some((1 + stop, Parts { month: Some(month), ..parts }))
            }
            Class::MonthDigits => {
                let month = words.number(at, 2).filter(|m| (1..=12).contains(m))? as u8;
                Some((1, Parts { month: Some(month), ..parts }))
            }
            Class::DayDigits => {
                let day = words.number(at, 2).filter(|d| (1..=31).contains(d))? as u8;
                Some((1, Parts { day: Some(day), ..parts }))
            }
            Class::Year => year(words, at).map(|y| (1, Parts { year: Some(y), ..parts })),
            Class::YearDigits => {
                let year = words.number(at, 4).filter(|y| (1000..2200).contains(y))?;
                Some((1, Parts { year: Some(year as i32), ..parts }))
            }
            Class::YearTail => {
                let tail = words.number(at, 2).filter(|_| words.get(at).len() == 2)?;
                Some((1, Parts { amount: Some(Amount::Exact(tail, false)), ..parts }))
            }
            Class::YearBefore => {
                let (length, year) = year_before(words, at)?;
                Some((length, Parts { year: Some(year), ..parts }))
            }
            Class::YearBeforeHead => {
                let year = words.number(at, 4).filter(|y| *y > 0)?;
                Some((1, Parts { year: Some(1 - year as i32), ..parts }))
            }
            Class::Decade => {
                let (length, year) = decade(words, at)?;
                Some((length, Parts { year: Some(year), ..parts }))
            }
            Class::WeekdayPlural => {
                let weekday = look(&WEEKDAYS, words.get(at).strip_suffix('s')?)?;
                let full = words.get(at).len() >= 7 && words.capital(at);
                full.then_some((1, Parts { weekday: Some(weekday), ..parts }))
            }
            Class::LastOrdinal => words
                .is_any(at, &["last", "final"])
                .then_some((1, Parts { amount: Some(Amount::Exact(4, false)), ..parts })),
            Class::Weekday | Class::AnyWeekday => {
                let word = words.get(at);
                let weekday = look(&WEEKDAYS, word)?;
                let full = word.len() >= 6;
                let fits = if full { true } else { self == Class::AnyWeekday && words.capital(at) };
                fits.then_some((1, Parts { weekday: Some(weekday), ..parts }))
            }
            Class::Number => amount(words, at, false),
            Class::Amount => amount(words, at, true),
            Class::Unit | Class::CalendarUnit => {
                let unit = look(&UNITS, words.get(at))?;
                let calendar = !matches!(unit, Unit::Second | Unit::Minute | Unit::Hour);
                (calendar || self == Class::Unit)
                    .then_some((1, Parts { unit: Some(unit), ..parts }))
            }
            Class::OneUnit | Class::ManyUnits => {
                let unit = look(&UNITS, words.get(at))?;
                let clock = matches!(unit, Unit::Second | Unit::Minute | Unit::Hour);
                let many = words.get(at).ends_with(['s', 'S']);
                (many == (self == Class::ManyUnits) && (many || !clock))
                    .then_some((1, Parts { unit: Some(unit), ..parts }))
            }
            Class::Weekend => {
                let one = !words.get(at).ends_with(['s', 'S']);
                let unit =
                    look(&UNITS, words.get(at)).filter(|unit| one && *unit == Unit::Weekend)?;
                Some((1, Parts { unit: Some(unit), ..parts }))
            }
            Class::Season => {
                let season = look(&SEASONS, words.get(at))?;
                Some((1, Parts { season: Some(season), ..parts }))
            }
            Class::Part => {
                let part = look(&DAY_PARTS, words.get(at))?;
                Some((1, Parts { part: Some(part), ..parts }))
            }
            Class::Clock => clock(words, at).map(|(n, c)| (n, Parts { clock: Some(c), ..parts })),
            Class::Holiday => holiday(words, at),
            Class::Modifier => modifier(words, at).map(|length| (length, parts)),
            Class::About => about(words, at).map(|length| (length, parts)),
            Class::Dash => words.dash(at).then_some((1, parts)),
        }
    }
}
