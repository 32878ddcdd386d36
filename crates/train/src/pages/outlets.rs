//! Learns which of the names on a page of plain text is its outlet's. A reader has named the outlet of a
//! tenth of the pages; of the others the saved page states it in its head, which the text lacks.

use std::collections::BTreeMap;

use dateline_extract::study::stated_outlet;
use dateline_extract::trees::Trees;

use super::gold::loose;
use super::saved::{Entry, each};
use super::shingles::words;
use super::{Page, Row, by_fold, candidate, report, unseen};
use crate::boost::Growth;

const GROWTH: Growth =
    Growth { trees: 200, depth: 4, rate: 0.08, least: 2.0, pull: 4.0, cases: 70, features: 40 };

/// Trees for each fold, and last those that have seen all, unless only folds are wanted.
pub(crate) fn learned(
    pages: &[Page],
    entries: &[Entry],
    only_folds: bool,
) -> Result<Vec<Trees>, String> {
    let wanted = wanted(entries)?;
    let mut sites: BTreeMap<&str, f64> = BTreeMap::new();
    for page in pages.iter().filter(|page| !page.bare) {
        *sites.entry(&page.gold.site).or_default() += 1.0;
    }
    // Names are a house's: many pages of one tell little more than one does.
    let all = pages.iter().zip(&wanted);
    let (names, rows): (Vec<Vec<String>>, Vec<Vec<Row>>) = all
        .map(|(page, wanted)| rows(page, wanted.as_deref(), 1.0 / sites[&*page.gold.site].sqrt()))
        .unzip();
    let trees = by_fold(pages, &rows, &GROWTH, only_folds, |_| true);
    let told = pages.iter().zip(&names).zip(&rows).map(|((page, names), rows)| {
        let scores: Vec<i32> = unseen(&trees, page.fold, rows).collect();
        page.study.outlet(&scores).map(|at| &names[at])
    });
    let told: Vec<Option<&String>> = told.collect();
    report::print_outlets(pages.iter().zip(&wanted).zip(&told).filter_map(
        |((page, wanted), told)| {
            let wanted = wanted.as_ref().filter(|_| !page.bare)?;
            Some((&page.gold, told.map(|told| is(wanted, told))))
        },
    ));
    Ok(trees)
}

/// Who published each page, by the reader or by the saved page; of a text that is nothing but its article
/// nobody can say.
fn wanted(entries: &[Entry]) -> Result<Vec<Option<String>>, String> {
    each(entries, |at, text| {
        let entry = &entries[at];
        if entry.bare {
            return None;
        }
        entry.gold.outlet.clone().or_else(|| stated_outlet(text))
    })
}

/// The names of a page, and which of them is the outlet's; `share` is what one page of its site counts. A
/// name that is nearly the outlet's, as a part of it or the firm's behind it, tells little.
fn rows(page: &Page, wanted: Option<&str>, share: f64) -> (Vec<String>, Vec<Row>) {
    const NEARLY: f64 = 0.2;
    let read = page.gold.outlet.is_some();
    let sure = page.said.authors.iter().filter(|row| row.1).map(|row| row.0.clone());
    let rows = page.study.outlets(&sure.collect::<Vec<_>>()).into_iter();
    rows.map(|(name, row)| {
        let is = wanted.is_some_and(|wanted| is(wanted, &name));
        let short = !page.bare && words(&bare(&name)).concat() == words(&page.gold.site).concat();
        let nearly = wanted.is_some_and(|wanted| near(wanted, &name));
        let weight = if nearly && !is { NEARLY } else { 1.0 };
        let row = candidate(&row, is || short && !read);
        (name, Row { weight: share * weight, ..row })
    })
    .unzip()
}

fn near(outlet: &str, name: &str) -> bool {
    const LEAST: usize = 3;
    let (one, other) = (words(&bare(outlet)).concat(), words(&bare(name)).concat());
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    short.len() >= LEAST && long.contains(&short)
}

/// Whether a name is an outlet's: the whole of it, or what stands before a bracket or a mark.
fn is(outlet: &str, name: &str) -> bool {
    const MARKS: [&str; 4] = [" - ", " | ", " – ", " ("];
    let begin = MARKS.iter().filter_map(|mark| outlet.find(mark)).min().unwrap_or(outlet.len());
    let same = |outlet: &str| {
        let (one, other) = (bare(outlet), bare(name));
        loose(&one, &other) || words(&one).concat() == words(&other).concat()
    };
    same(outlet) || same(&outlet[..begin])
}

/// A name without its article, and a site's without its end.
fn bare(name: &str) -> String {
    const ENDS: [&str; 6] = [".com", ".org", ".net", ".co.uk", ".co", ".de"];
    let name = name.trim().to_lowercase();
    let name = ["the ", "www."].iter().find_map(|begin| name.strip_prefix(begin)).unwrap_or(&name);
    ENDS.iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name).to_owned()
}
