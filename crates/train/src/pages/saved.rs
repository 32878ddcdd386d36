//! Learns what tells the article from a saved page: the same as for plain text, of lines that come with
//! their elements.

use std::path::{Path, PathBuf};

use dateline_extract::read;
use dateline_extract::study::Saved;
use dateline_extract::trees::Trees;

use super::gold::{self, Gold};
use super::report::{self, Kept};
use super::shingles::Shingles;
use super::{BARE, FOLDS};
use crate::boost::{Cases, Growth, learn};
use crate::folds::{by_number, part};

const GROWTH: Growth =
    Growth { trees: 330, depth: 5, rate: 0.1, least: 8.0, pull: 8.0, cases: 50, features: 35 };

/// A page of so many words has the weight of a page of plain text; shorter ones are taken for this long.
const LENGTH: f64 = 500.0;
const LEAST: usize = 60;

/// One saved page: what is known of it, and where its bytes are.
pub(crate) struct Entry {
    pub(crate) gold: Gold,
    /// Whether it is made of the gold alone.
    pub(crate) bare: bool,
    data: PathBuf,
}

impl Entry {
    /// The part of the sites that its own is in.
    pub(crate) fn fold(&self) -> u64 {
        part(&self.gold.site, FOLDS)
    }

    fn text(&self) -> Result<String, String> {
        if self.bare {
            return Ok(marked_up(&self.gold));
        }
        let bytes = gold::saved(&self.data, &self.gold)?;
        Ok(read(&bytes).map_err(|error| format!("{}: {}", self.gold.id, error.1))?.text)
    }
}

/// The saved pages; each comes again as one that is nothing but its article.
pub(crate) fn entries(data: &Path, gold: &[&Gold]) -> Vec<Entry> {
    let entry = |gold: Gold, bare: bool| Entry { gold, bare, data: data.to_path_buf() };
    gold.iter()
        .flat_map(|gold| {
            let bare = gold.bare().into_iter().map(|bare| (bare, true));
            core::iter::once(((*gold).clone(), false)).chain(bare)
        })
        .map(|(gold, bare)| entry(gold, bare))
        .collect()
}

/// What `look` sees of each page; two are read at a time.
pub(crate) fn each<T: Send>(
    entries: &[Entry],
    look: impl Fn(usize, &str) -> T + Sync,
) -> Result<Vec<T>, String> {
    let half = entries.len().div_ceil(2).max(1);
    let halves = by_number(2, |number| {
        let from = (number as usize * half).min(entries.len());
        let rows = entries.iter().enumerate().skip(from).take(half);
        rows.map(|(at, entry)| Ok(look(at, &entry.text()?))).collect::<Result<Vec<T>, String>>()
    });
    let mut out = Vec::new();
    for half in halves {
        out.extend(half?);
    }
    if out.len() == entries.len() { Ok(out) } else { Err("a page could not be read".into()) }
}

/// What a page says that puts its article together in the browser: its head.
pub(crate) fn before_body(text: &str) -> &str {
    text.find("<body").map_or("", |at| &text[..at])
}

/// Trees for each fold, and last those that have seen all, unless only folds are wanted. `put` gives the cases
/// of the entry at a place; no tree sees those of its own fold.
pub(crate) fn by_site(
    entries: &[Entry],
    growth: &Growth,
    only_folds: bool,
    put: impl Fn(usize, &Entry, &mut Cases) + Sync,
) -> Vec<Trees> {
    by_number(FOLDS + u64::from(!only_folds), |fold| {
        let mut cases = Cases::default();
        for (at, entry) in entries.iter().enumerate().filter(|row| row.1.fold() != fold) {
            put(at, entry, &mut cases);
        }
        learn(&cases, growth)
    })
}

/// One saved page as it is learned from.
struct Page<'g> {
    gold: &'g Gold,
    study: Saved,
    wanted: Shingles,
    fold: u64,
    /// Whether it was made of the gold alone.
    bare: bool,
}

impl Page<'_> {
    fn keeping(&self, kept: &[bool]) -> Kept<'_> {
        let lines = self.study.lines().zip(kept).filter(|row| *row.1).map(|row| row.0);
        Kept { gold: self.gold, wanted: &self.wanted, lines: lines.collect() }
    }
}

/// Trees for each fold, and last those that have seen all, unless only folds are wanted; and for each page
/// what trees say of its lines that have not seen its site.
pub(crate) fn learned(
    entries: &[Entry],
    titles: &[Option<usize>],
    authors: &[Vec<usize>],
    only_folds: bool,
) -> Result<(Vec<Trees>, Vec<Vec<i32>>), String> {
    let mut pages = Vec::new();
    for (entry, study) in
        entries.iter().zip(each(entries, |at, text| Saved::read(text, titles[at], &authors[at]))?)
    {
        pages.push(page(entry, study));
    }
    let trees = by_site(entries, &GROWTH, only_folds, |at, _, cases| {
        let page = &pages[at];
        if page.gold.body.is_empty() {
            return;
        }
        // Each page is scored alike, however long: its lines count by the root of that.
        let share = (LENGTH / page.wanted.count().max(LEAST) as f64).sqrt();
        let share = if page.bare { share * BARE } else { share };
        for (line, numbers) in page.study.body() {
            cases.push(numbers, page.wanted.cover(line), share * super::weight(line));
        }
    });
    let said = pages.iter().map(|page| {
        let trees = &trees[page.fold as usize];
        page.study.body().map(|row| trees.score(row.1)).collect()
    });
    let said: Vec<Vec<i32>> = said.collect();
    let whole = || pages.iter().zip(&said).filter(|row| !row.0.bare);
    let ruled = whole().map(|(page, _)| page.keeping(&page.study.ruled()));
    report::print_saved("rules", &ruled.collect::<Vec<Kept<'_>>>());
    let judged = whole().map(|(page, said)| page.keeping(&page.study.decide(said)));
    report::print_saved("trees", &judged.collect::<Vec<Kept<'_>>>());
    Ok((trees, said))
}

fn page(entry: &Entry, study: Saved) -> Page<'_> {
    let gold = &entry.gold;
    let wanted = Shingles::of(&gold.body.join("\n"));
    Page { gold, study, wanted, fold: entry.fold(), bare: entry.bare }
}

/// A text that is nothing but its article as a page that marks nothing else.
fn marked_up(bare: &Gold) -> String {
    let mut out = String::from("<!doctype html>");
    for part in bare.text.split("\n\n") {
        let element = if bare.title.as_deref() == Some(part) { "h1" } else { "p" };
        let text = part.replace('&', "&amp;").replace('<', "&lt;");
        out.push_str(&format!("<{element}>{text}</{element}>"));
    }
    out
}
