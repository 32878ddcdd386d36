//! Guards of the tokens that news leans on: quarters, rates, "current", "once".

use dateline_timex::{Class, Found, Tokens, listed};

use super::is_introduced;

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
const TRADE: [&str; 21] = [
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
    "results",
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

/// A quarter of a year, not of a game or a final.
pub(in crate::en::time) fn quarterly(tokens: &Tokens<'_>, found: &Found) -> bool {
    let mut near = found.start.saturating_sub(40)..found.end + 40;
    if near.any(|at| listed(&GAME, tokens.get(at))) {
        return false;
    }
    let knockout = tokens.dash(found.end) && tokens.is(found.end + 1, "final");
    !knockout && !matches!(tokens.get(found.end), "finals" | "century" | "note" | "mile" | "of")
}

/// "Q3" and "3Q" with a capital, of a year's four; no question's number.
pub(in crate::en::time) fn quarter_code(tokens: &Tokens<'_>, found: &Found) -> bool {
    let capital = (found.start..found.end).any(|at| tokens.get(at) == "Q");
    let four = (found.start..found.end)
        .any(|at| tokens.number(at, 1).is_some_and(|n| (1..5).contains(&n)));
    capital && four && !matches!(tokens.get(found.end), ":" | ")") && quarterly(tokens, found)
}

/// "Works nights", "mornings and evenings": any such part of a day, none that is counted.
pub(in crate::en::time) fn recurring(tokens: &Tokens<'_>, found: &Found) -> bool {
    tokens.is_any(
        found.start.wrapping_sub(1),
        &[
            "on", "open", "play", "plays", "sleep", "sleeps", "some", "work", "worked", "working",
            "works",
        ],
    )
}

/// "On weekends", "nights and weekends".
pub(in crate::en::time) fn weekends(tokens: &Tokens<'_>, found: &Found) -> bool {
    let at = found.start;
    let paired = at >= 2
        && tokens.is_any(at - 1, &["and", "or"])
        && tokens.is_any(at - 2, &["evenings", "holidays", "nights", "weekdays"]);
    paired || is_introduced(tokens, at) || recurring(tokens, found)
}

/// A half of a year: money or trade in its sentence, not a game.
pub(in crate::en::time) fn business(tokens: &Tokens<'_>, found: &Found) -> bool {
    let mut near = found.start.saturating_sub(25)..found.end + 25;
    (tokens.dash(found.end.saturating_sub(2)) || is_introduced(tokens, found.start))
        && !near.clone().any(|at| listed(&GAME, tokens.get(at)))
        && near.any(|at| matches!(tokens.get(at), "%" | "$") || listed(&TRADE, tokens.get(at)))
}

/// "Overnight" as an adverb, not of rates or parcels.
pub(in crate::en::time) fn night(tokens: &Tokens<'_>, found: &Found) -> bool {
    !listed(&OVERNIGHT, tokens.get(found.end))
        && !tokens.dash(found.end)
        && !matches!(tokens.before(found.start), "a" | "an")
}

/// "Weeks" before "after" or "before": no count in front of it.
pub(in crate::en::time) fn vaguely(tokens: &Tokens<'_>, found: &Found) -> bool {
    !tokens.begins_line(found.start)
        && !tokens.is_number(found.start - 1)
        && !matches!(tokens.before(found.start), "the" | "of" | "these" | "those" | "both")
}

/// "Weeks" of doing something, after a word that measures.
pub(in crate::en::time) fn of_doing(tokens: &Tokens<'_>, found: &Found) -> bool {
    tokens.is_any(
        found.start.wrapping_sub(1),
        &["after", "amid", "despite", "following", "for", "through", "with", "spent"],
    ) && !tokens.is_any(found.end + 1, &["the", "this", "that"])
}

/// "The year" after a preposition that gives it length.
pub(in crate::en::time) fn for_the(tokens: &Tokens<'_>, found: &Found) -> bool {
    let (before, next) = (tokens.before(found.start), tokens.get(found.end));
    let day = tokens.is(found.end - 1, "day");
    let whole = matches!(before, "during" | "During") && !day;
    (whole || matches!(before, "for" | "For") && !tokens.is(found.end - 1, "decade"))
        && !next.starts_with(|c: char| c.is_ascii_lowercase() && !follows_freely(next))
}

/// An adjective before its noun.
pub(in crate::en::time) fn adjective(tokens: &Tokens<'_>, found: &Found) -> bool {
    let next = tokens.get(found.end);
    let opens = tokens.begins_line(found.start)
        || tokens.is_any(found.start - 1, &[".", "?", "!", "\u{201C}"]);
    let small = !tokens.capital(found.start) || opens && next.starts_with(char::is_lowercase);
    !listed(&TERMS, next) && next.starts_with(char::is_alphabetic) && small
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

/// Whether what follows makes an adjective of the word before it.
pub(super) fn noun(next: &str) -> bool {
    next.starts_with(|c: char| c.is_ascii_lowercase()) && !follows_freely(next)
}

/// "Ten dollars a year", "twice a day", "4 million barrels a day".
pub(in crate::en::time) fn rate(tokens: &Tokens<'_>, found: &Found) -> bool {
    if found.start == 0 || tokens.begins_line(found.start) {
        return false;
    }
    // Speeds and leave: "60 miles an hour", "take two days a week off".
    let (at, next) = (found.start - 1, tokens.get(found.end));
    let before = tokens.get(at);
    if tokens.is_any(found.end, &["ago", "earlier", "later", "before", "after", "from", "or"])
        || tokens.dash(found.end)
        || next == "of"
    {
        return false;
    }
    if listed(&["kilometers", "kilometres", "km", "miles"], before) {
        return false;
    }
    let number = tokens.is_number(at) || tokens.begins(at, Class::Number);
    let plural = before.len() > 3
        && before.ends_with('s')
        && !before.ends_with("ss")
        && before.starts_with(|c: char| c.is_ascii_lowercase())
        && !listed(&NO_RATE, before);
    let counted = tokens.is_any(
        at,
        &[
            "%", "percent", "million", "billion", "thousand", "twice", "once", "people", "each",
            "share",
        ],
    );
    number || plural || counted || tokens.is(found.start, "per")
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
