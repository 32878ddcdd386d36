//! Times of day beside a date.

use dateline_lang::calendar::ZONES;
use dateline_lang::page::{AFTER_TIMES, BEFORE_TIMES, HALVES, find, has};
use dateline_model::Clock;

use super::tokens::Token;
use super::tokens::TokenKind;

/// A time after a date, with the number of tokens up to its end.
pub(crate) fn time_after(line: &str, tokens: &[Token]) -> Option<(Clock, usize)> {
    let skip = tokens
        .iter()
        .take(4)
        .take_while(|token| {
            let text = token.of(line);
            MARKS.contains(&text)
                || matches!(text, "T" | "." | "@" | "/" | "(")
                || has(&BEFORE_TIMES, text)
        })
        .count();
    let (time, used) = clock(line, &tokens[skip..])?;
    Some((time, skip + used))
}

/// A time just before a date, with the index of its first token.
pub(crate) fn time_before(line: &str, tokens: &[Token]) -> Option<(Clock, usize)> {
    // The longest is "10:12:00 p.m. ET - ": look back no further.
    for start in tokens.len().saturating_sub(10)..tokens.len() {
        if start > 0 && tokens[start - 1].is(line, ":") {
            continue;
        }
        if let Some((time, used)) = clock(line, &tokens[start..]) {
            let between = &tokens[start + used..];
            let joins = |token: &Token| {
                let text = token.of(line);
                MARKS.contains(&text)
                    || matches!(text, "/" | "(" | ")")
                    || has(&AFTER_TIMES, text)
                    || has(ZONES, text)
            };
            if between.iter().all(joins) {
                return Some((time, start));
            }
        }
    }
    None
}

/// Marks between a date and its time.
const MARKS: [&str; 7] = [",", "|", "-", "–", "—", "·", "•"];

/// 19:20, 19:20:05, 7:20 pm, 7.20pm.
pub(crate) fn clock(line: &str, tokens: &[Token]) -> Option<(Clock, usize)> {
    let [hour, mark, minute, ..] = tokens else { return None };
    let dotted = mark.is(line, ".");
    if !(mark.is(line, ":") || dotted) || hour.long(line) > 2 || minute.long(line) != 2 {
        return None;
    }
    let (mut hour, minute) = (hour.number(line)?, minute.number(line)?);
    let mut used = 3;
    if let [mark, second, ..] = &tokens[used..]
        && mark.is(line, ":")
        && second.long(line) == 2
        && second.kind == TokenKind::Digits
    {
        used += 2;
    }
    let half = tokens
        .get(used)
        .and_then(|token| Some((find(&HALVES, &token.word(line)?)?, 1)))
        .or_else(|| {
            let [letter, _, m, ..] = tokens.get(used..)? else { return None };
            let word = letter.word(line)? + &m.word(line)?;
            Some((find(&HALVES, &word)?, 3))
        });
    if let Some((second, tokens)) = half {
        if !(1..=12).contains(&hour) {
            return None;
        }
        hour = hour % 12 + if second { 12 } else { 0 };
        used += tokens;
    } else if dotted {
        return None;
    }
    ((0..24).contains(&hour) && (0..60).contains(&minute))
        .then_some((Clock { hour: hour as u8, minute: minute as u8 }, used))
}
