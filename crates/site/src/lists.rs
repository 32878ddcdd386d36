//! The lists of all articles and of all that is told, by day, a page for each few hundred.

use dateline_words as words;

use crate::html::{Html, shorten};
use crate::page::{self, Head};
use crate::rows;
use crate::site::{File, Site};
use crate::story::Part;

/// So many rows stand on one page.
const ROWS: usize = 400;

/// One row of a list, and what stands above it.
struct Row {
    /// The part of all that is told, where there are several.
    part: String,
    /// The day.
    heading: String,
    row: Html,
}

/// `events.html`, `events-2.html` …
pub(crate) fn events(site: &Site<'_>) -> Vec<File> {
    let mut all = Vec::new();
    for group in &site.story.groups {
        let heading = words::days(group.days, group.granularity);
        let part = part(site, group.part);
        let mut add = |write: &dyn Fn(&mut Html)| {
            let mut row = Html::default();
            write(&mut row);
            all.push(Row { part: part.clone(), heading: heading.clone(), row });
        };
        for &at in &group.key {
            let dated = rows::heading(&site.corpus.events[at]) != heading;
            add(&|row| rows::event(row, site, at, "", dated));
        }
        if let Some(path) = group.path() {
            add(&|row| {
                row.raw("<li class=\"more\">")
                    .link(&path, &words::more_events(group.key.len(), group.rest.len()))
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

/// `articles.html`, `articles-2.html` …
pub(crate) fn articles(site: &Site<'_>) -> Vec<File> {
    let row = |at: usize| {
        let heading = words::day_of_publication(&site.corpus.articles[at].published);
        let mut row = Html::default();
        rows::article(&mut row, site, at);
        Row { part: String::new(), heading, row }
    };
    let all: Vec<Row> = rows::in_order(site).into_iter().map(row).collect();
    let said = words::count(all.len(), "article");
    pages(site, "articles", "Articles", &said, &all)
}

fn pages(site: &Site<'_>, stem: &str, title: &str, said: &str, all: &[Row]) -> Vec<File> {
    let count = all.len().div_ceil(ROWS).max(1);
    (0..count)
        .map(|number| {
            let rows = &all[number * ROWS..all.len().min((number + 1) * ROWS)];
            let mut out = Html::default();
            out.element("h1", "", title);
            out.element("p", " class=\"meta\"", said);
            for part in rows.chunk_by(|one, other| one.part == other.part) {
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
            if count > 1 {
                others(&mut out, stem, number, count);
            }
            let path = name(stem, number);
            let description = [said, " of ", &shorten(site.title(), 120)].concat();
            let title = match number {
                0 => title.to_owned(),
                _ => format!("{title}, page {}", number + 1),
            };
            let head = Head {
                path: &path,
                title: &title,
                description: &description,
                kind: "website",
                data: String::new(),
            };
            let bytes = page::page(site, head, out).into();
            File { path, bytes }
        })
        .collect()
}

/// The ways to the list's other pages.
fn others(out: &mut Html, stem: &str, number: usize, count: usize) {
    out.raw("<nav aria-label=\"Pages of this list\">\n<ul>\n");
    for other in 0..count {
        out.raw("<li><a").attr("href", &name(stem, other));
        if other == number {
            out.raw(" aria-current=\"page\"");
        }
        out.raw(">Page ").text(&(other + 1).to_string()).raw("</a></li>\n");
    }
    out.raw("</ul>\n</nav>\n");
}

fn name(stem: &str, number: usize) -> String {
    if number == 0 { format!("{stem}.html") } else { format!("{stem}-{}.html", number + 1) }
}
