//! German sentences that name a date and tell nothing of it: comparisons, the beginning of a state,
//! the year that a law or a war is known by.

use std::ops::Range;

use dateline_timex::{Aside, aside};

use super::signs::sign;
use super::{Class, Found, Reading, Sign, Tokens, listed};

/// All of them.
#[rustfmt::skip]
pub static ASIDES: [Aside; 10] = [
    aside("since/record", record, "Es war der höchste Stand seit dem [11. März 2003].", "Der größte Verband streikt seit dem [5. Mai 2025]."),
    aside("since/state", state, "Er regiert seit [1981].", "Sie streiken seit [Montag]."),
    aside("than/in", than, "Es kamen weniger Gäste als im [Jahr 2008].", "Sie kamen, als im [Mai] der Krieg begann."),
    aside("compared/with", compared, "Verglichen mit 5 Prozent im [Mai] ist das viel.", "Verglichen mit ihm war sie, die am [Montag] kam, schnell."),
    aside("after/figure", after_figure, "Es waren 7 Prozent nach 5 Prozent im [Mai].", "Nach 3 Siegen im [Mai] verlor er."),
    aside("as/in", as_in, "Sie verloren, wie schon im [Jahr 2009].", "Sie spielten wie immer im [Mai]."),
    aside("year/thing-of", thing_of, "Er lobte das Gesetz von [1998].", "Er regierte das Land von [1998] bis 2001."),
    aside("year/label", label, "Sie waren der Jahrgang [1975].", "Der Jahrgang traf sich [1975]."),
    aside("year/copyright", copyright, "Copyright [2011] Novak Medien", "Das Copyright endete [2011]."),
    aside("year/bound", bound, "Häuser, die vor [1989] gebaut wurden, sind kalt.", "Er starb vor dem [5. Mai 1989]."),
];

/// How many tokens back are looked at.
const REACH: usize = 10;

/// Words that may stand between a preposition and a time.
const FILLERS: [&str; 12] =
    ["am", "bereits", "dem", "den", "der", "etwa", "im", "in", "jahr", "noch", "rund", "schon"];

/// Small words inside a noun phrase.
#[rustfmt::skip]
const IN_PHRASE: [&str; 14] = [
    "am", "an", "auf", "dem", "den", "der", "des", "die", "für", "im", "in", "und", "von", "vor",
];

/// Words of a comparison that do not end in "-er".
const COMPARING: [&str; 3] = ["anders", "mehr", "sonst"];

/// Units and sums that a figure counts.
#[rustfmt::skip]
const FIGURES: [&str; 13] = [
    "dollar", "euro", "franken", "grad", "milliarde", "milliarden", "million", "millionen", "mio",
    "mrd", "prozent", "prozentpunkten", "punkten",
];

/// Nouns of stretches: "im Laufe von 1998" is within it.
#[rustfmt::skip]
const STRETCHES: [&str; 9] =
    ["anfang", "beginn", "ende", "hälfte", "lauf", "laufe", "mitte", "rest", "verlauf"];

/// Nouns that a year behind them names.
#[rustfmt::skip]
const LABELLED: [&str; 12] = [
    "ausgabe", "baujahr", "haushaltsjahr", "jahrgang", "modell", "modelljahr", "saison",
    "schuljahr", "sommersemester", "spielzeit", "staffel", "wintersemester",
];

/// The tokens before `at` in its clause, nearest first.
fn back(tokens: &Tokens<'_>, at: usize, sentence: &Range<usize>) -> impl Iterator<Item = usize> {
    let first = at.saturating_sub(REACH).max(sentence.start);
    let clause = |at: &usize| !matches!(tokens.get(*at), "," | ";" | ":" | "(" | ")" | "\u{2013}");
    (first..at).rev().take_while(clause)
}

fn introducing(tokens: &Tokens<'_>, found: &Found, sentence: &Range<usize>) -> Option<usize> {
    back(tokens, found.start, sentence).find(|at| !listed(&FILLERS, tokens.get(*at)))
}

/// "Der höchste Stand seit 2003": a superlative whose noun phrase the date goes on.
fn record(tokens: &Tokens<'_>, found: &Found, sentence: &Range<usize>) -> bool {
    let since = introducing(tokens, found, sentence).filter(|at| tokens.is(*at, "seit"));
    since.is_some_and(|since| {
        let word = |at: &usize| tokens.get(*at);
        let phrase = |at: &usize| tokens.capital(*at) || listed(&IN_PHRASE, word(at));
        let before = back(tokens, since, sentence).find(|at| !phrase(at));
        before.is_some_and(|at| superlative(tokens.get(at)))
    })
}

fn superlative(word: &str) -> bool {
    let ends = ["ste", "sten", "ster", "stes", "stem"].iter().any(|end| word.ends_with(end));
    ends && word.len() > 5 || word == "erstmals"
}

/// "An der Macht seit 1981": the beginning of what lasts.
fn state(tokens: &Tokens<'_>, found: &Found, sentence: &Range<usize>) -> bool {
    let since = introducing(tokens, found, sentence).filter(|at| tokens.is(*at, "seit"));
    found.is_coarse() && since.is_some()
}

/// "Weniger als im Jahr 2008"; not ", als im Mai der Krieg begann".
fn than(tokens: &Tokens<'_>, found: &Found, sentence: &Range<usize>) -> bool {
    let than = introducing(tokens, found, sentence).filter(|at| tokens.is(*at, "als"));
    than.is_some_and(|than| {
        let comparative = |at: usize| {
            let word = tokens.get(at);
            let small = word.starts_with(char::is_lowercase);
            let ends = ["er", "ere", "eren", "erer", "eres"].iter().any(|end| word.ends_with(end));
            small && word.len() > 4 && ends || listed(&COMPARING, word)
        };
        than + 1 < found.start + usize::from(tokens.is(found.start, "vor"))
            && back(tokens, than, sentence).take(4).any(comparative)
    })
}

/// "Verglichen mit", "im Vergleich zum", "gegenüber".
fn compared(tokens: &Tokens<'_>, found: &Found, sentence: &Range<usize>) -> bool {
    let words = ["gegenüber", "vergleich", "verglichen"];
    back(tokens, found.start, sentence)
        .take_while(|at| sign(tokens, *at) == Sign::Nothing)
        .any(|at| tokens.is_any(at, &words))
}

/// "Nach 5 Prozent im Mai".
fn after_figure(tokens: &Tokens<'_>, found: &Found, sentence: &Range<usize>) -> bool {
    let after = back(tokens, found.start, sentence).find(|at| tokens.is(*at, "nach"));
    after.is_some_and(|after| {
        (after + 1..after + 3).any(|at| tokens.is_number(at))
            && (after + 2..found.start).any(|at| listed(&FIGURES, tokens.get(at)))
    })
}

/// "Wie schon 2009", "wie im Jahr 2009".
fn as_in(tokens: &Tokens<'_>, found: &Found, sentence: &Range<usize>) -> bool {
    let at = introducing(tokens, found, sentence);
    at.is_some_and(|at| {
        let at = if tokens.is(at, "zuletzt") { at.wrapping_sub(1) } else { at };
        tokens.is(at, "wie") && at + 1 < found.start
    })
}

/// The first token of a bare year or of "im Jahr 1998" and "2010/11".
fn years(tokens: &Tokens<'_>, found: &Found) -> Option<usize> {
    let named = found.length() == 2
        && found.parts.year.is_some()
        && found.parts.month.is_none()
        && tokens.is_any(found.start, &["jahr", "jahre", "jahres"]);
    let tail = if found.reading() == Reading::YearTail { 2 } else { 0 };
    (found.is_bare_year() || named).then(|| found.start.saturating_sub(tail))
}

/// "Das Gesetz von 1998", "der Film aus dem Jahr 2008"; not "von 1998 bis 2001".
fn thing_of(tokens: &Tokens<'_>, found: &Found, _: &Range<usize>) -> bool {
    let Some(start) = years(tokens, found) else { return false };
    let the = usize::from(tokens.is(start.wrapping_sub(1), "dem"));
    let of = start.wrapping_sub(1 + the);
    let thing = of.wrapping_sub(1);
    let goes_on = tokens.is_any(found.end, &["an", "auf", "bis"])
        || tokens.dash(found.end)
        || tokens.is(found.end, "und") && tokens.is_number(found.end + 1);
    tokens.is_any(of, &["aus", "des", "von"])
        && !goes_on
        && tokens.capital(thing)
        && !tokens.begins(thing, Class::Month)
        && !listed(&STRETCHES, tokens.get(thing))
}

/// "Jahrgang 1975", "Saison 2010/11".
fn label(tokens: &Tokens<'_>, found: &Found, _: &Range<usize>) -> bool {
    years(tokens, found).is_some_and(|start| listed(&LABELLED, tokens.before(start)))
}

/// "Copyright 2011".
fn copyright(tokens: &Tokens<'_>, found: &Found, _: &Range<usize>) -> bool {
    years(tokens, found).is_some_and(|start| tokens.is(start.wrapping_sub(1), "copyright"))
}

/// "Vor 1989 gebaut": a bound, and no day within it.
fn bound(tokens: &Tokens<'_>, found: &Found, _: &Range<usize>) -> bool {
    found.is_bare_year() && tokens.is_any(found.start.wrapping_sub(1), &["nach", "vor"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_sorted() {
        for list in [
            &COMPARING[..],
            &FIGURES[..],
            &FILLERS[..],
            &IN_PHRASE[..],
            &LABELLED[..],
            &STRETCHES[..],
        ] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }
}
