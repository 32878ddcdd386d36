//! What speaks for or against a name on the page being the outlet's.

mod counts;

use core::ops::Range;

use dateline_lang::page::{BARE_LINKS, DESKS, NO_NAMES, SECTIONS, TOPICS, has};
use dateline_text::{QuickMap, QuickSet, letters};

use self::counts::{Counts, Place, is_owned};
use super::line::Own;
use super::{Row, capped, centred, distance, log, share};
use crate::facts::address::host;
use crate::facts::names::{is_given, known_outlet, outlet_name, person};
use crate::page::outlets::names::{Name, names, parts};
use crate::page::outlets::words::Words;
use crate::page::places::Page;

/// How many numbers there are of each name.
pub(crate) const WIDTH: usize = 77;

/// Stands for a name that is an address.
pub(crate) const SITE: u8 = u8::MAX;

/// [`agreement`] of names that an address says whole, by their first letters, or shortened.
pub(crate) const SPELLED: [u8; 3] = [5, 4, 1];

/// A name that may be the outlet's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub name: String,
    /// The line that says most of it.
    pub line: usize,
    /// How far an address on the page agrees with it; [`SITE`] where it is nothing else.
    pub agreed: u8,
    /// Which of the addresses that is.
    pub site: Option<usize>,
}

/// Names that may be the outlet's, with their numbers.
pub(crate) fn candidates(
    page: &Page,
    title: Option<usize>,
    run: &Range<usize>,
    own: &[Own],
    scores: &[i32],
    authors: &[String],
) -> Vec<(Candidate, [u8; WIDTH])> {
    let inside = |index: usize| run.contains(&index) && scores[index] > 0;
    let words = Words::of(&page.lines);
    let names = names(page, &words, inside);
    let mut firsts: QuickMap<u64, u64> = QuickMap::default();
    for (at, name) in names.iter().enumerate() {
        *firsts.entry(name.words[0]).or_default() |= 1 << at.min(63);
    }
    let mut owned: Vec<Option<bool>> = vec![None; page.lines.len()];
    let mut all: Vec<Counts> = names.iter().map(|_| Counts::default()).collect();
    for index in 0..words.lines() {
        let line = words.line(index);
        for at in 0..line.len() {
            let Some(mask) = firsts.get(&line[at].hash) else { continue };
            for (which, name) in names.iter().enumerate().filter(|row| mask >> row.0 & 1 == 1) {
                let of = &line[at..(at + name.words.len()).min(line.len())];
                let same = of.len() == name.words.len()
                    && of.iter().zip(&name.words).all(|(word, hash)| word.hash == *hash)
                    && !of[1..].iter().any(parts);
                if same {
                    let owned = *owned[index].get_or_insert_with(|| is_owned(page, index));
                    let place = Place { page, words: &words, index, at, length: of.len(), owned };
                    all[which].see(&place, inside(index), title, run);
                }
            }
        }
    }
    let named: QuickSet<u64> = names.iter().flat_map(|name| name.words.iter().copied()).collect();
    let small = words.all.iter().filter(|word| !word.capital && named.contains(&word.hash));
    let smalls: QuickSet<u64> = small.map(|word| word.hash).collect();
    let most = all.iter().map(|counts| counts.lines).max().unwrap_or(0);
    let beside = |counts: &Counts| counts.lefts.len() + counts.rights.len() + counts.alone.min(3);
    let within = |one: &Name, other: &Name| {
        one.words.len() < other.words.len()
            && other.words.windows(one.words.len()).any(|part| part == one.words)
    };
    let text_of = |at: usize| {
        let first = all[at].spelled.map_or(names[at].first, |row| row.1);
        spelled(page, &words, first, names[at].words.len())
    };
    let texts: Vec<String> = (0..names.len()).map(text_of).collect();
    let labels: Vec<String> =
        words.sites.iter().map(|site| letters(&site.label).collect()).collect();
    let agreements: Vec<(u8, [u8; 3], Option<usize>)> = names
        .iter()
        .zip(&texts)
        .map(|(name, text)| agreement(&words, &labels, name, text))
        .collect();
    let mut out = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let counts = &all[at];
        let text = &texts[at];
        let others = || names.iter().zip(&all);
        let more = |value: &dyn Fn(&Counts) -> usize| {
            capped(all.iter().filter(|other| value(other) > value(counts)).count())
        };
        let longer = || others().filter(|row| within(name, row.0));
        let fuller = longer().filter(|row| row.1.lines > 0).fold(0, |all, row| all | row.0.listed);
        let longer = longer().map(|row| row.1.lines).max().unwrap_or(0);
        let shorter = others().filter(|row| within(row.0, name));
        let shorter = shorter.map(|row| row.1.lines).max().unwrap_or(0);
        let (agreed, kinds, site_of) = agreements[at];
        let of: Vec<&str> = text.split_whitespace().collect();
        let key = text.to_lowercase();
        let written = authors.iter().any(|one| {
            let one = one.to_lowercase();
            one.contains(&key) || key.contains(&one)
        });
        let common = name.words.iter().filter(|word| smalls.contains(word)).count();
        let best = agreements.iter().filter(|other| other.0 > agreed).count();
        let alike = agreements.iter().filter(|other| other.0 == agreed).count();
        let lower: Vec<&str> = key.split_whitespace().collect();
        let count =
            |is: &dyn Fn(&str) -> bool| capped(lower.iter().filter(|word| is(word)).count());
        let begin = words.all[name.first].line as usize;
        let place = counts.first.unwrap_or(begin);
        let numbers = Row::new().put(&[
            log(counts.lines),
            log(counts.inside),
            capped(counts.alone),
            capped(counts.lefts.len()),
            capped(counts.rights.len()),
            share(counts.begins, counts.places, 20),
            share(counts.ends, counts.places, 20),
            capped(counts.owned),
            capped(counts.owner),
            capped(counts.plea),
            capped(counts.channel),
            capped(counts.possessor),
            capped(counts.company),
            capped(counts.enclosed),
            capped(counts.filed),
            capped(counts.tail),
            capped(counts.ruled),
            capped(counts.dated),
            capped(counts.signed),
            share(counts.small, counts.places, 20),
            share(counts.shouted, counts.places, 20),
            capped(counts.domain),
            log(place),
            log(page.lines.len() - place),
            log(page.lines.len() - counts.last.unwrap_or(begin)),
            distance(title.unwrap_or(run.start), counts.near.unwrap_or(begin)),
            distance(run.end, counts.last.unwrap_or(begin)),
            log(counts.above),
            log(counts.below),
            u8::from(counts.title),
            capped(counts.after_last),
            capped(counts.listed_lines),
            share(counts.lines, most, 50),
            more(&|counts| counts.lines),
            share(longer, counts.lines, 50),
            share(shorter, counts.lines, 25),
            agreed,
            kinds[0],
            kinds[1],
            kinds[2],
            name.listed,
            u8::from(known_outlet(text).is_some()) + u8::from(outlet_name(text).is_some()),
            capped(of.len()),
            log(text.chars().count()),
            shape(text),
            u8::from(person(text)) + 2 * u8::from(of.first().is_some_and(|word| is_given(word))),
            u8::from(has(&SECTIONS, &key)) + 2 * u8::from(has(&BARE_LINKS, &key)),
            count(&|word| has(&SECTIONS, word) || has(&TOPICS, word)),
            count(&|word| has(&NO_NAMES, word) || has(&DESKS, word)),
            count(&|word| has(&BARE_LINKS, word)),
            share(counts.lines, counts.lines + counts.inside, 50),
            log(page.lines.len()),
            log(names.len()),
            log(run.len()),
            capped(words.sites.len()),
            own[place].get(super::line::LOOK).copied().unwrap_or(0),
            centred(scores[place] / 16),
            capped(page.lines[place].words),
            capped(page.lines[place].copies),
            u8::from(of.last().is_some_and(|word| word.contains('.'))),
            u8::from(text.contains(|c: char| c.is_numeric())),
            u8::from(!text.is_ascii()),
            share(counts.shouted, counts.lines.max(1), 20),
            u8::from(title.is_some()),
            capped(counts.places),
            capped(known_beside(&all, &names, at)),
            u8::from(written),
            capped(best),
            capped(alike),
            fuller,
            more(&|counts| counts.owner),
            capped(counts.before),
            capped(counts.behind),
            more(&beside),
            capped(common),
            share(common, of.len(), 10),
            u8::from(of.first().is_some_and(|word| word.chars().all(char::is_numeric))),
        ]);
        let line = counts.best.map_or(begin, |row| row.1);
        let shown = known_outlet(text).or_else(|| site(text)).unwrap_or(text).to_owned();
        let agreed = if text.contains('.') && name.words.len() == 1 { SITE } else { agreed };
        out.push((Candidate { name: shown, line, agreed, site: site_of }, numbers.done()));
    }
    out
}

/// A site's name as its address has it.
fn site(text: &str) -> Option<&str> {
    host(text).filter(|_| !text.contains(char::is_whitespace))
}

/// How many other names have as many lines or more and are listed.
fn known_beside(all: &[Counts], names: &[Name], at: usize) -> usize {
    let others = names.iter().zip(all).enumerate();
    others.filter(|(other, row)| *other != at && row.0.listed & 3 > 0 && row.1.lines > 0).count()
}

/// A name as it is printed from a word on.
fn spelled(page: &Page, words: &Words, first: usize, length: usize) -> String {
    let (from, to) = (words.all[first], words.all[first + length - 1]);
    page.lines[from.line as usize].text[from.start as usize..to.end as usize].to_owned()
}

/// How far a name is the one that addresses on the page have, how often these stand there, and which that is.
fn agreement(
    words: &Words,
    labels: &[String],
    name: &Name,
    text: &str,
) -> (u8, [u8; 3], Option<usize>) {
    let squeezed: String = letters(text).collect();
    let initials: String = text
        .split_whitespace()
        .filter_map(|word| word.chars().next())
        .flat_map(char::to_lowercase)
        .collect();
    let mut best = (0, [0; 3], None);
    for (index, (site, label)) in words.sites.iter().zip(labels).enumerate() {
        let agreed = if name.site == Some(index) || *label == squeezed {
            5
        } else if initials.len() >= 2 && initials == *label {
            4
        } else if squeezed.len() >= 4 && label.starts_with(&squeezed)
            || label.len() >= 3 && squeezed.starts_with(label.as_str())
        {
            3
        } else if squeezed.len() >= 4 && label.contains(&squeezed)
            || label.len() >= 4 && squeezed.contains(label.as_str())
        {
            2
        } else if shortened(text, label) {
            1
        } else {
            0
        };
        let kinds = site.counts.map(capped);
        if agreed > best.0 {
            best = (agreed, kinds, Some(index));
        }
    }
    best
}

/// Whether a label is made of the beginnings of all words: "lestimes" of "Lesotho Times".
fn shortened(text: &str, label: &str) -> bool {
    let mut rest = label;
    let words: Vec<String> = text.split_whitespace().map(|word| letters(word).collect()).collect();
    if words.len() < 2 || label.len() < 4 {
        return false;
    }
    for word in &words {
        let common = word.bytes().zip(rest.bytes()).take_while(|(one, other)| one == other).count();
        let common = dateline_text::floor(rest, common);
        if common == 0 {
            return false;
        }
        rest = &rest[common..];
    }
    rest.is_empty()
}

/// How a name is written.
fn shape(text: &str) -> u8 {
    let first = text.chars().next();
    let inner = text.split_whitespace().any(|word| word.chars().skip(1).any(char::is_uppercase));
    let lower = text.contains(char::is_lowercase);
    match first {
        Some(c) if c.is_lowercase() => 1 + u8::from(inner),
        Some(c) if c.is_uppercase() && !lower => 3,
        Some(c) if c.is_uppercase() => 4 + u8::from(inner),
        Some(c) if c.is_numeric() => 6,
        _ => 0,
    }
}
