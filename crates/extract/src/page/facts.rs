//! Who wrote, carried and filed an article.

use dateline_lang::page::{
    ANDS, BY, DESKS, NAME_ENDS, NO_NAMES, OWN_SITES, POSSESSIVES, TRADES, all_of, has,
};
use dateline_lang::shared::outlets::agency;

use super::Judged;
use super::outlets::{outlet, site};
use super::places::{Page, Place, Zones};
use crate::facts::names::{agency_of, from_file, outlet_name, person};
use crate::sheet::look::Look;

/// What was found, and what each line was read as.
#[derive(Default)]
pub(crate) struct Facts {
    pub outlet: Option<String>,
    pub via: Option<String>,
    pub agency: Option<String>,
    pub author: Option<String>,
    pub section: Option<String>,
    pub read: Vec<(usize, Place)>,
}

/// A longer line that names the outlet tells something else.
const TELLS_MORE: usize = 120;

const OUTLET: Place = Place::Out("read-as-outlet");
const SITE: Place = Place::Out("read-as-site");
const AGENCY: Place = Place::Out("read-as-agency");
const AUTHOR: Place = Place::Out("read-as-byline");
const SECTION: Place = Place::Out("read-as-section");

/// Reads the facts of a page. `file` may name the outlet where nothing else
/// does; `filed` is the agency of the dateline.
pub(crate) fn find(
    page: &Page,
    judged: &Judged,
    title: Option<usize>,
    zones: &Zones,
    file: &str,
    filed: Option<&'static str>,
    authors: Vec<(usize, String, bool)>,
) -> Facts {
    let mut facts = Facts::default();
    agency_line(page, zones, &mut facts);
    // Who is rather no author may be the outlet.
    let sure = authors.iter().filter(|row| row.2);
    let names: Vec<String> = sure.map(|row| row.1.clone()).collect();
    author(page, authors, &mut facts);
    section(page, zones, &mut facts);
    if let Some((name, line)) = outlet(page, judged, title, zones, &names) {
        if page.lines[line].chars <= TELLS_MORE {
            facts.read.push((line, OUTLET));
        }
        facts.outlet = Some(name);
    }
    if let Some((site, at)) = site(page).filter(|row| facts.outlet.as_ref() != Some(&row.0)) {
        facts.read.push((at, SITE));
        match facts.outlet {
            Some(_) => facts.via = Some(site),
            None => facts.outlet = Some(site),
        }
    }
    facts.outlet = facts.outlet.or_else(|| filed.map(str::to_owned)).or_else(|| from_file(file));
    facts.agency = facts
        .agency
        .or_else(|| filed.map(str::to_owned))
        .filter(|name| facts.outlet.as_ref() != Some(name));
    facts
}

/// An agency's name alone on a line by the headline, or after the author's.
fn agency_line(page: &Page, zones: &Zones, facts: &mut Facts) {
    for index in zones.head.clone() {
        let line = &page.lines[index];
        if !page.free(index) || line.chars > 120 {
            continue;
        }
        if let Some(name) = agency(&line.key).or_else(|| with_others(&line.key)) {
            facts.agency = Some(name.to_owned());
            facts.read.push((index, AGENCY));
            return;
        }
        if matches!(page.looks[index], Look::Byline | Look::Date(_))
            || line.text.contains(',') && line.words <= 8 && !line.ends
        {
            facts.agency = facts.agency.take().or_else(|| agency_of(&line.text).map(str::to_owned));
        }
    }
}

/// Those whom the page names as its authors, each once; else who owns the page.
fn author(page: &Page, authors: Vec<(usize, String, bool)>, facts: &mut Facts) {
    let mut names: Vec<String> = Vec::new();
    let mut lines = Vec::new();
    for (line, name, _) in authors {
        let key = name.to_lowercase();
        if let Some(name) = agency(&key) {
            facts.agency.get_or_insert_with(|| name.to_owned());
            continue;
        }
        if outlet_name(&name).is_some() || is_staff(&key) {
            continue;
        }
        lines.push(line);
        let told = names.iter().any(|other| {
            let other = other.to_lowercase();
            other.contains(&key) || key.contains(&other)
        });
        if !told {
            names.push(name);
        }
    }
    if names.is_empty()
        && let Some((line, name)) = blogger(page)
    {
        (names, lines) = (vec![name], vec![line]);
    }
    facts.author = (!names.is_empty()).then(|| all_of(&names));
    for line in lines {
        if !matches!(page.looks[line], Look::Date(_)) {
            facts.read.push((line, AUTHOR));
        }
    }
}

/// "Staff Writers": an office, and nobody in particular.
fn is_staff(key: &str) -> bool {
    let office = |word: &str| has(&DESKS, word) || has(&TRADES, word) || has(&NO_NAMES, word);
    key.split_whitespace().all(office)
}

/// "AFP with agencies" names the one that wrote most of it.
fn with_others(key: &str) -> Option<&'static str> {
    let (first, rest) = key.split_once(' ')?;
    let others = |word: &str| has(&ANDS, word) || has(&DESKS, word) || NAME_ENDS.contains(&word);
    agency(first).filter(|_| rest.split_whitespace().all(others))
}

/// "Ada Lind's blog" at the head of a page, "© 2009-2020 by Ada Lind" at its foot:
/// one who owns the page has written it.
fn blogger(page: &Page) -> Option<(usize, String)> {
    let head = page.lines.iter().enumerate().take(40).find_map(|(index, line)| {
        let (name, rest) = POSSESSIVES.iter().find_map(|mark| line.text.split_once(*mark))?;
        (line.words <= 6 && has(&OWN_SITES, rest.to_lowercase().trim()) && person(name))
            .then(|| (index, name.to_owned()))
    });
    head.or_else(|| {
        let from = page.lines.len().saturating_sub(40);
        page.lines.iter().enumerate().skip(from).find_map(|(index, line)| {
            let (_, rest) = owned_by(&line.text).filter(|_| line.chars <= 160)?;
            let dated = line.text.contains('©') || line.text.contains("20");
            let name = rest.split(['|', '•', '·', '–', '—', '.', ',', '-']).next()?.trim();
            (dated && person(name)).then(|| (index, name.to_owned()))
        })
    })
}

/// What stands before and after the first "by" of a line.
fn owned_by(text: &str) -> Option<(&str, &str)> {
    let by = |word: &&str| {
        let found = text.match_indices(*word).find(|row| text[..row.0].ends_with(' '))?;
        Some((&text[..found.0 - 1], &text[found.0 + word.len()..]))
    };
    BY.iter().find_map(by)
}

/// A section's name alone on a line: below the headline, or just above it where
/// it is not one of a menu.
fn section(page: &Page, zones: &Zones, facts: &mut Facts) {
    let is = |index: usize| page.looks.get(index) == Some(&Look::Section) && page.free(index);
    let below = zones.head.clone().find(|&index| is(index));
    let above = || {
        let index = zones.head.start.checked_sub(1)?;
        (is(index) && !(index > 0 && is(index - 1))).then_some(index)
    };
    if let Some(index) = below.or_else(above) {
        facts.section = Some(page.lines[index].text.clone());
        facts.read.push((index, SECTION));
    }
}
