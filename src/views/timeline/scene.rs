//! What is drawn: marks, labels, ticks and names as plain numbers and words,
//! from the plan, the window and what is open. No browser.

use dateline_axis::{
    Frame, Group, Label, Name, Spot, Tick, Window, Wish, group, pack, place_names, positions, ticks,
};
use dateline_model::{Basis, Corpus, DayRange, Status};
use dateline_sort::sort_by;
use dateline_words as words;

use super::label::behind_titles;
use super::plan::{Item, Plan};

/// Rows for labels above the axis.
pub const ROWS: usize = 5;

/// Names under the published row are cut at this width.
const WIDEST_NAME: i32 = 130;

/// Pixels beside the axis that are still drawn on.
pub const MARGIN: i32 = 16;

/// Everything on the two lower rows, in pixels from the axis's left end.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Where days are.
    pub frame: Frame,
    /// Under the axis.
    pub ticks: Vec<Tick>,
    /// Events.
    pub marks: Vec<Mark>,
    /// Labels of events; `wish` is the position of the mark.
    pub labels: Vec<Label>,
    /// Articles.
    pub papers: Vec<Mark>,
    /// Names of outlets.
    pub names: Vec<Named>,
}

/// One mark: an event, an article, or several of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its middle.
    pub x: i32,
    /// Half its width.
    pub radius: i32,
    /// How it is drawn.
    pub look: Look,
    /// What is written in it: how many tell an event, or how many it stands for.
    pub number: Option<u32>,
    /// The days it may have been, or took, as pixels.
    pub whisker: Option<(i32, i32)>,
    /// Whether the whisker is the bounds of something inferred.
    pub bounded: bool,
    /// Positions in the plan: first and one past the last.
    pub items: (usize, usize),
    /// The corpus's position of the first item.
    pub index: u32,
    /// Whether it, or one in it, is open.
    pub open: bool,
    /// What it is, in a sentence.
    pub words: String,
}

/// How a mark is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Stated.
    Solid,
    /// Inferred.
    Hollow,
    /// Planned or proposed.
    Dashed,
    /// Called off.
    Crossed,
    /// Several in one.
    Several,
}

/// A name under a mark of the published row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The middle of the name.
    pub x: i32,
    /// The middle of its mark.
    pub mark: i32,
    /// 0 is the row nearest to the marks.
    pub row: usize,
    /// The name, cut where it must be.
    pub text: String,
}

/// What is open in the page, by position in the corpus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Open {
    /// The event.
    pub event: Option<u32>,
    /// The article.
    pub article: Option<u32>,
}

/// Measures of text: pixels of a label, and of what is smaller.
pub struct Measures<'a> {
    /// Labels of events.
    pub label: &'a dyn Fn(&str) -> i32,
    /// Ticks and names.
    pub small: &'a dyn Fn(&str) -> i32,
}

impl Scene {
    /// The scene of `plan` under `window`.
    pub fn new(corpus: &Corpus, plan: &Plan, window: Window, open: Open, text: &Measures) -> Self {
        let frame = plan.axis.frame(window);
        let (marks, wishes) = happened(corpus, plan, &frame, open);
        let labels = pack(&wishes, ROWS, frame.width, text.label);
        let (papers, names) = published(corpus, plan, &frame, open, text.small);
        Self { ticks: ticks(&frame, text.small), frame, marks, labels, papers, names }
    }

    /// The mark that stands for an event, by position in the plan.
    pub fn mark_of(&self, position: usize) -> Option<usize> {
        self.marks.iter().position(|mark| (mark.items.0..mark.items.1).contains(&position))
    }
}

fn happened(corpus: &Corpus, plan: &Plan, frame: &Frame, open: Open) -> (Vec<Mark>, Vec<Wish>) {
    let (mut marks, mut wishes) = (Vec::new(), Vec::new());
    let radius = |item: &Item| if item.tellers > 1 { 8 } else { 5 };
    for group in in_view(frame, &plan.events, radius) {
        let items = &plan.events[group.first..group.end];
        let Some(heaviest) = items.iter().max_by_key(|item| {
            (
                open.event == Some(item.index),
                item.tellers,
                item.tellings,
                core::cmp::Reverse(item.index),
            )
        }) else {
            continue;
        };
        let event = &corpus.events[heaviest.index as usize];
        let is_open = open.event == Some(heaviest.index);
        let alone = items.len() == 1;
        marks.push(Mark {
            x: group.x,
            radius: group.radius,
            look: match (alone, event.status, event.basis) {
                (false, ..) => Look::Several,
                (_, Status::CalledOff, _) => Look::Crossed,
                (_, Status::Planned | Status::Proposed, _) => Look::Dashed,
                (.., Basis::Inferred) => Look::Hollow,
                _ => Look::Solid,
            },
            number: number(items, alone, heaviest.tellers),
            whisker: whisker(frame, items, &group),
            bounded: alone && items[0].bounded,
            items: (group.first, group.end),
            index: items[0].index,
            open: is_open,
            words: if alone {
                words::event_sentence(event, corpus)
            } else {
                [
                    &words::several(items.len(), "event", extent(items)),
                    ". ",
                    &words::event_sentence(event, corpus),
                ]
                .concat()
            },
        });
        wishes.push(Wish {
            x: group.x,
            text: event.title.clone(),
            short: behind_titles(corpus, event),
            tail: if alone {
                String::new()
            } else {
                [" + ", &words::number(items.len() - 1)].concat()
            },
            weight: (
                if is_open { u32::MAX } else { heaviest.tellers.into() },
                items.iter().map(|item| u32::from(item.tellings)).sum(),
            ),
        });
    }
    (marks, wishes)
}

fn published(
    corpus: &Corpus,
    plan: &Plan,
    frame: &Frame,
    open: Open,
    measure: &dyn Fn(&str) -> i32,
) -> (Vec<Mark>, Vec<Named>) {
    let mut marks = Vec::new();
    let mut wanted: Vec<(usize, String, Name)> = Vec::new();
    for group in in_view(frame, &plan.articles, |_| 5) {
        let items = &plan.articles[group.first..group.end];
        let articles = || items.iter().map(|item| &corpus.articles[item.index as usize]);
        let alone = items.len() == 1;
        let mut outlets: Vec<&str> = Vec::new();
        for article in articles() {
            if !outlets.contains(&words::outlet(article)) && outlets.len() < 3 {
                outlets.push(words::outlet(article));
            }
        }
        let text = if outlets.len() > 2 { "" } else { &*outlets.join(", ") };
        let (text, width) = dateline_axis::cut(text, "", WIDEST_NAME, measure);
        if !text.is_empty() {
            wanted.push((items.len(), text, Name { x: group.x, width }));
        }
        let mut said = if alone {
            String::new()
        } else {
            words::several(items.len(), "article", extent(items))
        };
        for (at, article) in articles().take(4).enumerate() {
            if at > 0 || !alone {
                said.push_str(if at == 0 { ". " } else { " " });
            }
            said.push_str(&words::article_sentence(article));
        }
        marks.push(Mark {
            x: group.x,
            radius: group.radius,
            look: match articles().all(|article| article.published.basis == Basis::Inferred) {
                _ if !alone => Look::Several,
                true => Look::Hollow,
                false => Look::Solid,
            },
            number: number(items, alone, 1),
            whisker: whisker(frame, items, &group),
            bounded: alone && items[0].bounded,
            items: (group.first, group.end),
            index: items[0].index,
            open: items.iter().any(|item| open.article == Some(item.index)),
            words: said,
        });
    }
    sort_by(&mut wanted, &mut |one, other| (other.0, one.2.x) < (one.0, other.2.x));
    let places: Vec<Name> = wanted.iter().map(|(_, _, name)| *name).collect();
    let names = place_names(&places, frame.width)
        .into_iter()
        .zip(wanted)
        .filter_map(|(place, (_, text, name))| {
            let (row, x) = place?;
            Some(Named { x, mark: name.x, row, text })
        })
        .collect();
    (marks, names)
}

/// Groups of the whole axis; those in view.
fn in_view(frame: &Frame, items: &[Item], radius: impl Fn(&Item) -> i32) -> Vec<Group> {
    let days: Vec<_> = items.iter().map(|item| item.day).collect();
    let spots: Vec<Spot> = positions(frame, &days)
        .into_iter()
        .zip(items)
        .map(|(x, item)| Spot { x, radius: radius(item) })
        .collect();
    let mut groups = group(&spots);
    groups.retain(|group| (-4..=frame.width + 4).contains(&group.x));
    groups
}

/// The days from the first to the last of these.
pub fn extent(items: &[Item]) -> DayRange {
    let days =
        |item: Option<&Item>| item.map_or(dateline_model::Day::from_number(0), |item| item.day);
    DayRange { start: days(items.first()), end: days(items.last()) }
}

fn number(items: &[Item], alone: bool, tellers: u16) -> Option<u32> {
    match (alone, tellers) {
        (false, _) => Some(items.len() as u32),
        (true, 2..) => Some(tellers.into()),
        _ => None,
    }
}

/// A whisker that shows beside its mark: the extent of one item, or the days
/// of several. A stated year or month whose end lies in a break has none: it
/// would say more about the break than about the item.
fn whisker(frame: &Frame, items: &[Item], group: &Group) -> Option<(i32, i32)> {
    let (left, right) = match (items, items[0].extent) {
        ([_], None) => return None,
        ([item], Some(days)) => {
            let drawn = |day| frame.day(frame.x(day)) == Some(day);
            let inside = drawn(days.start) && drawn(days.end);
            if !(item.bounded || inside) {
                return None;
            }
            (frame.x(days.start), frame.x(days.end))
        }
        _ => (group.left, group.right),
    };
    let (left, right) =
        (left.min(group.x).max(-MARGIN), right.max(group.x).min(frame.width + MARGIN));
    (left < group.x - group.radius - 1 || right > group.x + group.radius + 1)
        .then_some((left, right))
}
