//! German time expressions: closed classes, in the notation of `dateline_timex::row`.
//!
//! An article or a preposition that it is fused with ("am", "im", "vom") stays outside the
//! expression; "vor" and "in" before an amount belong to it, since they say which way it goes.

mod asides;
pub mod cldr;
mod guards;
mod ranges;
mod rows;
mod shapes;
mod signs;
mod words;

use dateline_timex::{
    Amount, Class, Continues, Count, Feast, Found, Grammar, Language, Parts, Reading, Row, Said,
    Sign, Tense, Tokens, Unit, free, listed, look, row, whole_number,
};

/// The time expressions of German.
pub static GERMAN: Language = Language::new(Grammar {
    rows: &rows::ROWS,
    sets: &rows::SETS,
    months: &cldr::MONTHS,
    short_months: &cldr::SHORT_MONTHS,
    weekdays: &words::WEEKDAYS,
    short_weekdays: &cldr::SHORT_WEEKDAYS,
    weekday_plurals: &words::WEEKDAY_PLURALS,
    weekday_parts: &words::WEEKDAY_PARTS,
    capital_weekdays: false,
    capital_nouns: true,
    units: &words::UNITS,
    seasons: &words::SEASONS,
    day_parts: &words::DAY_PARTS,
    holidays: &words::HOLIDAYS,
    ordinals: &words::ORDINALS,
    cardinals: &words::CARDINALS,
    ordinal_marks: &["."],
    amount: shapes::amount,
    clock: shapes::clock,
    decade: shapes::decade,
    year_before: shapes::year_before,
    modifier: shapes::modifier,
    about: shapes::about,
    openers: &shapes::OPENERS,
    articles: &["das", "dem", "den", "der", "des", "die"],
    hours_from: &["von"],
    hours_until: &["bis"],
    years_to: &["bis"],
    ends: ranges::ends,
    asides: &asides::ASIDES,
    sign: signs::sign,
    beside: signs::beside,
    sentences: super::sentences::sentences,
    ..Grammar::EMPTY
});
