//! How pages are read by trees that have not seen their site, in two halves.

use super::Page;
use super::gold::{Gold, same_person};
use super::shingles::Shingles;

/// Prints a line for each half of the English and of the other pages.
pub(crate) fn print(pages: &[Page]) {
    println!("half   pages  body F1  >=0.9  title  day    authors F1");
    for (half, of) in halves() {
        let of = |page: &&Page| !page.bare && of(&page.gold);
        let pages: Vec<&Page> = pages.iter().filter(of).collect();
        let rows: Vec<Kept<'_>> = pages.iter().map(|page| kept(page)).collect();
        let (body, good) = body(&rows.iter().collect::<Vec<_>>());
        println!(
            "{half}  {}  {body:.3}  {good:.3}  {:.3}  {:.3}  {:.3}",
            pages.len(),
            share(&pages, |page| {
                page.gold.title.as_ref().filter(|_| page.gold.title_in_text)?;
                let line = page.said.title.and_then(|at| page.study.lines().nth(at));
                Some(line.is_some_and(|line| page.gold.is_title(line)))
            }),
            share(&pages, |page| {
                page.gold.date.as_ref().filter(|_| page.gold.date_in_text)?;
                Some(page.said.day.as_ref().is_some_and(|day| page.gold.is_day(&day.1)))
            }),
            authors(&pages),
        );
    }
    let dated = pages.iter().filter(|page| !page.bare && page.gold.date.is_some());
    print_sure(dated.filter_map(|page| {
        let day = page.said.day.as_ref()?;
        Some((day.0, page.gold.is_day(&day.1)))
    }));
}

/// Prints of the days whose score is at least so much how many are right.
pub(crate) fn print_sure(days: impl Iterator<Item = (i32, bool)>) {
    let days: Vec<(i32, bool)> = days.collect();
    for least in -2..6 {
        let sure = days.iter().filter(|day| day.0 >= least * 256);
        let right = sure.clone().filter(|day| day.1).count();
        println!("days of log odds {least} and more: {right} of {}", sure.count());
    }
}

/// The halves of the English and of the other pages: how each is called, and which pages are in it.
fn halves() -> impl Iterator<Item = (String, impl Fn(&Gold) -> bool)> {
    [(true, "en"), (false, "other")].into_iter().flat_map(|(english, group)| {
        [(true, "work"), (false, "check")].map(move |(work, half)| {
            let of = move |gold: &Gold| (gold.lang == "en") == english && gold.is_work() == work;
            (format!("{group} {half}"), of)
        })
    })
}

fn kept(page: &Page) -> Kept<'_> {
    let lines = page.study.lines().zip(&page.said.kept).filter(|row| *row.1).map(|row| row.0);
    Kept { gold: &page.gold, wanted: &page.wanted, lines: lines.collect() }
}

fn share(pages: &[&Page], is: impl Fn(&Page) -> Option<bool>) -> f64 {
    right(&pages.iter().filter_map(|page| is(page)).collect::<Vec<bool>>())
}

/// The share of answers that are right.
fn right(answers: &[bool]) -> f64 {
    answers.iter().filter(|answer| **answer).count() as f64 / answers.len().max(1) as f64
}

/// What was kept of a page, beside what is wanted.
pub(crate) struct Kept<'g> {
    pub(crate) gold: &'g Gold,
    pub(crate) wanted: &'g Shingles,
    /// The lines that were kept.
    pub(crate) lines: Vec<&'g str>,
}

/// Prints a line for each half of the English and of the other saved pages, as `by` reads them.
pub(crate) fn print_saved(by: &str, pages: &[Kept<'_>]) {
    println!("saved pages, by {by}: body F1  >=0.9");
    for (half, of) in halves() {
        let rows: Vec<&Kept<'_>> = pages.iter().filter(|page| of(page.gold)).collect();
        let (body, good) = body(&rows);
        println!("{half}  {}  {body:.4}  {good:.3}", rows.len());
    }
}

/// Prints for each half of the English and of the other pages how many are right.
pub(crate) fn print_shares<'g>(of: &str, answers: impl Iterator<Item = (&'g Gold, bool)>) {
    let answers: Vec<(&Gold, bool)> = answers.collect();
    println!("{of} of saved pages");
    for (half, of) in halves() {
        let rows: Vec<bool> = answers.iter().filter(|row| of(row.0)).map(|row| row.1).collect();
        println!("{half}  {}  {:.4}", rows.len(), right(&rows));
    }
}

/// Prints for each half of the English and of the other pages how many outlets are right, of all pages whose
/// outlet is known and of those that were told one.
pub(crate) fn print_outlets<'g>(answers: impl Iterator<Item = (&'g Gold, Option<bool>)>) {
    let answers: Vec<(&Gold, Option<bool>)> = answers.collect();
    println!("outlets: right, of those told; where a reader named it");
    for (half, of) in halves() {
        let shares = |read: bool| {
            let rows = answers.iter().filter(|row| of(row.0) && (!read || row.0.outlet.is_some()));
            let rows: Vec<Option<bool>> = rows.map(|row| row.1).collect();
            let told: Vec<bool> = rows.iter().flatten().copied().collect();
            let all: Vec<bool> = rows.iter().map(|row| *row == Some(true)).collect();
            format!("{} {:.3} {:.3}", rows.len(), right(&all), right(&told))
        };
        println!("{half}  {}  {}", shares(false), shares(true));
    }
}

impl Kept<'_> {
    /// How many runs of four words were kept, how many of them are right, and how many of the wanted ones
    /// are there.
    fn part(&self) -> (usize, f64, f64) {
        let Kept { gold, wanted, lines, .. } = self;
        let optional: Vec<&str> =
            gold.standfirst.iter().chain(&gold.title).map(String::as_str).collect();
        let optional = Shingles::of(&optional.join("\n"));
        let counts = |line: &&&str| !optional.cover(line) || wanted.cover(line);
        let counted: Vec<&str> = lines.iter().filter(counts).copied().collect();
        let got = Shingles::of(&counted.join("\n"));
        let shared = got.shared(wanted) as f64;
        (got.count(), shared / got.count().max(1) as f64, shared / wanted.count().max(1) as f64)
    }
}

/// F1 of mean precision and mean recall of runs of four words, and how many pages reach 0.9.
fn body(pages: &[&Kept<'_>]) -> (f64, f64) {
    let (mut precision, mut given, mut recall, mut count, mut good) = (0.0, 0.0, 0.0, 0.0, 0.0);
    for page in pages.iter().filter(|page| !page.gold.body.is_empty()) {
        let (got, p, r) = page.part();
        count += 1.0;
        recall += r;
        if got > 0 {
            (precision, given) = (precision + p, given + 1.0);
        }
        good += f64::from(u8::from(f1(p, r) >= 0.9));
    }
    (f1(precision / given, recall / count), good / count)
}

fn authors(pages: &[&Page]) -> f64 {
    let rows = pages.iter().filter_map(|page| {
        let gold = page.gold.printed_authors()?;
        Some((gold.as_slice(), page.said.authors.iter().map(|row| &*row.0).collect()))
    });
    people(rows)
}

/// A saved page's gold, its authors, and the names that were told.
pub(crate) type Authored<'g> = (&'g Gold, &'g [String], Vec<&'g str>);

/// Prints for each half of the English and of the other saved pages the F1 of their authors.
pub(crate) fn print_authors<'g>(pages: impl Iterator<Item = Authored<'g>>) {
    let pages: Vec<Authored<'g>> = pages.collect();
    println!("authors of saved pages");
    for (half, of) in halves() {
        let rows: Vec<&Authored<'g>> = pages.iter().filter(|row| of(row.0)).collect();
        let f1 = people(rows.iter().map(|row| (row.1, row.2.clone())));
        println!("{half}  {}  {f1:.4}", rows.len());
    }
}

/// F1 of the names of all pages: those that are right, and those that were told.
fn people<'g>(pages: impl Iterator<Item = (&'g [String], Vec<&'g str>)>) -> f64 {
    let (mut named, mut given, mut right) = (0.0, 0.0, 0.0);
    for (gold, names) in pages {
        let mut told: Vec<&str> = Vec::new();
        for name in names {
            if !told.iter().any(|other| same_person(other, name)) {
                told.push(name);
            }
        }
        named += gold.len() as f64;
        given += told.len() as f64;
        let mut left: Vec<&String> = gold.iter().collect();
        for name in told {
            if let Some(at) = left.iter().position(|other| same_person(other, name)) {
                left.remove(at);
                right += 1.0;
            }
        }
    }
    f1(right / given, right / named)
}

fn f1(precision: f64, recall: f64) -> f64 {
    if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
}
