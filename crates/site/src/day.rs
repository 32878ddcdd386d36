//! One day's page, or that of a month or a year: what is dated on it and has no page of its own, each
//! with every article's own sentences, and the way to what has one.

use dateline_words as words;
use serde_json::json;

use crate::html::{Html, shorten};
use crate::page::{self, Head};
use crate::site::{File, Site};
use crate::story::Group;
use crate::{event, meta, rows};

/// So many events are described to machines.
const DESCRIBED: usize = 40;

/// All such pages.
pub(crate) fn pages(site: &Site<'_>) -> Vec<File> {
    // A reader of one day goes on to the next, whatever part of the story it is in.
    let mut shared: Vec<(String, &Group)> =
        site.story.groups.iter().filter_map(|group| Some((group.path()?, group))).collect();
    shared.sort_by_key(|(_, group)| (group.days.start, group.granularity));
    let beside = |at: Option<usize>| at.and_then(|at| shared.get(at));
    (0..shared.len())
        .map(|at| {
            let (path, group) = &shared[at];
            let ways = [("Earlier", beside(at.checked_sub(1))), ("Later", beside(Some(at + 1)))];
            File { path: path.clone(), bytes: page(site, path, group, &ways).into() }
        })
        .collect()
}

/// What leads on from a page: the word for it, and the other page.
type Way<'g> = (&'static str, Option<&'g (String, &'g Group)>);

fn page(site: &Site<'_>, path: &str, group: &Group, ways: &[Way<'_>]) -> String {
    let title = words::days(group.days, group.granularity);
    let all = group.key.len() + group.rest.len();
    let mut tellings =
        group.key.iter().chain(&group.rest).flat_map(|at| &site.corpus.events[*at].tellings);
    let tellers = words::tellers_of(&mut tellings, site.corpus).told_by();
    let said = [&words::count(all, "dated event"), " \u{b7} ", &tellers].concat();
    let mut out = Html::default();
    out.element("h1", "", &title).element("p", " class=\"by\"", &said);
    let open = format!("../#/?from={}&to={}", group.days.start, group.days.end);
    out.raw("<p><a").attr("href", &open).raw(">Open in the explorer</a></p>\n");
    if !group.key.is_empty() {
        out.raw("<ol class=\"rows\">\n");
        for &at in &group.key {
            rows::event(&mut out, site, at, "../", rows::heading(&site.corpus.events[at]) != title);
        }
        out.raw("</ol>\n");
    }
    for &at in &group.rest {
        event::on_its_day(&mut out, site, at, &title);
    }
    let ways: Vec<_> = ways.iter().filter_map(|(word, way)| Some((word, (*way)?))).collect();
    if !ways.is_empty() {
        out.raw("<nav aria-label=\"Days\">\n<ul>\n");
        for (word, (path, group)) in ways {
            let days = words::days(group.days, group.granularity);
            out.raw("<li>");
            out.link(&format!("../{path}"), &format!("{word}: {days}")).raw("</li>\n");
        }
        out.raw("</ul>\n</nav>\n");
    }
    let described = group.rest.iter().take(DESCRIBED).map(|at| meta::event(site, *at));
    let graph = json!({ "@graph": described.collect::<Vec<_>>() });
    let head = Head {
        path,
        title: &title,
        description: &shorten(&[&title, ": ", &said].concat(), 200),
        kind: "website",
        data: meta::data_block(&graph),
    };
    page::page(site, head, out)
}
