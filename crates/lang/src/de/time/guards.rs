//! What must hold around a match: the persons, counts, papers, titles and idioms that look like
//! times.
//!
//! German nouns have a capital wherever they stand, so a capital tells little; the preposition
//! before a time and the case of an adverb tell more.

mod day;
mod year;

pub use day::{
    adverb, at_weekend, bare_day_month, capital, day_month, few_days, hour, introduced_part,
    morning_word, night_from, paper_today, weekday, weekly,
};
pub use year::year;

use super::signs::sign;
use super::words::COUNTED;
use super::{Class, Found, Sign, Tokens, Unit, listed, whole_number};

/// No hyphen joins it to a further noun: "am letzten Oktober-Wochenende".
pub fn apart(tokens: &Tokens<'_>, found: &Found) -> bool {
    !compound(tokens, found.end)
}

/// The amount is no piece of a longer number or word.
pub fn letters_apart(tokens: &Tokens<'_>, found: &Found) -> bool {
    !number_goes_on(tokens, found.end)
        && !compound(tokens, found.end)
        && whole_number(tokens, found)
}

fn number_goes_on(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.touches(at)
        && tokens.is_any(at, &[".", ",", ":"])
        && tokens.touches(at + 1)
        && tokens.is_number(at + 1)
}

/// The last two digits of a year: no count, no longer number.
pub fn counted(tokens: &Tokens<'_>, found: &Found) -> bool {
    let next = tokens.get(found.end);
    !number_goes_on(tokens, found.end)
        && !compound(tokens, found.end)
        && !matches!(next, "%" | "/" | "-")
        && !listed(&COUNTED, next)
        && !tokens.begins(found.end, Class::FullMonth)
}

/// Prepositions before which a month or a season is one.
const STRONG: [&str; 6] = ["ab", "bis", "im", "pro", "seit", "spätestens"];
/// Words that it shares with names.
#[rustfmt::skip]
const WEAK: [&str; 21] = [
    "bereits", "den", "der", "des", "erst", "für", "gegen", "jeden", "monat", "monats", "nach",
    "noch", "nun", "schon", "vom", "von", "vor", "wie", "zu", "zum", "zwischen",
];

/// A bare month: Mai, März and August are names of persons and firms too.
pub fn month(tokens: &Tokens<'_>, found: &Found) -> bool {
    if compound(tokens, found.end) || compounded(tokens, found.start) {
        return false;
    }
    // The day before it belongs to a name: "Straße des 17. Juni".
    if found.start >= 2 && ordinal_stop(tokens, found.start - 1) {
        return false;
    }
    let before = tokens.before(found.start);
    if found.length() > 1 || listed(&STRONG, before) {
        return true;
    }
    if paired(tokens, found.start) {
        return true;
    }
    let name_like = matches!(found.parts.month, Some(3 | 5 | 8));
    if listed(&WEAK, before) {
        return !(name_like && tokens.capital(found.end));
    }
    !name_like
        && (opens(tokens, found.start) || !tokens.capital(found.start - 1))
        && !tokens.capital(found.end)
}

/// "Im April und Mai": a month before it that is one, since a preposition or a
/// beginning stands before that.
fn paired(tokens: &Tokens<'_>, at: usize) -> bool {
    let joined = at >= 2
        && (tokens.is_any(at - 1, &["und", "oder", "bis", ",", "/"]) || tokens.dash(at - 1))
        && (tokens.begins(at - 2, Class::FullMonth) || tokens.begins(at - 2, Class::Season));
    joined && {
        let before = tokens.before(at - 2);
        listed(&STRONG, before)
            || listed(&WEAK, before)
            || tokens.begins(at.wrapping_sub(3), Class::Modifier)
            || opens(tokens, at - 2)
            || paired(tokens, at - 2)
    }
}

/// A bare season: a preposition before it, no family name.
pub fn season(tokens: &Tokens<'_>, found: &Found) -> bool {
    let modified = found.length() > 1;
    let before = tokens.before(found.start);
    !compound(tokens, found.end)
        && (modified || listed(&STRONG, before) || paired(tokens, found.start))
}

/// A week, month or year that is near: no day, since "am letzten Tag" is the last of something.
pub fn no_day(tokens: &Tokens<'_>, found: &Found) -> bool {
    if found.parts.unit == Some(Unit::Day) || compound(tokens, found.end) {
        return false;
    }
    // "In der letzten Woche des Krieges" counts from its end.
    let first = tokens.get(found.start);
    let last = first.starts_with("letzt") || first.starts_with("vorletzt");
    let article = tokens.is_any(found.start.wrapping_sub(1), &["der", "die", "das", "den", "dem"]);
    let of = tokens.is_any(found.end, &["des", "der", "von", "vom", "vor"])
        || tokens.is(found.end, "im") && tokens.begins(found.end + 1, Class::FullMonth);
    !(last && of && (article || tokens.is(found.end, "des")))
}

/// A day.
pub fn one_day(tokens: &Tokens<'_>, found: &Found) -> bool {
    found.parts.unit == Some(Unit::Day) && !compound(tokens, found.end)
}

/// A calendar's units in the plural, of nothing that ends or begins.
pub fn some_units(tokens: &Tokens<'_>, found: &Found) -> bool {
    let of = tokens.is_any(found.end, &["des", "der", "von", "vom", "vor"]);
    !of && !matches!(found.parts.unit, Some(Unit::Minute | Unit::Second))
}

/// How many tokens on either side tell whether a sentence looks back.
const REACH: usize = 25;

/// "In zwei Wochen" from now, where nothing in the clause looks back: what was built "in zwei
/// Wochen" took so long.
pub fn ahead(tokens: &Tokens<'_>, found: &Found) -> bool {
    let ends = |at: &usize| {
        let stop = tokens.is_any(*at, &[".", "!", "?", ";"]);
        stop && (opens(tokens, at + 1) && !tokens.is_number(at.saturating_sub(1)))
    };
    let back = |at: usize| sign(tokens, at) == Sign::Back;
    let told = (found.end..(found.end + REACH).min(tokens.count()))
        .take_while(|at| !ends(at))
        .chain((found.start.saturating_sub(REACH)..found.start).rev().take_while(|at| !ends(at)))
        .any(back);
    let often = tokens.is_any(found.start.wrapping_sub(1), &["mal", "einmal", "zweimal"]);
    !told && !often && letters_apart(tokens, found)
}

/// "Ein Jahr" is a length of time after a word that measures.
pub fn measured(tokens: &Tokens<'_>, found: &Found) -> bool {
    const MEASURES: [&str; 10] = [
        "binnen",
        "dauerte",
        "dauert",
        "für",
        "innerhalb",
        "nach",
        "noch",
        "seit",
        "um",
        "weitere",
    ];
    let measured = tokens.is_any(found.start.wrapping_sub(1), &MEASURES);
    let about = found.length() > 2;
    (measured || about) && letters_apart(tokens, found) && found.parts.unit != Some(Unit::Second)
}

/// "Seit Jahren": units in the plural after a word that measures.
pub fn lasting(tokens: &Tokens<'_>, found: &Found) -> bool {
    let many = tokens.begins(found.start, Class::ManyUnits);
    many && tokens.is_any(found.start.wrapping_sub(1), &["seit", "nach", "binnen", "für", "über"])
}

/// Whether a sentence, a line or a quotation begins at token `at`.
fn opens(tokens: &Tokens<'_>, at: usize) -> bool {
    const MARKS: [&str; 13] = [
        ".", "!", "?", ":", "\u{201E}", "\u{201C}", "\u{BB}", "\u{AB}", "\"", "(", "\u{2013}", ";",
        "\u{2014}",
    ];
    at == 0
        || tokens.begins_line(at)
        || MARKS.contains(&tokens.before(at)) && !ordinal_stop(tokens, at - 1)
}

/// Whether token `at` is the full stop of an ordinal, which ends no sentence.
fn ordinal_stop(tokens: &Tokens<'_>, at: usize) -> bool {
    at > 0 && tokens.is(at, ".") && tokens.number(at - 1, 2).is_some()
}

/// Whether a hyphen joins a word to what ends before token `at`: "Mai-Fest".
fn compound(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.touches(at)
        && tokens.dash(at)
        && tokens.touches(at + 1)
        && tokens.get(at + 1).starts_with(char::is_alphabetic)
        && !tokens.begins(at + 1, Class::Month)
        && !tokens.begins(at + 1, Class::Weekday)
        && !tokens.begins(at + 1, Class::Season)
}

/// Whether a hyphen joins token `at` to a word before it: "Rosa-März".
fn compounded(tokens: &Tokens<'_>, at: usize) -> bool {
    at >= 2
        && tokens.touches(at)
        && tokens.dash(at - 1)
        && tokens.touches(at - 1)
        && tokens.get(at - 2).starts_with(char::is_alphabetic)
        && !tokens.begins(at - 2, Class::Month)
}
