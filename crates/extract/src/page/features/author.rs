//! What speaks for or against a name on the page being an author's.

mod beside;
pub(crate) mod names;

use core::ops::Range;
use std::collections::{BTreeMap, BTreeSet};

use dateline_lang::page::{AUTHOR_HEADINGS, DESKS, NO_NAMES, has};
use dateline_lang::shared::outlets::{OUTLET_WORDS, agency};
use dateline_text::key_of;

use self::beside::{BESIDE, Others, owners};
use self::names::{credits, is_office, name_at, names_in};
use super::line::{CHARS, COPIES, ENDING, LOOK, OPENING, Own, RULED, SMALL, WORDS};
use super::{Row, capped, centred, distance, log, share};
use crate::facts::names::{introduces, is_by, is_given, labels_author, outlet_name, person};
use crate::page::places::Page;
use crate::sheet::look::Look;
use crate::trees::several;

/// Lines that are searched: above the headline, into the article, around its end.
const ABOVE: usize = 12;
const INTO: usize = 5;
const BEFORE_END: usize = 3;
const BELOW: usize = 24;
/// So far from it only lines are searched that announce a name.
const FAR_ABOVE: usize = 400;
const FAR_BELOW: usize = 80;

/// Names whose other places are looked for, and lines that are looked through, at most.
const COUNTED: usize = 60;
const LINES: usize = 4_000;
const LONGEST: usize = 2_000;

const NEAR: [isize; 4] = [-2, -1, 1, 2];
const SEEN_NEAR: [usize; 4] = [CHARS, WORDS, ENDING, LOOK];
const SEEN: [usize; 7] = [CHARS, WORDS, ENDING, SMALL, OPENING, LOOK, COPIES];

/// Numbers that name and place give, and those of the next line.
const PLACE: usize = 43;
const BELOW_IT: usize = 2;

/// How many numbers there are of each candidate.
pub(crate) const WIDTH: usize =
    PLACE + BESIDE + BELOW_IT + SEEN.len() + NEAR.len() * SEEN_NEAR.len();

/// A text that may be an author's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub line: usize,
    pub name: String,
    /// Its place among the parts of its line.
    part: usize,
    /// Whether "by" or a label of authors stands before it: 2 in its line, 1 in the line above.
    pub announced: u8,
    /// Whether that credits somebody else: 2 in its line, 1 in the line above.
    credited: u8,
    /// Words of its part that follow it.
    left: usize,
    /// Whether what follows it tells of an author.
    verb: bool,
    /// First byte, and one past the last.
    start: usize,
    end: usize,
}

/// Places of the authors among the candidates, by what speaks for each. Names on one line stand together.
pub(crate) fn chosen(all: &[&Candidate], scores: &[i32]) -> Vec<usize> {
    let named = |at: usize| all[at].announced > 0 || person(&all[at].name);
    several(scores, named, |one, other| all[one].line == all[other].line)
}

/// Names that may be the authors', with their numbers.
pub(crate) fn candidates(
    page: &Page,
    title: Option<usize>,
    run: &Range<usize>,
    own: &[Own],
    scores: &[i32],
) -> Vec<(Candidate, [u8; WIDTH])> {
    let headline = title.unwrap_or(run.start);
    let head = headline.min(run.start).saturating_sub(ABOVE)..(run.start + INTO).min(own.len());
    let end = run.end.saturating_sub(BEFORE_END).max(head.end);
    let foot = end..(run.end + BELOW).min(own.len()).max(end);
    let far = foot.end..(run.end + FAR_BELOW).min(own.len()).max(foot.end);
    let mut all = Vec::new();
    for index in head.clone().chain(foot) {
        names_of(page, index, &mut all);
    }
    let above = head.start.saturating_sub(FAR_ABOVE)..head.start;
    for index in above.chain(far).filter(|&index| page.lines[index].chars <= 120) {
        let from = all.len();
        names_of(page, index, &mut all);
        let told = all.split_off(from);
        all.extend(told.into_iter().filter(|one| one.announced > 0));
    }
    let owners = owners(page);
    for one in &owners {
        if !all.iter().any(|other| other.line == one.line && other.name == one.name) {
            all.push(one.clone());
        }
    }
    let keys: BTreeSet<String> = all.iter().map(|one| key_of(&one.name)).collect();
    let mut counts: BTreeMap<&str, (usize, usize, usize)> =
        keys.iter().take(COUNTED).map(|key| (key.as_str(), (0, 0, 0))).collect();
    let lines = page.lines.iter().enumerate().take(LINES);
    for (index, line) in lines.filter(|row| row.1.chars <= LONGEST) {
        for (key, count) in &mut counts {
            if line.key.contains(key) {
                let after = line.key.split_once(key).map_or("", |row| row.1);
                count.0 += 1;
                count.1 += usize::from(run.contains(&index) && line.chars >= 60);
                count.2 += usize::from(introduces(after));
            }
        }
    }
    let shown = all.len();
    let heading = title.map_or("", |title| page.lines[title].key.as_str());
    let others = Others::of(&all, headline, heading, &owners);
    let numbers = |order: usize, one: &Candidate| {
        let index = one.line;
        let line = &page.lines[index];
        let key = key_of(&one.name);
        let count = counts.get(key.as_str()).copied().unwrap_or_default();
        let words: Vec<&str> = one.name.split_whitespace().collect();
        let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
        let near = |reach: usize, is: &dyn Fn(usize) -> bool| {
            let up = (1..=reach).find(|by| index.checked_sub(*by).is_some_and(is));
            let down = (1..=reach).find(|by| index + by < own.len() && is(index + by));
            (capped(up.unwrap_or(reach + 1)), capped(down.unwrap_or(reach + 1)))
        };
        let dated = near(6, &|at| matches!(page.looks[at], Look::Date(_) | Look::Time));
        let prose = near(10, &|at| page.lines[at].is_paragraph());
        let before = line.text[..one.start].trim_end();
        let after = line.text[one.end..].trim_start();
        let place: [u8; PLACE] = [
            one.announced,
            capped(one.part),
            capped(words.len()),
            log(one.name.chars().count()),
            u8::from(words.first().is_some_and(|word| is_given(word))),
            capped(words.iter().filter(|word| is_given(word)).count()),
            count_of(&lower, &NO_NAMES),
            count_of(&lower, &DESKS),
            capped(
                lower
                    .iter()
                    .filter(|word| OUTLET_WORDS.binary_search(&word.as_str()).is_ok())
                    .count(),
            ),
            u8::from(outlet_name(&one.name).is_some()) + 2 * u8::from(agency(&key).is_some()),
            u8::from(!one.name.contains(char::is_lowercase)),
            capped(words.iter().filter(|word| word.ends_with('.')).count()),
            capped(count.0),
            capped(count.1),
            capped(count.2),
            capped(others.same(&key)),
            capped(order),
            log(shown),
            distance(headline, index),
            distance(run.start, index),
            distance(run.end, index),
            u8::from(run.contains(&index)),
            dated.0,
            dated.1,
            prose.0,
            prose.1,
            scores.get(index).map_or(0, |score| centred(score / 16)),
            share(one.end - one.start, line.text.len(), 100),
            mark(before.chars().next_back()),
            mark(after.chars().next()),
            capped(before.split_whitespace().count()),
            capped(after.split_whitespace().count()),
            u8::from(line.bullet) + 2 * u8::from(line.gap),
            u8::from(matches!(page.looks[index], Look::Date(_))),
            u8::from(title.is_some_and(|title| index == title)),
            own[index][RULED],
            log(own.len() - index),
            capped(one.left),
            u8::from(one.verb),
            one.credited,
            capped(lower.iter().filter(|word| is_office(word)).count()),
            u8::from(person(&one.name)),
            capped(after.split_whitespace().take(8).filter(|word| says_office(word)).count()),
        ];
        let next = page.lines.get(index + 1);
        let label = next.is_some_and(|line| {
            line.words <= 4 && has(&AUTHOR_HEADINGS, line.key.trim_end_matches(':'))
        });
        let office = next
            .filter(|line| line.chars <= 80)
            .map_or(0, |line| line.text.split(' ').filter(|word| says_office(word)).count());
        let below = [u8::from(label), capped(office)];
        Row::new()
            .put(&place)
            .put(&others.numbers(one, &key))
            .put(&below)
            .near(own, index, &[0], &SEEN)
            .near(own, index, &NEAR, &SEEN_NEAR)
            .done()
    };
    let numbers: Vec<_> = all.iter().enumerate().map(|(order, one)| numbers(order, one)).collect();
    all.into_iter().zip(numbers).collect()
}

/// How many of the words are in a list.
fn count_of(words: &[String], list: &[&str]) -> u8 {
    capped(words.iter().filter(|word| has(list, word)).count())
}

fn says_office(word: &str) -> bool {
    is_office(&word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
}

/// What stands beside a name.
fn mark(c: Option<char>) -> u8 {
    match c {
        None => 0,
        Some(c) if c.is_alphabetic() => 1,
        Some(c) if c.is_numeric() => 2,
        Some(',') => 3,
        Some(':') => 4,
        Some('|' | '•' | '·' | '/') => 5,
        Some('-' | '–' | '—') => 6,
        Some('(' | ')') => 7,
        Some('@') => 8,
        Some(_) => 9,
    }
}

/// The parts of a line that read as names.
fn names_of(page: &Page, index: usize, out: &mut Vec<Candidate>) {
    let line = &page.lines[index];
    let introduced = || {
        let after = name_at(&line.text, false).and_then(|name| line.text.get(name.len()..));
        after.is_some_and(introduces)
    };
    if page.looks[index] == Look::Section {
        return;
    }
    let dated = matches!(page.looks[index], Look::Date(_));
    if (line.chars > 300 || line.ends && line.words > 25) && !dated && !introduced() {
        return;
    }
    let above = index.checked_sub(1).map(|above| &page.lines[above]);
    let headed = above.is_some_and(|above| {
        let key = above.key.trim_end_matches(':');
        above.words <= 4 && (is_by(key) || labels_author(&above.key) || has(&AUTHOR_HEADINGS, key))
    });
    let below_credit =
        above.is_some_and(|above| above.words <= 4 && above.chars <= 40 && credits(&above.text));
    out.extend(names_in(&line.text, headed).into_iter().map(|one| Candidate {
        line: index,
        name: one.name.to_owned(),
        part: one.part,
        announced: one.announced,
        credited: if one.credited { 2 } else { u8::from(below_credit) },
        left: one.left,
        verb: one.verb,
        start: one.start,
        end: one.start + one.name.len(),
    }));
}
