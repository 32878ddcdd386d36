//! Guards of the names that a calendar gives: months that are verbs or persons,
//! weekdays of newspapers and feasts, seasons of games and palaces.

use dateline_timex::{Class, Found, Tokens, listed};

use super::{PREPOSITIONS, TIME_PREPOSITIONS, is_introduced};

/// A bare month: no verb, no person. Months that are also verbs or first names need a sign that they are meant.
pub(in crate::en::time) fn month(tokens: &Tokens<'_>, found: &Found) -> bool {
    let (before, modified) = (tokens.before(found.start), found.end - found.start > 1);
    let Some(month) = found.parts.month else { return false };
    let next_capital = tokens.capital(found.end);
    // A number that is no day of the month belongs to a name: "April 6 Group".
    let numbered = tokens.number(found.end, 2).is_some() && tokens.capital(found.end + 1);
    if before == "Black" || numbered {
        return false;
    }
    if !matches!(month, 3 | 4 | 5 | 6 | 8) || modified || listed(&TIME_PREPOSITIONS, before) {
        return true;
    }
    if before == "as" && found.start >= 2 {
        return tokens.is_any(found.start - 2, &["recently", "early", "late", "soon", "far"]);
    }
    let possessive = tokens.is(found.end, "'s");
    if listed(&PREPOSITIONS, before)
        || matches!(before, "and" | "or" | "-" | "\u{2013}" | "the" | "The" | "a" | "(")
    {
        let named = matches!(before, "and" | "or") && month == 5 && !tokens.dash(found.end);
        let decreed = matches!(before, "the" | "The" | "a");
        return !(next_capital && !decreed || named || possessive && month == 5);
    }
    // A heading or a list: "April 2021" has its own rule, "April:" is one.
    !(next_capital || matches!(month, 3 | 5) || possessive && month != 8)
}

/// A bare weekday: no newspaper.
pub(in crate::en::time) fn weekday(tokens: &Tokens<'_>, found: &Found) -> bool {
    const HOLY: [&str; 13] = [
        "Ash", "Black", "Bloody", "Cyber", "Easter", "Fat", "Good", "Holy", "Maundy", "Orthodox",
        "Palm", "Shrove", "Super",
    ];
    const PAPERS: [&str; 18] = [
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
        "bunny",
        "carol",
        "egg",
        "eggs",
        "market",
        "tree",
    ];
    let (before, next) = (tokens.before(found.start), tokens.get(found.end));
    // "Saturday Morning Something" is a title, "on a Monday" is any Monday.
    let part = tokens.begins(found.end, Class::Part) && tokens.capital(found.end);
    // "Friday the 13th" is a film or a fear.
    let thirteenth = tokens.is(found.end, "the") && tokens.is(found.end + 1, "13");
    let title = part
        || thirteenth
        || found.end - found.start > 1
            && tokens.capital(found.end - 1)
            && tokens.capital(found.end);
    let holiday = found.parts.weekday.is_none();
    let surname = holiday
        && tokens.capital(found.start.wrapping_sub(1))
        && !is_introduced(tokens, found.start);
    // "In a Monday statement" is that Monday, "on a Monday" any.
    let statement = tokens.is_any(found.start.wrapping_sub(2), &["in", "during", "at", "after"])
        && !part
        && tokens.get(found.end).starts_with(char::is_alphabetic)
        && !listed(&PREPOSITIONS, next);
    let any = matches!(before, "a" | "A") && !statement;
    // "Easter Island", "the Thanksgiving Group".
    let named =
        found.parts.feast.is_some() && tokens.capital(found.end) && !tokens.begins_any(found.end);
    if title || surname || any || named {
        return false;
    }
    let lower = !tokens.capital(found.start) && found.end - found.start == 1;
    !HOLY.contains(&before)
        && !PAPERS.contains(&next)
        && (!lower || is_introduced(tokens, found.start))
}

/// A bare season: a preposition before it, no name.
pub(in crate::en::time) fn season(tokens: &Tokens<'_>, found: &Found) -> bool {
    let at = found.end - 1;
    let (before, next) = (tokens.before(found.start), tokens.get(found.end));
    let name = tokens.capital(at)
        && (tokens.capital(found.end)
            || tokens.before(at).starts_with(char::is_uppercase) && at > found.start);
    let the = tokens.is(found.start, "the");
    if name || tokens.is(at, "fall") && (tokens.is(found.end, "of") || !the && before != "in") {
        return false;
    }
    let compound = next == "Olympics" || next == "Games" || tokens.is(found.end, "palace");
    let modified = found.end - found.start > 1 + usize::from(the);
    !compound
        && (modified
            || listed(&TIME_PREPOSITIONS, before)
            || tokens.is_any(
                found.start.wrapping_sub(1),
                &["by", "over", "of", "before", "after", "this", "to"],
            )
            || paired(tokens, found.start)
            || the && spent(tokens, found.start))
}

/// "Spring and summer".
fn paired(tokens: &Tokens<'_>, at: usize) -> bool {
    at >= 2 && tokens.is_any(at - 1, &["and", "or"]) && tokens.begins(at - 2, Class::Season)
}

/// Whether the verb before a season is one of passing time.
fn spent(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is_any(at.wrapping_sub(1), &["spend", "spending", "spent", "for", "until", "passed"])
}
