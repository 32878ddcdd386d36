//! Whether four digits are a year. German has no preposition before a year ("Er gewann 1998 den
//! Preis"), and sums to 9999 are printed without a mark, so what stands beside them decides.

use super::super::words::{COUNTED, LABELS};
use super::super::{Class, Found, Tokens, listed};
use super::{compound, opens};

/// A bare year: no count, no label.
pub fn year(tokens: &Tokens<'_>, found: &Found) -> bool {
    let Some(year) = found.parts.year else { return false };
    let (start, end) = (found.start, found.end);
    let (before, next) = (tokens.before(start), tokens.get(end));
    let ranged = ranged(tokens, start);
    let glued = tokens.touches(start) && !ranged && !OPENING.contains(&before);
    if glued || goes_on(tokens, end) || is_count(tokens, start, end) {
        return false;
    }
    if before == "(" || next == ")" {
        return (1400..2100).contains(&year);
    }
    let round = year % 100 == 0;
    let named = tokens.capital(end);
    if ranged || listed(&INTRODUCING, before) || LIFE.contains(&before) {
        return !(named && round);
    }
    let verb = opens(tokens, start) && listed(&VERBS, next);
    if round {
        // "Die Weltmeisterschaft 2000 in Riga".
        let event = tokens.capital(start.wrapping_sub(1)) && !opens(tokens, start - 1);
        return verb || year >= 1900 && event && listed(&PLACING, next);
    }
    if (1900..2036).contains(&year) {
        return true;
    }
    verb || year < 1900 && !named && !adjective(tokens, start, end)
}

/// Whether the digits go on as a word, a sum or an hour.
fn goes_on(tokens: &Tokens<'_>, end: usize) -> bool {
    let next = tokens.get(end);
    let number = tokens.is_number(end + 1) && tokens.touches(end + 1);
    let joined = match next {
        ":" => number,
        "-" | "/" => tokens.touches(end + 1) && !number,
        "%" => true,
        _ => next.starts_with(char::is_alphabetic),
    };
    tokens.touches(end) && joined || compound(tokens, end)
}

/// Whether the words beside it say that something is counted, measured or numbered.
fn is_count(tokens: &Tokens<'_>, start: usize, end: usize) -> bool {
    let (before, next) = (tokens.before(start), tokens.get(end));
    // "Nr. 1998".
    let labelled = before == "." && listed(&LABELS, tokens.get(start.wrapping_sub(2)));
    // "Um 1500 auf 2000 Euro".
    let rises = next == "auf" && tokens.is_number(end + 1);
    labelled
        || rises
        || listed(&COUNTED, next)
        || listed(&LABELS, before)
        || listed(&ROUNDING, before)
        || matches!(before, "$" | "\u{20AC}" | "\u{A7}" | "#" | "+")
        || MARKS.contains(&next)
}

/// "1523 bestätigte Fälle" counts; after an article, "das 1523 gebaute Haus", it is a year.
fn adjective(tokens: &Tokens<'_>, start: usize, end: usize) -> bool {
    const ARTICLES: [&str; 12] = [
        "das", "dem", "den", "der", "des", "die", "ein", "eine", "einem", "einen", "einer", "eines",
    ];
    let next = tokens.get(end);
    let inflected = ["e", "en", "er", "es", "em"].iter().any(|ending| next.ends_with(ending));
    inflected
        && tokens.capital(end + 1)
        && !listed(&ARTICLES, tokens.before(start))
        && !listed(&ARTICLES, next)
}

/// Whether another year stands before it: "2015 bis 2019", "2015 und 2019".
fn ranged(tokens: &Tokens<'_>, at: usize) -> bool {
    at >= 2
        && (tokens.is_any(at - 1, &["bis", "und", "oder", "/"]) || tokens.dash(at - 1))
        && tokens.begins(at - 2, Class::Year)
}

/// Units that are written as marks or in short.
const MARKS: [&str; 11] =
    ["%", "\u{20AC}", "$", "\u{B0}", "m", "kg", "kW", "MW", "PS", "Mio", "Mrd"];

const OPENING: [&str; 10] =
    ["(", "\u{201E}", "\u{201C}", "\"", "\u{BB}", "\u{AB}", "'", "[", "*", "\u{2020}"];

/// Signs of birth and death.
const LIFE: [&str; 2] = ["*", "\u{2020}"];

/// Words before a year. Sorted.
#[rustfmt::skip]
const INTRODUCING: [&str; 12] = [
    "ab", "anno", "bis", "im", "in", "jahren", "nach", "seit", "um", "von", "vor", "zwischen",
];

/// Words that place an event whose year stands behind its name.
#[rustfmt::skip]
const PLACING: [&str; 11] =
    ["am", "an", "auf", "bei", "gegen", "im", "in", "mit", "und", "vor", "zu"];

/// Words before a count.
#[rustfmt::skip]
const ROUNDING: [&str; 26] = [
    "alle", "als", "beinahe", "ca", "circa", "durchschnittlich", "etwa", "fast", "gut",
    "höchstens", "insgesamt", "je", "kaum", "knapp", "maximal", "mindestens", "nahezu", "nur",
    "pro", "rund", "schnitt", "statt", "ungefähr", "weitere", "weiteren", "über",
];

/// Verbs that follow a year at the head of a sentence.
#[rustfmt::skip]
const VERBS: [&str; 45] = [
    "begann", "bekam", "brach", "entstand", "erhielt", "erschien", "erwarb", "feierte", "fiel",
    "folgte", "gab", "gelang", "gewann", "ging", "gingen", "gründete", "gründeten", "hatte",
    "hatten", "heiratete", "ist", "kam", "kamen", "kehrte", "lag", "nahm", "promovierte", "schloss",
    "soll", "sollen", "sollte", "starb", "stieg", "trat", "verlor", "veröffentlichte", "war",
    "waren", "wechselte", "wird", "wurde", "wurden", "zog", "zogen", "übernahm",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_sorted() {
        for list in [&INTRODUCING[..], &PLACING[..], &ROUNDING[..], &VERBS[..]] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }
}
