//! Learns which of the days that a saved page states and prints is the one of its publication.

use dateline_extract::study::Published;
use dateline_extract::trees::Trees;

use super::saved::{Entry, before_body, by_site, each};
use super::{BARE, report};
use crate::boost::Growth;

const GROWTH: Growth =
    Growth { trees: 250, depth: 4, rate: 0.05, least: 2.0, pull: 4.0, cases: 70, features: 35 };

/// Trees for each fold, and last those that have seen all, unless only folds are wanted.
pub(crate) fn learned(
    entries: &[Entry],
    titles: &[Option<usize>],
    authors: &[Vec<usize>],
    lines: &[Vec<i32>],
    only_folds: bool,
) -> Result<Vec<Trees>, String> {
    let pages = each(entries, |at, text| {
        let page = Published::read(text, titles[at], &authors[at], &lines[at]);
        [page, Published::read(before_body(text), None, &[], &[])]
    })?;
    // A day may be told as its neighbour, by the clock of the outlet: what counts is what is told.
    let right = |entry: &Entry, day: Option<dateline_model::Day>| {
        day.is_some_and(|day| entry.gold.is_day(&day.to_string()))
    };
    let trees = by_site(entries, &GROWTH, only_folds, |at, entry, cases| {
        if entry.gold.date.is_none() {
            return;
        }
        let [page, head] = &pages[at];
        for (page, share) in [(page, if entry.bare { BARE } else { 1.0 }), (head, BARE)] {
            for (day, numbers) in page.rows() {
                cases.push(numbers, right(entry, day), share);
            }
        }
    });
    let told = entries.iter().zip(&pages).filter(|row| !row.0.bare && row.0.gold.date.is_some());
    let told = told.map(|(entry, [page, _])| {
        let trees = &trees[entry.fold() as usize];
        let scores = page.rows().map(|row| (trees.score(row.1), row.0));
        // Of equals the first wins.
        let best = scores.reduce(|best, next| if next.0 > best.0 { next } else { best });
        let score = best.map(|best| best.0);
        (&entry.gold, score, best.is_some_and(|best| right(entry, best.1)))
    });
    let told: Vec<_> = told.collect();
    report::print_shares("days", told.iter().map(|row| (row.0, row.2)));
    report::print_sure(told.iter().filter_map(|row| Some((row.1?, row.2))));
    Ok(trees)
}
