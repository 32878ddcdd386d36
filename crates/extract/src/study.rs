//! A page taken apart step by step, each step's numbers shown and its answer given from outside: what
//! the trees that judge pages are learned from. `page` and `web` take the same steps.

use core::ops::Range;

use dateline_model::Day;

use crate::page::body;
use crate::page::features::line::Own;
use crate::page::features::{author, body as features, day, line, outlet, title};
use crate::page::outlets;
use crate::page::places::Page;
use crate::page::rules_run;
use crate::page::verdict;
use crate::web::body::Verdict;
use crate::web::days;
use crate::web::features as saved;
use crate::web::judged;
use crate::web::people;
use crate::web::published;
use crate::web::taken::Opened;
use crate::web::title as headline;

/// One page of plain text.
pub struct Study {
    page: Page,
    own: Vec<Own>,
    ruled: Range<usize>,
    scores: Vec<i32>,
    run: Option<Range<usize>>,
    title: Option<usize>,
}

impl Study {
    /// Reads a text.
    pub fn read(text: &str) -> Self {
        let page = Page::read(text);
        let ruled = rules_run(&page);
        let own = line::own(&page, |index| ruled.contains(&index));
        let scores = vec![0; own.len()];
        Self { page, own, ruled, scores, run: None, title: None }
    }

    /// The lines that have text.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.page.lines.iter().map(|line| line.text.as_str())
    }

    /// For each line the numbers that say whether it is the article's.
    pub fn body(&self) -> Vec<[u8; features::WIDTH]> {
        features::features(&self.page, &self.ruled, &self.own)
    }

    /// Takes what speaks for each line; gives which are the article's.
    pub fn set_body(&mut self, scores: Vec<i32>) -> Vec<bool> {
        let verdict = verdict::decide(&scores);
        self.run = body::best_run(&scores);
        self.scores = scores;
        verdict
    }

    /// Lines that may be the headline, each with its numbers.
    pub fn titles(&self) -> Vec<(usize, [u8; title::WIDTH])> {
        title::candidates(&self.page, &self.run(), &self.own, &self.scores)
    }
}

impl Study {
    /// Takes the headline's line.
    pub fn set_title(&mut self, title: Option<usize>) {
        self.title = title;
    }

    fn run(&self) -> Range<usize> {
        self.run.clone().unwrap_or(self.ruled.clone())
    }

    /// Days that may be the one of publication, each with its numbers.
    pub fn days(&self) -> Vec<(Day, [u8; day::WIDTH])> {
        let rows = day::candidates(&self.page, self.title, &self.run(), &self.own, &self.scores);
        rows.into_iter().map(|(one, numbers)| (one.date.day, numbers)).collect()
    }

    /// Names that may be the authors', each with its numbers.
    pub fn authors(&self) -> Vec<(String, [u8; author::WIDTH])> {
        let rows = author::candidates(&self.page, self.title, &self.run(), &self.own, &self.scores);
        rows.into_iter().map(|(one, numbers)| (one.name, numbers)).collect()
    }

    /// Takes what speaks for each of [`Study::authors`]; gives the names of those that are told,
    /// and whether more speaks for each than against.
    pub fn signed(&self, scores: &[i32]) -> Vec<(String, bool)> {
        let rows = author::candidates(&self.page, self.title, &self.run(), &self.own, &self.scores);
        let names: Vec<&author::Candidate> = rows.iter().map(|row| &row.0).collect();
        let chosen = author::chosen(&names, scores);
        chosen.into_iter().map(|at| (names[at].name.clone(), scores[at] > 0)).collect()
    }

    /// Names that may be the outlet's, each with its numbers.
    pub fn outlets(&self, authors: &[String]) -> Vec<(String, [u8; outlet::WIDTH])> {
        let run = self.run();
        let rows =
            outlet::candidates(&self.page, self.title, &run, &self.own, &self.scores, authors);
        rows.into_iter().map(|(one, numbers)| (one.name, numbers)).collect()
    }

    /// Takes what speaks for each of [`Study::outlets`]; gives the place of the one that is told.
    pub fn outlet(&self, scores: &[i32]) -> Option<usize> {
        outlets::chosen(scores)
    }
}

/// The outlet that a saved page states.
pub fn stated_outlet(text: &str) -> Option<String> {
    Opened::read(text).outlet()
}

/// What may be the headline of a saved page.
pub struct Headlines {
    /// Each once.
    pub texts: Vec<String>,
    /// The numbers of each.
    pub numbers: Vec<[u8; headline::WIDTH]>,
}

impl Headlines {
    /// Reads a page.
    pub fn read(text: &str) -> Self {
        let (all, numbers) = Opened::read(text).titles();
        Self { texts: all.into_iter().map(|one| one.text).collect(), numbers }
    }
}

/// Whom a saved page names for its authors.
pub struct Bylines {
    people: Vec<people::Person>,
}

impl Bylines {
    /// Reads a page; `title` is the place of the headline among [`Headlines`].
    pub fn read(text: &str, title: Option<usize>) -> Self {
        Self {
            people: Opened::read(text).people(|tree, head, blocks| nth(tree, head, blocks, title)),
        }
    }

    /// Each name with its numbers.
    pub fn rows(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.people.iter().map(|one| (&*one.name, &one.numbers[..]))
    }

    /// Takes what speaks for each; gives the places of those that are the authors'.
    pub fn decide(&self, scores: &[i32]) -> Vec<usize> {
        people::chosen(&self.people, scores)
    }
}

/// The days that a saved page may have been published on.
pub struct Published {
    rows: Vec<(Option<Day>, [u8; days::WIDTH])>,
}

impl Published {
    /// Reads a page; `title` is the place of the headline among [`Headlines`], `authors` those of the
    /// authors among [`Bylines`], `scores` what speaks for each line of [`Saved::body`].
    pub fn read(text: &str, title: Option<usize>, authors: &[usize], scores: &[i32]) -> Self {
        let page = Opened::read(text).taken(
            "",
            |tree, head, blocks| nth(tree, head, blocks, title),
            |_| authors.to_vec(),
        );
        let verdicts = judged::by_scores(&page, &judged::open(&page), scores, |_| "");
        let days = days::Days::of(&page, &verdicts);
        let told = |day: Day| published::on(&days, &page.head, day).and_then(|when| when.date);
        Self { rows: days.all.iter().map(|row| (told(row.0), row.1)).collect() }
    }

    /// Each day, as it is told where it is chosen, with its numbers.
    pub fn rows(&self) -> impl Iterator<Item = (Option<Day>, &[u8])> {
        self.rows.iter().map(|row| (row.0, &row.1[..]))
    }
}

/// The headline of that place among [`Headlines`].
fn nth(
    tree: &crate::markup::tree::Tree,
    head: &crate::web::head::Head,
    blocks: &[crate::web::blocks::Block],
    place: Option<usize>,
) -> headline::Title {
    let all = headline::judged(tree, head, blocks).0;
    place.map(|at| headline::of(&all[at], blocks)).unwrap_or_default()
}

/// One saved page.
pub struct Saved {
    lines: Vec<String>,
    ruled: Vec<Verdict>,
    numbers: Vec<[u8; saved::WIDTH]>,
    open: Vec<usize>,
    /// Of the open lines: whether what left one out has the last word.
    firm: Vec<bool>,
}

impl Saved {
    /// Reads a page; `title` is the place of the headline among [`Headlines`], `authors` those of the
    /// authors among [`Bylines`].
    pub fn read(text: &str, title: Option<usize>, authors: &[usize]) -> Self {
        let page = Opened::read(text).taken(
            "",
            |tree, head, blocks| nth(tree, head, blocks, title),
            |_| authors.to_vec(),
        );
        let open = judged::open(&page);
        Self {
            numbers: saved::features(&page),
            firm: open.iter().map(|&index| judged::is_firm(&page, index)).collect(),
            open,
            lines: page.blocks.into_iter().map(|block| block.text).collect(),
            ruled: page.ruled.verdicts,
        }
    }

    /// The lines that have text.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.lines.iter().map(String::as_str)
    }

    /// The lines that are judged, each with its numbers.
    pub fn body(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let row = |&index: &usize| (&*self.lines[index], &self.numbers[index][..]);
        self.open.iter().map(row)
    }

    /// Which lines the rules alone take for the article's.
    pub fn ruled(&self) -> Vec<bool> {
        self.ruled.iter().map(|one| *one == Verdict::Body).collect()
    }

    /// Takes what speaks for each line that is judged; gives which of all are the article's.
    pub fn decide(&self, scores: &[i32]) -> Vec<bool> {
        let mut kept = self.ruled();
        let judged = judged::decide(scores, |place| self.firm[place]);
        for (index, verdict) in self.open.iter().zip(judged) {
            kept[*index] = verdict;
        }
        kept
    }
}
