//! Tells the article from the page it stands on.
//!
//! A page is read as lines. Trees judge which of them are the article's, and rules where they know;
//! the headline is looked for above it, the facts around it; what is left is furniture, each line with
//! the rule that left it out. No line is lost.

pub(crate) mod body;
mod facts;
pub(crate) mod features;
pub(crate) mod front;
mod leftovers;
pub(crate) mod outlets;
pub(crate) mod places;
mod tags;
mod title;
pub(crate) mod verdict;
pub(crate) mod words;

#[cfg(test)]
mod seeds;
#[cfg(test)]
mod tests;

use core::ops::Range;

use dateline_lang::page::Effect;
use dateline_model::{Day, WarningKind, When};
use dateline_text::fingerprint;

use self::features::line::{self, Own};
use self::places::{Page, Place, Zones};
use crate::draft::{Draft, left_out};
use crate::facts::names;
use crate::facts::stated::{self, Fact, Statement};
use crate::learned::learned;
use crate::sheet::look::Look;
use crate::sheet::published::{self, Candidate};
use crate::trees::{UNIT, best};

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
    let ruled = rules_run(&page);
    let lines = line::own(&page, |index| ruled.contains(&index));
    let judged = Judged::of(&page, &ruled, lines);
    match verdict::run_of(&judged.kept) {
        Some(run) => article(&mut page, &mut draft, &judged, run, file, stated_title(&statements)),
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

/// The lines of a page as the trees judge them.
struct Judged {
    lines: Vec<Own>,
    numbers: Vec<[u8; features::body::WIDTH]>,
    /// What speaks for each line being the article's.
    scores: Vec<i32>,
    /// Which lines are.
    kept: Vec<bool>,
    /// The lines that hold most of it: stray ones far away are not asked for a headline.
    main: Range<usize>,
}

impl Judged {
    fn of(page: &Page, ruled: &Range<usize>, lines: Vec<Own>) -> Self {
        let numbers = features::body::features(page, ruled, &lines);
        let taken = |index: usize| !page.free(index) || is_marked(page, index);
        // A label between two paragraphs does not part them.
        let open: Vec<usize> = (0..numbers.len()).filter(|&index| !taken(index)).collect();
        let of_open = learned().body.scores(open.iter().map(|&index| &numbers[index][..]));
        let mut scores = vec![TAKEN; numbers.len()];
        for (index, score) in open.iter().zip(&of_open) {
            scores[*index] = *score;
        }
        let mut kept = vec![false; scores.len()];
        for (index, verdict) in open.into_iter().zip(verdict::decide(&of_open)) {
            kept[index] = verdict;
        }
        let main = body::best_run(&scores).unwrap_or(ruled.clone());
        below_a_heading(page, &lines, &main, &mut kept);
        // What stands above the first paragraph and says when or by whom heads the article.
        for (look, kept) in page.looks.iter().zip(&mut kept) {
            if *look == Look::Plain && *kept {
                break;
            }
            *kept &= matches!(look, Look::Rule(_) | Look::Caption);
        }
        // Where the trees see no article, the rules may.
        if !kept.contains(&true) {
            for index in ruled.clone() {
                kept[index] = page.looks[index] == Look::Plain;
            }
        }
        // Where neither sees one, as in a short text without spaces, sentences make it.
        if !kept.contains(&true) {
            for (index, line) in page.lines.iter().enumerate() {
                let tells = line.ends && line.chars >= SENTENCE;
                kept[index] = tells && page.looks[index] == Look::Plain;
            }
        }
        Self { lines, numbers, scores, kept, main }
    }

    /// Why a line among the article's is not one of them: the rule of what speaks most against it.
    fn against(&self, index: usize) -> &'static str {
        features::body::strongest(&learned().body.reasons(&self.numbers[index]))
    }
}

/// The characters of the shortest sentence that tells something.
const SENTENCE: usize = 12;

/// Below a heading that ends articles only what speaks of the same things goes on; many paragraphs show
/// that the heading stood inside.
fn below_a_heading(page: &Page, lines: &[Own], main: &Range<usize>, kept: &mut [bool]) {
    const MANY: usize = 6;
    const SHARED: u8 = 50;
    let heading = |index: &usize| page.is_foot(*index) && is_marked(page, *index);
    let Some(heading) = (main.start..kept.len()).find(heading) else { return };
    let below: Vec<usize> = (heading..kept.len()).filter(|&index| kept[index]).collect();
    let prose = |index: &&usize| page.lines[**index].is_paragraph();
    if below.iter().filter(prose).count() < MANY {
        let strange = |index: &usize| lines[*index][line::KIN] < SHARED || !prose(&index);
        below.into_iter().filter(strange).for_each(|index| kept[index] = false);
    }
}

/// Whether a line says no more than what a rule knows for the page's own words or for a caption.
fn is_marked(page: &Page, index: usize) -> bool {
    let line = &page.lines[index];
    if page.looks[index] == Look::Caption && !line.loose {
        return true;
    }
    matches!(page.looks[index], Look::Rule(Effect::Label | Effect::Notice | Effect::Foot))
        && (!line.loose || line.chars < 60)
        && line.chars <= 160
}

/// What speaks for a line that is known to be no part of the text.
const TAKEN: i32 = -20 * UNIT;

/// Takes the page apart around `run`, which spans the lines that are kept.
fn article(
    page: &mut Page,
    draft: &mut Draft,
    judged: &Judged,
    run: Range<usize>,
    file: &str,
    stated: Option<&str>,
) {
    let title = match stated {
        Some(stated) => repeated(page, stated, &run),
        None => headline(page, judged),
    };
    let (head, mut run) = reach(page, title, run);
    if let Some(index) = title {
        page.put(index, Place::Title);
    }
    let standfirst = standfirst(page, title, &mut run);
    let published = published_on(page, judged, title, &run);
    let filed = dateline(page, draft, &run);
    let zones = Zones { head: head.start..run.start, body: run.clone() };
    let authors = authors(page, judged, title);
    let facts = facts::find(page, judged, title, &zones, file, filed, authors);
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
    let why = |index: usize| (!judged.kept[index]).then(|| judged.against(index));
    leftovers::place(page, title, &run, facts.author.as_deref(), &why);
    draft.tags = tags;
    (draft.outlet, draft.via, draft.agency) = (facts.outlet, facts.via, facts.agency);
    (draft.author, draft.section) = (facts.author, facts.section);
    let printed = page.texts(&Place::Title).next().unwrap_or("");
    let (title, outlet) = without_outlet(printed);
    draft.outlet = draft.outlet.take().or(outlet);
    draft.title = title.to_owned();
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
    let mut first = paragraphs.first().copied();
    for (text, place) in page.kept_and_left() {
        let body = first.filter(|_| *place == Place::Body);
        if body.is_some() {
            draft.page.extend(dateline.first().map(|row| fingerprint(&row.text)));
            first = None;
        }
        draft.page.push(fingerprint(body.unwrap_or(text)));
    }
    draft.furniture.splice(at..at, dateline);
    draft.body = paragraphs.join("\n\n");
}

/// A headline without the outlet that stands behind it: "Harbour opens | Port Post". What is left says
/// something by itself. Before a colon as often stands a series, or whom the story is about.
fn without_outlet(title: &str) -> (&str, Option<String>) {
    const WORDS: usize = 3;
    let behind = [" | ", " - ", " – ", " — "].iter().filter_map(|mark| title.rsplit_once(*mark));
    let mut named = behind
        .filter(|row| row.0.split_whitespace().count() >= WORDS)
        .filter_map(|(title, outlet)| Some((title, names::outlet_name(outlet)?)));
    named.next().map_or((title, None), |(title, outlet)| (title.trim(), Some(outlet)))
}

/// The article's lines as the rules see them; empty where no line speaks for one.
pub(crate) fn rules_run(page: &Page) -> Range<usize> {
    let mut weights = body::weights(page);
    for (index, weight) in weights.iter_mut().enumerate().filter(|row| !page.free(row.0)) {
        *weight = if index < 24 { -100 } else { *weight };
    }
    body::best_run(&weights).map_or(0..0, |run| body::begun(page, run))
}

/// The line above the article that repeats a stated headline.
fn repeated(page: &Page, stated: &str, run: &Range<usize>) -> Option<usize> {
    let key = dateline_text::key_of(stated);
    (0..(run.start + 2).min(page.lines.len()))
        .rev()
        .find(|&index| page.free(index) && page.lines[index].key == key)
}

/// The line that is most likely the headline; `None` where none is likely.
fn headline(page: &Page, judged: &Judged) -> Option<usize> {
    let rows = features::title::candidates(page, &judged.main, &judged.lines, &judged.scores);
    let scores = learned().title.scores(rows.iter().map(|row| &row.1[..]));
    // Of equals the lower one stands nearer to the article.
    scores
        .into_iter()
        .zip(rows.iter().map(|row| row.0))
        .max()
        .filter(|best| best.0 > UNLIKELY)
        .map(|best| best.1)
        .or_else(|| lone_line(page, judged.kept.iter().position(|&kept| kept)?))
}

/// In a script without spaces, of whose headlines the trees have seen few: the one line above the article
/// that says more than when and by whom.
fn lone_line(page: &Page, start: usize) -> Option<usize> {
    let first = &page.lines[start];
    let mut above = (0..start).filter(|&index| page.looks[index] == Look::Plain);
    let line = above.next().filter(|_| first.chars > UNSPACED * first.words)?;
    let fits = above.next().is_none() && page.free(line) && !page.lines[line].ends;
    fits.then_some(line)
}

/// No language with spaces has words of so many letters.
const UNSPACED: usize = 12;

/// Below this a headline or a day is rather none.
const UNLIKELY: i32 = -2 * UNIT;

/// The day of publication, and the line that prints it.
fn published_on(
    page: &Page,
    judged: &Judged,
    title: Option<usize>,
    run: &Range<usize>,
) -> Option<(When, usize)> {
    let rows = features::day::candidates(page, title, &judged.main, &judged.lines, &judged.scores);
    let scores = learned().day.scores(rows.iter().map(|row| &row.1[..]));
    let all: Vec<Candidate> = rows.into_iter().map(|row| row.0).collect();
    // What "published" or "updated" before a date says is sure, whatever the place. Of equals the first
    // printed wins.
    let labelled = scores.iter().zip(&all).map(|(score, one)| score + one.label * LABEL);
    match best(&labelled.collect::<Vec<_>>()).filter(|&best| scores[best] > UNLIKELY) {
        Some(best) => {
            let sure = scores[best];
            // Of the places that print this day, the one that says most is shown.
            let same = |one: &usize| all[*one].date.day == all[best].date.day;
            let likely = (0..all.len()).filter(|&one| scores[one] > UNLIKELY).filter(same);
            let best = likely.max_by_key(|&one| (all[one].score, scores[one])).unwrap_or(best);
            let mut when = published::when(page, &all[best], &all);
            let day = all[best].date.day;
            // What says "published" has no rival in what does not.
            let told = all[best].label > 0;
            let rivals = (0..all.len()).filter(|&one| scores[one] > UNLIKELY);
            let rivals = rivals.filter(|&one| !told || all[one].label >= 0);
            let rivals: Vec<Day> = rivals.map(|one| all[one].date.day).collect();
            let alone = rivals.iter().all(|other| *other == day);
            if sure < if alone { UNIT } else { SURE } {
                published::unsure(&mut when, rivals.into_iter(), "printed-date/unsure");
            }
            Some((when, all[best].line))
        }
        None => published::newest_post(page, &published::all(page, title, run, false), run),
    }
}

/// What a label before a date is worth, for each point that it has.
const LABEL: i32 = UNIT / 4;

/// From here on a printed day that has rivals is the right one on 99 of 100 pages that print it, of sites that the trees have not seen.
const SURE: i32 = 2 * UNIT;

/// The authors that the page names, in its order, the lines that name them, and whether more speaks for each
/// than against.
fn authors(page: &Page, judged: &Judged, title: Option<usize>) -> Vec<(usize, String, bool)> {
    let rows =
        features::author::candidates(page, title, &judged.main, &judged.lines, &judged.scores);
    let rows: Vec<_> = rows.into_iter().filter(|row| page.free(row.0.line)).collect();
    let scores = learned().author.scores(rows.iter().map(|row| &row.1[..]));
    let names: Vec<&features::author::Candidate> = rows.iter().map(|row| &row.0).collect();
    let chosen = features::author::chosen(&names, &scores);
    let told = |at: usize| (names[at].line, names[at].name.clone(), scores[at] > 0);
    chosen.into_iter().map(told).collect()
}

/// Where the head begins (the headline's first copy), and the run, begun below the headline.
fn reach(page: &Page, title: Option<usize>, mut run: Range<usize>) -> (Range<usize>, Range<usize>) {
    let Some(title) = title else { return (run.start.saturating_sub(6)..run.start, run) };
    let key = &page.lines[title].key;
    let first = (title.saturating_sub(12)..title)
        .find(|&index| page.lines[index].key == *key)
        .unwrap_or(title);
    if title >= run.start {
        run.start = title + 1;
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
    // Who posted what the article shows, and when, sets nothing off.
    let sets_off = |at: usize| match page.looks[at] {
        Look::Byline => true,
        Look::Date(_) => !page.lines[at].text.contains("(@"),
        _ => false,
    };
    let set_off = (first + 1..(first + 4).min(run.end)).any(sets_off);
    let open =
        !page.lines[first].ends && !page.lines[first].text.ends_with(':') && next.ends && next.gap;
    let signed = page.looks[first + 1] == Look::Plain && names::person(&page.lines[first + 1].text);
    if fits(first) && (set_off || open || signed) {
        run.start = first + if signed && run.len() > 2 { 2 } else { 1 };
        return Some(first);
    }
    None
}

/// Cuts the dateline off the first paragraph; returns its agency, also where a summary stands before it.
fn dateline(page: &Page, draft: &mut Draft, run: &Range<usize>) -> Option<&'static str> {
    let first = run.clone().find(|&index| page.looks[index] == Look::Plain)?;
    let text = &page.lines[first].text;
    let Some((end, agency)) = names::dateline(text) else { return names::filed_within(text) };
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
