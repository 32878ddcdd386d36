//! Tells the article from the page it stands on.
//!
//! A page is read as lines. The run of lines that reads most like an article is
//! the body; the headline is looked for above it, the facts around it; what is
//! left is furniture, each line with the rule that left it out. No line is lost.

mod body;
mod facts;
pub(crate) mod front;
mod leftovers;
mod outlets;
mod places;
mod tags;
mod title;

#[cfg(test)]
mod seeds;
#[cfg(test)]
mod tests;

use core::ops::Range;

use dateline_model::WarningKind;

use self::places::{Page, Place, Zones};
use crate::draft::{Draft, left_out};
use crate::facts::names;
use crate::facts::stated::{self, Fact, Statement};
use crate::sheet::look::Look;
use crate::sheet::published;

/// Separates one page. `file` is the seed's path, for outlets that are told by
/// nothing else.
pub fn separate(text: &str, file: &str) -> Draft {
    separate_stated(text, file, Vec::new()).0
}

/// Separates one page whose facts are stated elsewhere, as in front matter or
/// the head of a message; they outrank what the page says. What of them cannot be
/// used comes back as doubts.
pub(crate) fn separate_stated(
    text: &str,
    file: &str,
    mut statements: Vec<Statement>,
) -> (Draft, Vec<(WarningKind, String)>) {
    let text = front::unfolded(text);
    let mut page = Page::read(&text);
    let mut header = front::take(&mut page);
    header.retain(|row| !statements.iter().any(|told| told.fact == row.fact));
    statements.append(&mut header);
    let mut draft = Draft {
        language: page.language.map_or("und", |language| language.tag).into(),
        ..Draft::default()
    };
    let weights: Vec<i32> = {
        let mut weights = body::weights(&page);
        for (index, weight) in weights.iter_mut().enumerate().filter(|row| !page.free(row.0)) {
            *weight = if index < 24 { -100 } else { *weight };
        }
        weights
    };
    match body::best_run(&weights) {
        Some(run) => article(&mut page, &mut draft, run, file, stated_title(&statements)),
        None => everything(&mut page, &mut draft),
    }
    let doubts = stated::apply(&mut draft, statements);
    draft.name_itself();
    (draft, doubts)
}

fn stated_title(statements: &[Statement]) -> Option<&str> {
    let row = statements.iter().find(|row| row.fact == Fact::Title)?;
    row.values.first().map(String::as_str)
}

/// Takes the page apart around `run`.
fn article(
    page: &mut Page,
    draft: &mut Draft,
    run: Range<usize>,
    file: &str,
    stated: Option<&str>,
) {
    let run = body::begun(page, run);
    let title = match stated {
        Some(stated) => repeated(page, stated, &run),
        None => title::find(page, &run),
    };
    let (head, run) = reach(page, title, run);
    let mut run = body::continued(page, run);
    if let Some(index) = title {
        page.put(index, Place::Title);
    }
    let standfirst = standfirst(page, title, &mut run);
    let published = published::find(page, title, &run);
    let filed = dateline(page, draft, &run);
    let zones = Zones { head: head.start..run.start, body: run.clone() };
    let facts = facts::find(page, &zones, file, filed);
    if let Some(index) = standfirst {
        page.put(index, Place::Standfirst);
    }
    if let Some((when, line)) = published {
        draft.published = Some(when);
        if !run.contains(&line) || matches!(page.looks[line], Look::Date(_)) {
            page.put(line, Place::Out("read-as-date"));
        }
    }
    for (line, place) in facts.read {
        if !run.contains(&line) || page.looks[line] != Look::Plain {
            page.put(line, place);
        }
    }
    let (tags, lines) = tags::find(page, run.end);
    for line in lines {
        page.put(line, Place::Out("read-as-tags"));
    }
    leftovers::place(page, title, &run, facts.author.as_deref());
    draft.tags = tags;
    (draft.outlet, draft.via, draft.agency) = (facts.outlet, facts.via, facts.agency);
    (draft.author, draft.section) = (facts.author, facts.section);
    draft.title = page.texts(&Place::Title).next().unwrap_or("").to_owned();
    draft.standfirst = page.texts(&Place::Standfirst).next().map(str::to_owned);
    draft.captions = page.texts(&Place::Caption).map(str::to_owned).collect();
    let dateline = core::mem::take(&mut draft.furniture);
    draft.furniture = page.furniture();
    let mut paragraphs: Vec<&str> = page.texts(&Place::Body).collect();
    if let (Some(row), Some(first)) = (dateline.first(), paragraphs.first_mut()) {
        *first = first.strip_prefix(row.text.as_str()).unwrap_or(first).trim_start();
    }
    // The dateline stood where the body begins.
    let before = page.places.iter().take_while(|place| **place != Some(Place::Body));
    let at = before.filter(|place| matches!(place, Some(Place::Out(..)))).count();
    draft.furniture.splice(at..at, dateline);
    draft.body = paragraphs.join("\n\n");
    draft.unseparated = title.is_none() && stated.is_none() && draft.furniture.is_empty();
}

/// The line above the article that repeats a stated headline.
fn repeated(page: &Page, stated: &str, run: &Range<usize>) -> Option<usize> {
    let key = dateline_text::key_of(stated);
    (0..(run.start + 2).min(page.lines.len()))
        .rev()
        .find(|&index| page.free(index) && page.lines[index].key == key)
}

/// Where the head begins (the headline's first copy), and the run, begun below
/// the headline and widened where the page is nothing but the article.
fn reach(page: &Page, title: Option<usize>, mut run: Range<usize>) -> (Range<usize>, Range<usize>) {
    let Some(title) = title else { return (run.start.saturating_sub(6)..run.start, run) };
    let key = &page.lines[title].key;
    let first = (title.saturating_sub(12)..title)
        .find(|&index| page.lines[index].key == *key)
        .unwrap_or(title);
    if title >= run.start {
        run.start = title + 1;
    }
    // A paragraph between headline and run was cut off by buttons below it.
    let cut_off = (title + 1..run.start).find(|&index| {
        let line = &page.lines[index];
        page.looks[index] == Look::Plain && line.ends && line.chars >= 80 && !line.bullet
    });
    if let Some(index) = cut_off {
        run.start = index;
    }
    let outside = (0..page.lines.len())
        .filter(|index| *index > title && !run.contains(index) && page.free(*index));
    let (mut strange, mut plain) = (0, 0);
    for index in outside {
        let is_plain = matches!(page.looks[index], Look::Plain) && !page.lines[index].bullet;
        *(if is_plain {
            &mut plain
        } else if index > run.end {
            &mut strange
        } else {
            continue;
        }) += 1;
    }
    if strange == 0 && plain * 5 <= run.len() && title < 3 {
        run.end = page.lines.len();
        let start = (title + 1..run.start).find(|&index| page.looks[index] == Look::Plain);
        run.start = start
            .filter(|_| {
                plain > 0 && !(title + 1..run.start).any(|at| page.looks[at] != Look::Plain)
            })
            .unwrap_or(run.start);
    }
    (first..run.start, run)
}

/// The summary between headline and article: a line of some length that either
/// ends without a full stop, or is set off by the byline or date below it.
fn standfirst(page: &Page, title: Option<usize>, run: &mut Range<usize>) -> Option<usize> {
    let title = title?;
    let fits = |index: usize| {
        let line = &page.lines[index];
        page.looks[index] == Look::Plain
            && line.chars >= 40
            && line.words >= 6
            && line.chars <= 400
            && line.key != page.lines[title].key
            && !line.bullet
    };
    if let Some(index) = (title + 1..run.start).find(|&index| page.free(index) && fits(index)) {
        return Some(index);
    }
    let first = run.start;
    let next = page.lines.get(first + 1).filter(|_| run.contains(&(first + 1)))?;
    let set_off = (first + 1..(first + 4).min(run.end))
        .any(|at| matches!(page.looks[at], Look::Byline | Look::Date(_)));
    let open =
        !page.lines[first].ends && !page.lines[first].text.ends_with(':') && next.ends && next.gap;
    let signed = page.looks[first + 1] == Look::Plain && names::person(&page.lines[first + 1].text);
    if fits(first) && (set_off || open || signed) {
        run.start = first + if signed && run.len() > 2 { 2 } else { 1 };
        return Some(first);
    }
    None
}

/// Cuts the dateline off the first paragraph; returns its agency.
fn dateline(page: &Page, draft: &mut Draft, run: &Range<usize>) -> Option<&'static str> {
    let first = run.clone().find(|&index| page.looks[index] == Look::Plain)?;
    let text = &page.lines[first].text;
    let (end, agency) = names::dateline(text)?;
    draft.furniture.push(left_out(text[..end].trim_end(), "read-as-dateline"));
    Some(agency)
}

/// No line reads like an article: all are kept.
fn everything(page: &mut Page, draft: &mut Draft) {
    for index in 0..page.lines.len() {
        page.put(index, Place::Body);
    }
    draft.furniture = page.furniture();
    draft.body = page.texts(&Place::Body).collect::<Vec<_>>().join("\n\n");
    draft.unseparated = true;
}
