//! A rule is a row; what it found in a text is its match.

use crate::parts::{Parts, Unit};
use crate::tokens::Tokens;

/// One rule of a language.
///
/// ```
/// use dateline_timex::{Reading, Row, free, row};
/// const YESTERDAY: Row = row(
///     "today/gestern",
///     "gestern [PART]",
///     Reading::Today(-1),
///     free,
///     "Sie gingen [gestern].",
///     "2025-05-27",
///     "Sie leben von gestrigem Brot.",
/// );
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Its name, which reaches the output. Nothing behaves by it.
    pub name: &'static str,
    /// The tokens it matches, in the notation of [`row`].
    pub pattern: &'static str,
    /// How its parts become a value.
    pub reading: Reading,
    /// What must hold around it.
    pub guard: Guard,
    /// What it goes on from, for a row that begins no expression of its own.
    pub continues: Option<Continues>,
    /// Whether its word alone, in a history, means "these days" and no day:
    /// such a word does not show that a text speaks of its own day.
    pub these_days: bool,
    /// A text that it matches, with the expression in brackets, read as if
    /// printed on Wednesday 28 May 2025.
    pub example: &'static str,
    /// The value of the expression in the example.
    pub value: &'static str,
    /// A text that looks like the expression and must not match this row.
    pub near_miss: &'static str,
}

/// A row. The pattern is words apart by spaces. A word with a small letter, or
/// a mark, stands for itself whatever the case of the text; a word in capitals
/// names a [`Class`](crate::Class). `a|b` is either, `[x]` may be absent, `~x` touches the
/// token before it. What follows a lone `>` must come next but stays outside
/// the expression.
///
/// Words are cut as `dateline_text::tokens` cuts them: "12." is the two tokens
/// `12` and `.`, written `DAY ~.`; "Year's" is `year 's`.
pub const fn row(
    name: &'static str,
    pattern: &'static str,
    reading: Reading,
    guard: Guard,
    example: &'static str,
    value: &'static str,
    near_miss: &'static str,
) -> Row {
    Row {
        name,
        pattern,
        reading,
        guard,
        continues: None,
        these_days: false,
        example,
        value,
        near_miss,
    }
}

impl Row {
    /// The same row, going on from the expression just before it without a
    /// preposition of its own: the "14" of "May 12 to 14".
    #[must_use]
    pub const fn after(mut self, continues: Continues) -> Self {
        self.continues = Some(continues);
        self
    }

    /// The same row, whose word alone may mean "these days".
    #[must_use]
    pub const fn or_these_days(mut self) -> Self {
        self.these_days = true;
        self
    }
}

/// What must hold around a match: a question to the text and to what was found.
pub type Guard = fn(&Tokens<'_>, &Found) -> bool;

/// The guard of rows that need none.
pub fn free(_: &Tokens<'_>, _: &Found) -> bool {
    true
}

/// The guard of numbers: the match is no piece of a longer number, code or path.
pub fn whole_number(tokens: &Tokens<'_>, found: &Found) -> bool {
    let before = tokens.before(found.start);
    let glued =
        tokens.touches(found.start) && matches!(before, "-" | "/" | "." | ":" | "+" | "$" | "#");
    let goes_on = tokens.touches(found.end)
        && tokens.is_any(found.end, &["/", "-", "%"])
        && tokens.touches(found.end + 1);
    !(glued || goes_on || tokens.number_came_before(found.start))
}

/// What a row without a beginning of its own goes on from, and so inherits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Continues {
    /// A date with its day: month and year are inherited.
    Day,
    /// A month without a year: nothing is inherited.
    Month,
    /// A year alone: it is inherited.
    Year,
    /// A unit against publication ("this year or"): the unit is inherited.
    Unit,
}

impl Continues {
    /// What the row takes from the expression before; `None` where the two do
    /// not fit.
    pub(crate) fn inherited(self, last: &Found) -> Option<Parts> {
        let Parts { year, month, day, unit, part, .. } = last.parts;
        let stepped = matches!(last.reading(), Reading::Deictic(_));
        if part.is_some() || !(stepped || last.reading() == Reading::Date) {
            return None;
        }
        let known = Parts { year, month, ..Parts::default() };
        match self {
            Self::Unit if stepped => {
                unit.map(|unit| Parts { unit: Some(unit), ..Parts::default() })
            }
            _ if stepped => None,
            Self::Unit => None,
            Self::Day => (month.is_some() && day.is_some()).then_some(known),
            Self::Month => {
                (month.is_some() && day.is_none() && year.is_none()).then_some(Parts::default())
            }
            Self::Year => (year.is_some_and(|y| y > 0) && month.is_none()).then_some(known),
        }
    }
}

/// One expression that was found.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    /// The row that it follows.
    pub row: &'static Row,
    /// Its first token.
    pub start: usize,
    /// One past its last token.
    pub end: usize,
    /// What its tokens say.
    pub parts: Parts,
}

impl Found {
    /// How it becomes a value.
    pub fn reading(&self) -> Reading {
        self.row.reading
    }

    /// How many tokens it has.
    pub fn length(&self) -> usize {
        self.end - self.start
    }

    /// Whether it is a time of day that leaves the day to its neighbours.
    pub(crate) fn is_time_alone(&self) -> bool {
        matches!(self.reading(), Reading::Clock | Reading::Part | Reading::PartIs(_))
    }
}

/// How the parts of an expression become a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Year, month and day as far as given; the rest from the context.
    Date,
    /// A month or a day in the year that the text is at.
    InThatYear,
    /// A month, day or season of the year so many from publication's.
    InYear(i32),
    /// A day in the month that the text is at.
    InThatMonth,
    /// Two digits of the century of the year before.
    YearTail,
    /// Ten years.
    Decade,
    /// The century before Christ with that ordinal.
    CenturyBefore,
    /// The century with that ordinal.
    Century,
    /// A season, with its year or without.
    Season,
    /// A quarter.
    Quarter,
    /// A quarter of the year that lies so many from publication's.
    QuarterNear(i32),
    /// A quarter, or the one named last, a year before.
    QuarterBefore,
    /// The quarter named last, in the printed year.
    QuarterOf,
    /// The quarter named last, or the last that was over at publication.
    LatestQuarter,
    /// The quarter or year named last, a year before.
    YearBefore,
    /// A half of the year that lies so many from publication's.
    HalfNear(i32),
    /// A year of an era that begins the year after that one.
    EraYear(i32),
    /// Two digits of a year; the century from the context.
    ShortYear,
    /// The day before (−1) or after (1) a holiday.
    HolidayNext(i32),
    /// A half of a year.
    Half,
    /// A day near publication: −1 is yesterday.
    Today(i32),
    /// The night of a day near publication: −1 is last night.
    Tonight(i32),
    /// A unit, weekday, month or season against publication: −1 is the last.
    Deictic(i32),
    /// A weekday of the week that lies so many from publication's: −1 is last week's.
    WeekdayOf(i32),
    /// So many of that unit from publication's.
    Near(Unit, i32),
    /// A unit, weekday, month or season against the text: 0 is that one.
    Story(i32),
    /// So many units before (−1) or after (1) publication.
    FromPublished(i32),
    /// So many units before (−1) or after (1) the date last named.
    FromStory(i32),
    /// The same, counted from a happening that the words behind it name.
    FromEvent(i32),
    /// The week that holds a day.
    WeekOf,
    /// The weekend of the week that holds a day.
    WeekendOf,
    /// A year or month that the context names: "the end of the year".
    OfContext,
    /// The same by its article alone, "for the year": after a fourth quarter
    /// the year that it closed.
    TheUnit,
    /// A time of day.
    Clock,
    /// A part of the day that the text is at.
    Part,
    /// A part of any day.
    AnyDay(&'static str),
    /// A fixed part of the day that the text is at.
    PartIs(&'static str),
    /// A length of time.
    Duration,
    /// A length of time with that value.
    Length(&'static str),
    /// A length of time from one count to another, read as the longer.
    DurationTo,
    /// A length of time from now on; in a story the unit that comes next.
    SpanAhead,
    /// So many and a half of a unit named between them: "a year and a half".
    AndHalf,
    /// So many of that unit, whose word is another elsewhere: "a 30-second spot".
    DurationOf(Unit),
    /// Half of a unit.
    HalfOf,
    /// Some of a unit, as in "for weeks".
    SomeOf,
    /// Something that recurs.
    Every,
    /// A part of every such weekday, or of every day.
    EveryPart(&'static str),
    /// How often by the side of a count or a price: "ten dollars a year".
    Rate,
    /// Something that recurs at every second unit.
    EveryOther,
    /// The so-manieth such weekday of a month; with 5 the last.
    NthWeekday,
    /// The last such weekday of a month.
    LastWeekday,
    /// The date named last.
    ThatTime,
    /// Some hours from the day named last, which it names again and does not date.
    SameDay,
    /// One such weekday, of no week.
    SomeDay,
    /// "Former", which only histories count among times.
    Former,
    /// TimeML's word for a vague reference.
    Reference(&'static str),
    /// A vague time, to come where the sentence looks ahead, else past.
    OneDay,
    /// A vague time to come, where the sentence looks ahead.
    Soon,
    /// A set with that value.
    Set(&'static str),
    /// One calendar day that its name fixes.
    Fixed(i16, i8, i8),
}
