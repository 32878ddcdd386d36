//! English numbers: amounts with their halves, numbers and years in words.

use dateline_timex::{Amount, Parts, Said, Tokens, digits, listed, look};

use super::counts::COUNTED;
use super::shapes::BEHIND_YEAR;
use super::words::CARDINALS;

/// Words that make a number larger. Sorted.
const POWERS: [(&str, u32); 3] = [("hundred", 100), ("million", 1_000_000), ("thousand", 1_000)];

/// How many tokens a number in words may have: "two hundred and forty-five thousand".
const LONGEST: usize = 9;

/// A cardinal in digits or words, "several", "a few", and "a" where asked.
pub(super) fn amount(tokens: &Tokens<'_>, at: usize, article: bool) -> Said {
    let said = |length, amount| Some((length, Parts { amount: Some(amount), ..Parts::default() }));
    if tokens.is_any(at, &["several", "many", "few"]) {
        return said(1, Amount::Vague);
    }
    if tokens.is(at, "couple") && tokens.is(at + 1, "of") {
        return said(2, Amount::Exact(2, false));
    }
    if tokens.is_any(at, &["a", "an"]) {
        if tokens.is_any(at + 1, &["few", "number"]) {
            return said(2 + usize::from(tokens.is(at + 2, "of")), Amount::Vague);
        }
        if tokens.is(at + 1, "couple") {
            return said(2 + usize::from(tokens.is(at + 2, "of")), Amount::Exact(2, false));
        }
        if tokens.is(at + 1, "dozen") {
            return said(2, Amount::Exact(12, false));
        }
        if look(&POWERS, tokens.get(at + 1)).is_some() {
            let (length, n) = in_words(tokens, at + 1, 1)?;
            return said(1 + length, Amount::Exact(n, false));
        }
        return if article { said(1, Amount::Exact(1, false)) } else { None };
    }
    // "1.5 years"; other fractions have no name here.
    if tokens.number_goes_on(at) && tokens.is(at + 1, ".") {
        let whole = tokens.number(at, 4).filter(|_| !tokens.number_came_before(at))?;
        let half = tokens.get(at + 2) == "5" && !tokens.number_goes_on(at + 2);
        return if half { said(3, Amount::Exact(whole, true)) } else { None };
    }
    let (length, n) = cardinal(tokens, at)?;
    match half(tokens, at + length) {
        0 => said(length, Amount::Exact(n, false)),
        tail => said(length + tail, Amount::Exact(n, true)),
    }
}

/// How many tokens a half behind a number takes: "two and a half", "two-and-a-half", "2 1/2", "2½".
fn half(tokens: &Tokens<'_>, at: usize) -> usize {
    if tokens.is(at, "\u{BD}") {
        return 1;
    }
    if tokens.is(at, "1")
        && (tokens.is(at + 1, "/") && tokens.touches(at + 1))
        && (tokens.is(at + 2, "2") && tokens.touches(at + 2))
    {
        return 3;
    }
    let mut end = at;
    for (word, needed) in [("and", true), ("a", false), ("half", true)] {
        let next = end + usize::from(tokens.dash(end));
        match tokens.is(next, word) {
            true => end = next + 1,
            false if needed => return 0,
            false => {}
        }
    }
    end - at
}

fn cardinal(tokens: &Tokens<'_>, at: usize) -> Option<(usize, u32)> {
    if tokens.is_number(at) {
        return digits::cardinal(tokens, at);
    }
    in_words(tokens, at, 0)
}

/// A number in words, below a thousand millions: "forty-eight", "two hundred and ten". `begun` is
/// what stands before, the "a" of "a hundred".
fn in_words(tokens: &Tokens<'_>, at: usize, begun: u32) -> Option<(usize, u32)> {
    let (mut sum, mut part, mut end) = (0u32, begun, at);
    while end < at + LONGEST {
        let joined = end > at && (tokens.dash(end) || part >= 100 && tokens.is(end, "and"));
        let next = end + usize::from(joined);
        let word = tokens.get(next);
        if let Some(n) = look(&CARDINALS, word) {
            let ones = part % 100 >= 20 && part % 10 == 0 && (1..10).contains(&n);
            let fits = next == at || ones || part % 100 == 0 && part >= 100 && n > 0;
            if !fits || joined && tokens.dash(end) && !ones {
                break;
            }
            part += n;
        } else if let Some(power) = look(&POWERS, word).filter(|_| part > 0 && !joined) {
            if power == 100 && part < 100 {
                part *= 100;
            } else if power > 100 && part < 1000 && sum == 0 {
                (sum, part) = (part * power, 0);
            } else {
                break;
            }
        } else if part == 0 && sum > 0 && tokens.is(end, "and") && small(tokens, end + 1) {
            // "A thousand and one".
            part = look(&CARDINALS, tokens.get(end + 1))?;
            return Some((end + 2 - at, sum + part));
        } else {
            break;
        }
        end = next + 1;
    }
    (end > at).then_some((end - at, sum + part))
}

fn small(tokens: &Tokens<'_>, at: usize) -> bool {
    look(&CARDINALS, tokens.get(at)).is_some_and(|n| (1..100).contains(&n))
}

/// Words before which "two thousand five" is a year. Sorted.
const YEAR_OPENS: [&str; 6] = ["by", "in", "of", "since", "until", "year"];

/// A year in words, as transcripts write it: "nineteen ninety-six", "in two thousand".
pub(super) fn year_in_words(tokens: &Tokens<'_>, at: usize) -> Option<(usize, i32)> {
    let first = look(&CARDINALS, tokens.get(at))?;
    let (length, year) = if (13..=20).contains(&first) {
        let sure =
            first == 19 || listed(&YEAR_OPENS, tokens.before(at)) || tokens.before(at) == ",";
        sure.then_some(())?;
        let next = at + 1;
        let oh = tokens.is_any(next, &["oh", "o"]);
        let (length, rest) = in_words(tokens, next + usize::from(oh), 0)?;
        let fits = if oh { rest < 10 } else { (10..100).contains(&rest) };
        (fits && length <= 3).then_some(())?;
        (next + usize::from(oh) + length - at, first * 100 + rest)
    } else if first == 2 && tokens.is(at + 1, "thousand") {
        listed(&YEAR_OPENS, tokens.before(at)).then_some(())?;
        let and = usize::from(tokens.is(at + 2, "and"));
        let tail = in_words(tokens, at + 2 + and, 0).filter(|(_, n)| (1..100).contains(n));
        tail.map_or((2, 2000), |(length, n)| (2 + and + length, 2000 + n))
    } else {
        return None;
    };
    // What follows must not be counted: "nineteen fifty-pound bags".
    let (end, next) = (at + length, tokens.get(at + length));
    let more = tokens.dash(end) && tokens.touches(end) || look(&POWERS, next).is_some();
    let counted = listed(&COUNTED, next)
        || next.starts_with(|c: char| c.is_ascii_lowercase())
            && next.ends_with('s')
            && !listed(&BEHIND_YEAR, next)
            && !matches!(next, "was" | "is" | "has");
    (!more && !counted).then_some((length, year as i32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_sorted() {
        assert!(POWERS.is_sorted_by_key(|row| row.0) && YEAR_OPENS.is_sorted());
    }
}
