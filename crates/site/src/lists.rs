//! The lists of all articles and of all that is told, by day. A long list is pages of whole months: one
//! with much is a page, neighbours with little share one.

use std::collections::BTreeSet;

use dateline_model::{Day, DayRange, Granularity};
use dateline_words as words;

use crate::html::{Html, shorten};
use crate::page::{self, Head};
use crate::rows;
use crate::site::{File, Site};
use crate::story::Part;

/// So many rows stand on one page.
const ROWS: usize = 250;

/// One row of a list, and what stands above it.
struct Row {
    /// The part of all that is told, where there are several.
    part: String,
    /// The day.
    heading: String,
    /// What of the calendar a page is of that begins or ends with this row; nothing where no day is known.
    period: Option<Period>,
    row: Html,
}

/// A month, or a year of which no month is known.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Period {
    start: Day,
    granularity: Granularity,
}

impl Period {
    /// The month, or the year, that these begin in.
    fn of(days: DayRange, granularity: Granularity) -> Self {
        let granularity = granularity.min(Granularity::Month);
        let month = if granularity == Granularity::Year { 1 } else { days.start.month() };
        Self { start: Day::new(days.start.year(), month, 1).unwrap_or(days.start), granularity }
    }

    /// "2011-02", "2011".
    fn date(self) -> String {
        self.start.iso(self.granularity)
    }

    /// "February 2011", "2011".
    fn said(self) -> String {
        words::days(DayRange::single(self.start), self.granularity)
    }
}

/// `events.html`, `events-2011-02.html` …
pub(crate) fn events(site: &Site<'_>) -> Vec<File> {
    let mut all = Vec::new();
    for group in &site.story.groups {
        let heading = words::days(group.days, group.granularity);
        let part = part(site, group.part);
        let period = Some(Period::of(group.days, group.granularity));
        let mut add = |write: &dyn Fn(&mut Html)| {
            let mut row = Html::default();
            write(&mut row);
            all.push(Row { part: part.clone(), heading: heading.clone(), period, row });
        };
        for &at in &group.key {
            let dated = rows::heading(&site.corpus.events[at]) != heading;
            add(&|row| rows::event(row, site, at, "", dated));
        }
        if let Some(path) = group.address.as_ref().filter(|_| !group.rest.is_empty()) {
            add(&|row| {
                row.raw("<li class=\"more\">")
                    .link(path, &words::more_events(group.key.len(), group.rest.len()))
                    .raw("</li>\n");
            });
        }
    }
    let said = words::count(site.corpus.events.len(), "event");
    pages(site, "events", "Events", &said, &all)
}

/// What a part is, in words; nothing where all is one.
fn part(site: &Site<'_>, part: Part) -> String {
    rows::part(site, part).map_or(String::new(), |(name, what)| [name, ": ", &what].concat())
}

/// `articles.html`, `articles-2011-02.html` …
pub(crate) fn articles(site: &Site<'_>) -> Vec<File> {
    let row = |at: usize| {
        let published = &site.corpus.articles[at].published;
        let heading = words::day_of_publication(published);
        let day = published.date.map(DayRange::single);
        let period = day.map(|day| Period::of(day, Granularity::Month));
        let mut row = Html::default();
        rows::article(&mut row, site, at);
        Row { part: String::new(), heading, period, row }
    };
    let all: Vec<Row> = rows::in_order(site).into_iter().map(row).collect();
    let said = words::count(all.len(), "article");
    pages(site, "articles", "Articles", &said, &all)
}

/// One page of a list.
struct Leaf<'r> {
    path: String,
    /// What it is of, where there are several.
    said: String,
    rows: &'r [Row],
}

fn pages(site: &Site<'_>, stem: &str, title: &str, said: &str, all: &[Row]) -> Vec<File> {
    let leaves = leaves(stem, all);
    let file = |leaf: &Leaf<'_>| {
        let mut out = Html::default();
        out.element("h1", "", title);
        out.element("p", " class=\"meta\"", said);
        if leaves.len() > 1 {
            others(&mut out, leaf, &leaves);
        }
        for part in leaf.rows.chunk_by(|one, other| one.part == other.part) {
            let whole = part[0].part.as_str();
            if !whole.is_empty() {
                out.element("h2", " class=\"part\"", whole);
            }
            let level = if whole.is_empty() { "h2" } else { "h3" };
            for group in part.chunk_by(|one, other| one.heading == other.heading) {
                out.raw("<section>\n").element(level, "", &group[0].heading);
                out.raw("<ol class=\"rows\">\n");
                for row in group {
                    out.raw(row.row.as_str());
                }
                out.raw("</ol>\n</section>\n");
            }
        }
        let description = [said, " of ", &shorten(site.title(), 120)].concat();
        let title =
            if leaves.len() > 1 { [title, ", ", &leaf.said].concat() } else { title.to_owned() };
        let head = Head {
            path: &leaf.path,
            title: &title,
            description: &description,
            kind: "website",
            data: String::new(),
        };
        File { path: leaf.path.clone(), bytes: page::page(site, head, out).into() }
    };
    leaves.iter().map(file).collect()
}

/// The rows by page: months as long as they fit; one that does not fit by itself is cut.
fn leaves<'r>(stem: &str, all: &'r [Row]) -> Vec<Leaf<'r>> {
    let mut ends = Vec::new();
    let (mut start, mut end) = (0, 0);
    if all.len() > ROWS {
        let same = |one: &Row, other: &Row| one.period == other.period && one.part == other.part;
        for month in all.chunk_by(same) {
            if end > start && end + month.len() - start > ROWS {
                ends.push(end);
                start = end;
            }
            end += month.len();
            while end - start > ROWS {
                start += ROWS;
                ends.push(start);
            }
        }
    }
    ends.push(all.len());
    let (mut names, mut labels) = (BTreeSet::new(), BTreeSet::new());
    let mut start = 0;
    let leaf = |end: usize| {
        let rows = &all[start..end];
        let first = rows.first().and_then(|row| row.period);
        let date = first.map_or("undated".to_owned(), Period::date);
        let name = if start == 0 { stem.to_owned() } else { format!("{stem}-{date}") };
        // A month that is cut, or that is told in two parts.
        let name = free(&mut names, |number| match number {
            1 => name.clone(),
            _ => format!("{stem}-{date}-{number}"),
        });
        let said = free(&mut labels, |number| match number {
            1 => period(rows),
            _ => format!("{} ({number})", period(rows)),
        });
        start = end;
        Leaf { path: format!("{name}.html"), said, rows }
    };
    ends.into_iter().map(leaf).collect()
}

/// The first of the numbered names that is not taken.
fn free(taken: &mut BTreeSet<String>, name: impl Fn(usize) -> String) -> String {
    let found = (1..).map(name).find(|name| taken.insert(name.clone()));
    found.expect("there are more numbers than pages")
}

/// "February 2011", "January 1935 to December 2010".
fn period(rows: &[Row]) -> String {
    let said = |row: Option<&Row>| {
        row.and_then(|row| row.period).map_or("Date unknown".to_owned(), Period::said)
    };
    let (first, last) = (said(rows.first()), said(rows.last()));
    if first == last { first } else { [&first, " to ", &last].concat() }
}

/// The ways to the list's other pages.
fn others(out: &mut Html, this: &Leaf<'_>, all: &[Leaf<'_>]) {
    out.raw("<nav aria-label=\"Pages of this list\">\n<ul>\n");
    for leaf in all {
        out.raw("<li><a").attr("href", &leaf.path);
        if leaf.path == this.path {
            out.raw(" aria-current=\"page\"");
        }
        out.raw(">").text(&leaf.said).raw("</a></li>\n");
    }
    out.raw("</ul>\n</nav>\n");
}
