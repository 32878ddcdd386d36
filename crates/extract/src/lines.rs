//! The lines of a page, with what can be seen of each without its neighbours.

use std::collections::HashMap;

use dateline_text::{is_invisible, key_of};

use dateline_lang::page::{Rule, rule_of};

/// One line that is not empty.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// Without white space around it and without its bullet.
    pub text: String,
    /// For comparing: see [`key_of`].
    pub key: String,
    /// Whether a bullet stood before it.
    pub bullet: bool,
    /// Whether empty lines stand before it.
    pub gap: bool,
    /// Characters of `text`.
    pub chars: usize,
    /// Words of `text`.
    pub words: usize,
    /// Whether it ends as a sentence does.
    pub ends: bool,
    /// How many lines of the page say the same.
    pub copies: usize,
    /// The furniture rule whose words it says.
    pub rule: Option<&'static Rule>,
    /// Whether that rule's words stand inside it only, as in prose about them.
    pub loose: bool,
}

impl Line {
    /// Whether it is as long as a paragraph and ends as one.
    pub fn is_paragraph(&self) -> bool {
        self.ends && self.chars >= 80
    }
}

/// Reads the lines of a page; joins hard-wrapped ones first.
pub(crate) fn read(text: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut gap = false;
    for raw in text.split(['\n', '\r', '\u{2028}', '\u{2029}', '\u{000C}', '\u{0085}']) {
        match line(raw, gap) {
            Some(line) => {
                lines.push(line);
                gap = false;
            }
            None => gap = true,
        }
    }
    compared(if wrapped(&lines) { join(lines) } else { lines })
}

/// Lines that are parted already, each with whether it stands in a list. None is lost or joined.
pub(crate) fn parted<'t>(texts: impl Iterator<Item = (&'t str, bool)>) -> Vec<Line> {
    let whole = |(text, item): (&str, bool)| {
        let mut line = line_of(readable(text), item, true);
        measure(&mut line);
        line
    };
    compared(texts.map(whole).collect())
}

/// Says of each line what the others and the rules' words say of it.
fn compared(mut lines: Vec<Line>) -> Vec<Line> {
    let mut copies: HashMap<&str, usize> = HashMap::new();
    for line in &lines {
        *copies.entry(&line.key).or_default() += 1;
    }
    let counts: Vec<usize> = lines.iter().map(|line| copies[line.key.as_str()]).collect();
    for (line, count) in lines.iter_mut().zip(counts) {
        line.copies = count;
        let found = rule_of(&line.key, line.chars);
        line.rule = found.map(|row| row.0);
        line.loose = found.is_some_and(|row| row.1);
    }
    lines
}

fn line(raw: &str, gap: bool) -> Option<Line> {
    let blank = |c: char| c.is_whitespace() || is_invisible(c);
    let inner = raw.trim_matches(blank);
    if inner.is_empty() {
        return None;
    }
    let (text, bullet) = match inner.chars().next() {
        Some(mark @ ('•' | '*' | '▪' | '◦' | '●' | '‣' | '·' | '■' | '○' | '–' | '-' | '+'))
            if inner[mark.len_utf8()..].starts_with(char::is_whitespace) =>
        {
            (inner[mark.len_utf8()..].trim_start_matches(blank), true)
        }
        _ => (inner, false),
    };
    let mut line = line_of(readable(text), bullet, gap);
    measure(&mut line);
    Some(line)
}

/// A no-break space reads as a space, and where a word may break shows nothing; all else stays as it was
/// printed, joiners and marks of direction too.
fn readable(text: &str) -> String {
    let breaks = |c: &char| matches!(c, '\u{00AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}');
    let space = |c| if matches!(c, '\u{00A0}' | '\u{202F}') { ' ' } else { c };
    text.chars().filter(|c| !breaks(c)).map(space).collect()
}

/// A line that is not measured yet.
fn line_of(text: String, bullet: bool, gap: bool) -> Line {
    Line {
        key: key_of(&text),
        bullet,
        gap,
        chars: 0,
        words: 0,
        ends: false,
        copies: 1,
        rule: None,
        loose: false,
        text,
    }
}

fn measure(line: &mut Line) {
    line.chars = line.text.chars().count();
    line.words =
        line.text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
    line.ends = ends_sentence(&line.text);
}

/// Whether a text ends in a full stop or its like, closing marks aside.
pub(crate) fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '"' | '\'' | ')' | ']' | '\u{2019}' | '\u{201D}' | '\u{201C}' | '\u{00BB}'
            )
    });
    bare.ends_with(['.', '!', '?', '…', '。', '؟', '।', '！', '？'])
}

/// Words of four letters and more, as they are compared, each with its place.
pub(crate) fn content_words(key: &str) -> impl Iterator<Item = (usize, &str)> {
    let words = key.split(|c: char| !c.is_alphanumeric());
    words
        .scan(0, |next, word| {
            let at = *next;
            // A mark of several bytes may stand behind the word.
            let after = key[at + word.len()..].chars().next();
            *next = at + word.len() + after.map_or(0, char::len_utf8);
            Some((at, word))
        })
        .filter(|(_, word)| word.len() >= 4 && word.chars().nth(3).is_some())
}

/// Whether the page breaks its paragraphs into lines of one width. Then no line
/// is long, and many go on in lower case on the next line. Scraped pages have
/// their long paragraphs on one line.
fn wrapped(lines: &[Line]) -> bool {
    let width = lines.iter().map(|line| line.chars).max().unwrap_or(0);
    if !(50..=110).contains(&width) {
        return false;
    }
    let full = lines.iter().filter(|line| line.chars * 10 >= width * 7).count();
    let goes_on = lines
        .windows(2)
        .filter(|pair| {
            continues(&pair[0], &pair[1], width) && pair[1].text.starts_with(char::is_lowercase)
        })
        .count();
    goes_on >= 2 && goes_on * 3 >= full
}

fn continues(one: &Line, next: &Line, width: usize) -> bool {
    !next.gap && !next.bullet && one.chars * 10 >= width * 7
}

fn join(lines: Vec<Line>) -> Vec<Line> {
    let width = lines.iter().map(|line| line.chars).max().unwrap_or(0);
    let mut out: Vec<Line> = Vec::with_capacity(lines.len());
    let mut previous = 0;
    for line in lines {
        let last = line.chars;
        match out.last_mut() {
            Some(before)
                if !line.gap
                    && !line.bullet
                    && previous * 10 >= width * 7
                    && !labelled(&line.text) =>
            {
                before.text.push(' ');
                before.text.push_str(&line.text);
            }
            _ => out.push(line),
        }
        previous = last;
    }
    for line in &mut out {
        line.key = key_of(&line.text);
        measure(line);
    }
    out
}

/// "Date: …" begins a line of its own, also in a wrapped text.
fn labelled(text: &str) -> bool {
    text.split_once(':').is_some_and(|(key, _)| key.len() <= 20 && !key.contains(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(page: &str, expected: &[&str]) {
        let lines: Vec<String> = read(page).into_iter().map(|line| line.text).collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn places_where_a_word_may_break_do_not_part_it() {
        check(
            "Ada\u{00AD} L\u{200B}ind\u{00A0}came on Mon\u{00AD}day",
            &["Ada Lind came on Monday"],
        );
        check("می\u{200C}خواهم", &["می\u{200C}خواهم"]);
    }

    #[test]
    fn bullets_and_white_space_around_lines_are_taken_off() {
        check(
            "  • On 16 May\r\n\r\n\u{FEFF}Title\u{00A0}here \n- 5 degrees",
            &["On 16 May", "Title here", "5 degrees"],
        );
        check("-5 degrees\n*starred*", &["-5 degrees", "*starred*"]);
    }

    #[test]
    fn hard_wrapped_paragraphs_become_one_line_each() {
        check(
            "Harbour opens\n\nThe old harbour of the small town opened again on Sunday after\nnine years of quiet work, and the first boat that came into\nport carried salt and a choir of thirty.\n\nThe mayor said that the work had cost far less than the town\nhad feared at first.",
            &[
                "Harbour opens",
                "The old harbour of the small town opened again on Sunday after nine years of quiet work, and the first boat that came into port carried salt and a choir of thirty.",
                "The mayor said that the work had cost far less than the town had feared at first.",
            ],
        );
    }

    #[test]
    fn lists_of_short_lines_are_not_joined() {
        check(
            "Harbour opens again\nSalt arrives by boat\nchoir sings for the crew",
            &["Harbour opens again", "Salt arrives by boat", "choir sings for the crew"],
        );
    }

    #[test]
    fn a_sentence_may_end_inside_closing_marks() {
        assert!(
            ends_sentence("any settlement.'")
                && ends_sentence("(He left.)")
                && ends_sentence("“Good!”")
        );
        assert!(!ends_sentence("Background:") && !ends_sentence("Harbour opens"));
    }
}
