//! The lists of all articles and all events, by day, a page for each few hundred.

use dateline_words as words;

use crate::html::{Html, shorten};
use crate::page::{self, Head};
use crate::rows;
use crate::site::{File, Site};

/// So many rows stand on one page.
const ROWS: usize = 400;

/// `events.html`, `events-2.html` …
pub(crate) fn events(site: &Site<'_>) -> Vec<File> {
    let all: Vec<usize> = (0..site.corpus.events.len()).collect();
    let heading = |at: &usize| rows::heading(&site.corpus.events[*at]);
    pages(site, "events", "Events", "event", &all, &heading, &|out, at| {
        rows::event(out, site, *at, "", false);
    })
}

/// `articles.html`, `articles-2.html` …
pub(crate) fn articles(site: &Site<'_>) -> Vec<File> {
    let all = rows::in_order(site);
    let heading = |at: &usize| words::day_of_publication(&site.corpus.articles[*at].published);
    pages(site, "articles", "Articles", "article", &all, &heading, &|out, at| {
        rows::article(out, site, *at);
    })
}

fn pages(
    site: &Site<'_>,
    stem: &str,
    title: &str,
    what: &str,
    all: &[usize],
    heading: &dyn Fn(&usize) -> String,
    row: &dyn Fn(&mut Html, &usize),
) -> Vec<File> {
    let count = all.len().div_ceil(ROWS).max(1);
    (0..count)
        .map(|number| {
            let rows = &all[number * ROWS..all.len().min((number + 1) * ROWS)];
            let mut out = Html::default();
            out.element("h1", "", title);
            let said = words::count(all.len(), what);
            out.element("p", " class=\"meta\"", &said);
            for group in rows.chunk_by(|one, other| heading(one) == heading(other)) {
                out.raw("<section>\n").element("h2", "", &heading(&group[0]));
                out.raw("<ol class=\"rows\">\n");
                group.iter().for_each(|at| row(&mut out, at));
                out.raw("</ol>\n</section>\n");
            }
            if count > 1 {
                others(&mut out, stem, number, count);
            }
            let path = name(stem, number);
            let description = [&said, " of ", &shorten(site.title(), 120)].concat();
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
