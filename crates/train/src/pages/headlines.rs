//! Learns which text of a saved page is its headline.

use dateline_extract::study::Headlines;
use dateline_extract::trees::Trees;

use super::gold::Gold;
use super::saved::{Entry, before_body, by_site, each};
use super::{BARE, report};
use crate::boost::Growth;

const GROWTH: Growth =
    Growth { trees: 250, depth: 5, rate: 0.08, least: 3.0, pull: 4.0, cases: 70, features: 35 };

/// What a text counts that is nearly the headline where another is the very one.
const NEARLY: f64 = 0.3;

/// Trees for each fold, and last those that have seen all, unless only folds are wanted; and for each page
/// the place of its headline, as trees see it that have not seen its site.
pub(crate) fn learned(
    entries: &[Entry],
    only_folds: bool,
) -> Result<(Vec<Trees>, Vec<Option<usize>>), String> {
    let pages = each(entries, |_, text| {
        let page = Headlines::read(text);
        [page, Headlines::read(before_body(text))]
    })?;
    let exact = |gold: &Gold, page: &Headlines| page.texts.iter().any(|text| gold.says_title(text));
    let trees = by_site(entries, &GROWTH, only_folds, |at, entry, cases| {
        let gold = &entry.gold;
        if gold.title.is_none() {
            return;
        }
        let [page, head] = &pages[at];
        for (page, share) in [(page, if entry.bare { BARE } else { 1.0 }), (head, BARE)] {
            let exact = exact(gold, page);
            for (text, numbers) in page.texts.iter().zip(&page.numbers) {
                let (is, nearly) = (gold.says_title(text), gold.is_title(text));
                let weight = if exact && nearly && !is { NEARLY } else { 1.0 };
                cases.push(numbers, is || !exact && nearly, share * weight);
            }
        }
    });
    let said = entries.iter().zip(&pages).map(|(entry, [page, _])| {
        let trees = &trees[entry.fold() as usize];
        let scores = page.numbers.iter().map(|row| trees.score(row));
        let best = scores.enumerate().max_by_key(|row| (row.1, usize::MAX - row.0));
        best.map(|row| row.0)
    });
    let said: Vec<Option<usize>> = said.collect();
    let told = entries.iter().zip(&pages).zip(&said).filter(|row| !row.0.0.bare);
    report::print_shares(
        "titles",
        told.filter_map(|((entry, [page, _]), said)| {
            entry.gold.title.as_ref()?;
            Some((&entry.gold, said.is_some_and(|at| entry.gold.is_title(&page.texts[at]))))
        }),
    );
    Ok((trees, said))
}
