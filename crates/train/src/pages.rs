//! Learns what tells an article from its page: `cargo xtask train pages`.
//!
//! A question's numbers rest on the answers to the questions before it (the headline is looked for above
//! the article). For learning, these answers come from trees that have not seen the site, as they will
//! when the trees are used.

mod bylines;
mod days;
mod gold;
mod headlines;
mod outlets;
mod report;
mod saved;
mod shingles;

use std::collections::BTreeMap;
use std::iter::once;
use std::path::Path;

use dateline_extract::learned::Learned;
use dateline_extract::study::Study;
use dateline_extract::trees::Trees;

use self::gold::Gold;
use self::shingles::Shingles;
use crate::boost::{Cases, Growth, learn};
use crate::folds::{by_number, part, write_models};

const BODY: Growth =
    Growth { trees: 400, depth: 5, rate: 0.1, least: 8.0, pull: 8.0, cases: 50, features: 35 };
const TITLE: Growth =
    Growth { trees: 300, depth: 5, rate: 0.08, least: 3.0, pull: 4.0, cases: 70, features: 35 };
const DAY: Growth =
    Growth { trees: 200, depth: 4, rate: 0.08, least: 2.0, pull: 4.0, cases: 70, features: 40 };
const AUTHOR: Growth =
    Growth { trees: 500, depth: 4, rate: 0.05, least: 2.0, pull: 4.0, cases: 70, features: 30 };

/// Into how many parts the sites are divided for the answers of trees that have not seen them.
const FOLDS: u64 = 5;

/// What a text that is nothing but its article counts beside a page.
const BARE: f64 = 0.3;

/// One candidate for an answer.
struct Row {
    numbers: Vec<u8>,
    /// Whether it is right.
    label: bool,
    /// How much it counts.
    weight: f64,
}

/// One page with what is known of it.
pub(crate) struct Page {
    gold: Gold,
    study: Study,
    wanted: Shingles,
    fold: u64,
    /// Whether it was made of the gold alone.
    bare: bool,
    /// What the trees that have not seen its site said.
    said: Said,
}

/// Answers of trees that have not seen a page.
#[derive(Default)]
struct Said {
    kept: Vec<bool>,
    title: Option<usize>,
    day: Option<(i32, String)>,
    /// With each whether more speaks for it than against.
    authors: Vec<(String, bool)>,
}

/// Learns from the pages of `data`. Writes the trees that ship to `out`, or with `folds` to that folder
/// those that have not seen a part of the sites.
pub(crate) fn run(data: &Path, folds: bool, out: &Path) -> Result<(), String> {
    let mut pages = read(data)?;
    let mut models: Vec<Learned> = (0..=FOLDS).map(|_| Learned::default()).collect();
    let mut put = |trees: Vec<Trees>, slot: fn(&mut Learned) -> &mut Trees| {
        for (model, trees) in models.iter_mut().zip(trees) {
            *slot(model) = trees;
        }
    };

    let rows = each(&pages, body_rows);
    let trees = by_fold(&pages, &rows, &BODY, folds, |page| !page.gold.body.is_empty());
    for (page, rows) in pages.iter_mut().zip(&rows) {
        let scores = unseen(&trees, page.fold, rows).collect();
        page.said.kept = page.study.set_body(scores);
    }
    put(trees, |model| &mut model.body);

    let rows = each(&pages, title_rows);
    let trees = by_fold(&pages, &rows, &TITLE, folds, |page| {
        page.gold.title.is_some() && page.gold.title_in_text
    });
    for (page, rows) in pages.iter_mut().zip(&rows) {
        let lines = page.study.titles().into_iter().map(|row| row.0);
        let best = unseen(&trees, page.fold, rows).zip(lines).max();
        page.said.title = best.map(|row| row.1);
        page.study.set_title(page.said.title);
    }
    put(trees, |model| &mut model.title);

    let rows = each(&pages, day_rows);
    let trees = by_fold(&pages, &rows, &DAY, folds, |page| page.gold.date.is_some());
    for (page, rows) in pages.iter_mut().zip(&rows) {
        let days = page.study.days().into_iter().map(|row| row.0.to_string());
        // Of equals the first printed wins.
        let first = |best: (i32, String), next: (i32, String)| {
            if next.0 > best.0 { next } else { best }
        };
        page.said.day = unseen(&trees, page.fold, rows).zip(days).reduce(first);
    }
    put(trees, |model| &mut model.day);

    let rows = each(&pages, author_rows);
    let trees = by_fold(&pages, &rows, &AUTHOR, folds, |page| page.gold.authors.is_some());
    for (page, rows) in pages.iter_mut().zip(&rows) {
        let scores: Vec<i32> = unseen(&trees, page.fold, rows).collect();
        page.said.authors = page.study.signed(&scores);
    }
    put(trees, |model| &mut model.author);

    report::print(&pages);
    let golds: Vec<&Gold> = pages.iter().filter(|page| !page.bare).map(|page| &page.gold).collect();
    let entries = saved::entries(data, &golds);
    put(outlets::learned(&pages, &entries, folds)?, |model| &mut model.outlet);
    let (trees, titles) = headlines::learned(&entries, folds)?;
    put(trees, |model| &mut model.headline);
    let (trees, authors) = bylines::learned(&entries, &titles, folds)?;
    put(trees, |model| &mut model.byline);
    let (trees, lines) = saved::learned(&entries, &titles, &authors, folds)?;
    put(trees, |model| &mut model.saved);
    let trees = days::learned(&entries, &titles, &authors, &lines, folds)?;
    put(trees, |model| &mut model.published);
    if folds {
        let models: Vec<Vec<u8>> = models[..FOLDS as usize].iter().map(Learned::encode).collect();
        return write_models(&models, out, |fold| {
            let judged = pages.iter().filter(|page| page.fold == fold && !page.bare);
            BTreeMap::from([("pages2", judged.map(|page| page.gold.id.as_str()).collect())])
        });
    }
    let bytes = models[FOLDS as usize].encode();
    crate::write(out, &bytes)?;
    println!("{}: {} bytes", out.display(), bytes.len());
    Ok(())
}

/// What the trees that have not seen a page say for each of its rows.
fn unseen<'r>(trees: &'r [Trees], fold: u64, rows: &'r [Row]) -> impl Iterator<Item = i32> + 'r {
    rows.iter().map(move |row| trees[fold as usize].score(&row.numbers))
}

fn each(pages: &[Page], rows: fn(&Page) -> Vec<Row>) -> Vec<Vec<Row>> {
    pages.iter().map(rows).collect()
}

fn body_rows(page: &Page) -> Vec<Row> {
    let row = |(numbers, line): (&[u8], &str)| Row {
        numbers: numbers.to_vec(),
        label: page.wanted.cover(line),
        weight: weight(line),
    };
    let body = page.study.body();
    body.iter().map(|row| &row[..]).zip(page.study.lines()).map(row).collect()
}

/// A long line is more of the body than a short one.
fn weight(line: &str) -> f64 {
    let words = line.split_whitespace().count() as f64;
    (0.3 + words / 30.0).min(2.0)
}

fn title_rows(page: &Page) -> Vec<Row> {
    let lines: Vec<&str> = page.study.lines().collect();
    let rows = page.study.titles();
    rows.iter().map(|(line, row)| candidate(row, page.gold.is_title(lines[*line]))).collect()
}

fn day_rows(page: &Page) -> Vec<Row> {
    let rows = page.study.days();
    rows.iter().map(|(day, row)| candidate(row, page.gold.is_day(&day.to_string()))).collect()
}

fn author_rows(page: &Page) -> Vec<Row> {
    let rows = page.study.authors();
    rows.iter().map(|(name, row)| candidate(row, page.gold.is_author(name))).collect()
}

fn candidate(numbers: &[u8], label: bool) -> Row {
    Row { numbers: numbers.to_vec(), label, weight: 1.0 }
}

/// Reads the pages; each comes again as a text that is nothing but its article.
fn read(data: &Path) -> Result<Vec<Page>, String> {
    let mut out = Vec::new();
    for gold in gold::read(data)? {
        let bare = gold.bare();
        for (gold, bare) in once((gold, false)).chain(bare.into_iter().map(|gold| (gold, true))) {
            let study = Study::read(&gold.text);
            let wanted = Shingles::of(&gold.body.join("\n"));
            let fold = part(&gold.site, FOLDS);
            out.push(Page { gold, study, wanted, fold, bare, said: Said::default() });
        }
    }
    Ok(out)
}

/// Trees for each fold, and last those that have seen all, unless only folds are wanted.
fn by_fold(
    pages: &[Page],
    rows: &[Vec<Row>],
    growth: &Growth,
    only_folds: bool,
    known: impl Fn(&Page) -> bool + Sync,
) -> Vec<Trees> {
    by_number(FOLDS + u64::from(!only_folds), |fold| {
        let mut cases = Cases::default();
        for (page, rows) in pages.iter().zip(rows) {
            if page.fold != fold && known(page) {
                let share = if page.bare { BARE } else { 1.0 };
                rows.iter().for_each(|row| cases.push(&row.numbers, row.label, row.weight * share));
            }
        }
        learn(&cases, growth)
    })
}
