//! Invented newswire stories with every time marked, and the floor under what
//! is found in them.
//!
//! `newswire.txt` holds the stories: a line `# 1989-10-26` gives the day of
//! printing, the text marks each expression as `[phrase|value]` in the manner
//! of TimeML. Write the marks before looking at what the rules find, and mark
//! what a careful reader says even where the rules fail: the floor has room. `kinds.txt` goes through
//! the kinds of phrases by TimeML's guidelines, each line a text of its own.

use dateline_model::Day;

use super::tag;

/// Of what is found and of what is marked, in hundredths (the harmonic mean):
/// any overlap, the same value, the same days. Raise them freely.
const FLOOR: [usize; 3] = [98, 95, 96];

/// The same of the kinds.
const FLOOR_OF_KINDS: [usize; 3] = [98, 94, 93];

const STORIES: &str = include_str!("newswire.txt");
const KINDS: &str = include_str!("kinds.txt");

#[test]
fn newswire_is_read_as_marked_as_often_as_before() {
    check(stories(STORIES), 600, FLOOR);
}

#[test]
fn each_kind_is_read_as_marked_as_often_as_before() {
    let lines =
        |(day, text): (&'static str, &'static str)| text.lines().map(move |line| (day, line));
    check(stories(KINDS).flat_map(lines), 200, FLOOR_OF_KINDS);
}

/// Each story, or group of lines, with its day of printing.
fn stories(marked: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let stories = marked.split("# ").filter(|story| !story.is_empty());
    stories.map(|story| story.split_once('\n').unwrap())
}

fn check(
    texts: impl Iterator<Item = (&'static str, &'static str)>,
    marks: usize,
    floor: [usize; 3],
) {
    let (mut score, mut wrong) = (Score::default(), String::new());
    for (day, marked) in texts {
        let (text, gold) = unmarked(marked);
        score.add(day, &text, &gold, &mut wrong);
    }
    let reached = score.hundredths();
    assert!(score.gold > marks, "the texts are marked");
    assert!(reached.iter().zip(floor).all(|(is, floor)| *is >= floor), "{reached:?}\n{wrong}");
}

/// Where a mark stands in the bare text, and its value.
type Mark<'t> = (std::ops::Range<usize>, &'t str);

fn unmarked(marked: &str) -> (String, Vec<Mark<'_>>) {
    let (mut text, mut gold) = (String::new(), Vec::new());
    for piece in marked.split('[') {
        let Some((phrase, rest)) = piece.split_once('|') else {
            text += piece;
            continue;
        };
        let (value, rest) = rest.split_once(']').unwrap();
        gold.push((text.len()..text.len() + phrase.len(), value));
        text += phrase;
        text += rest;
    }
    (text, gold)
}

/// Whether a value stands for days of the calendar.
fn on_calendar(value: &str) -> bool {
    value.starts_with(|c: char| c.is_ascii_digit())
}

fn day_of(value: &str) -> &str {
    value.split('T').next().unwrap_or_default()
}

#[derive(Default)]
struct Score {
    gold: usize,
    found: usize,
    dated_gold: usize,
    dated_found: usize,
    overlapping: usize,
    equal: usize,
    same_days: usize,
}

impl Score {
    fn add(&mut self, day: &str, text: &str, gold: &[Mark<'_>], wrong: &mut String) {
        let mut found = tag(text, Day::parse(day));
        self.gold += gold.len();
        self.found += found.len();
        self.dated_gold += gold.iter().filter(|mark| on_calendar(mark.1)).count();
        self.dated_found += found.iter().filter(|one| one.days.is_some()).count();
        for (span, value) in gold {
            let overlaps =
                |start: u32, end: u32| (start as usize) < span.end && span.start < end as usize;
            let at = found.iter().position(|one| overlaps(one.span.start, one.span.end));
            let Some(one) = at.map(|at| found.remove(at)) else {
                *wrong += &format!("{day} not found: {} = {value}\n", &text[span.clone()]);
                continue;
            };
            self.overlapping += 1;
            self.equal += usize::from(one.value == *value);
            let dated = on_calendar(value) && one.days.is_some();
            self.same_days += usize::from(dated && day_of(&one.value) == day_of(value));
            if one.value != *value {
                *wrong += &format!("{day} {} = {value}, not {}\n", &text[span.clone()], one.value);
            }
        }
        for one in found {
            *wrong += &format!("{day} not marked: {} = {}\n", one.span.of(text), one.value);
        }
    }

    /// F1 of the three, in hundredths.
    fn hundredths(&self) -> [usize; 3] {
        let mean = |hits: usize, all: usize| 200 * hits / all.max(1);
        let all = self.gold + self.found;
        [
            mean(self.overlapping, all),
            mean(self.equal, all),
            mean(self.same_days, self.dated_gold + self.dated_found),
        ]
    }
}
