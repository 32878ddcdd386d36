//! Which outlet's page it is: the names that its lines tell, and what speaks for each.

use std::collections::BTreeMap;

use dateline_lang::page::{
    BY, CHANNELS, MORE_FROM, OUTLET_ARTICLES, OWNER_ENDS, OWNER_MARKS, PLEAS, PRAISES, REPORTERS,
    US, has,
};
use dateline_lang::shared::names::COMPANY_FORMS;
use dateline_lang::shared::outlets::agency;

use super::places::{Page, Zones};
use crate::facts::names::{is_domain, known_outlet, outlet_name};
use crate::sheet::look::Look;

/// So many lines that state an owner are read; a page states it once or twice.
const OWNERS: usize = 20;

/// Outlets that lines name, with what speaks for each and the strongest line.
pub(super) fn outlets(page: &Page, zones: &Zones) -> BTreeMap<String, (i32, usize)> {
    let mut told: BTreeMap<String, (i32, usize)> = BTreeMap::new();
    let mut tell = |name: String, score: i32, line: usize| {
        let entry = told.entry(name).or_insert((0, line));
        entry.0 += score;
    };
    let mut reported: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut owners = 0;
    let mut sources: BTreeMap<&'static str, Vec<usize>> = BTreeMap::new();
    for (index, line) in page.lines.iter().enumerate() {
        if zones.body.contains(&index) || line.chars > 400 {
            reported_by(&line.text, index, &mut reported);
            continue;
        }
        reported_by(&line.text, index, &mut reported);
        if let Some(name) = supported(&line.text) {
            tell(name, 6, index);
        }
        if owners < OWNERS
            && let Some(name) = owner(&line.text)
        {
            owners += 1;
            match outlet_name(&name) {
                Some(name) => tell(name, 3, index),
                // The owner of the page is its outlet where the name stands on
                // a line of its own as well, as a masthead does.
                None if masthead(page, &name) => tell(name, 2, index),
                None => {}
            }
        }
        if let Look::Date(dates) = &page.looks[index]
            && zones.head.contains(&index)
        {
            let beside =
                line.text[..dates[0].start].trim_matches([' ', ',', '|', '-', '–', '—', '•', '·']);
            let after = line.text[dates[dates.len() - 1].end..]
                .trim_matches([' ', ',', '|', '-', '–', '—', '•', '·']);
            for name in [beside, after].into_iter().filter_map(outlet_name) {
                tell(name, 6, index);
            }
        }
        let alone =
            zones.head.contains(&index) && page.looks[index] == Look::Plain && line.chars <= 40;
        if let Some(name) = outlet_name(&line.text).filter(|_| alone && agency(&line.key).is_none())
        {
            tell(name, 6, index);
            continue;
        }
        let Some(name) = (line.chars <= 60).then(|| known_outlet(&line.text)).flatten() else {
            continue;
        };
        if index >= zones.body.end {
            sources.entry(name).or_default().push(index);
        } else if agency(&line.key).is_none() {
            tell(
                name.to_owned(),
                if index < 3 || zones.head.contains(&index) { 6 } else { 3 },
                index,
            );
        }
    }
    // "This was reported by …" in several stories is the site's own phrase.
    for (name, lines) in reported.into_iter().filter(|row| row.1.len() >= 2) {
        tell(name, 5, lines[0]);
    }
    // Other stories' source lines: where all name one outlet, this is its too.
    if let [(name, lines)] = sources.iter().collect::<Vec<_>>()[..]
        && lines.len() >= 2
    {
        tell((*name).to_owned(), 4, lines[0]);
    }
    // "The Harbour Gazette" and "Harbour Gazette" are one; the fuller name stays.
    let full: Vec<String> =
        told.keys().filter(|name| without_article(name).is_some()).cloned().collect();
    for name in full {
        if let Some((score, _)) = without_article(&name).and_then(|bare| told.remove(bare))
            && let Some(entry) = told.get_mut(&name)
        {
            entry.0 += score;
        }
    }
    told
}

fn without_article(name: &str) -> Option<&str> {
    OUTLET_ARTICLES.iter().find_map(|article| name.strip_prefix(*article))
}

fn reported_by(text: &str, index: usize, reported: &mut BTreeMap<String, Vec<usize>>) {
    for (at, words) in REPORTERS.iter().flat_map(|words| text.match_indices(*words)) {
        let rest = text[at + words.len()..].split_whitespace().next().unwrap_or("");
        let name = rest.trim_end_matches(['.', ',', ';']);
        if is_domain(name) || known_outlet(name).is_some() {
            let name = known_outlet(name).map_or_else(|| name.to_owned(), str::to_owned);
            reported.entry(name).or_default().push(index);
        }
    }
}

/// "Support X on Patreon!", "Follow X on Telegram", "Subscribe to X".
fn supported(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let plea = PLEAS.iter().chain(&*MORE_FROM).find(|words| lower.starts_with(**words))?;
    let rest = text.get(plea.len()..)?;
    let channel = CHANNELS.iter().find_map(|joint| rest.split_once(*joint));
    let name = channel.map_or(rest, |row| row.0).trim_end_matches(['!', '.', ':']).trim();
    let known = known_outlet(name).map(str::to_owned);
    let capitalised = name.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    let channel =
        channel.is_some() && capitalised && (1..=4).contains(&name.split_whitespace().count());
    let more = MORE_FROM.contains(plea).then(|| outlet_name(name)).flatten();
    known
        .or(more)
        .or_else(|| (channel && !has(&US, &name.to_ascii_lowercase())).then(|| name.to_owned()))
}

/// "© 2025 X. All rights reserved."
fn owner(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let (at, mark) = OWNER_MARKS.iter().find_map(|mark| lower.find(mark).map(|at| (at, mark)))?;
    let rest = text.get(at + mark.len()..)?;
    let junk = |c: char| {
        c.is_ascii_digit()
            || c.is_whitespace()
            || matches!(c, '©' | '-' | '–' | ',' | '.' | '(' | ')' | 'C' | 'c')
    };
    let start = rest.find(|c: char| !junk(c) || c.is_alphabetic() && !matches!(c, 'c' | 'C'))?;
    // A "C" that opens a name was taken for "(C)": give it back.
    let back = rest[..start]
        .rfind(|c: char| !matches!(c, 'c' | 'C'))
        .map_or(0, |at| at + rest[at..].chars().next().map_or(1, char::len_utf8));
    let rest = rest[back..].trim_start_matches(|c: char| !c.is_alphabetic());
    let rest = BY.iter().fold(rest, |rest, by| rest.trim_start_matches(by));
    let lower = rest.to_lowercase();
    let end = [". ", ", ", " - ", " | "]
        .iter()
        .chain(&*OWNER_ENDS)
        .filter_map(|words| lower.find(words))
        .min()
        .unwrap_or(rest.len());
    let name = rest.get(..end)?.trim().trim_end_matches('.');
    let name = COMPANY_FORMS
        .iter()
        .fold(name, |name, form| name.strip_suffix(form).unwrap_or(name))
        .trim_end_matches(',');
    let words = name.split_whitespace().count();
    let fits = name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && (1..=5).contains(&words)
        && name.len() <= 60;
    fits.then(|| name.to_owned())
}

/// Whether a name stands alone on one of the first lines, or often anywhere.
fn masthead(page: &Page, name: &str) -> bool {
    let key = dateline_text::key_of(name);
    let alone = page.lines.iter().take(2_000).filter(|line| line.key == key).count();
    alone >= 2 || page.lines.iter().take(40).any(|line| line.key == key)
}

/// "Explore what Harbour AI can do for you": the site speaks of itself.
pub(super) fn site(page: &Page) -> Option<(String, usize)> {
    page.lines.iter().enumerate().find_map(|(index, line)| {
        let (head, before, part) = PRAISES.iter().find_map(|(after, before, part)| {
            let head = line.text.split_once(after).filter(|_| line.chars <= 140)?.0;
            Some((head, before, part))
        })?;
        let name = head.rsplit_once(before).map_or(head, |row| row.1).trim().trim_end_matches(part);
        name.starts_with(char::is_uppercase).then(|| (name.to_owned(), index))
    })
}
