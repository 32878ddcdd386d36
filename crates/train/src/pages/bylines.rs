//! Learns which of the names that a saved page gives are its authors'.

use dateline_extract::study::Bylines;
use dateline_extract::trees::Trees;

use super::saved::{Entry, before_body, by_site, each};
use super::{BARE, report};
use crate::boost::Growth;

const GROWTH: Growth =
    Growth { trees: 500, depth: 4, rate: 0.05, least: 2.0, pull: 4.0, cases: 70, features: 30 };

/// Trees for each fold, and last those that have seen all, unless only folds are wanted; and for each page
/// the places of its authors, as trees see them that have not seen its site.
pub(crate) fn learned(
    entries: &[Entry],
    titles: &[Option<usize>],
    only_folds: bool,
) -> Result<(Vec<Trees>, Vec<Vec<usize>>), String> {
    let pages = each(entries, |at, text| {
        [Bylines::read(text, titles[at]), Bylines::read(before_body(text), None)]
    })?;
    let trees = by_site(entries, &GROWTH, only_folds, |at, entry, cases| {
        let gold = &entry.gold;
        // A page made of the gold may print no author.
        if gold.authors.is_none() {
            return;
        }
        // Some pages are put together in the browser: all they say when they are saved is their head.
        let [page, head] = &pages[at];
        for (page, share) in [(page, if entry.bare { BARE } else { 1.0 }), (head, BARE)] {
            for (name, numbers) in page.rows() {
                cases.push(numbers, gold.is_author(name), share);
            }
        }
    });
    let said = entries.iter().zip(&pages).map(|(entry, [page, _])| {
        let trees = &trees[entry.fold() as usize];
        let scores: Vec<i32> = page.rows().map(|row| trees.score(row.1)).collect();
        page.decide(&scores)
    });
    let said: Vec<Vec<usize>> = said.collect();
    let told = entries.iter().zip(&pages).zip(&said).filter(|row| !row.0.0.bare);
    report::print_authors(told.filter_map(|((entry, [page, _]), said)| {
        let names: Vec<&str> = page.rows().map(|row| row.0).collect();
        let gold = entry.gold.authors.as_ref()?;
        Some((&entry.gold, gold.as_slice(), said.iter().map(|&at| names[at]).collect()))
    }));
    Ok((trees, said))
}
