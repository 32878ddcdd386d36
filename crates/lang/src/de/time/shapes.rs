//! How many tokens German amounts, hours, decades and set phrases take, and what they say.

use dateline_timex::digits;

use super::words::{CARDINALS, DECADES, HALVES, ONE, VAGUE, joined, keys};
use super::{Amount, Parts, Said, Tokens, listed, look};

/// A cardinal in digits or words, "mehrere", "ein paar", and "ein" where asked.
pub fn amount(tokens: &Tokens<'_>, at: usize, article: bool) -> Said {
    let said = |length, amount| Some((length, Parts { amount: Some(amount), ..Parts::default() }));
    let word = tokens.get(at);
    if listed(&VAGUE, word) || tokens.get(at) == "paar" {
        return said(1, Amount::Vague);
    }
    if listed(&ONE, word) {
        return match tokens.get(at + 1) {
            "paar" => said(2, Amount::Vague),
            "Dutzend" => said(2, Amount::Exact(12, false)),
            _ if article => said(1, Amount::Exact(1, false)),
            _ => None,
        };
    }
    if let Some(whole) = look(&HALVES, word) {
        return said(1, Amount::Exact(whole, true));
    }
    if let Some(n) = look(&CARDINALS, word) {
        return said(1, Amount::Exact(n, false));
    }
    let (length, n, half) = cardinal(tokens, at)?;
    said(length, Amount::Exact(n, half))
}

/// "24", "2.500", "2,5".
fn cardinal(tokens: &Tokens<'_>, at: usize) -> Option<(usize, u32, bool)> {
    let n = tokens.number(at, 6).filter(|_| !tokens.number_came_before(at))?;
    if !tokens.number_goes_on(at) {
        return Some((1, n, false));
    }
    if tokens.number_goes_on(at + 2) {
        return None;
    }
    if tokens.is(at + 1, ",") {
        return (tokens.get(at + 2) == "5").then_some((3, n, true));
    }
    let thousands = tokens.get(at + 2).len() == 3 && n < 1000;
    let tail = tokens.number(at + 2, 3).filter(|_| thousands)?;
    Some((3, n * 1000 + tail, false))
}

/// "14.30 Uhr", "14 Uhr", "8 Uhr abends", "14:30", "1400 GMT"; with the same hour of another zone
/// in brackets behind it, "16 Uhr (1400 GMT)".
pub fn clock(tokens: &Tokens<'_>, at: usize) -> Option<(usize, (u8, u8))> {
    let (length, clock) = one_clock(tokens, at)?;
    let length = length + zone(tokens, at + length);
    let other = at + length + 1;
    let again = tokens.is(other - 1, "(").then(|| one_clock(tokens, other)).flatten();
    let end = again.map(|(more, _)| other + more + zone(tokens, other + more));
    let closed = end.filter(|end| tokens.is(*end, ")"));
    Some((closed.map_or(length, |end| end + 1 - at), clock))
}

/// Zones that follow an hour. Sorted.
#[rustfmt::skip]
const ZONES: [&str; 12] =
    ["bst", "cest", "cet", "edt", "est", "gmt", "mesz", "mez", "msk", "pdt", "pst", "utc"];

/// How many tokens name a zone: "GMT", "Ortszeit".
pub fn zone(tokens: &Tokens<'_>, at: usize) -> usize {
    let word = tokens.get(at);
    let capitals = word.len() > 2 && word.chars().all(|c| c.is_ascii_uppercase());
    usize::from(word == "Ortszeit" || capitals && listed(&ZONES, word))
}

/// "1400 GMT", "2015 Uhr Ortszeit": four digits are an hour where a zone says so.
fn four_digits(tokens: &Tokens<'_>, at: usize) -> Option<(usize, (u8, u8))> {
    let number = tokens.number(at, 4).filter(|n| *n < 2400 && n % 100 < 60)?;
    let hour = usize::from(tokens.get(at + 1) == "Uhr");
    let again = tokens.is(at + 1, "(") && tokens.is_number(at + 2) && zone(tokens, at + 3) > 0;
    let zoned = hour == 1 || zone(tokens, at + 1) > 0 || again;
    let said = !tokens.number_came_before(at) && zoned;
    said.then_some((1 + hour, ((number / 100) as u8, (number % 100) as u8)))
}

fn one_clock(tokens: &Tokens<'_>, at: usize) -> Option<(usize, (u8, u8))> {
    if tokens.get(at).len() == 4 && tokens.is_number(at) {
        return four_digits(tokens, at);
    }
    let hour = match tokens.number(at, 2) {
        Some(hour) => hour,
        None => look(&CARDINALS, tokens.get(at))
            .or_else(|| (tokens.is(at, "ein") && tokens.get(at + 1) == "Uhr").then_some(1))?,
    };
    if hour > 24 || digits::clock_came_before(tokens, at) {
        return None;
    }
    let minute = digits::minute(tokens, at);
    let after = if minute.is_some() { at + 3 } else { at + 1 };
    if tokens.get(after) != "Uhr" {
        return digits::clock(tokens, at);
    }
    // "14 Uhr 30".
    let behind = tokens.number(after + 1, 2).filter(|m| *m < 60 && minute.is_none());
    let behind = behind.filter(|_| !tokens.number_goes_on(after + 1) && !tokens.is(after + 2, "."));
    let end = after + 1 + usize::from(behind.is_some());
    let late = hour < 12 && tokens.is_any(end, &["nachmittags", "abends"]);
    let part = tokens.is_any(end, &["morgens", "vormittags", "mittags", "früh"]) || late;
    let hour = hour as u8 + if late { 12 } else { 0 };
    let minute = minute.or(behind.map(|minute| minute as u8)).unwrap_or(0);
    Some((end + usize::from(part) - at, (hour, minute)))
}

/// "1990er Jahre", "90er-Jahren", "neunziger Jahre", "Neunzigerjahre", "1990ern".
pub fn decade(tokens: &Tokens<'_>, at: usize) -> Option<(usize, i32)> {
    let number = |digits| tokens.number(at, digits).filter(|year| year % 10 == 0);
    let (first, suffix) = if let Some(year) = number(4).filter(|y| (1000..2200).contains(y)) {
        (year as i32, tokens.get(at + 1))
    } else if let Some(short) = number(2).filter(|y| (20..100).contains(y)) {
        (1900 + short as i32, tokens.get(at + 1))
    } else {
        return named_decade(tokens, at);
    };
    if !tokens.touches(at + 1) || tokens.number_came_before(at) {
        return None;
    }
    match suffix {
        "erjahre" | "erjahren" | "erJahre" | "erJahren" => Some((2, first)),
        "er" => match years(tokens, at + 2) {
            Some(length) => Some((2 + length, first)),
            // "Mitte der 1990er", but no "1990er Jahrgang".
            None => (first > 1999 || tokens.number(at, 4).is_some())
                .then_some(())
                .filter(|()| tokens.is_any(at.wrapping_sub(1), &["der", "den", "die"]))
                .filter(|()| !tokens.capital(at + 2) && !tokens.dash(at + 2))
                .map(|()| (2, first)),
        },
        "ern" => Some((2, first)),
        _ => None,
    }
}

fn named_decade(tokens: &Tokens<'_>, at: usize) -> Option<(usize, i32)> {
    let word = tokens.get(at);
    let first = look(&DECADES, word)?;
    match word.chars().next_back()? {
        'r' => years(tokens, at + 1).map(|length| (1 + length, first)),
        // "In den Zwanzigern", but not "in ihren Zwanzigern", which is an age.
        'n' if word.ends_with("ern") && !tokens.is(at.wrapping_sub(1), "den") => None,
        _ => Some((1, first)),
    }
}

/// "Jahre", "-Jahren" behind a decade's number.
fn years(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let dash = usize::from(tokens.dash(at) && tokens.touches(at) && tokens.touches(at + 1));
    matches!(tokens.get(at + dash), "Jahre" | "Jahren").then_some(dash + 1)
}

/// "480 v. Chr.".
pub fn year_before(tokens: &Tokens<'_>, at: usize) -> Option<(usize, i32)> {
    let whole = |year: &u32| *year > 0 && !tokens.number_came_before(at);
    let year = tokens.number(at, 4).filter(whole)? as i32;
    let era = tokens.get(at + 1);
    let year = match era.chars().next()? {
        'v' => 1 - year,
        'n' => year,
        _ => return None,
    };
    let stop = usize::from(tokens.is(at + 2, ".") && tokens.touches(at + 2));
    if era.len() != 1 || tokens.get(at + 2 + stop) != "Chr" {
        return None;
    }
    let end = at + 3 + stop;
    let last = tokens.is(end, ".") && tokens.touches(end);
    Some((end + usize::from(last) - at, year))
}

/// Nouns that name an end or the middle of a stretch of time.
const ENDS: [&str; 4] = ["anfang", "beginn", "ende", "mitte"];

/// "Anfang", "Mitte der", "Ende des", "Beginn des".
pub fn modifier(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let named = tokens.capital(at) && listed(&ENDS, tokens.get(at));
    named.then(|| 1 + usize::from(matches!(tokens.get(at + 1), "der" | "des")))
}

/// Words before a number that is not exact. Sorted.
#[rustfmt::skip]
const ABOUT: [&str; 16] = [
    "beinahe", "ca", "circa", "etwa", "fast", "genau", "gut", "höchstens", "kaum", "knapp",
    "maximal", "mindestens", "nahezu", "rund", "ungefähr", "über",
];
/// Words that do so together with the next one.
const TWO: [&str; 4] = ["bis", "gerade", "mehr", "weniger"];

/// "Rund", "etwa", "mehr als", "gut".
pub fn about(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    if listed(&ABOUT, tokens.get(at)) {
        let stop = tokens.is(at, "ca") && tokens.is(at + 1, ".") && tokens.touches(at + 1);
        return Some(1 + usize::from(stop));
    }
    let two = listed(&TWO, tokens.get(at)) && tokens.is_any(at + 1, &["als", "zu", "einmal"]);
    two.then_some(2)
}

/// Words at which one of these may begin, besides numbers and the other tables.
pub const OPENERS: [&str; 86] =
    joined(&[&ONE, &VAGUE, &keys(&HALVES), &keys(&DECADES), &ENDS, &ABOUT, &TWO, &["paar"]]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_sorted() {
        assert!(ENDS.is_sorted() && ABOUT.is_sorted() && TWO.is_sorted() && ZONES.is_sorted());
    }
}
