//! English time expressions.

mod asides;
mod clock;
mod counts;
mod cues;
mod guards;
mod numbers;
mod ranges;
mod rows;
mod shapes;
mod tense;
pub mod words;

use dateline_timex::{Grammar, Language};

/// The time expressions of English.
pub static ENGLISH: Language = Language::new(Grammar {
    rows: rows::ROWS,
    months: &words::MONTHS,
    short_months: &words::SHORT_MONTHS,
    hijri_months: &words::HIJRI_MONTHS,
    weekdays: &words::WEEKDAYS,
    short_weekdays: &words::SHORT_WEEKDAYS,
    weekday_plurals: &words::WEEKDAY_PLURALS,
    units: &words::UNITS,
    seasons: &words::SEASONS,
    day_parts: &words::DAY_PARTS,
    holidays: &words::HOLIDAYS,
    ordinals: &words::ORDINALS,
    cardinals: &words::CARDINALS,
    ordinal_marks: &["st", "nd", "rd", "th"],
    closing: &["last", "final"],
    amount: numbers::amount,
    clock: clock::clock,
    decade: shapes::decade,
    year_before: shapes::year_before,
    year_in_words: numbers::year_in_words,
    behind_year: &shapes::BEHIND_YEAR,
    modifier: shapes::modifier,
    about: shapes::about,
    openers: &shapes::OPENERS,
    articles: &["a", "an", "its", "that", "the", "these", "this"],
    hours_from: &["from"],
    hours_until: &["to", "until"],
    years_to: &["to"],
    ends: ranges::ends,
    in_year: &["in", "of"],
    asides: &asides::ASIDES,
    sign: tense::sign,
    beside: tense::beside,
    sentences: super::sentences::sentences,
    ..Grammar::EMPTY
});
