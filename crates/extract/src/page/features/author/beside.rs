//! How a name stands to the other names of its page.

use std::collections::BTreeMap;

use dateline_text::key_of;

use super::Candidate;
use super::names::{name_at, owner};
use crate::facts::names::person;
use crate::page::features::{capped, log};
use crate::page::places::Page;

/// Lines at the page's head and foot that may name its owner.
const TOP: usize = 3;
const BOTTOM: usize = 60;

/// How many numbers [`Others::numbers`] gives.
pub(super) const BESIDE: usize = 12;

/// All names that a page gives.
pub(super) struct Others {
    headline: usize,
    /// How far from the headline each stands, the nearest first; and each that is announced as an author.
    apart: Vec<usize>,
    announced: Vec<usize>,
    /// By line how many stand on it, and how many of them have the shape of a person's.
    lines: BTreeMap<usize, [usize; 2]>,
    /// By key what is said of a name wherever it stands.
    same: BTreeMap<String, Same>,
    /// The headline's key.
    heading: String,
    /// Keys of those who may own the page, and whether its first lines say so.
    owners: Vec<(String, bool)>,
}

#[derive(Default)]
struct Same {
    count: usize,
    announced: u8,
    /// The least that is credited to it.
    credited: u8,
    nearest: usize,
    verb: bool,
}

impl Others {
    pub(super) fn of(
        all: &[Candidate],
        headline: usize,
        heading: &str,
        owners: &[Candidate],
    ) -> Self {
        let mut out = Self {
            headline,
            apart: Vec::new(),
            announced: Vec::new(),
            lines: BTreeMap::new(),
            same: BTreeMap::new(),
            heading: heading.to_owned(),
            owners: owners.iter().map(|one| (key_of(&one.name), one.line < TOP)).collect(),
        };
        for one in all {
            let apart = headline.abs_diff(one.line);
            out.apart.push(apart);
            if one.announced > 0 && one.credited == 0 {
                out.announced.push(apart);
            }
            let [names, persons] = out.lines.entry(one.line).or_default();
            *names += 1;
            *persons += usize::from(person(&one.name));
            let same = out.same.entry(key_of(&one.name)).or_insert(Same {
                credited: one.credited,
                nearest: apart,
                ..Same::default()
            });
            same.count += 1;
            same.announced = same.announced.max(one.announced);
            same.credited = same.credited.min(one.credited);
            same.nearest = same.nearest.min(apart);
            same.verb |= one.verb;
        }
        out.apart.sort_unstable();
        out.announced.sort_unstable();
        out
    }

    /// How often a name is given.
    pub(super) fn same(&self, key: &str) -> usize {
        self.same.get(key).map_or(0, |same| same.count)
    }

    pub(super) fn numbers(&self, one: &Candidate, key: &str) -> [u8; BESIDE] {
        let apart = self.headline.abs_diff(one.line);
        let [names, persons] = self.lines.get(&one.line).copied().unwrap_or_default();
        let unknown = Same::default();
        let same = self.same.get(key).unwrap_or(&unknown);
        let owns = |top: bool| self.owners.iter().any(|row| row.1 == top && row.0 == key);
        [
            capped(self.apart.partition_point(|&other| other < apart)),
            capped(self.announced.partition_point(|&other| other < apart)),
            capped(self.announced.len()),
            capped(names),
            capped(persons),
            u8::from(self.heading.contains(key)),
            u8::from(owns(true)),
            u8::from(owns(false)),
            same.announced,
            same.credited,
            log(same.nearest),
            u8::from(same.verb),
        ]
    }
}

/// Whom the page's first lines and its notice of copyright name: who owns a page may have written it.
pub(super) fn owners(page: &Page) -> Vec<Candidate> {
    let count = page.lines.len();
    let top = (0..TOP.min(count)).filter_map(|index| {
        let text = &page.lines[index].text;
        let name = name_at(text, false).filter(|name| person(name))?;
        (page.lines[index].words <= 6).then_some((index, 0, name))
    });
    let bottom = (count.saturating_sub(BOTTOM).max(TOP.min(count))..count).filter_map(|index| {
        let (start, name) = owner(&page.lines[index].text)?;
        Some((index, start, name))
    });
    let told = top.chain(bottom).map(|(line, start, name)| Candidate {
        line,
        name: name.to_owned(),
        part: 0,
        announced: 0,
        credited: 0,
        left: page.lines[line].text[start + name.len()..].split_whitespace().count(),
        verb: false,
        start,
        end: start + name.len(),
    });
    told.collect()
}
