//! English time expressions: one row a rule.
//!
//! The longest match wins; of equally long ones the row that stands first.
//! The example marks the expression with brackets and is read as if printed
//! on Wednesday 28 May 2025.

pub mod cues;
mod rows;
pub mod words;

pub use rows::RULES;

/// One rule.
pub struct Rule {
    /// Its name, which reaches the output.
    pub name: &'static str,
    /// The tokens it matches; see `timex/pattern.rs`.
    pub pattern: &'static str,
    /// How its parts become a value.
    pub reading: Reading,
    /// What must hold around it.
    pub guard: Guard,
    /// A text that it matches, with the expression in brackets.
    pub example: &'static str,
    /// The value of the expression in the example.
    pub value: &'static str,
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
    /// Two digits of a year; the century from the context.
    ShortYear,
    /// The day before (−1) or after (1) a holiday.
    HolidayNext(i32),
    /// A half of a year.
    Half,
    /// A day near publication: −1 is yesterday.
    Today(i32),
    /// A unit, weekday, month or season against publication: −1 is the last.
    Deictic(i32),
    /// A unit, weekday, month or season against the text: 0 is that one.
    Story(i32),
    /// So many units before (−1) or after (1) publication.
    FromPublished(i32),
    /// So many units before (−1) or after (1) the date last named.
    FromStory(i32),
    /// The same, counted from a happening that the words behind it name.
    FromEvent(i32),
    /// The week or weekend that holds a day.
    WeekOf,
    /// A year or month that the context names: "the end of the year".
    OfContext,
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
    /// Half of a unit.
    HalfOf,
    /// Some of a unit, as in "for weeks".
    SomeOf,
    /// Something that recurs.
    Every,
    /// Something that recurs at every second unit.
    EveryOther,
    /// The date named last.
    ThatTime,
    /// "Former", which only histories count among times.
    Former,
    /// TimeML's word for a vague reference.
    Reference(&'static str),
    /// A vague time to come, where the sentence looks ahead.
    Soon,
    /// A set with that value.
    Set(&'static str),
    /// One calendar day that its name fixes.
    Fixed(i16, i8, i8),
}

/// What must hold around a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guard {
    /// Nothing.
    Free,
    /// A bare month: no verb, no person.
    Month,
    /// A bare year: no count, no label.
    Year,
    /// A bare weekday: no newspaper.
    Weekday,
    /// A bare season: a preposition before it, no name.
    Season,
    /// A number before another number's unit: no larger number before it.
    Number,
    /// "A week": a word before it that makes it a length of time.
    Article,
    /// A day and month that could be a name or a score.
    DayMonth,
    /// A word that is a time only as an adverb: no noun after it.
    Adverb,
    /// "Date" in "to date".
    ToDate,
    /// The last day of a range: no count, no date of its own.
    RangeEnd,
    /// A part of the day or an ordinal that a preposition must introduce.
    Preposition,
    /// A preposition before it, nothing more.
    Introduced,
    /// A quarter of a year, not of a game or a final.
    Quarterly,
    /// A half of a year: money or trade in its sentence, not a game.
    Business,
    /// "Now" that is not "now and again".
    Now,
    /// "Today" in the sense of these days.
    Nowadays,
    /// "Weeks" before "after" or "before": no count in front of it.
    Vaguely,
    /// "Weeks" of doing something, after a word that measures.
    OfDoing,
    /// "Two days after" with words behind it.
    Followed,
    /// An hour, not a verse or a score.
    Hour,
    /// "Overnight" as an adverb, not of rates or parcels.
    Night,
    /// "The year" after a preposition that gives it length.
    ForThe,
    /// "A year" after a count or a price.
    Rate,
    /// A word that is a time only after "at".
    AtTime,
    /// "Today" that is no newspaper's name.
    Title,
    /// An adjective before its noun.
    Adjective,
    /// "Once" for "in the past", not for a count or "as soon as".
    Once,
    /// September, after whose 11th day attacks are named.
    September,
}
