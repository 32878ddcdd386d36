//! Times of day beside a date.

use dateline_lang::page::{AFTER_TIMES, BEFORE_TIMES, HALVES, find, has};
use dateline_lang::shared::calendar::ZONES;
use dateline_model::Clock;

use super::pieces::Kind;
use super::pieces::Piece;

/// A time after a date, with the number of pieces up to its end.
pub(crate) fn time_after(line: &str, pieces: &[Piece]) -> Option<(Clock, usize)> {
    let skip = pieces
        .iter()
        .take(4)
        .take_while(|piece| {
            let text = piece.of(line);
            MARKS.contains(&text)
                || matches!(text, "T" | "." | "@" | "/" | "(")
                || has(&BEFORE_TIMES, text)
        })
        .count();
    let (time, used) = clock(line, &pieces[skip..])?;
    Some((time, skip + used))
}

/// A time just before a date, with the index of its first piece.
pub(crate) fn time_before(line: &str, pieces: &[Piece]) -> Option<(Clock, usize)> {
    // The longest is "10:12:00 p.m. ET - ": look back no further.
    for start in pieces.len().saturating_sub(10)..pieces.len() {
        if start > 0 && pieces[start - 1].is(line, ":") {
            continue;
        }
        if let Some((time, used)) = clock(line, &pieces[start..]) {
            let between = &pieces[start + used..];
            let joins = |piece: &Piece| {
                let text = piece.of(line);
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
pub(crate) fn clock(line: &str, pieces: &[Piece]) -> Option<(Clock, usize)> {
    let [hour, mark, minute, ..] = pieces else { return None };
    let dotted = mark.is(line, ".");
    if !(mark.is(line, ":") || dotted)
        || hour.end - hour.start > 2
        || minute.end - minute.start != 2
    {
        return None;
    }
    let (mut hour, minute) = (hour.number(line)?, minute.number(line)?);
    let mut used = 3;
    if let [mark, second, ..] = &pieces[used..]
        && mark.is(line, ":")
        && second.end - second.start == 2
        && second.kind == Kind::Digits
    {
        used += 2;
    }
    let half = pieces
        .get(used)
        .and_then(|piece| Some((find(&HALVES, &piece.word(line)?)?, 1)))
        .or_else(|| {
            let [letter, _, m, ..] = pieces.get(used..)? else { return None };
            let word = letter.word(line)? + &m.word(line)?;
            Some((find(&HALVES, &word)?, 3))
        });
    if let Some((second, pieces)) = half {
        if !(1..=12).contains(&hour) {
            return None;
        }
        hour = hour % 12 + if second { 12 } else { 0 };
        used += pieces;
    } else if dotted {
        return None;
    }
    ((0..24).contains(&hour) && (0..60).contains(&minute))
        .then_some((Clock { hour: hour as u8, minute: minute as u8 }, used))
}
