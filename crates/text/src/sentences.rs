//! Sentences of a text.

use dateline_model::Span;

use crate::tokens::is_letter;

/// What a language says of full stops.
#[derive(Clone, Copy, Debug)]
pub struct Stops {
    /// Words after which a full stop ends no sentence. Sorted; lower case; without the stop. Only
    /// words that are rare as the last of a sentence.
    pub abbreviations: &'static [&'static str],
    /// Words that open a sentence also behind initials: "to the U.S. He stayed". As they are written.
    pub openings: &'static [&'static str],
}

impl Stops {
    /// No word: initials and numbers are understood.
    pub const NONE: Self = Self { abbreviations: &[], openings: &[] };
}

/// The sentences of a text, without the white space around them. An empty line
/// always ends one, and so does what stands before a dateline that ran into it.
///
/// ```
/// # use dateline_text::{Stops, sentences};
/// let text = "The U.S. envoy met Mr. Weiss. \u{201c}Good.\u{201d} They parted.\n\nThe end";
/// let stops = Stops { abbreviations: &["mr"], openings: &["They"] };
/// let cut: Vec<&str> = sentences(text, &stops).iter().map(|span| span.of(text)).collect();
/// assert_eq!(cut, ["The U.S. envoy met Mr. Weiss.", "\u{201c}Good.\u{201d}", "They parted.", "The end"]);
/// ```
pub fn sentences(text: &str, stops: &Stops) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let mut end = at + c.len_utf8();
        if c == '\n' {
            let breaks = text[end..].trim_start_matches([' ', '\t', '\r']).starts_with('\n');
            if breaks {
                push_trimmed(&mut out, text, start, at);
                start = end;
            }
            continue;
        }
        if c == '(' {
            let place = dateline(&text[start..], at - start).map(|place| start + place);
            if let Some(place) = place.filter(|place| !text[start..*place].trim().is_empty()) {
                push_trimmed(&mut out, text, start, place);
                start = place;
            }
            continue;
        }
        if !matches!(c, '.' | '!' | '?' | '\u{2026}') {
            continue;
        }
        while let Some(&(next, closing)) = chars.peek() {
            if !matches!(
                closing,
                '.' | '!' | '?' | '\'' | '"' | ')' | ']' | '\u{2019}' | '\u{201D}' | '\u{00BB}'
            ) {
                break;
            }
            end = next + closing.len_utf8();
            chars.next();
        }
        if ends_sentence(stops, &text[start..at], c, &text[end..]) {
            push_trimmed(&mut out, text, start, end);
            start = end;
        }
    }
    push_trimmed(&mut out, text, start, text.len());
    out
}

/// Whether the stop `mark` between `before` and `after` ends a sentence.
fn ends_sentence(stops: &Stops, before: &str, mark: char, after: &str) -> bool {
    if !after.is_empty() && !after.starts_with(char::is_whitespace) {
        return false;
    }
    let next = after.trim_start().chars().next();
    let opens = next.is_none_or(|c| !c.is_lowercase());
    if mark != '.' {
        return opens;
    }
    let word = before.rsplit(|c: char| !(is_letter(c) || c == '.')).next().unwrap_or("");
    let initials = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let dotted = word.contains('.');
    let short = word.len() <= 8
        && stops
            .abbreviations
            .binary_search(&word.to_lowercase().replace('.', "").as_str())
            .is_ok();
    // "U.S." ends a sentence only where a clear opening word follows.
    let opening = after.trim_start().split(|c: char| !is_letter(c)).next().unwrap_or("");
    let clear = stops.openings.contains(&opening);
    opens && !short && (!(initials || dotted) || clear || next.is_none())
}

/// The longest name of an agency and the longest place in a dateline, in bytes.
const AGENCY: usize = 24;
const PLACE: usize = 48;

/// Whether a sentence begins with a dateline, "Quell, Merida (Nordwire) -- The board …".
pub fn opens_with_dateline(sentence: &str) -> bool {
    let bracket = sentence.find('(').filter(|bracket| *bracket <= PLACE);
    bracket
        .and_then(|bracket| dateline(sentence, bracket))
        .is_some_and(|place| sentence[..place].trim().is_empty())
}

/// Where a dateline begins whose agency's bracket is at `bracket`: the place in "Boats stay in harbour Quell,
/// Merida (Nordwire) -- The board …", the bracket where no place stands before it.
fn dateline(text: &str, bracket: usize) -> Option<usize> {
    let inside = &text[bracket + 1..];
    let close = inside.bytes().take(AGENCY).position(|byte| byte == b')')?;
    let (agency, rest) = (&inside[..close], inside[close + 1..].trim_start_matches(' '));
    let news =
        rest.strip_prefix("--").or_else(|| rest.strip_prefix(['\u{2013}', '\u{2014}', '-']))?;
    let news = news.strip_prefix(' ')?.trim_start_matches(['"', '\u{201c}', '\u{201e}', '\u{ab}']);
    if !agency.starts_with(char::is_uppercase) || !news.starts_with(char::is_uppercase) {
        return None;
    }
    let before = text[..bracket].trim_end_matches(' ');
    // Back over "Quell, Merida" and "QUELL, Oct. 9", to the first word that no dateline has.
    let (mut place, mut from) = (before.len(), before.len());
    for word in before.rsplit(' ') {
        let whole = word.trim_end_matches([',', '.']);
        let day = !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit());
        let named = whole.starts_with(char::is_uppercase) && whole.chars().all(is_placed);
        let ends = word.ends_with(['!', '?', ':', ';']) || (word.ends_with('.') && whole.len() > 4);
        from = from.saturating_sub(word.len() + usize::from(from < before.len()));
        if !(named || day) || (ends && place < before.len()) || before.len() - from > PLACE {
            break;
        }
        if named {
            place = from;
        }
    }
    // The day of no place is none of its.
    if place == before.len() && before.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    // "the Harbour Pilots' Board (HPB) - The board" says what it is called for short.
    let initials: String =
        before[place..].split(' ').filter_map(|word| word.chars().next()).collect();
    (initials != agency).then_some(if place == before.len() { bracket } else { place })
}

/// What a place is written with.
fn is_placed(c: char) -> bool {
    is_letter(c) || matches!(c, '-' | '\'' | '\u{2019}' | '.')
}

fn push_trimmed(out: &mut Vec<Span>, text: &str, start: usize, end: usize) {
    let piece = &text[start..end];
    let trimmed = piece.trim();
    if !trimmed.is_empty() {
        let start = start + (piece.len() - piece.trim_start().len());
        out.push(Span::new(start, start + trimmed.len()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STOPS: Stops = Stops { abbreviations: &["mr"], openings: &["He"] };

    fn check(text: &str, expected: &[&str]) {
        let cut: Vec<&str> = sentences(text, &STOPS).iter().map(|span| span.of(text)).collect();
        assert_eq!(cut, expected, "{text}");
    }

    #[test]
    fn a_stop_inside_a_number_or_name_ends_nothing() {
        check("It fell 3.5 points. J. Smith left.", &["It fell 3.5 points.", "J. Smith left."]);
        check("He moved to the U.S. He stayed.", &["He moved to the U.S.", "He stayed."]);
        check("Zamin.uz reported it.", &["Zamin.uz reported it."]);
    }

    #[test]
    fn a_bullet_is_a_paragraph_of_its_own() {
        check("One line\n\n\u{2022} Two. Three", &["One line", "\u{2022} Two.", "Three"]);
    }

    #[test]
    fn a_dateline_that_ran_in_begins_a_sentence() {
        check(
            "Boats stay in harbour Quell, Merida (Nordwire) -- The board closed it. More.",
            &["Boats stay in harbour", "Quell, Merida (Nordwire) -- The board closed it.", "More."],
        );
        check(
            "Boats stay in (NW) \u{2014} \u{201c}No,\u{201d} she said.",
            &["Boats stay in", "(NW) \u{2014} \u{201c}No,\u{201d} she said."],
        );
        check("QUELL (NW) - The board closed it.", &["QUELL (NW) - The board closed it."]);
        check("QUELL, Oct 9 (NW) - The board.", &["QUELL, Oct 9 (NW) - The board."]);
        check("Boats stay QUELL, May 9 (NW) - So.", &["Boats stay", "QUELL, May 9 (NW) - So."]);
        let day = "The board met on 9 (NW) - So.";
        check(day, &[day]);
        // An aside, and a name with what it is for short.
        let aside = "The boats (Larks) -- and all else -- stayed.";
        check(aside, &[aside]);
        let short = "the Harbour Pilots Board (HPB) - The others";
        check(short, &[short]);
    }

    #[test]
    fn hostile_text_is_cut_in_one_pass() {
        let text = ". ".repeat(100_000);
        assert!(sentences(&text, &STOPS).len() <= 100_000);
    }
}
