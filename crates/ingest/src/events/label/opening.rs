//! What stands before the news of a sentence: datelines, update lines, the date that its event has anyway.

use core::ops::Range;

use dateline_lang::events::Labels;
use dateline_lang::shared::outlets::{agency, outlet};
use dateline_text::{floor, stands_in};

use super::sentence::{LEAST, Sentence};

/// An article's dateline ends within so many bytes, with the headlines that ran into it.
const DATELINE: usize = 600;

/// Where the news begins: behind datelines, update lines, opening dates and words that tie the sentence
/// to the one before it.
pub(super) fn before_news(words: &Labels, sentence: &Sentence<'_>) -> usize {
    let mut start = 0;
    // A line has few of them; what has more is no sentence.
    for _ in 0..8 {
        let rest = &sentence.text[start..];
        let here = sentence.from(start);
        let taken = title(&here)
            .or_else(|| bullet(rest))
            .or_else(|| bracket(rest))
            .or_else(|| hour(&here))
            .or_else(|| dateline(rest))
            .or_else(|| shouted(rest))
            .or_else(|| update(words, &here))
            .or_else(|| opening_date(words, &here))
            .or_else(|| opener(words, rest))
            .or_else(|| heading(words, &here));
        let Some(taken) = taken.filter(|taken| rest[*taken..].chars().nth(LEAST - 1).is_some())
        else {
            break;
        };
        start += taken;
    }
    start
}

/// The headline that ran into it.
fn title(sentence: &Sentence<'_>) -> Option<usize> {
    let rest = sentence.text.get(sentence.title..).filter(|_| sentence.title > 0)?;
    let rest = Some(rest.trim_start()).filter(|rest| begins_sentence(rest))?;
    some_taken(sentence.text, rest)
}

/// White space and the marks of a list.
fn bullet(text: &str) -> Option<usize> {
    let rest = text.trim_start_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '*' | '•' | '·' | '-' | '–' | '—' | '>' | '|' | '…' | ')' | ']' | '”' | ',' | '.'
            )
    });
    some_taken(text, rest)
}

/// "(Update 2:45 p.m. in Oslo, 7:45 a.m. ET)", "[2:15 p.m.]".
fn bracket(text: &str) -> Option<usize> {
    let close = match text.chars().next()? {
        '(' => ')',
        '[' => ']',
        _ => return None,
    };
    let end = text[..floor(text, 90)].find(close)?;
    some_taken(text, text[end + 1..].trim_start_matches([' ', ':', '-', '–', '—']))
}

/// "2045 The harbour", in a live report whose lines open with their hours.
fn hour(sentence: &Sentence<'_>) -> Option<usize> {
    let (hour, rest) = sentence.text.split_at_checked(4).filter(|_| sentence.stamped)?;
    let time = rest.trim_start_matches([':', ' ']);
    (is_hour(hour) && time.len() < rest.len() && begins_sentence(time))
        .then(|| sentence.text.len() - time.len())
}

/// "LILLEHAVN, Norway (Harbour News) --" and "LILLEHAVN —".
fn dateline(text: &str) -> Option<usize> {
    let head = &text[..floor(text, DATELINE)];
    let mut agency = head.match_indices(')').filter_map(|(close, _)| {
        let open = head[..close].rfind('(')?;
        let place = head[..open].split_whitespace().last();
        let named = |word: &str| word.chars().any(char::is_uppercase);
        // Headlines without a place may have run into "(AP) --".
        let reports = || {
            let name = head[open + 1..close].to_lowercase();
            agency(&name).or_else(|| outlet(&name)).is_some()
        };
        let fits =
            head[open..close].chars().count() <= 30 && (place.is_none_or(named) || reports());
        let rest = behind_dash(text[close + 1..].trim_start())?;
        (fits && named(&head[open..close]) && begins_sentence(rest))
            .then(|| text.len() - rest.len())
    });
    let spelled = || {
        let first = text.split(|c: char| !c.is_alphabetic()).next()?;
        let shouted = first.chars().count() >= 3 && first.chars().all(char::is_uppercase);
        let mut blanks = text[..floor(text, 60)].match_indices(' ').map(|(at, _)| at);
        let dash = blanks.find(|at| text[at + 1..].starts_with(['-', '–', '—']))?;
        let dashes = text[dash..].trim_start();
        let long = dashes.starts_with("--") || dashes.starts_with('—');
        let place = text[..dash].split(' ').all(|word| word.starts_with(char::is_uppercase));
        let shouted = shouted || (long && place && text[..dash].split(' ').count() <= 3);
        let rest = behind_dash(dashes)?;
        let alone = ![" - ", " -- ", " – ", " — "].iter().any(|mark| rest.contains(mark));
        (shouted && alone && begins_sentence(rest)).then(|| text.len() - rest.len())
    };
    agency.next_back().or_else(spelled)
}

fn behind_dash(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(['-', '–', '—']);
    (rest.len() < text.len() && rest.starts_with(char::is_whitespace)).then(|| rest.trim_start())
}

fn begins_sentence(text: &str) -> bool {
    text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "\"“„«".contains(c))
}

/// A heading in capitals that ran into the sentence: "FERRIES STOPPED The harbour board …".
fn shouted(text: &str) -> Option<usize> {
    let capital =
        |word: &str| word.chars().any(char::is_alphabetic) && !word.chars().any(char::is_lowercase);
    let mut end = 0;
    let mut count = 0;
    for word in text.split_inclusive(' ').take(16) {
        // "A" may be the sentence's own.
        if !capital(word) || (word.trim_end().chars().count() == 1 && count > 0) {
            break;
        }
        end += word.len();
        count += 1;
    }
    let rest = &text[end..];
    let sentence = rest.starts_with(char::is_uppercase) || rest.starts_with(['“', '"']);
    (count > 1 && end > 9 && !text[..end].contains(':') && sentence).then_some(end)
}

/// A heading that ran into the sentence: "Crews walk out again Hundreds of boats stayed in the harbour".
///
/// What begins a sentence has a capital, stands behind a word that leads to no name and is no name itself.
fn heading(words: &Labels, sentence: &Sentence<'_>) -> Option<usize> {
    let text = &sentence.text[..floor(sentence.text, DATELINE)];
    let small = |word: &str| !word.is_empty() && word.chars().all(char::is_lowercase);
    let opens = |word: &str| {
        let rest = word.char_indices().nth(1).map_or("", |(at, _)| &word[at..]);
        word.starts_with(char::is_uppercase) && small(rest)
    };
    let within = |ranges: &[Range<usize>], at: usize| ranges.iter().any(|one| one.contains(&at));
    // Elsewhere in the text it is written small.
    let is_common = |word: &str| stands_in(sentence.body, &word.to_lowercase());
    let mut at = 0;
    let mut before = "";
    for (place, word) in text.split(' ').enumerate() {
        let start = at;
        at += word.len() + 1;
        let last = core::mem::replace(&mut before, word);
        if place >= LEAST_HEADING
            && opens(word)
            && small(last)
            && !words.ties(last)
            && text.get(at..).is_some_and(|next| next.starts_with(char::is_lowercase))
            && !within(&sentence.names, start)
            && !within(&sentence.times, start)
            && words.has_verb(&text[start..])
            && (words.run_in.contains(&word) || is_common(word))
        {
            return Some(start);
        }
    }
    None
}

/// A heading has so many words at least.
const LEAST_HEADING: usize = 3;

/// "UPDATE:", "Updated 5:40 p.m. ET", "12.50pm:".
fn update(words: &Labels, sentence: &Sentence<'_>) -> Option<usize> {
    let text = sentence.text;
    if let Some(word) = words.updates.iter().find(|word| starts_with(text, word)) {
        return Some(word.len());
    }
    let head = &text[..floor(text, 12)];
    let time = sentence.times.first()?;
    let opened = words.updates.iter().any(|word| {
        word.strip_suffix(": ")
            .is_some_and(|word| starts_with(head, word) && time.start == word.len() + 1)
    });
    if !opened && time.start > 0 {
        return None;
    }
    let mut end = time.end;
    for next in &sentence.times[1..] {
        if next.start > end + 2 {
            break;
        }
        end = next.end;
    }
    let mut rest = text[end..].trim_start();
    let zone = words.zones.iter().find(|zone| {
        rest.strip_prefix(**zone).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    });
    rest = rest[zone.map_or(0, |zone| zone.len())..].trim_start();
    // "Sat 22 Jan 2011 16:42:00 The harbour": what has seconds is no time of a sentence.
    let clock = rest.split(' ').next().filter(|word| word.len() > 4 && has_seconds(word));
    rest = rest[clock.map_or(0, str::len)..].trim_start();
    let zoned = words.zones.iter().any(|zone| text[..end].trim_end().ends_with(zone));
    let closed = rest.trim_start_matches([':', '|', '-', '–', '—', ',']).trim_start();
    let ends = rest.starts_with([':', '|', '-', '–', '—']) || (opened && rest.starts_with(','));
    let stamped = zone.is_some() || zoned || clock.is_some();
    (ends || (stamped && begins_sentence(rest))).then(|| text.len() - closed.len())
}

/// "16:42:00".
fn has_seconds(word: &str) -> bool {
    let digits =
        |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    word.split(':').count() == 3 && word.split(':').all(digits)
}

/// "On 16 May, direct talks were held" is dated by its heading already, and so
/// is "It is worth recalling that on 16 May, …".
fn opening_date(words: &Labels, sentence: &Sentence<'_>) -> Option<usize> {
    let (text, date) = (sentence.text, sentence.date.as_ref()?);
    let before = text[..date.start].trim_end();
    if before.len() > 80 {
        return None;
    }
    let before = before.to_lowercase();
    let introduced = words.before_date.iter().find_map(|word| before.strip_suffix(word));
    let lead = introduced.unwrap_or(&before);
    let says_nothing = words.lead_end.is_some_and(|end| lead.ends_with(end));
    let opens = lead.is_empty()
        || words.leads.contains(&before.as_str())
        || words.leads.contains(&lead)
        || (says_nothing && lead.split(' ').count() <= 6);
    let rest = text[date.end..].strip_prefix([',', ':'])?.trim_start();
    opens.then(|| text.len() - rest.len())
}

fn opener(words: &Labels, text: &str) -> Option<usize> {
    words.openers.iter().find(|word| starts_with(text, word)).map(|word| word.len())
}

/// Whether a text begins with a word of a list, in lower case and with any letters.
fn starts_with(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|head| head.to_lowercase() == word)
}

/// Four digits that are an hour: "2045".
fn is_hour(word: &str) -> bool {
    let number: Option<u32> = (word.bytes().all(|b| b.is_ascii_digit()) && word.len() == 4)
        .then(|| word.parse().ok())
        .flatten();
    number.is_some_and(|hour| hour < 2400 && hour % 100 < 60)
}

/// Whether a text is a live report whose lines open with their hours in four digits.
pub(super) fn is_stamped(text: &str) -> bool {
    let opens = |line: &&str| {
        line.split_at_checked(4)
            .is_some_and(|(hour, rest)| is_hour(hour) && rest.starts_with([':', ' ']))
    };
    text.lines().filter(opens).nth(STAMPS - 1).is_some()
}

/// So many lines must open with an hour, as many as make one no year where times are read.
const STAMPS: usize = 4;

fn some_taken(text: &str, rest: &str) -> Option<usize> {
    let taken = text.len() - rest.trim_start().len();
    (taken > 0).then_some(taken)
}
