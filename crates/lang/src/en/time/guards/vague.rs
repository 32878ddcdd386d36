//! Guards of words that are a time only in some sentences: "today", "once",
//! "at the time".

use dateline_timex::{Class, Found, Tokens, Unit, listed};

use super::news::noun;
use crate::en::time::cues::{AHEAD, BACK};

/// A word that is a time only after "at".
pub(in crate::en::time) fn at_time(tokens: &Tokens<'_>, found: &Found) -> bool {
    let next = tokens.get(found.end);
    tokens.is_any(found.start.wrapping_sub(1), &["at", "until"])
        && !(next == "when" || tokens.dash(found.end))
        && !(tokens.is(found.end - 1, "present")
            && noun(next)
            && !listed(&["he", "it", "she", "there", "they", "we"], next))
}

/// "One time" after "at", "late" after "of": no noun behind them.
pub(in crate::en::time) fn at_one_time(tokens: &Tokens<'_>, found: &Found) -> bool {
    tokens.is(found.start.wrapping_sub(1), "at")
}

/// "Of late" that is no "of late mayor Novak".
pub(in crate::en::time) fn of_late(tokens: &Tokens<'_>, found: &Found) -> bool {
    let next = tokens.get(found.end);
    tokens.is(found.start.wrapping_sub(1), "of")
        && (!next.starts_with(char::is_alphanumeric)
            || matches!(next, "and" | "but" | "has" | "have"))
}

/// "Over the last year": a length up to now. Days are told one by one.
pub(in crate::en::time) fn up_to_now(tokens: &Tokens<'_>, found: &Found) -> bool {
    measures(tokens, found) && !tokens.is(found.end, "of")
}

/// "Over the next year", "in the next decade"; "in the next year" is more often the year after.
pub(in crate::en::time) fn from_now(tokens: &Tokens<'_>, found: &Found) -> bool {
    let long = matches!(found.parts.unit, Some(Unit::Decade | Unit::Century));
    up_to_now(tokens, found) && (long || !tokens.is(found.start - 1, "in"))
}

fn measures(tokens: &Tokens<'_>, found: &Found) -> bool {
    let before = ["during", "in", "over", "within"];
    found.parts.unit != Some(Unit::Day)
        && tokens.is_any(found.start.wrapping_sub(1), &before)
        && !tokens.begins(found.end, Class::Part)
}

/// "One day we will meet", "may one day rule": no length of time.
pub(in crate::en::time) fn one_day(tokens: &Tokens<'_>, found: &Found) -> bool {
    const SUBJECTS: [&str; 12] =
        ["a", "he", "her", "his", "i", "it", "my", "she", "the", "their", "they", "we"];
    let opens = tokens.capital(found.start) && tokens.is_any(found.end, &SUBJECTS);
    let may = ["can", "could", "may", "might", "must", "shall", "should", "to", "will", "would"];
    let verb = tokens.get(found.end).starts_with(|c: char| c.is_ascii_lowercase())
        && !tokens.is_any(found.end, &["after", "before", "earlier", "in", "later", "of"]);
    opens || verb && tokens.is_any(found.start.wrapping_sub(1), &may)
}

/// "In past years", not "walked past days of rain".
pub(in crate::en::time) fn past_times(tokens: &Tokens<'_>, found: &Found) -> bool {
    tokens
        .is_any(found.start.wrapping_sub(1), &["from", "in", "of", "over", "than", "to", "unlike"])
}

/// "Two days after" with tokens behind it.
pub(in crate::en::time) fn followed(tokens: &Tokens<'_>, found: &Found) -> bool {
    tokens.get(found.end).starts_with(char::is_alphanumeric)
}

/// September, after whose 11th day attacks are named.
pub(in crate::en::time) fn september(_: &Tokens<'_>, found: &Found) -> bool {
    found.parts.month == Some(9)
}

/// "Today" that is no newspaper's name: "USA Today", "Psychology Today".
pub(in crate::en::time) fn title(tokens: &Tokens<'_>, found: &Found) -> bool {
    let name = !tokens.begins_line(found.start)
        && tokens.capital(found.start)
        && tokens.capital(found.start.wrapping_sub(1))
        && found.length() == 1;
    !name
}

/// "More people ski today than ever", "which I still own today": these days,
/// not the day of printing.
pub(in crate::en::time) fn nowadays(tokens: &Tokens<'_>, found: &Found) -> bool {
    let (at, next) = (found.start, tokens.get(found.end));
    if matches!(next, "than" | "as") || (1..=4).any(|n| n <= at && tokens.is(at - n, "still")) {
        return true;
    }
    // "Today, some 100,000 worship there": no verb looks back or ahead.
    if tokens.is(found.end, ",") && tokens.capital(at) {
        return rest_of_sentence(tokens, found.end + 1).all(|word| !looks_back(word));
    }
    let closes = !next.starts_with(char::is_alphabetic) && !tokens.is(found.end, "'s");
    if !closes || tokens.capital(at) {
        return false;
    }
    if tokens.is_any(at.wrapping_sub(1), &["is", "are"]) {
        return true;
    }
    let mut stands = false;
    for before in (at.saturating_sub(25)..at).rev() {
        let word = tokens.get(before);
        if matches!(word, "." | "?" | "!") {
            break;
        }
        if looks_back(word) || word.ends_with("ing") {
            return false;
        }
        stands |= matches!(word, "is" | "are");
    }
    stands
}

fn rest_of_sentence<'t>(tokens: &Tokens<'t>, from: usize) -> impl Iterator<Item = &'t str> {
    let tokens = (from..from + 25).map(|at| tokens.get(at));
    tokens.take_while(|word| !matches!(*word, "." | "?" | "!" | ""))
}

/// Whether a word tells of what has been.
fn looks_back(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed") || listed(&BACK, word) || listed(&AHEAD, word)
}

/// "Who once flew", "the once-booming market"; not "once a year", "once it ends".
pub(in crate::en::time) fn once(tokens: &Tokens<'_>, found: &Found) -> bool {
    let (before, next) = (tokens.before(found.start), tokens.get(found.end));
    if tokens.capital(found.start) || matches!(before, "at" | "than" | "," | "") {
        return false;
    }
    if tokens.dash(found.end) && tokens.touches(found.end) {
        return tokens.get(found.end + 1).ends_with("ing") || tokens.get(found.end + 1).len() > 3;
    }
    let subject = tokens.is_any(
        found.start.wrapping_sub(1),
        &[
            "who", "which", "that", "was", "were", "had", "has", "is", "are", "he", "she", "they",
            "it", "we", "I",
        ],
    );
    let counts = matches!(
        next,
        "a" | "an"
            | "again"
            | "and"
            | "more"
            | "every"
            | "in"
            | "the"
            | "per"
            | "or"
            | "each"
            | "."
            | ","
    );
    !counts && subject
}
