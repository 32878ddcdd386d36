//! What speaks for or against a name being an author's, in numbers that say nothing of the name itself but
//! what the lists know of its kind.

use dateline_lang::page::{DESKS, NO_NAMES, TRADES, has};
use dateline_lang::shared::outlets::agency;
use dateline_text::key_of;

use super::house::is_house;
use super::lists::{COUNTED, Group, LIST, in_head, listed, lists};
use crate::facts::names::{introduces, is_given, outlet_name, person};
use crate::markup::tree::Tree;
use crate::page::features::author::names::credits;
use crate::page::features::{Row, capped, distance, log, share};
use crate::web::authors::{Told, WITNESSES, Witness, full, told};
use crate::web::blocks::{Block, BlockKind};
use crate::web::head::Head;
use crate::web::looks::looks;
use crate::web::regions::{Regions, is_prose};
use crate::web::title::squeezed;

/// Numbers of each witness, of the name, of its place, and of how it stands to others.
const SAID: usize = 4 * WITNESSES;
const NAME: usize = 17;
const PLACE: usize = 22;
const BESIDE: usize = 12;
const LISTED: usize = 2 * LIST;

/// How many numbers there are of each name.
pub(crate) const WIDTH: usize = SAID + NAME + PLACE + BESIDE + LISTED;

/// So many lines are looked through.
const LINES: usize = 1_500;

/// Characters of the longest label above a name.
const LABEL: usize = 40;

/// See [`places`]; behind these the numbers of the element, and from here on those of the line.
const PLACES: usize = 5;
const LINE: usize = PLACES + 4;

/// What is asked.
pub(super) struct Page<'p> {
    pub tree: &'p Tree,
    pub head: &'p Head,
    pub blocks: &'p [Block],
    pub regions: &'p Regions,
    pub title: Option<usize>,
    pub house: &'p [String],
}

/// A name that may be an author's.
pub(crate) struct Person {
    pub name: String,
    /// Letters alone.
    pub key: String,
    /// The statements that list it, by their number.
    pub lists: Vec<usize>,
    pub numbers: [u8; WIDTH],
}

/// All names that a page gives, each once, as it gives them first.
pub(super) fn persons(page: &Page) -> Vec<Person> {
    let mut all = told(page.tree, page.head, page.blocks, page.regions, page.title);
    all.retain(|one| !is_readers(page, one));
    let mut groups: Vec<Group<'_>> = Vec::new();
    for one in &all {
        let key = squeezed(&one.name);
        match groups.iter_mut().find(|group| group.0 == key) {
            Some(group) => group.1.push(one),
            None => groups.push((key, vec![one])),
        }
    }
    let mut counts = [0; WITNESSES];
    all.iter().for_each(|one| counts[one.by as usize] += 1);
    let (places, lists) = (places(page, &groups), lists(&groups));
    let handles: Vec<String> =
        page.head.all(&["twitter:creator", "twitter:site"]).map(|row| squeezed(row.1)).collect();
    let row = |(at, (key, rows)): (usize, &Group<'_>)| {
        let name = &rows[0].name;
        let numbers = Row::new()
            .put(&said(rows, &counts))
            .put(&named(page, name, key, &handles))
            .put(&place(page, rows, places[at]))
            .put(&beside(at, rows, &groups, &counts))
            .put(&listed(page.house, at, &groups, &lists, in_head))
            .put(&listed(page.house, at, &groups, &lists, |by| !in_head(by)))
            .done();
        let lists = rows.iter().map(|row| row.list).collect();
        Person { name: name.clone(), key: key.clone(), lists, numbers }
    };
    groups.iter().enumerate().map(row).collect()
}

/// Whether a name is a reader's: a mark of comments holds it, and no article follows. Above an article such
/// a mark holds the count of them, and the byline with it.
fn is_readers(page: &Page, one: &Told) -> bool {
    let of_readers = |at: usize| page.regions.cues[at].is_some_and(|cue| cue.of_readers);
    let (Some(line), true) = (one.line, one.at.is_some_and(of_readers)) else { return false };
    let own = |block: &&Block| is_prose(block) && !of_readers(block.owner);
    let above = page.blocks[..line].iter().take(LINES).filter(own);
    let below = page.blocks[line..].iter().take(LINES).filter(own);
    above.take(ARTICLE).count() == ARTICLE || below.count() == 0
}

/// So many paragraphs above it are an article.
const ARTICLE: usize = 3;

/// In how many short lines and in how much prose each name stands, how often it is introduced, how often
/// something else than the article is credited to it, and whether it owns the page.
fn places(page: &Page, groups: &[Group<'_>]) -> Vec<[usize; PLACES]> {
    let keys: Vec<String> =
        groups.iter().take(COUNTED).map(|group| key_of(&group.1[0].name)).collect();
    let mut out = vec![[0; PLACES]; groups.len()];
    let mut above = String::new();
    for block in page.blocks.iter().take(LINES).filter(|block| block.chars <= 2_000) {
        let text = key_of(&block.text);
        for (key, counts) in keys.iter().zip(&mut out) {
            if let Some((before, after)) = text.split_once(key.as_str()) {
                counts[usize::from(is_prose(block))] += 1;
                counts[2] += usize::from(introduces(after));
                let before = if before.is_empty() { &above } else { before };
                counts[3] += usize::from(!is_prose(block) && credits(before));
                counts[4] += usize::from(before.contains('©'));
            }
        }
        above = if block.chars <= LABEL { text } else { String::new() };
    }
    out
}

fn said(rows: &[&Told], counts: &[usize; WITNESSES]) -> [u8; SAID] {
    let mut out = [0; SAID];
    for (by, numbers) in out.chunks_mut(4).enumerate() {
        let own = || rows.iter().filter(|row| row.by as usize == by);
        numbers.copy_from_slice(&[
            capped(own().count()),
            capped(own().map(|row| row.strength).max().unwrap_or(0)),
            own().map(|row| row.order).min().map_or(255, capped),
            capped(counts[by]),
        ]);
    }
    out
}

fn named(page: &Page, name: &str, key: &str, handles: &[String]) -> [u8; NAME] {
    let words: Vec<&str> = name.split_whitespace().collect();
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let count = |is: &dyn Fn(&String) -> bool| capped(lower.iter().filter(|word| is(word)).count());
    let small = |word: &&&str| word.starts_with(char::is_lowercase);
    [
        capped(words.len()),
        log(name.chars().count()),
        u8::from(full(name)),
        u8::from(person(name)),
        u8::from(words.first().is_some_and(|word| is_given(word))),
        capped(words.iter().filter(|word| is_given(word)).count()),
        count(&|word| has(&DESKS, word)),
        count(&|word| has(&TRADES, word)),
        count(&|word| has(&NO_NAMES, word)),
        u8::from(is_house(page.house, name)),
        u8::from(outlet_name(name).is_some())
            + 2 * u8::from(agency(&name.to_lowercase()).is_some()),
        capped(name.chars().filter(char::is_ascii_digit).count()),
        u8::from(!name.contains(char::is_lowercase)),
        capped(words.iter().filter(small).count()),
        capped(name.matches(['.', '@', '_', '-', ':', '!', '?']).count()),
        u8::from(handles.iter().any(|handle| handle == key)),
        u8::from(
            page.house.iter().any(|house| house.contains(key) || key.contains(house.as_str())),
        ),
    ]
}

fn place(page: &Page, rows: &[&Told], counts: [usize; PLACES]) -> [u8; PLACE] {
    let Page { tree, blocks, regions, title, .. } = page;
    let middle = title.map_or(0, |index| blocks[index].at);
    let nearest = rows.iter().filter_map(|row| row.at).min_by_key(|at| at.abs_diff(middle));
    let line =
        rows.iter().filter_map(|row| row.line).min_by_key(|line| line.abs_diff(title.unwrap_or(0)));
    let mut out = [0; PLACE];
    out[..PLACES].copy_from_slice(&counts.map(capped));
    if let Some(at) = nearest {
        let cue = regions.cues[at];
        let inside = tree.ancestors(at).fold(0, |inside, id| {
            inside
                | match &*tree.nodes[id].name {
                    "nav" | "aside" | "footer" => 1,
                    "header" => 2,
                    "article" | "main" => 4,
                    "ul" | "ol" | "dl" => 8,
                    "blockquote" | "figure" => 16,
                    _ => 0,
                }
        });
        out[PLACES..LINE].copy_from_slice(&[
            distance(middle, at),
            inside,
            cue.map_or(0, |cue| 1 + u8::from(cue.of_others) + 2 * u8::from(cue.of_readers)),
            regions.tiers[at],
        ]);
    }
    let Some(line) = line else { return out };
    let block = &blocks[line];
    let near = |reach: usize, below: bool, is: &dyn Fn(&Block) -> bool| {
        let mut found = (1..=reach).filter(|by| {
            let at = if below { line.checked_add(*by) } else { line.checked_sub(*by) };
            at.and_then(|at| blocks.get(at)).is_some_and(is)
        });
        capped(found.next().unwrap_or(reach + 1))
    };
    let dated = |block: &Block| block.chars <= 100 && looks(&block.text).is_some();
    let name = rows[0].name.len();
    out[LINE..].copy_from_slice(&[
        distance(title.unwrap_or(0), line),
        log(block.chars),
        share(name, block.text.len(), 100),
        share(block.linked, block.chars, 100),
        u8::from(matches!(block.kind, BlockKind::Heading(_))),
        u8::from(block.kind == BlockKind::Item),
        u8::from(dated(block)),
        near(3, true, &dated),
        near(3, false, &dated),
        near(6, true, &is_prose),
        near(6, false, &is_prose),
        u8::from(block.text.starts_with(&*rows[0].name)),
        u8::from(block.text.contains(|c: char| c.is_ascii_digit())),
    ]);
    out
}

fn beside(
    at: usize,
    rows: &[&Told],
    groups: &[Group<'_>],
    counts: &[usize; WITNESSES],
) -> [u8; BESIDE] {
    let key = &groups[at].0;
    let others = || groups.iter().enumerate().filter(|other| other.0 != at).map(|row| row.1);
    let witnesses = |rows: &[&Told]| {
        let mut seen = [false; WITNESSES];
        rows.iter().for_each(|row| seen[row.by as usize] = true);
        seen.iter().filter(|seen| **seen).count()
    };
    let sure = |rows: &[&Told]| rows.iter().any(|row| row.by != Witness::Line);
    let same = |other: &Group<'_>| {
        let line = |row: &&Told| row.line.filter(|_| row.by == Witness::Byline);
        let lines: Vec<usize> = rows.iter().filter_map(line).collect();
        other.1.iter().filter_map(line).any(|line| lines.contains(&line))
    };
    [
        capped(at),
        capped(groups.len()),
        capped(witnesses(rows)),
        capped(others().map(|other| witnesses(&other.1)).max().unwrap_or(0)),
        capped(others().filter(|other| sure(&other.1)).count()),
        capped(others().filter(|other| other.0.contains(key.as_str())).count()),
        capped(others().filter(|other| key.contains(other.0.as_str())).count()),
        capped(others().filter(|other| same(other)).count()),
        u8::from(counts[Witness::JsonLd as usize] > 0),
        u8::from(counts[Witness::Meta as usize] > 0),
        capped(others().filter(|other| full(&other.1[0].name) && sure(&other.1)).count()),
        capped(others().filter(|other| person(&other.1[0].name) && sure(&other.1)).count()),
    ]
}
