//! Days, weekdays, hours and words for near days: no newspaper, no broadcast, no family name.

use super::super::shapes::zone;
use super::super::words::COUNTED;
use super::super::{Class, Found, Tokens, listed, whole_number};
use super::{compound, compounded, letters_apart, opens};

/// Words before a day.
#[rustfmt::skip]
const INTRODUCING: [&str; 16] = [
    "ab", "am", "bis", "dem", "den", "der", "des", "für", "seit", "und", "vom", "von", "zu", "zum",
    "zwischen", "übers",
];

/// The first word has a capital: "So" is Sunday, "so" is not.
pub fn capital(tokens: &Tokens<'_>, found: &Found) -> bool {
    tokens.capital(found.start) && !compound(tokens, found.end)
}

/// A day and month: no compound, no street that is named for a day.
pub fn day_month(tokens: &Tokens<'_>, found: &Found) -> bool {
    const BEARERS: [&str; 8] =
        ["allee", "bewegung", "brücke", "park", "platz", "platzes", "strasse", "straße"];
    let at = found.start;
    let glued = tokens.touches(at) && matches!(tokens.before(at), "." | ":" | "/");
    let of = tokens.is(at.wrapping_sub(1), "des");
    let bearer = at.wrapping_sub(if of { 2 } else { 1 });
    !glued && !compound(tokens, found.end) && !listed(&BEARERS, tokens.get(bearer))
}

/// The first day of a night between two.
pub fn night_from(tokens: &Tokens<'_>, found: &Found) -> bool {
    let at = found.start;
    tokens.is(at.wrapping_sub(1), "vom") && tokens.is(at.wrapping_sub(2), "nacht")
}

/// "16.05." without a year: after a preposition, and no sum, hour or version.
pub fn bare_day_month(tokens: &Tokens<'_>, found: &Found) -> bool {
    let stopped = tokens.is(found.end - 1, ".");
    let before = tokens.before(found.start);
    let introduced = if stopped {
        listed(&INTRODUCING, before) || matches!(before, "(" | "," | "\u{2013}")
    } else {
        tokens.is_any(found.start.wrapping_sub(1), &["am", "vom", "zum", "ab", "seit"])
    };
    let next = tokens.get(found.end);
    let other = matches!(next, "Uhr" | "%" | "\u{20AC}") || listed(&COUNTED, next);
    let goes_on = tokens.touches(found.end)
        && (tokens.is_number(found.end) || next.starts_with(char::is_alphabetic));
    introduced && !other && !goes_on && letters_apart(tokens, found)
}

/// A bare weekday.
pub fn weekday(tokens: &Tokens<'_>, found: &Found) -> bool {
    const PAPERS: [&str; 9] =
        ["bild", "blick", "kurier", "nzz", "presse", "sport", "welt", "wort", "zeitung"];
    const SPECIAL: [&str; 9] = [
        "langer",
        "langen",
        "schwarze",
        "schwarzen",
        "schwarzer",
        "stiller",
        "verkaufsoffene",
        "verkaufsoffenen",
        "verkaufsoffener",
    ];
    const ANY: [&str; 9] =
        ["ein", "eine", "einem", "einen", "einer", "eines", "irgendeinem", "kein", "keinem"];
    let at = found.start;
    if !tokens.capital(at) || compound(tokens, found.end) || compounded(tokens, at) {
        return false;
    }
    let before = tokens.before(at);
    let thirteenth = tokens.is(found.end, "der") || tokens.is(found.end + 1, "der");
    let thirteenth =
        thirteenth && (tokens.is(found.end + 1, "13") || tokens.is(found.end + 2, "13"));
    if listed(&ANY, before) || tokens.is_any(at.wrapping_sub(1), &SPECIAL) || thirteenth {
        return false;
    }
    // "Bild am Sonntag", "das Wort zum Sonntag", "Wochenzeitung der Freitag".
    let paper = tokens.get(at.wrapping_sub(2)).to_lowercase();
    let named = listed(&PAPERS, &paper) || paper.ends_with("zeitung");
    let sunday =
        found.parts.weekday == Some(6) && tokens.is_any(at.wrapping_sub(1), &["am", "zum"]);
    let friday = found.parts.weekday == Some(4) && tokens.is(at.wrapping_sub(1), "der");
    if named && (sunday || friday) {
        return false;
    }
    if listed(&INTRODUCING, before) || found.parts.part.is_some() || opens(tokens, at) {
        return true;
    }
    // "Peter Freitag", "Frau Sonntag" are persons; "kommt Montag" is a day.
    !tokens.capital(at - 1) && !tokens.is_number(at - 1)
}

/// "Montags" as an adverb, or "an Montagen". With a capital it is a title or a genitive.
pub fn weekly(tokens: &Tokens<'_>, found: &Found) -> bool {
    let adverb = tokens.get(found.start).ends_with('s');
    if tokens.capital(found.start) {
        !adverb && tokens.is(found.start.wrapping_sub(1), "an")
    } else {
        adverb
    }
}

/// "Heute": no paper, no broadcast, no idiom.
pub fn paper_today(tokens: &Tokens<'_>, found: &Found) -> bool {
    let show = tokens.is_any(found.end, &["journal", "show"]);
    let idiom = tokens.is(found.end, "auf") && tokens.is(found.end + 1, "morgen");
    !show && !idiom && adverb(tokens, found)
}

/// "Gestern" and its like: an adverb, which has a capital only where a sentence begins.
pub fn adverb(tokens: &Tokens<'_>, found: &Found) -> bool {
    let at = found.start;
    let hyphen = tokens.touches(found.end) && tokens.dash(found.end);
    let quoted = at > 0
        && tokens.touches(at)
        && tokens.touches(found.end)
        && matches!(tokens.before(at), "\u{201E}" | "\u{BB}" | "\"" | "\u{201A}")
        && matches!(tokens.get(found.end), "\u{201C}" | "\u{AB}" | "\"" | "\u{2018}" | "\u{201D}");
    // "Schnee von gestern".
    let stale = tokens.is(at.wrapping_sub(1), "von") && tokens.capital(at.wrapping_sub(2));
    let title = tokens.capital(at) && !opens(tokens, at);
    !hyphen && !quoted && !stale && !title
}

/// "Morgen" as tomorrow: small inside a sentence; at its head a verb or an adverb follows.
pub fn morning_word(tokens: &Tokens<'_>, found: &Found) -> bool {
    const NOUN_FOLLOWS: [&str; 16] = [
        "an", "auf", "danach", "darauf", "der", "des", "für", "im", "in", "mit", "nach", "ohne",
        "unter", "voller", "vor", "zum",
    ];
    let at = found.start;
    if tokens.capital(at) {
        let next = tokens.get(found.end);
        let follows = next.starts_with(char::is_lowercase) && !listed(&NOUN_FOLLOWS, next);
        return opens(tokens, at) && follows;
    }
    let noun = ["guten", "gute", "jeden", "diesen", "am", "heute", "gestern", "auf", "frühen"];
    !tokens.is_any(at.wrapping_sub(1), &noun)
        && !tokens.begins(at.wrapping_sub(1), Class::Weekday)
        && adverb(tokens, found)
}

/// "Am Wochenende".
pub fn at_weekend(tokens: &Tokens<'_>, found: &Found) -> bool {
    let before = ["am", "ans", "fürs", "vom", "zum", "übers"];
    tokens.is_any(found.start.wrapping_sub(1), &before) && !compound(tokens, found.end)
}

/// A holiday: Silvester is a given name, Neujahr a family name.
pub fn few_days(tokens: &Tokens<'_>, found: &Found) -> bool {
    let before = ["ab", "am", "an", "bis", "nach", "seit", "um", "vor", "zu", "über", "zum"];
    let introduced = tokens.is_any(found.start.wrapping_sub(1), &before);
    (introduced || found.length() > 1) && !compound(tokens, found.end)
}

/// An hour: "Uhr" or a zone says so; a colon alone may be a score or a verse.
pub fn hour(tokens: &Tokens<'_>, found: &Found) -> bool {
    if (found.start..found.end).any(|at| tokens.get(at) == "Uhr" || zone(tokens, at) > 0) {
        return !tokens.number_came_before(found.start);
    }
    let before = ["um", "bis", "von", "ab", "gegen", "seit", "nach", "vor", "und", "zwischen"];
    let introduced = tokens.is_any(found.start.wrapping_sub(1), &before)
        || tokens.begins_line(found.start)
        || found.start >= 2
            && tokens.is(found.start - 1, ",")
            && day_before(tokens, found.start - 2);
    introduced && whole_number(tokens, found)
}

fn day_before(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.begins(at, Class::Weekday) || tokens.begins(at, Class::Year)
}

/// A part of the day that a preposition introduces: "am Abend", "in der Nacht".
pub fn introduced_part(tokens: &Tokens<'_>, found: &Found) -> bool {
    let at = found.start;
    let night = at >= 2
        && tokens.is(at - 1, "der")
        && tokens.is_any(at - 2, &["in", "während", "seit"])
        && tokens.is(at, "nacht");
    let before = tokens.is_any(at.wrapping_sub(1), &["am", "gegen", "vom", "zum", "um"]);
    tokens.capital(at) && (night || before) && !compound(tokens, found.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_prepositions_is_sorted() {
        assert!(INTRODUCING.is_sorted());
    }
}
