//! The lists of all articles and all events, by day, a page for each few hundred.

use dateline_model::{Basis, Event, Status};
use dateline_words as words;

use crate::article::{day, language};
use crate::html::{Html, shorten};
use crate::page::{self, Head};
use crate::{File, Site};

/// So many rows stand on one page.
const ROWS: usize = 400;

/// Longer titles are cut in lists.
const TITLE: usize = 300;

/// `events.html`, `events-2.html` …
pub(crate) fn events(site: &Site<'_>) -> Vec<File> {
    let all: Vec<usize> = (0..site.corpus.events.len()).collect();
    let heading = |at: &usize| heading(&site.corpus.events[*at]);
    pages(site, "events", "Events", "event", &all, &heading, &|out, at| {
        event_row(out, site, *at, "", false);
    })
}

/// `articles.html`, `articles-2.html` …
pub(crate) fn articles(site: &Site<'_>) -> Vec<File> {
    let all = in_order(site);
    let heading = |at: &usize| day(&site.corpus.articles[*at]);
    pages(site, "articles", "Articles", "article", &all, &heading, &|out, at| {
        article_row(out, site, *at);
    })
}

/// Articles by day, those without one last, as the app lists them.
pub(crate) fn in_order(site: &Site<'_>) -> Vec<usize> {
    let mut all: Vec<usize> = (0..site.corpus.articles.len()).collect();
    all.sort_by_key(|at| {
        let date = site.corpus.articles[*at].published.date;
        (date.is_none(), date, *at)
    });
    all
}

/// The heading of the days an event took.
pub(crate) fn heading(event: &Event) -> String {
    words::days(event.days, event.granularity)
}

/// An event in a list, with its date where no heading says it.
pub(crate) fn event_row(out: &mut Html, site: &Site<'_>, at: usize, root: &str, dated: bool) {
    let event = &site.corpus.events[at];
    out.raw("<li><i").attr("class", mark(event)).raw("></i><a dir=\"auto\"");
    out.attr("href", &format!("{root}{}", site.names.events[at]));
    let told = event.tellings.first();
    if let Some(article) = told.and_then(|it| site.corpus.articles.get(it.article as usize)) {
        language(out, article);
    }
    out.raw(">").text(&shorten(&event.title, TITLE)).raw("</a> <span class=\"meta\" dir=\"auto\">");
    if dated {
        out.text(&heading(event)).raw(" \u{b7} ");
    }
    out.text(&words::event_line(event, site.corpus)).raw("</span></li>\n");
}

/// The event's shape on the timeline; its line says the same in words.
pub(crate) fn mark(event: &Event) -> &'static str {
    match (event.status, event.basis) {
        (Status::Planned | Status::Proposed, _) => "mark planned",
        (Status::CalledOff, _) => "mark off",
        (_, Basis::Inferred) => "mark inferred",
        _ => "mark",
    }
}

fn article_row(out: &mut Html, site: &Site<'_>, at: usize) {
    let article = &site.corpus.articles[at];
    out.raw("<li><a dir=\"auto\"").attr("href", &site.names.articles[at]);
    language(out, article);
    out.raw(">").text(&shorten(&article.title, TITLE)).raw("</a> <span class=\"meta\"><bdi>");
    out.text(words::outlet(article)).raw("</bdi> \u{b7} <bdi>");
    out.text(&words::basis(&article.published)).raw("</bdi></span></li>\n");
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
