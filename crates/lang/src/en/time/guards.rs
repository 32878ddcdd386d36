//! What must hold around a match: the verbs, persons, counts, labels and
//! newspapers that look like times. Each guard is a function that a row names.

mod calendar;
mod news;
mod vague;
mod year;

use dateline_timex::{Class, Found, Parts, Tokens, Unit, digits, listed, whole_number};

use super::counts::COUNTED;

pub(super) use calendar::{month, season, weekday};
pub(super) use news::{
    adjective, business, for_the, night, of_doing, quarter_code, quarterly, rate, recurring,
    vaguely, weekends,
};
pub(super) use vague::{
    at_one_time, at_time, followed, from_now, nowadays, of_late, once, one_day, past_times,
    september, title, up_to_now,
};
pub(super) use year::year;

/// Prepositions before which nothing but a time is likely.
const TIME_PREPOSITIONS: [&str; 14] = [
    "between",
    "during",
    "early",
    "every",
    "in",
    "last",
    "late",
    "mid",
    "next",
    "since",
    "through",
    "throughout",
    "till",
    "until",
];
/// Prepositions that a time shares with other things.
const PREPOSITIONS: [&str; 15] = [
    "after", "around", "at", "before", "by", "circa", "for", "from", "of", "on", "over", "this",
    "to", "towards", "within",
];

/// Words that may follow the end of a range of days.
const AFTER_A_DAY: [&str; 17] = [
    "and", "are", "as", "but", "have", "he", "is", "it", "or", "she", "that", "the", "they", "was",
    "were", "when", "with",
];

/// A number before another number's unit: no larger number before it.
pub(super) fn number(tokens: &Tokens<'_>, found: &Found) -> bool {
    // "Three quarters of the voters" are no nine months.
    let share = found.parts.unit == Some(Unit::Quarter) && tokens.is(found.end, "of");
    // "World Cup 2018 day five" lasts no 2018 days.
    let year = tokens.begins(found.start, Class::Year) && found.length() == 2;
    let one = tokens.begins(found.end - 1, Class::OneUnit);
    !(share || year && one) && whole_number(tokens, found)
}

/// A day and month that could be a name or a score.
pub(super) fn day_month(tokens: &Tokens<'_>, found: &Found) -> bool {
    // "Oct. 31 Partners" is a firm, "April 6 Movement" a party.
    const NAMES: [&str; 11] = [
        "brigade",
        "co",
        "committee",
        "corp",
        "foundation",
        "fund",
        "group",
        "inc",
        "movement",
        "organization",
        "partners",
    ];
    let (before, next) = (tokens.before(found.start), tokens.get(found.end));
    let glued = tokens.touches(found.start) && matches!(before, "." | ":" | "/");
    let name = tokens.capital(found.end) && listed(&NAMES, next);
    !(glued || name || next == "%" || listed(&COUNTED, next))
}

/// A date of a wire's head, "02-17-98": on a line of its own or before an hour; elsewhere three numbers are a score.
pub(super) fn wire_date(tokens: &Tokens<'_>, found: &Found) -> bool {
    let two = tokens.get(found.start).len() == 2 && tokens.get(found.start + 2).len() == 2;
    // "02-17-98 1321EST".
    let clock = tokens.get(found.end).len() == 4 && tokens.begins(found.end, Class::Clock);
    let alone = tokens.begins_line(found.start) || tokens.begins_line(found.end) || clock;
    two && alone && number(tokens, found) && !tokens.dash(found.end)
}

/// "May the sixteenth", "May sixteenth": no noun that the ordinal counts, as in "in May second
/// graders".
pub(super) fn ordinal_day(tokens: &Tokens<'_>, found: &Found) -> bool {
    let next = tokens.get(found.end);
    let free = !next.starts_with(char::is_alphanumeric)
        || listed(&AFTER_A_DAY, next)
        || listed(&PREPOSITIONS, next)
        || listed(&TIME_PREPOSITIONS, next);
    free && !tokens.dash(found.end) && day_month(tokens, found)
}

/// The last day of a range: no count, no date of its own.
pub(super) fn range_end(tokens: &Tokens<'_>, found: &Found) -> bool {
    let next = tokens.get(found.end);
    let date = tokens.begins(found.end, Class::Month);
    let noun = next.starts_with(|c: char| c.is_ascii_lowercase())
        && !listed(&PREPOSITIONS, next)
        && !listed(&TIME_PREPOSITIONS, next)
        && !listed(&AFTER_A_DAY, next);
    let dash = tokens.dash(found.start - 1);
    // "Raised on April 29 to 5 on the scale", "Feb. 7 - 18 hours ago".
    let first = tokens.number(found.start.wrapping_sub(2), 2);
    let back = first.zip(found.parts.day).is_some_and(|(first, last)| u32::from(last) <= first);
    let counted = listed(&COUNTED, next) || tokens.begins(found.end, Class::Unit);
    !back && !counted && !date && (dash || !noun) && !matches!(next, "%" | ":" | "-")
}

/// A day inside a list of days: its last item is no count.
pub(super) fn list_item(tokens: &Tokens<'_>, found: &Found) -> bool {
    let comma = usize::from(tokens.is(found.end, ","));
    let last = found.end + comma + 1;
    let parts = Parts { day: digits::day(tokens, last), ..found.parts };
    range_end(tokens, &Found { start: last, end: last + 1, parts, ..*found })
}

/// "Date" in "to date".
pub(super) fn to_date(tokens: &Tokens<'_>, found: &Found) -> bool {
    tokens.is(found.start.wrapping_sub(1), "to")
        && !tokens.get(found.end).starts_with(|c: char| c.is_alphabetic())
}

/// "Now" that is not "now and again".
pub(super) fn now(tokens: &Tokens<'_>, found: &Found) -> bool {
    let again = tokens.is_any(found.end + 1, &["again", "then"]);
    !(tokens.is(found.end, "and") && again)
}

/// An hour, not a verse or a score.
pub(super) fn hour(tokens: &Tokens<'_>, found: &Found) -> bool {
    // "Corinthians 9:25" is a verse: an hour with no mark of its own
    // follows no name.
    let marked = (found.start..found.end).any(|at| tokens.get(at).contains(char::is_alphabetic));
    let glued =
        tokens.touches(found.start) && matches!(tokens.before(found.start), "." | "-" | "/" | "(");
    marked
        || !glued
            && (tokens.begins_line(found.start)
                || !tokens.capital(found.start - 1)
                || is_introduced(tokens, found.start))
}

/// A preposition before it, nothing more.
pub(super) fn introduced(tokens: &Tokens<'_>, found: &Found) -> bool {
    is_introduced(tokens, found.start)
}

fn is_introduced(tokens: &Tokens<'_>, at: usize) -> bool {
    let before = tokens.before(at);
    listed(&TIME_PREPOSITIONS, before) || listed(&PREPOSITIONS, before)
}

/// "A week" is a length of time after a word that measures.
pub(super) fn article(tokens: &Tokens<'_>, found: &Found) -> bool {
    const MEASURES: [&str; 22] = [
        "about", "after", "almost", "another", "for", "in", "last", "lasted", "lasting", "lasts",
        "nearly", "of", "over", "roughly", "spend", "spent", "take", "takes", "than", "took",
        "under", "within",
    ];
    let bare = found.end - found.start == 1;
    if bare && (!tokens.get(found.start).ends_with('s') || tokens.is(found.end, "of")) {
        return false;
    }
    // "A quarter" is a fourth more often than three months.
    if found.parts.unit == Some(Unit::Quarter) {
        return false;
    }
    let short = matches!(found.parts.unit, Some(Unit::Minute | Unit::Second));
    let measured = listed(&MEASURES, tokens.before(found.start));
    let approximate = !tokens.is_any(found.start, &["a", "an"]) && found.end - found.start > 2;
    let span =
        measured && (!short || tokens.is_any(found.start.wrapping_sub(1), &["for", "within"]));
    span || approximate && !short
}

/// A word that is a time only as an adverb: no noun after it.
pub(super) fn adverb(tokens: &Tokens<'_>, found: &Found) -> bool {
    let first = tokens.get(found.start);
    // "A year earlier than planned" compares two plans.
    if tokens.is(found.end, "than") {
        return false;
    }
    // "As recently as March".
    if tokens.is(found.start, "recently") {
        return !tokens.is(found.end, "as");
    }
    if tokens.is(found.end - 1, "soon") || tokens.is(found.end - 1, "shortly") {
        return !tokens.is_any(found.end, &["as", "after", "afterwards", "before", "thereafter"])
            && !tokens.is(found.start.wrapping_sub(1), "as")
            && !tokens.is(found.start.wrapping_sub(1), "too");
    }
    // "Daily Mail", "the Weekly Standard".
    !(tokens.capital(found.start) && first.ends_with('y'))
}

/// A part of the day or an ordinal that a preposition must introduce.
pub(super) fn preposition(tokens: &Tokens<'_>, found: &Found) -> bool {
    if !is_introduced(tokens, found.start) {
        return false;
    }
    let next = tokens.get(found.end);
    let noun = next.starts_with(char::is_alphabetic)
        && !listed(&PREPOSITIONS, next)
        && !listed(&TIME_PREPOSITIONS, next)
        && !matches!(
            next,
            "and"
                | "or"
                | "but"
                | "when"
                | "with"
                | "as"
                | "that"
                | "he"
                | "she"
                | "they"
                | "it"
                | "the"
        );
    // "The 5th" is a day only in digits and before no noun.
    let ordinal = found.parts.amount.is_some() && found.parts.unit.is_none();
    if ordinal {
        let digits = tokens.is_number(found.start + 1);
        let before = tokens.before(found.start);
        return digits
            && !noun
            && !tokens.is(found.end, "-")
            && matches!(before, "on" | "On" | "by" | "until" | "from" | "to" | "since");
    }
    // "Two hours after sunset" and "the dawn of a new age" are no times of some day.
    let sun = ["dawn", "daybreak", "dusk", "nightfall", "sundown", "sunrise", "sunset"];
    if tokens.is_any(found.end - 1, &sun)
        && (tokens.is(found.end, "of")
            || found.start >= 2 && tokens.begins(found.start - 2, Class::Unit))
    {
        return false;
    }
    // "Before Dawn" is a title, "on Sunset" a road.
    if tokens.capital(found.end - 1) && found.parts.part.is_some() {
        return false;
    }
    match tokens.get(found.end - 1) {
        "moment" => tokens.is(found.start - 1, "at"),
        "past" | "present" => !noun,
        _ => true,
    }
}
