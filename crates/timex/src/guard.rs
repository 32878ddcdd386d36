//! What must hold around a match: the verbs, persons, counts, labels and
//! newspapers that look like times.

mod news;
mod year;

use super::find::Found;
use super::lexicon::Class;
use super::words::Words;
use dateline_lang::en::time::Guard;
use dateline_lang::en::time::words::{COUNTED, Unit, holds as listed};
use dateline_text::TokenKind;

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

/// Whether `guard` lets `found` pass.
pub(super) fn holds(guard: Guard, words: &Words<'_>, found: &Found) -> bool {
    let before = words.before(found.start);
    match guard {
        Guard::Free => true,
        Guard::Month => month(words, found),
        Guard::Year => year::holds(words, found),
        Guard::Weekday => weekday(words, found),
        Guard::Season => season(words, found),
        Guard::Number => {
            let glued = words.touches(found.start)
                && matches!(before, "-" | "/" | "." | ":" | "+" | "$" | "#");
            let goes_on = words.touches(found.end)
                && words.is_any(found.end, &["/", "-", "%"])
                && words.touches(found.end + 1);
            // "Three quarters of the voters" are no nine months.
            let share = found.parts.unit == Some(Unit::Quarter) && words.is(found.end, "of");
            !(glued || goes_on || share || words.number_came_before(found.start))
        }
        Guard::DayMonth => {
            let next = words.get(found.end);
            let glued = words.touches(found.start) && matches!(before, "." | ":" | "/");
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
            let name = words.capital(found.end) && listed(&NAMES, next);
            !(glued || name || next == "%" || listed(&COUNTED, next))
        }
        Guard::RangeEnd => {
            let next = words.get(found.end);
            let date = Class::Month.at(words, found.end).is_some();
            let noun = next.starts_with(|c: char| c.is_ascii_lowercase())
                && !listed(&PREPOSITIONS, next)
                && !listed(&TIME_PREPOSITIONS, next)
                && !listed(&AFTER_A_DAY, next);
            let dash = words.dash(found.start - 1);
            !date && (dash || !noun) && !matches!(next, "%" | ":" | "-")
        }
        Guard::ToDate => {
            words.is(found.start.wrapping_sub(1), "to")
                && !words.get(found.end).starts_with(|c: char| c.is_alphabetic())
        }
        Guard::Article => article(words, found),
        Guard::Adverb => adverb(words, found),
        Guard::Preposition => preposition(words, found),
        Guard::Now => {
            let again = words.is_any(found.end + 1, &["again", "then"]);
            !(words.is(found.end, "and") && again)
        }
        Guard::Hour => {
            // "Corinthians 9:25" is a verse: an hour with no mark of its own
            // follows no name.
            let marked = words.get(found.end - 1).contains(char::is_alphabetic);
            let glued = words.touches(found.start) && matches!(before, "." | "-" | "/" | "(");
            marked
                || !glued
                    && (words.begins_line(found.start)
                        || !words.capital(found.start - 1)
                        || introduced(words, found.start))
        }
        Guard::Introduced
        | Guard::Quarterly
        | Guard::Business
        | Guard::Night
        | Guard::ForThe
        | Guard::Rate
        | Guard::AtTime
        | Guard::Adjective
        | Guard::Once
        | Guard::Followed
        | Guard::OfDoing
        | Guard::Vaguely
        | Guard::Nowadays
        | Guard::September
        | Guard::Title => news::holds(guard, words, found),
    }
}

pub(super) fn introduced(words: &Words<'_>, at: usize) -> bool {
    let before = words.before(at);
    listed(&TIME_PREPOSITIONS, before) || listed(&PREPOSITIONS, before)
}

/// Months that are also verbs or first names need a sign that they are meant.
fn month(words: &Words<'_>, found: &Found) -> bool {
    let (before, modified) = (words.before(found.start), found.end - found.start > 1);
    let Some(month) = found.parts.month else { return false };
    let next_capital = words.capital(found.end);
    // A number that is no day of the month belongs to a name: "April 6 Group".
    let numbered = words.number(found.end, 2).is_some() && words.capital(found.end + 1);
    if before == "Black" || numbered {
        return false;
    }
    if !matches!(month, 3 | 4 | 5 | 6 | 8) || modified || listed(&TIME_PREPOSITIONS, before) {
        return true;
    }
    if before == "as" && found.start >= 2 {
        return words.is_any(found.start - 2, &["recently", "early", "late", "soon", "far"]);
    }
    let possessive = words.is(found.end, "'s");
    if listed(&PREPOSITIONS, before)
        || matches!(before, "and" | "or" | "-" | "\u{2013}" | "the" | "The" | "a" | "(")
    {
        let named = matches!(before, "and" | "or") && month == 5 && !words.dash(found.end);
        let decreed = matches!(before, "the" | "The" | "a");
        return !(next_capital && !decreed || named || possessive && month == 5);
    }
    // A heading or a list: "April 2021" has its own rule, "April:" is one.
    !(next_capital || matches!(month, 3 | 5) || possessive && month != 8)
}

fn weekday(words: &Words<'_>, found: &Found) -> bool {
    const HOLY: [&str; 13] = [
        "Ash", "Black", "Bloody", "Cyber", "Easter", "Fat", "Good", "Holy", "Maundy", "Orthodox",
        "Palm", "Shrove", "Super",
    ];
    const PAPERS: [&str; 15] = [
        "Express",
        "Football",
        "Herald",
        "Independent",
        "Mail",
        "Mirror",
        "Post",
        "Star",
        "Sun",
        "Telegraph",
        "Times",
        "World",
        "carol",
        "market",
        "tree",
    ];
    let (before, next) = (words.before(found.start), words.get(found.end));
    // "Saturday Morning Something" is a title, "on a Monday" is any Monday.
    let part = words.begins(found.end, Class::Part) && words.capital(found.end);
    // "Friday the 13th" is a film or a fear.
    let thirteenth = words.is(found.end, "the") && words.is(found.end + 1, "13");
    let title = part
        || thirteenth
        || found.end - found.start > 1 && words.capital(found.end - 1) && words.capital(found.end);
    let holiday = found.parts.weekday.is_none();
    let surname =
        holiday && words.capital(found.start.wrapping_sub(1)) && !introduced(words, found.start);
    // "In a Monday statement" is that Monday, "on a Monday" any.
    let statement = words.is_any(found.start.wrapping_sub(2), &["in", "during", "at", "after"])
        && !part
        && words.get(found.end).starts_with(char::is_alphabetic)
        && !listed(&PREPOSITIONS, next);
    let any = matches!(before, "a" | "A") && !statement;
    if title || surname || any {
        return false;
    }
    let lower = !words.capital(found.start) && found.end - found.start == 1;
    !HOLY.contains(&before) && !PAPERS.contains(&next) && (!lower || introduced(words, found.start))
}

fn season(words: &Words<'_>, found: &Found) -> bool {
    let at = found.end - 1;
    let (before, next) = (words.before(found.start), words.get(found.end));
    let name = words.capital(at)
        && (words.capital(found.end)
            || words.before(at).starts_with(char::is_uppercase) && at > found.start);
    let the = words.is(found.start, "the");
    if name || words.is(at, "fall") && (words.is(found.end, "of") || !the && before != "in") {
        return false;
    }
    let compound = next == "Olympics" || next == "Games" || words.is(found.end, "palace");
    let modified = found.end - found.start > 1 + usize::from(the);
    !compound
        && (modified
            || listed(&TIME_PREPOSITIONS, before)
            || words.is_any(
                found.start.wrapping_sub(1),
                &["by", "over", "of", "before", "after", "this", "to"],
            )
            || paired(words, found.start)
            || the && spent(words, found.start))
}

/// "Spring and summer".
fn paired(words: &Words<'_>, at: usize) -> bool {
    at >= 2 && words.is_any(at - 1, &["and", "or"]) && words.begins(at - 2, Class::Season)
}

/// Whether the verb before a season is one of passing time.
fn spent(words: &Words<'_>, at: usize) -> bool {
    words.is_any(at.wrapping_sub(1), &["spend", "spending", "spent", "for", "until", "passed"])
}

/// "A week" is a length of time after a word that measures.
fn article(words: &Words<'_>, found: &Found) -> bool {
    const MEASURES: [&str; 22] = [
        "about", "after", "almost", "another", "for", "in", "last", "lasted", "lasting", "lasts",
        "nearly", "of", "over", "roughly", "spend", "spent", "take", "takes", "than", "took",
        "under", "within",
    ];
    let bare = found.end - found.start == 1;
    if bare && (!words.get(found.start).ends_with('s') || words.is(found.end, "of")) {
        return false;
    }
    // "A quarter" is a fourth more often than three months.
    if found.parts.unit == Some(Unit::Quarter) {
        return false;
    }
    let short = matches!(found.parts.unit, Some(Unit::Minute | Unit::Second));
    let measured = listed(&MEASURES, words.before(found.start));
    let approximate = !words.is_any(found.start, &["a", "an"]) && found.end - found.start > 2;
    let span =
        measured && (!short || words.is_any(found.start.wrapping_sub(1), &["for", "within"]));
    span || approximate && !short
}

fn adverb(words: &Words<'_>, found: &Found) -> bool {
    let first = words.get(found.start);
    // "A year earlier than planned" compares two plans.
    if words.is(found.end, "than") {
        return false;
    }
    // "As recently as March".
    if words.is(found.start, "recently") {
        return !words.is(found.end, "as");
    }
    if words.is(found.end - 1, "soon") || words.is(found.end - 1, "shortly") {
        return !words.is_any(found.end, &["as", "after", "afterwards", "before", "thereafter"])
            && !words.is(found.start.wrapping_sub(1), "as")
            && !words.is(found.start.wrapping_sub(1), "too");
    }
    // "Daily Mail", "the Weekly Standard".
    !(words.capital(found.start) && first.ends_with('y'))
}

fn preposition(words: &Words<'_>, found: &Found) -> bool {
    if !introduced(words, found.start) {
        return false;
    }
    let next = words.get(found.end);
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
        let digits = words.tokens[found.start + 1].kind == TokenKind::Number;
        let before = words.before(found.start);
        return digits
            && !noun
            && !words.is(found.end, "-")
            && matches!(before, "on" | "On" | "by" | "until" | "from" | "to" | "since");
    }
    match words.get(found.end - 1) {
        "moment" => words.is(found.start - 1, "at"),
        "past" | "present" => !noun,
        _ => true,
    }
}
