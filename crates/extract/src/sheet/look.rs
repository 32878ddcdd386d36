//! What a line looks like without its neighbours.

use dateline_lang::page::{
    AFTER_DATES, AGOS, BY, BYLINES, DATE_OPENINGS, Effect, LOOSE_BYLINES, NAME_SUFFIXES, NEAR_DAYS,
    POSITIONS, SECTIONS, has,
};

use dateline_text::digit;

use crate::facts::printed::{self, PrintedDate};
use crate::lines::Line;

/// See the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    /// Says the words of a furniture rule.
    Rule(Effect),
    /// Describes a picture.
    Caption,
    /// A date, with few words around it.
    Date(Vec<PrintedDate>),
    /// A time of day, or how long ago.
    Time,
    /// "By" and a name.
    Byline,
    /// "#Tag".
    Hashtag,
    /// No letters: counts, degrees, reactions.
    Counter,
    /// The name of a section.
    Section,
    /// Anything else.
    Plain,
}

/// A date line has at most this many words beside its date: "By Ada Lind and
/// Tom Ek, Staff Writers, Updated" has nine.
const WORDS_BESIDE_A_DATE: usize = 10;

/// The looks of all lines. A sentence between two paragraphs that only holds a
/// rule's words is prose about them, not the page speaking.
pub(super) fn looks(lines: &[Line]) -> Vec<Look> {
    let mut looks: Vec<Look> = lines.iter().map(look).collect();
    let prose =
        |index: usize, looks: &[Look]| looks[index] == Look::Plain && lines[index].is_paragraph();
    for index in 1..lines.len().saturating_sub(1) {
        let line = &lines[index];
        let loose =
            line.loose && line.ends && line.chars >= 60 && matches!(looks[index], Look::Rule(_));
        if loose && prose(index - 1, &looks) && prose(index + 1, &looks) {
            looks[index] = Look::Plain;
        }
    }
    looks
}

fn look(line: &Line) -> Look {
    if let Some(rule) = line.rule {
        // A byline with its date counts before the notice that follows on its line.
        let dates = if opens_by(&line.key) { date_line(line) } else { Vec::new() };
        if !dates.is_empty() {
            return Look::Date(dates);
        }
        return if rule.effect == Effect::Caption {
            Look::Caption
        } else {
            Look::Rule(rule.effect)
        };
    }
    if !line.text.contains(char::is_alphabetic) || (line.words <= 1 && line.chars <= 2) {
        let dates = date_line(line);
        return if !dates.is_empty() {
            Look::Date(dates)
        } else if printed::lone_time(&line.text) {
            Look::Time
        } else {
            Look::Counter
        };
    }
    if line.text.starts_with('#') && line.words <= 5 && line.chars <= 60 {
        return Look::Hashtag;
    }
    if line.chars <= 420
        && POSITIONS.iter().any(|position| line.key.contains(position))
        && !line.ends
    {
        return Look::Caption;
    }
    let dates = date_line(line);
    if !dates.is_empty() {
        return Look::Date(dates);
    }
    if ago(line) || printed::lone_time(&line.text) {
        return Look::Time;
    }
    if byline(line) {
        return Look::Byline;
    }
    if has(&SECTIONS, &line.key) {
        return Look::Section;
    }
    Look::Plain
}

/// The dates of a line that has little beside them.
fn date_line(line: &Line) -> Vec<PrintedDate> {
    if line.chars > 400 || !line.text.contains(|c| digit(c).is_some()) {
        return Vec::new();
    }
    let dates = printed::find(&line.text);
    if dates.first().is_some_and(|date| opens_with(line, date)) {
        return dates;
    }
    if line.chars > 200 {
        return Vec::new();
    }
    let inside: usize =
        dates.iter().map(|date| line.text[date.start..date.end].split_whitespace().count()).sum();
    let long_prose = line.ends && line.words > inside + 4;
    if line.words > inside + WORDS_BESIDE_A_DATE || long_prose { Vec::new() } else { dates }
}

/// "By Ada Lind on 3 May 2024 | 18 comments. This post may …": a line that opens
/// with byline or label and date, and goes on as no sentence does.
fn opens_with(line: &Line, date: &PrintedDate) -> bool {
    let Some((_, named)) = DATE_OPENINGS.iter().find(|row| line.key.starts_with(row.0)) else {
        return false;
    };
    let (before, after) = (&line.text[..date.start], &line.text[date.end..]);
    let after = after.trim_start();
    let ends = after.is_empty()
        || after.starts_with(['|', '•', '·', '.', '—', '–', '-', '/', '('])
        || AFTER_DATES.iter().any(|word| after.starts_with(word));
    let name = before.split_whitespace().nth(1);
    let named = !named || name.is_some_and(|name| name.starts_with(char::is_uppercase));
    let small = before.split_whitespace().count() <= 8;
    ends && small && before.chars().count() <= 70 && named
}

/// "3 hours ago", "Today, 01:39", "World Yesterday, 23:37".
fn ago(line: &Line) -> bool {
    let clocked = line.words <= 5
        && line.key.contains(':')
        && NEAR_DAYS.iter().any(|day| line.key.contains(day))
        && line.key.ends_with(|c: char| c.is_ascii_digit());
    clocked || (line.words <= 4 && says_ago(&line.key))
}

/// Whether a key ends in how long ago something was.
pub(super) fn says_ago(key: &str) -> bool {
    AGOS.iter().any(|ago| key.ends_with(ago))
}

fn opens_by(key: &str) -> bool {
    BY.iter().any(|by| key.starts_with(by))
}

fn byline(line: &Line) -> bool {
    let mut openings = BYLINES.iter().chain(&*LOOSE_BYLINES);
    let opening = openings.find(|words| line.key.starts_with(**words));
    let Some(name) = opening.and_then(|words| line.text.get(words.len()..)) else { return false };
    line.chars <= 120
        && line.words <= 14
        && (!line.ends || NAME_SUFFIXES.iter().any(|suffix| line.key.ends_with(suffix)))
        && name.trim_start().starts_with(|c: char| c.is_uppercase())
}
