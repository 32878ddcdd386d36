//! What the tokens of an expression say, and the classes of tokens that say it.

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Seconds.
    Second,
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Days.
    Day,
    /// Weeks, Monday to Sunday.
    Week,
    /// Saturday and Sunday.
    Weekend,
    /// Calendar months.
    Month,
    /// Quarters of a year.
    Quarter,
    /// Calendar years.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

impl Unit {
    /// Whether a calendar has it: a day or longer.
    pub fn is_calendar(self) -> bool {
        !matches!(self, Self::Second | Self::Minute | Self::Hour)
    }
}

/// Whether the form of a noun speaks of one or of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// "week".
    One,
    /// "weeks".
    Many,
    /// A form that is both.
    Either,
}

/// How the calendar fixes a holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feast {
    /// On that month and day.
    On(u8, u8),
    /// In that month, on that weekday (Monday is 0), the so-manieth; the fifth
    /// is the last.
    Nth(u8, u8, u8),
    /// So many days after Easter Sunday of the western churches; from 1583 on.
    Easter(i16),
}

/// How many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// So many, and perhaps a half.
    Exact(u32, bool),
    /// "Several", "a few".
    Vague,
}

/// What the tokens of an expression say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// The year; 0 is 1 BC.
    pub year: Option<i32>,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31.
    pub day: Option<u8>,
    /// Monday is 0.
    pub weekday: Option<u8>,
    /// How many, or the how-manieth.
    pub amount: Option<Amount>,
    /// Days, weeks …
    pub unit: Option<Unit>,
    /// TimeML's code of a season.
    pub season: Option<&'static str>,
    /// TimeML's code of a part of the day.
    pub part: Option<&'static str>,
    /// Hour and minute.
    pub clock: Option<HourMinute>,
    /// How many at most, where a range is given.
    pub until: Option<Amount>,
    /// A holiday whose day depends on the year; `day` is near it.
    pub feast: Option<Feast>,
}

impl Parts {
    /// These parts, and `other`'s where these say nothing.
    pub(crate) fn or(self, other: Self) -> Self {
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
        pub enum Class { $($(#[$doc])* $variant,)* }
        impl Class {
            /// All of them.
            pub(crate) const ALL: &[Class] = &[$(Class::$variant,)*];
            /// The class with that name in patterns.
            pub(crate) fn named(name: &str) -> Option<Self> {
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
    /// Four digits from 2200 on, which are a year only where nothing counts with them.
    FarYear = "FARYEAR",
    /// The year behind a day and a month: any of these, one with its era, or three digits before a
    /// mark.
    DateYear = "DATEYEAR",
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

/// Hour and minute.
pub type HourMinute = (u8, u8);

/// How many tokens something takes, and what they say.
pub type Said = Option<(usize, Parts)>;
