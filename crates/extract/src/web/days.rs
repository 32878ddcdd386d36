//! The days that may be the one of publication, each with what speaks for it in numbers: who states it,
//! where it is printed, and how the statements stand to one another. No number says which day it is.

use dateline_lang::page::{CHANGE_WORDS, DATE_LABELS};
use dateline_model::Day;

use super::blocks::{Block, BlockKind};
use super::body::Verdict;
use super::claims::{Claim, KINDS, Kind, claims};
use super::head::Head;
use super::printing::{self, Printing};
use super::regions::Regions;
use super::taken::Taken;
use super::title::squeezed;
use crate::markup::node::Id;
use crate::markup::tree::Tree;
use crate::page::features::day::place_of;
use crate::page::features::{Row, capped, centred, distance, log};
use crate::sheet::look::Look;
use crate::sheet::published::{self, Candidate};

/// Numbers of each kind of statement, of what is printed, of elements, of the most trusted statement, and of
/// how the day stands to the others.
const STATED: usize = 4 * KINDS;
const PRINTED: usize = 17;
const ELEMENT: usize = 5;
const FORM: usize = 8;
const BESIDE: usize = 17;

/// How many numbers there are of each day.
pub(crate) const WIDTH: usize = STATED + PRINTED + ELEMENT + FORM + BESIDE;

/// A page with more days than this is a calendar.
const MOST: usize = 60;

/// What a page states and prints of its day.
pub(crate) struct Days {
    pub lines: Printing,
    /// Most trusted first.
    pub claims: Vec<Claim>,
    /// What its lines print.
    pub printed: Vec<Candidate>,
    /// What lines near the headline or the article print, nearest first.
    pub near: Vec<(Day, String)>,
    /// Each day that may be its own, with its numbers.
    pub all: Vec<(Day, [u8; WIDTH])>,
}

/// What is asked.
struct Page<'p> {
    tree: &'p Tree,
    head: &'p Head,
    regions: &'p Regions,
    /// The headline's element.
    title: Option<Id>,
    days: &'p Days,
    worths: Vec<Worth>,
    /// The newest day of a change.
    changed: Option<Day>,
    /// The printed day that says most of itself.
    printed: Option<Day>,
    /// The newest year that somebody owns the page.
    owned: Option<i16>,
}

impl Days {
    /// Gathers them.
    pub fn of(page: &Taken, verdicts: &[Verdict]) -> Days {
        let Taken { tree, blocks, head, regions, .. } = page;
        let title = page.title.line.or_else(|| headline(page));
        let lines = printing::lines(tree, blocks, regions, verdicts, title);
        let mut claims = claims(tree, head, blocks, regions, title);
        // A copy is not older than the page.
        let copied = head.saved.at.map(|at| at.day + 1);
        let fits = |day: Day| copied.is_none_or(|copied| day <= copied);
        claims.retain(|claim| fits(claim.stamp.day));
        // Stable: of equal trust the first stays first.
        claims.sort_by_key(|claim| -claim.trust);
        let mut printed = published::all(&lines.sheet, lines.title, &lines.run, true);
        printed.retain(|one| {
            let posted = published::is_posted(&lines.sheet, one);
            !one.others && !posted && fits(one.date.day)
        });
        let mut days: Vec<Day> = Vec::new();
        let said = printed.iter().map(|one| one.date.day);
        for day in claims.iter().map(|claim| claim.stamp.day).chain(said) {
            if !days.contains(&day) && days.len() < MOST {
                days.push(day);
            }
        }
        let near = near_headline(&lines);
        let mut out = Days { lines, claims, printed, near, all: Vec::new() };
        let title = title.map(|index| blocks[index].at);
        let owned = published::owned_years(&out.lines.sheet);
        let owned = owned.filter(|year| (1990..=2099).contains(year)).max();
        let worth = |&day: &Day| Worth {
            day,
            trust: out.stating(day).next().map_or(0, |claim| claim.trust),
            shown: out.near.iter().any(|row| row.0 == day),
        };
        let changes = [Kind::Changed, Kind::ChangedMeta, Kind::ChangedElement];
        let changed = out.claims.iter().filter(|claim| changes.contains(&claim.kind));
        let changed = changed.map(|claim| claim.stamp.day).max();
        let worths: Vec<Worth> = days.iter().map(worth).collect();
        let printed = most(out.printed.iter()).map(|one| one.date.day);
        let page = Page { tree, head, regions, title, days: &out, worths, changed, printed, owned };
        let numbers = |(at, &day): (usize, &Day)| {
            let numbers = Row::new()
                .put(&stated(&page, day))
                .put(&shown(&page, day))
                .put(&element(&page, day))
                .put(&form(&page, day))
                .put(&beside(&page, at))
                .done();
            (day, numbers)
        };
        let all = days.iter().enumerate().map(numbers).collect();
        out.all = all;
        out
    }

    /// What states a day, most trusted first.
    pub fn stating(&self, day: Day) -> impl Iterator<Item = &Claim> {
        self.claims.iter().filter(move |claim| claim.stamp.day == day)
    }

    /// The day before or after one, where a statement that is trusted more gives it by the outlet's own clock.
    pub fn local(&self, day: Day) -> Option<Day> {
        let trust = self.stating(day).next().map_or(0, |claim| claim.trust);
        let own = |claim: &&Claim| {
            let stamp = claim.stamp;
            claim.trust >= SURE.max(trust + 1)
                && near(stamp.day, day)
                && stamp.time().is_some()
                && !stamp.utc
        };
        self.claims.iter().find(own).map(|claim| claim.stamp.day)
    }

    /// The place that prints a day and says most of it.
    pub fn printing(&self, day: Day) -> Option<&Candidate> {
        most(self.printed.iter().filter(|one| one.date.day == day))
    }
}

/// The date that says most of itself; of equals the first.
fn most<'c>(dates: impl Iterator<Item = &'c Candidate>) -> Option<&'c Candidate> {
    dates.enumerate().max_by_key(|(at, one)| (one.score, usize::MAX - at)).map(|row| row.1)
}

/// The days that lines near the headline or the article print, nearest first.
fn near_headline(lines: &Printing) -> Vec<(Day, String)> {
    /// Between headline and article stand few lines.
    const REACH: usize = 14;
    let Printing { sheet: page, title, run } = lines;
    let middle = title.unwrap_or(run.start);
    let mut near: Vec<usize> = (middle.saturating_sub(REACH)..run.start.max(middle) + 3)
        .chain(run.end..run.end + REACH)
        .filter(|&index| index < page.lines.len())
        // A day inside the article is one that it tells of.
        .filter(|index| !run.contains(index) || *index < run.start + 2)
        .collect();
    near.sort_by_key(|&index| index.abs_diff(middle));
    near.dedup();
    let mut out = Vec::new();
    for index in near {
        let Look::Date(dates) = &page.looks[index] else { continue };
        let text = &page.lines[index].text;
        for date in dates {
            let before = text[..date.start].to_lowercase();
            if CHANGE_WORDS.iter().any(|word| before.contains(word)) {
                continue;
            }
            let shown = text[date.start..date.end].to_owned();
            out.push((date.day, shown.clone()));
            out.extend(date.other.map(|day| (day, shown)));
        }
    }
    out
}

/// The heading that says the headline among other words, where no line says it alone.
fn headline(page: &Taken) -> Option<usize> {
    /// Bytes of a headline that is no other text's part.
    const SHORT: usize = 16;
    let key = squeezed(&page.title.text);
    let says = |block: &Block| {
        let own = squeezed(&block.text);
        let least = own.len().min(key.len());
        matches!(block.kind, BlockKind::Heading(_))
            && least >= SHORT
            && (own.contains(&key) || key.contains(&own))
    };
    page.blocks.iter().position(says)
}

/// Whether two days may be one by the clocks of two places.
fn near(one: Day, other: Day) -> bool {
    one != other && (one - other).abs() <= 1
}

fn stated(page: &Page, day: Day) -> [u8; STATED] {
    let mut out = [0; STATED];
    let mut rows: [Vec<&Claim>; KINDS] = Default::default();
    page.days.claims.iter().for_each(|claim| rows[claim.kind as usize].push(claim));
    for (rows, numbers) in rows.iter().zip(out.chunks_mut(4)) {
        let first = rows.iter().position(|claim| claim.stamp.day == day);
        numbers.copy_from_slice(&[
            capped(rows.iter().filter(|claim| claim.stamp.day == day).count()),
            capped(rows.iter().filter(|claim| near(claim.stamp.day, day)).count()),
            capped(rows.len()),
            first.map_or(255, capped),
        ]);
    }
    out
}

fn shown(page: &Page, day: Day) -> [u8; PRINTED] {
    let Days { lines, printed, .. } = page.days;
    let Some(one) = page.days.printing(day) else { return [0; PRINTED] };
    let line = &lines.sheet.lines[one.line];
    let own = || printed.iter().filter(|other| other.date.day == day);
    let best = printed.iter().map(|one| one.score).max().unwrap_or(0);
    let order = printed.iter().position(|other| other.date.day == day).unwrap_or(0);
    let labels = || own().map(|one| one.label);
    let middle = lines.title.unwrap_or(lines.run.start);
    [
        centred(one.score * 4),
        centred((best - one.score) * 4),
        centred(labels().max().unwrap_or(0) * 8),
        centred(labels().min().unwrap_or(0) * 8),
        place_of(one),
        u8::from(one.date.weekday),
        u8::from(one.date.time.is_some()) + u8::from(one.date.half_day),
        u8::from(one.date.other.is_some()),
        capped(order),
        log(line.text[..one.date.start].chars().count()),
        log(line.text[one.date.end..].chars().count()),
        distance(middle, one.line),
        distance(lines.run.start, one.line),
        distance(lines.run.end, one.line),
        u8::from(lines.run.contains(&one.line)),
        capped(own().count()),
        capped(printed.iter().filter(|other| near(other.date.day, day)).count()),
    ]
}

/// Of the element beside the headline that states a day.
fn element(page: &Page, day: Day) -> [u8; ELEMENT] {
    /// Letters in which a label is looked for.
    const LABEL: usize = 120;
    let Page { tree, regions, title, .. } = page;
    let middle = title.unwrap_or(0);
    let elements = page.days.stating(day).filter_map(|claim| claim.at);
    let Some(at) = elements.min_by_key(|at| at.abs_diff(middle)) else { return [0; ELEMENT] };
    let inside = tree.ancestors(at).fold(0, |inside, id| {
        inside
            | match &*tree.nodes[id].name {
                "nav" | "footer" => 1,
                "header" => 2,
                "article" | "main" => 4,
                "ul" | "ol" | "dl" => 8,
                "aside" => 16,
                "a" => 32,
                _ => 0,
            }
    });
    let said = tree.text(at, LABEL).to_lowercase();
    let labels = DATE_LABELS.iter().filter(|row| said.contains(row.0)).map(|row| row.1);
    let cue = regions.cues[at];
    [
        distance(middle, at),
        inside,
        cue.map_or(0, |cue| 1 + u8::from(cue.of_others)),
        regions.tiers[at],
        centred(labels.min_by_key(|value| (*value > 0, -value.abs())).unwrap_or(0) * 8),
    ]
}

/// How the most trusted statement of a day is written.
fn form(page: &Page, day: Day) -> [u8; FORM] {
    let Some(claim) = page.days.stating(day).next() else { return [0; FORM] };
    let changes = |kind: Kind| matches!(kind, Kind::Changed | Kind::ChangedMeta);
    let same = |other: &&Claim| changes(other.kind) && other.text == claim.text;
    let words = claim.text.split(|c: char| !c.is_alphabetic());
    [
        1 + capped(claim.trust as usize),
        u8::from(claim.stamp.clock.is_some()),
        u8::from(claim.stamp.time().is_some()),
        u8::from(claim.stamp.utc),
        u8::from(claim.stamp.other.is_some()),
        u8::from(words.map(str::len).max().unwrap_or(0) >= 3),
        log(claim.text.len()),
        u8::from(page.days.claims.iter().any(|other| same(&other))),
    ]
}

fn beside(page: &Page, at: usize) -> [u8; BESIDE] {
    let Days { claims, printed, .. } = page.days;
    let days = &page.worths;
    let (day, own) = (days[at].day, &days[at]);
    let apart =
        |other: Option<Day>| other.map_or(0, |other| log((other - day).unsigned_abs() as usize));
    let stated = || days.iter().filter(|one| one.trust >= SURE).map(|one| one.day);
    let count = |is: &dyn Fn(usize, &Worth) -> bool| {
        let far = |one: &Worth| one.day != day && !near(one.day, day);
        capped(days.iter().enumerate().filter(|row| far(row.1) && is(row.0, row.1)).count())
    };
    let beside = days.iter().filter(|one| near(one.day, day)).map(|one| one.trust).max();
    let changed = page
        .changed
        .map(|changed| centred((changed - day).signum() * 2 + i32::from(near(changed, day))));
    [
        u8::from(own.shown),
        count(&|place, one| one.worth() > own.worth() || one.worth() == own.worth() && place < at),
        capped(days.len()),
        count(&|_, one| one.day < day),
        count(&|_, one| one.day > day),
        count(&|_, one| one.trust >= SURE),
        count(&|_, one| one.trust > own.trust),
        apart(stated().min()),
        apart(stated().max()),
        apart(days.iter().map(|one| one.day).max()),
        apart(page.printed),
        changed.unwrap_or(255),
        page.owned.map_or(255, |year| centred(i32::from(year - day.year()))),
        page.head.saved.at.map_or(255, |at| log((at.day - day).unsigned_abs() as usize)),
        capped(claims.len()),
        capped(printed.len()),
        beside.map_or(0, |trust| 1 + capped(trust as usize)),
    ]
}

/// A day with the most trust that a statement of it has, and whether lines near the headline print it.
struct Worth {
    day: Day,
    trust: i32,
    shown: bool,
}

impl Worth {
    /// Of statements that differ, the one that the page prints too is trusted more.
    fn worth(&self) -> i32 {
        self.trust + if self.shown { SHOWN } else { 0 }
    }
}

/// What it is worth that a stated day is printed near the headline.
const SHOWN: i32 = 4;

/// From this trust on a statement says of itself that it is of publication.
pub(crate) const SURE: i32 = 5;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::judged;

    const PROSE: &str = "<p>The old harbour of the small town opened again, after nine years of work, and the first boat carried salt and a choir.</p>";

    fn days(page: &str) -> Days {
        let page = Taken::read(page, "");
        Days::of(&page, &judged::verdicts(&page))
    }

    fn page(inner: &str) -> String {
        format!("{inner}{PROSE}{PROSE}{PROSE}")
    }

    #[test]
    fn every_day_that_is_stated_or_printed_may_be_the_one() {
        let check = |inner: &str, expected: &[&str]| {
            let all: Vec<String> =
                days(&page(inner)).all.iter().map(|row| row.0.to_string()).collect();
            assert_eq!(all, expected, "{inner}");
        };
        check(
            "<meta name=date content=2024-03-04><h1>Harbour opens again</h1><p>March 5, 2024</p>",
            &["2024-03-04", "2024-03-05"],
        );
        check("<meta name=published_on content=2024-03-05><h1>Harbour opens</h1>", &["2024-03-05"]);
        check(
            "<h1>Harbour opens again</h1><div class=breadcrumbs><time datetime=2024-03-05>5.3.</time></div>",
            &["2024-03-05"],
        );
        check(
            "<h1><a>Old harbour opens again</a> <b>87 talk of it</b></h1><title>Old harbour opens again</title><aside><time datetime=2024-03-05>5.3.</time></aside>",
            &["2024-03-05"],
        );
        check("<h1>Harbour opens again</h1><div class=comments><p>March 9, 2024</p></div>", &[]);
    }

    #[test]
    fn numbers_do_not_say_which_day_it_is() {
        let numbers = |year: &str, month: &str| -> Vec<[u8; WIDTH]> {
            let inner = format!(
                "<meta property=article:published_time content={year}-0{month}-05T08:30:00Z><meta name=lastmod content={year}-0{month}-07><h1>Harbour opens again</h1><p>5.{month}.{year}</p><p>Updated: 7.{month}.{year}</p>"
            );
            days(&page(&inner)).all.into_iter().map(|row| row.1).collect()
        };
        assert_eq!(numbers("2024", "3"), numbers("2017", "8"));
        assert_eq!(numbers("2024", "3").len(), 2);
    }
}
