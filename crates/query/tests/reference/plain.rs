//! The documented answers, by plain loops.

use std::collections::{BTreeMap, BTreeSet};

use dateline_model::{Article, Event, Span};
use dateline_query::{Choice, Facets, Relaxation, Results, Selection};

use crate::generator::{Asked, Question, Text, World};

/// Word by word: the words of the corpus that are meant, and the one that is
/// asked for itself.
pub type Way = Vec<(BTreeSet<String>, String)>;

/// Clause by clause: the ways in which it may stand, as it is asked for first.
pub type Meant = Vec<Vec<Way>>;

pub fn meant(world: &World, clauses: &[Vec<Asked>], prefix: bool, typos: bool) -> Meant {
    let mut out = Vec::new();
    for (at, clause) in clauses.iter().enumerate() {
        let last = at + 1 == clauses.len();
        let mut ways = Vec::new();
        if let [asked] = clause.as_slice()
            && let Some((one, other)) = halves(&asked.word)
        {
            let number = other.starts_with(|c: char| c.is_ascii_digit());
            let half = |word: &str| vec![vec![Asked { word: word.into(), literal: asked.literal }]];
            let first = as_asked(world, &half(&one), false, false).remove(0);
            let second = as_asked(world, &half(&other), prefix && last && number, false).remove(0);
            ways.push([first, second].concat());
        }
        let elsewhere =
            ways.iter().any(|way| world.texts().any(|text| !places(way, text).is_empty()));
        let single = [clause.clone()];
        ways.insert(0, as_asked(world, &single, prefix && last, typos && !elsewhere).remove(0));
        out.push(ways);
    }
    out
}

/// Letters and digits of a word that changes from one to the other once.
fn halves(word: &str) -> Option<(String, String)> {
    let kinds: Vec<bool> = word.chars().map(|c| c.is_ascii_digit()).collect();
    let changes: Vec<usize> = (1..kinds.len()).filter(|&at| kinds[at] != kinds[at - 1]).collect();
    let [at] = changes[..] else { return None };
    let letters: Vec<char> = word.chars().collect();
    Some((letters[..at].iter().collect(), letters[at..].iter().collect()))
}

fn as_asked(world: &World, clauses: &[Vec<Asked>], prefix: bool, typos: bool) -> Vec<Way> {
    let words = &world.words;
    let last = (clauses.len(), clauses.last().map_or(0, Vec::len));
    let mut out = Vec::new();
    for (i, clause) in clauses.iter().enumerate() {
        let mut slots = Vec::new();
        for (j, asked) in clause.iter().enumerate() {
            let begins = prefix && !asked.literal && (i + 1, j + 1) == last;
            let mut found: BTreeSet<String> = words
                .iter()
                .filter(|word| **word == asked.word || begins && word.starts_with(&asked.word))
                .cloned()
                .collect();
            if found.is_empty() && typos && !asked.literal {
                let bound = match asked.word.chars().count() {
                    0..4 => 0,
                    4..8 => 1,
                    _ => 2,
                };
                found = nearest_to(words, &asked.word, bound);
            }
            slots.push((found, asked.word.clone()));
        }
        out.push(slots);
    }
    out
}

/// The words at the least distance, if that is at most `bound`.
fn nearest_to(words: &BTreeSet<String>, asked: &str, bound: usize) -> BTreeSet<String> {
    if asked.chars().any(char::is_numeric) {
        return BTreeSet::new();
    }
    let least = words.iter().map(|word| distance(word, asked)).min();
    let near = |word: &&String| {
        let distance = distance(word, asked);
        distance > 0 && distance <= bound && Some(distance) == least
    };
    words.iter().filter(near).cloned().collect()
}

/// Edits between two words: a letter too many, missing, wrong, or two
/// neighbours exchanged.
fn distance(one: &str, other: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut d = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            d[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let wrong = usize::from(a[i - 1] != b[j - 1]);
                (d[i - 1][j - 1] + wrong).min(d[i - 1][j] + 1).min(d[i][j - 1] + 1)
            };
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                d[i][j] = d[i][j].min(d[i - 2][j - 2] + 1);
            }
        }
    }
    d[a.len()][b.len()]
}

/// Where a way stands in a text: the word that it begins with, and the byte where it ends.
fn places(way: &Way, text: &Text) -> Vec<(usize, u32)> {
    let end = |at: usize, meant: &BTreeSet<String>| {
        let (word, span) = text.words.get(at)?;
        if meant.contains(word) {
            return Some(span.end);
        }
        let joined = text.joined.iter().filter(|one| one.0 == at && meant.contains(&one.2));
        joined.map(|one| one.1).min().map(|count| text.words[at + count - 1].1.end)
    };
    (0..text.words.len())
        .filter_map(|at| {
            let ends: Option<Vec<u32>> = way
                .iter()
                .enumerate()
                .map(|(offset, (meant, _))| end(at + offset, meant))
                .collect();
            Some((at, *ends?.last()?))
        })
        .collect()
}

fn stands(clause: &[Way], text: &Text) -> bool {
    clause.iter().any(|way| !places(way, text).is_empty())
}

fn all_in<'t>(meant: &Meant, texts: impl Iterator<Item = &'t Text> + Clone) -> bool {
    meant.iter().all(|clause| texts.clone().any(|text| stands(clause, text)))
}

pub fn search(world: &World, meant: &Meant) -> Vec<u32> {
    (0..world.articles.len() as u32)
        .filter(|&at| !meant.is_empty() && all_in(meant, world.articles[at as usize].iter()))
        .collect()
}

/// 2 for each clause that stands in the title, 1 where its one word only
/// begins there or is another one.
pub fn title_points(world: &World, meant: &Meant, article: u32) -> u32 {
    let title = &world.articles[article as usize][0];
    let points = |clause: &Vec<Way>| {
        if !stands(clause, title) {
            return 0;
        }
        let asked = &clause[0];
        let joined = title.joined.iter().map(|(_, _, word)| word);
        let mut words = title.words.iter().map(|(word, _)| word).chain(joined);
        let itself = words.any(|word| *word == asked[0].1);
        1 + u32::from(asked.len() > 1 || itself)
    };
    meant.iter().map(points).sum()
}

pub fn marks(meant: &Meant, text: &Text) -> Vec<Span> {
    let mut spans = Vec::new();
    for way in meant.iter().flatten() {
        for (at, end) in places(way, text) {
            spans.push(Span { start: text.words[at].1.start, end });
        }
    }
    spans.sort();
    let mut out: Vec<Span> = Vec::new();
    for span in spans {
        match out.last_mut() {
            Some(last) if last.end > span.start => last.end = last.end.max(span.end),
            _ => out.push(span),
        }
    }
    out
}

/// For the first word that occurs nowhere and has neighbours: those.
pub fn nearest(world: &World, clauses: &[Vec<Asked>]) -> BTreeSet<String> {
    let known = meant(world, clauses, true, false);
    for (found, asked) in known.iter().filter_map(|ways| ways.first()).flatten() {
        let bound = match asked.chars().count() {
            0..2 => 0,
            2..4 => 1,
            4..8 => 2,
            _ => 3,
        };
        let near = nearest_to(&world.words, asked, bound);
        if found.is_empty() && !near.is_empty() {
            return near;
        }
    }
    BTreeSet::new()
}

fn names(article: &Article, entity: u32) -> bool {
    article.mentions.iter().any(|mention| mention.entity == entity)
}

fn article_in(world: &World, meant: &Meant, selection: &Selection, at: usize) -> bool {
    let article = &world.corpus.articles[at];
    let date = article.published.date;
    selection.with.iter().all(|&entity| names(article, entity))
        && !selection.without.iter().any(|&entity| names(article, entity))
        && from_chosen(world, selection, at)
        && selection.from.is_none_or(|from| date.is_some_and(|day| from <= day))
        && selection.to.is_none_or(|to| date.is_some_and(|day| day <= to))
        && (selection.q.is_empty() || all_in(meant, world.articles[at].iter()))
}

fn from_chosen(world: &World, selection: &Selection, at: usize) -> bool {
    let outlet = world.corpus.articles[at].outlet.as_ref();
    selection.outlets.is_empty()
        || selection.outlets.iter().any(|&one| outlet == Some(&world.outlets[one as usize]))
}

fn event_in(world: &World, meant: &Meant, selection: &Selection, at: usize) -> bool {
    let event: &Event = &world.corpus.events[at];
    let said = || {
        all_in(meant, [&world.titles[at]].into_iter())
            || (0..world.articles.len() as u32).any(|article| {
                let told = world.tellings[at].iter();
                all_in(meant, told.filter(|(by, _)| *by == article).map(|(_, text)| text))
            })
    };
    selection.with.iter().all(|entity| event.entities.contains(entity))
        && !selection.without.iter().any(|entity| event.entities.contains(entity))
        && event.tellings.iter().any(|one| {
            let article = &world.corpus.articles[one.article as usize];
            from_chosen(world, selection, one.article as usize)
                && !selection.without.iter().any(|&entity| names(article, entity))
        })
        && selection.from.is_none_or(|from| from <= event.days.end)
        && selection.to.is_none_or(|to| event.days.start <= to)
        && !matches!((selection.from, selection.to), (Some(from), Some(to)) if from > to)
        && (selection.q.is_empty() || said())
}

pub fn run(world: &World, question: &Question) -> Results {
    let selection = &question.selection;
    let meant = meant(world, &question.clauses, true, true);
    let articles = |selection: &Selection| -> Vec<usize> {
        (0..world.articles.len()).filter(|&at| article_in(world, &meant, selection, at)).collect()
    };
    let mut result = articles(selection);
    let date = |at: usize| world.corpus.articles[at].published.date;
    result.sort_by_key(|&at| (date(at).is_none(), date(at), at));

    let mut entities = Vec::new();
    for entity in 0..world.corpus.entities.len() as u32 {
        let mut others = selection.clone();
        others.without.retain(|&other| other != entity);
        let having = articles(&others);
        let having = having.iter().filter(|&&at| names(&world.corpus.articles[at], entity));
        let count = having.count() as u32;
        let chosen = selection.with.contains(&entity) || selection.without.contains(&entity);
        if count > 0 || chosen {
            entities.push((entity, count));
        }
    }
    entities.sort_by_key(|&(entity, count)| (u32::MAX - count, entity));

    let mut outlets = Vec::new();
    let any = articles(&Selection { outlets: Vec::new(), ..selection.clone() });
    for (at, name) in (0u16..).zip(&world.outlets) {
        let from = any.iter().filter(|&&a| world.corpus.articles[a].outlet.as_ref() == Some(name));
        let count = from.count() as u32;
        if count > 0 || selection.outlets.contains(&at) {
            outlets.push((at, count));
        }
    }
    outlets.sort_by_key(|&(at, count)| (u32::MAX - count, at));

    let mut months = BTreeMap::new();
    for at in articles(&Selection { from: None, to: None, ..selection.clone() }) {
        if let Some(day) = date(at) {
            *months.entry((day.year(), day.month())).or_insert(0) += 1;
        }
    }
    Results {
        articles: result.iter().map(|&at| at as u32).collect(),
        events: (0..world.titles.len())
            .filter(|&at| event_in(world, &meant, selection, at))
            .map(|at| at as u32)
            .collect(),
        facets: Facets {
            entities,
            outlets,
            months: months.into_iter().map(|((year, month), n)| (year, month, n)).collect(),
        },
    }
}

pub fn relax(world: &World, question: &Question) -> Option<Relaxation> {
    let found = |selection: Selection| {
        let results = run(world, &Question { selection, ..question.clone() });
        (results.articles.len() as u32, results.events.len() as u32)
    };
    let all = &question.selection;
    if found(all.clone()) != (0, 0) {
        return None;
    }
    let mut drops = vec![(Choice::Query, Selection { q: String::new(), ..all.clone() })];
    for &entity in &all.with {
        let with = all.with.iter().copied().filter(|&other| other != entity).collect();
        drops.push((Choice::With(entity), Selection { with, ..all.clone() }));
    }
    for &entity in &all.without {
        let without = all.without.iter().copied().filter(|&other| other != entity).collect();
        drops.push((Choice::Without(entity), Selection { without, ..all.clone() }));
    }
    drops.push((Choice::Outlets, Selection { outlets: Vec::new(), ..all.clone() }));
    drops.push((Choice::Dates, Selection { from: None, to: None, ..all.clone() }));
    let mut best = None;
    let mut most = (0, 0);
    for (drop, rest) in drops {
        let (articles, events) = found(rest);
        if (articles, events) > most {
            most = (articles, events);
            best = Some(Relaxation { drop, articles, events });
        }
    }
    best
}
