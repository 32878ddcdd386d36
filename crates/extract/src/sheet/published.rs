//! The printed dates that may be the day of publication, what the rules say for each, and why.

use core::ops::Range;

use dateline_lang::calendar::AMERICAN_ZONES;
use dateline_lang::page::{DATE_LABELS, why, why_of};
use dateline_model::{Basis, Day, Evidence, Granularity, When};
use dateline_text::digit;

use super::Sheet;
use super::look::{Look, says_ago};
use crate::facts::printed::{self, PrintedDate};
use crate::facts::told::nearer;

/// A page with more dates than this is a calendar; the first ones decide.
const MOST: usize = 300;

/// A date that may be the publication date.
pub(crate) struct Candidate {
    pub line: usize,
    pub date: PrintedDate,
    pub score: i32,
    /// What the words before it are worth.
    pub label: i32,
    /// The rule that says what its place is worth.
    pub reason: &'static str,
    /// Whether it is another story's: the page tells how many hours ago its own was.
    pub others: bool,
    /// The rule that settled the order of day and month; empty where it was clear.
    pub order: &'static str,
}

/// All dates of a page that may be its own, in page order, each with what the rules say for it. `title` is the
/// headline's line, `body` the article's lines; `wide` where the lines that say more than a date are searched too.
pub(crate) fn all(
    page: &Sheet,
    title: Option<usize>,
    body: &Range<usize>,
    wide: bool,
) -> Vec<Candidate> {
    let mut candidates = candidates(page, title, body, wide);
    settle_orders(page, body, &mut candidates);
    let agreeing: Vec<i32> = candidates
        .iter()
        .map(|one| {
            i32::from(
                candidates
                    .iter()
                    .any(|other| other.line != one.line && other.date.day == one.date.day),
            )
        })
        .collect();
    for (candidate, agreeing) in candidates.iter_mut().zip(agreeing) {
        candidate.score += agreeing;
    }
    candidates
}

/// Without a date of its own, a story is not older than the newest post that it
/// shows: "— Ada Lind (@adalind) 3 May 2024".
pub(crate) fn newest_post(
    page: &Sheet,
    candidates: &[Candidate],
    body: &Range<usize>,
) -> Option<(When, usize)> {
    let posted = |one: &&Candidate| one.line < body.end + 6 && is_posted(page, one);
    let newest = candidates.iter().filter(posted).max_by_key(|one| one.date.day)?;
    // Posts of earlier years are testimonials on a page that is kept up to date.
    if owned_years(page)
        .filter(|year| *year <= 2099)
        .max()
        .is_some_and(|year| year > newest.date.day.year())
    {
        return None;
    }
    let text = &page.lines[newest.line].text[newest.date.start..newest.date.end];
    let rule = "newest-post-shown";
    let evidence = vec![Evidence::new(rule, text, why(rule))];
    let mut when = When::on(newest.date.day, Basis::Inferred, evidence);
    when.latest = Some(newest.date.day + 1);
    Some((when, newest.line))
}

/// The numbers of four digits beside "©".
pub(crate) fn owned_years(page: &Sheet) -> impl Iterator<Item = i16> {
    let owned = page.lines.iter().filter(|line| line.text.contains('©') && line.chars <= 400);
    let numbers = owned.flat_map(|line| line.text.split(|c: char| !c.is_ascii_digit()));
    numbers.filter(|year| year.len() == 4).filter_map(|year| year.parse().ok())
}

/// Whether a date is that of a post which the page shows.
pub(crate) fn is_posted(page: &Sheet, one: &Candidate) -> bool {
    let before = &page.lines[one.line].text[..one.date.start];
    before.trim_end().ends_with(')') && before.contains("(@")
}

fn candidates(
    page: &Sheet,
    title: Option<usize>,
    body: &Range<usize>,
    wide: bool,
) -> Vec<Candidate> {
    let mut out = Vec::new();
    let mut after_heading = false;
    // "16 hours ago" above the article is its own date; those below are others'.
    let relative = (title.unwrap_or(body.start)..body.start)
        .any(|index| page.lines[index].chars <= 120 && says_ago(&page.lines[index].key));
    // Three dates with a time below the opening stamp readers' comments.
    let timed = |look: &&Look| matches!(look, Look::Date(dates) if dates[0].time.is_some());
    let comments = page.looks.iter().skip(body.start + 3).filter(timed).count();
    let mut plain = vec![0usize];
    for look in &page.looks {
        plain.push(plain[plain.len() - 1] + usize::from(*look == Look::Plain));
    }
    for (index, look) in page.looks.iter().enumerate() {
        after_heading |= index >= body.end && page.is_foot(index);
        let within;
        let dates = match look {
            Look::Date(dates) => dates,
            Look::Caption => continue,
            _ if wide && !(body.contains(&index) && index >= body.start + 3) => {
                within = inside(&page.lines[index]);
                &within
            }
            _ => continue,
        };
        if out.len() >= MOST {
            break;
        }
        let others = relative && index >= body.start + 3;
        let (zone, reason) = match zone(&plain, title, body, index, after_heading) {
            (_, reason) if others => (-3, reason),
            found => found,
        };
        let comment = comments >= 3 && index >= body.start + 3;
        for (order, date) in dates.iter().enumerate() {
            let text = &page.lines[index].text;
            let label = label(page, index, &text[..date.start]);
            let alone = text.len() - (date.end - date.start) <= 30;
            let comment = comment && label <= 0 && date.time.is_some();
            let score = zone
                + label
                + i32::from(date.weekday)
                + i32::from(date.time.is_some())
                + i32::from(alone)
                - if page.lines[index].bullet && zone < 8 { 2 } else { 0 }
                - if comment { 4 } else { 0 }
                - order as i32;
            let date = date.clone();
            out.push(Candidate { line: index, date, score, label, reason, others, order: "" });
        }
    }
    if out.is_empty() {
        out.extend(opening(page, body));
    }
    out
}

/// The dates of a line that says more than a date.
fn inside(line: &crate::lines::Line) -> Vec<PrintedDate> {
    let digits = line.text.chars().filter(|c| digit(*c).is_some()).count();
    let prose = line.ends && line.words > 12;
    if prose || line.chars > 400 || digits < 5 { Vec::new() } else { printed::find(&line.text) }
}

/// What the place of a date on the page is worth. `plain` counts the plain lines
/// before each line.
fn zone(
    plain: &[usize],
    title: Option<usize>,
    body: &Range<usize>,
    index: usize,
    after_heading: bool,
) -> (i32, &'static str) {
    let title = title.unwrap_or(body.start);
    let plain = |range: Range<usize>| plain[range.end] - plain[range.start];
    if index >= title && index < body.start {
        (10, "printed-at/headline")
    } else if index < title {
        match plain(index..title) {
            0..=3 => (8, "printed-at/right-above-headline"),
            4..=12 => (4, "printed-at/above-headline"),
            _ => (2, "printed-at/page-head"),
        }
    } else if index < body.end {
        (if index < body.start + 3 { 7 } else { 2 }, "printed-at/inside")
    } else if after_heading {
        (-3, "printed-at/other-stories")
    } else {
        match plain(body.end..index) {
            0..=3 => (5, "printed-at/right-below"),
            4..=10 => (2, "printed-at/below"),
            _ => (0, "printed-at/page-foot"),
        }
    }
}

/// A full date in the dateline of the first paragraphs: "OSLO, 3 May 2024 —".
fn opening(page: &Sheet, body: &Range<usize>) -> Option<Candidate> {
    body.clone().take(2).find_map(|line| {
        let text = &page.lines[line].text;
        let head: String = text.chars().take(80).collect();
        let date = printed::find(&head).into_iter().next()?;
        let dashed = text[date.end..]
            .trim_start_matches([' ', ')', ',', ':'])
            .starts_with(['-', '–', '—', '(', '/']);
        dashed.then_some(Candidate {
            line,
            date,
            score: 2,
            label: 0,
            others: false,
            reason: "printed-at/dateline",
            order: "",
        })
    })
}

/// What the words before a date, or on a short line above it, are worth.
fn label(page: &Sheet, index: usize, before: &str) -> i32 {
    let own = before.to_lowercase();
    let value = |words: &str| {
        DATE_LABELS
            .iter()
            .filter(|(label, _)| words.contains(label))
            .map(|row| row.1)
            .min_by_key(|value| (*value > 0, -value.abs()))
    };
    if let Some(value) = value(&own) {
        return value;
    }
    match index.checked_sub(1).map(|above| &page.lines[above]) {
        Some(above) if above.words <= 3 && above.chars <= 30 && own.trim().is_empty() => {
            value(&above.key).unwrap_or(0)
        }
        _ => 0,
    }
}

/// The same numbers with day and month exchanged.
fn swapped(day: Day) -> Option<Day> {
    Day::new(day.year(), day.day(), day.month())
}

/// Where "04/03/2025" may be read in two ways, the page's other dates decide, then the days that the article
/// names, then the custom of the country that the page shows.
fn settle_orders(page: &Sheet, body: &Range<usize>, candidates: &mut [Candidate]) {
    let sure: Vec<Day> =
        candidates.iter().filter(|one| one.date.other.is_none()).map(|one| one.date.day).collect();
    let form =
        |form| candidates.iter().any(|one| one.date.form == form && one.date.other.is_none());
    let month_first = form("month-day-year") && !form("day-month-year");
    let dollars = page.lines.iter().map(|line| line.text.matches('$').count()).sum::<usize>();
    let others =
        page.lines.iter().map(|line| line.text.matches(['£', '€', '₹']).count()).sum::<usize>();
    for candidate in candidates {
        let date = &mut candidate.date;
        let Some(other) = date.other else { continue };
        let near = |day: Day| sure.iter().map(|&one| (one - day).abs()).min().unwrap_or(i32::MAX);
        // Within a month: the two readings of one date mostly lie further apart.
        let close = near(date.day).min(near(other)) <= 31;
        // Of the countries with a clock of twelve hours, the one that counts in
        // dollars alone writes the month first, and so does the one of these zones.
        let custom = date.half_day && dollars > others;
        let zone = date.half_day && zoned(&page.lines[candidate.line].text);
        let lines = || body.clone().map(|line| page.lines[line].text.as_str());
        let (swap, order) = if close {
            (near(other) < near(date.day), "printed-order/other-dates")
        } else if month_first {
            (true, "printed-order/month-first")
        } else if let Some(swap) = nearer(lines(), date.day, other) {
            (swap, "printed-order/told")
        } else if zone {
            (true, "printed-order/zone")
        } else if custom {
            (true, "printed-order/dollars")
        } else {
            (false, "printed-order/open")
        };
        candidate.order = order;
        if swap {
            date.day = other;
            date.form = "month-day-year";
        }
    }
}

/// Whether a line counts its hours in a zone of America.
fn zoned(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_ascii_alphabetic());
    words.any(|word| AMERICAN_ZONES.contains(&word))
}

pub(crate) fn when(page: &Sheet, best: &Candidate, all: &[Candidate]) -> When {
    let date = &best.date;
    let text = &page.lines[best.line].text;
    let mut reason = String::from(why(best.reason));
    if date.weekday {
        reason.push(' ');
        reason.push_str(why("printed-weekday"));
    }
    if !best.order.is_empty() {
        reason.push(' ');
        reason.push_str(why(best.order));
    }
    let shown = text.get(date.start..date.end).unwrap_or(text);
    let mut evidence = vec![Evidence::new(format!("printed-date/{}", date.form), shown, reason)];
    let mut seen = vec![best.line];
    for other in all {
        if other.date.day == date.day && !seen.contains(&other.line) && seen.len() < 4 {
            seen.push(other.line);
            let text = &page.lines[other.line].text;
            let shown = text.get(other.date.start..other.date.end).unwrap_or(text);
            evidence.push(Evidence::new(
                "printed-date/agrees",
                shown,
                why_of("printed-date/agrees", why(other.reason)),
            ));
        }
    }
    if let Some(other) = all
        .iter()
        .filter(|one| one.date.day != date.day && one.score > 0)
        .max_by_key(|one| one.score)
    {
        let text = &page.lines[other.line].text;
        let shown = text.get(other.date.start..other.date.end).unwrap_or(text);
        evidence.push(Evidence::new(
            "printed-date/passed-over",
            shown,
            why_of("printed-date/passed-over", why(other.reason)),
        ));
    }
    let mut when = When::on(date.day, Basis::Stated, evidence);
    // Custom is no statement: the other reading stays possible.
    let guessed = matches!(
        best.order,
        "printed-order/open"
            | "printed-order/dollars"
            | "printed-order/told"
            | "printed-order/zone"
    );
    if let Some(other) = swapped(date.day).filter(|_| guessed) {
        when.basis = Basis::Inferred;
        (when.earliest, when.latest) = (Some(date.day.min(other)), Some(date.day.max(other)));
    }
    if date.time.is_some() {
        (when.time, when.granularity) = (date.time, Granularity::Minute);
    }
    when
}

/// A day that may be another's: no statement, and its rivals are its bounds. The rule says why.
pub(crate) fn unsure(when: &mut When, rivals: impl Iterator<Item = Day>, rule: &'static str) {
    for day in rivals {
        when.earliest = when.earliest.min(Some(day));
        when.latest = when.latest.max(Some(day));
    }
    when.basis = Basis::Inferred;
    let shown = when.evidence[0].text.clone();
    when.evidence.push(Evidence::new(rule, shown, why(rule)));
}
