//! Guards of the words that news leans on: quarters, rates, "current", "once".

use super::introduced;
use crate::find::Found;
use crate::lexicon::Class;
use crate::words::Words;
use dateline_lang::en::time::Guard;
use dateline_lang::en::time::cues::{AHEAD, BACK};
use dateline_lang::en::time::words::holds as listed;
use dateline_text::TokenKind;

/// What is or comes "overnight" without naming a night. Sorted.
const OVERNIGHT: [&str; 19] = [
    "bag",
    "bank",
    "borrowing",
    "delivery",
    "funds",
    "guest",
    "guests",
    "lending",
    "letter",
    "loan",
    "loans",
    "mail",
    "package",
    "rate",
    "rates",
    "sensation",
    "stay",
    "stays",
    "success",
];

/// Words of money and trade beside which a half is one of a year. Sorted.
const TRADE: [&str; 20] = [
    "company",
    "deficit",
    "dollars",
    "earned",
    "earnings",
    "economy",
    "exports",
    "forecast",
    "growth",
    "income",
    "inflation",
    "loss",
    "orders",
    "output",
    "percent",
    "production",
    "profit",
    "revenue",
    "sales",
    "year",
];

/// Words of games, which have quarters and halves too. Sorted.
const GAME: [&str; 16] = [
    "assists",
    "basketball",
    "coach",
    "fouls",
    "game",
    "goalkeeper",
    "halftime",
    "layup",
    "penalty",
    "playoff",
    "quarterback",
    "rebounds",
    "scored",
    "striker",
    "touchdown",
    "yards",
];

/// Nouns with which "current", "recent" or "future" is a term of another
/// field, or that name no time. Sorted.
const TERMS: [&str; 9] =
    ["account", "accounts", "affairs", "and", "contracts", "events", "memory", "of", "tense"];

/// Verbs of measure: "a week" after one is a length, not a rate. Sorted.
const NO_RATE: [&str; 24] = [
    "as", "earns", "gives", "has", "his", "includes", "is", "its", "lasts", "marks", "means",
    "needs", "perhaps", "runs", "says", "spends", "takes", "this", "thus", "towards", "us",
    "wants", "was", "years",
];

/// Whether `guard` lets `found` pass.
pub(super) fn holds(guard: Guard, words: &Words<'_>, found: &Found) -> bool {
    let (before, next) = (words.before(found.start), words.get(found.end));
    match guard {
        Guard::Introduced => introduced(words, found.start),
        Guard::Quarterly => {
            let near = found.start.saturating_sub(40)..found.end + 40;
            if near.into_iter().any(|at| listed(&GAME, words.get(at))) {
                return false;
            }
            let knockout = words.dash(found.end) && words.is(found.end + 1, "final");
            !knockout && !matches!(next, "finals" | "century" | "note" | "mile" | "of")
        }
        Guard::Business => {
            let near = found.start.saturating_sub(25)..found.end + 25;
            (words.dash(found.end.saturating_sub(2)) || introduced(words, found.start))
                && !near.clone().any(|at| listed(&GAME, words.get(at)))
                && near
                    .into_iter()
                    .any(|at| matches!(words.get(at), "%" | "$") || listed(&TRADE, words.get(at)))
        }
        Guard::Night => {
            !listed(&OVERNIGHT, next) && !words.dash(found.end) && !matches!(before, "a" | "an")
        }
        Guard::Vaguely => {
            !words.begins_line(found.start)
                && words.tokens[found.start - 1].kind != TokenKind::Number
                && !matches!(before, "the" | "of" | "these" | "those" | "both")
        }
        Guard::OfDoing => {
            words.is_any(
                found.start.wrapping_sub(1),
                &["after", "amid", "despite", "following", "for", "through", "with", "spent"],
            ) && !words.is_any(found.end + 1, &["the", "this", "that"])
        }
        Guard::ForThe => {
            let day = words.is(found.end - 1, "day");
            let whole = matches!(before, "during" | "During") && !day;
            (whole || matches!(before, "for" | "For") && !words.is(found.end - 1, "decade"))
                && !next.starts_with(|c: char| c.is_ascii_lowercase() && !follows_freely(next))
        }
        Guard::Rate => rate(words, found),
        Guard::AtTime => {
            words.is_any(found.start.wrapping_sub(1), &["at", "until"])
                && !(next == "when" || words.dash(found.end))
                && !(words.is(found.end - 1, "present") && noun(next))
        }
        Guard::Adjective => {
            !listed(&TERMS, next)
                && next.starts_with(char::is_alphabetic)
                && !words.capital(found.start)
        }
        Guard::Once => once(words, found),
        Guard::Followed => next.starts_with(char::is_alphanumeric),
        Guard::Nowadays => nowadays(words, found),
        Guard::September => found.parts.month == Some(9),
        Guard::Title => {
            // "USA Today", "Psychology Today".
            let name = !words.begins_line(found.start)
                && words.capital(found.start)
                && words.capital(found.start.wrapping_sub(1))
                && found.end - found.start == 1;
            !name
        }
        _ => true,
    }
}

/// Words that may follow "for the year" without making it an adjective.
fn follows_freely(next: &str) -> bool {
    matches!(
        next,
        "and"
            | "as"
            | "at"
            | "but"
            | "by"
            | "from"
            | "in"
            | "is"
            | "of"
            | "on"
            | "or"
            | "rose"
            | "fell"
            | "so"
            | "that"
            | "to"
            | "was"
            | "were"
            | "while"
            | "will"
            | "with"
    )
}

fn noun(next: &str) -> bool {
    next.starts_with(|c: char| c.is_ascii_lowercase()) && !follows_freely(next)
}

/// "Ten dollars a year", "twice a day", "4 million barrels a day".
fn rate(words: &Words<'_>, found: &Found) -> bool {
    if found.start == 0 || words.begins_line(found.start) {
        return false;
    }
    // Speeds and leave: "60 miles an hour", "take two days a week off".
    let (at, next) = (found.start - 1, words.get(found.end));
    let before = words.get(at);
    if words.is_any(found.end, &["ago", "earlier", "later", "before", "after", "from", "or"])
        || words.dash(found.end)
        || next == "of"
    {
        return false;
    }
    if listed(&["kilometers", "kilometres", "km", "miles"], before) {
        return false;
    }
    let number = words.tokens[at].kind == TokenKind::Number || words.begins(at, Class::Number);
    let plural = before.len() > 3
        && before.ends_with('s')
        && !before.ends_with("ss")
        && before.starts_with(|c: char| c.is_ascii_lowercase())
        && !listed(&NO_RATE, before);
    let counted = words.is_any(
        at,
        &[
            "%", "percent", "million", "billion", "thousand", "twice", "once", "people", "each",
            "share",
        ],
    );
    number || plural || counted || words.is(found.start, "per")
}

/// "More people ski today than ever", "which I still own today": these days,
/// not the day of printing.
fn nowadays(words: &Words<'_>, found: &Found) -> bool {
    let (at, next) = (found.start, words.get(found.end));
    if matches!(next, "than" | "as") || (1..=4).any(|n| n <= at && words.is(at - n, "still")) {
        return true;
    }
    // "Today, some 100,000 worship there": no verb looks back or ahead.
    if words.is(found.end, ",") && words.capital(at) {
        return rest_of_sentence(words, found.end + 1).all(|word| !looks_back(word));
    }
    let closes = !next.starts_with(char::is_alphabetic) && !words.is(found.end, "'s");
    if !closes || words.capital(at) {
        return false;
    }
    if words.is_any(at.wrapping_sub(1), &["is", "are"]) {
        return true;
    }
    let mut stands = false;
    for before in (at.saturating_sub(25)..at).rev() {
        let word = words.get(before);
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

fn rest_of_sentence<'t>(words: &Words<'t>, from: usize) -> impl Iterator<Item = &'t str> {
    let words = (from..from + 25).map(|at| words.get(at));
    words.take_while(|word| !matches!(*word, "." | "?" | "!" | ""))
}

/// Whether a word tells of what has been.
fn looks_back(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed") || listed(&BACK, word) || listed(&AHEAD, word)
}

/// "Who once flew", "the once-booming market"; not "once a year", "once it ends".
fn once(words: &Words<'_>, found: &Found) -> bool {
    let (before, next) = (words.before(found.start), words.get(found.end));
    if words.capital(found.start) || matches!(before, "at" | "than" | "," | "") {
        return false;
    }
    if words.dash(found.end) && words.touches(found.end) {
        return words.get(found.end + 1).ends_with("ing") || words.get(found.end + 1).len() > 3;
    }
    let subject = words.is_any(
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_sorted() {
        for list in [&GAME[..], &OVERNIGHT[..], &TRADE[..], &TERMS[..], &NO_RATE[..]] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }
}
