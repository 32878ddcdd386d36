//! Which outlet's page it is: of the names on it the one that the trees take for its house's, else one that
//! stands by the headline as an outlet's does.

pub(crate) mod names;
pub(crate) mod words;

use std::collections::BTreeMap;

use dateline_lang::page::{CHANNELS, OUTLET_ARTICLES, PLEAS, PRAISES, REPORTERS, US, has};
use dateline_lang::shared::outlets::agency;

use super::Judged;
use super::features::outlet::{self, SITE};
use super::places::{Page, Zones};
use crate::facts::names::{is_domain, known_outlet, outlet_name};
use crate::learned::learned;
use crate::sheet::look::Look;
use crate::trees::{UNIT, best};

/// From here on a name is said.
const LEAST: i32 = -UNIT;

/// The outlet, and the line that tells it. `authors` are names that it rather is not.
pub(super) fn outlet(
    page: &Page,
    judged: &Judged,
    title: Option<usize>,
    zones: &Zones,
    authors: &[String],
) -> Option<(String, usize)> {
    learnt(page, judged, title, authors)
        .or_else(|| by_the_headline(page, zones))
        .or_else(|| supported(page))
        .or_else(|| first_line(page))
        .or_else(|| source(page, zones))
        .or_else(|| reporter(page))
}

fn learnt(
    page: &Page,
    judged: &Judged,
    title: Option<usize>,
    authors: &[String],
) -> Option<(String, usize)> {
    let rows =
        outlet::candidates(page, title, &judged.main, &judged.lines, &judged.scores, authors);
    let scores = learned().outlet.scores(rows.iter().map(|row| &row.1[..]));
    let best = &rows[chosen(&scores)?].0;
    let names = || rows.iter().map(|row| &row.0);
    // "harbourgazette.org" is the address of the "Harbour Gazette".
    let spelled = names().zip(&scores).filter(|row| best.agreed == SITE && is_spelled(row.0, best));
    let best = spelled.max_by_key(|row| row.1).map_or(best, |row| row.0);
    // "The Harbour Gazette" and "Harbour Gazette" are one; the fuller name stays.
    let full = names().find(|one| {
        OUTLET_ARTICLES.iter().any(|article| one.name.strip_prefix(*article) == Some(&best.name))
    });
    Some((full.unwrap_or(best).name.clone(), best.line))
}

/// Whether a name of several words is what an address says in one.
fn is_spelled(one: &outlet::Candidate, address: &outlet::Candidate) -> bool {
    outlet::SPELLED.contains(&one.agreed) && one.site == address.site && one.name.contains(' ')
}

/// The name for which most speaks, if that is enough. Of equals the first printed wins.
pub(crate) fn chosen(scores: &[i32]) -> Option<usize> {
    best(scores).filter(|&best| scores[best] > LEAST)
}

/// An outlet's name between headline and article: alone on its line, or beside a date.
fn by_the_headline(page: &Page, zones: &Zones) -> Option<(String, usize)> {
    const BESIDE: [char; 8] = [' ', ',', '|', '-', '–', '—', '•', '·'];
    zones.head.clone().find_map(|index| {
        let line = &page.lines[index];
        let name = match &page.looks[index] {
            Look::Date(dates) => {
                let (before, after) =
                    (&line.text[..dates[0].start], &line.text[dates[dates.len() - 1].end..]);
                [before, after].into_iter().find_map(|text| outlet_name(text.trim_matches(BESIDE)))
            }
            _ if line.chars <= 60 && agency(&line.key).is_none() => {
                let sounds = page.looks[index] == Look::Plain && line.chars <= 40;
                let known = known_outlet(&line.text).map(str::to_owned);
                known.or_else(|| outlet_name(&line.text).filter(|_| sounds))
            }
            _ => None,
        };
        Some((name?, index))
    })
}

/// "Support X on Patreon!", "Follow X on Telegram": an outlet that is known, or a name that has a channel.
fn supported(page: &Page) -> Option<(String, usize)> {
    /// A plea is a short line.
    const LONGEST: usize = 120;
    page.lines.iter().enumerate().filter(|row| row.1.chars <= LONGEST).find_map(|(index, line)| {
        let plea = PLEAS.iter().find(|words| line.key.starts_with(**words))?;
        let rest = line.text.get(plea.len()..)?;
        let channel = CHANNELS.iter().find_map(|joint| rest.split_once(*joint));
        let name = channel.map_or(rest, |row| row.0).trim_end_matches(['!', '.', ':']).trim();
        let words = name.split_whitespace().count();
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        let told = || {
            channel.is_some()
                && (1..=4).contains(&words)
                && name.split_whitespace().all(capital)
                && !has(&US, &name.to_ascii_lowercase())
        };
        let known = known_outlet(name).map(str::to_owned);
        Some((known.or_else(|| told().then(|| name.to_owned()))?, index))
    })
}

/// A known outlet that heads the page.
fn first_line(page: &Page) -> Option<(String, usize)> {
    const FIRST: usize = 3;
    const LONGEST: usize = 60;
    let first = page.lines.iter().take(FIRST).enumerate();
    let mut named = first.filter(|(_, line)| line.chars <= LONGEST && agency(&line.key).is_none());
    named.find_map(|(index, line)| Some((known_outlet(&line.text)?.to_owned(), index)))
}

/// The source of other stories below the article: where all name one outlet, this is its too.
fn source(page: &Page, zones: &Zones) -> Option<(String, usize)> {
    const LONGEST: usize = 60;
    let below =
        (zones.body.end..page.lines.len()).filter(|&index| page.lines[index].chars <= LONGEST);
    let named = below.filter_map(|index| Some((known_outlet(&page.lines[index].text)?, index)));
    let named: Vec<(&str, usize)> = named.collect();
    let (first, line) = *named.first()?;
    let alone = named.len() >= 2 && named.iter().all(|row| row.0 == first);
    alone.then(|| (first.to_owned(), line))
}

/// "This was reported by …" in several stories is the site's own phrase.
fn reporter(page: &Page) -> Option<(String, usize)> {
    let mut told: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (index, line) in page.lines.iter().enumerate() {
        let places = REPORTERS
            .iter()
            .flat_map(|words| line.text.match_indices(*words).map(|(at, _)| at + words.len()));
        for at in places {
            let name = line.text[at..].split_whitespace().next().unwrap_or("");
            let name = name.trim_end_matches(['.', ',', ';']);
            let known = known_outlet(name).map(str::to_owned);
            if let Some(name) = known.or_else(|| is_domain(name).then(|| name.to_owned())) {
                told.entry(name).or_insert((0, index)).0 += 1;
            }
        }
    }
    let several = told.into_iter().filter(|row| row.1.0 >= 2);
    several.max_by_key(|row| row.1.0).map(|(name, (_, line))| (name, line))
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
