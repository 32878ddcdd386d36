//! Whether four digits are a year. German has no preposition before a year ("Er gewann 1998 den
//! Preis"), and sums to 9999 are printed without a mark, so what stands beside them decides.

use super::super::words::{COUNTED, LABELS};
use super::super::{Class, Found, Tokens, listed};
use super::{compound, opens};

/// A bare year: no count, no label.
pub fn year(tokens: &Tokens<'_>, found: &Found) -> bool {
    let Some(year) = found.parts.year else { return false };
    let (before, next) = (tokens.before(found.start), tokens.get(found.end));
    let glued = tokens.touches(found.start)
        && !tokens.is_any(found.start - 1, &OPENING)
        && !ranged(tokens, found.start);
    let goes_on = tokens.touches(found.end)
        && (next.starts_with(char::is_alphabetic) || matches!(next, "%" | ":"));
    let bound = tokens.touches(found.end)
        && matches!(next, "-" | "/")
        && tokens.touches(found.end + 1)
        && !tokens.is_number(found.end + 1);
    if glued || goes_on || bound || compound(tokens, found.end) {
        return false;
    }
    if listed(&COUNTED, next) || listed(&LABELS, before) || listed(&ROUNDING, before) {
        return false;
    }
    if matches!(before, "$" | "\u{20AC}" | "\u{A7}" | "#" | "+") || measured(next) {
        return false;
    }
    // "Um 1500 auf 2000 Euro".
    if next == "auf" && tokens.is_number(found.end + 1) {
        return false;
    }
    // "Nr. 1998".
    if before == "." && listed(&LABELS, tokens.get(found.start.wrapping_sub(2))) {
        return false;
    }
    let modern = (1900..2036).contains(&year);
    let named = tokens.capital(found.end);
    if listed(&INTRODUCING, before) || ranged(tokens, found.start) {
        return !named || modern && year % 100 != 0;
    }
    if before == "(" || next == ")" {
        return (1400..2100).contains(&year);
    }
    // "1500 neue Stellen", "2000 gute Gründe": a round number before what may be counted.
    let round = year % 100 == 0;
    if named || round {
        let verb = opens(tokens, found.start) && listed(&VERBS, next);
        return verb || modern && !round && named;
    }
    modern || opens(tokens, found.start) && listed(&VERBS, next)
}

/// Whether another year stands before it: "2015 bis 2019", "2015 und 2019".
fn ranged(tokens: &Tokens<'_>, at: usize) -> bool {
    at >= 2
        && (tokens.is_any(at - 1, &["bis", "und", "oder", "/"]) || tokens.dash(at - 1))
        && tokens.begins(at - 2, Class::Year)
}

/// Units that are written as marks.
fn measured(next: &str) -> bool {
    matches!(
        next,
        "%" | "\u{20AC}" | "$" | "\u{B0}" | "m" | "kg" | "kW" | "MW" | "PS" | "Mio" | "Mrd"
    )
}

const OPENING: [&str; 8] = ["(", "\u{201E}", "\u{201C}", "\"", "\u{BB}", "\u{AB}", "'", "["];

/// Words before a year. Sorted.
#[rustfmt::skip]
const INTRODUCING: [&str; 11] = [
    "ab", "anno", "bis", "in", "nach", "seit", "sommer", "um", "von", "vor", "zwischen",
];

/// Words before a count.
#[rustfmt::skip]
const ROUNDING: [&str; 27] = [
    "alle", "als", "beinahe", "ca", "circa", "die", "durchschnittlich", "etwa", "fast", "gut",
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
        for list in [&INTRODUCING[..], &ROUNDING[..], &VERBS[..]] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }
}
