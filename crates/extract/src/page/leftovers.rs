//! Gives each line that nothing else has claimed its place, and its reason.

use core::ops::Range;
use std::collections::BTreeSet;

use super::places::{Page, Place};
use crate::facts::names::introduces;
use crate::sheet::look::Look;

/// Places all lines that are left. `title` is the headline's line, `run` the
/// article's lines, `against` why one of them is not the article's.
pub(crate) fn place(
    page: &mut Page,
    title: Option<usize>,
    run: &Range<usize>,
    author: Option<&str>,
    against: &dyn Fn(usize) -> Option<&'static str>,
) {
    captions(page, run, against);
    author_notes(page, run, author);
    links(page, run);
    let title_key = title.map(|index| page.lines[index].key.clone());
    let foot = (run.end..page.lines.len()).find(|&index| page.is_foot(index));
    let lists = headline_lists(page);
    for index in 0..page.lines.len() {
        if !page.free(index) {
            continue;
        }
        let repeated = title_key.as_ref() == Some(&page.lines[index].key);
        let place = if repeated {
            Place::Out("repeated-title")
        } else if run.contains(&index) {
            inside(page, index, run, against(index))
        } else {
            outside(page, index, title.unwrap_or(run.start), foot, &lists)
        };
        page.put(index, place);
    }
}

/// Each distinct caption once, where it stands near the article; its repeats
/// are furniture.
fn captions(page: &mut Page, run: &Range<usize>, against: &dyn Fn(usize) -> Option<&'static str>) {
    let mut seen = BTreeSet::new();
    for index in 0..page.lines.len() {
        let kept = run.contains(&index) && against(index).is_none();
        if page.looks[index] == Look::Caption && page.free(index) && !kept {
            let new = seen.insert(page.lines[index].key.clone());
            page.put(index, if new { Place::Caption } else { Place::Out("repeated-caption") });
        }
    }
}

/// "Ada Lind is a professor of …": the last paragraphs may speak of the author.
fn author_notes(page: &mut Page, run: &Range<usize>, author: Option<&str>) {
    let Some(author) = author.filter(|name| name.contains(' ')) else { return };
    for index in run.end.saturating_sub(3).max(run.start + 1)..run.end {
        let after = page.lines[index].text.strip_prefix(author).unwrap_or("");
        if introduces(after) {
            page.put(index, Place::Out("author-note/paragraph"));
        }
    }
}

/// Bullets between two paragraphs that no colon or heading announces and that
/// end without a full stop are links to other stories.
fn links(page: &mut Page, run: &Range<usize>) {
    let link = |page: &Page, index: usize| {
        let line = &page.lines[index];
        page.looks[index] == Look::Plain
            && line.bullet
            && !line.ends
            && line.words >= 4
            && line.chars <= 120
    };
    let mut index = run.start + 1;
    while index < run.end {
        let end = (index..run.end).find(|&at| !link(page, at)).unwrap_or(run.end);
        let prose = |at: usize| page.lines[at].ends && page.lines[at].chars >= 60;
        if end > index && end < run.end && prose(index - 1) && prose(end) {
            for at in index..end {
                page.put(at, Place::Out("headline-list/links"));
            }
        }
        index = end.max(index) + 1;
    }
}

/// A line between the article's first and last.
fn inside(page: &Page, index: usize, run: &Range<usize>, against: Option<&'static str>) -> Place {
    let Some(against) = against else { return Place::Body };
    match &page.looks[index] {
        Look::Rule(_) => by_rule(page, index),
        Look::Time => TIME,
        Look::Counter => COUNTER,
        Look::Date(_) => Place::Out("other-date"),
        Look::Byline if index < run.start + 3 => Place::Out("read-as-byline"),
        Look::Hashtag => Place::Out("read-as-tags"),
        _ => Place::Out(against),
    }
}

const TIME: Place = Place::Out("time-stamp");
const COUNTER: Place = Place::Out("counter");

fn by_rule(page: &Page, index: usize) -> Place {
    page.lines[index].rule.map_or(COUNTER, |rule| Place::Out(rule.name))
}

/// A line above or below the article.
fn outside(page: &Page, index: usize, title: usize, foot: Option<usize>, lists: &[bool]) -> Place {
    let line = &page.lines[index];
    match &page.looks[index] {
        Look::Rule(_) => by_rule(page, index),
        Look::Time => TIME,
        Look::Counter => COUNTER,
        Look::Date(_) => Place::Out("other-date"),
        Look::Byline => Place::Out("other-byline"),
        Look::Hashtag => Place::Out("read-as-tags"),
        _ if foot.is_some_and(|foot| index > foot)
            && (line.chars >= 120 || (line.ends && line.words >= 8)) =>
        {
            Place::Out("related-story")
        }
        _ if foot.is_some_and(|foot| index > foot) => Place::Out("headline-list/below"),
        _ if lists[index] => Place::Out("headline-list/short-lines"),
        Look::Section => Place::Out("section-name"),
        _ if index < title => Place::Out("page-head"),
        _ => Place::Out("page-foot"),
    }
}

/// Which lines stand in a row of three or more that are short and end without
/// a full stop.
fn headline_lists(page: &Page) -> Vec<bool> {
    let mut out = vec![false; page.lines.len()];
    let mut start = 0;
    for index in 0..=page.lines.len() {
        let short = page.lines.get(index).is_some_and(|line| !line.ends && line.chars <= 160);
        if !short {
            if index - start >= 3 {
                out[start..index].fill(true);
            }
            start = index + 1;
        }
    }
    out
}
