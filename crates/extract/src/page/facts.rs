//! Who wrote, carried and filed an article.

use core::ops::Range;

use dateline_lang::page::{
    ANDS, AUTHOR_LABELS, BY, LOOSE_BYLINES, OWN_SITES, POSSESSIVES, all_of, has,
};
use dateline_lang::shared::outlets::agency;

use super::outlets::{outlets, site};
use super::places::{Page, Place, Zones};
use crate::facts::names::{
    agency_of, byline, from_file, is_by, labels_author, name_before, outlet_name, person,
};
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

const OUTLET: Place = Place::Out("read-as-outlet");
const SITE: Place = Place::Out("read-as-site");
const AGENCY: Place = Place::Out("read-as-agency");
const AUTHOR: Place = Place::Out("read-as-byline");
const SECTION: Place = Place::Out("read-as-section");

/// Reads the facts of a page. `file` may name the outlet where nothing else
/// does; `filed` is the agency of the dateline.
pub(crate) fn find(page: &Page, zones: &Zones, file: &str, filed: Option<&'static str>) -> Facts {
    let mut facts = Facts::default();
    agency_line(page, zones, &mut facts);
    author(page, zones, &mut facts);
    section(page, zones, &mut facts);
    let (site, told) = (site(page), outlets(page, zones));
    let told = told.into_iter().max_by(|one, other| (one.1.0, &other.0).cmp(&(other.1.0, &one.0)));
    match (told, site) {
        (Some((name, (_, line))), Some((site, at))) if name != site => {
            facts.read.extend([(line, OUTLET), (at, SITE)]);
            (facts.outlet, facts.via) = (Some(name), Some(site));
        }
        (Some((name, (_, line))), _) => {
            facts.read.push((line, OUTLET));
            facts.outlet = Some(name);
        }
        (None, Some((site, at))) => {
            facts.read.push((at, SITE));
            facts.outlet = Some(site);
        }
        (None, None) => facts.outlet = filed.map(str::to_owned).or_else(|| from_file(file)),
    }
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
        if let Some(name) = agency(&line.key) {
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

fn author(page: &Page, zones: &Zones, facts: &mut Facts) {
    let near = |range: Range<usize>| {
        range.filter(|&index| page.free(index) && agency(&page.lines[index].key).is_none())
    };
    let (head, end) = (zones.head.clone(), zones.body.end);
    let around = head.start.saturating_sub(4)..(zones.body.start + 2).min(page.lines.len());
    let below = end..(end + 6).min(page.lines.len());
    let announced = near(around.clone()).chain(near(below)).find_map(|index| {
        let text = &page.lines[index].text;
        let name = match page.looks[index] {
            Look::Byline => byline(text),
            Look::Date(_) => announced(text),
            _ if is_by(&page.lines[index].key) => below_by(page, index + 1),
            _ => None,
        };
        name.map(|name| (index, name))
    });
    let beside_date = || {
        near(around.clone()).find_map(|index| match &page.looks[index] {
            Look::Date(dates) if dates[0].start > 0 => {
                let text = &page.lines[index].text;
                let (before, after) =
                    (&text[..dates[0].start], &text[dates[dates.len() - 1].end..]);
                let after = after.trim_start_matches([' ', ',', '|', '-', '–', '—', '•', '·']);
                let name = [before, after]
                    .into_iter()
                    .filter_map(|part| name_before(part, false))
                    .find(|name| outlet_name(name).is_none())?;
                Some((index, name))
            }
            _ => None,
        })
    };
    let above_date = || {
        near(head.clone()).find_map(|index| {
            let dated = (index.saturating_sub(3)..index + 4)
                .any(|at| matches!(page.looks.get(at), Some(Look::Date(_))));
            let line = &page.lines[index];
            let lone = dated
                && page.looks[index] == Look::Plain
                && !line.bullet
                && !line.ends
                && (2..=8).contains(&line.words);
            let name = if lone { name_before(&line.text, false) } else { None }?;
            (name.split_whitespace().count() <= 4 && outlet_name(&name).is_none())
                .then_some((index, name))
        })
    };
    // A person's name alone between headline and article needs no date beside it.
    let alone = || {
        near(head.clone()).find_map(|index| {
            let line = &page.lines[index];
            let fits = page.looks[index] == Look::Plain && !line.bullet && line.chars <= 40;
            (fits && person(&line.text)).then(|| (index, line.text.clone()))
        })
    };
    let labelled = || {
        near(end..page.lines.len().min(end + 60)).find_map(|index| {
            let line = &page.lines[index];
            let fits = line.chars <= 80 && labels_author(&line.key);
            fits.then(|| byline(&line.text)).flatten().map(|name| (index, name))
        })
    };
    let found = announced
        .or_else(beside_date)
        .or_else(above_date)
        .or_else(alone)
        .or_else(labelled)
        .or_else(|| blogger(page));
    if let Some((index, name)) = found {
        if outlet_name(&name).is_none() && agency(&name.to_lowercase()).is_none() {
            facts.author = Some(name);
        }
        if !matches!(page.looks[index], Look::Date(_)) {
            facts.read.push((index, AUTHOR));
        }
    }
}

/// The names below a lone "By", one a line, with accounts between them.
fn below_by(page: &Page, first: usize) -> Option<String> {
    let mut names = vec![name_before(&page.lines.get(first)?.text, true)?];
    for line in page.lines.iter().skip(first + 1).take(8) {
        if person(&line.text) {
            names.push(line.text.clone());
        } else if !(line.text.starts_with('@') || has(&ANDS, &line.key)) {
            break;
        }
    }
    Some(all_of(&names))
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

/// The name after "by" in a line that also has a date.
fn announced(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    if LOOSE_BYLINES.iter().chain(&*AUTHOR_LABELS).any(|words| lower.starts_with(words)) {
        return byline(text);
    }
    let start = BY.iter().find_map(|by| {
        let first = by.chars().next()?;
        let places = text.match_indices(|c: char| c.eq_ignore_ascii_case(&first));
        let mut places = places.map(|row| row.0);
        let at = places.find(|&at| {
            let word = text[at..].get(..by.len()).is_some_and(|word| word.eq_ignore_ascii_case(by));
            word && !text[..at].ends_with(char::is_alphanumeric)
        })?;
        Some(at + by.len())
    })?;
    name_before(text[start..].trim_start(), true)
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
